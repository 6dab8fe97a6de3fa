"""The document in the repository is the one the server gives; the client is made from it."""

from server import contract
from server.app import APIS
from server.core.openapi import document


def test_the_document_is_up_to_date(app):
    """If this fails: `make contract`, and commit what it wrote."""
    assert contract.DOCUMENT.read_text(encoding="utf-8") == contract.document_text(app)


def test_the_words_of_states_and_steps_are_up_to_date():
    assert contract.WORDS.read_text(encoding="utf-8") == contract.words_text()


def operations(app) -> list[dict]:
    paths = document(app)["paths"].values()
    return [path[method] for path in paths for method in ("get", "post") if method in path]


def test_every_endpoint_says_what_it_is_for(app):
    told = operations(app)

    assert len(told) == sum(len(api.endpoints) for api in APIS)
    assert all(operation.get("summary") for operation in told)


def test_every_operation_has_a_name_of_its_own(app):
    names = [operation["operationId"] for operation in operations(app)]

    assert sorted(names) == sorted(set(names))


def test_every_refusal_is_a_problem(app):
    responses = document(app)["components"]["responses"]
    problems = [r for name, r in responses.items() if name.startswith("Refusal")]

    assert problems
    assert all(list(r["content"]) == ["application/problem+json"] for r in problems)


def test_every_change_needs_a_key_unless_it_does_no_harm_twice(app):
    """Nobody is known yet, doing it twice is doing it once, or the answer must not be kept."""
    free = {e.view.__name__ for api in APIS for e in api.endpoints if e.method == "POST"}
    free -= {e.view.__name__ for api in APIS for e in api.endpoints if e.once}

    assert free == {
        "add_phone",
        "answer_slip",
        "change_password",
        "close_me",
        "find_at_stall",
        "look_up_member",
        "merge_me",
        "open_contact",
        "preview_change",
        "preview_rule",
        "preview_series",
        "propose_visits",
        "prove_pin",
        "read_messages",
        "refresh_session",
        "reveal_person",
        "scan_by_name",
        "scan_code",
        "scan_digits",
        "scan_person",
        "scan_voucher",
        "send_slip_code",
        "send_slip_photo",
        "send_sms_code",
        "set_staff_name",
        "show_codes",
        "show_record",
        "sign_in_demo",
        "sign_in_password",
        "sign_in_sms",
        "sign_in_wechat",
        "sign_out",
        "sign_out_everywhere",
        "upload_scans",
    }
