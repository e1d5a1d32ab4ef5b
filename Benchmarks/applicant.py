"""People who apply through the pages, as browsers do: the form is opened, filled and sent, over connections that stay open."""

import asyncio
import html
import re
import time
import urllib.parse

FIELD = re.compile(r"<input\b[^>]*>")
ATTRIBUTE = re.compile(r'([a-z]+)(?:="([^"]*)")?')


class Line:
    """One connection that is kept."""

    def __init__(self, port):
        self.port = port
        self.reader = self.writer = None

    async def ask(self, method, path, cookies, body=b""):
        """Status, headers in lower case, body."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookies}\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        self.writer.write(head.encode() + b"\r\n" + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:] if line)}
        return int(lines[0].split()[1]), headers, await self.reader.readexactly(int(headers.get("content-length", 0)))

    def close(self):
        if self.writer:
            self.writer.close()


class Applicant:
    def __init__(self, person, session):
        self.person = person
        self.cookies = f"session={session}; browser={session}; language=sr"

    async def opens(self, line, event):
        """The filled form, ready to be sent."""
        status, _, page = await line.ask("GET", f"/sr/events/{event}/registration", self.cookies)
        if status != 200:
            raise Refused(f"the form of event {event}: {status}")
        return filled(page.decode(), f"/sr/events/{event}/registration")

    async def sends(self, line, event, form):
        """The number of the application that the answer leads to."""
        status, headers, page = await line.ask("POST", f"/sr/events/{event}/registration", self.cookies, form)
        if status != 303 or "/registrations/" not in headers.get("location", ""):
            raise Refused(f"applying for event {event}: {status} {page.decode()[-1_500:] if status >= 400 else headers}")
        return int(headers["location"].rsplit("/", 1)[1])

    async def applies(self, line, event):
        return await self.sends(line, event, await self.opens(line, event))


class Refused(Exception):
    pass


def filled(page, action):
    """The fields of a form as a browser sends them; of choices that nobody made, the first."""
    begin = page.index(f'action="{action}"')
    values = {}
    for tag in FIELD.findall(page, begin, page.index("</form>", begin)):
        field = dict(ATTRIBUTE.findall(tag[6:]))
        kind, name = field.get("type", "text"), field.get("name")
        if name and (kind == "hidden" or kind == "radio" and (name not in values or "checked" in field)):
            values[name] = html.unescape(field.get("value", ""))
    return urllib.parse.urlencode(values).encode()


class Burst:
    """Many clients apply at once, each again and again.

    - pairs: who applies for what, each once.
    """

    def __init__(self, port, pairs, clients=32):
        self.port, self.pairs, self.clients = port, iter(pairs), clients
        self.confirmed = []     # person, event, application
        self.latencies = []     # seconds, each for form and answer together
        self.refusals = []

    async def run(self, seconds):
        end = time.monotonic() + seconds
        begun = time.monotonic()
        await asyncio.gather(*(self.client(end) for _ in range(self.clients)))
        self.seconds = time.monotonic() - begun

    async def client(self, end):
        line = Line(self.port)
        try:
            while time.monotonic() < end and (pair := next(self.pairs, None)):
                applicant, event = pair
                begun = time.monotonic()
                number = await applicant.applies(line, event)
                self.latencies.append(time.monotonic() - begun)
                self.confirmed.append((applicant.person, event, number))
        except Refused as refusal:
            self.refusals.append(str(refusal))
        except (OSError, asyncio.IncompleteReadError) as loss:
            self.refusals.append(f"connection: {loss!r}")
        finally:
            line.close()
