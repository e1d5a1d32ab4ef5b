"""Draws Resources/pictures/share.png, which a link to a page shows in a message: the sign of the house, chalked on its board."""

import pathlib

from playwright.sync_api import sync_playwright

from house import CHROMIUM, ROOT

LETTER = "M4.3 4.1h7.2L7.9 7.6c2.4-.2 4 1 4 2.7 0 2.9-4.7 3.5-7.4 1.6"
PAGE = f"""<!doctype html><style>body {{ margin: 0 }} svg {{ display: block }}</style>
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<path fill="#1f5b4c" d="M0 0h1200v630H0z"/><path fill="#fbfaf6" d="M0 598h1200v32H0z"/>
<g transform="translate(376 84) scale(28)" fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round" stroke-width="1.9"><path d="{LETTER}"/></g>
</svg>"""


def main():
    file = pathlib.Path(ROOT) / "Resources/pictures/share.png"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(PAGE)
        page.screenshot(path=str(file))
        browser.close()
    print(file.stat().st_size, file)


if __name__ == "__main__":
    main()
