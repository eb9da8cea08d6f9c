#ifndef LOA_CPOSTGRES_H
#define LOA_CPOSTGRES_H

// The include folder is given by pkg-config.
#include <libpq-fe.h>

// The field codes of an error are character macros, which the importer drops.
static const int loa_PG_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int loa_PG_DIAG_MESSAGE_PRIMARY = PG_DIAG_MESSAGE_PRIMARY;
static const int loa_PG_DIAG_MESSAGE_DETAIL = PG_DIAG_MESSAGE_DETAIL;
static const int loa_PG_DIAG_TABLE_NAME = PG_DIAG_TABLE_NAME;
static const int loa_PG_DIAG_COLUMN_NAME = PG_DIAG_COLUMN_NAME;
static const int loa_PG_DIAG_CONSTRAINT_NAME = PG_DIAG_CONSTRAINT_NAME;

#endif
