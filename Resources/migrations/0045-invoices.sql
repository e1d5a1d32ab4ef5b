-- Papers of money: what stands on them of the centre, how it stands to value added tax, the papers themselves with their numbers, and what became of the files.

-- What a centre's papers say of the centre.
CREATE TABLE issuer (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    postcode TEXT NOT NULL DEFAULT '' CHECK (length(postcode) <= 40),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    vat_number TEXT NOT NULL DEFAULT '' CHECK (length(vat_number) <= 40),
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),     -- eighteen digits, or an IBAN
    bank TEXT NOT NULL DEFAULT '' CHECK (length(bank) <= 200),
    signer TEXT NOT NULL DEFAULT '' CHECK (length(signer) <= 200)       -- whose name stands under a paper
);

-- How a centre stands to value added tax, from a day on.
CREATE TABLE vat_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    starts TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('outside', 'exempt', 'taxed')),
    percent {int} NOT NULL CHECK (percent BETWEEN 0 AND 40),
    category TEXT NOT NULL CHECK (length(category) <= 40),              -- as electronic invoices have it
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),           -- why there is no tax
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)     -- the same in words, as it is printed
);
CREATE UNIQUE INDEX vat_rule_centre ON vat_rule (centre, starts);

-- What silence means after a file was sent, from a day on.
CREATE TABLE silence_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    buyer TEXT NOT NULL CHECK (buyer IN ('public', 'private')),
    starts TEXT NOT NULL,
    days {int} NOT NULL CHECK (days BETWEEN 0 AND 90),
    more_days {int} NOT NULL CHECK (more_days BETWEEN 0 AND 90),
    taken {bool} NOT NULL,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE UNIQUE INDEX silence_rule_centre ON silence_rule (centre, buyer, starts);

-- The last number that was given of a kind in a year. It is held while one is given: none is given twice, none is left out.
CREATE TABLE invoice_series (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('proforma', 'invoice', 'advance', 'credit', 'debit')),
    year {int} NOT NULL,
    last {int} NOT NULL CHECK (last >= 0)
);
CREATE UNIQUE INDEX invoice_series_kind ON invoice_series (centre, kind, year);

-- A paper, frozen as it was issued. Nothing of it is changed afterwards but what became of it.
CREATE TABLE invoice (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('proforma', 'invoice', 'advance', 'credit', 'debit')),
    year {int} NOT NULL,
    number {int} NOT NULL,
    label TEXT NOT NULL,                -- the number as it is written
    payer {int} NOT NULL REFERENCES payer (id),
    buyer TEXT NOT NULL CHECK (length(buyer) <= 200),   -- the payer's name, as it was
    day TEXT NOT NULL,
    due TEXT NOT NULL,
    total {int} NOT NULL CHECK (total >= 0),            -- in hundredths
    taken_back {int} NOT NULL DEFAULT 0 CHECK (taken_back >= 0),        -- by credit notes
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    reference TEXT NOT NULL DEFAULT '',                 -- without the control
    origin {int} REFERENCES invoice (id),               -- the pro-forma that it follows
    corrects {int} REFERENCES invoice (id),             -- what a credit or a debit note puts right
    paper TEXT NOT NULL,                                -- all that it says
    made {int} NOT NULL,
    withdrawn {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 300),      -- of the withdrawal
    sent {int},                         -- when it last went by letter
    standing TEXT NOT NULL DEFAULT 'none' CHECK (standing IN ('none', 'sent', 'accepted', 'rejected')),
    standing_on TEXT,
    outside_number TEXT NOT NULL DEFAULT '' CHECK (length(outside_number) <= 40),       -- that the state gave it
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 300),      -- why it was rejected
    CHECK (taken_back <= total)
);
CREATE UNIQUE INDEX invoice_number ON invoice (centre, kind, year, number);
CREATE UNIQUE INDEX invoice_reference ON invoice (reference) WHERE reference <> '';
CREATE INDEX invoice_day ON invoice (centre, day, id);
CREATE INDEX invoice_payer ON invoice (payer);
CREATE INDEX invoice_origin ON invoice (origin) WHERE origin IS NOT NULL;
CREATE INDEX invoice_corrects ON invoice (corrects) WHERE corrects IS NOT NULL;

-- What a paper asks for, or takes back, line by line.
CREATE TABLE invoice_line (
    invoice {int} NOT NULL REFERENCES invoice (id),
    position {int} NOT NULL,
    share {int} NOT NULL REFERENCES claim_share (id),
    amount {int} NOT NULL CHECK (amount > 0),
    PRIMARY KEY (invoice, position)
);
CREATE INDEX invoice_line_share ON invoice_line (share);
