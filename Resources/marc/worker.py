"""Reads records of libraries for the program that started it: MARC 21, UNIMARC and COMARC, as ISO 2709 and as MARCXML.

Reads one JSON object a line from the standard input and answers with lines on the standard output:

    {"path": a file, "records": the most, "megabytes": the most memory, "seconds": the longest time}
        {"row": {column: text}}      one for each copy, or for a title without copies
        {"done": how many records} or {"fault": kind}

Each record is cut out at its end mark and read by itself, so that one bad record loses nothing else. Lengths, base addresses and directories that are wrong are made anew; what the
leader says of the letters is not believed where the bytes say otherwise. A record that cannot be read is a row whose column *record* says why.
"""
import io, json, logging, os, re, resource, shutil, sys, unicodedata

LEADER = re.compile(rb"[0-9 ]{5}[\x20-\x7e]{5}[0-9 ]{2}[0-9 ]{5}[\x20-\x7e]{3}[0-9 ]{4}")
END, FIELD = b"\x1d", b"\x1e"
UNSEEN = re.compile(r"[\x00-\x1f\x88\x89\x98\x9c]")
PIECE = 1 << 20
LONGEST = 4 << 20

# Letters of ISO 5426, in which older exports of UNIMARC are written: marks stand before their letter.
MARKS = {0xC0: "\u0309", 0xC1: "\u0300", 0xC2: "\u0301", 0xC3: "\u0302", 0xC4: "\u0303", 0xC5: "\u0304", 0xC6: "\u0306", 0xC7: "\u0307", 0xC8: "\u0308",
         0xC9: "\u0308", 0xCA: "\u030a", 0xCD: "\u030b", 0xCE: "\u031b", 0xCF: "\u030c", 0xD0: "\u0327", 0xD3: "\u0328"}
