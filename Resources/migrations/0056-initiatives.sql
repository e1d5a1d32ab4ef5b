-- Initiatives: what centres propose together to change in a rule or a practice: a text in versions, what each of them says to it, whom it went to and what became of it.

CREATE TABLE initiative (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),       -- coordinates it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    recipient TEXT NOT NULL CHECK (length(recipient) <= 200),
    reasons TEXT NOT NULL DEFAULT '' CHECK (length(reasons) <= 10000),  -- Markdown: why
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    deadline {int} NOT NULL,                            -- to the minute: until then positions and comments are taken
    keeper {int} REFERENCES person (id),                -- who of the centre sees to it
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'adopted', 'sent', 'closed', 'dropped')),
    made {int} NOT NULL,
    adopted TEXT,                                       -- the day
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),      -- of the register of documents
    ended TEXT,                                         -- the day on which it was closed or dropped
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why it was dropped
    outcome TEXT CHECK (outcome IN ('accepted', 'part', 'refused', 'silence')),
    outcome_words TEXT NOT NULL DEFAULT '' CHECK (length(outcome_words) <= 1000),
    proof TEXT NOT NULL DEFAULT '' CHECK (length(proof) <= 300),        -- where it can be read
    reminded_end {int}                                  -- whoever sees to it was told that the time is over
);
CREATE INDEX initiative_centre ON initiative (centre, state);
CREATE INDEX initiative_keeper ON initiative (keeper) WHERE keeper IS NOT NULL;

-- The text on which the centre works.
CREATE TABLE initiative_article (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    place {int} NOT NULL,
    heading TEXT NOT NULL DEFAULT '' CHECK (length(heading) <= 300),
    text TEXT NOT NULL CHECK (length(text) <= 10000)
);
CREATE INDEX initiative_article_initiative ON initiative_article (initiative, place);

-- What was put before those who take part, each time anew; never changed.
CREATE TABLE initiative_version (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    number {int} NOT NULL,
    published {int} NOT NULL,
    author {int} REFERENCES person (id),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what is new in it
    UNIQUE (initiative, number)
);
CREATE INDEX initiative_version_author ON initiative_version (author) WHERE author IS NOT NULL;

CREATE TABLE initiative_version_article (
    id {id},
    version {int} NOT NULL REFERENCES initiative_version (id),
    article {int} NOT NULL,                             -- the number of the article, by which two versions are compared; it may be gone
    place {int} NOT NULL,
    heading TEXT NOT NULL DEFAULT '' CHECK (length(heading) <= 300),
    text TEXT NOT NULL CHECK (length(text) <= 10000)
);
CREATE INDEX initiative_version_article_version ON initiative_version_article (version, place);

-- Who is asked for a position: a centre of this installation, or somebody outside, whose position is written down here.
CREATE TABLE initiative_party (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    centre {int} REFERENCES centre (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of somebody outside
    asked {int} NOT NULL,
    standing TEXT CHECK (standing IN ('for', 'change', 'against', 'abstain')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    version {int},                                      -- the number of the version to which it was said
    given {int},
    person {int} REFERENCES person (id),                -- who wrote it down
    reminded {int},
    CHECK (centre IS NOT NULL OR name <> ''),
    UNIQUE (initiative, centre)
);
CREATE INDEX initiative_party_centre ON initiative_party (centre) WHERE centre IS NOT NULL;
CREATE INDEX initiative_party_person ON initiative_party (person) WHERE person IS NOT NULL;

-- Circles whose members read and comment.
CREATE TABLE initiative_circle (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    circle {int} NOT NULL REFERENCES circle (id),
    asked {int} NOT NULL,
    UNIQUE (initiative, circle)
);
CREATE INDEX initiative_circle_circle ON initiative_circle (circle);

CREATE TABLE initiative_comment (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    version {int} NOT NULL,                             -- the number of the version that was read
    article {int},                                      -- null: the whole
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    written {int} NOT NULL,
    person {int} REFERENCES person (id),
    centre {int} REFERENCES centre (id),                -- in whose name; null: a member of a circle in the own
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    answered {int},
    taken {bool} NOT NULL DEFAULT {false}               -- whether the text took it over
);
CREATE INDEX initiative_comment_initiative ON initiative_comment (initiative);
CREATE INDEX initiative_comment_person ON initiative_comment (person) WHERE person IS NOT NULL;
CREATE INDEX initiative_comment_centre ON initiative_comment (centre) WHERE centre IS NOT NULL;

-- Whom the adopted text went to, and what came back.
CREATE TABLE initiative_sending (
    id {id},
    initiative {int} NOT NULL REFERENCES initiative (id),
    recipient TEXT NOT NULL CHECK (length(recipient) <= 200),
    day TEXT NOT NULL,
    way TEXT NOT NULL DEFAULT '' CHECK (length(way) <= 120),            -- by post, by e-mail, by hand
    due TEXT NOT NULL,                                  -- the day by which an answer is expected
    answered TEXT,
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    file {int} REFERENCES file (id),
    reminded {int}
);
CREATE INDEX initiative_sending_initiative ON initiative_sending (initiative);
CREATE INDEX initiative_sending_file ON initiative_sending (file) WHERE file IS NOT NULL;
CREATE INDEX initiative_sending_due ON initiative_sending (due) WHERE answered IS NULL;
