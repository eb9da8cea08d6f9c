#ifndef LOA_CSQLITE_H
#define LOA_CSQLITE_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which the importer
// drops; these two bind with it, so that SQLite keeps a copy of its own.
static inline int loa_sqlite3_bind_text(sqlite3_stmt *statement, int index, const void *text,
                                        sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, index, (const char *)text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int loa_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                        sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

// Extended result codes are macros with arithmetic, which the importer drops.
static const int loa_SQLITE_IOERR_NOMEM = SQLITE_IOERR_NOMEM;
static const int loa_SQLITE_CONSTRAINT_UNIQUE = SQLITE_CONSTRAINT_UNIQUE;
static const int loa_SQLITE_CONSTRAINT_PRIMARYKEY = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int loa_SQLITE_CONSTRAINT_ROWID = SQLITE_CONSTRAINT_ROWID;
static const int loa_SQLITE_CONSTRAINT_FOREIGNKEY = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int loa_SQLITE_CONSTRAINT_NOTNULL = SQLITE_CONSTRAINT_NOTNULL;
static const int loa_SQLITE_CONSTRAINT_TRIGGER = SQLITE_CONSTRAINT_TRIGGER;
static const int loa_SQLITE_CONSTRAINT_DATATYPE = SQLITE_CONSTRAINT_DATATYPE;

#endif
