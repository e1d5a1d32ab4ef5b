/// Switches SQLite's memory statistics off. To be called once, before the first database is opened. 0 when it worked.
int zbornica_sqlite_setup(void);
