"""What a first visit carries over the line: page, styles, scripts, fonts, as a real browser asks for them."""

import os
import urllib.parse

KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts"}


def weigh(address, path):
    """Kilobytes by kind: (plain, as sent)."""
    from playwright.sync_api import sync_playwright

    weights = {kind: [0.0, 0.0] for kind in [*KINDS.values(), "other"]}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address + path, wait_until="networkidle")
        for answer in answers:
            if urllib.parse.urlsplit(answer.url).scheme not in ("http", "https"):
                continue
            weight = weights[KINDS.get(answer.request.resource_type, "other")]
            weight[0] += len(answer.body()) / 1_000
            weight[1] += answer.request.sizes()["responseBodySize"] / 1_000
        browser.close()
    return {kind: {"plain": round(plain, 1), "sent": round(sent, 1)} for kind, (plain, sent) in weights.items()}
