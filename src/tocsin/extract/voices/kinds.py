"""What kind of holder a noun is: a group, an authority, a government, an expert, a medium, a witness, or nobody known.

A spokesman speaks for the body: "Taliban spokesman" is the group, "police spokesman" an authority, "foreign ministry
spokesman" the government. Sources and reports with no body behind them are unknown.
"""

import re

from tocsin.extract.grammar.parts import actor, is_capital, is_state
from tocsin.extract.grammar.tree import Tree, after, children, compound, descend, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import BY_ACTOR, HolderKind
from tocsin.model.values import Actor

_RIGHTS = re.compile(
    r"(?i)\b(?:rights|amnesty|monitor\w*|observatory|watchdog|think.?tank|institute|intelligence group|charity"
    r"|aid group|crisis group)\b"
)
_UN = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?) )?(?:UN|U\.N\.|United Nations|UNHCR|OCHA|UNICEF|Nato|NATO|European Union|EU|African Union"
    r"|ECOWAS|Red Cross|ICRC)\b"
)


def kind_of(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind:
    """Return what kind of holder a noun phrase is."""
    kinds = (_by_right(tree, head, lexicon), _by_body(tree, head, lexicon), _by_office(tree, head, lexicon))
    return next((kind for kind in kinds if kind is not None), None) or _by_word(tree, head, lexicon)


def _by_right(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind | None:
    """Return the kind of those who only watch or judge: monitors, those who once held an office, prosecutors."""
    here, before = tree.actor_at.get(head), children(tree, head, "amod", "compound")
    if _RIGHTS.search(phrase(tree, head).of(tree.text)):
        return "expert"
    if here is not None and here.kind == "government" and lexicon.has("prosecution", tree.tokens[head].lemma):
        return "authority"
    return "expert" if any(lexicon.has("once", tree.tokens[i].lemma) for i in before) else None


def _by_body(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind | None:
    """Return the kind of the actor that a noun is, belongs to or speaks for."""
    found, here, lemma = actor(tree, head), tree.actor_at.get(head), tree.tokens[head].lemma
    if here is not None and here.kind in BY_ACTOR and not lexicon.has("offices_of_state", lemma):
        return BY_ACTOR[here.kind]
    if found is not None and found.kind == "armed_group" and _for_group(lemma, lexicon):
        policed = any(tree.tokens[i].lemma in ("police", "court") for i in children(tree, head, "compound", "amod"))
        return "authority" if policed else "group"
    for_group = lexicon.words["group_nouns"] | lexicon.words["militant_groups"]
    if lexicon.has("speakers", lemma) and any(
        tree.tokens[i].lemma in for_group for i in after(tree, head, "for", "of")
    ):
        return "group"
    bodies = _bodies(tree, head) if lexicon.has("speakers", lemma) else []
    return BY_ACTOR.get(bodies[0].kind) if bodies else None


def _by_office(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind | None:
    """Return the kind of an office of state, of an official of one, or of a source within a body."""
    lemma, offices = tree.tokens[head].lemma, lexicon.words["offices_of_state"]
    modifiers = {tree.tokens[i].lemma for i in descend(tree, head) if i <= head + 3}
    if lemma in offices and not (lexicon.has("loose_offices", lemma) and modifiers & lexicon.words["lesser_seats"]):
        return "authority" if lemma == "embassy" and "police" in modifiers else "government"
    seat = {tree.tokens[i].lemma for i in after(tree, head, "of", "at", "in", "for", "from", "with")}
    if lexicon.has("of_body", lemma) and (modifiers | seat) & offices:
        return "government"
    if lemma == "source" and modifiers & (lexicon.words["source_bodies"] | offices):
        return "authority"
    return None


def _by_word(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind:
    """Return the kind that the noun's own word tells."""
    token, words = tree.tokens[head], phrase(tree, head).of(tree.text)
    if token.lemma == "medium":
        return "media"
    if lexicon.has("vague_sources", token.lemma) and not _UN.match(words):
        return "unknown" if lexicon.has("nameless_sources", token.lemma) else _media(words)
    if token.pos == "PROPN" and any(name in words for name in lexicon.words["agencies"]):
        return "media"
    owners = [tree.tokens[c] for c in children(tree, head, "poss")]
    if any(lexicon.has("group_nouns", owner.lemma) for owner in owners):
        return "group"
    if token.lemma in lexicon.words["groups"] and any(owner.tag == "NNS" for owner in owners):
        return "unknown"  # "a lawyers' group", "a women's organisation"
    if _UN.match(words) or lexicon.has("inquiries", token.lemma):
        return "authority"
    return _listed(tree, head, lexicon)


def _bodies(tree: Tree, head: int) -> list[Actor]:
    """Return the actors for which a spokesman speaks ("a spokesman for X", "a leader of X")."""
    behind_of = [
        i
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].lemma in ("for", "of")
        for i in children(tree, prep, "pobj")
    ]
    return [tree.actor_at[i] for noun in behind_of for i in descend(tree, noun) if i in tree.actor_at]


def _media(words: str) -> HolderKind:
    return "unknown" if re.match(r"(?i)(?:some |unconfirmed |other |initial |early )*reports?$", words) else "media"


def _for_group(lemma: str, lexicon: Lexicon) -> bool:
    return any(lemma in lexicon.words[name] for name in ("speakers", "own_people", "group_nouns", "militant_groups"))


def _listed(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind:
    lemma = tree.tokens[head].lemma
    lists: tuple[tuple[str, HolderKind], ...] = (
        ("authorities", "authority"),
        ("experts", "expert"),
        ("media", "media"),
        ("witnesses", "witness"),
        ("groups", "group"),
        ("perpetrators", "group"),
    )
    for name, kind in lists:
        if lexicon.has(name, lemma) or lexicon.has(name, compound(tree, head)):
            return kind
    return (
        "government"
        if is_state(tree, head) or is_capital(tree, head, lexicon) or tree.label_at.get(head) == "NORP"
        else "unknown"
    )
