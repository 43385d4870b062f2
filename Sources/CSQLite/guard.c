#include "CSQLite.h"

#include <sqlite3.h>
#include <stddef.h>

int ds_guard(void *connection, int on) {
  sqlite3 *db = connection;
  int failed = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, on, NULL) != SQLITE_OK;
  if (!on) return failed;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, NULL) != SQLITE_OK;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL) != SQLITE_OK;
  return failed;
}

int ds_system_error(void *connection) {
  int number = 0;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  return number ? number : sqlite3_system_errno(connection);
}
