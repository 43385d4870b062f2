/* ptybench: runs one program in a pty, does what the steps say, and prints what was measured as JSON.
 *
 *   ptybench [-s COLSxROWS] [-q QUIET_MS] [-t LIMIT_S] [-o STREAM] STEP... -- COMMAND ARGUMENT...
 *
 *   start TEXT             exec until the output holds TEXT (best: something on the last row)
 *   settle                 until nothing has come for twice QUIET_MS
 *   ready KEYS             sends keys at once; from exec until they are answered
 *   send KEYS TEXT         not measured: until TEXT comes (empty: until quiet); a text that does not come ends the run
 *   key LABEL KEYS COUNT   write until the last byte of the burst it causes, COUNT times
 *   flood KEYS COUNT       all at once
 *   paste BYTES TEXT       a bracketed paste that ends in TEXT, written while what comes back is read
 *   resize COUNT GAP_US    COUNT sizes, the last one as at the start
 *   idle MS                wakeups and CPU while nothing happens
 *   mark NAME              notes how much of the stream has been written
 *   quit KEYS              until the program has ended
 *
 * KEYS knows \e \r \t \\ and \xHH. The measuring loop only reads and stamps; nothing the program asks is answered.
 * The pty never blocks: what cannot be written waits while the output is read. Exit 0: all steps done; 3: a step failed.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MS 1000000LL
#define KEY_WAIT (300 * MS) /* a key that has caused no output after this long is silent */

static int rows = 24, columns = 80, master = -1, ended, gone, status;
static long long quiet_ns = 25 * MS, limit_ns = 60000 * MS;
static pid_t child;
static clockid_t child_clock;
static struct rusage usage;
static volatile long long *exec_at;

static char *out; /* all that came */
static size_t out_length, out_room, reads;
static long long last_at; /* when the latest of it came */

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 * MS + t.tv_nsec;
}
static double ms(long long ns) { return ns / 1e6; }

static int reap(void) {
    if (!ended && wait4(child, &status, WNOHANG, &usage) == child) ended = 1;
    return ended;
}
static void stop(void) {
    if (child > 0 && !ended) {
        kill(-child, SIGKILL);
        kill(child, SIGKILL);
        wait4(child, &status, 0, &usage);
        ended = 1;
    }
}
static void fail(const char *what, const char *detail) {
    stop();
    fprintf(stderr, "ptybench: %s%s%s\n", what, *detail ? ": " : "", detail);
    if (out_length) { /* the end of what came, readable */
        size_t from = out_length > 600 ? out_length - 600 : 0;
        fputs("ptybench: it last wrote: ", stderr);
        for (size_t i = from; i < out_length; i++) {
            unsigned char c = out[i];
            if (c == 27) fputs("\\e", stderr); else if (c < 32) fprintf(stderr, "\\x%02x", c); else fputc(c, stderr);
        }
        fputc('\n', stderr);
    }
    exit(3);
}

