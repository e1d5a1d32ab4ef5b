"""The dossier of a programme with ten enclosures, as the one file that goes to the call."""

import io
import re
import secrets
import statistics
import time
import zipfile

import table
from applicant import Refused
from papers import Browser

ENCLOSURES = 10
LIMIT = 2   # seconds
SIZE = 1_000_000


def pack(installation, server, turns=5):
    """A proposal of the demonstration gets ten papers of a megabyte; then it is asked for, its form set anew each time."""
    proposal, person = map(int, installation.sql("""
        SELECT p.id, a.person FROM proposal p JOIN proposal_author a ON a.proposal = p.id
        WHERE p.call IS NOT NULL AND p.state IN ('draft', 'idea') ORDER BY p.id LIMIT 1
        """)[0])
    author, path = Browser(server.port, installation.sign_in([person])[person]), f"/sr/proposals/{proposal}"
    paper = author.opens(path + "/dossier.pdf")
    for number in range(ENCLOSURES):
        enclose(author, path + "/enclosures", f"prilog-{number + 1}.pdf", paper + b"%" + secrets.token_hex(SIZE // 2).encode() + b"\n")
    times = []
    for _ in range(turns):
        begun = time.monotonic()
        packed = author.opens(path + "/dossier.zip")
        times.append(time.monotonic() - begun)
    count = sum(name.endswith(".pdf") for name in zipfile.ZipFile(io.BytesIO(packed)).namelist())
    middle = statistics.median(times)
    fact = table.fact(
        f"dossier with {ENCLOSURES} enclosures as one file", f"{middle:.2f} s, at most {max(times):.2f} s; {len(packed) / 1_048_576:.1f} MB", LIMIT, middle, " s")
    return [fact], [] if count > ENCLOSURES else [f"the dossier holds {count} papers"]


def enclose(author, path, name, bytes):
    page = author.opens(path).decode()
    form = next(form for form in re.findall(r"<form\b.*?</form>", page, re.S) if 'type="file"' in form)
    fields = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
    fields["code"] = next(value for value in re.findall(r'<option value="([^"]*)"', form) if value)
    mark = secrets.token_hex(16)
    body = b"".join(f'--{mark}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode() for field, value in fields.items())
    body += f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'.encode() + bytes
    body += f"\r\n--{mark}--\r\n".encode()
    author.connection.request("POST", path, body, {"Cookie": author.cookies, "Content-Type": f"multipart/form-data; boundary={mark}"})
    answer = author.connection.getresponse()
    said = answer.read()
    if answer.status != 303:
        raise Refused(f"{path}: {answer.status} {said.decode()[-1_000:]}")
