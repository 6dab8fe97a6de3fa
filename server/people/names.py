"""Names and numbers as others may see them."""


def masked_name(name: str | None) -> str | None:
    """陈美丽 → 陈**"""
    return name and name[0] + "*" * min(len(name) - 1, 2)


def masked_phone(phone: str | None) -> str | None:
    """13812341234 → 138****1234; of a short number only the end."""
    if not phone:
        return phone
    shown = phone[:3] if len(phone) >= 11 and phone.isdecimal() else ""
    return f"{shown}****{phone[-4:]}" if len(phone) > 6 else "****"
