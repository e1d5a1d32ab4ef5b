-- What another program shows to read a centre's own data.
CREATE TABLE access_key (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 120),             -- what it is for
    scopes TEXT NOT NULL CHECK (length(scopes) <= 300),         -- what may be read with it
    beginning TEXT NOT NULL CHECK (length(beginning) <= 40),    -- of the secret, by which people tell keys apart
    digest {blob} NOT NULL,                     -- of the secret, which is kept nowhere
    until TEXT NOT NULL,                        -- the last day on which it opens anything
    made {int} NOT NULL,
    made_by {int} REFERENCES person (id),
    ended {int},                                -- when somebody ended it before that
    used {int}                                  -- when it was used last
);
CREATE UNIQUE INDEX access_key_digest ON access_key (digest);
CREATE INDEX access_key_centre ON access_key (centre);
CREATE INDEX access_key_made_by ON access_key (made_by) WHERE made_by IS NOT NULL;

-- How often a key was used on a day, and how many rows it was told.
CREATE TABLE access_use (
    id {id},
    access_key {int} NOT NULL REFERENCES access_key (id),
    day TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('events:read', 'registrations:read', 'certificates:read', 'claims:read', 'figures:read')),
    calls {int} NOT NULL CHECK (calls > 0),
    told {int} NOT NULL CHECK (told >= 0)
);
CREATE UNIQUE INDEX access_use_day ON access_use (access_key, day, scope);

-- An address of another program that is told what happens.
CREATE TABLE webhook (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 120),
    address TEXT NOT NULL CHECK (length(address) <= 300),
    kinds TEXT NOT NULL CHECK (length(kinds) <= 300),           -- of what it hears
    secret {blob} NOT NULL,                     -- by which it is signed, sealed
    earlier_secret {blob},                      -- the one before it, which signs too for a day
    earlier_until {int},
    state TEXT NOT NULL CHECK (state IN ('on', 'paused', 'ended')),
    failing {int},                              -- since when nothing arrives
    tries {int} NOT NULL DEFAULT 0 CHECK (tries >= 0),          -- failures in a row
    due {int},                                  -- before it nobody calls again
    made {int} NOT NULL,
    made_by {int} REFERENCES person (id),
    CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL))
);
CREATE INDEX webhook_centre ON webhook (centre);
CREATE INDEX webhook_made_by ON webhook (made_by) WHERE made_by IS NOT NULL;

-- One thing that a webhook is told. Of people it holds numbers only.
CREATE TABLE webhook_delivery (
    id {id},
    webhook {int} NOT NULL REFERENCES webhook (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'event.announced', 'event.changed', 'event.postponed', 'event.cancelled', 'registration.made', 'registration.withdrawn', 'certificate.issued', 'trial')),
    thing {int} NOT NULL,                       -- the row that it is about, so that one act tells it once
    body TEXT NOT NULL,
    made {int} NOT NULL,
    tries {int} NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tried {int},
    delivered {int},
    dropped {int},                              -- when it was given up
    status {int},                               -- what the other side answered last
    fault TEXT CHECK (fault IN ('inside', 'address', 'late', 'large', 'unreachable')),
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 200)
);
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook, id);
CREATE INDEX webhook_delivery_made ON webhook_delivery (made);
