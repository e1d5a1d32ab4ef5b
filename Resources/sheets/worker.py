"""Reads spreadsheets that the program which started it does not read: the binary forms of Excel (.xls, .xlsb).

Reads one JSON object a line from the standard input and answers each with one line on the standard output. Bytes are in base64:

    {"file": bytes, "cells": the most cells, "tabs": the most sheets, "megabytes": the most memory, "seconds": the longest time}
        {"tabs": [{"name": text, "isHidden": truth, "merged": [[row, column, row, column] from 0], "rows": [[cell]]}]}

A cell is a text: nothing, or a sign and what it holds, as `sWord`, `n1.5`, `b1`, `d2026-05-01`. What cannot be read is answered with {"fault": kind}: locked, damaged, large. Files are strangers':
the limits are set before the first of them is opened, and hold for the whole process.
"""
import base64, datetime, io, json, os, resource, shutil, sys


def cell(value):
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "b%d" % value
    if isinstance(value, (int, float)):
        return "n%r" % value
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        # A day that a spreadsheet keeps with a midnight is a day.
        return "d" + value.isoformat().removesuffix("T00:00:00").split(".")[0]
    return "s%s" % value


def answer(job):
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(base64.b64decode(job["file"])))
    except calamine.PasswordError:
        return {"fault": "locked"}
    if len(book.sheets_metadata) > job["tabs"]:
        return {"fault": "large"}
    tabs, left = [], job["cells"]
    for facts in book.sheets_metadata:
        sheet = book.get_sheet_by_name(facts.name)
        left -= sheet.total_height * sheet.total_width
        if left < 0:
            return {"fault": "large"}
        rows = [[cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        merged = [[*start, *end] for start, end in (sheet.merged_cell_ranges or [])]
        tabs.append({"name": facts.name, "isHidden": facts.visible != calamine.SheetVisibleEnum.Visible, "merged": merged, "rows": rows})
    return {"tabs": tabs}


def bounded(job):
    memory = job["megabytes"] << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"], job["seconds"] + 1))
    try:
        return answer(job)
    except ImportError:
        return {"fault": "missing"}
    except MemoryError:
        return {"fault": "large"}
    except BaseException:  # A panic of the library is none of Python's exceptions.
        return {"fault": "damaged"}


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    try:
        for line in sys.stdin.buffer:
            answers.write(json.dumps(bounded(json.loads(line)), ensure_ascii=False) + "\n")
            answers.flush()
    finally:
        shutil.rmtree(os.getcwd(), ignore_errors=True)


main()
