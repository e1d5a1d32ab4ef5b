"""A server of the web for one test: says its port, answers until its input ends."""
import http.server
import sys
import threading
import time


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/hang":
            time.sleep(30)
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/plain")
            self.end_headers()
            return
        body = b"x" * 300_000 if self.path == "/large" else b"good"
        self.send_response(200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(500 if self.path == "/broken" else 200)
        self.end_headers()
        self.wfile.write(self.headers.get("X-Sign", "").encode() + b":" + body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
