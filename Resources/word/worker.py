"""Writes a paper of the office as a Word document, for the program which started it.

Reads one JSON object a line from the standard input and answers each with one line on the standard output:

    {"paper": the paper, as `paper.typ` tells its fields, "landscape": truth, "seconds": how long it may take}
        {"docx": bytes in base64}

What cannot be done is answered with {"fault": why}. A4, widths as the paper asks, a head of a table that comes again on each page, real headings, the language set, so
that an office program checks the spelling and a screen reader finds its way.
"""
import base64, io, json, re, signal, sys

FONT = "Calibri"
TONGUES = {"sr": "sr-Cyrl-RS", "sr-Latn": "sr-Latn-RS", "lt": "lt-LT", "en": "en-GB"}
# What XML cannot hold.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(value):
    """A text of the paper, whatever its language is."""
    if value is None:
        return ""
    return UNWRITABLE.sub("", value["text"] if isinstance(value, dict) else value)


class Writer:
    def __init__(self, paper, landscape):
        import docx
        from docx.enum.section import WD_ORIENT
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        self.mm, self.pt, self.element, self.qn = Mm, Pt, OxmlElement, qn
        self.sides = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}
        self.paper, self.document = paper, docx.Document()
        section = self.document.sections[0]
        wide, high = (297, 210) if landscape else (210, 297)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(wide), Mm(high)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        self.width = wide - 36
        for name in ("Normal", "Heading 1", "Heading 2", "Title"):
            style = self.document.styles[name]
            style.font.name = FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(kind), FONT)
            for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(kind), None)
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        tongue = OxmlElement("w:lang")
        tongue.set(qn("w:val"), TONGUES.get(paper["language"], "en-GB"))
        normal.element.get_or_add_rPr().append(tongue)

    def write(self):
        paper, document = self.paper, self.document
        document.core_properties.title = plain(paper["title"])
        document.core_properties.language = TONGUES.get(paper["language"], "en-GB")
        document.core_properties.author = plain((paper.get("centre") or {}).get("name"))
        if paper.get("centre"):
            self.line(plain(paper["centre"]["name"]), strong=True)
            for line in paper["centre"].get("lines", []):
                self.line(plain(line))
        document.add_heading(plain(paper["title"]), 1)
        if paper.get("subtitle"):
            self.line(plain(paper["subtitle"]), strong=True)
        for fact in paper.get("marks", []) + paper.get("facts", []):
            self.fact(fact)
        for part in paper.get("sections", []):
            self.section(part)
        self.signatories(paper.get("signatories", []), paper.get("seal"))
        for note in paper.get("notes", []):
            self.line(plain(note))
        self.foot()
        result = io.BytesIO()
        document.save(result)
        return result.getvalue()

    def line(self, text, strong=False):
        run = self.document.add_paragraph().add_run(text)
        run.bold = strong

    def fact(self, fact):
        paragraph = self.document.add_paragraph()
        paragraph.add_run(plain(fact["label"]) + ": ").bold = True
        paragraph.add_run(plain(fact["value"]))

    def section(self, part):
        heading = self.document.add_heading(plain(part["title"]), 2)
        heading.paragraph_format.page_break_before = bool(part.get("break"))
        for text in part.get("text") or []:
            self.line(plain(text))
        for fact in part.get("facts") or []:
            self.fact(fact)
        if part.get("table"):
            self.table(part["table"])
        self.signatories(part.get("signatories") or [], None)

    def widths(self, columns):
        """Millimetres as asked; what is left goes by shares."""
        fixed = sum(column.get("mm") or 0 for column in columns)
        shares = sum((column.get("share") or 1) for column in columns if not column.get("mm")) or 1
        left = max(self.width - fixed, 10 * len(columns))
        return [column.get("mm") or left * (column.get("share") or 1) / shares for column in columns]

    def table(self, asked):
        columns, widths = asked["columns"], self.widths(asked["columns"])
        rows = asked["rows"] + [[""] * len(columns)] * (asked.get("empty") or 0)
        table = self.document.add_table(rows=1 + len(rows), cols=len(columns))
        table.style, table.autofit = "Table Grid", False
        # Office programs go by the grid of a table, or by the widths of its cells: both say the same.
        for place, column in enumerate(table.columns):
            column.width = self.mm(widths[place])
        head = table.rows[0]
        properties = head._tr.get_or_add_trPr()
        for name in ("w:tblHeader", "w:cantSplit"):
            properties.append(self.element(name))
        # Cells are asked for once a row: looking each up by its place is quadratic.
        lines = [head] + list(table.rows)[1:]
        for number, line in enumerate(lines):
            for place, cell in enumerate(line.cells):
                cell.width = self.mm(widths[place])
                column = columns[place]
                text = plain(column["title"]) if number == 0 else plain(rows[number - 1][place] if place < len(rows[number - 1]) else "")
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = self.pt(0)
                run = paragraph.add_run(text)
                run.bold = number == 0 or bool(column.get("strong"))
                run.font.size = self.pt(9)
                if column.get("align") in self.sides:
                    paragraph.alignment = self.sides[column["align"]]
        self.document.add_paragraph()

    def signatories(self, people, seal):
        if not people:
            return
        self.document.add_paragraph()
        table = self.document.add_table(rows=2, cols=len(people))
        for place, person in enumerate(people):
            table.rows[0].cells[place].paragraphs[0].add_run("_" * 26)
            table.rows[1].cells[place].paragraphs[0].add_run(", ".join(text for text in (plain(person["name"]), plain(person["role"])) if text))
        if seal:
            self.line(plain(seal))

    def foot(self):
        """The page and how many there are, which the office program counts."""
        before, _, rest = plain(self.paper["page"]).partition("{page}")
        between, _, after = rest.partition("{pages}")
        paragraph = self.document.sections[0].footer.paragraphs[0]
        for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, None)):
            if text:
                paragraph.add_run(text)
            if code:
                field = self.element("w:fldSimple")
                field.set(self.qn("w:instr"), code)
                run, said = self.element("w:r"), self.element("w:t")
                said.text = "1"
                run.append(said)
                field.append(run)
                paragraph._p.append(field)


def answer(job):
    signal.alarm(job["seconds"])
    try:
        return {"docx": base64.b64encode(Writer(job["paper"], job["landscape"]).write()).decode()}
    except Exception as error:
        return {"fault": "%s: %s" % (type(error).__name__, error)}
    finally:
        signal.alarm(0)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
