"""QR codes on papers of one or more sheets."""

import pypdfium2
import zxingcpp


def codes(pdf: bytes) -> list[str]:
    """What a scanner reads, sheet by sheet."""
    pages = (page.render(scale=2).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf))
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
