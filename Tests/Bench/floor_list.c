/* The floor of a list: ncurses, rows made in memory, only those in the window drawn, a reverse bar, a last row.
 * floor_list [ROWS [HEIGHT [PREVIEW]]]: a window of HEIGHT rows, and PREVIEW rows below it that tell about the row
 * under the bar, so that as many rows change with a key as in the program it is held against. */
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>

static int count = 1000, height, preview, top, selected;

static void row(int i) {
    char text[256];
    snprintf(text, sizeof text, "  Company %-8d Platform engineer  panel         rejected %-4d d  %2d/17", i * 7919 % 99991, i % 400, i % 17);
    attrset(i == selected ? A_REVERSE : A_NORMAL);
    mvprintw(i - top + 1, 0, "%-*.*s", COLS, COLS, text);
    attrset(A_NORMAL);
}
static void below(void) {
    static const char *words[] = { "kubernetes", "migration", "latency", "budget", "team", "conflict", "story", "outage", "review" };
    for (int line = 0; line < preview; line++) {
        char text[256] = "  ";
        int wanted = line == 0 ? 40 : line == 2 ? 16 : 72; /* columns, as a preview has them */
        for (int word = 0; (int)strlen(text) < wanted; word++) {
            strcat(text, words[(selected * 31 + line * 7 + word * 5) % 9]);
            strcat(text, " ");
        }
        mvprintw(height + 2 + line, 0, "%.*s", COLS, text);
        clrtoeol();
    }
}
static void all(void) {
    erase();
    mvaddstr(0, 0, "  Applications");
    for (int i = top; i < count && i < top + height; i++) row(i);
    below();
    mvaddstr(LINES - 1, 0, " Enter open  ? help  READY");
}
int main(int argc, char **argv) {
    int wanted = argc > 2 ? atoi(argv[2]) : 0;
    if (argc > 1) count = atoi(argv[1]);
    preview = argc > 3 ? atoi(argv[3]) : 0;
    setlocale(LC_ALL, "");
    initscr(); cbreak(); noecho(); curs_set(0); keypad(stdscr, TRUE);
    set_escdelay(25);
    height = wanted ? wanted : LINES - 2;
    all();
    refresh();
    for (int c; (c = getch()) != 'q' && c != ERR;) {
        int old = selected, old_top = top, full = c == KEY_RESIZE || c == 12;
        if (c == KEY_RESIZE && !wanted) height = LINES - 2;
        if (c == 'j') selected++;
        else if (c == 'k') selected--;
        else if (c == KEY_NPAGE) selected += height;
        else if (c == KEY_PPAGE) selected -= height;
        else if (c == 'G') selected = count - 1;
        else if (c == 'g') selected = 0;
        if (selected >= count) selected = count - 1;
        if (selected < 0) selected = 0;
        if (selected < top) top = selected;
        if (selected >= top + height) top = selected - height + 1;
        if (c == 12) clear();
        if (full || top != old_top) all();
        else { row(old); row(selected); below(); }
        refresh();
    }
    endwin();
    return 0;
}
