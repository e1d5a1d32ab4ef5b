-- How long it is kept what a certificate says about somebody. The newest rule of its kind that had begun by the day of issue holds.
CREATE TABLE certificate_retention (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    since TEXT NOT NULL,                -- the first day of issue that it holds for
    years {int} NOT NULL CHECK (years BETWEEN 10 AND 100),
    UNIQUE (centre, kind, since)
);
