"""Sets and signs documents for the program that started it.

Reads one JSON object a line from the standard input and answers each with one line on the standard output, in order. Bytes are in
base64. The first line says what it works with, each line after it is a job:

    {"templates": {"name.typ": bytes}, "fonts": [folder], "seconds": how long one job may take}
        {"ready": true}
    {"work": "set", "template": "name", "data": JSON text, "stamp": UTC seconds, "format": "png" for one picture in place of a PDF, "booklet" for
     pages on folded sheets,
     "pictures": {"name": bytes}, "attachments": [{"name", "type", "description", "bytes"}]}
        {"pdf": bytes, "memory": most kilobytes held so far}
    {"work": "sign", "pdf": bytes, "reason": text or null, "place": text or null,
     "pkcs12": bytes or ("pem": bytes, "certificates": bytes), "password": text or null}
        {"pdf": bytes, "memory": …}

What cannot be done is answered with {"fault": kind, "text": why}. It works in the folder it is started in, which is its own, and removes it at
its end: when the standard input ends, so never later than the program.
"""
import base64, bisect, errno, json, os, re, shutil, signal, sys

STANDARDS = ["a-3a", "ua-1"]
FAMILIES = ["Noto Serif", "Noto Sans"]


class Fault(Exception):
    def __init__(self, kind, text):
        super().__init__(text)
        self.kind, self.text = kind, text


class Typesetter:
    """Compiles templates that stand in a folder of its own, outside which nothing can be read."""

    def __init__(self, root, templates, folders):
        import typst

        self.typst, self.root, self.jobs, self.compilers = typst, root, 0, {}
        # Nothing but the named fonts, so that the same job gives the same bytes on every machine.
        self.fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        missing = [family for family in FAMILIES if family not in self.fonts.families()]
        if missing:
            raise Fault("start", "no font " + ", ".join(missing) + " in " + ", ".join(folders))
        for name, content in templates.items():
            write(os.path.join(root, name), content)

    def set(self, job):
        name = job["template"]
        if not os.path.isfile(os.path.join(self.root, name + ".typ")):
            raise Fault("template", "no template " + name)
        if name not in self.compilers:
            self.compilers[name] = self.typst.Compiler(os.path.join(self.root, name + ".typ"), root=self.root, font_paths=self.fonts)
        self.jobs += 1
        folder = "job-%d" % self.jobs
        try:
            inputs = {"data": job["data"], **self.files(folder, job)}
            if job.get("format") == "png":
                return self.compilers[name].compile(format="png", ppi=72.0, timestamp=job["stamp"], sys_inputs=inputs)
            pdf = scripted(self.compilers[name].compile(format="pdf", pdf_standards=STANDARDS, timestamp=job["stamp"], sys_inputs=inputs))
            return folded(pdf) if job.get("format") == "booklet" else pdf
        except self.typst.TypstError as error:
            raise self.fault(error)
        finally:
            shutil.rmtree(os.path.join(self.root, folder), ignore_errors=True)

    def files(self, folder, job):
        """Puts what comes with a job where its template can read it: names of files never come from outside."""
        pictures, attachments = {}, []
        if job["pictures"] or job["attachments"]:
            os.mkdir(os.path.join(self.root, folder))
        for number, (name, content) in enumerate(sorted(job["pictures"].items())):
            pictures[name] = "/%s/picture-%d" % (folder, number)
            write(self.root + pictures[name], content)
        for number, attachment in enumerate(job["attachments"]):
            path = "/%s/attachment-%d" % (folder, number)
            write(self.root + path, attachment["bytes"])
            attachments.append({"path": path, **{key: attachment[key] for key in ("name", "type", "description")}})
        return {"pictures": json.dumps(pictures), "attachments": json.dumps(attachments)}

    def fault(self, error):
        texts = re.findall(r"the text `\"(.*?)\"` could not be displayed", error.diagnostic or error.message, re.S)
        if texts:
            plain = (re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code.group(1), 16)), text) for text in texts)
            return Fault("glyph", "".join(dict.fromkeys("".join(plain))))
        text = re.sub(re.escape(self.root) + "/?", "", error.diagnostic or error.message)
        return Fault("template", text[:2000])


