-- Calls for papers: what is asked, what authors send, what reviewers say of it in two rounds, and what was decided.

CREATE TABLE paper_call (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- to the authors: what is asked
    kinds TEXT NOT NULL DEFAULT '' CHECK (length(kinds) <= 1000),       -- kinds of contribution, one in each line
    abstract_words {int} NOT NULL CHECK (abstract_words > 0),           -- so many words an abstract may have
    keywords_most {int} NOT NULL CHECK (keywords_most >= 0),
    authors_most {int} NOT NULL CHECK (authors_most > 0),
    best_mark {int} NOT NULL CHECK (best_mark > 1),                     -- marks go from 1 to this
    reviews_each {int} NOT NULL CHECK (reviews_each > 0),               -- so many reviewers get each proposal
    minutes {int} NOT NULL CHECK (minutes > 0),                         -- of a talk in the programme
    opens TEXT NOT NULL,                -- local days, each to its end
    deadline TEXT NOT NULL,
    reviewed TEXT NOT NULL,             -- until then the first round is read
    again TEXT NOT NULL,                -- until then second versions come
    again_reviewed TEXT NOT NULL,       -- until then these are read
    published {int}
);
CREATE UNIQUE INDEX paper_call_event ON paper_call (event);

-- By what reviewers give marks.
CREATE TABLE paper_criterion (
    id {id},
    call {int} NOT NULL REFERENCES paper_call (id),
    place {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 300)
);
CREATE INDEX paper_criterion_call ON paper_criterion (call, place);

CREATE TABLE paper_reviewer (
    id {id},
    call {int} NOT NULL REFERENCES paper_call (id),
    person {int} NOT NULL REFERENCES person (id),
    named {int} NOT NULL
);
CREATE UNIQUE INDEX paper_reviewer_once ON paper_reviewer (call, person);
CREATE INDEX paper_reviewer_person ON paper_reviewer (person);

CREATE TABLE paper (
    id {id},
    call {int} NOT NULL REFERENCES paper_call (id),
    person {int} REFERENCES person (id),    -- who sent it and hears of it; none once the account was deleted
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'changes', 'accepted', 'refused', 'withdrawn')),
    round {int} NOT NULL DEFAULT 1 CHECK (round IN (1, 2)),
    created {int} NOT NULL,
    decided {int},
    decided_from TEXT CHECK (decided_from IN ('sent', 'changes')),      -- where it was when the centre decided, to which it can go back
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- of the centre, with the last decision
    talk {int} REFERENCES talk (id)         -- its place in the programme
);
CREATE INDEX paper_call_state ON paper (call, state);
CREATE INDEX paper_person ON paper (person) WHERE person IS NOT NULL;
CREATE INDEX paper_talk ON paper (talk) WHERE talk IS NOT NULL;

-- What was sent in the first round, and again in the second.
CREATE TABLE paper_version (
    id {id},
    paper {int} NOT NULL REFERENCES paper (id),
    round {int} NOT NULL CHECK (round IN (1, 2)),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    abstract TEXT NOT NULL DEFAULT '' CHECK (length(abstract) <= 10000),
    keywords TEXT NOT NULL DEFAULT '' CHECK (length(keywords) <= 300),  -- parted by commas
    kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 300),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what was changed, for the reviewers
    sent {int}
);
CREATE UNIQUE INDEX paper_version_round ON paper_version (paper, round);

CREATE TABLE paper_author (
    id {id},
    paper {int} NOT NULL REFERENCES paper (id),
    place {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    school TEXT NOT NULL DEFAULT '' CHECK (length(school) <= 200)
);
CREATE INDEX paper_author_paper ON paper_author (paper, place);
CREATE INDEX paper_author_email ON paper_author (email) WHERE email <> '';

-- One proposal in the hands of one reviewer for one round.
CREATE TABLE paper_review (
    id {id},
    paper {int} NOT NULL REFERENCES paper (id),
    round {int} NOT NULL CHECK (round IN (1, 2)),
    person {int} REFERENCES person (id),    -- none once the account was deleted
    recommendation TEXT CHECK (recommendation IN ('accept', 'changes', 'refuse')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- to the author
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- to the centre alone
    assigned {int} NOT NULL,
    given {int},
    reminded {int},
    reminders {int} NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX paper_review_once ON paper_review (paper, round, person);
CREATE INDEX paper_review_person ON paper_review (person, given) WHERE person IS NOT NULL;

CREATE TABLE paper_mark (
    review {int} NOT NULL REFERENCES paper_review (id),
    criterion {int} NOT NULL REFERENCES paper_criterion (id),
    mark {int} NOT NULL CHECK (mark > 0),
    PRIMARY KEY (review, criterion)
);
CREATE INDEX paper_mark_criterion ON paper_mark (criterion);
