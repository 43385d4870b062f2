/* The floor of a write: one durable SQLite commit. floor_commit FILE PAGES COUNT prints the milliseconds of COUNT commits.
 * Each changes as many pages as one of the program's writes does (bench.py counts those by comparing the file before and
 * after): the header, which every commit changes, and PAGES - 1 rows that fill a page each. As the program has it: a
 * rollback journal that is cut, synchronous = FULL; the statement is prepared, the file is open. Between two commits it rests
 * as long as ptybench does between two keys: a processor and a disk that were at rest take half as long again. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static sqlite3 *db;
static void run(const char *sql) {
    if (sqlite3_exec(db, sql, 0, 0, 0)) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); exit(1); }
}
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
int main(int argc, char **argv) {
    if (argc < 4 || sqlite3_open(argv[1], &db)) return 1;
    int pages = atoi(argv[2]) - 1, count = atoi(argv[3]);
    sqlite3_stmt *update;
    run("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
        "CREATE TABLE IF NOT EXISTS page(id INTEGER PRIMARY KEY, changed INTEGER, filling BLOB)");
    run("INSERT OR IGNORE INTO page WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i, 0, zeroblob(4000) FROM n");
    if (sqlite3_prepare_v2(db, "UPDATE page SET changed = changed + 1 WHERE id = ?", -1, &update, 0)) return 1;
    for (int i = -2; i < count; i++) { /* the first two warm the cache */
        double start = now();
        run("BEGIN IMMEDIATE");
        for (int page = 0; page < pages; page++) {
            sqlite3_bind_int(update, 1, 1 + page * 199 / (pages > 1 ? pages - 1 : 1));
            sqlite3_step(update);
            sqlite3_reset(update);
        }
        run("COMMIT");
        double took = now() - start;
        if (i >= 0) printf("%.4f\n", took);
        nanosleep(&(struct timespec){.tv_nsec = 50 * 1000 * 1000}, 0);
    }
    sqlite3_finalize(update);
    sqlite3_close(db);
    return 0;
}
