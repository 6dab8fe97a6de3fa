"""From their number whoever was heard comes to what became of it."""


def test_a_number_that_was_heard_leads_to_its_matter_and_for_nobody_else(table, get):
    aunt = table.resident(phone="13859740001")
    number = table.booked(aunt)
    path = f"/api/occasions/numbers/{number['id']}"
    assert get(path, by=aunt).json["ticket_id"] is None
    form = {"text": "物业费怎么算", "answer": "按面积"}
    heard = table.step(number, "receive_and_answer", **form).json

    assert get(path, by=aunt).json["ticket_id"] == heard["ticket_id"]
    assert get(path, by=table.worker).json["ticket_id"] is None


def test_who_took_the_number_for_somebody_comes_there_too(table, get):
    daughter = table.resident("小雯", phone="13859740002")
    number = table.booked(daughter, called="外婆")
    form = {"text": "楼道灯不亮", "relation": "grandchild"}
    heard = table.step(number, "receive", **form).json
    told = get(f"/api/occasions/numbers/{number['id']}", by=daughter).json["ticket_id"]

    assert told == heard["ticket_id"]
    assert get(f"/api/tickets/{told}", by=daughter).status_code == 200
