-- Entering by somebody else's word: services that know who somebody is (OpenID Connect), and which account is whose there.

CREATE TABLE openid_provider (
    id {id},
    name TEXT NOT NULL CHECK (length(name) <= 120),     -- what its button says
    issuer TEXT NOT NULL CHECK (length(issuer) <= 300),
    client TEXT NOT NULL CHECK (length(client) <= 200), -- what this installation is called there
    secret {blob} NOT NULL,                             -- sealed
    links {bool} NOT NULL DEFAULT {false},              -- whether an address that it has checked leads to the account with that address
    shown {bool} NOT NULL DEFAULT {false},
    described TEXT NOT NULL DEFAULT '' CHECK (length(described) <= 20000),  -- what it says of itself: JSON
    keys TEXT NOT NULL DEFAULT '' CHECK (length(keys) <= 20000),            -- by which it signs: JSON
    asked {int},                                        -- when it last answered
    UNIQUE (issuer, client)
);

CREATE TABLE openid_identity (
    id {id},
    provider {int} NOT NULL REFERENCES openid_provider (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),   -- who somebody is there
    person {int} NOT NULL REFERENCES person (id),
    linked {int} NOT NULL,
    used {int},
    UNIQUE (provider, subject)
);
CREATE INDEX openid_identity_person ON openid_identity (person);