SIGNS = {0xA1: "¡", 0xA2: "„", 0xA3: "£", 0xA4: "$", 0xA5: "¥", 0xA7: "§", 0xA8: "ʹ", 0xA9: "‘", 0xAA: "“", 0xAB: "«", 0xAD: "©", 0xB1: "‚", 0xB7: "·", 0xB8: "ʺ",
         0xB9: "’", 0xBA: "”", 0xBB: "»", 0xBF: "¿", 0xE1: "Æ", 0xE2: "Đ", 0xE6: "Ĳ", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xEC: "Þ", 0xF1: "æ", 0xF2: "đ", 0xF3: "ð",
         0xF5: "ı", 0xF6: "ĳ", 0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß", 0xFC: "þ"}


def iso5426(data):
    out, mark = [], ""
    for byte in data:
        if byte in MARKS:
            mark += MARKS[byte]
        elif byte < 0x80:
            out.append(chr(byte) + mark)
            mark = ""
        elif byte in SIGNS:
            out.append(SIGNS[byte] + mark)
            mark = ""
        else:
            raise UnicodeDecodeError("iso5426", bytes([byte]), 0, 1, "no letter")
    return unicodedata.normalize("NFC", "".join(out))


def marc8(data):
    import pymarc
    # It says of each sign that it does not know on the standard error, and leaves it out.
    with io.StringIO() as said:
        kept, sys.stderr = sys.stderr, said
        try:
            text = pymarc.marc8_to_unicode(data)
        finally:
            sys.stderr = kept
        if said.getvalue():
            raise UnicodeDecodeError("marc8", b"", 0, 1, "no letter")
    return unicodedata.normalize("NFC", text)


OWN = set("čćžšđČĆŽŠĐąčęėįšųūžĄČĘĖĮŠŲŪŽ")
SERBIAN = set("абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ")
KNOWN = set("äöüßÄÖÜéèêëàâáíóúőűôçñőŐŰÉÁÍÓÚ„“”‘’«»–—…§°·©")


def judged(text):
    """How likely a text is what somebody wrote in one of our languages: letters of ours for it, signs of no word against."""
    good = bad = 0
    before = ""
    for sign in text:
        if ord(sign) >= 0x80:
            if sign in OWN or sign in SERBIAN:
                good += 2
            elif sign in KNOWN:
                good += 1
            else:
                bad += 3
            # Cyrillic and Latin letters do not stand in one word, and a capital does not stand inside one.
            if before.isalpha() and sign.isalpha() and (sign in SERBIAN) != (before in SERBIAN):
                bad += 2
            if before.islower() and sign.isupper():
                bad += 2
        elif sign.isalpha() and before in SERBIAN:
            bad += 2
        before = sign
    return good - bad


READERS = {
    "windows-1250": lambda data: data.decode("windows-1250"), "windows-1251": lambda data: data.decode("windows-1251"),
    "windows-1257": lambda data: data.decode("windows-1257"), "cp852": lambda data: data.decode("cp852"), "ISO 5426": iso5426, "MARC-8": marc8,
}


class Letters:
    """How the letters of a file are read that are not UTF-8: what fits best in what was seen so far."""

    def __init__(self):
        self.scores = {name: 0 for name in READERS}
        self.seen = 0

    def text(self, data):
        try:
            return data.decode("utf-8"), ""
        except UnicodeDecodeError:
            pass
        if self.seen < 200:
            self.seen += 1
            for name in READERS:
                try:
                    self.scores[name] += judged(READERS[name](data))
                except UnicodeDecodeError:
                    self.scores[name] -= 10_000
        best = max(self.scores, key=lambda name: self.scores[name])
        text = READERS[best](data)
        if judged(text) <= 0:
            raise UnicodeDecodeError(best, b"", 0, 1, "no letters of ours")
        return text, best


# MARK: ISO 2709


def chunks(file):
    """What stands between two end marks, whatever its leader says of its length."""
    rest = b""
    while True:
        piece = file.read(PIECE)
        if not piece:
            break
        parts = (rest + piece).split(END)
        rest = parts.pop()
        for part in parts:
            yield part, True
        if len(rest) > LONGEST:
            yield rest[:LONGEST], False
            rest = b""
    if rest.strip(b"\x00\x1a\r\n\t "):
        yield rest, False


def mended(chunk):
    """The fields of a record in their order, by their tags; and whether its leader or its directory was wrong."""
    found = LEADER.search(chunk)
    if not found:
        raise ValueError("no leader")
    record = chunk[found.start():]
    leader, end = record[:24], record.find(FIELD)
    if end < 24:
        raise ValueError("no directory")
    directory, data = record[24:end], record[end + 1:]
    entries = [directory[place:place + 12] for place in range(0, len(directory) - 11, 12)]
    tags = [entry[:3].decode("latin-1") for entry in entries]
    isRight = leader[:5].isdigit() and int(leader[:5]) == len(record) + 1 and leader[12:17].isdigit() and int(leader[12:17]) == end + 1 and not found.start()
    if isRight:
        try:
            fields = []
            for entry in entries:
                length, start = int(entry[3:7]), int(entry[7:12])
                field = data[start:start + length]
                if not field.endswith(FIELD) or FIELD in field[:-1]:
                    raise ValueError
                fields.append(field[:-1])
            return leader, list(zip(tags, fields)), False
        except ValueError:
            pass
    fields = data.split(FIELD)
    if fields and not fields[-1].strip():
        fields.pop()
    if len(fields) < len(tags):
        raise ValueError("cut")
    return leader, list(zip(tags, fields)), True


def built(leader, fields):
    """A record of pymarc's, of fields that are text by now: what their lengths were said to be matters no more."""
    import pymarc
    record = pymarc.Record(leader=leader.decode("latin-1"), force_utf8=True)
    for tag, text in fields:
        if tag < "010" and tag.isdigit():
            record.add_field(pymarc.Field(tag=tag, data=text))
            continue
        head, *subfields = text.split("\x1f")
        marks = (head + "  ")[:2]
        record.add_field(pymarc.Field(tag=tag, indicators=pymarc.Indicators(*marks), subfields=[pymarc.Subfield(one[0], one[1:]) for one in subfields if one]))
    return record


def isoRows(file, letters):
    for chunk, isWhole in chunks(file):
        try:
            leader, fields, isMended = mended(chunk)
            if not isWhole and isMended is False:
                isMended = True
        except ValueError:
            yield [{"record": "damaged" if isWhole else "cut"}]
            continue
        try:
            # All fields at once: their end marks are the same in every set of letters.
            text, charset = letters.text(FIELD.join(field for _, field in fields))
        except UnicodeDecodeError:
            yield [{"record": "charset"}]
            continue
        try:
            record = built(leader, [(tag, text) for (tag, _), text in zip(fields, text.split("\x1e"))])
            said = "mended" if isMended else "read %s" % charset if charset else ""
            yield rows(record, said)
        except Exception:
            yield [{"record": "damaged" if isWhole else "cut"}]


# MARK: MARCXML


class Stop(Exception):
    pass


def xmlRows(path):
    """Streams records: the reader hands each over when its end tag comes."""
    import pymarc
    from xml.sax import SAXParseException, make_parser
    from xml.sax.handler import feature_external_ges, feature_namespaces
    ready = []

    class Handler(pymarc.marcxml.XmlHandler):
        def process_record(self, record):
            ready.append(record)

    parser = make_parser()
    parser.setContentHandler(Handler(strict=False, normalize_form="NFC"))
    parser.setFeature(feature_namespaces, 1)
    parser.setFeature(feature_external_ges, 0)
    with open(path, "rb") as file:
        while True:
            piece = file.read(1 << 16)
            try:
                if piece:
                    parser.feed(piece)
                else:
                    parser.close()
            except SAXParseException:
                for record in ready:
                    yield rows(record, "")
                yield [{"record": "cut"}]
                return
            for record in ready:
                yield rows(record, "")
            ready.clear()
            if not piece:
                return


# MARK: What a record says


def first(record, *tags):
    for tag in tags:
        for field in record.get_fields(tag):
            return field
    return None


def part(field, *codes):
    if field is None or field.is_control_field():
        return ""
    for code in codes:
        for value in field.get_subfields(code):
            value = tidy(value)
            if value:
                return value
    return ""


def tidy(text):
    """Without the marks that cards end with, and without the signs that leave an article out of the order."""
    return " ".join(UNSEEN.sub(" ", text).split()).rstrip("/:;,=").rstrip()


def parts(record, tags, code):
    return [value for field in record.get_fields(*tags) for value in map(tidy, field.get_subfields(code)) if value]


def named(field):
    surname, given = part(field, "a"), part(field, "b")
    return "%s, %s" % (surname, given) if given and "," not in surname else surname


def kind(record, hasLink):
    type_, level = record.leader[6], record.leader[7]
    if type_ == "g":
        return "video"
    if type_ in "ij":
        return "audio"
    if type_ == "r":
        return "game"
    if type_ == "o":
        return "kit"
    if type_ in "lm" and hasLink:
        return "digital"
    return "journal" if level == "s" else "book"


def unimarc(record):
    title = first(record, "200")
    coded = part(first(record, "100"), "a")
    audience = {"b": "preschool", "c": "lower", "d": "upper", "e": "secondary"}.get(coded[17:18], "")
    imprint = first(record, "210", "214")
    more = [value for code in ("h", "i") for value in (title.get_subfields(code) if title is not None else [])]
    authors = [named(field) for field in record.get_fields("700", "701", "702")] + parts(record, ["710", "711"], "a")
    link = part(first(record, "856"), "u")
    return {
        "title": ". ".join([part(title, "a")] + [tidy(text) for text in more]), "subtitle": part(title, "e"), "authors": unique(authors),
        "kind": kind(record, bool(link)), "language": part(first(record, "101"), "a"), "publisher": part(imprint, "c"), "place": part(imprint, "a"),
        "year": part(imprint, "d") or coded[9:13], "edition": part(first(record, "205"), "a"), "extent": part(first(record, "215"), "a"),
        "series": part(first(record, "225"), "a"), "isbn": part(first(record, "010"), "a"), "issn": part(first(record, "011"), "a", "e"),
        "cobiss": control(record), "udc": part(first(record, "675"), "a", "c"),
        "subjects": unique(parts(record, ["610"], "a") + parts(record, ["606"], "a")), "audience": audience,
        "about": part(first(record, "330"), "a"), "link": link,
    }, [unimarcCopy(field) for field in record.get_fields("996", "997")] or [unimarcShelf(field) for field in record.get_fields("995")]


def unimarcCopy(field):
    way = {"a": "bought", "b": "exchanged", "c": "given", "d": "given", "e": "made"}.get(part(field, "v")[:1], "")
    label = part(field, "p")
    return {
        "former": part(field, "f"), "shelf": part(field, "d"), "acquired": day(part(field, "o")), "price": price(part(field, "3")), "origin": way,
        "source": part(field, "2") if len(part(field, "2")) > 2 else "", "label": label if re.fullmatch(r"[12]\d{11}", label) else "",
    }


def unimarcShelf(field):
    return {"label": part(field, "f"), "shelf": part(field, "k"), "former": part(field, "j"), "acquired": day(part(field, "5"))}


def marc21(record):
    # What stands in the letters of its own language is told where there is both.
    own = {}
    for field in record.get_fields("880"):
        link = part(field, "6")
        own.setdefault(link[:3], []).append(field)

    def best(*tags):
        for tag in tags:
            if own.get(tag):
                return own[tag][0]
        return first(record, *tags)

    title = best("245")
    fixed = record.get_fields("008")
    coded = fixed[0].data if fixed and fixed[0].data else ""
    audience = {"a": "preschool", "b": "lower", "c": "upper", "d": "secondary"}.get(coded[22:23], "")
    imprint = best("264", "260")
    more = [value for code in ("n", "p") for value in (title.get_subfields(code) if title is not None else [])]
    people = []
    for tag in ("100", "700", "110", "710"):
        people += [tidy(part(field, "a")).rstrip(".") for field in (own.get(tag) or record.get_fields(tag))]
    link = part(first(record, "856"), "u")
    language = part(first(record, "041"), "a") or coded[35:38].strip()
    return {
        "title": ". ".join([part(title, "a")] + [tidy(text) for text in more]), "subtitle": part(title, "b"), "authors": unique(people),
        "kind": kind(record, bool(link)), "language": language, "publisher": part(imprint, "b"), "place": part(imprint, "a"), "year": part(imprint, "c") or coded[7:11],
        "edition": part(first(record, "250"), "a"), "extent": part(first(record, "300"), "a"), "series": part(best("490", "830"), "a"),
        "isbn": part(first(record, "020"), "a").split(" ")[0], "issn": part(first(record, "022"), "a"), "cobiss": control(record), "udc": part(first(record, "080"), "a"),
        "subjects": unique([text.rstrip(".") for text in parts(record, ["650"], "a") + parts(record, ["653"], "a")]), "audience": audience,
        "about": part(best("520"), "a"), "link": link,
    }, [marc21Copy(field) for field in record.get_fields("952")] or [marc21Shelf(field) for field in record.get_fields("852")]


def marc21Copy(field):
    return {
        "label": part(field, "p"), "former": part(field, "i"), "shelf": part(field, "o") or part(field, "c"), "price": price(part(field, "g")),
        "acquired": day(part(field, "d")), "source": part(field, "e"),
    }


def marc21Shelf(field):
    return {"label": part(field, "p"), "shelf": " ".join(filter(None, [part(field, "h"), part(field, "i")])) or part(field, "c")}


def control(record):
    fields = record.get_fields("001")
    number = (fields[0].data or "").strip()[:40] if fields else ""
    # What this program writes where a title has no number says nothing of any catalogue.
    return "" if re.fullmatch(r"ZB\d+-\d+", number) else number


def unique(texts):
    return "\n".join(dict.fromkeys(text for text in texts if text))


def day(text):
    digits = re.sub(r"\D", "", text)[:8]
    return "%s-%s-%s" % (digits[:4], digits[4:6], digits[6:]) if len(digits) == 8 and digits[:2] in ("19", "20") else ""


def price(text):
    found = re.search(r"\d[\d.,]*", text)
    return found.group().rstrip(".,") if found else ""


def rows(record, said):
    isUnimarc = first(record, "200") is not None and first(record, "245") is None
    title, copies = unimarc(record) if isUnimarc else marc21(record)
    if not title["title"].strip(" ."):
        return [{"record": "untitled", "isbn": title["isbn"]}]
    title["record"] = said
    title = {name: unicodedata.normalize("NFC", text) for name, text in title.items() if text}
    return [{**title, **{name: text for name, text in copy.items() if text}} for copy in copies] or [title]


# MARK: The line


def read(job, say):
    with open(job["path"], "rb") as file:
        head = file.read(4_096)
        file.seek(0)
        text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if text.startswith(b"<"):
            if b"record" not in head and b"collection" not in head:
                return {"fault": "kind"}
            source = xmlRows(job["path"])
        elif LEADER.search(head) and (END in head or FIELD in head):
            source = isoRows(file, Letters())
        else:
            return {"fault": "kind"}
        count = 0
        for some in source:
            count += 1
            if count > job["records"]:
                return {"fault": "large"}
            for row in some:
                say({"row": row})
        return {"done": count}


def bounded(job, say):
    memory = job["megabytes"] << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"], job["seconds"] + 1))
    logging.disable()
    try:
        return read(job, say)
    except ImportError:
        return {"fault": "missing"}
    except MemoryError:
        return {"fault": "large"}
    except Exception:
        return {"fault": "damaged"}


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n", buffering=1 << 16)
    os.dup2(2, 1)

    def say(line):
        answers.write(json.dumps(line, ensure_ascii=False) + "\n")

    try:
        for line in sys.stdin.buffer:
            say(bounded(json.loads(line), say))
            answers.flush()
    finally:
        shutil.rmtree(os.getcwd(), ignore_errors=True)


main()
