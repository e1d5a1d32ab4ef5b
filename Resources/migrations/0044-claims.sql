-- What is owed to a centre: what things cost and when they cost less, who owes what and for whom, who pays it and from which source of money.

-- The price list: a price stands as long as nobody wrote a new one.
CREATE TABLE price (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('event', 'hall', 'publication', 'membership', 'other')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    covers TEXT NOT NULL DEFAULT '' CHECK (length(covers) <= 1000),
    amount {int} NOT NULL CHECK (amount >= 0),          -- in hundredths
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    starts TEXT NOT NULL,
    ends TEXT,                          -- the last day
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)     -- who decided it, and where it stands
);
CREATE INDEX price_centre ON price (centre, starts);

-- Rules by which a seat costs less.
CREATE TABLE reduction (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('one_in', 'member', 'early', 'many')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    people {int} CHECK (people > 1),    -- one of so many is free; of so many on all pay less
    percent {int} CHECK (percent BETWEEN 1 AND 100),
    days {int} CHECK (days > 0),        -- before the first day; so long a paid membership holds
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)
);
CREATE INDEX reduction_centre ON reduction (centre, starts);

-- How long there is to pay, and how long what was paid must be kept, from a day on. The last one that has begun holds.
CREATE TABLE claim_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    starts TEXT NOT NULL,
    due_days {int} NOT NULL CHECK (due_days BETWEEN 0 AND 365),
    keep_years {int} NOT NULL CHECK (keep_years BETWEEN 1 AND 50),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)
);
CREATE UNIQUE INDEX claim_rule_centre ON claim_rule (centre, starts);

-- Who pays. What is empty here is as the person's or the school's own page says; of an account that was deleted the name stays here as long as it must.
CREATE TABLE payer (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'school', 'municipality', 'body')),
    person {int} REFERENCES person (id),
    school {int} REFERENCES school (id),
    municipality {int} REFERENCES municipality (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    postcode TEXT NOT NULL DEFAULT '' CHECK (length(postcode) <= 40),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    vat_number TEXT NOT NULL DEFAULT '' CHECK (length(vat_number) <= 40),
    contract_number TEXT NOT NULL DEFAULT '' CHECK (length(contract_number) <= 120),
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),
    uses_crf {bool} NOT NULL DEFAULT {false}            -- its invoices go into the central register
);
CREATE UNIQUE INDEX payer_school ON payer (centre, school) WHERE school IS NOT NULL;
CREATE UNIQUE INDEX payer_municipality ON payer (centre, municipality) WHERE municipality IS NOT NULL;
CREATE INDEX payer_centre ON payer (centre, kind);
CREATE INDEX payer_person ON payer (person, centre) WHERE person IS NOT NULL;   -- two rows of one person where two accounts became one
CREATE INDEX payer_of_school ON payer (school) WHERE school IS NOT NULL;
CREATE INDEX payer_of_municipality ON payer (municipality) WHERE municipality IS NOT NULL;

-- What somebody owes for one thing. It keeps the price of the day on which it was asked for.
CREATE TABLE claim (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    registration {int} REFERENCES registration (id),    -- of a seat
    event {int} REFERENCES event (id),
    person {int} REFERENCES person (id),                -- for whom; another one when the seat is handed over
    school {int} REFERENCES school (id),                -- on whose behalf
    listed {int} REFERENCES price (id),                 -- of what stands in the price list
    what TEXT NOT NULL CHECK (length(what) <= 300),
    price {int} NOT NULL CHECK (price >= 0),            -- in hundredths, whole
    reduced {int} NOT NULL DEFAULT 0 CHECK (reduced >= 0),
    rule {int} REFERENCES reduction (id),               -- by which it is less
    reduction TEXT NOT NULL DEFAULT '' CHECK (length(reduction) <= 200),        -- the same in words, as it was then
    amount {int} NOT NULL CHECK (amount >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    made {int} NOT NULL,
    asked TEXT NOT NULL,                -- the day on which it was applied for
    due TEXT NOT NULL,
    cancelled {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    CHECK (amount = price - reduced)
);
CREATE UNIQUE INDEX claim_registration ON claim (registration) WHERE registration IS NOT NULL;
CREATE INDEX claim_centre ON claim (centre, made);
CREATE INDEX claim_event ON claim (event) WHERE event IS NOT NULL;
CREATE INDEX claim_person ON claim (person) WHERE person IS NOT NULL;
CREATE INDEX claim_school ON claim (school) WHERE school IS NOT NULL;
CREATE INDEX claim_listed ON claim (listed) WHERE listed IS NOT NULL;
CREATE INDEX claim_by_rule ON claim (rule) WHERE rule IS NOT NULL;

-- A part of a claim with who pays it, or the source of money that bears it. Who pays may do so from a source; without a payer the source bears it and
-- nobody gets a paper. Its money is changed only together with the ledger.
CREATE TABLE claim_share (
    id {id},
    claim {int} NOT NULL REFERENCES claim (id),
    centre {int} NOT NULL REFERENCES centre (id),
    payer {int} REFERENCES payer (id),
    purse {int} REFERENCES purse (id),
    purse_year {int},                   -- of whose money
    amount {int} NOT NULL CHECK (amount >= 0),
    debited {int} NOT NULL DEFAULT 0 CHECK (debited >= 0),      -- added by a debit note
    paid {int} NOT NULL DEFAULT 0 CHECK (paid >= 0),            -- less what was given back
    credited {int} NOT NULL DEFAULT 0 CHECK (credited >= 0),    -- taken off
    lost {int} NOT NULL DEFAULT 0 CHECK (lost >= 0),            -- written off
    rest {int} NOT NULL,                -- still to be paid; below nothing: to be given back
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 40), -- digits of the year, the event and the share, without the control
    due TEXT NOT NULL,
    invoiced {bool} NOT NULL DEFAULT {false},
    gone {bool} NOT NULL DEFAULT {false},               -- the claim was divided anew: it is worth nothing any more
    CHECK (payer IS NOT NULL OR purse IS NOT NULL),
    CHECK ((purse IS NULL) = (purse_year IS NULL)),
    CHECK (rest = amount + debited - paid - credited - lost)
);
CREATE UNIQUE INDEX claim_share_reference ON claim_share (reference) WHERE reference <> '';
CREATE INDEX claim_share_centre ON claim_share (centre);
CREATE INDEX claim_share_claim ON claim_share (claim);
CREATE INDEX claim_share_payer ON claim_share (payer, due) WHERE payer IS NOT NULL;
CREATE INDEX claim_share_purse ON claim_share (purse) WHERE purse IS NOT NULL;
CREATE INDEX claim_share_open ON claim_share (centre, due, id) WHERE rest > 0;
CREATE INDEX claim_share_back ON claim_share (centre, id) WHERE rest < 0;

-- What a seat cost on the day on which it was applied for, while it has to be waited for.
CREATE TABLE promised_price (
    registration {int} PRIMARY KEY REFERENCES registration (id),
    price {int} NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR'))
);
