"""Names each cell of spreadsheets that a spreadsheet would take for a formula: of workbooks, tables of commas, and archives with either."""

import csv
import io
import re
import sys
import zipfile
from xml.etree import ElementTree

NUMBER = re.compile(r"[+-]\d+([.,]\d+)?")


def workbook(name, archive):
    for part in archive.namelist():
        if not re.fullmatch(r"xl/worksheets/.*\.xml", part):
            continue
        for cell in ElementTree.fromstring(archive.read(part)).iter():
            if cell.tag.endswith("}f") or (cell.tag.endswith("}c") and cell.get("t") == "str"):
                yield f"{name} {part}: {cell.tag} {cell.attrib} {cell.text}"


def table(name, text):
    for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";" if ";" in text.splitlines()[0] else ","):
        for cell in row:
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not NUMBER.fullmatch(cell):
                yield f"{name}: {cell}"


def judged(name, data):
    if not data.startswith(b"PK"):
        yield from table(name, data.decode())
        return
    archive = zipfile.ZipFile(io.BytesIO(data))
    if "xl/workbook.xml" in archive.namelist():
        yield from workbook(name, archive)
        return
    for part in archive.namelist():
        if part.endswith((".csv", ".xlsx")):
            yield from judged(f"{name}/{part}", archive.read(part))


for file in sys.argv[1:]:
    with open(file, "rb") as opened:
        for fault in judged(file, opened.read()):
            print(fault)
