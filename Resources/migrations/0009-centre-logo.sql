-- A centre's logo, on the papers that it gives.

-- Pictures never change: a paper that was signed is set again with the one that it had. Their names are SHA-256 of their bytes, hexadecimal.
CREATE TABLE picture (
    digest TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('image/png', 'image/svg+xml')),
    bytes {blob} NOT NULL,
    added {int} NOT NULL,
    kept {bool} NOT NULL DEFAULT {false}    -- something that was signed names it: it is never deleted
);

CREATE TABLE centre_logo (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    picture TEXT NOT NULL REFERENCES picture (digest),
    since {int} NOT NULL
);
CREATE INDEX centre_logo_picture ON centre_logo (picture);
