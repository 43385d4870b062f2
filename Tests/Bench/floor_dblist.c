/* The floor of a list over SQLite: only the rows in the window are read, by key: no OFFSET, no COUNT.
 * floor_dblist FILE, with CREATE TABLE row(created INTEGER PRIMARY KEY, company, role, reached, outcome) in it. */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>

enum { MOST = 512 };
static sqlite3 *db;
static sqlite3_stmt *older, *newer;
static struct { int64_t created; char text[160]; } rows[MOST];
static int count, selected;

static int height(void) { return LINES - 2 < MOST ? LINES - 2 : MOST; }
static void fill(sqlite3_stmt *query, int64_t from) {
    sqlite3_bind_int64(query, 1, from);
    sqlite3_bind_int(query, 2, height());
    for (count = 0; sqlite3_step(query) == SQLITE_ROW; count++) {
        rows[count].created = sqlite3_column_int64(query, 0);
        snprintf(rows[count].text, sizeof rows[count].text, "  %-16.16s %-16.16s  %-12.12s  %-14.14s", (const char *)sqlite3_column_text(query, 1),
                 (const char *)sqlite3_column_text(query, 2), (const char *)sqlite3_column_text(query, 3), (const char *)sqlite3_column_text(query, 4));
    }
    sqlite3_reset(query);
}
static void oldest(void) { fill(newer, INT64_MIN); if (count) fill(older, rows[count - 1].created); }
static void row(int i) {
    attrset(i == selected ? A_REVERSE : A_NORMAL);
    mvprintw(i + 1, 0, "%-*.*s", COLS, COLS, rows[i].text);
    attrset(A_NORMAL);
}
static void all(void) {
    erase();
    mvaddstr(0, 0, "  Applications");
    for (int i = 0; i < count; i++) row(i);
    mvaddstr(LINES - 1, 0, " Enter open  ? help  READY");
}
int main(int argc, char **argv) {
    if (argc < 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, 0)
        || sqlite3_prepare_v2(db, "SELECT created, company, role, reached, outcome FROM row WHERE created <= ? ORDER BY created DESC LIMIT ?", -1, &older, 0)
        || sqlite3_prepare_v2(db, "SELECT created, company, role, reached, outcome FROM row WHERE created >= ? ORDER BY created LIMIT ?", -1, &newer, 0)) return 1;
    setlocale(LC_ALL, "");
    initscr(); cbreak(); noecho(); curs_set(0); keypad(stdscr, TRUE);
    set_escdelay(25);
    fill(older, INT64_MAX);
    all();
    refresh();
    for (int c; (c = getch()) != 'q' && c != ERR;) {
        int old = selected, full = 1;
        if (c == 'j' && selected + 1 < count) { selected++; full = 0; }
        else if (c == 'k' && selected > 0) { selected--; full = 0; }
        else if (c == 'j' && count > 1) { fill(older, rows[1].created); selected = count - 1; }
        else if (c == KEY_NPAGE && count) { fill(older, rows[count - 1].created); selected = 0; }
        else if (c == 'g') { fill(older, INT64_MAX); selected = 0; }
        else if (c == 'G') { oldest(); selected = count - 1; }
        else if (c == KEY_RESIZE && count) { fill(older, rows[0].created); if (selected >= count) selected = count - 1; }
        else full = 0;
        if (full) all(); else if (count) { row(old); row(selected); }
        refresh();
    }
    endwin();
    sqlite3_close(db);
    return 0;
}
