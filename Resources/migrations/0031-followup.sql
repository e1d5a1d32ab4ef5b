-- Back in the classroom: what people mean to do with what they learned, what they say some weeks later, and what is told of it.

-- When people are asked, by events that end on that day or later: of the rules of a centre the newest counts that held on the last day of an event.
CREATE TABLE follow_up_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    asks {bool} NOT NULL,               -- whether anybody is asked at all
    first_days {int} NOT NULL CHECK (first_days > 0),          -- after the last day of the event
    second_days {int} NOT NULL CHECK (second_days > first_days),
    open_days {int} NOT NULL CHECK (open_days > 0),            -- so long the second answer can be given
    bias {int} NOT NULL CHECK (bias BETWEEN 0 AND 100)         -- where fewer of a hundred answer, the numbers carry a warning
);
CREATE UNIQUE INDEX follow_up_rule_since ON follow_up_rule (centre, since);

-- An event whose people are asked. Its days stay as they were told, whatever the rule becomes.
CREATE TABLE follow_up (
    event {int} PRIMARY KEY REFERENCES event (id),
    begun {int} NOT NULL,
    first_day TEXT NOT NULL,            -- until the day before it a step can be written
    second_day TEXT NOT NULL,
    end_day TEXT NOT NULL               -- the last on which anything can be said
);
CREATE INDEX follow_up_first ON follow_up (first_day);

-- One person of one event: the step that they mean to take, and what they show of it.
CREATE TABLE use_step (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    person {int} NOT NULL REFERENCES person (id),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
    due TEXT,                           -- by when
    written {int},
    asked_first {int},                  -- when a letter asked
    asked_second {int},
    school {int} REFERENCES school (id),        -- whose team sees it; null: none does
    named {bool} NOT NULL DEFAULT {false},      -- whether the centre sees whose it is
    shown TEXT,                         -- the day on which colleagues were told of it
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    file {int} REFERENCES file (id),
    consent {bool} NOT NULL DEFAULT {false},    -- that no pupil can be known in the picture, or that the parents have agreed
    confirmed {int},                    -- when somebody of the school said that they had seen it
    confirmed_by {int},
    points {int} CHECK (points >= 0)    -- that the school's table gave for telling of it
);
CREATE UNIQUE INDEX use_step_person ON use_step (event, person);
CREATE INDEX use_step_of ON use_step (person);
CREATE INDEX use_step_school ON use_step (school) WHERE school IS NOT NULL;
CREATE INDEX use_step_file ON use_step (file) WHERE file IS NOT NULL;

CREATE TABLE use_answer (
    id {id},
    step {int} NOT NULL REFERENCES use_step (id),
    turn TEXT NOT NULL CHECK (turn IN ('first', 'second')),
    used TEXT NOT NULL CHECK (used IN ('never', 'once', 'several', 'regularly')),
    hindered TEXT NOT NULL DEFAULT '' CHECK (length(hindered) <= 200),      -- what of the list, by its names
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    given {int} NOT NULL
);
CREATE UNIQUE INDEX use_answer_turn ON use_answer (step, turn);

-- What everybody is told of a programme. It changes only when five more have answered, so that no two looks at it differ by one person.
CREATE TABLE use_figure (
    programme {int} PRIMARY KEY REFERENCES programme (id),
    asked {int} NOT NULL CHECK (asked >= 0),
    answered {int} NOT NULL CHECK (answered >= 0),
    used {int} NOT NULL CHECK (used >= 0),
    counted {int} NOT NULL,
    CHECK (used <= answered AND answered <= asked)
);
