-- Questionnaires, askings, and answers that nobody can be found by.

CREATE TABLE questionnaire (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('evaluation', 'followUp', 'needs', 'other')),
    retired {int}
);
CREATE INDEX questionnaire_centre ON questionnaire (centre, purpose);

-- What it asks, as JSON. A version with which somebody was asked is never changed.
CREATE TABLE questionnaire_version (
    id {id},
    questionnaire {int} NOT NULL REFERENCES questionnaire (id),
    number {int} NOT NULL CHECK (number > 0),
    content TEXT NOT NULL,
    written {int} NOT NULL
);
CREATE UNIQUE INDEX questionnaire_version_number ON questionnaire_version (questionnaire, number);

CREATE TABLE survey (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    version {int} NOT NULL REFERENCES questionnaire_version (id),
    topic TEXT NOT NULL DEFAULT '' CHECK (length(topic) <= 300),
    subjects TEXT NOT NULL DEFAULT '[]',        -- for whom some questions are asked again, such as trainers, as JSON
    language TEXT CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),    -- of its sheets of paper, if another than the centre's
    open {bool} NOT NULL DEFAULT {false},       -- whether everybody who knows the address may answer
    sheets {int} NOT NULL DEFAULT 0,            -- how many sheets of paper were given numbers
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    ended {int},
    moved {int} NOT NULL DEFAULT 0,             -- answers that can be looked at
    destroyed {int} NOT NULL DEFAULT 0          -- answers of an asking to which fewer than five people answered
);
CREATE INDEX survey_centre ON survey (centre, last_day);
CREATE INDEX survey_version ON survey (version);
CREATE INDEX survey_running ON survey (last_day) WHERE ended IS NULL;

-- Who was asked by letter. Nothing here tells whether they answered: see decision 0031.
CREATE TABLE survey_invite (
    id {id},
    survey {int} NOT NULL REFERENCES survey (id),
    person {int} NOT NULL REFERENCES person (id)
);
CREATE UNIQUE INDEX survey_invite_once ON survey_invite (survey, person);
CREATE INDEX survey_invite_person ON survey_invite (person);

-- An answer that waits for others. Its name can be made again only from its link, with the key of the installation, which is in no copy.
CREATE TABLE survey_envelope (
    id TEXT PRIMARY KEY,
    survey {int} NOT NULL REFERENCES survey (id),
    sealed {blob} NOT NULL
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both
CREATE INDEX survey_envelope_survey ON survey_envelope (survey);

-- Under these names an answer was given that has moved: no link answers twice.
CREATE TABLE survey_answered (
    id TEXT PRIMARY KEY,
    survey {int} NOT NULL REFERENCES survey (id)
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both
CREATE INDEX survey_answered_survey ON survey_answered (survey);

-- Answers that moved, at least five together, in a drawn order, without their words.
CREATE TABLE survey_answer (
    id TEXT PRIMARY KEY,                        -- at random
    survey {int} NOT NULL REFERENCES survey (id),
    day TEXT NOT NULL,                          -- on which they moved
    given TEXT NOT NULL                         -- values by questions, as JSON
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both
CREATE INDEX survey_answer_survey ON survey_answer (survey);

-- What people wrote, apart from what else they answered.
CREATE TABLE survey_words (
    id TEXT PRIMARY KEY,                        -- at random
    survey {int} NOT NULL REFERENCES survey (id),
    question TEXT NOT NULL,
    turn {int} NOT NULL DEFAULT 0,              -- 0, or for which of the subjects it was asked
    words TEXT NOT NULL CHECK (length(words) <= 10000),
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'shown', 'hidden'))
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both
CREATE INDEX survey_words_survey ON survey_words (survey, question, turn, state);

-- How often each value was chosen, of the answers that moved: by all, and by those who chose a value of a question about who answers.
CREATE TABLE survey_tally (
    survey {int} NOT NULL REFERENCES survey (id),
    by_question TEXT NOT NULL DEFAULT '',       -- empty where all are counted
    by_value TEXT NOT NULL DEFAULT '',          -- empty for who passed that question over
    question TEXT NOT NULL,
    turn {int} NOT NULL,
    value TEXT NOT NULL,
    answers {int} NOT NULL,
    PRIMARY KEY (survey, by_question, by_value, question, turn, value)
);

-- What somebody has answered so far, sealed with the link that only they have.
CREATE TABLE survey_draft (
    id TEXT PRIMARY KEY,
    survey {int} NOT NULL REFERENCES survey (id),
    day TEXT NOT NULL,
    sealed {blob} NOT NULL
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both
CREATE INDEX survey_draft_survey ON survey_draft (survey);
CREATE INDEX survey_draft_day ON survey_draft (day);
