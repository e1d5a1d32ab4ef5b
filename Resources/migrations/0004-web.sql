-- Sessions, forms and limits.

CREATE TABLE web_session (
    hash {blob} PRIMARY KEY,            -- SHA-256 of the token that the browser holds
    person {int} NOT NULL,
    begun {int} NOT NULL,
    seen {int} NOT NULL,
    ends {int} NOT NULL,
    factor {bool} NOT NULL DEFAULT {false},   -- the second factor was shown in this session
    proved {int},                       -- when a fresh link showed in it, anew, who it is
    device TEXT NOT NULL DEFAULT ''
);
CREATE INDEX web_session_person ON web_session (person);

-- A form is acted upon once: a repeat gets the first answer.
CREATE TABLE act_token (
    token TEXT PRIMARY KEY,
    at {int} NOT NULL,
    path TEXT NOT NULL,                 -- where the browser was sent
    notice TEXT                         -- what it was told; forgotten after an hour, for it may name people
);
CREATE INDEX act_token_at ON act_token (at);

-- What was typed while the session of a person ended; sealed, for 30 minutes.
CREATE TABLE kept_form (
    id {id},
    browser {blob} NOT NULL,            -- hash of the browser's own cookie
    person {int} NOT NULL,
    sealed {blob} NOT NULL,
    at {int} NOT NULL
);
CREATE INDEX kept_form_person ON kept_form (person);

-- How often something was tried in the current window.
CREATE TABLE attempt (
    name TEXT PRIMARY KEY,              -- what and for whom, hashed where it would name a person
    window_start {int} NOT NULL,
    count {int} NOT NULL
);
