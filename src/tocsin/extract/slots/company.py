"""Who else a phrase for the harmed names: those joined to them, those among them, and those counted apart from them."""

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts
from tocsin.extract.slots.counting import own_count
from tocsin.extract.slots.harmed import is_people
from tocsin.knowledge.lexicon import Lexicon

_SOME = frozenset({"victim", "dead", "wounded", "injured", "deceased", "casualty", "killed", "hurt"})
_JOINING = frozenset({"along", "together"})
_APART = frozenset({"addition"})


def joined(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> list[int]:
    """Return a noun, those coordinated with it and those "along with" it, as far as the same harm befell them."""
    beside = [*_along_with(tree, head), *_along_with(tree, trigger)]
    found = []
    nouns = tuple(dict.fromkeys((*conjuncts(tree, head), *_strayed(tree, head, trigger))))
    for noun in (*_before_picked(tree, _spoken_out(tree, nouns, lexicon)), *beside):
        stray = not is_people(tree, noun, lexicon) or tree.tokens[noun].pos in ("VERB", "ADJ")
        if noun != head and (stray or _is_other_harm(tree, noun, trigger, lexicon)):
            continue
        found.append(noun)
    return found


def _strayed(tree: Tree, head: int, trigger: int) -> tuple[int, ...]:
    """Return nouns joined to the verb by the parser that stand right after its object ("a priest and two men")."""
    objects = children(tree, trigger, "dobj")
    return tuple(
        noun
        for noun in children(tree, trigger, "conj")
        if head in objects and tree.tokens[noun].pos in ("NOUN", "NUM") and tree.tokens[head + 1].text.lower() == "and"
    )


def among(tree: Tree, head: int, lexicon: Lexicon) -> list[int]:
    """Return those whom a phrase names as some of its people ("including two children", "three of them police")."""
    found = [
        noun
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].text.lower() in ("including", "include", "among", "amongst")
        for inner in children(tree, prep, "pobj")
        for noun in conjuncts(tree, inner)
    ]
    found += [noun for inner in children(tree, head, "appos") for noun in conjuncts(tree, inner)]
    found += [noun for noun in conjuncts(tree, head) if noun not in _before_picked(tree, conjuncts(tree, head))]
    return [noun for noun in found if is_people(tree, noun, lexicon) or tree.tokens[noun].text.endswith("self")]


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


def _along_with(tree: Tree, head: int) -> list[int]:
    """Return the noun after "along with" or "together with"."""
    return [
        noun
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].lemma in _JOINING
        for inner in children(tree, prep, "prep")
        for noun in children(tree, inner, "pobj")
    ]


def spelled_out(tree: Tree, nouns: list[int]) -> bool:
    """Tell whether a first noun's number is the sum of those after it ("three people, two women and a child")."""
    lows = [found.low if (found := own_count(tree, noun)) else 1 for noun in nouns]
    return len(lows) > 2 and lows[0] is not None and lows[0] == sum(low or 0 for low in lows[1:])
