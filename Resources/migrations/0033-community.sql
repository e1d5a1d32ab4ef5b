-- Practice that grows: what teachers write of what worked in class, who looked at it, who tried it; and help to make a book of it.

-- A note of practice. When its author takes it back its words go; its title stays where others have tried it.
CREATE TABLE practice (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'revision', 'published', 'withdrawn')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    grades {int} NOT NULL DEFAULT 0 CHECK (grades BETWEEN 0 AND 8191),         -- one bit each, from before school to the twelfth
    competences TEXT NOT NULL DEFAULT '' CHECK (length(competences) <= 300),    -- codes of the catalogue, with a semicolon between them
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    wanted TEXT NOT NULL DEFAULT '' CHECK (length(wanted) <= 20000),            -- Markdown, as the three that follow
    done TEXT NOT NULL DEFAULT '' CHECK (length(done) <= 20000),
    came TEXT NOT NULL DEFAULT '' CHECK (length(came) <= 20000),
    change TEXT NOT NULL DEFAULT '' CHECK (length(change) <= 20000),
    licence TEXT NOT NULL CHECK (licence IN ('by', 'by-sa', 'by-nc', 'by-nc-sa', 'all')),
    event {int} REFERENCES event (id),          -- after which it was tried
    step {int},                         -- a step of follow-up, which may be gone by now
    step_written {int},
    step_confirmed {int},
    round {int} NOT NULL DEFAULT 0 CHECK (round >= 0),         -- how often it was sent to be looked at
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),            -- of the centre, when it was given back
    begun {int} NOT NULL,
    changed {int} NOT NULL,
    published {int},
    withdrawn {int},
    idea {int},                         -- when a programme was begun from it
    proposal {int}                      -- that programme's proposal, which may be gone by now
);
CREATE INDEX practice_centre ON practice (centre, state, published);
CREATE INDEX practice_event ON practice (event) WHERE event IS NOT NULL;
CREATE INDEX practice_proposal ON practice (proposal) WHERE proposal IS NOT NULL;
CREATE INDEX practice_step ON practice (step) WHERE step IS NOT NULL;

CREATE TABLE practice_file (
    id {id},
    practice {int} NOT NULL REFERENCES practice (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    consent {bool} NOT NULL,            -- of a picture: that no pupil can be known in it, or that the parents have agreed
    added {int} NOT NULL
);
CREATE INDEX practice_file_practice ON practice_file (practice, id);
CREATE INDEX practice_file_file ON practice_file (file);

-- Whoever lets the centre ask them to look at notes of their subject.
CREATE TABLE practice_reviewer (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} NOT NULL REFERENCES person (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),
    since {int} NOT NULL
);
CREATE UNIQUE INDEX practice_reviewer_person ON practice_reviewer (centre, person);
CREATE INDEX practice_reviewer_of ON practice_reviewer (person);

-- Somebody is asked to look at a note as it was sent the n-th time.
CREATE TABLE practice_review (
    id {id},
    practice {int} NOT NULL REFERENCES practice (id),
    round {int} NOT NULL CHECK (round > 0),
    person {int} NOT NULL REFERENCES person (id),
    asked {int} NOT NULL,
    aim {int} CHECK (aim BETWEEN 1 AND 4),
    course {int} CHECK (course BETWEEN 1 AND 4),
    proof {int} CHECK (proof BETWEEN 1 AND 4),
    material {int} CHECK (material BETWEEN 1 AND 4),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    verdict TEXT CHECK (verdict IN ('good', 'revise')),
    given {int},
    CHECK ((given IS NULL) = (verdict IS NULL))
);
CREATE UNIQUE INDEX practice_review_person ON practice_review (practice, round, person);
CREATE INDEX practice_review_of ON practice_review (person);

