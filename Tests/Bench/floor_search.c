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
/* The file names a way to take words apart that only the program knows. For the floor the one it is made of will do. */
static int tokenizer(sqlite3 *db) {
    fts5_api *api = 0;
    fts5_tokenizer base;
    void *data;
    sqlite3_stmt *ask;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &ask, 0)) return 1;
    sqlite3_bind_pointer(ask, 1, &api, "fts5_api_ptr", 0);
    sqlite3_step(ask);
    sqlite3_finalize(ask);
    return !api || api->xFindTokenizer(api, "unicode61", &data, &base) || api->xCreateTokenizer(api, "plain_letters", data, &base, 0);
}
int main(int argc, char **argv) {
    sqlite3 *db;
    sqlite3_stmt *find;
    if (argc < 4 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, 0) || tokenizer(db)) return 1;
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
