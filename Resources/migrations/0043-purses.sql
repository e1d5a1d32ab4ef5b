-- Sources of money of a centre, what each may pay for, what was planned of it; and the ledger in which every amount stands twice.

CREATE TABLE purse (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('founder', 'own', 'ministry', 'municipality', 'project', 'school', 'donor')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    project {int} REFERENCES project (id),              -- whose money it is
    budget_line {int} REFERENCES budget_line (id),      -- of that project, where it is the money of one line
    giver TEXT NOT NULL DEFAULT '' CHECK (length(giver) <= 200),    -- who gives it
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),    -- on what it rests: a law, a contract, a decision
    starts TEXT NOT NULL,
    ends TEXT,                                          -- the last day on which it may be spent
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    decided_on TEXT,
    decided_by TEXT NOT NULL DEFAULT '' CHECK (length(decided_by) <= 200),
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 120),  -- the number of the paper
    closed_on TEXT,                                     -- since when nothing is taken of it, whatever its days say
    CHECK (ends IS NULL OR starts <= ends)
);
CREATE INDEX purse_centre ON purse (centre);
CREATE INDEX purse_project ON purse (project) WHERE project IS NOT NULL;
CREATE INDEX purse_budget_line ON purse (budget_line) WHERE budget_line IS NOT NULL;

-- For whom and for what it may pay. Of a kind without a rule: for all.
CREATE TABLE purse_rule (
    id {id},
    purse {int} NOT NULL REFERENCES purse (id),
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'school', 'job', 'topic', 'event_kind', 'person_most', 'event_most', 'total_most')),
    value TEXT NOT NULL DEFAULT '' CHECK (length(value) <= 120),    -- a number of a row, or words of a job
    amount {int} CHECK (amount >= 0),                   -- of a ceiling, minor units
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE INDEX purse_rule_purse ON purse_rule (purse);

-- What was planned of it for a year. A change is a new row: the last counts, the earlier stay.
CREATE TABLE purse_year (
    id {id},
    purse {int} NOT NULL REFERENCES purse (id),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    planned {int} NOT NULL CHECK (planned >= 0),
    decided_on TEXT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '' CHECK (length(decided_by) <= 200),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    made {int} NOT NULL
);
CREATE INDEX purse_year_purse ON purse_year (purse, year, id);

-- What each account is to the program, and what it is called by the centre's bookkeeper.
CREATE TABLE ledger_account (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    role TEXT NOT NULL CHECK (role IN ('receivable', 'income', 'bank', 'unknown_payments', 'advances', 'purse', 'reserved', 'spent', 'payable', 'loss')),
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),      -- where the centre calls it otherwise
    UNIQUE (centre, role)
);

-- Nothing of the ledger is changed or deleted: a mistake is posted back.
CREATE TABLE ledger_entry (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    day TEXT NOT NULL,
    made {int} NOT NULL,
    person {int},                                       -- who did it
    kind TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    undoes {int} REFERENCES ledger_entry (id)           -- the entry that it posts back
);
CREATE INDEX ledger_entry_day ON ledger_entry (centre, day, id);
CREATE UNIQUE INDEX ledger_entry_undoes ON ledger_entry (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE ledger_line (
    id {id},
    entry {int} NOT NULL REFERENCES ledger_entry (id),
    account {int} NOT NULL REFERENCES ledger_account (id),
    amount {int} NOT NULL CHECK (amount <> 0),          -- minor units: debit above nothing, credit below
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    purse {int} REFERENCES purse (id),
    year {int},                                         -- of the purse's money
    share {int},                                        -- of a claim
    payer {int},
    event {int} REFERENCES event (id),
    person {int} REFERENCES person (id),                -- for whom, where a source counts by people
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 300),
    CHECK ((purse IS NULL) = (year IS NULL))
);
CREATE INDEX ledger_line_entry ON ledger_line (entry);
CREATE INDEX ledger_line_account ON ledger_line (account);
CREATE INDEX ledger_line_purse ON ledger_line (purse, year) WHERE purse IS NOT NULL;
CREATE INDEX ledger_line_share ON ledger_line (share) WHERE share IS NOT NULL;
CREATE INDEX ledger_line_event ON ledger_line (event) WHERE event IS NOT NULL;
CREATE INDEX ledger_line_person ON ledger_line (person) WHERE person IS NOT NULL;
