"""HTTP as clients, proxies and mischief speak it: each line of the table is sent over a real socket, and what comes back is read from there."""

import re
import socket
import time
import unittest

from house import House

END = "\r\n\r\n"


class Answer:
    def __init__(self, raw, is_closed):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/") else 0
        self.fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        self.raw, self.is_closed = raw, is_closed

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


class Wire:
    """One connection, on which bytes are sent and read as they are."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)

    def send(self, data):
        self.socket.sendall(data if isinstance(data, bytes) else data.encode())

    def head(self):
        raw = b""
        while b"\r\n\r\n" not in raw:
            part = self.socket.recv(1 << 16)
            if not part:
                break
            raw += part
        return raw

    def answer(self, to="GET"):
        """One answer; whether the connection ends after it is known within a second."""
        raw = self.head()
        head, _, body = raw.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        missing = (int(length[1]) if length and to != "HEAD" else 0) - len(body)
        while missing > 0:
            part = self.socket.recv(1 << 16)
            if not part:
                break
            raw += part
            missing -= len(part)
        self.socket.settimeout(1)
        try:
            is_closed = self.socket.recv(1) == b""
        except TimeoutError:
            is_closed = False
        except ConnectionError:
            is_closed = True
        self.socket.settimeout(20)
        return Answer(raw, is_closed)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


class HTTP(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()

    @classmethod
    def tearDownClass(cls):
        cls.house.stop()

    @property
    def host(self):
        return f"127.0.0.1:{self.house.port}"

    def ask(self, data):
        with Wire(self.house.port) as wire:
            wire.send(data)
            return wire.answer(to=data.split(" ")[0] if isinstance(data, str) else "")

    def get(self, path, *fields):
        return self.ask(f"GET {path} HTTP/1.1\r\n" + "\r\n".join([f"Host: {self.host}", *fields]) + END)

    # MARK: The table

    def test_each_line_of_the_table(self):
        h, form = f"Host: {self.host}", "Content-Type: application/x-www-form-urlencoded"
        much = 20 << 20
        table = [
            # what it is, what is sent, the status, whether the connection ends
            ("a page", f"GET /sr HTTP/1.1\r\n{h}{END}", 200, False),
            ("no host", f"GET /sr HTTP/1.1{END}", 400, True),
            ("two hosts", f"GET /sr HTTP/1.1\r\n{h}\r\nHost: elsewhere.example{END}", 400, True),
            ("the same host twice", f"GET /sr HTTP/1.1\r\n{h}\r\n{h}{END}", 400, True),
            ("a list of hosts", f"GET /sr HTTP/1.1\r\nHost: {self.host}, elsewhere.example{END}", 400, True),
            ("another host", f"GET /sr HTTP/1.1\r\nHost: elsewhere.example{END}", 421, False),
            ("an absolute address", f"GET http://{self.host}/sr HTTP/1.1\r\n{h}{END}", 200, False),
            ("an absolute address elsewhere", f"GET http://elsewhere.example/sr HTTP/1.1\r\n{h}{END}", 421, False),
            ("an absolute address with a name before the host", f"GET http://me@{self.host}/sr HTTP/1.1\r\n{h}{END}", 400, True),
            ("an unknown coding", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nTransfer-Encoding: xchunked{END}5\r\nemail\r\n0{END}", 501, True),
            ("two codings", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nTransfer-Encoding: gzip, chunked{END}0{END}", 501, True),
            ("a broken chunk", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nTransfer-Encoding: chunked{END}zz\r\nemail\r\n0{END}", 400, True),
            ("coding and length", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked{END}0{END}", 400, True),
            ("two lengths", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nContent-Length: 5\r\nContent-Length: 6{END}email", 400, True),
            ("20 MB announced to the sign-in", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\n{form}\r\nContent-Length: {much}{END}email=", 413, True),
            ("20 MB to a door that is closed", f"POST /sr/imports/new/school HTTP/1.1\r\n{h}\r\n{form}\r\nContent-Length: {much}{END}email=", 303, True),
            ("an unknown expectation", f"POST /sr/sign-in HTTP/1.1\r\n{h}\r\nExpect: wonders\r\nContent-Length: 5{END}", 417, True),
            ("HTTP/1.0", f"GET /sr HTTP/1.0\r\n{h}{END}", 200, True),
            ("HTTP/1.0 that wants to stay", f"GET /sr HTTP/1.0\r\n{h}\r\nConnection: keep-alive{END}", 200, False),
            ("no HTTP", f"HELO centar{END}", 400, True),
            ("OPTIONS", f"OPTIONS /sr/sign-in HTTP/1.1\r\n{h}{END}", 405, False),
            ("TRACE", f"TRACE /sr HTTP/1.1\r\n{h}{END}", 405, False),
            ("PUT", f"PUT /sr/events HTTP/1.1\r\n{h}\r\nContent-Length: 0{END}", 405, False),
            ("DELETE", f"DELETE /health HTTP/1.1\r\n{h}{END}", 405, False),
            ("PUT where there is nothing", f"PUT /sr/nema HTTP/1.1\r\n{h}\r\nContent-Length: 0{END}", 404, False),
            ("HEAD", f"HEAD /sr HTTP/1.1\r\n{h}{END}", 200, False),
            ("a head that is too long", f"GET /sr HTTP/1.1\r\n{h}\r\nX: {'x' * 40_000}{END}", 400, True),
        ]
        for what, sent, status, ends in table:
            with self.subTest(what):
                incidents = self.house.told().count("incident=")
                answer = self.ask(sent)
                self.assertEqual((answer.status, answer.is_closed), (status, ends), answer.raw[:300])
                self.assertEqual(self.house.told().count("incident="), incidents)
                if ends:
                    self.assertEqual(answer.fields.get("connection", "").lower(), "close")

    def test_whoever_asks_in_a_way_that_a_page_does_not_know_is_told_which_it_knows(self):
        for request, allowed in [("OPTIONS /sr/sign-in", "GET, HEAD, POST"), ("PUT /sr/events", "GET, HEAD"), ("TRACE /robots.txt", "GET, HEAD"), ("GET /sr/sign-out", "POST")]:
            with self.subTest(request):
                answer = self.ask(f"{request} HTTP/1.1\r\nHost: {self.host}{END}")
                self.assertEqual((answer.status, answer.fields.get("allow")), (405, allowed))

    # MARK: Bodies

    def test_too_much_is_refused_at_once_and_says_how_much_is_taken(self):
        with Wire(self.house.port) as wire:
            begun = time.monotonic()
            wire.send(f"POST /sr/sign-in HTTP/1.1\r\nHost: {self.host}\r\nContent-Length: {20 << 20}{END}")
            answer = wire.answer()
            self.assertLess(time.monotonic() - begun, 5)
        self.assertEqual(answer.status, 413)
        self.assertIn("256 kB", answer.text)
        self.assertIn('lang="sr-Cyrl"', answer.text)

    def test_whoever_sends_it_all_the_same_still_gets_the_answer(self):
        with Wire(self.house.port) as wire:
            wire.send(f"POST /lt/sign-in HTTP/1.1\r\nHost: {self.host}\r\nTransfer-Encoding: chunked{END}")
            piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
            try:
                for _ in range(64):
                    wire.send(piece)
            except ConnectionError:
                pass
            answer = wire.answer()
        self.assertEqual(answer.status, 413)
        self.assertIn("256 kB", answer.text)

    def test_a_body_that_waits_to_be_wanted_is_asked_for_only_at_an_open_door(self):
        fields = f"Host: {self.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\nExpect: 100-continue"
        with Wire(self.house.port) as wire:
            wire.send(f"POST /sr/sign-in HTTP/1.1\r\n{fields}{END}")
            self.assertEqual(wire.head(), b"HTTP/1.1 100 Continue\r\n\r\n")
            wire.send("email")
            answer = wire.answer()
            self.assertIn(answer.status, (303, 409, 422))
            self.assertFalse(answer.is_closed)
        with Wire(self.house.port) as wire:
            wire.send(f"POST /sr/me/account/contact HTTP/1.1\r\n{fields}{END}")
            answer = wire.answer()
            self.assertEqual((answer.status, answer.is_closed), (303, True))

    def test_a_body_that_breaks_off_is_not_taken_for_a_whole_one(self):
        with Wire(self.house.port) as wire:
            wire.send(f"POST /sr/sign-in HTTP/1.1\r\nHost: {self.host}\r\nContent-Length: 50{END}email=")
            wire.socket.shutdown(socket.SHUT_WR)
            self.assertIn(wire.answer().status, (0, 400))

    def test_bodies_that_do_not_end_take_no_memory(self):
        before = self.memory()
        wires = [Wire(self.house.port) for _ in range(40)]
        try:
            for wire in wires:
                wire.send(f"POST /sr/imports/new/school HTTP/1.1\r\nHost: {self.host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {11 << 20}{END}")
                try:
                    for _ in range(160):
                        wire.send(b"x" * 0x10000)
                except ConnectionError:
                    pass
            time.sleep(1)
            self.assertLess(self.memory() - before, 60 << 10)
        finally:
            for wire in wires:
                wire.socket.close()

    def memory(self):
        """Of the program, in KiB."""
        with open(f"/proc/{self.house.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1])

    # MARK: Many

    def test_those_who_only_wait_go_first(self):
        waiting = []
        try:
            for _ in range(2_100):
                waiting.append(socket.create_connection(("127.0.0.1", self.house.port), timeout=20))
            begun = time.monotonic()
            self.assertEqual(self.get("/health").status, 200)
            self.assertLess(time.monotonic() - begun, 10)
        finally:
            for connection in waiting:
                connection.close()

    def test_several_requests_at_once_are_answered_in_their_order(self):
        with Wire(self.house.port) as wire:
            wire.send("".join(f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nConnection: {kind}{END}" for path, kind in [
                ("/health", "keep-alive"), ("/robots.txt", "keep-alive"), ("/sr/nema", "close")]))
            raw = b""
            while part := wire.socket.recv(1 << 16):
                raw += part
        self.assertEqual(re.findall(rb"HTTP/1.1 (\d+)", raw), [b"200", b"200", b"404"])

    # MARK: What is said with an answer

    def test_compression_is_for_whoever_takes_it(self):
        for accepts, coding in [("gzip", "gzip"), ("gzip;q=0", None), ("*;q=0", None), ("br, gzip;q=0.5", "gzip"), ("identity", None), ("gzip;q=0, *", None)]:
            with self.subTest(accepts):
                self.assertEqual(self.get("/sr", f"Accept-Encoding: {accepts}").fields.get("content-encoding"), coding)

    def test_files_and_what_is_not_there_set_no_cookie(self):
        for path in ["/sr/nema", "/sr/events.ics", "/robots.txt", "/favicon.ico"]:
            with self.subTest(path):
                self.assertNotIn("set-cookie", self.get(path).fields)
        self.assertIn("set-cookie", self.get("/sr/sign-in").fields)

    def test_the_calendar_is_not_sent_again_while_it_stands(self):
        tag = self.get("/sr/events.ics").fields["etag"]
        time.sleep(1.1)
        again = self.get("/sr/events.ics", f"If-None-Match: {tag}")
        self.assertEqual((again.status, again.body), (304, b""))

    def test_programs_find_what_they_ask_for(self):
        for path, kind, words in [
            ("/robots.txt", "text/plain", "Sitemap: "), ("/sitemap.xml", "application/xml", "/sr/events</loc>"), ("/favicon.ico", "image/svg+xml", "<svg"),
            ("/manifest.webmanifest", "application/manifest+json", '"start_url":"/"'), ("/.well-known/security.txt", "text/plain", "Contact: mailto:"),
        ]:
            with self.subTest(path):
                answer = self.get(path)
                self.assertEqual(answer.status, 200)
                self.assertTrue(answer.fields["content-type"].startswith(kind))
                self.assertIn(words, answer.text)


if __name__ == "__main__":
    unittest.main()