-- Somebody tried it in class. Whoever is gone leaves the number behind, and no words.
CREATE TABLE practice_try (
    id {id},
    practice {int} NOT NULL REFERENCES practice (id),
    person {int} REFERENCES person (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('worked', 'partly', 'failed')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    named {bool} NOT NULL,              -- whether the authors may know who it was
    tried {int} NOT NULL,
    shown {int}                         -- since when everybody reads the words
);
CREATE UNIQUE INDEX practice_try_person ON practice_try (practice, person) WHERE person IS NOT NULL;
CREATE INDEX practice_try_practice ON practice_try (practice, tried);
CREATE INDEX practice_try_of ON practice_try (person) WHERE person IS NOT NULL;

-- Somebody would like to be shown it.
CREATE TABLE practice_wish (
    id {id},
    practice {int} NOT NULL REFERENCES practice (id),
    person {int} REFERENCES person (id),
    school {int} REFERENCES school (id),
    wished {int} NOT NULL,
    event {int} REFERENCES event (id)   -- the one that came of it
);
CREATE UNIQUE INDEX practice_wish_person ON practice_wish (practice, person) WHERE person IS NOT NULL;
CREATE INDEX practice_wish_practice ON practice_wish (practice, event);
CREATE INDEX practice_wish_of ON practice_wish (person) WHERE person IS NOT NULL;
CREATE INDEX practice_wish_school ON practice_wish (school) WHERE school IS NOT NULL;
CREATE INDEX practice_wish_event ON practice_wish (event) WHERE event IS NOT NULL;

-- Material that somebody wants to publish with the centre's help, or a collection of notes.
CREATE TABLE publication (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('work', 'collection')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'editing', 'published', 'declined')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    readers TEXT NOT NULL DEFAULT '' CHECK (length(readers) <= 1000),           -- for whom it is
    licence TEXT NOT NULL CHECK (licence IN ('by', 'by-sa', 'by-nc', 'by-nc-sa', 'all')),
    byline TEXT NOT NULL DEFAULT '' CHECK (length(byline) <= 1000),            -- as they stand on the title page
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),
    cip TEXT NOT NULL DEFAULT '' CHECK (length(cip) <= 1000),                   -- what the national library printed into it
    year {int} CHECK (year BETWEEN 1900 AND 2200),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),             -- why it was declined
    editor {int},                       -- who of the centre took it
    asked {int} NOT NULL,
    taken {int},
    published {int},
    file {int} REFERENCES file (id)     -- as it was published
);
CREATE INDEX publication_centre ON publication (centre, state, published);
CREATE INDEX publication_file ON publication (file) WHERE file IS NOT NULL;

CREATE TABLE publication_version (
    id {id},
    publication {int} NOT NULL REFERENCES publication (id),
    number {int} NOT NULL CHECK (number > 0),
    person {int} REFERENCES person (id),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 20000),               -- Markdown
    file {int} REFERENCES file (id),
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),
    made {int} NOT NULL
);
CREATE UNIQUE INDEX publication_version_number ON publication_version (publication, number);
CREATE INDEX publication_version_person ON publication_version (person) WHERE person IS NOT NULL;
CREATE INDEX publication_version_file ON publication_version (file) WHERE file IS NOT NULL;

-- The notes of a collection, in their order.
CREATE TABLE publication_part (
    publication {int} NOT NULL REFERENCES publication (id),
    practice {int} NOT NULL REFERENCES practice (id),
    place {int} NOT NULL,
    PRIMARY KEY (publication, practice)
);
CREATE INDEX publication_part_practice ON publication_part (practice);

-- Whose work it is: of a note or of a publication. Each gets points from the own school, once.
CREATE TABLE authorship (
    id {id},
    practice {int} REFERENCES practice (id),
    publication {int} REFERENCES publication (id),
    person {int} NOT NULL REFERENCES person (id),
    place {int} NOT NULL,
    agreed {int},                       -- when they said that it is theirs too
    school {int} REFERENCES school (id),        -- at which they worked
    confirmed {int},                    -- when somebody of the school had seen it
    confirmed_by {int},
    points {int} CHECK (points >= 0),
    CHECK ((practice IS NULL) <> (publication IS NULL))
);
CREATE UNIQUE INDEX authorship_practice ON authorship (practice, person) WHERE practice IS NOT NULL;
CREATE UNIQUE INDEX authorship_publication ON authorship (publication, person) WHERE publication IS NOT NULL;
CREATE INDEX authorship_person ON authorship (person);
CREATE INDEX authorship_school ON authorship (school) WHERE school IS NOT NULL;
