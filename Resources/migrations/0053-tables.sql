-- Tables that people of a centre keep under a name: what each shows is kept as an address has it, and read anew whenever it is opened.
CREATE TABLE own_table (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    owner {int} REFERENCES person (id),         -- who keeps it; null when that account is gone and the table is everybody's
    kind TEXT NOT NULL CHECK (kind IN ('registrations', 'events', 'people', 'certificates', 'loans', 'claims')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    query TEXT NOT NULL CHECK (length(query) <= 10000),     -- columns, filters, sums and order, as they stand behind the question mark of an address
    shared {bool} NOT NULL,
    created {int} NOT NULL,
    changed {int} NOT NULL,
    CHECK (owner IS NOT NULL OR shared)
);
CREATE INDEX own_table_centre ON own_table (centre);
CREATE INDEX own_table_owner ON own_table (owner) WHERE owner IS NOT NULL;
