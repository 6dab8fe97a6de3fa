"""Reads a printed paper as people do: its words, and its code with another phone."""

from io import BytesIO

import pypdfium2
import zxingcpp
from pypdf import PdfReader


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def code_of(pdf: bytes) -> str:
    paper = pypdfium2.PdfDocument(pdf)
    try:
        picture = paper[0].render(scale=3).to_pil()
    finally:
        paper.close()
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text
