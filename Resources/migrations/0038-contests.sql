-- Contests, festivals and exhibitions: calls, the works that mentors send in, what the parents have said, files.

-- So long after its results a contest keeps what it holds about children.
CREATE TABLE contest_retention (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    months {int} NOT NULL CHECK (months BETWEEN 1 AND 36),
    basis TEXT NOT NULL DEFAULT '' CHECK (length(basis) <= 200)
);
CREATE UNIQUE INDEX contest_retention_since ON contest_retention (centre, since);

CREATE TABLE contest (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'art', 'literary', 'research', 'festival', 'tools', 'book')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    lead TEXT NOT NULL DEFAULT '' CHECK (length(lead) <= 1000),
    rules TEXT NOT NULL DEFAULT '' CHECK (length(rules) <= 20000),              -- Markdown
    prizes TEXT NOT NULL DEFAULT '' CHECK (length(prizes) <= 1000),
    partners TEXT NOT NULL DEFAULT '' CHECK (length(partners) <= 1000),
    has_jury {bool} NOT NULL,
    is_for_pupils {bool} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'judging', 'decided', 'closed')),
    opens {int} NOT NULL,
    closes {int} NOT NULL,              -- the minute itself still counts
    parent {int} REFERENCES contest (id),       -- the contest of a higher level, which takes works from this one
    threshold {int} CHECK (threshold >= 0),     -- points from which it takes them
    level TEXT NOT NULL CHECK (level IN ('school', 'municipality', 'state', 'centre')),
    decided_on TEXT,
    keep_months {int} CHECK (keep_months >= 0), -- as the rule was when it was decided
    event {int} REFERENCES event (id),          -- the opening, the performance
    poster {int} REFERENCES file (id),          -- a picture for the poster and the page
    created {int} NOT NULL,
    erased {int},                       -- when what it held about children was erased
    CHECK (opens < closes)
);
CREATE INDEX contest_centre ON contest (centre, state, closes);
CREATE INDEX contest_parent ON contest (parent) WHERE parent IS NOT NULL;
CREATE INDEX contest_event ON contest (event) WHERE event IS NOT NULL;
CREATE INDEX contest_poster ON contest (poster) WHERE poster IS NOT NULL;

CREATE TABLE contest_category (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    discipline TEXT NOT NULL DEFAULT '' CHECK (length(discipline) <= 200),
    grade_from {int} CHECK (grade_from BETWEEN 0 AND 12),
    grade_to {int} CHECK (grade_to BETWEEN 0 AND 12),
    most_works {int} NOT NULL CHECK (most_works > 0),           -- that one mentor may send in
    kinds TEXT NOT NULL DEFAULT '' CHECK (length(kinds) <= 40), -- of files, with a blank between them: picture pdf text link
    least_pixels {int} CHECK (least_pixels > 0),                -- along the longer side
    most_bytes {int} CHECK (most_bytes > 0),
    position {int} NOT NULL
);
CREATE INDEX contest_category_contest ON contest_category (contest, position);

-- One work. Its code says nothing of whose it is, and stays when all else goes.
CREATE TABLE contest_work (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    category {int} NOT NULL REFERENCES contest_category (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    mentor {int} REFERENCES person (id),
    school {int} REFERENCES school (id),
    grade {int} CHECK (grade BETWEEN 0 AND 12),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 20000),
    alt TEXT NOT NULL DEFAULT '' CHECK (length(alt) <= 300),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'withdrawn', 'disqualified')),
    begun {int} NOT NULL,
    sent {int},
    is_late {bool} NOT NULL DEFAULT {false},
    admitted {int},                     -- when the centre let in one that came late
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    minutes {int} CHECK (minutes > 0),          -- of a performance
    starts {int},                       -- in the running order
    lent_from TEXT,                     -- an exhibit came
    returned TEXT,                      -- and went back
    reminded {int},                     -- when its mentor was last reminded of what is missing
    taken_from {int} REFERENCES contest_work (id),              -- the same work at a lower level
    forgotten {int}
);
CREATE UNIQUE INDEX contest_work_code ON contest_work (code);
CREATE INDEX contest_work_contest ON contest_work (contest, state, category);
CREATE INDEX contest_work_category ON contest_work (category);
CREATE INDEX contest_work_mentor ON contest_work (mentor) WHERE mentor IS NOT NULL;
CREATE INDEX contest_work_school ON contest_work (school) WHERE school IS NOT NULL;
CREATE UNIQUE INDEX contest_work_taken ON contest_work (taken_from, contest) WHERE taken_from IS NOT NULL;

-- Whose work it is: a pupil, who has no account, or a person.
CREATE TABLE contest_author (
    id {id},
    work {int} NOT NULL REFERENCES contest_work (id),
    person {int} REFERENCES person (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    grade {int} CHECK (grade BETWEEN 0 AND 12),
    may_enter TEXT NOT NULL CHECK (may_enter IN ('unknown', 'yes', 'no')),
    may_show TEXT NOT NULL CHECK (may_show IN ('unknown', 'yes', 'no')),
    may_be_named TEXT NOT NULL CHECK (may_be_named IN ('unknown', 'yes', 'no')),
    consent TEXT NOT NULL CHECK (consent IN ('none', 'paper', 'link')),
    consented {int},
    consent_key {int} NOT NULL DEFAULT 0,       -- how often the guardian's link was made anew; the link is a mark over it
    forgotten {int}
);
CREATE INDEX contest_author_work ON contest_author (work, id);
CREATE INDEX contest_author_person ON contest_author (person) WHERE person IS NOT NULL;

-- A file as it came, which stays apart, and what is shown of it: without what a camera or a program wrote into it, under a name that says nothing.
CREATE TABLE contest_file (
    id {id},
    work {int} NOT NULL REFERENCES contest_work (id),
    original {int} REFERENCES file (id),
    shown {int} REFERENCES file (id),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'pdf')),
    name TEXT NOT NULL CHECK (length(name) <= 200),             -- as it was called where it came from
    mark TEXT NOT NULL DEFAULT '' CHECK (length(mark) <= 40),   -- how a picture looks, in 64 bits, so that near doubles are found
    position {int} NOT NULL
);
CREATE INDEX contest_file_work ON contest_file (work, position);
CREATE INDEX contest_file_original ON contest_file (original) WHERE original IS NOT NULL;
CREATE INDEX contest_file_shown ON contest_file (shown) WHERE shown IS NOT NULL;
CREATE INDEX contest_file_mark ON contest_file (mark) WHERE mark <> '';
