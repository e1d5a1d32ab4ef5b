"""An installation of its own in a temporary folder, and the program that serves it."""

import hashlib
import http.client
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time

from postgres import query

ROOT = pathlib.Path(__file__).resolve().parents[1]
TICK = os.sysconf("SC_CLK_TCK")
SUBJECTS = ["Математика", "Српски", "Физика", "Хемија", "Биологија", "Историја", "Географија", "Музика", "Ликовно", "Информатика"]
WAYS = ["у причи", "на отвореном", "кроз игру", "у дигиталној учионици", "у комбинованом одељењу", "за све", "у малој групи", "без уџбеника"]
AIMS = ["планирање", "оцењивање", "истраживање", "сарадња", "вредновање", "читање", "мерење", "расправа", "представљање", "самосталан рад"]


class Installation:
    """A demonstration on one of the two engines.

    - program: the binary.
    - database: a `postgres://…` address; None for SQLite.
    """

    def __init__(self, program, database=None, size="national"):
        self.program = str(program)
        self.database = database
        self.engine = "postgresql" if database else "sqlite"
        self.data = tempfile.mkdtemp(prefix="zbornica-bench-")
        self.place = ["--data", self.data] + (["--database", database] if database else [])
        subprocess.run([self.program, "demo", "--size", size, *self.place], check=True, capture_output=True, timeout=300, env=environment())
        # The letters of that invented year left long ago: nothing works beside what is measured.
        self.sql("UPDATE letter SET state = 'sent', sent = written")
        # So were the pictures of its events drawn: a thousand for each round of five minutes.
        self.sql("INSERT INTO setting (name, value) VALUES ('timetable.publishing.shares', '9999999999')")
        # Nor was a letter kept of every application of those years.
        self.brought = self.numbers("SELECT max(id) FROM registration")[0]

    def catalogue(self, count=5_000):
        """Adds an invented catalogue five times as large as a real one, from a file, as a centre would."""
        file = os.path.join(self.data, "programmes.csv")
        with open(file, "w") as lines:
            print("каталог,број,назив,сати,циљна група,циљ,теме", file=lines)
            for number in range(count):
                subject, way, aim = SUBJECTS[number % 10], WAYS[number // 10 % 8], AIMS[number // 80 % 10]
                goal = f"Наставници бирају поступке који одговарају групи: {aim} {way}."
                print(f"PROBA 2025–2029,{2_000 + number},{subject} {way}: {aim},8,наставници,{goal},{subject}; {aim}; план за прву недељу", file=lines)
        told = subprocess.run(
            [self.program, "import", "programmes", file, *self.place], capture_output=True, text=True, timeout=120, env=environment())
        if told.returncode or f"added {count}," not in told.stdout:
            raise RuntimeError(told.stdout[-500:] + told.stderr[-500:])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.data, ignore_errors=True)

    def sql(self, text):
        """Runs SQL that both engines speak. Gives rows of strings; a missing value is an empty one."""
        if self.database:
            return query(self.database, text)
        with sqlite3.connect(os.path.join(self.data, "zbornica.sqlite"), timeout=20) as file:
            rows = file.execute(text).fetchall()
        file.close()
        return [["" if value is None else str(value) for value in row] for row in rows]

    def analyze(self):
        """As the night does after so many new rows: the planner of a database that believes in nine of them reads all."""
        self.sql("ANALYZE")

    def numbers(self, text):
        return [int(row[0]) for row in self.sql(text)]

    def settle(self, count):
        """Invites people who are known and signed in, each with a school. Gives their sessions as the browser holds them, by person."""
        now = int(time.time())
        schools = self.numbers("SELECT id FROM school ORDER BY id")
        before = self.numbers("SELECT coalesce(max(id), 0) FROM person")[0]
        empty = self.blob(b"\0")
        rows = [
            f"('Пријављена', 'Број {number}', 'prijavljena{before + number}@bistrik.example', {now}, 'sr', {now}, {empty}, {empty}, {empty})"
            for number in range(count)]
        self.sql(f"""
            INSERT INTO person (given_name, family_name, email, verified, language, created, key_azbuka, key_abeceda, key_lithuanian)
            VALUES {", ".join(rows)}
            """)
        people = self.numbers(f"SELECT id FROM person WHERE id > {before} ORDER BY id")
        self.sql("INSERT INTO employment (person, school) VALUES " + ", ".join(
            f"({person}, {schools[person % len(schools)]})" for person in people))
        return self.sign_in(people)

    def sign_in(self, people):
        """Their sessions as the browser holds them, by person; a second factor was shown."""
        now = int(time.time())
        sessions = {person: os.urandom(16).hex() for person in people}
        hashes = {person: self.blob(hashlib.sha256(session.encode()).digest()) for person, session in sessions.items()}
        self.sql("INSERT INTO web_session (hash, person, begun, seen, ends, factor) VALUES " + ", ".join(
            f"({hashes[person]}, {person}, {now}, {now}, {now + 86_400}, TRUE)" for person in people))
        return sessions

    def gathering(self, count):
        """Gives a seminar that was held so many people more, who were there from beginning to end. Gives it, its centre, and their sessions by person."""
        event, centre = map(int, self.sql("""
            SELECT e.id, e.centre FROM event e JOIN programme p ON p.id = e.programme
            WHERE e.state = 'held' AND e.points > 0 AND e.centre = (SELECT min(id) FROM centre) ORDER BY e.id LIMIT 1
            """)[0])
        sessions, now = self.settle(count), int(time.time())
        self.sql(f"""
            INSERT INTO registration (event, person, school, state, applied, queued, decided, payer, channel)
            SELECT {event}, person, school, 'admitted', {now}, {now}, {now}, 'free', 'desk' FROM employment WHERE person IN ({", ".join(map(str, sessions))})
            """)
        self.sql(f"""
            INSERT INTO attendance (registration, session, mark, source, at)
            SELECT r.id, s.id, 'present', 'sheet', {now} FROM registration r JOIN event_session s ON s.event = r.event
            WHERE r.event = {event} AND r.person IN ({", ".join(map(str, sessions))})
            """)
        return event, centre, sessions

    def director(self, centre):
        """The session of a director of the centre."""
        person = self.numbers(f"SELECT person FROM role WHERE role = 'director' AND centre = {centre} ORDER BY id LIMIT 1")[0]
        return self.sign_in([person])[person]

    def file(self, name):
        return pathlib.Path(self.data, name)

    @property
    def has_backup(self):
        return any(pathlib.Path(self.data, "backups").glob("zbornica-*.sqlite"))

    def blob(self, value):
        return f"'\\x{value.hex()}'" if self.database else f"X'{value.hex()}'"

    def halves(self):
        """What stands without what belongs to it: applications without journal or letter, and the other way round, and acts without an answer."""
        return self.numbers(f"""
            SELECT id FROM registration r
            WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.noun = 'registration' AND j.subject = r.id)
               OR r.id > {self.brought} AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.noun = 'registration' AND l.about = r.id)
            UNION ALL SELECT subject FROM journal WHERE noun = 'registration' AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.id = subject)
            UNION ALL SELECT about FROM letter WHERE noun = 'registration' AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.id = about)
            UNION ALL SELECT 0 FROM act_token WHERE path = ''
            """)


