"""A mail server for one test, on loopback and a free port. It tells what happens in lines of JSON: first its port, then each
message as Python's own email package reads it. It ends when its standard input closes."""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import os
import ssl
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--security", choices=["none", "starttls", "tls"], default="none")
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--login", help="USER:PASSWORD, required of everybody")
parser.add_argument("--answer", help="given to every message in place of taking it")
parser.add_argument("--silent", action="store_true", help="never answer a message")
options = parser.parse_args()


def say(event, **facts):
    print(json.dumps({"event": event, **facts}), flush=True)


def told(part):
    content = part.get_content()
    return {
        "type": part.get_content_type(),
        "method": part.get_param("method"),
        "name": part.get_filename(),
        "disposition": part.get_content_disposition(),
        "text": content if isinstance(content, str) else None,
        "bytes": base64.b64encode(content).decode() if isinstance(content, bytes) else None,
    }


def mailboxes(content, field):
    """By the older decoder: the newer one of Python 3.11 keeps the blank between two encoded words of a name."""
    message = email.message_from_bytes(content)
    return [[str(make_header(decode_header(name))), address] for name, address in getaddresses([message[field]])]


class Desk:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if options.silent:
            await asyncio.sleep(60)
        if options.answer:
            return options.answer
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            "message",
            connection=session.peer[1],
            encrypted=server.transport.get_extra_info("ssl_object") is not None,
            user=session.auth_data.login.decode() if session.authenticated else None,
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            raw=base64.b64encode(envelope.content).decode(),
            subject=message["subject"],
            sentBy=mailboxes(envelope.content, "from"),
            sentTo=mailboxes(envelope.content, "to"),
            seconds=int(message["date"].datetime.timestamp()),
            headers=[[name, str(value)] for name, value in message.items()],
            defects=[str(defect) for part in message.walk() for defect in part.defects],
            shape=[part.get_content_type() for part in message.walk()],
            parts=[told(part) for part in message.walk() if not part.is_multipart()],
        )
        return "250 taken"


class Server(SMTP):
    async def smtp_DATA(self, arg):
        say("data")
        await super().smtp_DATA(arg)


def check(server, session, envelope, mechanism, data):
    given = f"{data.login.decode()}:{data.password.decode()}" if isinstance(data, LoginPassword) else None
    return AuthResult(success=given == options.login, handled=False, auth_data=data)


async def serve():
    context = None
    if options.security != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    starttls = options.security == "starttls"
    make = lambda: Server(
        Desk(),
        hostname="mail.test",
        tls_context=context if starttls else None,
        require_starttls=starttls,
        authenticator=check if options.login else None,
        auth_required=bool(options.login),
        auth_require_tls=starttls,
    )
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", options.port, ssl=context if options.security == "tls" else None)
    loop.add_reader(sys.stdin, lambda: os._exit(0))
    say("ready", port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


asyncio.run(serve())
