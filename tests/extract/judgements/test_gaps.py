"""What is not known: found in any phrasing; open, kept back by somebody who knows, or flatly absent."""

import pytest
from tests.extract.judgements.judged import judged

GAPS = [
    "Neither side's version could be verified.",
    "Nobody has explained why the guards were withdrawn.",
    "What became of the four is unknown.",
    "No motive is known.",
    "It was not clear who had hired them.",
    "How the bomb was brought into the building remains a mystery.",
    "The police are yet to identify the attackers.",
    "The army has not said how many of its men were lost.",
    "The statement gave no reason for the attack.",
    "There has been no independent confirmation of the claim.",
    "Who gave the order is disputed.",
    "The minister declined to comment on whether a ransom had been paid.",
    "None of the attackers has been identified.",
]

KINDS = [
    ("It was not clear who had hired them.", "Uu", "author"),
    ("The motive is still being looked into.", "Uu", "author"),
    ("Neither account could be verified.", "Uu", "author"),
    ("The army has not said who fired first.", "CTu", "authority"),
    ("Prosecutors declined to say whether more arrests were planned.", "CTu", "authority"),
    ("The minister would not say why the camp had been left empty.", "CTu", "government"),
    ("The killers have never been found.", "CT+", "author"),
    ("No evidence for the charge has been made public.", "CT+", "author"),
    ("Police said there was no evidence that the two attacks were linked.", "CT+", "authority"),
]


@pytest.mark.parametrize("sentence", GAPS)
def test_a_gap_is_found_in_any_phrasing(sentence: str) -> None:
    assert [one.type for one in judged(sentence)][:1] == ["gap"]


@pytest.mark.parametrize(("sentence", "factuality", "holder"), KINDS)
def test_what_is_kept_back_is_known_to_whoever_keeps_it(sentence: str, factuality: str, holder: str) -> None:
    one = judged(sentence)[0]

    assert (one.type, one.factuality, one.holder.kind) == ("gap", factuality, holder)
