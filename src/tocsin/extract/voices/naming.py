"""Which holder a noun or pronoun names: an office, a body, a group that it points back to, or the last who spoke."""

from dataclasses import replace

from tocsin.extract.grammar.antecedents import earlier
from tocsin.extract.grammar.parts import is_capital, is_person
from tocsin.extract.grammar.tree import Tree, after, children
from tocsin.extract.voices.kinds import kind_of
from tocsin.extract.voices.memory import Known
from tocsin.extract.voices.offices import behind, office, unnamed
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.text import Span

_PERSONS = frozenset({"he", "she"})
_BODIES = frozenset({"it", "they", "who", "which"})
_SEVERAL = frozenset({"some", "others", "many", "several"})
_CITING = frozenset({"cite", "quote"})


def holder(tree: Tree, head: int, known: Known) -> Holder | None:
    """Return the holder that a noun or pronoun names; a person without an office is nobody known."""
    token = tree.tokens[head]
    word = token.text.lower()
    if word in _PERSONS:
        return _or(known.memory.person, known.memory.anybody)
    if word in _BODIES and token.tag in ("PRP", "WP", "WDT"):
        return _relative(tree, head, known) or _or(known.memory.body, known.memory.anybody)
    if token.tag == "PRP":
        return None
    if word in _SEVERAL and token.pos in ("PRON", "ADJ", "NOUN"):
        return Holder(token.text, None, "unknown", (), token.span)
    if token.pos == "PROPN" and token.text in known.people and head not in tree.actor_at:
        return known.people[token.text]
    if is_person(tree, head) and not is_capital(tree, head, known.lexicon):
        nobody = Holder(None, None, "unknown", (), None)
        return known.people.get(token.text) or _glossed(tree, head, known.lexicon) or nobody
    if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or word in ("nobody", "none"):
        return None
    if any(tree.tokens[child].text.lower() == "no" for child in tree.below[head]):
        return None
    said = plain(tree, head, known.lexicon)
    if said.kind == "unknown" and tree.label_at.get(head) == "PERSON":
        return Holder(
            None, None, "unknown", (), None
        )  # a name that the parser takes for a common noun ("Grace feared")
    return said


def _or(one: Holder, other: Holder) -> Holder | None:
    return next((holder for holder in (one, other) if holder is not AUTHOR), None)


def _relative(tree: Tree, head: int, known: Known) -> Holder | None:
    """Return the holder before a relative pronoun ("residents, who said")."""
    if tree.tokens[head].tag not in ("WP", "WDT"):
        return None
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else None
    return holder(tree, noun, known) if noun is not None else None


def _glossed(tree: Tree, head: int, lexicon: Lexicon) -> Holder | None:
    inside = [head, *children(tree, head, "compound")]
    found = office(tree, min(inside), max(inside), lexicon)
    return _at(tree, found[1], found[0], lexicon) if found is not None else None


def _maker(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return who made a report ("a report by X", "X's study", "a report that X published"), else the noun itself."""
    if not lexicon.has("reports_made", tree.tokens[head].lemma):
        return head
    owners = [*children(tree, head, "poss"), *after(tree, head, "by", "from", "of")]
    owners += [
        i for verb in children(tree, head, "relcl", "acl") for i in (*after(tree, verb, "by"), *_doers(tree, verb))
    ]
    return next((i for i in owners if tree.tokens[i].pos in ("NOUN", "PROPN") and i not in tree.counts_at), head)


def _doers(tree: Tree, verb: int) -> list[int]:
    return [i for i in children(tree, verb, "nsubj") if tree.tokens[i].tag not in ("WDT", "WP", "PRP")]


def plain(tree: Tree, head: int, lexicon: Lexicon) -> Holder:
    """Return the holder that a noun names by itself, for a report whoever made it."""
    head = _maker(tree, head, lexicon)
    own = tree.actor_at.get(head)
    span = (
        own.span
        if own is not None and own.kind != "unknown" and own.span.end > tree.tokens[head].span.start
        else unnamed(tree, head)
    )
    return _at(tree, head, span, lexicon)


def _at(tree: Tree, head: int, span: Span, lexicon: Lexicon) -> Holder:
    """Return the holder that a noun names with these words, a group that it points back to included."""
    kind = kind_of(tree, head, lexicon)
    who = behind(tree, head, span, kind)
    if who is None and _points_to_group(tree, head, lexicon):
        who = earlier(
            tree,
            head,
            frozenset({"armed_group"}) if kind == "group" else frozenset({"armed_group", "state_force", "government"}),
        )
        if who is not None and who.kind == "armed_group":
            kind = "group"
        elif who is not None and kind != "group":
            kind, who = ("authority" if who.kind == "state_force" else "government"), None
    if kind == "group" and who is None and tree.tokens[head].lemma in lexicon.words["plain_bodies"]:
        kind = "unknown"  # an aid agency calls itself an organisation as an armed group does
    return Holder(span.of(tree.text), who.actor_id if who is not None else None, kind, (), span)


def _points_to_group(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[head]
    if any(tree.tokens[c].tag == "PRP$" for c in children(tree, head, "poss")):
        return token.lemma in lexicon.words["speakers"]
    within = [head, *children(tree, head, "poss")]
    within += [i for prep in children(tree, head, "prep") for i in children(tree, prep, "pobj")]
    return any(
        tree.tokens[i].lemma in lexicon.words["group_nouns"]
        and any(tree.tokens[c].text.lower() in ("the", "this", "that") for c in children(tree, i, "det"))
        for i in within
    )


def people(tree: Tree, lexicon: Lexicon) -> dict[str, Holder]:
    """Map each word of each person's name to the office that stands beside it."""
    found: dict[str, Holder] = {}
    for name in tree.page.page.names:
        if name.label != "PERSON":
            continue
        inside = [token for token in tree.tokens if name.span.holds(token.span)]
        if not inside or inside[-1].index in tree.actor_at:
            continue
        beside = office(tree, inside[0].index, inside[-1].index, lexicon)
        if beside is None:
            continue
        holder = _at(tree, beside[1], beside[0], lexicon)
        if holder.kind == "unknown" and tree.tokens[beside[1]].pos != "NOUN":
            continue
        for token in inside:
            if len(token.text) > 2:
                found.setdefault(token.text, holder)
    return found


def cited(tree: Tree, verb: int, teller: Holder, known: Known) -> Holder:
    """Return whom a holder cites ("Reuters reported, citing police"), the holder itself as the way it came."""
    near = [
        *children(tree, verb, "advcl"),
        *(i for s in children(tree, verb, "nsubj") for i in children(tree, s, "acl")),
    ]
    for citing in near:
        if tree.tokens[citing].lemma in _CITING:
            for noun in children(tree, citing, "dobj"):
                found = holder(tree, noun, known)
                if found is not None:
                    return replace(found, via=(replace(teller, via=()),))
    return teller
