"""Who speaks for whom: counsel and relatives for the accused, a state for its forces, a caller for a group."""

import pytest
from tests.extract.responsibility.reading import Told, told

SPOKEN_FOR: list[tuple[str, Told]] = [
    ("A lawyer for the suspect said that his client had no part in the bombing.", ("denies", "client", "unknown")),
    ("Lawyers for the two men said that their clients were not involved.", ("denies", "clients", "unknown")),
    ("The defendant's mother said that he had not planted the bomb.", ("denies", "defendant", "unknown")),
    ("The family of the accused insists that he is innocent.", ("denies", "accused", "unknown")),
    ("The suspect said that he was in Kor when the bomb went off.", ("denies", "suspect", "unknown")),
    ("The government said that the army had not fired on the crowd.", ("denies", "the army", "government")),
    ("Chad's defence ministry said Chadian troops did not shell it.", ("denies", "Chadian troops", "government")),
    ("The US Central Command said American forces had bombed it.", ("claims", "American forces", "authority")),
    ("Chad's general staff said that its jets had hit the market.", ("claims", "Chad's general staff", "authority")),
    ("Chad's embassy in Paris rejected the accusation.", ("denies", "Chad's embassy", "government")),
    ("The charge was firmly denied by the army.", ("denies", "the army", "authority")),
    ("The attack was disowned by the ELN.", ("denies", "eln", "group")),
    ("The army denied using mortars.", ("denies", "The army", "authority")),
    ("The PKK said that it knew nothing of the attack.", ("denies", "pkk", "group")),
    ("The ministry said there were no troops within nine miles.", ("denies", "The ministry", "government")),
    ("The PKK said that it had no men in the area.", ("denies", "pkk", "group")),
    ("The army spokesman said the army had no part in the shooting.", ("denies", "The army", "authority")),
    ("The Kor regional government denied that its forces shelled it.", ("denies", "its forces", "government")),
    ("Ade Wole, Chad's envoy to Kor, denied that it had bombed the post.", ("denies", "Chad's envoy", "government")),
    ("The ELN apologised for the killing of the mayor.", ("claims", "eln", "group")),
    ("The head of the SBU said his service had blown up the bridge.", ("claims", "sbu", "authority")),
    ("Chad has not claimed responsibility for the blast.", ("no_claim", "Chad", "author")),
    ("The ELN telephoned a radio station to deny any part in the massacre.", ("denies", "eln", "group")),
    ("The ELN took to Telegram to claim responsibility for the blast.", ("claims", "eln", "group")),
    ("An ELN commander bragged that his men had blown up the bridge.", ("claims", "eln", "group")),
    ("A man claiming to speak for the ELN told a paper it was responsible.", ("claims", "eln", "group")),
    ("The ELN said in a televised speech the group had bombed the post.", ("claims", "eln", "group")),
    ("According to a statement by the ELN, its fighters attacked the post.", ("claims", "eln", "group")),
    ("A group, the Sons of Kor, claimed responsibility for the blast.", ("claims", "Sons of Kor", "group")),
    ("The FARC said it had bombed the post, contradicting the ministry.", ("claims", "farc", "group")),
]

NOT_SPOKEN_FOR = [
    '"They were shooting at us as though we were animals," one young man told Reuters.',
    "The lawyer said that his client had not slept in prison.",
    "The suspect's lawyer said that he would appeal.",
    "The suspect said that he was in Kor.",
    "The ELN refused to deny the bombing.",
    "The army denied using the road.",
    "The FARC contradicted the ministry.",
    "The agency dismissed claims made by the ELN that it had killed nine soldiers.",
    "The Kor families sued five men. The firm denied the reports of its losses.",
    "The minister told reporters that Kor, where troops had pulled out, was calm.",
    "In May the army fired at what it said were camps in the part of the valley that Chad holds.",
    "The army said there were no rebels in the area.",
    "The army said it had troops in the area.",
    "The ELN apologised for the delay.",
    "The town fears more of the multiple blasts claimed by the Taliban.",
    "Police said they had a letter from the group claiming that the road was closed.",
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN_FOR)
def test_what_is_said_for_somebody_is_the_stance_of_that_one(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("text", NOT_SPOKEN_FOR)
def test_what_is_said_of_other_things_is_no_stance(text: str) -> None:
    assert told(text) == []
