"""Notes of practice: the list and the search among twenty thousand of one centre."""

COUNT = 20_000
SEARCH_LIMIT = 25       # times /health
PAGES = [
    (f"search in {COUNT:,} notes", "/sr/practices?q=razlomci", True, SEARCH_LIMIT),
    (f"two words in {COUNT:,} notes", "/sr/practices?q=zadatak+razlomci", True, SEARCH_LIMIT),
    (f"a subject and a grade of {COUNT:,} notes", "/sr/practices?subject=matematika&grade=5", True, None),
    (f"list of {COUNT:,} notes, cached", "/sr/practices", False, None),
]
SUBJECTS = ["математика", "српски језик", "физика", "хемија", "историја", "биологија", "географија", "енглески језик"]


def fill(installation, centre):
    """Notes as their authors and the centre would have made them, each with words that the index holds; one of forty tells of fractions."""
    installation.sql(f"""
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {COUNT})
        INSERT INTO practice (centre, state, language, title, subject, grades, competences, summary, done, came, licence, round, begun, changed, published)
            SELECT {centre}, 'published', 'sr', 'Пример ' || n, CASE n % 8 {" ".join(f"WHEN {place} THEN '{name}'" for place, name in enumerate(SUBJECTS))} END,
                62, 'K' || (n % 4 + 1), 'Кратко', 'Урадили смо', 'Успело је', 'by', 1, n, n, n FROM number
        """)
    first = installation.numbers(f"SELECT min(id) FROM practice WHERE centre = {centre} AND title = 'Пример 1'")[0]
    for word, grade, condition in (
        ("primer", 1, "1 = 1"), ("zadatak", 2, "id % 2 = 0"), ("razlomci", 1, "id % 40 = 0"), ("kratko", 2, "1 = 1"), ("uradili", 2, "1 = 1"), ("uspelo", 2, "1 = 1"),
    ):
        installation.sql(f"INSERT INTO search_word (kind, word, subject, grade) SELECT 'practice', '{word}', id, {grade} FROM practice WHERE id >= {first} AND {condition}")
    installation.sql(f"INSERT INTO search_word (kind, word, subject, grade) SELECT 'practice', 'broj' || id, id, 1 FROM practice WHERE id >= {first}")
    installation.analyze()
    return installation.numbers(f"SELECT count(*) FROM practice WHERE id >= {first}")[0]
