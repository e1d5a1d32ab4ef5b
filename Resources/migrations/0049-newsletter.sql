-- Newsletters: their kinds, who agreed to get which, issues with those to whom they go, and addresses to which nothing goes any more.

CREATE TABLE newsletter (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    is_open {bool} NOT NULL,                            -- whether people without an account may have it too
    version {int} NOT NULL DEFAULT 1 CHECK (version > 0),           -- counts up with each change of what it says of itself
    ended {int},                                        -- since when nobody joins it and nothing of it is written
    made {int} NOT NULL
);
CREATE INDEX newsletter_centre ON newsletter (centre);

CREATE TABLE newsletter_text (
    newsletter {int} NOT NULL REFERENCES newsletter (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 1000),
    PRIMARY KEY (newsletter, language)
);

-- Somebody who has or had a newsletter of a centre: by the account, or by an address alone.
CREATE TABLE newsletter_subscriber (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} REFERENCES person (id),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),    -- empty for an account, which has its own, and for whoever left
    digest TEXT NOT NULL,                               -- a mark over the address, which stays when that goes
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    asked {int} NOT NULL                                -- when the last letter with a link was written: older links lead nowhere
);
CREATE INDEX newsletter_subscriber_centre ON newsletter_subscriber (centre, digest);
CREATE UNIQUE INDEX newsletter_subscriber_person ON newsletter_subscriber (person, centre) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX newsletter_subscriber_digest ON newsletter_subscriber (digest, centre) WHERE person IS NULL;

