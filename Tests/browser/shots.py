"""Photographs of every example page: bin/shots DIR [PATTERN]."""

import html
import pathlib
import sys

from playwright.sync_api import sync_playwright

from house import CHROMIUM, Company, House, doors

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def name(path):
    return path.strip("/").replace("/", "-").replace("?", "-").replace("&", "-").replace("=", "-") or "home"


def main(folder, pattern=""):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    pages = [door for door in doors() if door.page and pattern in door.page]
    rows, skipped = {}, []
    with House() as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        for width in WIDTHS:
            for scheme in SCHEMES:
                company = Company(browser, house, viewport={"width": width, "height": 900}, color_scheme=scheme)
                for door in pages:
                    page, status = company.open(door)
                    if page is None:
                        skipped.append(f"{door.page} ({door.audience}): {status}")
                        continue
                    file = f"{name(door.page)}-{width}-{scheme}.png"
                    page.screenshot(path=str(folder / file), full_page=True)
                    rows.setdefault((door.page, door.audience), []).append((file, status))
                    page.close()
                company.close()
        browser.close()
    write(folder / "index.html", rows)
    for missed in sorted(set(skipped)):
        print(f"no picture of {missed}")
    wrong = sorted({f"{path}: {status}" for (path, _), files in rows.items() for _, status in files if status != 200})
    for line in wrong:
        print(line)
    print(f"{sum(len(files) for files in rows.values())} pictures of {len(rows)} pages: {folder / 'index.html'}")
    return 1 if wrong else 0


def write(file, rows):
    lines = ["<!doctype html><meta charset=utf-8><title>Zbornica</title><style>img{width:20%;border:1px solid #999;vertical-align:top}</style>"]
    for (path, audience), files in rows.items():
        lines.append(f"<h2>{html.escape(path)} ({audience})</h2>")
        lines += [f'<a href="{html.escape(shot)}"><img loading=lazy src="{html.escape(shot)}" alt=""></a>' for shot, _ in files]
    file.write_text("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
