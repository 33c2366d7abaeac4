"""What tells violence only by what stands beside it: something thrown or fired, something that lands, "under fire"."""

from collections.abc import Iterable

from tocsin.extract.grammar.answers import is_fended, is_projectile
from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator, is_state_side
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    agent_of,
    by_agent,
    children,
    conjuncts,
    descend,
    is_passive,
    subject,
)
from tocsin.extract.slots.roles import kind_of_target
from tocsin.extract.violence.riots import riot_type
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AttackType

_ASHORE = frozenset({"exact", "settlement", "admin1", "admin2"})


def fired_type(tree: Tree, index: int, lexicon: Lexicon) -> AttackType | None:
    """Return what a verb tells by the weapon or the blow that stands with it, null where it tells nothing."""
    lemma = tree.tokens[index].lemma
    if tree.tokens[index].pos not in ("VERB", "AUX"):
        return None
    if is_warning(tree, index):
        return None
    if (riot := riot_type(tree, index, lexicon)) is not None:
        return riot
    if is_fended(tree, index, lexicon):
        return "unknown"
    if lemma in lexicon.words["sending"] and _is_sent(tree, index, lexicon):
        return "unknown"
    if lemma in lexicon.words["landing"] and _lands(tree, index, lexicon):
        return "bombing"
    if lemma in lexicon.words["driving"] and _drives(tree, index, lexicon):
        return "bombing" if _bears_bomb(tree, index, lexicon) else "armed_assault"
    if lemma in lexicon.words["holding"] and _is_held(tree, index, lexicon):
        return "barricade"
    if lemma == "put" and _has(tree, (*_objects(tree, index), *after(tree, index, "to")), {"torch"}):
        return "arson"
    if lemma == "put" and _has(tree, _objects(tree, index), {"bullet"}) and after(tree, index, "in", "into", "through"):
        return "armed_assault"
    if lemma in ("fall", "set", "descend") and _falls_on(tree, index, lexicon):
        return "unknown"
    if lemma in ("hold", "take", "keep") and _is_hostage(tree, index):
        return "kidnapping"
    if lemma == "take" and _takes_people(tree, index, lexicon):
        return "kidnapping"
    if lemma in ("drag", "haul", "pull") and _is_dragged(tree, index, lexicon):
        return "unknown"
    slit = lemma in ("slit", "cut") and _has(
        tree, (*_objects(tree, index), *children(tree, index, "nsubj")), {"throat"}
    )
    return "armed_assault" if slit else None


