"""Whom a noun phrase stands for where responsibility is at stake: a group, a force, a state, or one named before.

"The group", "its fighters" and "they" stand for the group, force or state that the text named last; the words kept are
those written there, the id is that of the one they point to. A group without a name is kept by its words.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.antecedents import earlier
from tocsin.extract.grammar.apart import after_comma, is_part_apart
from tocsin.extract.grammar.offices import office
from tocsin.extract.grammar.parts import ADMIRERS, has_arms, is_capital, is_force, is_person, is_state, state
from tocsin.extract.grammar.styled import SIDES, glossed, is_name, names_beside, self_styled
from tocsin.extract.grammar.tree import Tree, children, climb, conjuncts, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind

ARMED: frozenset[ActorKind] = frozenset({"armed_group"})
_THEM = frozenset({"it", "they", "them", "itself", "themselves", "we", "us", "who", "which", "that"})
_MEMBERS = frozenset({"bomber", "suicide_bomber", "martyr", "mujahideen", "mujahidin", "mujahidins"})
_OWNERS = frozenset({"its", "their", "our"})
_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "appos", "pobj", "prep", "oprd", "acl", "dobj", "npadvmod"})
_TIES = frozenset({"of", "from", "for", "in", "with", "to", "by"})
_POINTERS = frozenset({"the", "this", "that", "these", "those"})


def party(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the actor that a noun or pronoun stands for; null for private persons and for what cannot act."""
    token = tree.tokens[head]
    if token.tag in ("WDT", "WP"):
        noun = _antecedent(tree, head)
        return party(tree, noun, lexicon) if noun is not None else None
    if token.tag.startswith("PRP") and token.tag != "PRP$":
        return _meant(tree, head, SIDES, token.span) if token.text.lower() in _THEM else None
    beside = glossed(tree, head, lexicon)
    if beside is not None:
        return beside
    return _named(tree, head, lexicon) or _pointed(tree, head, lexicon) or _unnamed(tree, head, lexicon)


def parties(tree: Tree, heads: tuple[int, ...] | list[int], lexicon: Lexicon) -> list[Actor]:
    """Return the different actors that nouns and those coordinated with them stand for."""
    found: dict[str, Actor] = {}
    for head in heads:
        for index in (i for noun in _listed(tree, head, lexicon) for i in conjuncts(tree, noun)):
            if tree.tokens[index].pos in ("VERB", "AUX") or _is_excepted(tree, index):
                continue
            who = party(tree, index, lexicon)
            if who is not None:
                found.setdefault(who.actor_id or who.name.lower(), who)
    return list(found.values())


def _is_excepted(tree: Tree, noun: int) -> bool:
    """Tell whether "not" sets a noun against the one before it ("X, not Y", "to X and not to Y")."""
    prep = tree.tokens[noun].head
    first = prep if tree.tokens[noun].dep == "pobj" else min((noun, *tree.below[noun]))
    if tree.tokens[noun].dep not in ("conj", "appos", "pobj") or first < 2:
        return False
    before = tree.tokens[first - 1].lemma == "not" or tree.tokens[first].lemma == "not"
    at = first - 1 if tree.tokens[first - 1].lemma == "not" else first
    return before and tree.tokens[at - 1].lemma in (",", "and", "but", "-", "\u2013", "\u2014")


