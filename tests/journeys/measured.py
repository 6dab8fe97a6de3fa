"""Whether everybody can read and hit what is on a page: measured in the browser."""

from pathlib import Path

from tests.journeys.visitor import Visitor

MEASURE = Path(__file__).with_name("measure.js").read_text()
SMALLEST = {"normal": {"text": 14, "target": 44}, "elder": {"text": 18, "target": 60}}
PHONES = [{"width": 320, "height": 640}, {"width": 390, "height": 844}]  # the last one stays
COMPUTERS = [{"width": 1024, "height": 768}, {"width": 1440, "height": 900}]


class Ruler:
    """Collects what is wrong on all pages, so that one run shows everything."""

    def __init__(self, visitor: Visitor, look: str, screens=PHONES):
        self.visitor, self.look, self.screens = visitor, look, screens
        self.wrong: dict[str, list[str]] = {}

    def measures(self, page: str) -> None:
        for screen in self.screens:
            self.visitor.page.set_viewport_size(screen)
            found = self.visitor.page.evaluate(MEASURE, SMALLEST[self.look])
            if found:
                self.wrong[f"{page} at {screen['width']}"] = found

    def found_nothing(self) -> None:
        lines = [f"{page}: {one}" for page, found in self.wrong.items() for one in found]
        assert not lines, "\n".join(lines)