/* ---- the pty ---- */
static int drain(void) { /* one read; whether something came */
    if (out_room - out_length < 65536) {
        out = realloc(out, out_room = out_room * 2);
        if (!out) { fputs("ptybench: no memory\n", stderr); exit(3); }
    }
    ssize_t n = read(master, out + out_length, 65536);
    if (n <= 0) {
        if (n == 0 || (errno != EAGAIN && errno != EINTR)) gone = 1; /* EIO: the other side is closed */
        return 0;
    }
    last_at = now();
    out_length += n;
    reads++;
    return 1;
}
static int await_output(long long until) { /* whether something came before then */
    for (;;) {
        long long left = until - now();
        if (gone) return 0;
        if (left < 0) left = 0;
        struct timespec t = { left / (1000 * MS), left % (1000 * MS) };
        struct pollfd p = { master, POLLIN, 0 };
        int n = ppoll(&p, 1, &t, 0);
        if (n > 0 && drain()) return 1;
        if (n == 0 && left == 0) return 0;
    }
}
static void settle(long long gap, long long deadline) {
    long long from = now();
    if (last_at > from) from = last_at;
    while (now() < deadline) {
        long long until = (last_at > from ? last_at : from) + gap;
        if (!await_output(until)) return;
    }
    fail("the output does not come to rest", "");
}
static void await_text(const char *text, size_t from, long long deadline) {
    size_t length = strlen(text), looked = from;
    for (;;) {
        if (out_length - from >= length && memmem(out + looked, out_length - looked, text, length)) return;
        looked = out_length > from + length ? out_length - length : from;
        if (gone) fail("it ended before it showed", text);
        if (!await_output(deadline)) fail(gone ? "it ended before it showed" : "it never showed", text);
    }
}
static void put(const char *bytes, size_t length, long long deadline) { /* writes and reads, so that nobody blocks */
    while (length) {
        if (gone) fail("it ended while it was typed to", "");
        if (now() > deadline) fail("it does not read its input", "");
        struct pollfd p = { master, POLLIN | POLLOUT, 0 };
        if (poll(&p, 1, 100) <= 0) continue;
        if (p.revents & POLLOUT) {
            ssize_t n = write(master, bytes, length > 2048 ? 2048 : length);
            if (n > 0) { bytes += n; length -= n; }
        }
        if (p.revents & (POLLIN | POLLHUP | POLLERR)) drain();
    }
}
static size_t keys_of(const char *text, char *bytes) {
    size_t n = 0;
    for (; *text && n < 250; text++) {
        if (*text != '\\') { bytes[n++] = *text; continue; }
        unsigned x;
        switch (*++text) {
        case 'e': bytes[n++] = 27; break;
        case 'r': bytes[n++] = '\r'; break;
        case 't': bytes[n++] = '\t'; break;
        case 'x': if (sscanf(text + 1, "%2x", &x) != 1) fail("bad keys", text); bytes[n++] = x; text += 2; break;
        default: bytes[n++] = *text;
        }
    }
    return n;
}

