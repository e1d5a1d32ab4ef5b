-- The register of documents: every paper that comes, goes or is made gets the next number of its year. A number is given once, and stays.
CREATE TABLE registry_book (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    style TEXT NOT NULL CHECK (style IN ('year', 'mark', 'short')),    -- how a number is written
    last_number {int} NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    closed TEXT,                                -- the day on which it was closed; nothing is entered any more
    closed_by {int} REFERENCES person (id)
);
CREATE UNIQUE INDEX registry_book_year ON registry_book (centre, year);
CREATE INDEX registry_book_closed_by ON registry_book (closed_by) WHERE closed_by IS NOT NULL;

-- What a paper is about, by the centre's own list.
CREATE TABLE registry_mark (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    papers TEXT NOT NULL DEFAULT '' CHECK (length(papers) <= 1000),    -- kinds of papers that the program makes and that get it by themselves
    ended TEXT                                  -- the day from which no paper gets it any more
);
CREATE UNIQUE INDEX registry_mark_code ON registry_mark (centre, code);

-- So long papers of a mark are kept, from a day on.
CREATE TABLE registry_term (
    id {id},
    mark {int} NOT NULL REFERENCES registry_mark (id),
    since TEXT NOT NULL,
    years {int} CHECK (years BETWEEN 1 AND 100),        -- null: for ever
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE UNIQUE INDEX registry_term_since ON registry_term (mark, since);

-- A line of the archive book: the papers of a year and a mark, where they stand and how long.
CREATE TABLE registry_archive (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    number {int} NOT NULL CHECK (number > 0),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),    -- in which they came to be
    mark {int} REFERENCES registry_mark (id),
    contents TEXT NOT NULL CHECK (length(contents) <= 300),
    papers {int} NOT NULL DEFAULT 0 CHECK (papers >= 0),       -- of the register
    quantity TEXT NOT NULL DEFAULT '' CHECK (length(quantity) <= 120),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    years {int} CHECK (years BETWEEN 1 AND 100),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    entered TEXT NOT NULL,
    entered_by {int} REFERENCES person (id),
    disposed TEXT,                              -- the day on which they were destroyed or handed over
    approval TEXT NOT NULL DEFAULT '' CHECK (length(approval) <= 120)  -- the number of the archive's consent
);
CREATE UNIQUE INDEX registry_archive_number ON registry_archive (centre, number);
CREATE INDEX registry_archive_mark ON registry_archive (mark) WHERE mark IS NOT NULL;
CREATE INDEX registry_archive_entered_by ON registry_archive (entered_by) WHERE entered_by IS NOT NULL;

CREATE TABLE registry_entry (
    id {id},
    book {int} NOT NULL REFERENCES registry_book (id),
    number {int} NOT NULL CHECK (number > 0),
    sub {int} NOT NULL DEFAULT 0 CHECK (sub >= 0),      -- further papers of the same case: 1, 2, …
    label TEXT NOT NULL CHECK (length(label) <= 120),   -- as it was written on the paper
    direction TEXT NOT NULL CHECK (direction IN ('came', 'sent', 'inner')),
    mark {int} REFERENCES registry_mark (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),
    other TEXT NOT NULL DEFAULT '' CHECK (length(other) <= 200),               -- from whom it came or to whom it went
    their_number TEXT NOT NULL DEFAULT '' CHECK (length(their_number) <= 120),
    their_day TEXT,
    day TEXT NOT NULL,                          -- on which it came, went or was made
    entered {int} NOT NULL,
    entered_by {int} REFERENCES person (id),    -- null: the program
    due TEXT,
    worker {int} REFERENCES person (id),
    reminded {int},
    reminded_late {int},
    settled TEXT,
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),               -- in the archive
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    withdrawn {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    paper_kind TEXT NOT NULL DEFAULT '' CHECK (length(paper_kind) <= 40),      -- of a paper that the program made
    paper_row {int},
    paper_number TEXT NOT NULL DEFAULT '' CHECK (length(paper_number) <= 120), -- that it bears by itself
    page TEXT NOT NULL DEFAULT '' CHECK (length(page) <= 300),                 -- on which it is read
    archive {int} REFERENCES registry_archive (id)
);
CREATE UNIQUE INDEX registry_entry_number ON registry_entry (book, number, sub);
CREATE UNIQUE INDEX registry_entry_paper ON registry_entry (paper_kind, paper_row) WHERE paper_row IS NOT NULL;
CREATE INDEX registry_entry_mark ON registry_entry (mark) WHERE mark IS NOT NULL;
CREATE INDEX registry_entry_entered_by ON registry_entry (entered_by) WHERE entered_by IS NOT NULL;
CREATE INDEX registry_entry_worker ON registry_entry (worker) WHERE worker IS NOT NULL;
CREATE INDEX registry_entry_due ON registry_entry (due) WHERE due IS NOT NULL AND settled IS NULL;
CREATE INDEX registry_entry_archive ON registry_entry (archive) WHERE archive IS NOT NULL;

CREATE TABLE registry_file (
    id {id},
    entry {int} NOT NULL REFERENCES registry_entry (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    added {int} NOT NULL,
    person {int} REFERENCES person (id)
);
CREATE INDEX registry_file_entry ON registry_file (entry);
CREATE INDEX registry_file_file ON registry_file (file);
CREATE INDEX registry_file_person ON registry_file (person) WHERE person IS NOT NULL;
