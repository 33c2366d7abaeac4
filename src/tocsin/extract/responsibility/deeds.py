"""Which clauses own up to violence or deny it: a deed told by its verb or object, or words of guilt."""

from tocsin.extract.grammar.answers import answers
from tocsin.extract.grammar.tree import Tree, after, children, compound, conjuncts, descend, key
from tocsin.knowledge.lexicon import Lexicon


def is_on_militants(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a deed went against armed men: a force that kills them owns up to nothing."""
    near = [verb, *children(tree, verb, "dobj")]
    found = [*children(tree, verb, "dobj", "nsubjpass")]
    found += [i for index in near for i in after(tree, index, "on", "at", "against")]
    found += [i for noun in found if tree.tokens[noun].pos in ("NUM", "PRON") for i in after(tree, noun, "of")]
    hit = [i for noun in found for i in conjuncts(tree, noun)]
    hit += [
        i for noun in hit for clause in children(tree, noun, "relcl", "acl") for i in children(tree, clause, "dobj")
    ]
    return any(
        tree.tokens[i].lemma in lexicon.words["perpetrators"]
        or tree.tokens[i].lemma in lexicon.words["loose_groups"]
        or ((who := tree.actor_at.get(i)) is not None and who.kind == "armed_group")
        or _is_of_group(tree, i)
        for i in hit
    )


def _is_of_group(tree: Tree, noun: int) -> bool:
    near = (*children(tree, noun, "amod", "compound", "nmod", "poss"), *after(tree, noun, "of"))
    return any(tree.actor_at[i].kind == "armed_group" for i in near if i in tree.actor_at)


def is_guilt(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says "behind", "responsible", "involved", "took part" or "had nothing to do with"."""
    near = {tree.tokens[c].lemma for c in tree.below[verb]} | {tree.tokens[verb].lemma}
    if is_to_blame(tree, verb):
        return True
    if is_its_work(tree, verb, lexicon) or near & lexicon.words["guilty_words"]:
        return True
    objects = {tree.tokens[c].lemma for c in children(tree, verb, "dobj")}
    if tree.tokens[verb].lemma in ("take", "play"):
        return bool(objects & (lexicon.words["taking_part"] | {"role"}))
    return tree.tokens[verb].lemma == "have" and bool(objects & lexicon.words["own_part"])


def is_to_blame(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says who "is to blame"."""
    below = children(tree, verb, "xcomp", "acomp", "advcl")
    return tree.tokens[verb].lemma == "be" and any(
        tree.tokens[i].lemma == "blame" and any(tree.tokens[c].lemma == "to" for c in tree.below[i]) for i in below
    )


def is_its_work(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that something "was its doing"."""
    told = children(tree, verb, "attr", "acomp")
    if tree.tokens[verb].lemma == "be" and any(tree.tokens[i].text in ("us", "ours", "theirs") for i in told):
        return True
    works = [i for i in told if lexicon.has("own_work", tree.tokens[i].lemma) or tree.tokens[i].lemma == "own"]
    return any(tree.tokens[c].text.lower() in ("its", "their", "our") for i in works for c in children(tree, i, "poss"))


def has_no_part(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says "had nothing to do with" or "played no part in"."""
    objects = [tree.tokens[i] for i in children(tree, verb, "dobj", "attr")]
    if tree.tokens[verb].lemma == "know" and any(o.lemma == "nothing" for o in objects):
        return any(is_violence(tree, i, lexicon) for i in after(tree, objects[0].index, "of", "about"))
    if any(o.lemma in ("nothing", "anything") for o in objects):
        return tree.tokens[verb].lemma == "have"
    no = any(tree.tokens[c].lemma == "no" for o in objects for c in tree.below[o.index])
    ends = [i for o in objects for i in after(tree, o.index, "to", "with")]
    if any(i in tree.actor_at for i in ends) and not _is_of_act(tree, verb, lexicon):
        return False  # a tie of one party to another is none to an act
    return no and any(lexicon.has("no_part", o.lemma) for o in objects)


def is_innocent(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says of its subject that it is innocent, of violence or of nothing named."""
    parts = [i for i in children(tree, verb, "acomp", "attr") if lexicon.has("innocent", tree.tokens[i].lemma)]
    of = [i for part in parts for i in after(tree, part, "of", "in")]
    return bool(parts) and (not of or any(is_violence(tree, i, lexicon) for i in of))


def _is_of_act(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    return any(is_violence(tree, i, lexicon) and tree.tokens[i].tag != "PRP" for i in children(tree, verb, "nsubj"))


def partners(tree: Tree, verb: int) -> list[int]:
    """Return the nouns "with" which a clause says that something has to do."""
    return [i for below in descend(tree, verb) for i in after(tree, below, "with")]


def is_deed(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells violence: itself, or by its object ("carried out the attack", "planted a bomb").

    What only answers an attack is none: "we shot down nine drones".
    """
    word = key(tree, verb)
    if answers(tree, verb, lexicon):
        return False
    if word == "do":
        told = children(tree, verb, "dobj", "advmod")
        return any(tree.tokens[i].text.lower() in ("it", "this", "that", "so") for i in told)
    if word in ("fall", "land"):
        return bool(after(tree, verb, "on")) and any(_is_weapon(tree, i) for i in children(tree, verb, "nsubj"))
    if word == "open_fire":
        return True
    objects = [*children(tree, verb, "dobj", "nsubjpass"), *after(tree, verb, "on", "at", "against", "in")]
    if lexicon.has("doing", word):
        acts = [i for noun in objects for i in conjuncts(tree, noun)]
        if lexicon.has("placing", word):
            acts = [i for i in acts if tree.tokens[i].tag not in ("PRP", "DT")]
        return any(is_violence(tree, i, lexicon) for i in acts)
    if not lexicon.has("hitting", word) or _is_fended(tree, word, objects, lexicon):
        return False
    aims = [i for noun in objects for i in conjuncts(tree, noun)]
    return bool(objects) and not any(lexicon.has("not_aims", tree.tokens[i].lemma) for i in aims)


def _is_fended(tree: Tree, word: str, objects: list[int], lexicon: Lexicon) -> bool:
    """Tell whether what is shot down was fired by another ("two missiles", "nine of them"): whoever does so defends."""
    shot = [tree.tokens[i] for noun in objects for i in (noun, *after(tree, noun, "of"))]
    if word in ("down", "shoot_down") and any(t.tag in ("PRP", "DT") for t in shot):
        return True
    return word in ("down", "shoot_down", "shoot", "destroy") and any(lexicon.has("projectiles", t.lemma) for t in shot)


def _is_weapon(tree: Tree, noun: int) -> bool:
    span = tree.tokens[noun].span
    return tree.tokens[noun].lemma == "shell" or any(span.meets(found.span) for found in tree.page.page.weapons)


def is_violence(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is an act of violence or its means, or points back to one ("it", "this")."""
    words = {tree.tokens[noun].lemma, compound(tree, noun)}
    if words & (set(lexicon.attack_nouns) | lexicon.words["operation_nouns"]) or tree.tokens[noun].tag in ("PRP", "DT"):
        return True
    if lexicon.has("devices", tree.tokens[noun].lemma):
        return True
    return any(tree.tokens[noun].span.meets(found.span) for found in tree.page.page.weapons)