/* ---- the process ---- */
static double cpu(void) {
    struct timespec t;
    if (reap()) return ms((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 * MS) + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
    return clock_gettime(child_clock, &t) ? 0 : t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
static long field(const char *path, const char *name) {
    char line[256];
    long value = -1;
    FILE *f = fopen(path, "r");
    if (!f) return -1;
    while (fgets(line, sizeof line, f))
        if (!strncmp(line, name, strlen(name))) { value = atol(line + strlen(name)); break; }
    fclose(f);
    return value;
}
static long peak_kb(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/status", child);
    return field(path, "VmHWM:");
}
static long wakeups(int *threads) { /* voluntary context switches of all threads */
    char path[96];
    long sum = 0;
    *threads = 0;
    snprintf(path, sizeof path, "/proc/%d/task", child);
    DIR *d = opendir(path);
    if (!d) return 0;
    for (struct dirent *e; (e = readdir(d));) {
        if (e->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "/proc/%d/task/%.20s/status", child, e->d_name);
        long n = field(path, "voluntary_ctxt_switches:");
        if (n >= 0) { sum += n; ++*threads; }
    }
    closedir(d);
    return sum;
}

/* ---- steps ---- */
static char keys_json[4 << 20];
static size_t keys_length;

static void do_key(const char *label, const char *bytes, size_t n) {
    size_t out0 = out_length, reads0 = reads;
    double cpu0 = cpu();
    long long t0 = now(), first = 0;
    put(bytes, n, t0 + limit_ns);
    if (reads > reads0 || await_output(t0 + KEY_WAIT)) {
        first = last_at;
        settle(quiet_ns, t0 + limit_ns);
    }
    if (keys_length > sizeof keys_json - 512) fail("too many keys", "");
    keys_length += snprintf(keys_json + keys_length, 512, "%s{\"k\":\"%s\",\"ms\":%.4f,\"first_ms\":%.4f,\"bytes\":%zu,\"cpu_ms\":%.4f}",
                            keys_length ? "," : "", label, first ? ms(last_at - t0) : -1, first ? ms(first - t0) : -1,
                            out_length - out0, cpu() - cpu0);
    if (gone) fail("it ended after the key", label);
}
static void do_many(const char *name, const char *bytes, size_t n, const char *text) {
    size_t out0 = out_length, reads0 = reads;
    double cpu0 = cpu();
    long long t0 = now();
    put(bytes, n, t0 + limit_ns);
    long long taken = now();
    if (*text) await_text(text, out0, t0 + limit_ns);
    else if (reads == reads0) await_output(taken + 2000 * MS);
    long long shown = last_at;
    settle(quiet_ns * 4, t0 + limit_ns);
    printf(",\"%s_ms\":%.4f,\"%s_shown_ms\":%.4f,\"%s_taken_ms\":%.4f,\"%s_cpu_ms\":%.4f,\"%s_bytes\":%zu", name,
           ms((last_at > taken ? last_at : taken) - t0), name, ms(shown - t0), name, ms(taken - t0), name, cpu() - cpu0,
           name, out_length - out0);
}
static void do_resize(int count, long gap_us) {
    double cpu0 = cpu();
    long long t0 = now(), last = t0;
    size_t out0 = out_length, before_last = out0;
    for (int i = 0; i < count && !gone; i++) {
        int end = i == count - 1;
        struct winsize w = { end ? rows : 6 + i * 7919 % 60, end ? columns : 24 + i * 104729 % 180, 0, 0 };
        before_last = out_length;
        last = now();
        ioctl(master, TIOCSWINSZ, &w); /* the kernel sends SIGWINCH */
        for (long long until = last + gap_us * 1000; await_output(until);) {}
    }
    settle(quiet_ns * 4, last + limit_ns);
    if (gone || reap()) fail("it did not survive the resizes", "");
    printf(",\"resize_ms\":%.4f,\"resize_settle_ms\":%.4f,\"resize_cpu_ms\":%.4f,\"resize_bytes\":%zu,\"resize_last\":%zu",
           ms(now() - t0), ms(last_at > last ? last_at - last : 0), cpu() - cpu0, out_length - out0, before_last);
}
static void do_idle(long long duration) {
    int threads;
    size_t out0 = out_length;
    double cpu0 = cpu();
    long w0 = wakeups(&threads);
    long long t0 = now();
    while (!gone && now() < t0 + duration) await_output(t0 + duration);
    long w1 = wakeups(&threads);
    printf(",\"idle_wakeups\":%ld,\"idle_cpu_ms\":%.4f,\"idle_bytes\":%zu,\"threads\":%d", w1 - w0, cpu() - cpu0, out_length - out0, threads);
}
static void do_quit(const char *bytes, size_t n) {
    printf(",\"peak_kb\":%ld,\"cpu_ms\":%.4f", peak_kb(), cpu());
    long long t0 = now();
    put(bytes, n, t0 + limit_ns);
    while (!reap() && now() < t0 + 5000 * MS) if (!await_output(now() + 2 * MS) && gone) usleep(500);
    if (!ended) fail("it did not end on", "the keys of quit");
    printf(",\"quit_ms\":%.4f,\"exit\":%d,\"maxrss_kb\":%ld", ms(now() - t0), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), usage.ru_maxrss);
}

static void launch(char **command) {
    struct winsize w = { rows, columns, 0, 0 };
    int slave, go[2];
    if (openpty(&master, &slave, 0, 0, &w) || pipe2(go, O_CLOEXEC)) fail("no pty", strerror(errno));
    fcntl(master, F_SETFD, FD_CLOEXEC);
    fcntl(master, F_SETFL, O_NONBLOCK);
    exec_at = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    child = fork();
    if (child < 0) fail("no process", strerror(errno));
    if (child == 0) {
        setsid();
        ioctl(slave, TIOCSCTTY, 0);
        dup2(slave, 0); dup2(slave, 1); dup2(slave, 2);
        if (slave > 2) close(slave);
        for (int i = 1; i < 32; i++) signal(i, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, 0);
        char g;
        if (read(go[0], &g, 1) != 1) _exit(127);
        *exec_at = now();
        execvp(command[0], command);
        _exit(127);
    }
    close(slave);
    clock_getcpuclockid(child, &child_clock);
    out = malloc(out_room = 8 << 20);
    memset(out, 0, out_room); /* no page faults of ours while measuring */
    usleep(2000);
    if (write(go[1], "g", 1) != 1) fail("no process", "");
    while (!*exec_at) usleep(10);
}
static void too_late(int s) {
    (void)s;
    if (child > 0) kill(-child, SIGKILL);
    static const char words[] = "ptybench: the time limit is over\n";
    (void)!write(2, words, sizeof words - 1);
    _exit(3);
}

int main(int argc, char **argv) {
    const char *stream = 0;
    int o;
    while ((o = getopt(argc, argv, "+s:q:t:o:")) != -1) switch (o) {
        case 's': if (sscanf(optarg, "%dx%d", &columns, &rows) != 2) return 2; break;
        case 'q': quiet_ns = atof(optarg) * MS; break;
        case 't': limit_ns = atof(optarg) * 1000 * MS; break;
        case 'o': stream = optarg; break;
        default: return 2;
    }
    int at = optind, split = at;
    while (split < argc && strcmp(argv[split], "--")) split++;
    if (split + 1 >= argc) { fputs("usage: ptybench [options] STEP... -- COMMAND...\n", stderr); return 2; }
    signal(SIGPIPE, SIG_IGN);
    signal(SIGALRM, too_late);
    alarm(limit_ns * 4 / (1000 * MS) + 10);
    argv[split] = 0;
    launch(argv + split + 1);
    printf("{\"pid\":%d", child);
    char bytes[256];
#define WORD (at < split ? argv[at++] : (fail("a step lacks a word", ""), ""))
    while (at < split) {
        const char *step = WORD;
        if (!strcmp(step, "start")) {
            await_text(WORD, 0, *exec_at + limit_ns);
            printf(",\"start_ms\":%.4f,\"start_bytes\":%zu,\"start_cpu_ms\":%.4f", ms(last_at - *exec_at), out_length, cpu());
        } else if (!strcmp(step, "settle")) {
            settle(quiet_ns * 2, now() + limit_ns);
            printf(",\"settled_ms\":%.4f,\"settled_cpu_ms\":%.4f,\"settled_kb\":%ld", ms(last_at - *exec_at), cpu(), peak_kb());
        } else if (!strcmp(step, "ready")) { 
            size_t n = keys_of(WORD, bytes), reads0 = reads;
            put(bytes, n, now() + limit_ns);
            if (reads == reads0) await_output(now() + limit_ns);
            settle(quiet_ns * 2, now() + limit_ns);
            printf(",\"ready_ms\":%.4f", ms(last_at - *exec_at));
        } else if (!strcmp(step, "send")) {
            size_t n = keys_of(WORD, bytes), from = out_length;
            const char *text = WORD;
            put(bytes, n, now() + limit_ns);
            if (*text) await_text(text, from, now() + (limit_ns < 10000 * MS ? limit_ns : 10000 * MS));
            else if (out_length == from) await_output(now() + KEY_WAIT);
            settle(quiet_ns, now() + limit_ns);
        } else if (!strcmp(step, "key")) {
            const char *label = WORD;
            size_t n = keys_of(WORD, bytes);
            for (int count = atoi(WORD); count > 0; count--) do_key(label, bytes, n);
        } else if (!strcmp(step, "flood")) {
            size_t n = keys_of(WORD, bytes);
            int count = atoi(WORD);
            char *all = malloc(n * count + 1);
            for (int i = 0; i < count; i++) memcpy(all + i * n, bytes, n);
            do_many("flood", all, n * count, "");
            free(all);
        } else if (!strcmp(step, "paste")) {
            static const char line[] = "the candidate explained trade-offs clearly and then wrote a test for the edge case\r";
            size_t size = atol(WORD), k = 6;
            const char *text = WORD;
            char *all = malloc(size + strlen(text) + 32);
            memcpy(all, "\033[200~", 6);
            while (k - 6 + strlen(text) < size) { all[k] = line[(k - 6) % (sizeof line - 1)]; k++; }
            k += sprintf(all + k, "%s\033[201~", text);
            do_many("paste", all, k, text);
            free(all);
        } else if (!strcmp(step, "resize")) {
            int count = atoi(WORD);
            do_resize(count, atol(WORD));
        } else if (!strcmp(step, "idle")) do_idle(atof(WORD) * MS);
        else if (!strcmp(step, "mark")) printf(",\"mark_%s\":%zu", WORD, out_length);
        else if (!strcmp(step, "quit")) { size_t n = keys_of(WORD, bytes); do_quit(bytes, n); }
        else fail("no such step", step);
        if (gone && at < split) fail("it ended before", argv[at]);
    }
    stop();
    printf(",\"keys\":[%s]}\n", keys_json);
    if (stream) {
        FILE *f = fopen(stream, "wb");
        if (f) { fwrite(out, 1, out_length, f); fclose(f); }
    }
    return 0;
}
