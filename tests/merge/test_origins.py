import pytest
from tests.factories import account, bombing, document, holder, number, spoken_by

from tocsin.knowledge.outlets import load_outlets
from tocsin.merge.origins import origin, quoted, rooted
from tocsin.model.incident import Account
from tocsin.model.record import Holder
from tocsin.model.text import Source

STORY = (
    "A suicide bomber wearing an explosive vest walked into a tea shop frequented by off-duty soldiers in the Hodan"
    " district on Tuesday and blew himself up, killing seven people and injuring ten. The shop stands some two hundred"
    " metres from a checkpoint on the road to the junction, and most of the victims were young men who had come to"
    " watch football on a television set up in the yard."
)
OTHER = (
    "Seven customers died when a man detonated his belt among them, relatives in the capital told this paper. The owner"
    " had been warned twice to close early. His nephew, who pours the tea, lay under the counter until an ambulance"
    " came from the general hospital, which took in ten who were hurt and could not say how many will live."
)


def origins(*accounts: Account) -> int:
    return len(set(map(rooted(accounts), accounts)))


def told(name: str, text: str, outlet: str, **given: object) -> Account:
    source = Source(outlet, None)
    made = origin(document(name, text=text, source=source), load_outlets())
    return account(bombing(), name, source=source, origin=made, **given)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(STORY, OTHER, 2, id="written apart"),
        pytest.param(
            STORY, f"{STORY} A local trader said that nothing of the kind had been seen before.", 1, id="longer"
        ),
        pytest.param(STORY, f"Tea shop bombed. {STORY[:230]}", 1, id="shortened"),
        pytest.param(STORY, "A bomb went off.", 2, id="too short to tell"),
        pytest.param(f"PARIS (AFP) - {STORY}", f"NAIROBI (AFP) - {OTHER}", 1, id="one agency by its dateline"),
        pytest.param(f"{STORY}\n\nSource: Agence France-Presse", f"PARIS (AFP) - {OTHER}", 1, id="one agency by name"),
        pytest.param(f"{STORY}\n\n(Reuters)", f"PARIS (AFP) - {OTHER}", 2, id="two agencies"),
    ],
)
def test_reports_that_are_copied_or_an_agencys_have_one_origin(one: str, other: str, expected: int) -> None:
    assert origins(told("d1", one, "A"), told("d2", other, "B")) == expected


def test_a_paper_that_prints_an_agencys_report_has_the_agency_as_its_origin() -> None:
    agency = account(bombing(), "d1", source=Source(None, "www.afp.com"))
    assert origins(agency, told("d2", f"PARIS (AFP) - {OTHER}", "A")) == 1


def test_five_papers_that_quote_one_spokesman_have_one_origin() -> None:
    spoken = ("the Borno police command", "The Nigerian police", "police", "the police spokesman", "a police chief")
    papers = [
        account(spoken_by(bombing(killed=number(9)), holder(words)), f"d{i}", source=Source(f"Paper {i}", None))
        for i, words in enumerate(spoken)
    ]
    assert origins(*papers) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (holder("the police spokesman"), holder("Borno police command"), True),
        (holder("the police"), holder("the army"), False),
        (holder("a hospital official"), holder("officials"), False),
        (holder("CRPF", actor_id="crpf"), holder("its spokesman", actor_id="crpf"), True),
        (holder("a resident", "witness"), holder("a resident", "witness"), False),
    ],
)
def test_one_voice_is_known_by_its_actor_or_by_what_it_is(one: Holder, other: Holder, same: bool) -> None:
    assert bool(set(quoted(one)) & set(quoted(other))) == same
