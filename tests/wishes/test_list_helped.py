from tests import make
from tests import make_tickets as tickets

TEXT = {"text": "奶奶的收音机不响了"}


def test_whom_one_has_asked_for_need_not_be_typed_again(get, post):
    tickets.categories()
    daughter = make.person("陈小燕")
    where = {"estate_id": daughter.estate_id}
    grandma = {"name": "林秀英", "relation": "child"}
    first = post("/api/wishes/", by=daughter, on_behalf=grandma, **where, **TEXT).json
    (helped,) = get("/api/wishes/helped", by=daughter).json["items"]

    assert (helped["name"], helped["relation"]) == ("林秀英", "child")
    assert first["entered_by_name"] == "陈小燕（子女）"

    known = {"person_id": helped["person_id"], "relation": "child"}
    again = post("/api/wishes/", by=daughter, on_behalf=known, **where, text="再修一次")
    assert again.status_code == 201
    assert len(get("/api/wishes/helped", by=daughter).json["items"]) == 1


def test_others_do_not_see_whom_one_helped(get, post):
    tickets.categories()
    daughter = make.person("陈小燕")
    post(
        "/api/wishes/",
        by=daughter,
        on_behalf={"name": "林秀英"},
        estate_id=daughter.estate_id,
        **TEXT,
    )

    assert get("/api/wishes/helped", by=make.person("路人")).json["items"] == []