def folded(pdf):
    """Two pages side by side on each side of a sheet, in the order in which the sheets are folded into one another: a file for the printer, without tags."""
    # Only where something is folded.
    import io
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

    book, forms = PdfWriter(), []
    pages = PdfReader(io.BytesIO(pdf)).pages
    wide, high = (float(side) for side in (pages[0].mediabox.width, pages[0].mediabox.height))
    for page in pages:
        form = DecodedStreamObject()
        form.set_data(page.get_contents().get_data())
        form.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(edge) for edge in (0, 0, wide, high)),
            NameObject("/Resources"): page["/Resources"].clone(book)})
        forms.append(book._add_object(form.flate_encode()))
    count = -(-len(forms) // 4) * 4
    for side in range(count // 2):
        sheet, drawn, shown = book.add_blank_page(2 * wide, high), [], DictionaryObject()
        for place, number in enumerate((count - 1 - side, side) if side % 2 == 0 else (side, count - 1 - side)):
            if number < len(forms):
                shown[NameObject("/P%d" % place)] = forms[number]
                drawn.append("q 1 0 0 1 %.3f 0 cm /P%d Do Q" % (place * wide, place))
        content = DecodedStreamObject()
        content.set_data("\n".join(drawn).encode())
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
        sheet[NameObject("/Contents")] = book._add_object(content)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def scripted(pdf):
    """Calls Serbian in Latin letters `sr-Latn`: the templates say `sr-LA`, because Typst knows no scripts. What follows a longer word moves."""
    edits = [(found.start(), found.end(), b"sr-Latn") for found in re.finditer(rb"(?<=/Lang\()sr-LA(?=\))|(?<=<rdf:li>)sr-LA(?=</rdf:li>)", pdf)]
    if not edits:
        return pdf
    for found in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n(<\?xpacket.*?)endstream", pdf, re.S):
        longer = sum(len(word) - (end - start) for start, end, word in edits if found.start(2) <= start < found.end(2))
        edits.append((found.start(1), found.end(1), b"%d" % (int(found.group(1)) + longer)))
    edits.sort()
    grown, places = [0], [start for start, _, _ in edits]
    for start, end, word in edits:
        grown.append(grown[-1] + len(word) - (end - start))

    def moved(place):
        return place + grown[bisect.bisect_left(places, place)]

    table = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf).group(1))
    head, done = b"", 0
    for start, end, word in edits:
        head, done = head + pdf[done:start] + word, end
    tail = re.sub(rb"(?m)^(\d{10})(?= \d{5} n)", lambda place: b"%010d" % moved(int(place.group(1))), pdf[table:])
    tail = re.sub(rb"(?<=startxref\n)\d+", b"%d" % moved(table), tail)
    return head + pdf[done:table] + tail


def sign(job):
    # A third of the memory and half a second are spent only where something is signed.
    import io
    from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    given = {key: base64.b64decode(job[key]) for key in ("pkcs12", "pem", "certificates") if key in job}
    password = job["password"].encode() if job["password"] is not None else None
    try:
        if "pkcs12" in given:
            signer = signers.SimpleSigner.load_pkcs12_data(given["pkcs12"], other_certs=[], passphrase=password)
        else:
            certificates = list(load_certs_from_pemder_data(given["certificates"]))
            signer = signers.SimpleSigner(
                signing_cert=certificates[0], signing_key=load_private_key_from_pemder_data(given["pem"], password),
                cert_registry=SimpleCertificateStore.from_certs(certificates))
    except (ValueError, IndexError, OSError) as error:
        raise Fault("key", str(error))
    if signer is None:
        raise Fault("key", "it cannot be read, or the password is wrong")
    what = signers.PdfSignatureMetadata(
        field_name="Signature", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, reason=job["reason"], location=job["place"])
    # Typst ends at %%EOF without a line end, and PDF/A wants one before every object, also the first of the signature.
    pdf = base64.b64decode(job["pdf"])
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf if pdf.endswith(b"\n") else pdf + b"\n"))
    return signers.PdfSigner(what, signer, new_field_spec=fields.SigFieldSpec("Signature")).sign_pdf(writer).getvalue()


def held():
    """The most kilobytes held so far. Not getrusage: that begins with what the program held that started this one."""
    with open("/proc/self/status") as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmHWM:")), 0)


def write(path, content):
    with open(path, "wb") as file:
        file.write(base64.b64decode(content))


def is_room(error):
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)


def answer(typesetter, job):
    try:
        pdf = typesetter.set(job) if job["work"] == "set" else sign(job)
        return {"pdf": base64.b64encode(pdf).decode(), "memory": held()}
    except Fault as fault:
        return {"fault": fault.kind, "text": fault.text}
    except OSError as error:
        return {"fault": "room" if is_room(error) else "worker", "text": str(error)}
    except Exception as error:
        return {"fault": "worker", "text": "%s: %s" % (type(error).__name__, error)}


def main():
    # What a library may print is no answer.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)

    def say(value):
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    root = os.getcwd()
    try:
        hello = json.loads(sys.stdin.buffer.readline() or b"null")
        if hello is None:
            return
        try:
            typesetter = Typesetter(root, hello["templates"], hello["fonts"])
        except Fault as fault:
            return say({"fault": fault.kind, "text": fault.text})
        except (ImportError, OSError) as error:
            return say({"fault": "room" if is_room(error) else "start", "text": str(error)})
        say({"ready": True})
        for line in sys.stdin.buffer:
            # A job that hangs ends with its worker even if nobody is there any more to end it.
            signal.alarm(hello["seconds"] + 5)
            say(answer(typesetter, json.loads(line)))
            signal.alarm(0)
    finally:
        shutil.rmtree(root, ignore_errors=True)


main()
