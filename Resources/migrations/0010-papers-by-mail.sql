-- Papers that come by mail to those who want them.

ALTER TABLE person ADD COLUMN wants_papers {bool} NOT NULL DEFAULT {false};     -- as files of a letter, when they are signed

-- A PDF that goes with a letter. It goes when the letter has left.
CREATE TABLE letter_file (
    letter {int} PRIMARY KEY REFERENCES letter (id),
    name TEXT NOT NULL,
    bytes {blob} NOT NULL
);
