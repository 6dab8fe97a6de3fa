"""An access token is believed only as long as the sign-in, the person and the clock agree."""

from schemas.people_words import Role
from server.people.session import identify
from tests import make


def test_who_is_asking_costs_one_statement(count_queries):
    person = make.staff(Role.GRID_WORKER)
    token = make.token(person)
    with count_queries() as asked:
        actor = identify(token)

    assert len(asked) == 1
    assert (actor.id, actor.name) == (person.id, "小林")
    assert [grant.role for grant in actor.grants] == [Role.GRID_WORKER]
