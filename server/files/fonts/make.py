"""Cut the two paper fonts from full Noto Sans SC files; run by hand when a character is missing.

npm pack @expo-google-fonts/noto-sans-sc     (OFL 1.1, TrueType outlines; licence in OFL.txt)
pip install fonttools                        (only here: the server itself does not need it)
python make.py <folder with the unpacked npm package>
"""

import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent

# Letters, digits, punctuation, arrows, boxes, 〓, ①②③, ㎡, full-width forms: what people type.
SIGNS = [
    *range(0x20, 0x250),
    *range(0x370, 0x400),
    *range(0x2000, 0x2700),
    *range(0x3000, 0x3130),
    *range(0x3200, 0x3400),
    *range(0xF900, 0xFB00),
    *range(0xFE30, 0xFE50),
    *range(0xFF00, 0xFFF0),
]
# Characters of 通用规范汉字表 (2013) outside the basic block: people's and places' names use them.
NAMES = [ord(character) for character in (HERE / "names.txt").read_text("utf-8").strip()]
REGULAR = [*SIGNS, *range(0x4E00, 0xA000), *NAMES, *range(0x20000, 0x33480)]
# Bold is for titles; what it lacks is drawn in Regular (paper/fonts.py), so GB 2312 is enough.
BOLD = [
    *SIGNS,
    *(
        ord(bytes([row, cell]).decode("gb2312", "ignore") or " ")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
    ),
]


def cut(source: Path, target: Path, characters: list[int]) -> None:
    """Keep the outlines of `characters`; layout tables go, ReportLab does not read them."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx"]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    package = Path(sys.argv[1])
    for weight, characters in (("400Regular", REGULAR), ("700Bold", BOLD)):
        name = f"NotoSansSC_{weight}.ttf"
        target = HERE / f"jinlin-{weight[3:].lower()}.ttf"
        cut(package / weight / name, target, characters)
