"""Somebody in front of the client: reads words, taps buttons, writes into fields, and notices what
a browser would only whisper (errors in the console, failed requests, foreign hosts)."""

import json
import re
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, expect

PRESSABLE = 'uni-button,[role="button"],[role="tab"],[role="radio"],[role="checkbox"]'
OUR_SCHEMES = {"blob", "data", "about", "chrome", "chrome-extension"}  # the last: its PDF viewer
LEFT = "ERR_ABORTED"  # the person went on before the answer came
REMEMBER = """
    const blank = location.protocol === 'http:' && !localStorage.getItem('journey')
    const items = Object.entries({journey: '1', ...%s})
    if (blank) for (const [key, kept] of items) localStorage.setItem(key, kept)
"""


class Visitor:
    def __init__(self, context: BrowserContext, address: str):
        self.context = context
        self.address = address
        self.troubles: list[str] = []
        self._cut_off = False
        self._answers = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        self.page: Page = context.new_page()

    # Coming and going

    def keep(self, **stored) -> None:
        """What the phone remembers from earlier visits, as uni.setStorageSync writes it."""
        kinds = {str: "string", bool: "boolean", int: "number", dict: "object", list: "object"}
        items = {k: json.dumps({"type": kinds[type(v)], "data": v}) for k, v in stored.items()}
        self.context.add_init_script(REMEMBER % json.dumps(items))

    def remembers(self, key: str) -> str | None:
        return self.page.evaluate("key => localStorage.getItem(key)", key)

    def opens(self, path: str = "/pages/home/home") -> None:
        """As if the app was started at this page."""
        self.follows(f"{self.address}/#{path}")

    def follows(self, link: str) -> None:
        self.page.goto("about:blank")  # else a browser only jumps within the page
        self._answers.clear()
        self.page.goto(link)

    def reloads(self) -> None:
        self.page.reload()

    def back(self) -> None:
        self.page.locator('[aria-label="返回"] >> visible=true').last.click()

    @contextmanager
    def without_network(self):
        self._cut_off = True
        self.context.set_offline(True)
        yield
        self.context.set_offline(False)
        self._cut_off = False

    # Doing

    def button(self, words: str) -> Locator:
        """By its whole words; of several the one on top."""
        whole = re.compile(rf"^\s*{re.escape(words)}\s*$")
        top = self._top()
        pressable = top.locator(PRESSABLE)
        named = pressable.filter(has_text=whole).or_(top.locator(f'[aria-label="{words}"]'))
        return named.locator("visible=true").last

    def _top(self) -> Locator:
        """What lies above the page takes all taps: a question, else a sheet, else the page."""
        for above in (".jl-confirm", ".jl-sheet"):
            found = self.page.locator(f"{above} >> visible=true")
            if found.count():
                return found.last
        return self.page.locator("body")

    def taps(self, words: str) -> None:
        self.button(words).click()

    def taps_on(self, words: str) -> None:
        """On something that holds these words among others: a card, a row."""
        self.page.locator(PRESSABLE).filter(has_text=words).locator("visible=true").first.click()

    def card(self, words: str) -> Locator:
        return self.page.locator(".jl-card").filter(has_text=words).locator("visible=true").first

    def chooses(self, *answers: str) -> None:
        for answer in answers:
            chosen = self.page.locator(".jl-choice-one, .jl-times-one").filter(
                has=self.page.get_by_text(answer, exact=True)
            )
            chosen.locator("visible=true").last.click()

    def field(self, label: str) -> Locator:
        inside = self.page.locator(f'[aria-label="{label}"]').locator("input, textarea")
        return inside.locator("visible=true").last

    def writes(self, label: str, words: str) -> None:
        self.field(label).fill(words)

    def takes_photo(self, picture: bytes) -> None:
        with self.page.expect_file_chooser() as asked:
            self.page.locator(".jl-photo-add >> visible=true").last.click()
        file = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": picture}
        asked.value.set_files([file])
        expect(self.page.locator(".jl-photo-img >> visible=true").last).to_be_visible()
        expect(self.page.locator(".jl-photo-over >> visible=true")).to_have_count(0)

    def answers(self, words: str) -> None:
        """To a message that waits until it is read."""
        self.taps(words)
        expect(self.page.locator(".jl-confirm >> visible=true")).to_have_count(0)

    def sends(self, words: str) -> None:
        """What was written on a sheet, which closes when it has arrived."""
        self.taps(words)
        expect(self.page.locator(".jl-sheet >> visible=true")).to_have_count(0)

    # Seeing

    def sees(self, *words: str) -> None:
        for some in words:
            expect(self.page.get_by_text(some).locator("visible=true").first).to_be_visible()

    def sees_in(self, label: str, words: str) -> None:
        expect(self.field(label)).to_have_value(words)

    def rests(self) -> None:
        """Until everything asked for has come, where no words tell it."""
        self.page.wait_for_load_state("networkidle")

    def does_not_see(self, *words: str) -> None:
        for some in words:
            expect(self.page.get_by_text(some).locator("visible=true")).to_have_count(0)

    def sees_photos(self, n: int) -> None:
        expect(self.page.locator(".jl-photo-img >> visible=true")).to_have_count(n)

    def has_not_received(self, *words: str) -> None:
        """On the screen or not: what the server answered since this page was opened."""
        answers = [(urlsplit(one.url).path, one.text()) for one in self._answers if one.ok]
        assert answers
        assert {(some, path) for path, said in answers for some in words if some in said} == set()

    def says(self) -> str:
        """All that is on the screen."""
        return self.page.locator("body").inner_text()

    # Noticing

    def _console(self, message) -> None:
        # Refused requests are in the console too; _response and _failed judge those.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console: {message.text}")

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in OUR_SCHEMES and parts.netloc != urlsplit(self.address).netloc:
            self.troubles.append(f"foreign host: {request.url}")

    def _failed(self, request) -> None:
        if not self._cut_off and LEFT not in (request.failure or ""):
            self.troubles.append(f"failed: {request.method} {request.url} {request.failure}")

    def _response(self, response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.status}: {response.request.method} {response.url}")
        if "/api/" in response.url:
            self._answers.append(response)
