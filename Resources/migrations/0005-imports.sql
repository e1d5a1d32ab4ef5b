-- Lists of others, read from files.

-- A file that was uploaded and waits for somebody to look at what it would change; sealed, kept for a day.
CREATE TABLE import_draft (
    id {id},
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    person {int} NOT NULL,
    file TEXT NOT NULL CHECK (length(file) <= 300),
    old {bool} NOT NULL DEFAULT {false},   -- made of an old workbook, whose hidden rows cannot be told
    sealed {blob} NOT NULL,
    saying TEXT CHECK (length(saying) <= 20000),   -- JSON of what was said of its sheet, its heads and its columns; null: nothing yet
    state TEXT CHECK (state IN ('running', 'done', 'stopped', 'moved', 'refused', 'failed')),   -- of a long import; null: not agreed to
    outcome TEXT CHECK (length(outcome) <= 40),   -- of the preview that was agreed to
    centre {int},                       -- at whose pages
    written {int},                      -- lines of a running one, as the copy of the program that does it tells the others
    lines {int},                        -- of how many
    import {int},                       -- what came of it
    at {int} NOT NULL
);
CREATE INDEX import_draft_at ON import_draft (at);

-- What was said of a doubtful line of it: of whom it speaks.
CREATE TABLE import_choice (
    id {id},
    draft {int} NOT NULL REFERENCES import_draft (id) ON DELETE CASCADE,
    line {int} NOT NULL,                -- of the file, from 1
    choice TEXT NOT NULL CHECK (length(choice) <= 40),   -- row-ID, line-NUMBER, another, out
    UNIQUE (draft, line)
);

-- One import is one act, and can be undone as one.
CREATE TABLE import (
    id {id},
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    file TEXT NOT NULL CHECK (length(file) <= 300),
    at {int} NOT NULL,
    person {int},                       -- null: the command line
    centre {int},                       -- at whose pages it was done; null: the command line
    added {int} NOT NULL,
    changed {int} NOT NULL,
    unchanged {int} NOT NULL,
    left_out {int} NOT NULL,            -- doubtful lines of which somebody said so, or nobody said anything
    refused {int} NOT NULL,
    undone {int}
);

CREATE TABLE import_row (
    id {id},
    import {int} NOT NULL REFERENCES import (id),
    line {int} NOT NULL,                -- of the file, from 1
    title TEXT NOT NULL,
    subject {int} NOT NULL,
    before TEXT,                        -- JSON of the row as it was; null when it was added
    after TEXT NOT NULL,                -- JSON of the row as the import left it
    kept TEXT CHECK (kept IN ('changed', 'used'))   -- why undoing the import left it as it is
);
CREATE INDEX import_row_import ON import_row (import, line);

-- What was said of the columns of a file, for the next one with the same heads.
CREATE TABLE import_memory (
    id {id},
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    centre {int} NOT NULL,
    heads TEXT NOT NULL CHECK (length(heads) <= 40),   -- a digest: a row of people may have been taken for heads
    meanings TEXT NOT NULL CHECK (length(meanings) <= 20000),   -- JSON: digest of a head → name of a column
    at {int} NOT NULL,                  -- when a file was read like this last
    UNIQUE (kind, centre, heads)
);
