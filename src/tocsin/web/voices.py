"""Whose words a citation gives, and how they stand: stances by letter and shape, opinion set apart from authority."""

import re
from typing import Final, NamedTuple

from tocsin.model.incident import Citation, Stances
from tocsin.model.record import Factuality, Holder, Stance
from tocsin.web.wording import names_nobody, plain_words


class Sign(NamedTuple):
    """A stance as the desk shows it without relying on colour."""

    stance: Stance
    letter: str
    shape: str
    words: str


SIGNS: Final = (
    Sign("claims", "C", "■", "claims"),
    Sign("denies", "D", "□", "denies"),
    Sign("accused", "A", "▲", "accused"),
    Sign("suspected", "S", "△", "suspected"),
    Sign("confirmed", "K", "●", "confirmed"),
    Sign("cleared", "X", "○", "cleared"),
    Sign("retracted", "R", "◇", "retracted"),
    Sign("no_claim", "–", "–", "no claim"),
)
FACTUALITY: Final[dict[Factuality, str]] = {
    "CT+": "",
    "PR+": "probably",
    "PS+": "possibly",
    "CT-": "not so",
    "PR-": "probably not",
    "PS-": "possibly not",
    "CTu": "whether, is known",
    "Uu": "open",
}
ARTICLE: Final = re.compile(r"^(the|an?)\s+", re.IGNORECASE)


def voice(holder: Holder, outlet: str) -> str:
    """Return who says it, with those through whom it came; an author speaks as the outlet."""
    named = holder.text is not None and not (holder.kind == "unknown" and names_nobody(holder.text))
    own = ARTICLE.sub("", holder.text or "") if named else outlet if holder.kind == "author" else kind_words(holder)
    if not holder.via:
        return own
    return f"{own} via {voice(holder.via[0], outlet)}"


def kind_words(holder: Holder) -> str:
    """Return the kind of a holder whom the text does not name."""
    return "unnamed" if holder.kind == "unknown" else f"unnamed {plain_words(holder.kind)}"


def is_opinion(holder: Holder, act: str, factuality: Factuality) -> bool:
    """Tell whether an author or expert suspects, accuses or hedges: judged on the page, not reported as known."""
    if holder.kind not in ("author", "expert"):
        return False
    return act in ("suspects", "accuses") or (act == "states" and factuality not in ("CT+", "CT-"))


def holds_opinion(citation: Citation) -> bool:
    """Tell whether a citation is opinion."""
    return is_opinion(citation.holder, citation.act, citation.factuality)


def taken(stances: Stances) -> tuple[tuple[Sign, tuple[Citation, ...]], ...]:
    """Return the stances taken towards an actor, in the order of the signs, with their citations."""
    pairs = ((sign, stances.by_stance(sign.stance)) for sign in SIGNS)
    return tuple((sign, citations) for sign, citations in pairs if citations)
