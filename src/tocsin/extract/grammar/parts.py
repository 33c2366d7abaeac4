"""Which part somebody plays, by noun and by name: perpetrator, security force, official, expert, witness, victim.

The words decide only what they say: "gunmen" are perpetrators whoever they fight, a named group is an armed group, and
a person's name alone is no part at all.
"""

import re

from tocsin.extract.grammar.tree import Tree, after, children, compound, descend, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor, TargetType

_ABBREVIATION = re.compile(r"[A-Z]\.?[A-Z]\.?(?:[A-Z]\.?)?")
_FORCES = frozenset(
    [
        "police",
        "policeman",
        "policewoman",
        "policemen",
        "officer",
        "army",
        "military",
        "force",
        "troop",
        "soldier",
        "coalition",
        "marine",
        "commando",
        "guard",
        "navy",
        "gendarme",
        "gendarmerie",
        "ranger",
        "trooper",
        "patrol",
        "battalion",
        "brigade",
        "regiment",
        "unit",
        "airman",
        "sailor",
        "peacekeeper",
        "constable",
        "paratrooper",
        "serviceman",
        "servicemen",
        "swat",
    ]
)
_REGIMES = frozenset({"regime", "government", "junta"})
# Arms that only states have, so that a nationality before them tells whose they are, not where they fell.
_STATE_ARMS = frozenset(
    [
        "airstrike",
        "strike",
        "drone",
        "jet",
        "warplane",
        "plane",
        "aircraft",
        "helicopter",
        "gunship",
        "shelling",
        "artillery",
        "battery",
        "bombardment",
        "howitzer",
        "missile",
        "mortar",
        "position",
        "rocket",
        "warship",
        "tank",
        "navy",
        "shell",
        "fire",
        "barrage",
        "forces",
        "troops",
    ]
)
# What belongs to a force where the word before says so ("a patrol boat", "a police car").
_CRAFT = frozenset({"boat", "vessel"})
_ANYBODY = frozenset(["man", "men", "individual", "person", "people", "element", "group", "youth", "assailant", "gang"])
_GATHERING = frozenset(
    [
        "group",
        "number",
        "band",
        "gang",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "pair",
        "team",
        "squad",
        "cell",
        "several",
    ]
)


# Those who side with a group and are none of it.
ADMIRERS = frozenset({"sympathiser", "sympathizer", "admirer", "fan", "supporter", "adherent"})


def actor(tree: Tree, head: int) -> Actor | None:
    """Return the actor mention that a noun phrase names: at its head, or before it ("Taliban fighters")."""
    found = tree.actor_at.get(head)
    if found is not None:
        return found
    near = [
        tree.actor_at[index]
        for child in tree.below[head]
        if tree.tokens[child].dep in ("compound", "amod", "nmod", "poss", "appos", "nummod")
        for index in descend(tree, child)
        if index in tree.actor_at
    ]
    named = [mention for mention in near if mention.kind in ("armed_group", "state_force", "government")]
    return next(iter(named or near), None)


def armed_group(tree: Tree, head: int) -> Actor | None:
    """Return the armed group that a noun phrase names, or that the noun belongs to ("members of ISWAP")."""
    found = actor(tree, head)
    if found is not None and found.kind == "armed_group":
        return found
    if tree.tokens[head].lemma in ADMIRERS:
        return None
    for prep in tree.below[head]:
        if tree.tokens[prep].dep == "prep" and tree.tokens[prep].lemma in ("of", "from", "with"):
            for noun in tree.below[prep]:
                inner = tree.actor_at.get(noun)
                if inner is not None and inner.kind == "armed_group":
                    return inner
    return None


