"""What kind of holder a noun is, and by which words records name it: its office or body, never a private person's name.

A spokesman speaks for the body: "Taliban spokesman" is the group, "police spokesman" an authority, "foreign ministry
spokesman" the government. Sources and reports with no body behind them are unknown.
"""

import re

from tocsin.extract.grammar.parts import actor, is_state
from tocsin.extract.grammar.tree import Tree, after, bare, children, climb, descend, phrase, subject
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import HolderKind
from tocsin.model.text import Span
from tocsin.model.values import Actor

_BY_ACTOR: dict[str, HolderKind] = {
    "armed_group": "group",
    "state_force": "authority",
    "government": "government",
    "media_outlet": "media",
}
_GOVERNMENT = frozenset(
    [
        "government",
        "president",
        "minister",
        "ministry",
        "premier",
        "chancellor",
        "presidency",
        "administration",
        "pentagon",
        "king",
        "parliament",
        "kremlin",
        "junta",
        "cabinet",
        "embassy",
        "white_house",
        "prime_minister",
    ]
)
_LOCAL = frozenset(
    [
        "local",
        "district",
        "provincial",
        "regional",
        "state",
        "county",
        "municipal",
        "city",
        "town",
        "hospital",
        "health",
        "police",
        "army",
        "military",
    ]
)
_BODIES = frozenset(
    [
        "police",
        "army",
        "military",
        "security",
        "intelligence",
        "hospital",
        "medical",
        "defence",
        "defense",
        "judicial",
        "health",
        "rescue",
    ]
)
_LEFT = frozenset(["stand", "remain", "find"])
_VAGUE = frozenset(["source", "report", "account", "rumor", "rumour", "message", "media", "claim"])
_OF_BODY = frozenset(
    [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "source",
        "official",
        "chief",
        "leader",
        "commander",
        "statement",
        "head",
    ]
)
_INQUIRIES = frozenset(
    ["inquiry", "commission", "investigation", "tribunal", "panel", "jury", "prosecution", "detective", "coroner"]
)
_RIGHTS = re.compile(
    r"(?i)\b(?:rights|monitor\w*|observatory|watchdog|think.?tank|institute|intelligence group|charity"
    r"|aid group|crisis group)\b"
)
_UN = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?) )?(?:UN|U\.N\.|United Nations|UNHCR|OCHA|UNICEF|Nato|NATO|European Union|EU|African Union"
    r"|ECOWAS|Red Cross|ICRC)\b"
)


def sender(tree: Tree, work: int) -> int | None:
    """Return who sends a message or statement ("X posted a message blaming"): the subject of the verb above it."""
    verb = next((i for i in climb(tree, work) if tree.tokens[i].pos == "VERB"), None)
    return subject(tree, verb) if verb is not None and tree.tokens[work].dep in ("dobj", "pobj") else None


