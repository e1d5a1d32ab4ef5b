-- From an idea to the catalogue: what is asked of a programme, what is written, who agrees, who judges it, and how it was decided.

-- What an accreditor asks for: a call as data, of one centre or of all in its country. What no text of the law proves is said to be unconfirmed.
CREATE TABLE workshop_call (
    id {id},
    centre {int} REFERENCES centre (id),        -- null: of all centres of the country
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering')),
    accreditor {int} REFERENCES accreditor (id),
    cycle {int} REFERENCES cycle (id),          -- into whose catalogue it leads
    title_sr TEXT NOT NULL DEFAULT '' CHECK (length(title_sr) <= 300),
    title_lt TEXT NOT NULL DEFAULT '' CHECK (length(title_lt) <= 300),
    title_en TEXT NOT NULL DEFAULT '' CHECK (length(title_en) <= 300),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 1000),     -- where it stands, as people cite it
    admits TEXT NOT NULL DEFAULT '' CHECK (length(admits) <= 1000),     -- who may apply
    opens TEXT,                                 -- local days
    closes TEXT,                                -- the last on which it can be sent
    ahead_days {int} CHECK (ahead_days > 0),    -- so long before it is held
    valid_months {int} CHECK (valid_months > 0),
    complaint_days {int} CHECK (complaint_days > 0),
    certainty TEXT NOT NULL CHECK (certainty IN ('sourced', 'unconfirmed')),
    retired {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX workshop_call_centre ON workshop_call (centre);
CREATE INDEX workshop_call_accreditor ON workshop_call (accreditor);
CREATE INDEX workshop_call_cycle ON workshop_call (cycle);

-- Its fields, criteria and enclosures, in its order.
CREATE TABLE workshop_call_part (
    id {id},
    call {int} NOT NULL REFERENCES workshop_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('field', 'criterion', 'enclosure')),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    place {int} NOT NULL,
    most {int} CHECK (most > 0),                -- so many letters, as people count them
    required {bool} NOT NULL,
    sr TEXT NOT NULL DEFAULT '' CHECK (length(sr) <= 300),
    lt TEXT NOT NULL DEFAULT '' CHECK (length(lt) <= 300),
    en TEXT NOT NULL DEFAULT '' CHECK (length(en) <= 300)
);
CREATE UNIQUE INDEX workshop_call_part_code ON workshop_call_part (call, kind, code);

CREATE TABLE proposal (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    call {int} REFERENCES workshop_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering')),
    state TEXT NOT NULL CHECK (state IN ('idea', 'draft', 'review', 'revision', 'complete', 'submitted', 'corrections', 'approved', 'rejected', 'complained', 'withdrawn')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 1000),     -- where the idea comes from
    hours {int} CHECK (hours > 0),
    days {int} CHECK (days > 0),
    form TEXT NOT NULL DEFAULT 'direct' CHECK (form IN ('direct', 'online', 'mixed')),
    seats_min {int} NOT NULL DEFAULT 0 CHECK (seats_min >= 0),
    seats_max {int} NOT NULL DEFAULT 30 CHECK (seats_max >= seats_min),
    competence {int} REFERENCES cycle_code (id),
    priority {int} REFERENCES cycle_code (id),
    area {int} REFERENCES cycle_code (id),
    starts TEXT,                                -- of a gathering: its first day
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    predecessor {int} REFERENCES programme (id),
    renews {int} REFERENCES proposal (id),
    programme {int} REFERENCES programme (id),  -- what it became in the catalogue
    begun {int} NOT NULL,
    changed {int} NOT NULL,
    reminded {int},                             -- how many days before its end the last letter went
    filed_number TEXT NOT NULL DEFAULT '' CHECK (length(filed_number) <= 40),
    filed TEXT,
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 40),
    decided TEXT,
    reasons TEXT NOT NULL DEFAULT '' CHECK (length(reasons) <= 10000),
    complaint_until TEXT,
    complained TEXT,
    valid_until TEXT
);
CREATE INDEX proposal_centre ON proposal (centre, state);
CREATE INDEX proposal_call ON proposal (call);
CREATE INDEX proposal_competence ON proposal (competence);
CREATE INDEX proposal_priority ON proposal (priority);
CREATE INDEX proposal_area ON proposal (area);
CREATE INDEX proposal_predecessor ON proposal (predecessor);
CREATE INDEX proposal_renews ON proposal (renews);
CREATE INDEX proposal_programme ON proposal (programme);

-- Who writes and who would lead it, each with what they agreed to.
CREATE TABLE proposal_author (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    person {int} NOT NULL REFERENCES person (id),
    lead {bool} NOT NULL,                       -- began it
    author {bool} NOT NULL,
    realiser {bool} NOT NULL,
    invited {int} NOT NULL,
    agreed {int},
    declined {int}
);
CREATE UNIQUE INDEX proposal_author_person ON proposal_author (proposal, person);
CREATE INDEX proposal_author_of ON proposal_author (person);

-- What somebody says of themselves, once for all proposals.
CREATE TABLE biography (
    person {int} PRIMARY KEY REFERENCES person (id),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    changed {int} NOT NULL
);

-- A field's text in all its versions. One that was written beside another one stays until somebody has joined both.
CREATE TABLE proposal_text (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    field TEXT NOT NULL CHECK (length(field) <= 40),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    standing TEXT NOT NULL CHECK (standing IN ('current', 'earlier', 'beside', 'joined')),
    written {int} NOT NULL,
    written_by {int}
);
CREATE INDEX proposal_text_field ON proposal_text (proposal, field, standing);

CREATE TABLE proposal_comment (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    field TEXT NOT NULL CHECK (length(field) <= 40),
    paragraph {int},                            -- from 1; null: the whole field
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    written {int} NOT NULL,
    written_by {int},
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    answered {int},
    answered_by {int}
);
CREATE INDEX proposal_comment_field ON proposal_comment (proposal, field);

-- The judgement of somebody of the centre: one row for each time it was asked.
CREATE TABLE proposal_review (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    reviewer {int} REFERENCES person (id),
    asked {int} NOT NULL,
    given {int},
    ready {bool} NOT NULL DEFAULT {false},
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
);
CREATE INDEX proposal_review_proposal ON proposal_review (proposal);
CREATE INDEX proposal_review_reviewer ON proposal_review (reviewer);

CREATE TABLE proposal_mark (
    id {id},
    review {int} NOT NULL REFERENCES proposal_review (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    mark {int} NOT NULL CHECK (mark BETWEEN 1 AND 4),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
);
CREATE UNIQUE INDEX proposal_mark_code ON proposal_mark (review, code);

CREATE TABLE proposal_enclosure (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    file {int} NOT NULL REFERENCES file (id),
    added {int} NOT NULL
);
CREATE INDEX proposal_enclosure_proposal ON proposal_enclosure (proposal);
CREATE INDEX proposal_enclosure_file ON proposal_enclosure (file);

-- What pilots and the programme before it have shown, as it was counted on the day on which it was put here.
CREATE TABLE proposal_evidence (
    id {id},
    proposal {int} NOT NULL REFERENCES proposal (id),
    source TEXT NOT NULL CHECK (length(source) <= 40),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    frozen TEXT NOT NULL,
    events {int} NOT NULL,
    answers {int} NOT NULL,                     -- of the evaluation; 0 where too few answered
    mean {int},                                 -- in hundredths
    asked {int} NOT NULL,                       -- of the use in class; 0 where it is not told
    answered {int} NOT NULL,
    used {int} NOT NULL
);
CREATE UNIQUE INDEX proposal_evidence_source ON proposal_evidence (proposal, source);
