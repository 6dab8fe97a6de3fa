"""How often a code may be asked for: a few times for one slip, and for all slips of an office."""

from tests import make_joint


def ask(post, slip) -> int:
    return post(f"/api/tickets/slips/{slip.token}/code", key=None).status_code


def slips_of(made, many: int) -> list:
    return [make_joint.slip(made, share=made.part(made.power)) for _ in range(many)]


def test_whoever_found_one_slip_keeps_the_unit_from_none_of_its_others(post, sms, clock):
    found, real = slips_of(make_joint.offered(), 2)
    asked = []
    for _ in range(6):
        asked.append(ask(post, found))
        clock.forward(minutes=2)

    assert asked == [200] * 5 + [429]
    assert ask(post, real) == 200


def test_a_unit_answers_as_many_slips_as_it_has_on_a_day(post, sms, clock):
    asked = []
    for slip in slips_of(make_joint.offered(), 8):
        asked.append(ask(post, slip))
        clock.forward(minutes=20)

    assert asked == [200] * 8


def test_nobody_floods_its_telephone(post, sms, clock):
    slips = slips_of(make_joint.offered(), 7)
    assert [ask(post, slip) for slip in slips[:3]] == [200, 429, 429]
    asked = []
    for slip in slips[1:] * 5:
        clock.forward(minutes=2)
        asked.append(ask(post, slip))

    assert asked.count(200) == 29
