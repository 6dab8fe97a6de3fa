"""What a form calls optional may be left empty: a page sends the field as it stands."""

import pytest
from marshmallow import ValidationError, fields, missing

from schemas.form import Text
from server.app import APIS


def texts(form) -> dict:
    """Of it and of what lies in it."""
    found = {}
    for name, field in form.fields.items():
        inner = getattr(field, "inner", field)
        if isinstance(inner, fields.Nested):
            found |= texts(inner.schema)
        elif isinstance(field, Text) and not field.required:
            found[f"{type(form).__name__}.{name}"] = field
    return found


TEXTS = {}
for endpoint in (e for api in APIS for e in api.endpoints if e.takes):
    TEXTS |= texts(endpoint.takes)
STAYS = {"MeForm.display_name", "SessionChangeForm.title", "SessionChangeForm.place"}
OPTIONAL = [pytest.param(TEXTS[name], id=name) for name in sorted(set(TEXTS) - STAYS)]


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
@pytest.mark.parametrize("field", OPTIONAL)
def test_an_optional_text_left_empty_is_nothing_or_as_if_it_were_not_there(field, blank):
    nothing = None if field.allow_none else field.deserialize(missing)

    assert field.deserialize(blank) == nothing


@pytest.mark.parametrize("field", OPTIONAL)
def test_the_document_says_so_too(field):
    assert not field.metadata.get("minLength")
    assert field.metadata["pattern"].startswith("^\\s*$|")


@pytest.mark.parametrize("name", sorted(STAYS))
def test_what_stays_as_it_is_when_it_is_not_named_is_not_emptied(name):
    with pytest.raises(ValidationError):
        TEXTS[name].deserialize("")
