"""积分明细 on paper, for somebody who asks at the desk and has no telephone."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests import make_points


@pytest.fixture
def printed(get, scheme, lin, colleague):
    def ask() -> str:
        path = f"/api/points/persons/{lin.id}/statement.pdf?scheme_id={scheme.id}"
        answer = get(path, by=colleague)
        assert answer.mimetype == "application/pdf"
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages)

    return ask


def test_it_holds_the_balance_and_the_same_lines(pool, lin, printed):
    make_points.granted(pool, lin, 8)
    make_points.granted(pool, lin, -3)
    paper = printed()

    assert "林师傅" in paper
    assert "现在可以用 5 分" in paper
    assert "帮忙搬桌椅（社区给的）" in paper
    assert "+8" in paper
    assert "-3" in paper
    assert "一共 2 笔" in paper


def test_it_goes_on_over_pages_and_says_which_part_it_is(scheme, pool, lin, printed, monkeypatch):
    monkeypatch.setattr("server.points.present.statement_paper.MOST", 30)
    for _ in range(31):
        make_points.granted(pool, lin, 1)
    paper = printed()

    assert "第 2 页" in paper
    assert "只印最近 30 笔" in paper
    assert paper.count("+1") == 30