def is_said_of(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a participle says what others hold of a noun ("gunmen believed to be from X", "X stood accused")."""
    token = tree.tokens[verb]
    if token.tag not in ("VBN", "VBD") or not lexicon.has("unvoiced", token.lemma) or children(tree, verb, "dobj"):
        return False
    if token.dep in ("advcl", "acomp", "oprd") and tree.tokens[token.head].lemma in _LEFT:
        return True
    return verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].text.lower() == "to"


def kind_of(tree: Tree, head: int, lexicon: Lexicon) -> HolderKind:
    """Return what kind of holder a noun phrase is."""
    found = actor(tree, head)
    token = tree.tokens[head]
    words = phrase(tree, head).of(tree.text)
    here = tree.actor_at.get(head)
    if _RIGHTS.search(words):
        return "expert"
    if here is not None and here.kind == "government" and token.lemma in ("prosecutor", "prosecution", "office"):
        return "authority"
    if {tree.tokens[c].lemma for c in children(tree, head, "amod", "compound")} & {"former", "retired", "ex"}:
        return "expert"
    if here is not None and here.kind in _BY_ACTOR and token.lemma not in _GOVERNMENT:
        return _BY_ACTOR[here.kind]
    if found is not None and found.kind == "armed_group" and _for_group(token.lemma, lexicon):
        return "group"
    if token.lemma in lexicon.words["speakers"]:
        for body in _bodies(tree, head):
            return "group" if body.kind == "armed_group" else _BY_ACTOR.get(body.kind, "unknown")
    modifiers = {tree.tokens[i].lemma for i in descend(tree, head) if i <= head + 3}
    if token.lemma in _GOVERNMENT and not (
        token.lemma in ("president", "minister") and modifiers & {"vice-chair", "council"}
    ):
        return "authority" if token.lemma == "embassy" and "police" in modifiers else "government"
    seat = {tree.tokens[i].lemma for i in after(tree, head, "of", "at", "in", "for", "from", "with")}
    if token.lemma in _OF_BODY and (modifiers | seat) & _GOVERNMENT:
        return "government"
    if token.lemma == "medium":
        return "media"
    if token.lemma in _VAGUE and not _UN.match(words):
        if token.lemma == "source" and modifiers & (_BODIES | _GOVERNMENT | {"army"}):
            return "authority"
        return (
            "unknown" if token.lemma in ("source", "account", "rumor", "rumour", "message", "claim") else _media(words)
        )
    if any(name in words for name in lexicon.words["agencies"]) and token.pos == "PROPN":
        return "media"
    if any(tree.tokens[c].lemma in lexicon.words["group_nouns"] for c in children(tree, head, "poss")):
        return "group"
    if _UN.match(words) or token.lemma in _INQUIRIES:
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
        if lexicon.has(name, lemma):
            return kind
    return "government" if is_state(tree, head) or tree.label_at.get(head) == "NORP" else "unknown"


def whole(tree: Tree, head: int) -> Span:
    """Return the span of a noun phrase with the body after "for" or "at" ("a spokesman for X")."""
    span = phrase(tree, head)
    for prep in children(tree, head, "prep"):
        if tree.tokens[prep].lemma in ("for", "at", "with", "in") and prep == head + 1:
            for noun in children(tree, prep, "pobj"):
                span = Span(span.start, max(span.end, phrase(tree, noun).end))
    return span


def unnamed(tree: Tree, head: int) -> Span:
    """Return a noun phrase without the person's name that follows its head ("police spokesman John Doe")."""
    span = whole(tree, head)
    for index in range(head + 1, len(tree.tokens)):
        token = tree.tokens[index]
        if token.sentence != tree.tokens[head].sentence or token.span.start >= span.end:
            break
        if tree.label_at.get(index) == "PERSON" and token.pos == "PROPN":
            return Span(span.start, tree.tokens[index - 1].span.end)
    return span


def _is_title(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a token is a title before a name, or the full stop after one."""
    word = tree.tokens[index].text.lower()
    return word in lexicon.words["titles"] or (word == "." and index > 0 and _is_title(tree, index - 1, lexicon))


def office(tree: Tree, first: int, last: int, lexicon: Lexicon) -> tuple[Span, int] | None:
    """Return the office that stands before a person's name ("army spokesman X") or after it ("X, a police chief")."""
    while first > 0 and _is_title(tree, first - 1, lexicon):
        first -= 1
    before = tree.tokens[first - 1] if first > 0 else None
    if (
        before is not None
        and before.sentence == tree.tokens[last].sentence
        and before.pos in ("NOUN", "PROPN")
        and tree.label_at.get(before.index) != "PERSON"
    ):
        return _run_before(tree, before.index), before.index
    bodies = [i for i in after(tree, last, "of", "from") if _speaks(tree, i, lexicon)]
    if bodies:
        return phrase(tree, bodies[0]), bodies[0]
    for child in children(tree, last, "appos"):
        if tree.tokens[child].pos in ("NOUN", "PROPN"):
            the = re.match(r"(?i)the\b", phrase(tree, child).of(tree.text))
            return (bare(tree, child) if the else whole(tree, child)), child
    return None


def _speaks(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun after a name is a body for which it speaks ("X of the army's command")."""
    here = tree.actor_at.get(noun)
    if here is not None and here.kind in _BY_ACTOR:
        return True
    return kind_of(tree, noun, lexicon) in ("authority", "expert", "government") and not is_state(tree, noun)


def _run_before(tree: Tree, index: int) -> Span:
    """Return the run of nouns and adjectives that ends at a token."""
    start = index
    while (
        start > 0
        and tree.tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PART")
        and tree.tokens[start - 1].sentence == tree.tokens[index].sentence
        and tree.label_at.get(start - 1) != "PERSON"
    ):
        start -= 1
    return Span(tree.tokens[start].span.start, tree.tokens[index].span.end)


def behind(tree: Tree, head: int, span: Span, kind: HolderKind) -> Actor | None:
    """Return the actor that a holder's words name, where holder and actor are of one side."""
    near = [tree.actor_at[i] for i in (head, *descend(tree, head)) if i in tree.actor_at]
    near += [who for who in tree.page.actors if span.holds(who.span)]
    wanted = {"group": ("armed_group",), "media": ("media_outlet",)}.get(
        kind, ("state_force", "government", "organisation")
    )
    return next((who for who in near if who.kind in wanted), None)
