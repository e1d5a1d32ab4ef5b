-- Files that people put here. Their bytes lie in the folder of files, each under its digest; what a row names never changes.

CREATE TABLE file (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'document')),
    type TEXT NOT NULL CHECK (length(type) <= 120),     -- media type
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- as it was called where it came from
    digest TEXT NOT NULL,               -- SHA-256, hexadecimal; of a photo that of its largest size
    size {int} NOT NULL CHECK (size > 0),
    alt TEXT NOT NULL DEFAULT '' CHECK (length(alt) <= 300),    -- what is in the picture, for whoever does not see it
    added {int} NOT NULL
);
CREATE INDEX file_centre ON file (centre, id);
CREATE INDEX file_digest ON file (digest);

-- The sizes of a photo, the largest among them.
CREATE TABLE file_size (
    file {int} NOT NULL REFERENCES file (id),
    width {int} NOT NULL,
    height {int} NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (file, width)
);
CREATE INDEX file_size_digest ON file_size (digest);
