"""Tells of a Word document what an office program reads in it: the sheet, the language, the headings, of each table its widths and whether its head comes again."""

import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def millimetres(twips):
    return round(int(twips) / 1440 * 25.4)


with zipfile.ZipFile(sys.argv[1]) as archive:
    body = ElementTree.fromstring(archive.read("word/document.xml"))
    styles = ElementTree.fromstring(archive.read("word/styles.xml"))
size = body.find(f".//{W}pgSz")
print("sheet", millimetres(size.get(W + "w")), millimetres(size.get(W + "h")))
normal = next(style for style in styles.iter(W + "style") if style.get(W + "styleId") == "Normal")
print("language", normal.find(f".//{W}lang").get(W + "val"))
for paragraph in body.iter(W + "p"):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(W + "val").startswith("Heading"):
        print(style.get(W + "val"), "".join(text.text or "" for text in paragraph.iter(W + "t")))
for table in body.iter(W + "tbl"):
    grid = [millimetres(column.get(W + "w")) for column in table.iter(W + "gridCol")]
    cells = [millimetres(cell.find(f"{W}tcPr/{W}tcW").get(W + "w")) for cell in table.find(W + "tr").iter(W + "tc") if cell.find(f"{W}tcPr/{W}tcW") is not None]
    print("table", grid, "as its cells" if grid == cells else cells, "head" if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None else "")
