"""The resource centre: the list and the search among twenty thousand titles, and how long ten thousand records of another library take to be read."""

import json
import pathlib
import resource
import subprocess
import tempfile
import time

COUNT = 20_000
RECORDS = 10_000
SEARCH_LIMIT = 25       # times /health
SECONDS_LIMIT = 20
MEGABYTES_LIMIT = 150
PAGES = [
    (f"search in {COUNT:,} titles", "/sr/library?q=razlomci", True, SEARCH_LIMIT),
    (f"two words in {COUNT:,} titles", "/sr/library?q=naslov+razlomci", True, SEARCH_LIMIT),
    (f"a kind and a subject of {COUNT:,} titles", "/sr/library?kind=book&subject=matematika", True, None),
    (f"list of {COUNT:,} titles, cached", "/sr/library", False, None),
]
SUBJECTS = ["математика", "српски језик", "физика", "хемија", "историја", "биологија", "географија", "енглески језик"]


def fill(installation, centre):
    """Titles with a copy each, and words that the index holds; one of forty tells of fractions."""
    # One key will do for all: they stand in the order of their numbers then.
    key = installation.blob(b"k")
    installation.sql(f"""
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {COUNT})
        INSERT INTO title (centre, kind, language, name, authors, year, subjects, key_azbuka, key_abeceda, key_lithuanian, created, changed)
            SELECT {centre}, CASE n % 10 WHEN 0 THEN 'kit' WHEN 1 THEN 'game' ELSE 'book' END, 'sr', 'Наслов ' || n, 'Чворовић, Љубица', 2000 + n % 25,
                CASE n % 8 {" ".join(f"WHEN {place} THEN '{name}'" for place, name in enumerate(SUBJECTS))} END,
                {key}, {key}, {key}, n, n FROM number
        """)
    first = installation.numbers(f"SELECT min(id) FROM title WHERE centre = {centre} AND name = 'Наслов 1'")[0]
    last = installation.numbers(f"SELECT coalesce(max(number), 0) FROM copy WHERE centre = {centre}")[0]
    installation.sql(f"""
        INSERT INTO copy (centre, title, number, label, currency, origin, acquired)
            SELECT {centre}, id, {last} + 1 + id - {first}, 'BENCH-' || id, 'RSD', 'bought', '2020-01-01' FROM title WHERE id >= {first}
        """)
    for word, grade, condition in (("naslov", 1, "1 = 1"), ("razlomci", 1, "id % 40 = 0"), ("cvorovic", 2, "1 = 1"), ("ljubica", 2, "1 = 1")):
        installation.sql(f"INSERT INTO search_word (kind, word, subject, grade) SELECT 'title', '{word}', id, {grade} FROM title WHERE id >= {first} AND {condition}")
    installation.sql(f"INSERT INTO search_word (kind, word, subject, grade) SELECT 'title', 'broj' || id, id, 1 FROM title WHERE id >= {first}")
    installation.analyze()
    return installation.numbers(f"SELECT count(*) FROM title WHERE id >= {first}")[0]


def record(number):
    """A record of UNIMARC with a copy."""
    fields = [("001", b"%d" % number), ("010", b"  \x1fa9788617%06d" % number), ("101", b"0 \x1fasrp")]
    fields += [(tag, text.encode()) for tag, text in (
        ("200", f"1 \x1faЧитанка број {number}\x1feизабрани текстови\x1ffЉубица Чворовић"), ("210", "  \x1faСомбор\x1fcИзмишљени издавач\x1fd2019"),
        ("215", "  \x1fa214 стр."), ("330", "  \x1fa" + "Кратак опис књиге и онога што је у њој. " * 6), ("610", "0 \x1faчитање\x1faсрпски језик"), ("675", "  \x1fa82-93"),
        ("700", " 1\x1faЧворовић\x1fbЉубица"), ("996", f"  \x1ff{number}/19\x1fd82\x1fo20190312\x1f3450,00"))]
    directory, data = b"", b""
    for tag, value in fields:
        directory += b"%s%04d%05d" % (tag.encode(), len(value) + 1, len(data))
        data += value + b"\x1e"
    base = 24 + len(directory) + 1
    return b"%05dnam0 22%05d   450 " % (base + len(data) + 1, base) + directory + b"\x1e" + data + b"\x1d"


def read(count=RECORDS):
    """Seconds and megabytes that the worker needs for so many records, and how many rows came of them."""
    source = (pathlib.Path(__file__).parent.parent / "Resources/marc/worker.py").read_text()
    python = pathlib.Path(__file__).parent.parent / ".venv/bin/python"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "records.mrc"
        with file.open("wb") as out:
            for number in range(count):
                out.write(record(number))
        home = pathlib.Path(folder) / "home"
        home.mkdir()
        job = json.dumps({"path": str(file), "records": 100_000, "megabytes": 512, "seconds": 120}) + "\n"
        begin = time.monotonic()
        done = subprocess.run([str(python), "-I", "-c", source], input=job.encode(), cwd=home, stdout=subprocess.PIPE, check=True)
        seconds = time.monotonic() - begin
    lines = done.stdout.splitlines()
    assert json.loads(lines[-1]) == {"done": count}, lines[-1][:200]
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, len(lines) - 1


if __name__ == "__main__":
    for count in (100, RECORDS, 50_000):
        seconds, megabytes, rows = read(count)
        print(f"{count:>7,} records: {seconds:.1f} s, {megabytes:.0f} MB, {rows:,} rows")
