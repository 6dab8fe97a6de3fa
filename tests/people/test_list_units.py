from schemas.people_words import UnitKind
from tests import make


def test_an_administrator_reads_whose_officer_somebody_may_become(get):
    county = make.county()
    here, there = make.community("浔北社区"), make.community("浔中社区")
    company = make.unit(UnitKind.PROPERTY, at=make.estate(of=here), name="安居物业")
    make.unit(UnitKind.PROPERTY, at=there, name="康乐物业")
    answer = get(f"/api/people/areas/{here.id}/units", by=make.administrator(county))

    assert {"id": company.id, "name": "安居物业", "kind": "property", "kind_label": "物业公司"} in (
        answer.json["items"]
    )
    assert "康乐物业" not in {unit["name"] for unit in answer.json["items"]}
