"""Another program that is told what happens at a centre: takes what is posted to /hook, answers as it was told to, and says whether the signatures are good, by
its own reading of Standard Webhooks. Says its port, and ends with its input."""

import base64
import hashlib
import hmac
import http.server
import json
import sys
import threading
import time
import urllib.parse

heard, mode = [], {"status": 200}


def signed(one, secret):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    text = f"{one['id']}.{one['timestamp']}.{one['body']}".encode()
    good = "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(good, given) for given in one["signature"].split(" "))


class Listener(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path.startswith("/answer/"):
            mode["status"] = int(path.removeprefix("/answer/"))
        secret = urllib.parse.parse_qs(query).get("secret", [""])[0]
        told = [{**one, "isGood": bool(secret) and signed(one, secret)} for one in heard]
        self.answer(200, json.dumps(told).encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        heard.append({
            "id": self.headers.get("webhook-id", ""), "timestamp": self.headers.get("webhook-timestamp", ""),
            "signature": self.headers.get("webhook-signature", ""), "body": body,
        })
        if mode["status"] == 0:
            time.sleep(60)
        self.answer(mode["status"], b"the answer of the other side")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
