#include <sqlite3.h>

/// Switches SQLite's memory statistics off. To be called once, before the first database is opened. 0 when it worked.
int zbornica_sqlite_setup(void);

/// Says that SQLite keeps a copy of what is bound: a macro in C, which Swift does not see.
static inline sqlite3_destructor_type zbornica_sqlite_copied(void) { return SQLITE_TRANSIENT; }
