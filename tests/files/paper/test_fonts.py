"""Every name can be printed; what cannot be is seen to be missing."""

from pathlib import Path

import pytest
from reportlab.lib.units import mm

from server.files.paper.fonts import BOLD, FOLDER, REGULAR, runs
from server.files.paper.sheet import finish, new_sheet, put
from tests.files.paper.pages import SCALE, seen, words

# Surnames that software likes to lose: 䶮 and 𠅤 lie outside the basic block, 㛃 is a given name.
SURNAMES = (
    "丌亓仉仝佘佴佟侴俎俞偃傺僪僮儋冼冮剌劭勖卞厍厐句召咎哏哈喆嗣图圉垟埇墨壴夙夷奡妘妫姒姞姬娄婼嬴孛宓寇尕尉屈展岑岳嵇帅幸庀庠庹"
    "庾廪弭彧忻恽悝戎戢戴扈抗拓揭揆撖支敖斛昝晁晏晟暨曩曾朐朱杞来杭柏查柘栾桓桑梵楼檀欧毋毌毐殳沃沈法泥泷洗浦涂淦湛滑漆濮烜焦燕爨牟犀"
    "狄猗玄琚璩甄甪畲皋盍眭瞿瞻矫砀祁祈祖禚秘竺笪箪第粘纪綦缑缪羿翟肖胥臧舄苌苑苗茆茹荀荆莘菅萧葛蒙蒯蒲蓟蓬蔚蔺薄藏虞蚁蛮衙衡裘褚解訾詹谌谯豆贠贲费赖赫逄逯邝邢邬邰郇郈"
    "郏郐郗郝郤郦鄂鄢鄯酆野钭钮铁锺闫闵阎阙阚隗隽雍雒靳鞠顓颛额飱馮駱骞鬲魇鲜鲍鹿麴黎黑黨默黹黾鼐鼢齋龏龑龚龢䶮㛃㭎𠅤"
)


def rare(count: int) -> str:
    """So many different characters that old code pages lack, after the surnames and the names."""
    outside = (chr(code) for code in range(0x4E00, 0x9FA6, 7) if not in_gb2312(chr(code)))
    names = (FOLDER / "names.txt").read_text("utf-8").strip()
    return "".join(dict.fromkeys([*SURNAMES, *names, *outside]))[:count]


def in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("bold", [False, True])
def test_a_thousand_rare_characters_are_drawn_and_can_be_copied(bold):
    names = rare(1000)
    pdf = grid(names, bold)

    assert len(set(names)) == 1000
    assert words(pdf) == names
    assert all(cell.getextrema()[0] < 128 for cell in cells(pdf))


def test_no_two_rare_characters_look_alike():
    """As they would if they were all the same empty box."""
    names = rare(1000)

    assert len({cell.tobytes() for cell in cells(grid(names, bold=False))}) > 990


def test_bold_borrows_from_regular_what_it_lacks():
    assert runs("庠柄䶮小区", bold=True) == [(BOLD, "庠柄"), (REGULAR, "䶮"), (BOLD, "小区")]


@pytest.mark.parametrize("character", ["😀", "𓀀", "한", "\ue000"])
def test_what_no_font_has_is_seen_to_be_missing(character):
    assert runs(f"林{character}玉") == [(REGULAR, "林〓玉")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("⼈⽊", "人木"),
        ("e\u0301", "é"),
        ("林\u200b\u202e玉\ufe0f", "林玉"),
        ("A\tB\u00a0C", "A B C"),
    ],
)
def test_what_only_looks_different_is_printed_plainly(typed, printed):
    assert runs(typed) == [(REGULAR, printed)]


def test_the_fonts_are_small_enough_to_ship_and_carry_their_licence():
    assert all(path.stat().st_size < 8 * 1024 * 1024 for path in Path(FOLDER).glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")


def grid(characters: str, bold: bool) -> bytes:
    """One character in each square centimetre of a sheet as wide as forty."""
    sheet = new_sheet((400 * mm, 250 * mm), 0, "rare")
    for place, character in enumerate(characters):
        row, column = divmod(place, 40)
        put(sheet, character, (column + 0.2) * 10 * mm, (24.3 - row) * 10 * mm, 16, bold=bold)
    return finish(sheet)


def cells(pdf: bytes) -> list:
    image, edge = seen(pdf), 10 * mm * SCALE
    return [
        image.crop((round(x * edge), round(y * edge), round(x * edge) + 56, round(y * edge) + 56))
        for y in range(25)
        for x in range(40)
    ]
