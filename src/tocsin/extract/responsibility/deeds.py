"""Which clauses own up to violence or deny it: a deed told by its verb or object, or words of guilt."""

from tocsin.extract.grammar.tree import Tree, after, children, compound, conjuncts, key
from tocsin.knowledge.lexicon import Lexicon


def is_on_militants(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a deed went against armed men: a force that kills them owns up to nothing."""
    objects = [*children(tree, verb, "dobj"), *after(tree, verb, "on", "at", "against")]
    return any(
        tree.tokens[i].lemma in lexicon.words["perpetrators"]
        or tree.tokens[i].lemma in lexicon.words["loose_groups"]
        or ((who := tree.actor_at.get(i)) is not None and who.kind == "armed_group")
        for noun in objects
        for i in conjuncts(tree, noun)
    )


def is_guilt(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says "behind", "responsible", "involved", "took part" or "had nothing to do with"."""
    near = {tree.tokens[c].lemma for c in tree.below[verb]} | {tree.tokens[verb].lemma}
    if is_its_work(tree, verb):
        return True
    if near & {"behind", "responsible", "involved", "involve", "responsibility"}:
        return True
    if tree.tokens[verb].lemma == "take":
        return bool({tree.tokens[c].lemma for c in children(tree, verb, "dobj")} & {"part", "responsibility", "credit"})
    if tree.tokens[verb].lemma == "have":
        return bool(
            {tree.tokens[c].lemma for c in children(tree, verb, "dobj")}
            & {"nothing", "role", "part", "hand", "involvement"}
        )
    return False


def is_its_work(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says that something "was its doing"."""
    works = [i for i in children(tree, verb, "attr") if tree.tokens[i].lemma in ("work", "doing", "deed")]
    return any(tree.tokens[c].text.lower() in ("its", "their", "our") for i in works for c in children(tree, i, "poss"))


def has_no_part(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says "had nothing to do with" or "played no part in"."""
    objects = [tree.tokens[i] for i in children(tree, verb, "dobj")]
    if any(o.lemma == "nothing" for o in objects):
        return tree.tokens[verb].lemma == "have"
    no = any(tree.tokens[c].lemma == "no" for o in objects for c in tree.below[o.index])
    return no and any(o.lemma in ("role", "part", "hand", "involvement", "responsibility") for o in objects)


def is_deed(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells violence: itself, or by its object ("carried out the attack", "planted a bomb")."""
    word = key(tree, verb)
    objects = [*children(tree, verb, "dobj", "nsubjpass"), *after(tree, verb, "on", "at", "against", "in")]
    if word in lexicon.words["doing"]:
        return any(_is_violence(tree, i, lexicon) for noun in objects for i in conjuncts(tree, noun))
    if word not in lexicon.words["hitting"]:
        return False
    aims = [i for noun in objects for i in conjuncts(tree, noun)]
    return bool(objects) and not any(tree.tokens[i].lemma in ("goal", "target", "deal", "responsibility") for i in aims)


def _is_violence(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    words = {tree.tokens[noun].lemma, compound(tree, noun)}
    if words & (set(lexicon.attack_nouns) | lexicon.words["operation_nouns"]) or tree.tokens[noun].tag in ("PRP", "DT"):
        return True
    return any(tree.tokens[noun].span.meets(found.span) for found in tree.page.page.weapons)
