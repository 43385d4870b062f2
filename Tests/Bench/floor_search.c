/* The floor of a search as one types: one FTS5 query for the newest passages, as many as a screen shows, on the program's
 * own database. floor_search FILE COUNT WORD... prints a line for each query: the word and its milliseconds. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
int main(int argc, char **argv) {
    sqlite3 *db;
    sqlite3_stmt *find;
    if (argc < 4 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, 0)) return 1;
    if (sqlite3_prepare_v2(db, "SELECT passage.title, snippet(words, -1, '[', ']', '…', 16) FROM words JOIN passage ON passage.number = words.rowid "
                               "WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT 20", -1, &find, 0)) {
        fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        return 1;
    }
    for (int i = 0; i < atoi(argv[2]); i++)
        for (int word = 3; word < argc; word++) {
            char match[256];
            snprintf(match, sizeof match, "\"%s\"*", argv[word]);
            double start = now();
            sqlite3_bind_text(find, 1, match, -1, SQLITE_TRANSIENT);
            while (sqlite3_step(find) == SQLITE_ROW) { sqlite3_column_text(find, 0); sqlite3_column_text(find, 1); }
            sqlite3_reset(find);
            printf("%s %.4f\n", argv[word], now() - start);
        }
    sqlite3_finalize(find);
    sqlite3_close(db);
    return 0;
}
