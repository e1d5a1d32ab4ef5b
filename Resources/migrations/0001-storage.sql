-- Search.

-- The words by which something is found, folded; behind an equals sign the stems that they share with their other forms.
CREATE TABLE search_word (
    kind TEXT NOT NULL,
--@sqlite
    word TEXT NOT NULL,
--@postgresql
    word TEXT COLLATE "C" NOT NULL,
--@both
    subject {int} NOT NULL,
    grade {int} NOT NULL,               -- 0 the number, 1 the title, 2 anything; 3 and 4 stems of the last two
    PRIMARY KEY (kind, word, subject)
--@sqlite
) WITHOUT ROWID;
--@postgresql
        INCLUDE (grade)
);
--@both
CREATE INDEX search_word_subject ON search_word (subject, kind);
