"""Numbers that are read out on the telephone: seven digits and one that checks them."""

# Damm's quasigroup of order 10: finds every wrong digit and every swap of neighbours.
# Source: H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004.
DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def checked(serial: int) -> str:
    """1026001 → the eight digits of it."""
    digits = str(serial)
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = DAMM[int(interim)][int(digit)]
    return interim


def is_number(words: str) -> bool:
    """Whether somebody read out such a number, and read it right."""
    digits = words.replace(" ", "")
    return digits.isascii() and digits.isdigit() and len(digits) == 8 and check_digit(digits) == "0"