def _falls_on(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether armed men fall or set upon somebody."""
    doer = agent_of(tree, index)
    hit = [noun for noun in after(tree, index, "upon", "on") if kind_of_target(tree, noun, lexicon)]
    return doer is not None and is_armed(tree, doer, lexicon) and bool(hit)


def _is_dragged(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether people are dragged out of where they were; who is only pulled may be rescued."""
    doer = agent_of(tree, index)
    armed = doer is not None and (
        is_armed(tree, doer, lexicon) or tree.tokens[doer].lemma in lexicon.words["attackers_at_large"]
    )
    out = after(tree, index, "from", "off")
    return (armed or tree.tokens[index].lemma == "drag") and _has(tree, out, lexicon.words["dragged_from"])


def is_under_fire(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is the fire that somebody comes under, from weapons and not from critics."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if token.lemma not in ("fire", "shelling", "bombardment", "attack") or above.lemma != "under":
        return False
    verb = tree.tokens[above.head]
    if verb.pos not in ("VERB", "AUX") or after(tree, verb.index, "for", "over") or after(tree, index, "for", "over"):
        return False
    hit = subject(tree, verb.index)
    if hit is None or is_perpetrator(tree, hit, lexicon) or is_force(tree, hit):
        return hit is not None
    return kind_of_target(tree, hit, lexicon) not in (None, "government", "business")


def _is_sent(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a weapon is thrown, fired or dropped, by an armed side or at something."""
    if not any(is_projectile(tree, i, lexicon) for i in _objects(tree, index)) or is_test(tree, index, lexicon):
        return False
    doer = agent_of(tree, index)
    armed = doer is not None and (
        is_armed(tree, doer, lexicon) or tree.tokens[doer].lemma in lexicon.words["attackers_at_large"]
    )
    aims = ("at", "into", "on", "onto", "toward", "towards", "against", "inside")
    return armed or any(after(tree, i, *aims) for i in (index, *_objects(tree, index)))


def is_warning(tree: Tree, index: int) -> bool:
    """Tell whether shots only warn: into the air, or by their name."""
    shots = [i for noun in children(tree, index, "dobj", "nsubjpass") for i in (noun, *tree.below[noun])]
    if _has(tree, after(tree, index, "in", "into"), {"air"}):
        return True
    return any(tree.tokens[i].lemma in ("warning", "warn") for i in shots if tree.tokens[i].dep in ("compound", "amod"))


def is_armed(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names attackers, a force, a state or an armed group."""
    return (
        is_perpetrator(tree, noun, lexicon)
        or is_force(tree, noun)
        or is_state_side(tree, noun)
        or armed_group(tree, noun) is not None
    )


def senders(tree: Tree, noun: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who planted or fired a weapon ("a bomb planted by rebels", "missiles that Iran fired")."""
    words = lexicon.words["sending"] | (lexicon.words["laying"] if is_projectile(tree, noun, lexicon) else set())
    verbs = [v for v in children(tree, noun, "acl", "relcl") if tree.tokens[v].lemma in words]
    found = [by_agent(tree, v) if is_passive(tree, v) else subject(tree, v) for v in verbs]
    return tuple(i for i in found if i is not None and i != noun and is_armed(tree, i, lexicon))


def is_test(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a missile is sent into the sea or the sky, or on a trial or a flight."""
    if not any(is_projectile(tree, i, lexicon) for i in _objects(tree, index)):
        return False
    into = after(tree, index, "into", "toward", "towards", "off", "over", "in", "from")
    fallen = _has(tree, [i for noun in into for i in _near(tree, noun)], lexicon.words["nowhere"])
    return fallen or _has(tree, descend(tree, index), lexicon.words["flights"])


def _lands(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether what comes down, strikes or tears through is a weapon."""
    if is_passive(tree, index):
        return False
    what = subject(tree, index)
    if what is not None and tree.tokens[what].tag == "WDT" and tree.tokens[index].dep == "relcl":
        what = tree.tokens[index].head
    if tree.tokens[index].lemma in ("land", "fall") and not _harms(tree, index, lexicon):
        return False
    return what is not None and any(is_projectile(tree, i, lexicon) for i in conjuncts(tree, what))


def _harms(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a weapon comes down on something, or comes down and does harm."""
    hit = list(after(tree, index, "on", "in", "near", "at", "by", "beside", "outside", "inside", "into"))
    what = subject(tree, index)
    whole = what is not None and tree.tokens[what].lemma in lexicon.words["landing_whole"]
    if not whole and any(_is_town(tree, noun) for noun in hit):
        return True
    hit = [noun for noun in hit if tree.tokens[noun].pos == "NOUN"]
    near = {tree.tokens[i].lemma for i in (*tree.below[index], tree.tokens[index].head)}
    return any(kind_of_target(tree, i, lexicon) for i in hit) or bool(
        near & (lexicon.harm["killed"] | lexicon.harm["wounded"])
    )


def _is_town(tree: Tree, noun: int) -> bool:
    """Tell whether a noun names a town, where what comes down comes down on people."""
    span = tree.tokens[noun].span
    return any(
        located.place is not None and located.place.precision in _ASHORE and located.span.holds(span)
        for located in tree.page.places
    )


def _drives(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an attacker, or a vehicle laden with explosives, is driven into somebody or something."""
    doer = agent_of(tree, index)
    near = {i for child in (index, *tree.below[index]) for i in _near(tree, child)}
    if not any(after(tree, i, "into", "through") for i in near):
        return False
    if doer is not None and is_perpetrator(tree, doer, lexicon):
        return True
    laden = {tree.tokens[i].lemma for noun in _objects(tree, index) for i in _near(tree, noun)}
    return bool(laden & lexicon.words["laden"])


def _bears_bomb(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a bomber drives, or what is driven is a bomb or laden with explosives."""
    doer = agent_of(tree, index)
    near = {tree.tokens[i].lemma for noun in _objects(tree, index) for i in _near(tree, noun)}
    return bool(near & lexicon.words["laden"]) or (doer is not None and _has(tree, (doer,), lexicon.words["bombers"]))


def _takes_people(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an armed group takes pupils, villagers or hostages, and not part in something."""
    doer = agent_of(tree, index)
    armed = doer is not None and (
        is_perpetrator(tree, doer, lexicon)
        or armed_group(tree, doer) is not None
        or tree.tokens[doer].lemma in lexicon.words["militant_groups"]
    )
    taken = [i for i in _objects(tree, index) if tree.tokens[i].tag == "NNS" or i in tree.counts_at]
    return armed and _has(tree, taken, lexicon.words["taken_people"]) and not after(tree, index, "to")


def _is_hostage(tree: Tree, index: int) -> bool:
    """Tell whether people are held or taken "hostage" or "captive", by anybody but forces."""
    doer = agent_of(tree, index)
    said = any(tree.tokens[c].lemma in ("hostage", "captive") for c in children(tree, index, "oprd", "acomp", "advmod"))
    return said and not (doer is not None and is_force(tree, doer))


def _is_held(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether attackers hold people, or seize a building with people in it."""
    doer = agent_of(tree, index)
    if doer is None or not (is_perpetrator(tree, doer, lexicon) or armed_group(tree, doer) is not None):
        return False
    if _has(tree, _objects(tree, index), lexicon.words["captives"]):
        return True
    kinds = {kind_of_target(tree, i, lexicon) for i in _objects(tree, index)}
    return tree.tokens[index].lemma == "seize" and bool(kinds - {None, "private_citizens_and_property", "military"})


def _objects(tree: Tree, index: int) -> tuple[int, ...]:
    """Return what a verb is done to, the subject of a passive, and the noun that a participle stands by."""
    own = children(tree, index, "dobj", "nsubjpass")
    relative = all(tree.tokens[noun].tag in ("WDT", "WP") for noun in own)
    if relative and tree.tokens[index].dep in ("acl", "relcl") and (own or is_passive(tree, index)):
        own = (tree.tokens[index].head,)
    return tuple(i for noun in own for i in conjuncts(tree, noun))


def _near(tree: Tree, noun: int) -> tuple[int, ...]:
    below = tree.below[noun]
    return (noun, *below, *(i for child in below for i in tree.below[child]))


def _has(tree: Tree, nouns: Iterable[int], lemmas: Iterable[str]) -> bool:
    return any(tree.tokens[i].lemma in lemmas for i in nouns)
