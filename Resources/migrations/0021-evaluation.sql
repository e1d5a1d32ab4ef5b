-- With what a centre evaluates its events, and which survey evaluates which event.

CREATE TABLE evaluation_rule (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    questionnaire {int} NOT NULL REFERENCES questionnaire (id),
    days {int} NOT NULL CHECK (days > 0),               -- so long it can be answered
    opens_proof {bool} NOT NULL DEFAULT {false},        -- whether a proof opens once its bearer has answered
    since TEXT NOT NULL                                 -- local day: events that end from then on
);
CREATE INDEX evaluation_rule_questionnaire ON evaluation_rule (questionnaire);

CREATE TABLE evaluation (
    event {int} PRIMARY KEY REFERENCES event (id),
    survey {int} NOT NULL REFERENCES survey (id),
    reminded {int}
);
CREATE UNIQUE INDEX evaluation_survey ON evaluation (survey);