def is_perpetrator(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun by itself says that somebody used violence ("gunmen", "a suicide bomber", "militants")."""
    return any(_is_violent(tree, noun, lexicon) for noun in _members(tree, head))


def _is_violent(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    words = {_singular(tree, noun), compound(tree, noun)}
    return bool(words & lexicon.words["perpetrators"]) or _is_armed(tree, noun, lexicon)


def _singular(tree: Tree, head: int) -> str:
    """Return a noun's lemma, for a capitalised plural that was taken for a name too ("Officers of the squad")."""
    token = tree.tokens[head]
    return token.lemma.removesuffix("s") if token.pos == "PROPN" and not token.text.isupper() else token.lemma


def _is_armed(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether people are told to be armed or masked ("heavily armed individuals"), or a group to be militant."""
    if tree.tokens[noun].lemma not in _ANYBODY:
        return False
    kinds = {tree.tokens[i].lemma for i in children(tree, noun, "amod", "compound", "nmod")}
    militant = tree.tokens[noun].lemma == "group" and bool(kinds & lexicon.words["perpetrators"])
    return militant or bool(kinds & {"armed", "arm", "masked", "mask", "hooded"})


def _members(tree: Tree, head: int) -> tuple[int, ...]:
    """Return a noun, and those it gathers: "a group of armed insurgents", "dozens of rebels"."""
    if tree.tokens[head].lemma not in _GATHERING and head not in tree.counts_at:
        return (head,)
    return (head, *after(tree, head, "of"))


def is_force(tree: Tree, head: int) -> bool:
    """Tell whether a noun phrase names security forces ("an Afghan and coalition force" by its second noun)."""
    if tree.label_at.get(head) == "NORP" and any(is_force(tree, noun) for noun in children(tree, head, "conj")):
        return True
    found = actor(tree, head)
    if found is not None and found.kind in ("armed_group", "state_force"):
        return found.kind == "state_force"
    if any(tree.tokens[i].lemma in ("caliphate", "god", "islam") for i in after(tree, head, "of")):
        return False
    words = {tree.tokens[i].lemma for i in (head, *children(tree, head, "compound"))}
    return (
        bool(words & _FORCES) if tree.tokens[head].lemma in _STATE_ARMS | _CRAFT else _singular(tree, head) in _FORCES
    )


def is_state_side(tree: Tree, head: int) -> bool:
    """Tell whether a noun phrase names a state, its government, or arms that are a state's."""
    return state(tree, head) is not None


def has_arms(tree: Tree, head: int) -> bool:
    """Tell whether a noun means arms that only states have."""
    return tree.tokens[head].lemma in _STATE_ARMS


def state(tree: Tree, head: int) -> Actor | None:
    """Return the state that acts by its name ("Iran fired"), its government, or its arms ("Israeli air strikes")."""
    token = tree.tokens[head]
    found = tree.actor_at.get(head)
    if found is not None:
        return found if found.kind == "government" else None
    address = head > 0 and tree.tokens[head - 1].text == "," and token.dep != "nsubj"  # "in Kor, Poland"
    if token.dep in ("nsubj", "pobj", "poss", "conj", "nsubjpass") and not address and _is_country(tree, head):
        return _as_state(tree, token.span)
    if token.lemma in _REGIMES:
        span = phrase(tree, head)
        return Actor(span.of(tree.text), None, span.of(tree.text), "government", span)
    if token.lemma in _STATE_ARMS:
        forces = (phrase(tree, i) for i in after(tree, head, "of", "from") if is_force(tree, i))
        owned = (_as_state(tree, owner) for owner in _owners(tree, head))
        return next(
            iter((*owned, *(Actor(s.of(tree.text), None, s.of(tree.text), "state_force", s) for s in forces))), None
        )
    return _as_state(tree, token.span) if token.dep in ("amod", "compound") and _owns(tree, head) else None


def _owners(tree: Tree, head: int) -> list[Span]:
    """Return the words before a state's arms that tell whose they are."""
    before = children(tree, head, "amod", "compound", "nmod", "poss")
    inner = [i for child in before for i in (child, *children(tree, child, "amod", "compound", "nmod", "poss"))]
    return [tree.tokens[i].span for i in inner if _owns(tree, i)]


def _owns(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if any(nation.span.holds(token.span) for nation in tree.page.page.nationalities) or token.lemma in _REGIMES:
        return True
    if not _is_country(tree, index):
        return False
    return token.dep == "poss" or _ABBREVIATION.fullmatch(token.text) is not None


def _is_country(tree: Tree, index: int) -> bool:
    span = tree.tokens[index].span
    return any(
        located.place is not None and located.place.precision == "country" and located.span.holds(span)
        for located in tree.page.places
    )


def _as_state(tree: Tree, span: Span) -> Actor:
    whole = next((p.span for p in tree.page.places if p.span.holds(span)), span)
    return Actor(whole.of(tree.text), None, whole.of(tree.text), "government", whole)


def is_hostile(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names armed men of no state."""
    return not is_force(tree, noun) and (is_perpetrator(tree, noun, lexicon) or armed_group(tree, noun) is not None)


def is_person(tree: Tree, head: int) -> bool:
    """Tell whether a token is a person's name."""
    return tree.tokens[head].pos == "PROPN" and tree.label_at.get(head) == "PERSON" and head not in tree.actor_at


def is_state(tree: Tree, head: int) -> bool:
    """Tell whether a name is a country's, or a capital's that can stand for it, whatever label it bears."""
    token = tree.tokens[head]
    if token.pos != "PROPN" or head in tree.actor_at:
        return False
    if tree.label_at.get(head) == "GPE":
        return True
    known = ("country",) if tree.label_at.get(head) == "PERSON" else ("country", "settlement")
    return any(
        found.place is not None and found.place.precision in known and found.span.meets(token.span)
        for found in tree.page.places
    )


def is_capital(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a name alone is a capital's that stands for its government ("Yerevan denied it"), whatever label."""
    token = tree.tokens[head]
    alone = not children(tree, head, "compound", "amod", "det")
    return token.pos == "PROPN" and head not in tree.actor_at and alone and token.text in lexicon.words["capitals"]


def target_type(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the GTD target type of a noun; null where the word lists do not know it."""
    for word in (compound(tree, head), tree.tokens[head].lemma, tree.tokens[head].text.lower()):
        if word in lexicon.targets:
            return lexicon.targets[word]  # type: ignore[return-value]
    return None
