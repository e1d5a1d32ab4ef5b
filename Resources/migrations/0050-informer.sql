-- The informer of a month: what the editor writes and picks. What was published stands in informer_issue, as it was.
CREATE TABLE informer (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,                    -- of its month
    number {int} NOT NULL CHECK (number > 0),   -- within its year
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    practice {int} REFERENCES practice (id),    -- of the month; null: none
    with_shelf {bool} NOT NULL DEFAULT {true},  -- what is new in the library
    with_held {bool} NOT NULL DEFAULT {true},   -- what was held the month before
    sign TEXT NOT NULL DEFAULT '' CHECK (length(sign) <= 200),     -- under the editor's words
    edition {int} NOT NULL DEFAULT 0 CHECK (edition >= 0),         -- how often it was published
    edits {int} NOT NULL DEFAULT 0 CHECK (edits >= 0),
    published {int}                             -- when its last edition was
);
CREATE UNIQUE INDEX informer_month ON informer (centre, first_day);
CREATE INDEX informer_practice ON informer (practice) WHERE practice IS NOT NULL;

CREATE TABLE informer_text (
    informer {int} NOT NULL REFERENCES informer (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'lt', 'en')),
    words TEXT NOT NULL CHECK (length(words) <= 10000),        -- Markdown
    PRIMARY KEY (informer, language)
);

CREATE TABLE informer_article (
    informer {int} NOT NULL REFERENCES informer (id),
    article {int} NOT NULL REFERENCES article (id),
    PRIMARY KEY (informer, article)
);
CREATE INDEX informer_article_article ON informer_article (article);

-- What was published, in each language and script: all that page and print say.
CREATE TABLE informer_issue (
    informer {int} NOT NULL REFERENCES informer (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    content {blob} NOT NULL,                    -- JSON
    PRIMARY KEY (informer, language)
);

-- An informer went to somebody who looks after a school; whether it was passed on to the staff room.
CREATE TABLE informer_sending (
    id {id},
    informer {int} NOT NULL REFERENCES informer (id),
    school {int} NOT NULL REFERENCES school (id),
    person {int} REFERENCES person (id),        -- null: the account has gone
    sent {int} NOT NULL,
    reminded {int},
    passed {int}                                -- when somebody said so
);
CREATE UNIQUE INDEX informer_sending_once ON informer_sending (informer, school, person);
CREATE INDEX informer_sending_school ON informer_sending (school, sent);
CREATE INDEX informer_sending_person ON informer_sending (person) WHERE person IS NOT NULL;
CREATE INDEX informer_sending_open ON informer_sending (sent) WHERE passed IS NULL AND reminded IS NULL;

-- The book of information about the centre's work, chapter by chapter.
CREATE TABLE information_chapter (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    place {int} NOT NULL DEFAULT 0 CHECK (place BETWEEN 0 AND 999),
    figures TEXT NOT NULL CHECK (figures IN ('none', 'centre', 'team', 'halls', 'prices', 'plans', 'documents', 'held', 'library')),
    changed {int} NOT NULL
);
CREATE INDEX information_chapter_centre ON information_chapter (centre, place);

CREATE TABLE information_chapter_text (
    chapter {int} NOT NULL REFERENCES information_chapter (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),       -- Markdown
    PRIMARY KEY (chapter, language)
);
