-- The resource centre: titles, their copies, journals with their issues, and what readers would like to have.

-- What a reader asks for: a book, a journal, a kit. It may have any number of copies, and none.
CREATE TABLE title (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('book', 'journal', 'video', 'audio', 'game', 'kit', 'device', 'digital')),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (length(language) <= 40),     -- of what is in it, by ISO 639-1; mul where there are several
    name TEXT NOT NULL CHECK (length(name) <= 300),
    subtitle TEXT NOT NULL DEFAULT '' CHECK (length(subtitle) <= 300),
    authors TEXT NOT NULL DEFAULT '' CHECK (length(authors) <= 1000),       -- one a line: surname, name
    publisher TEXT NOT NULL DEFAULT '' CHECK (length(publisher) <= 300),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),            -- where it was published
    year {int} CHECK (year BETWEEN 1400 AND 2200),
    edition TEXT NOT NULL DEFAULT '' CHECK (length(edition) <= 200),
    extent TEXT NOT NULL DEFAULT '' CHECK (length(extent) <= 200),          -- pages, minutes, what lies in the box
    series TEXT NOT NULL DEFAULT '' CHECK (length(series) <= 300),
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),               -- thirteen digits
    issn TEXT NOT NULL DEFAULT '' CHECK (length(issn) <= 40),               -- eight signs
    cobiss TEXT NOT NULL DEFAULT '' CHECK (length(cobiss) <= 40),           -- its number in the shared catalogue of libraries
    udc TEXT NOT NULL DEFAULT '' CHECK (length(udc) <= 120),
    subjects TEXT NOT NULL DEFAULT '' CHECK (length(subjects) <= 1000),     -- one a line
    audience TEXT NOT NULL DEFAULT 'any' CHECK (audience IN ('any', 'preschool', 'lower', 'upper', 'secondary', 'teacher', 'parent')),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 20000),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),              -- where digital material stands
    cover {int} REFERENCES file (id),
    programme {int} REFERENCES programme (id),  -- whose kit it is
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    created {int} NOT NULL,
    changed {int} NOT NULL
);
CREATE INDEX title_azbuka ON title (centre, key_azbuka, id);
CREATE INDEX title_abeceda ON title (centre, key_abeceda, id);
CREATE INDEX title_lithuanian ON title (centre, key_lithuanian, id);
CREATE INDEX title_isbn ON title (centre, isbn) WHERE isbn <> '';
CREATE INDEX title_cobiss ON title (centre, cobiss) WHERE cobiss <> '';
CREATE INDEX title_cover ON title (cover) WHERE cover IS NOT NULL;
CREATE INDEX title_programme ON title (programme) WHERE programme IS NOT NULL;

-- One for each centre. Its row is held while a number is given, so that the inventory book has no gaps.
CREATE TABLE inventory (
    id {id},
    centre {int} NOT NULL UNIQUE REFERENCES centre (id),
    last_number {int} NOT NULL DEFAULT 0
);

-- One thing that can be held in the hand. Whether it is out is told by loans.
CREATE TABLE copy (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    title {int} NOT NULL REFERENCES title (id),
    number {int} NOT NULL CHECK (number > 0),   -- in the centre's inventory book
    label TEXT NOT NULL CHECK (length(label) <= 40),                        -- what its barcode says
    former TEXT NOT NULL DEFAULT '' CHECK (length(former) <= 40),           -- its number in the book that was kept before
    shelf TEXT NOT NULL DEFAULT '' CHECK (length(shelf) <= 120),
    state TEXT NOT NULL DEFAULT 'shelf' CHECK (state IN ('shelf', 'repair', 'lost', 'off')),
    condition TEXT NOT NULL DEFAULT '' CHECK (length(condition) <= 300),
    price {int} CHECK (price >= 0),             -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    origin TEXT NOT NULL CHECK (origin IN ('bought', 'given', 'exchanged', 'made')),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),          -- from which money, or whose gift it is
    acquired TEXT NOT NULL,             -- a day
    written_off TEXT,                   -- a day
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 200),      -- by which it was written off
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    CHECK ((state = 'off') = (written_off IS NOT NULL)),
    UNIQUE (centre, number)
);
CREATE UNIQUE INDEX copy_label ON copy (label);
CREATE INDEX copy_title ON copy (title, number);
CREATE INDEX copy_acquired ON copy (centre, acquired);
CREATE INDEX copy_written_off ON copy (centre, written_off) WHERE written_off IS NOT NULL;
CREATE INDEX copy_former ON copy (centre, former) WHERE former <> '';

-- Parts of a kit or of a game, each so many times.
CREATE TABLE title_part (
    id {id},
    title {int} NOT NULL REFERENCES title (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    count {int} NOT NULL CHECK (count > 0),
    position {int} NOT NULL
);
CREATE INDEX title_part_title ON title_part (title, position);

-- A journal that the centre gets for some time.
CREATE TABLE subscription (
    id {id},
    title {int} NOT NULL REFERENCES title (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    issues {int} NOT NULL CHECK (issues BETWEEN 1 AND 400),     -- that are to come in this time, evenly
    price {int} CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    CHECK (first_day <= last_day)
);
CREATE INDEX subscription_title ON subscription (title, first_day);

CREATE TABLE issue (
    id {id},
    subscription {int} NOT NULL REFERENCES subscription (id),
    number TEXT NOT NULL CHECK (length(number) <= 40),          -- as 3/2026
    expected TEXT NOT NULL,             -- a day
    arrived TEXT,                       -- a day
    claimed TEXT,                       -- a day: since when the publisher has been asked for it
    copy {int} REFERENCES copy (id)     -- as it was taken in
);
CREATE INDEX issue_subscription ON issue (subscription, expected, id);
CREATE INDEX issue_copy ON issue (copy) WHERE copy IS NOT NULL;

-- A title that a reader would like the centre to have.
CREATE TABLE title_wish (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} REFERENCES person (id),        -- null once the account is gone
    name TEXT NOT NULL CHECK (length(name) <= 300),
    authors TEXT NOT NULL DEFAULT '' CHECK (length(authors) <= 1000),
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'ordered', 'here', 'declined')),
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    asked {int} NOT NULL,
    answered {int},
    title {int} REFERENCES title (id)   -- the one that came of it
);
CREATE INDEX title_wish_centre ON title_wish (centre, state, asked);
CREATE INDEX title_wish_person ON title_wish (person) WHERE person IS NOT NULL;
CREATE INDEX title_wish_title ON title_wish (title) WHERE title IS NOT NULL;
