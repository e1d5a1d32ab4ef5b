"""The one table of a run."""


def number(value, digits=0):
    return "" if value is None else f"{value:,.{digits}f}"


def multiple(value):
    return "" if value is None else f"{value:.1f}×"


def expected(row):
    """The expectation beside what was measured; a mark where it was missed."""
    if row.get("limit") is None:
        return ""
    return f"≤ {row['limit']}×" + ("" if row["multiple"] <= row["limit"] else "  missed")


def written(report):
    """The report as text."""
    head = ["", "requests/s", "p50 ms", "p99 ms", "CPU µs", "× /health", "with database", "queries", "expected"]
    lines = []
    for engine in report["engines"]:
        lines.append([engine["engine"]])
        for row in engine["rows"]:
            lines.append([
                "  " + row["name"], number(row["rate"]), number(row["p50"], 1), number(row["p99"], 1), number(row["cpu"]), multiple(row["multiple"]),
                multiple(row["whole"]) if engine["engine"] == "postgresql" else "", number(row.get("queries")), expected(row)])
        for fact in engine["facts"]:
            lines.append(["  " + fact["name"], fact["told"], fact.get("expected", "")])
    for fact in report["facts"]:
        lines.append([fact["name"], fact["told"], fact.get("expected", "")])
    rows = [line for line in lines if len(line) == len(head)]
    widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
    first = max(len(line[0]) for line in lines)
    text = []
    for line in [head, *lines]:
        if len(line) == len(head):
            cells = [cell.rjust(width) for cell, width in zip(line[1:-1], widths[1:-1])]
            text.append("  ".join([line[0].ljust(first), *cells, line[-1]]).rstrip())
        else:
            text.append("  ".join([line[0].ljust(first), *line[1:]]).rstrip())
    return "\n".join(text)


def fact(name, told, limit=None, value=None, unit=""):
    """A line that is no rate. Missed when the value is over the limit."""
    line = {"name": name, "told": told}
    if value is not None:
        line["value"] = round(value, 4)
    if limit is not None:
        line["limit"] = limit
        line["expected"] = f"(expected ≤ {limit}{unit})" + ("" if value <= limit else "  missed")
    return line