-- The log of consents: each was asked, given, ended; what was agreed to stands in the words that were read.
CREATE TABLE newsletter_consent (
    id {id},
    newsletter {int} NOT NULL REFERENCES newsletter (id),
    subscriber {int} NOT NULL REFERENCES newsletter_subscriber (id),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    version {int} NOT NULL,                             -- of the newsletter when it was agreed to
    way TEXT NOT NULL CHECK (way IN ('account', 'form', 'invited')),
    asked {int} NOT NULL,
    given {int},                                        -- null while the letter with the link waits for an answer
    ended {int},
    ended_by TEXT CHECK (ended_by IN ('account', 'page', 'program')),   -- on whose word: the own page, the link's page, a mail program's one click
    CHECK ((ended IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX newsletter_consent_open ON newsletter_consent (newsletter, subscriber) WHERE ended IS NULL;
CREATE INDEX newsletter_consent_newsletter ON newsletter_consent (newsletter);
CREATE INDEX newsletter_consent_subscriber ON newsletter_consent (subscriber);

-- What somebody with an account wants to hear of. It is told here, not taken from plans.
CREATE TABLE newsletter_interest (
    subscriber {int} NOT NULL REFERENCES newsletter_subscriber (id),
    topic {int} NOT NULL REFERENCES topic (id),
    PRIMARY KEY (subscriber, topic)
);
CREATE INDEX newsletter_interest_topic ON newsletter_interest (topic);

-- Addresses to which nothing goes: no address stands here, so that it may stay when all else goes.
CREATE TABLE newsletter_stop (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    newsletter {int} REFERENCES newsletter (id),        -- null: none of the centre’s
    digest TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('left', 'bounced')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- what the mail server said last
    made {int} NOT NULL
);
CREATE INDEX newsletter_stop_centre ON newsletter_stop (centre, digest);
CREATE INDEX newsletter_stop_newsletter ON newsletter_stop (newsletter) WHERE newsletter IS NOT NULL;

CREATE TABLE newsletter_bounce (
    id {id},
    subscriber {int} NOT NULL REFERENCES newsletter_subscriber (id),
    source TEXT NOT NULL CHECK (source IN ('report', 'queue')),
    status TEXT NOT NULL CHECK (length(status) <= 40),  -- as RFC 3463 writes it
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    print TEXT NOT NULL,                                -- a digest of the report, so that none counts twice
    made {int} NOT NULL,
    lifted {int},                                       -- since when it counts no more
    UNIQUE (subscriber, print)
);

CREATE TABLE newsletter_rule (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    pace {int} NOT NULL CHECK (pace BETWEEN 1 AND 20000),           -- letters a minute
    bounces {int} NOT NULL CHECK (bounces BETWEEN 1 AND 20),        -- so many within so many days end an address
    days {int} NOT NULL CHECK (days BETWEEN 1 AND 365)
);

-- A choice among those who agreed, saved under a name.
CREATE TABLE newsletter_segment (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    outside {bool} NOT NULL,                            -- whether people without an account belong to it
    dropped {int},
    made {int} NOT NULL
);
CREATE INDEX newsletter_segment_centre ON newsletter_segment (centre);

CREATE TABLE newsletter_segment_pick (
    id {id},
    segment {int} NOT NULL REFERENCES newsletter_segment (id),
    axis TEXT NOT NULL CHECK (axis IN ('municipality', 'school', 'kind', 'job', 'subject', 'topic')),
    municipality {int} REFERENCES municipality (id),
    school {int} REFERENCES school (id),
    topic {int} REFERENCES topic (id),
    word TEXT NOT NULL DEFAULT '' CHECK (length(word) <= 120)       -- a kind of institution, a job, a subject
);
CREATE INDEX newsletter_segment_pick_segment ON newsletter_segment_pick (segment);
CREATE INDEX newsletter_segment_pick_municipality ON newsletter_segment_pick (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX newsletter_segment_pick_school ON newsletter_segment_pick (school) WHERE school IS NOT NULL;
CREATE INDEX newsletter_segment_pick_topic ON newsletter_segment_pick (topic) WHERE topic IS NOT NULL;

CREATE TABLE newsletter_issue (
    id {id},
    newsletter {int} NOT NULL REFERENCES newsletter (id),
    segment {int} REFERENCES newsletter_segment (id),   -- null: all who agreed
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'sending', 'stopped', 'finished')),
    edits {int} NOT NULL DEFAULT 0,
    due {int},                                          -- when it begins
    begun {int},
    finished {int},
    readers {int} NOT NULL DEFAULT 0,                   -- to whom it goes, counted when it began
    sent {int} NOT NULL DEFAULT 0,
    skipped {int} NOT NULL DEFAULT 0,
    paced {int} NOT NULL DEFAULT 0,                     -- the last minute in which letters were written, and how many
    paced_count {int} NOT NULL DEFAULT 0,
    made {int} NOT NULL,
    CHECK (state <> 'scheduled' OR due IS NOT NULL),
    CHECK (state IN ('draft', 'scheduled') OR begun IS NOT NULL)
);
CREATE INDEX newsletter_issue_newsletter ON newsletter_issue (newsletter, state);
CREATE INDEX newsletter_issue_segment ON newsletter_issue (segment) WHERE segment IS NOT NULL;

CREATE TABLE newsletter_issue_text (
    issue {int} NOT NULL REFERENCES newsletter_issue (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),    -- Markdown
    PRIMARY KEY (issue, language)
);

-- What an issue tells of, besides its text.
CREATE TABLE newsletter_issue_pick (
    id {id},
    issue {int} NOT NULL REFERENCES newsletter_issue (id),
    event {int} REFERENCES event (id),
    article {int} REFERENCES article (id),
    practice {int} REFERENCES practice (id),
    offer {int} REFERENCES month_offer (id)
);
CREATE INDEX newsletter_issue_pick_issue ON newsletter_issue_pick (issue);
CREATE INDEX newsletter_issue_pick_event ON newsletter_issue_pick (event) WHERE event IS NOT NULL;
CREATE INDEX newsletter_issue_pick_article ON newsletter_issue_pick (article) WHERE article IS NOT NULL;
CREATE INDEX newsletter_issue_pick_practice ON newsletter_issue_pick (practice) WHERE practice IS NOT NULL;
CREATE INDEX newsletter_issue_pick_offer ON newsletter_issue_pick (offer) WHERE offer IS NOT NULL;

-- The same as it was said when the issue began, in each language: everybody reads the same, whatever changes meanwhile.
CREATE TABLE newsletter_issue_line (
    issue {int} NOT NULL REFERENCES newsletter_issue (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    place {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('offer', 'event', 'news', 'practice')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    title_language TEXT NOT NULL CHECK (title_language IN ('sr', 'sr-Latn', 'lt', 'en')),
    lead TEXT NOT NULL DEFAULT '' CHECK (length(lead) <= 300),      -- days, or who wrote it
    detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 1000),
    detail_language TEXT NOT NULL CHECK (detail_language IN ('sr', 'sr-Latn', 'lt', 'en')),
    path TEXT NOT NULL,                                 -- behind the language
    PRIMARY KEY (issue, language, place)
);

-- To whom an issue goes. The rows are made when it begins and go after a year; the numbers stay with the issue.
CREATE TABLE newsletter_recipient (
    id {id},
    issue {int} NOT NULL REFERENCES newsletter_issue (id),
    subscriber {int} REFERENCES newsletter_subscriber (id),         -- null where they are forgotten
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped')),
    why TEXT CHECK (why IN ('left', 'stopped', 'gone')),            -- of one who was left out
    done {int},
    UNIQUE (issue, subscriber)
);
CREATE INDEX newsletter_recipient_issue ON newsletter_recipient (issue, state);
CREATE INDEX newsletter_recipient_subscriber ON newsletter_recipient (subscriber) WHERE subscriber IS NOT NULL;
