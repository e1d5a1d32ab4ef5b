"""Checks an archive of certificates: files, signatures, chains. Needs Python 3.9 and the package `cryptography`; nothing of the program that wrote it.

    python3 verify.py [FOLDER]        the whole archive, by default the folder of this file
    python3 verify.py --payload TEXT  one QR code's address or payload
"""

import base64
import hashlib
import json
import pathlib
import sqlite3
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KINDS = {"certificate": "c", "confirmation": "n", "thanks": "t"}
PARTS = {"participant": "p", "trainer": "t", "presenter": "r", "organiser": "o", "mentor": "m"}
NAMES = ["version", "key", "sort", "code", "number", "day", "hours", "points", "programme", "name"]


def plain(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def facts_of(payload, keys):
    """The facts of a payload whose signature is good; ValueError otherwise."""
    signed, signature = payload.strip().rsplit("#", 1)[-1].split(".")
    lines = plain(signed).decode("utf-8").split("\n")
    if len(lines) != len(NAMES) or lines[0] != "Z1":
        raise ValueError("not a payload")
    facts = dict(zip(NAMES, lines))
    if facts["key"] not in keys:
        raise ValueError(f"no key {facts['key']}")
    try:
        Ed25519PublicKey.from_public_bytes(plain(keys[facts["key"]]["x"])).verify(plain(signature), plain(signed))
    except InvalidSignature:
        raise ValueError("the signature is wrong") from None
    return facts


def credential_of(token, keys):
    """The verifiable credential of a compact JWT whose signature is good."""
    head, body, signature = token.split(".")
    header, signature = json.loads(plain(head)), plain(signature)
    key = keys.get(header["kid"].rsplit("/", 1)[-1], {}).get("credential")
    if header["alg"] != "ES256" or key is None or header["jwk"] != key or len(signature) != 64:
        raise ValueError("the credential names another key")
    x, y, r, s = (int.from_bytes(part, "big") for part in (plain(key["x"]), plain(key["y"]), signature[:32], signature[32:]))
    try:
        public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
        public.verify(utils.encode_dss_signature(r, s), f"{head}.{body}".encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise ValueError("the credential's signature is wrong") from None
    return json.loads(plain(body))


def same(short, long):
    return short == long or (short.endswith("…") and long.startswith(short[:-1]))


def canonical(facts):
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def told(entry):
    """What an entry's digest covers; None when that is gone or was changed."""
    if entry["salt"] is None or entry["content"] is None:
        return None
    if hashlib.sha256(entry["salt"] + entry["content"].encode()).digest() != entry["digest"]:
        return None
    return json.loads(entry["content"])


def mark(code):
    """By which the status list knows a code."""
    return hashlib.sha256(f"zbornica status {code}".encode()).digest()[:16].hex()


class Tale:
    """What the entries of one certificate tell together, in their order."""

    def __init__(self):
        self.issued, self.erased, self.state, self.reason, self.day = False, False, "valid", "", None

    def hear(self, content):
        deed = content["deed"]
        if deed in ("issued", "duplicated"):
            self.issued = True
        elif deed in ("voided", "replaced"):
            self.state, self.reason = {"voided": "void"}.get(deed, deed), content.get("reason", "")
        elif deed == "erased":
            self.erased, self.state, self.reason, self.day = True, content.get("state"), "", content.get("day")


class Archive:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.faults = []
        self.keys = {key["kid"]: key for key in json.loads((self.folder / "keys.json").read_text())["keys"]}
        self.ended = set(json.loads((self.folder / "status.json").read_text())["ended"])
        self.db = sqlite3.connect(f"file:{self.folder / 'certificates.sqlite'}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row

    def check(self):
        self.files()
        self.pictures()
        registers = self.db.execute("SELECT * FROM register ORDER BY id").fetchall()
        for register in registers:
            self.register(register)
        self.earlier()
        return registers

    def files(self):
        for line in (self.folder / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split("  ", 1)
            file = self.folder / name
            if not file.exists():
                self.faults.append(f"{name} is missing")
            elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                self.faults.append(f"{name} was changed")

    def pictures(self):
        # Archives of an older program have no such table, and no certificate in them names a picture.
        known = self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'logo'").fetchone()
        rows = self.db.execute("SELECT digest, bytes FROM logo").fetchall() if known else []
        self.logos = {row["digest"] for row in rows if hashlib.sha256(row["bytes"]).hexdigest() == row["digest"]}
        self.faults += [f"logo {row['digest']} was changed" for row in rows if row["digest"] not in self.logos]

    def earlier(self):
        """Books from before the program: nobody signed them here, but each row is sealed as it was typed over."""
        known = self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'earlier_certificate'").fetchone()
        self.old = self.db.execute("SELECT * FROM earlier_certificate ORDER BY id").fetchall() if known else []
        for row in self.old:
            name = f"earlier register, number {row['label']}"
            if row["facts"] is None:
                if row["name"] or row["title"] or row["salt"] is not None:
                    self.faults.append(f"{name}: its data are erased, and yet it says something")
                continue
            facts = json.loads(row["facts"])
            columns = {"label": facts["number"], "hours": facts.get("hours", 0), "points": facts.get("points", 0)}
            columns.update({column: facts[column] for column in ["code", "day", "kind", "name", "title"]})
            self.faults += [f"{name}: {column} is not what the certificate says" for column, value in columns.items() if row[column] != value]
            if row["duplicate_of"] is None:
                content = {"certificate": row["id"], "deed": row["deed"], "facts": hashlib.sha256(row["facts"].encode()).hexdigest()}
                if hashlib.sha256((row["salt"] or b"") + canonical(content).encode()).digest() != row["digest"]:
                    self.faults.append(f"{name}: it says something else than was typed over")
                continue
            try:
                if facts_of(row["payload"], self.keys)["code"] != facts["code"]:
                    self.faults.append(f"{name}: the signed facts are others")
            except (ValueError, KeyError) as fault:
                self.faults.append(f"{name}: {fault}")

    def register(self, register):
        place = f"{register['centre']} {register['kind']} {register['year']}"
        certificates = {row["id"]: row for row in self.db.execute("SELECT * FROM certificate WHERE register = ?", [register["id"]])}
        entries = self.db.execute("SELECT * FROM entry WHERE register = ? ORDER BY entry", [register["id"]]).fetchall()
        erased = {entry["certificate"]: entry["entry"] for entry in entries if (told(entry) or {}).get("deed") == "erased"}
        key = None
        link, tales = bytes(32), {}
        for number, entry in enumerate(entries, 1):
            name = f"{place}, entry {entry['entry']}"
            if entry["entry"] != number:
                self.faults.append(f"{place}: entry {number} is missing")
                break
            link = hashlib.sha256(link + entry["digest"]).digest()
            if link != entry["link"]:
                self.faults.append(f"{name}: the chain is broken")
                link = entry["link"]
            if entry["content"] is None or entry["salt"] is None:
                if number >= erased.get(entry["certificate"], 0):
                    self.faults.append(f"{name}: its content is gone, and no rule erased it")
                continue
            content, certificate = told(entry), certificates.get(entry["certificate"])
            if content is None:
                self.faults.append(f"{name}: it was changed")
                continue
            tales.setdefault(entry["certificate"], Tale()).hear(content)
            key = key or content["register"]
            own = key.split("/")[1:] == [register["kind"], str(register["year"])]
            if (content["deed"], content["entry"], content["register"]) != (entry["deed"], number, key) or not own:
                self.faults.append(f"{name}: its row says something else than was written")
            if certificate is None:
                self.faults.append(f"{name}: its certificate is gone")
                continue
            if (content["number"], content["code"]) != (certificate["label"], certificate["code"]):
                self.faults.append(f"{name}: its certificate has another number or code")
            facts = certificate["facts"]
            if content.get("facts") != (facts and hashlib.sha256(facts.encode()).hexdigest()):
                self.faults.append(f"{name}: the facts of {content['number']} were changed")
        if link != register["head"]:
            self.faults.append(f"{place}: the head is not the last entry")
        numbers = sorted(row["number"] for row in certificates.values() if row["duplicate_of"] is None)
        if numbers != list(range(1, register["last_number"] + 1)):
            self.faults.append(f"{place}: numbers 1-{register['last_number']} are not each given once")
        for row in certificates.values():
            name = f"{place}, number {row['label']}"
            label = register["format"].replace("{number}", str(row["number"])).replace("{year}", str(register["year"]))
            if (row["kind"], row["label"]) != (register["kind"], label):
                self.faults.append(f"{name}: its kind or running number is another")
            self.certificate(row, tales.get(row["id"], Tale()), name)

    def certificate(self, row, tale, name):
        if tale.state is not None and row["state"] != tale.state:
            self.faults.append(f"{name}: it says {row['state']}, its entries {tale.state}")
        if row["reason"] != tale.reason:
            self.faults.append(f"{name}: the reason is not the one in its entries")
        if not tale.issued and not tale.erased:
            self.faults.append(f"{name}: no entry tells of its issue")
        if (mark(row["code"]) in self.ended) != (row["state"] != "valid"):
            self.faults.append(f"{name}: the status list says otherwise")
        if row["facts"] is None:
            if not tale.erased:
                self.faults.append(f"{name}: its facts are gone, and no rule erased them")
            if row["name"] or row["title"] or row["hours"] or row["points"] or row["payload"] or row["credential"] or tale.day not in (None, row["day"]):
                self.faults.append(f"{name}: its data are erased, and yet it says something")
            return
        facts = json.loads(row["facts"])
        if canonical(facts) != row["facts"]:
            self.faults.append(f"{name}: its facts are not canonical JSON")
        columns = {"label": facts["number"], "hours": facts.get("hours", 0), "points": facts.get("points", 0)}
        columns.update({column: facts[column] for column in ["code", "day", "kind", "part", "name", "title"]})
        for column, value in columns.items():
            if row[column] != value:
                self.faults.append(f"{name}: {column} is not what the certificate says")
        if (row["duplicate_of"] is not None) != ("duplicated" in facts):
            self.faults.append(f"{name}: whether it is a duplicate is not what the certificate says")
        logo = facts["issuer"].get("logo")
        if logo and logo not in self.logos:
            self.faults.append(f"{name}: its logo is not there")
        try:
            signed = facts_of(row["payload"], self.keys)
            agree = [signed["code"] == facts["code"], signed["number"] == facts["number"], signed["day"] == facts["day"],
                     signed["sort"] == KINDS[facts["kind"]] + PARTS[facts["part"]],
                     int(signed["hours"]) == facts.get("hours", 0), int(signed["points"]) == facts.get("points", 0),
                     same(signed["name"], facts["name"]), same(signed["programme"], facts.get("programme", {}).get("key", ""))]
            if not all(agree):
                self.faults.append(f"{name}: the signed facts are others")
            credential = credential_of(row["credential"], self.keys)
            if credential["credentialSubject"]["identifier"][0]["identityHash"] != facts["name"]:
                self.faults.append(f"{name}: the credential is about somebody else")
        except (ValueError, KeyError) as fault:
            self.faults.append(f"{name}: {fault}")


def tell(payload, folder):
    """Prints what a payload says and whether it is still good by the lists beside this file; 0 when it is."""
    keys = {key["kid"]: key for key in json.loads((folder / "keys.json").read_text())["keys"]}
    status = json.loads((folder / "status.json").read_text())
    try:
        facts = facts_of(payload, keys)
    except ValueError as fault:
        print(f"NOT GENUINE  {fault}")
        return 1
    for name, value in facts.items():
        print(f"{name}: {value}")
    if mark(facts["code"]) in status["ended"]:
        print("NO LONGER VALID")
        return 1
    if keys[facts["key"]].get("revoked"):
        print(f"KEY REVOKED  {keys[facts['key']]['revoked']}: ask the register")
        return 1
    print(f"valid        as of {status['made']}")
    return 0


def main(arguments):
    here = pathlib.Path(__file__).resolve().parent
    if arguments[:1] == ["--payload"]:
        return tell(arguments[1], here)
    archive = Archive(arguments[0] if arguments else here)
    registers = archive.check()
    for fault in archive.faults:
        print(f"NOT SOUND  {fault}")
    if not archive.faults:
        count = archive.db.execute("SELECT count(*) FROM certificate").fetchone()[0]
        print(f"sound      {count} certificates in {len(registers)} registers")
        if archive.old:
            print(f"sound      {len(archive.old)} from earlier registers, typed over and sealed")
    return 1 if archive.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
