"""Who else a phrase for the harmed names: those joined to them, those among them, and those counted apart from them."""

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend
from tocsin.extract.slots.counting import count_of
from tocsin.extract.slots.harmed import is_people
from tocsin.knowledge.lexicon import Lexicon

_SOME = frozenset({"victim", "dead", "wounded", "injured", "deceased", "casualty", "killed", "hurt"})
_JOINING = frozenset({"along", "together"})
_APART = frozenset({"addition"})
_JOINTS = frozenset({"and", "also", "as", "well", "along", "with"})
_ONE_MORE = frozenset({"another", "third", "fourth", "fifth"})


def joined(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> list[int]:
    """Return a noun, those coordinated with it and those "along with" it, as far as the same harm befell them."""
    beside = [*along_with(tree, head), *along_with(tree, trigger)]
    found = []
    strayed = (*enumerated(tree, head, trigger), *_strayed(tree, head, trigger))
    nouns = tuple(dict.fromkeys((*conjuncts(tree, head), *strayed)))
    for noun in (*_before_picked(tree, _spoken_out(tree, nouns, lexicon)), *beside, *_again(tree, head, trigger)):
        people = is_people(tree, noun, lexicon) or _is_one_more(tree, noun)
        stray = not people or tree.tokens[noun].pos in ("VERB", "ADJ")
        if noun != head and (stray or _is_other_harm(tree, noun, trigger, lexicon)):
            continue
        found.append(noun)
    return found


def enumerated(tree: Tree, head: int, trigger: int) -> tuple[int, ...]:
    """Return further members of a list whose second one the parser took to rename the first.

    "A man, his wife and two guards" are four; "two people, a man and his wife," are two, and a list that a comma
    closes before the verb ("the victims, a man and a boy, were"), or "among them" does, tells who somebody was.
    """
    if tree.tokens[head].pos == "PROPN":
        return ()
    beside = [n for n in children(tree, trigger, "npadvmod") if min(descend(tree, n)) == head + 2]
    for first in (*children(tree, head, "appos"), *beside):
        items = conjuncts(tree, first)
        last = max(i for item in items for i in descend(tree, item))
        behind = tree.tokens[min(last + 1, len(tree.tokens) - 1)].text
        told = behind == "among" or (behind == "," and last < trigger)
        if len(items) < 2 or told or not all(_opens(tree, item) for item in items):
            continue
        whole, parts = count_of(tree, head), [count_of(tree, item) for item in items]
        if whole is not None and whole.low != sum((part.low or 0) for part in parts if part is not None):
            return items
    return ()


def _opens(tree: Tree, noun: int) -> bool:
    """Tell whether a noun phrase has an article, an owner or a number of its own."""
    own = any(tree.tokens[child].dep in ("det", "poss", "nummod") for child in tree.below[noun])
    return own or noun in tree.counts_at


def _strayed(tree: Tree, head: int, trigger: int) -> tuple[int, ...]:
    """Return nouns joined to the verb by the parser that go on from its victims.

    They stand right after its object ("killed a priest and two men"), or after "and also", "as well as" at the end of
    the clause ("nine civilians are dead, as well as all four attackers").
    """
    token = tree.tokens[trigger]
    verbs = (trigger, token.head) if token.dep in ("acomp", "oprd") else (trigger,)
    objects = children(tree, trigger, "dobj")
    return tuple(
        noun
        for verb in verbs
        for noun in children(tree, verb, "conj")
        if (tree.tokens[noun].pos in ("NOUN", "NUM") or _is_one_more(tree, noun))
        and (
            (head in objects and tree.tokens[head + 1].text.lower() == "and")
            or (head < trigger < noun and _opens(tree, noun) and _is_alone(tree, noun) and _follows_joint(tree, noun))
        )
    ) or _appended(tree, head, trigger)


def _appended(tree: Tree, head: int, trigger: int) -> tuple[int, ...]:
    """Return those whom ", as well as" adds at the end of a sentence on the dead before it."""
    token = tree.tokens[trigger]
    words = [t.text.lower() for t in tree.tokens]
    for at in range(trigger + 1, len(words) - 4):
        if tree.tokens[at].sentence != token.sentence:
            break
        if head < trigger and words[at : at + 4] == [",", "as", "well", "as"]:
            nouns = [t.index for t in tree.tokens[at + 4 : at + 9] if t.tag in ("NN", "NNS") and _opens(tree, t.index)]
            return tuple(noun for noun in nouns[:1] if _is_alone(tree, noun) and min(descend(tree, noun)) >= at)
    return ()


def _is_alone(tree: Tree, noun: int) -> bool:
    """Tell whether no participle follows a noun, which would say that something else befell it ("a bridge damaged")."""
    follows = tree.tokens[min(noun + 1, len(tree.tokens) - 1)]
    return follows.tag not in ("VBN", "VBD") and not any(
        tree.tokens[c].tag == "VBN" for c in children(tree, noun, "acl")
    )


def _follows_joint(tree: Tree, noun: int) -> bool:
    """Tell whether "and", "and also", "as well as" or "along with" stands right before a noun phrase."""
    first = min(i for i in descend(tree, noun) if i <= noun)
    while first < noun and tree.tokens[first].text.lower() in _JOINTS:
        first += 1
    return " ".join(t.text.lower() for t in tree.tokens[max(0, first - 3) : first]).endswith(
        ("and", "and also", "as well as", "along with")
    )


def _again(tree: Tree, head: int, trigger: int) -> tuple[int, ...]:
    """Return those of whom the verb is not said again ("four died on the spot and three in hospital")."""
    if head > trigger:
        return ()
    places = [noun for prep in children(tree, trigger, "prep") for noun in children(tree, prep, "pobj")]
    joined_on = [one for noun in places for one in children(tree, noun, "conj")]
    loose = children(tree, trigger, "conj", "dep", "npadvmod", "appos")
    return tuple(
        one
        for one in (*joined_on, *loose)
        if one > trigger
        and one + 1 < len(tree.tokens)
        and (tree.tokens[one].pos == "NUM" or tree.tokens[one].text.lower() in _ONE_MORE)
        and any(
            tree.label_at.get(noun) not in ("GPE", "LOC") and tree.tokens[noun].pos != "PROPN"
            for noun in children(tree, one + 1, "pobj")
            if tree.tokens[one + 1].text.lower() in ("in", "on", "at")
        )
    )


def among(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> list[int]:
    """Return those whom a phrase names as some of its people ("including two children", "three of them police")."""
    found = [
        noun
        for prep in (*children(tree, head, "prep"), *_right_after(tree, head))
        if tree.tokens[prep].text.lower() in ("including", "include", "among", "amongst")
        for inner in children(tree, prep, "pobj")
        for noun in conjuncts(tree, inner)
    ]
    listed = enumerated(tree, head, trigger)
    found += [n for inner in children(tree, head, "appos") for n in conjuncts(tree, inner) if n not in listed]
    found += [noun for noun in conjuncts(tree, head) if noun not in _before_picked(tree, conjuncts(tree, head))]
    return [noun for noun in found if is_people(tree, noun, lexicon) or _is_one_more(tree, noun)]


def _right_after(tree: Tree, head: int) -> tuple[int, ...]:
    """Return "including" after a noun and a comma, where the parser tied it elsewhere ("killed 21, including")."""
    at = head + 2
    near = head + 1 < at < len(tree.tokens) and tree.tokens[head + 1].text == ","
    return (at,) if near and tree.tokens[at].text.lower() == "including" and tree.tokens[at].head != head else ()


def _is_one_more(tree: Tree, noun: int) -> bool:
    """Tell whether "himself" is one more of the harmed, and not only who did it ("killed the farmers itself")."""
    return tree.tokens[noun].text.endswith("self") and tree.tokens[noun].dep != "appos"


def apart(tree: Tree, trigger: int) -> list[int]:
    """Return those who died "in addition to", "besides" or "as well as" those counted."""
    found: list[int] = []
    for verb in (trigger, tree.tokens[trigger].head):
        found += after(tree, verb, "besides", "excluding", "plus")
        for outer in after(tree, verb, "in"):
            if tree.tokens[outer].lemma in _APART:
                found += after(tree, outer, "to")
        for clause in children(tree, verb, "advcl", "prep"):
            if tree.tokens[clause].text.lower() in ("counting", "including") and tree.tokens[clause - 1].lemma == "not":
                found += children(tree, clause, "dobj", "pobj")
    return list(dict.fromkeys(found))


def is_part(tree: Tree, head: int) -> bool:
    """Tell whether a phrase speaks of some of those already told of ("three of them", "two of the dead")."""
    return any(_points(tree, noun) for noun in after(tree, head, "of"))


def of_wounded(tree: Tree, head: int) -> bool:
    """Tell whether a phrase speaks of some of the wounded ("two of the injured")."""
    return any(_are_hurt(tree, noun) for noun in after(tree, head, "of"))


def _are_hurt(tree: Tree, noun: int) -> bool:
    """Tell whether a noun means the wounded ("the injured", "those wounded")."""
    token = tree.tokens[noun]
    words = {token.text.lower()}
    if words == {"those"}:
        words |= {tree.tokens[child].text.lower() for child in tree.below[noun]}
    return bool(words & {"wounded", "injured", "hurt"})


def _points(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return token.lemma in _SOME or token.text.lower() in _SOME


def _before_picked(tree: Tree, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """Return the nouns before one that says who some of them were ("30 people, most of them women and children")."""
    first = next((at for at, noun in enumerate(nouns) if at and _picks_out(tree, noun)), len(nouns))
    return nouns[:first]


def _picks_out(tree: Tree, noun: int) -> bool:
    """Tell whether "most of them", "three of whom" stands at a noun."""
    first = min([noun, *(child for child in tree.below[noun] if child < noun)])
    if tree.tokens[first].text.lower() in ("both", "all", "mostly") and tree.tokens[first - 1].text == ",":
        return True
    return any(
        tree.tokens[some].text.lower() in ("them", "whom")
        for child in tree.below[noun]
        if child < noun
        for some in after(tree, child, "of")
    )


def _is_other_harm(tree: Tree, noun: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a coordinated noun speaks of another harm ("80 dead and 300 wounded")."""
    near = {tree.tokens[i].text.lower() for i in (noun, *tree.below[noun], noun + 1) if i < len(tree.tokens)}
    lemma, own = tree.tokens[noun].lemma, tree.tokens[trigger]
    if lemma == "injury" or lexicon.has("death_nouns", lemma):
        return lemma != own.lemma
    return bool((near & lexicon.words["harm_words"]) - {own.text.lower()})


def _spoken_out(tree: Tree, nouns: tuple[int, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """Leave out nouns that the parser took for victims and a reporting verb follows ("killing nine, police said")."""
    kept = [nouns[0]]
    for noun in nouns[1:]:
        follows = max(i for i in nouns if i >= noun) + 1
        comma = tree.text[tree.tokens[kept[-1]].span.end : tree.tokens[noun].span.start].lstrip().startswith(",")
        if comma and follows < len(tree.tokens) and lexicon.has("reporting", tree.tokens[follows].lemma):
            break
        if _has_verb(tree, noun):
            break
        kept.append(noun)
    return tuple(kept)


def _has_verb(tree: Tree, noun: int) -> bool:
    """Tell whether a verb of its own stands before a noun joined by "and" ("killing 20 and freeing hostages")."""
    return any(
        tree.tokens[word].tag in ("VBD", "VBG", "VBN") and tree.tokens[word - 1].dep == "cc"
        for word in children(tree, noun, "compound", "amod")
        if word > 0
    )


def along_with(tree: Tree, head: int) -> list[int]:
    """Return the noun after "along with" or "together with"."""
    joint = [prep for prep in children(tree, head, "prep", "prt", "advmod") if tree.tokens[prep].lemma in _JOINING]
    withs = [inner for prep in joint for inner in children(tree, prep, "prep")]
    withs += [inner for inner in children(tree, head, "prep") if inner - 1 in joint]
    return [noun for inner in withs for noun in children(tree, inner, "pobj")]
