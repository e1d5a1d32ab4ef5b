-- What events cost and who is paid: rules with dates, a line a cost, contracts, travel orders, and to where one would else have to go.

-- How what comes in for an event is divided. A split that was used is not changed: another one begins.
CREATE TABLE fee_split (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    starts TEXT NOT NULL,
    ends TEXT,                                          -- the last day
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE INDEX fee_split_centre ON fee_split (centre, starts);

CREATE TABLE fee_split_part (
    split {int} NOT NULL REFERENCES fee_split (id),
    place {int} NOT NULL CHECK (place > 0),
    role TEXT NOT NULL CHECK (role IN ('house', 'organisation', 'leads', 'authors', 'local')),
    percent {int} NOT NULL CHECK (percent BETWEEN 1 AND 100),       -- the parts of a split make 100
    PRIMARY KEY (split, place)
);

-- What a kilometre and a day away are paid.
CREATE TABLE travel_rate (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('kilometre', 'allowance')),
    hours {int} NOT NULL CHECK (hours BETWEEN 0 AND 24),            -- from so many on the allowance is paid; 0 of a kilometre
    amount {int} NOT NULL CHECK (amount >= 0),          -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE INDEX travel_rate_centre ON travel_rate (centre, kind);

-- The bookkeeper's table of what is taken from a fee and what comes on top.
CREATE TABLE pay_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('author', 'service', 'work')),
    normed {int} NOT NULL CHECK (normed BETWEEN 0 AND 10000),       -- hundredths of one in a hundred of the fee that are no base
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE INDEX pay_rule_centre ON pay_rule (centre, kind);

CREATE TABLE pay_rule_part (
    rule {int} NOT NULL REFERENCES pay_rule (id),
    place {int} NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    rate {int} NOT NULL CHECK (rate BETWEEN 0 AND 10000),           -- hundredths of one in a hundred of the base
    above {bool} NOT NULL,                              -- paid on top of the fee; else taken from it
    PRIMARY KEY (rule, place)
);

-- How an event is reckoned before it is held. Without a row it is reckoned with what the event says.
CREATE TABLE event_calculation (
    event {int} PRIMARY KEY REFERENCES event (id),
    split {int} REFERENCES fee_split (id),
    heads {int} NOT NULL CHECK (heads >= 0),            -- how many are expected
    free_every {int} CHECK (free_every > 1),            -- one in so many comes free
    free_places {int} NOT NULL CHECK (free_places >= 0),
    reduction {int} NOT NULL CHECK (reduction BETWEEN 0 AND 100),   -- by so many of a hundred fees are lower in the mean
    changed {int} NOT NULL
);
CREATE INDEX event_calculation_split ON event_calculation (split) WHERE split IS NOT NULL;

-- With whom it is agreed what somebody does and what is paid for it.
CREATE TABLE fee_contract (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    event {int} REFERENCES event (id),
    person {int} REFERENCES person (id),                -- null for somebody known by name alone
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- as it stands on the paper
    kind TEXT NOT NULL CHECK (kind IN ('author', 'service', 'work')),
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- what is done
    gross {int} NOT NULL CHECK (gross > 0),             -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    due TEXT,                                           -- until when it is to be done
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- what else was agreed
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'done', 'void')),
    rule {int} REFERENCES pay_rule (id),                -- the table by which it is reckoned, since it was issued
    day TEXT,                                           -- of issue
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),  -- in the book of documents
    done_on TEXT,                                       -- when the work was taken over: the month in which it is paid
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000), -- why it is void
    made {int} NOT NULL,
    CHECK (state IN ('draft', 'void') OR day IS NOT NULL)
);
CREATE INDEX fee_contract_centre ON fee_contract (centre, state);
CREATE INDEX fee_contract_event ON fee_contract (event) WHERE event IS NOT NULL;
CREATE INDEX fee_contract_person ON fee_contract (person) WHERE person IS NOT NULL;
CREATE INDEX fee_contract_rule ON fee_contract (rule) WHERE rule IS NOT NULL;

CREATE TABLE travel_order (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    event {int} REFERENCES event (id),
    person {int} REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- what for
    place TEXT NOT NULL CHECK (length(place) <= 200),   -- where to
    leaves {int} NOT NULL,
    returns {int} NOT NULL,
    vehicle TEXT NOT NULL CHECK (vehicle IN ('own', 'official', 'public')),
    km {int} NOT NULL CHECK (km >= 0),                  -- of the own car, there and back
    tickets {int} NOT NULL CHECK (tickets >= 0),        -- as papers say, minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'settled', 'void')),
    paid_km {int},                                      -- what it came to when it was settled, by the rates of the day on which it began
    paid_allowance {int},
    day TEXT,                                           -- of issue
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),
    settled_on TEXT,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    made {int} NOT NULL,
    CHECK (leaves < returns),
    CHECK (state <> 'settled' OR (paid_km IS NOT NULL AND paid_allowance IS NOT NULL AND settled_on IS NOT NULL))
);
CREATE INDEX travel_order_centre ON travel_order (centre, state);
CREATE INDEX travel_order_event ON travel_order (event) WHERE event IS NOT NULL;
CREATE INDEX travel_order_person ON travel_order (person) WHERE person IS NOT NULL;

-- A line of what an event, or the house, pays: planned, put aside of a source, spent.
CREATE TABLE cost (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    event {int} REFERENCES event (id),
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'travel', 'hall', 'food', 'material', 'lodging', 'service', 'other')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    per_head {bool} NOT NULL DEFAULT {false},           -- what is planned is for each who comes
    planned {int} NOT NULL CHECK (planned >= 0),        -- minor units
    amount {int} CHECK (amount >= 0),                   -- what it came to
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'reserved', 'spent', 'dropped')),
    purse {int} REFERENCES purse (id),                  -- the source that pays it; null: fees and the house
    held {int} NOT NULL DEFAULT 0 CHECK (held >= 0),    -- what is put aside there
    held_on TEXT,                                       -- when it was, whose year's money it is
    day TEXT,                                           -- when it was spent
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),  -- of the paper
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    contract {int} REFERENCES fee_contract (id),
    travel {int} REFERENCES travel_order (id),
    made {int} NOT NULL,
    CHECK (state <> 'spent' OR (amount IS NOT NULL AND day IS NOT NULL)),
    CHECK (state <> 'reserved' OR purse IS NOT NULL)
);
CREATE INDEX cost_centre ON cost (centre, state);
CREATE INDEX cost_event ON cost (event) WHERE event IS NOT NULL;
CREATE INDEX cost_purse ON cost (purse) WHERE purse IS NOT NULL;
CREATE UNIQUE INDEX cost_contract ON cost (contract) WHERE contract IS NOT NULL;
CREATE UNIQUE INDEX cost_travel ON cost (travel) WHERE travel IS NOT NULL;

-- Entries of the ledger that were posted for it: each opens to its cost.
CREATE TABLE cost_entry (
    entry {int} PRIMARY KEY REFERENCES ledger_entry (id),
    cost {int} NOT NULL REFERENCES cost (id)
);
CREATE INDEX cost_entry_cost ON cost_entry (cost);

-- To where people of a centre would have to go, were it not held here.
CREATE TABLE other_way (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    municipality {int} NOT NULL REFERENCES municipality (id)
);
CREATE INDEX other_way_municipality ON other_way (municipality);
