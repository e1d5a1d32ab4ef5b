-- What a centre publishes of itself: news and pages in several languages, documents, the people who work there.

CREATE TABLE article (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('news', 'page')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    day TEXT NOT NULL,                  -- the local day that it bears
    picture {int} REFERENCES file (id),
    changed {int} NOT NULL
);
CREATE INDEX article_list ON article (centre, kind, state, day);
CREATE INDEX article_picture ON article (picture);

CREATE TABLE article_text (
    article {int} NOT NULL REFERENCES article (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),        -- Markdown
    PRIMARY KEY (article, language)
);

CREATE TABLE centre_document (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    section TEXT NOT NULL CHECK (section IN ('plan', 'report', 'informer', 'prices', 'act', 'other')),
    year {int} NOT NULL,
    withdrawn {bool} NOT NULL DEFAULT {false},
    added {int} NOT NULL
);
CREATE INDEX centre_document_list ON centre_document (centre, section, year);
CREATE INDEX centre_document_file ON centre_document (file);

-- Somebody who works at the centre, as the public meets them. It is no account.
CREATE TABLE team_member (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    role TEXT NOT NULL CHECK (length(role) <= 300),     -- what they do there
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    picture {int} REFERENCES file (id),
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX team_member_centre ON team_member (centre, place, id);
CREATE INDEX team_member_picture ON team_member (picture);

-- The picture of an event for whoever sends a link to it, by the facts that it shows.
CREATE TABLE event_share (
    event {int} NOT NULL REFERENCES event (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    facts TEXT NOT NULL,                -- digest of what it shows
    picture {blob} NOT NULL,            -- PNG, 1200 by 630; empty where none can be drawn
    PRIMARY KEY (event, language)
);