def environment():
    """Ours, without settings of another installation."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ZBORNICA_")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The program at work. Known by its process id, ended by it."""

    def __init__(self, installation, relatives=()):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.relatives = relatives
        self.log = open(os.path.join(installation.data, "log"), "a+")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [installation.program, "serve", *installation.place, "--port", str(self.port)], stdout=self.log, stderr=subprocess.STDOUT, env=environment())
        self.seconds = self.answer() - begun

    def answer(self, seconds=60):
        """Waits for the first answer. Gives the moment."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if self.get("/health")[0] == 200:
                    return time.monotonic()
            except OSError:
                time.sleep(0.002)
        self.stop()
        self.log.seek(0)
        raise RuntimeError("the program did not answer:\n" + self.log.read()[-2_000:])

    def get(self, path, headers={}):
        """Status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    @property
    def cpu(self):
        """Seconds of processor time so far: the program's own, and those of the database server beside it."""
        return seconds(self.process.pid), sum(seconds(pid) for relative in self.relatives for pid in family(relative))

    @property
    def cpu_of_all(self):
        """Seconds of processor time so far, the typesetter's too."""
        return sum(seconds(pid) for pid in family(self.process.pid))

    @property
    def memory(self):
        """Resident megabytes, now and at most so far."""
        return memory(self.process.pid)

    @property
    def memory_of_all(self):
        """Resident megabytes now: the program's, the typesetter's."""
        own, *others = (memory(pid)[0] for pid in family(self.process.pid))
        return own, sum(others)

    def kill(self):
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()


def seconds(pid):
    """utime and stime of a process, and of its children that have ended."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0
    return sum(int(field) for field in fields[11:15]) / TICK


def memory(pid):
    """Resident megabytes of a process, now and at most so far."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0, 0
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1_024 for line in lines if line.startswith("Vm")}
    return sizes.get("VmRSS", 0), sizes.get("VmHWM", 0)


def family(pid):
    """A process and its children, whichever of its threads began them."""
    children = []
    for file in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += map(int, file.read_text().split())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return [pid, *children]