def _listed(tree: Tree, head: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the names that stand beside "two groups", else the noun itself."""
    token = tree.tokens[head]
    names = tuple(i for i in children(tree, head, "appos") if i in tree.actor_at)
    return names if names and token.tag == "NNS" and token.lemma in lexicon.words["group_nouns"] else (head,)


def same(one: Actor, other: Actor) -> bool:
    """Tell whether two mentions are of one actor."""
    if one.actor_id is not None or other.actor_id is not None:
        return one.actor_id == other.actor_id
    return one.name.lower() == other.name.lower() or one.span == other.span


def own(tree: Tree, head: int, speaker: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a noun phrase below a speaker's words is the speaker, or people or weapons of the speaker."""
    token = tree.tokens[head]
    if token.tag == "PRP":
        return token.text.lower() in _THEM
    people = token.lemma in lexicon.words["group_nouns"] or _is_people(tree, head, lexicon)
    if people and _owned(tree, head, lexicon, _OWNERS | {"his", "her", "my"}):
        return True
    if speaker.kind == "armed_group" and token.lemma in _MEMBERS:
        return True
    if speaker.text.lower() in _THEM:
        return False  # "shot by police, they said": whoever "they" are, they do not name themselves
    who = _named(tree, head, lexicon) or _pointed(tree, head, lexicon)
    return who is not None and same(who, speaker)


def own_force(tree: Tree, head: int, speaker: Actor, lexicon: Lexicon) -> Actor | None:
    """Return the force of which a state speaks as its own ("its troops", "their government"), by these words."""
    if speaker.kind not in ("government", "state_force") or tree.tokens[head].tag.startswith("PRP"):
        return None
    inner = [head, *(i for i in _within(tree, head, lexicon) if tree.tokens[i].dep == "pobj")]
    noun = next((i for i in inner if any(tree.tokens[c].tag == "PRP$" for c in children(tree, i, "poss"))), None)
    if noun is None or not _is_body(tree, noun, lexicon):
        return None
    span = phrase(tree, noun)
    return Actor(span.of(tree.text), None, span.of(tree.text), "state_force", span)


def _is_body(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means people or offices of a state, not its arms, what they do or aim at."""
    lemma = tree.tokens[noun].lemma
    people = lexicon.has("private", lemma) and lexicon.has("own_people", lemma)
    return people or lexicon.has("offices_of_state", lemma) or (is_force(tree, noun) and not has_arms(tree, noun))


def _antecedent(tree: Tree, head: int) -> int | None:
    for above in climb(tree, head):
        if tree.tokens[above].dep == "relcl":
            noun = tree.tokens[above].head
            return noun if tree.tokens[noun].pos in ("NOUN", "PROPN", "PRON") else None
    return None


def _meant(tree: Tree, head: int, kinds: frozenset[ActorKind], span: Span) -> Actor | None:
    """Return the actor that a word points back to, with the words that stand here."""
    found = earlier(tree, head, kinds)
    if found is None:
        return None
    return replace(found, text=span.of(tree.text), span=span)


def _named(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the actor that a phrase names: at its head, else a group, force or state within it."""
    found = tree.actor_at.get(head)
    if found is not None and found.kind in SIDES:
        return found
    if tree.tokens[head].lemma in ADMIRERS:
        return None
    if is_part_apart(tree, head, lexicon):
        span = phrase(tree, head)
        return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span)
    near = [tree.actor_at[i] for i in _within(tree, head, lexicon) if i in tree.actor_at]
    group = next((who for who in near if who.kind == "armed_group"), None)
    if group is not None and (tree.tokens[head].pos == "PROPN" or _can_stand(tree, head, lexicon)):
        return group
    if is_state(tree, head) or is_capital(tree, head, lexicon):
        span = tree.tokens[head].span
        names = [n.span for n in tree.page.page.names if n.span.meets(span)]
        span = names[0] if names else span
        return Actor(span.of(tree.text), None, span.of(tree.text), "government", span)
    side = next((who for who in near if who.kind in ("state_force", "government")), None)
    if side is not None and tree.tokens[head].lemma in lexicon.words["speakers"]:
        return side
    return office(tree, head, lexicon) or self_styled(tree, head, near, lexicon)


def _can_stand(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[head].lemma
    lists = ("speakers", "own_people", "group_nouns", "militant_groups", "perpetrators")
    return any(lemma in lexicon.words[name] for name in lists)


def _within(tree: Tree, head: int, lexicon: Lexicon) -> list[int]:
    """Return the tokens of a noun phrase that may name its actor: no clause, no place after "in" but a group's."""
    found: list[int] = []
    for child in tree.below[head]:
        token = tree.tokens[child]
        if token.dep not in _INSIDE or (token.dep == "prep" and token.lemma not in _TIES):
            continue
        if lexicon.has("no_part", token.lemma):
            continue  # those with links to a group are not it
        if token.dep == "acl" and token.lemma not in ("call", "know", "name"):
            continue
        if token.dep == "appos" and token.lemma in lexicon.words["offshoots"] and is_name(tree, head):
            found.append(child)
            continue
        found.extend([child, *_within(tree, child, lexicon)])
    return found


def _pointed(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the actor that "the group", "its spokesman" or "the militants" points back to."""
    token = tree.tokens[head]
    speaks = token.lemma in lexicon.words["speakers"]
    if _owned(tree, head, lexicon) and (speaks or _is_people(tree, head, lexicon)):
        return _meant(tree, head, SIDES, phrase(tree, head))
    if speaks:
        for noun in (
            i
            for i in _within(tree, head, lexicon)
            if i != head and tree.tokens[i].lemma in lexicon.words["group_nouns"]
        ):
            found = _pointed(tree, noun, lexicon)
            if found is not None:
                return found
        return None
    if (
        token.lemma in lexicon.words["group_nouns"]
        and _is_definite(tree, head)
        and not _is_described(tree, head, lexicon)
    ):
        return _meant(tree, head, ARMED, phrase(tree, head))
    return None


def _owned(tree: Tree, head: int, lexicon: Lexicon, owners: frozenset[str] = _OWNERS) -> bool:
    nouns = [head, *(i for i in _within(tree, head, lexicon) if tree.tokens[i].dep == "pobj")]
    return any(
        tree.tokens[child].text.lower() in owners
        for noun in nouns
        for child in children(tree, noun, "poss")
        if tree.tokens[child].tag == "PRP$"
    )


def _is_people(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    nouns = [head, *(i for i in _within(tree, head, lexicon) if tree.tokens[i].dep == "pobj")]
    return any(tree.tokens[i].lemma in lexicon.words["own_people"] for i in nouns)


def _is_definite(tree: Tree, head: int) -> bool:
    return any(tree.tokens[c].text.lower() in _POINTERS for c in children(tree, head, "det"))


def _is_described(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase says more of a group than that it is the one named before."""
    words = {tree.tokens[c].lemma for c in children(tree, head, "amod", "compound", "nmod", "nummod")}
    clauses = [i for i in children(tree, head, "relcl", "acl") if not after_comma(tree, i)]
    return (
        bool(words & lexicon.words["told_apart"])
        or bool(clauses)
        or any(tree.tokens[c].pos == "PROPN" for c in children(tree, head, "compound", "nmod"))
    )


def _unnamed(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return a group or force that only a description tells ("Islamist militants", "the police")."""
    token = tree.tokens[head]
    if is_person(tree, head) or token.pos not in ("NOUN", "PROPN"):
        return None
    if token.lemma in lexicon.words["speakers"]:
        nouns = [i for i in _within(tree, head, lexicon) if tree.tokens[i].dep == "pobj"]
        inner = (
            i for i in nouns if tree.tokens[i].lemma in lexicon.words["loose_groups"] or _is_of_force(tree, head, i)
        )
        return next((_unnamed(tree, i, lexicon) for i in inner), None)
    span = phrase(tree, head)
    words = span.of(tree.text)
    if re.match(r"(?i)(?:no|any|neither|another|what|which|some other)\b", words):
        return None
    if {token.lemma, token.lemma.lower(), token.lemma.lower().removesuffix("s")} & lexicon.words["loose_groups"]:
        return names_beside(tree, head) or Actor(words, None, words, "armed_group", span)
    if _is_loose_band(tree, head, lexicon):
        return Actor(words, None, words, "armed_group", span)
    if is_force(tree, head):
        return Actor(words, None, words, "state_force", span)
    return state(tree, head) if has_arms(tree, head) else None


def _is_of_force(tree: Tree, head: int, noun: int) -> bool:
    """Tell whether people are told as members of a force ("members of the security forces")."""
    return tree.tokens[head].lemma == "member" and is_force(tree, noun)


def _is_loose_band(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun for people bears a word for armed men ("a Maoist action team", "separatist fighters")."""
    if tree.tokens[head].lemma not in lexicon.words["own_people"] | lexicon.words["militant_groups"] | {
        "team",
        "force",
    }:
        return False
    kinds = {tree.tokens[i].lemma.lower() for i in children(tree, head, "amod", "compound", "nmod")}
    return bool(kinds & (lexicon.words["loose_groups"] | {"militant", "jihadi", "armed"}))
