"""What is taken back is what its speaker said before: a claim, an accusation or a suspicion; other things are not."""

import pytest
from tests.pages import report

BLAST = "the bombing in Ibarra that killed nine people on Monday"
TAKEN_BACK = [
    (f"The ELN claimed {BLAST}. On Friday it withdrew the claim.", "eln", "group"),
    (f"The ELN claimed {BLAST}. The claim was later withdrawn.", "eln", "author"),
    (f"The ELN claimed {BLAST}. The rebels then apologised for the statement.", "eln", "group"),
    (f"The ELN claimed {BLAST}. It now says it was not behind it.", "eln", "group"),
    (f"The ELN claimed {BLAST}, but later denied involvement.", "eln", "group"),
    (f"The ELN claimed {BLAST}. On Friday the rebels disowned the claim.", "eln", "group"),
    (f"A message in the name of the ELN claimed {BLAST}. Its author took it back hours later.", "eln", "unknown"),
    (f"The Lasting Column, an armed group, claimed {BLAST}. Then the Column took it back.", None, "group"),
    (f"Police suspected the ELN of {BLAST}. They later dropped that line.", "eln", "authority"),
    (
        f"The minister said that the PKK might be responsible for {BLAST}, a remark which he later withdrew.",
        "pkk",
        "government",
    ),
    (f"The government accused the ELN of {BLAST}. It retracted on Thursday.", "eln", "government"),
]
KEPT = [
    f"The ELN claimed {BLAST}. The rebels withdrew from the town. The army dropped it.",
    f"The ELN claimed {BLAST}. The government withdrew its statement on trade.",
    f"The ELN claimed {BLAST}. The FARC later denied involvement.",
    f"The ELN denied involvement in {BLAST}. It later denied it again.",
    f"The government accused the ELN of {BLAST} and asked it to withdraw its threats.",
    f"The ELN claimed {BLAST} and did not take the claim back.",
]


@pytest.mark.parametrize(("text", "actor", "holder"), TAKEN_BACK)
def test_what_is_taken_back_is_of_whom_its_speaker_named_before(text: str, actor: str | None, holder: str) -> None:
    stances = [s for event in report(text).events for s in event.responsibility if s.stance == "retracted"]
    assert [(s.actor.actor_id if s.actor else "nobody", s.holder.kind) for s in stances] == [(actor, holder)]


@pytest.mark.parametrize("text", KEPT)
def test_nothing_is_taken_back_by_another_or_by_a_withdrawal_of_other_things(text: str) -> None:
    assert not any(s.stance == "retracted" for event in report(text).events for s in event.responsibility)
