"""Words that own up without naming a deed: "its target was", "the man was one of its own", "it was for Houla".

And words that deny without one: none of its men "had been anywhere near".
"""

from tocsin.extract.grammar.parties import own
from tocsin.extract.grammar.tree import Tree, after, children, climb, descend
from tocsin.extract.responsibility.deeds import is_violence
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Actor


def avows(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause of a speaker's words makes an act its own without telling the deed."""
    if who.kind == "armed_group" and _is_aimed(tree, verb, who, lexicon):
        return True
    if tree.tokens[verb].lemma != "be":
        return lexicon.has("hitting", tree.tokens[verb].lemma) and _answers(tree, verb, lexicon)
    if who.kind != "armed_group":
        return _is_its_target(tree, verb) or _are_its_arms(tree, verb, who, lexicon)
    return (
        _is_its_target(tree, verb)
        or _is_its_man(tree, verb, who, lexicon)
        or _are_its_arms(tree, verb, who, lexicon)
        or _repays(tree, verb, lexicon)
    )


def _is_aimed(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause says at whom a bomb was aimed, or at what the speaker itself was aiming."""
    if not lexicon.has("aiming", tree.tokens[verb].lemma):
        return False
    thing = [i for i in children(tree, verb, "nsubjpass") if is_violence(tree, i, lexicon)]
    mine = [i for i in children(tree, verb, "nsubj") if own(tree, i, who, lexicon)]
    told = after(tree, verb, "for", "at", "against") if thing else after(tree, verb, "at")
    return bool(told) and bool(thing or mine)


def was_away(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause is about a speaker's people having been at the place of an act."""
    if tree.tokens[verb].lemma not in ("be", "operate", "have"):
        return False
    near = [tree.tokens[i] for i in descend(tree, verb) if i > verb]
    there = any(lexicon.has("whereabouts", t.lemma) for t in near) or lexicon.has(
        "whereabouts", tree.tokens[verb].lemma
    )
    return there and (_has_men(tree, verb, who, lexicon) or any(own(tree, i, who, lexicon) for i in _men(tree, verb)))


def none_there(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says that no men were there, or that somebody had none there."""
    return any(
        tree.tokens[c].lemma == "no" for i in children(tree, verb, "dobj", "attr", "nsubj") for c in tree.below[i]
    )


def _has_men(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that the speaker has men, or a state that there are troops."""
    men = [i for i in children(tree, verb, "dobj", "attr") if lexicon.has("own_people", _lemma(tree, i))]
    if not men or tree.tokens[verb].lemma == "operate":
        return False
    if tree.tokens[verb].lemma == "be":
        return who.kind != "armed_group" and bool(children(tree, verb, "expl"))
    return any(own(tree, i, who, lexicon) for i in children(tree, verb, "nsubj"))


def _men(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who is said to have been somewhere, and of whom they are some ("none of its men", "no unit of ours")."""
    if tree.tokens[verb].lemma == "have":
        return ()
    heads = children(tree, verb, "nsubj", "nsubjpass")
    return (*heads, *(i for head in heads for i in after(tree, head, "of")))


def _answers(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of firing without an object says that it was "in reply"."""
    bare = not children(tree, verb, "dobj", "nsubjpass")
    return bare and any(lexicon.has("answers", tree.tokens[noun].lemma) for noun in after(tree, verb, "in"))


def _is_its_target(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says what "its target was"."""
    if not children(tree, verb, "attr"):
        return False
    aims = [i for i in children(tree, verb, "nsubj") if tree.tokens[i].lemma in ("target", "aim", "objective")]
    return any(tree.tokens[c].text.lower() in ("its", "our", "their") for i in aims for c in children(tree, i, "poss"))


def _is_its_man(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that the attacker was one of the speaker's own."""
    subjects = children(tree, verb, "nsubj")
    if not any(
        lexicon.has("perpetrators", _lemma(tree, i)) or lexicon.has("private", _lemma(tree, i)) for i in subjects
    ):
        return False
    told = children(tree, verb, "attr")
    inner = [i for noun in told for i in after(tree, noun, "of")]
    owned = any(tree.tokens[c].tag == "PRP$" for i in inner if _lemma(tree, i) == "own" for c in tree.below[i])
    return owned or any(own(tree, i, who, lexicon) for i in (*told, *inner))


def _are_its_arms(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that the drones or the bomb were the speaker's."""
    subjects = children(tree, verb, "nsubj")
    if not any(is_violence(tree, i, lexicon) and tree.tokens[i].tag != "PRP" for i in subjects):
        return False
    told = children(tree, verb, "attr")
    owned = [i for i in told if any(tree.tokens[c].dep == "case" for c in tree.below[i])]
    return any(_lemma(tree, i) in ("agency", "service", "group", "army") or own(tree, i, who, lexicon) for i in owned)


def _repays(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that the act was "for" something or in revenge."""
    subjects = children(tree, verb, "nsubj")
    if not any(is_violence(tree, i, lexicon) for i in subjects):
        return False
    told = (*after(tree, verb, "in"), *children(tree, verb, "attr"))
    answer = any(lexicon.has("answers", _lemma(tree, noun)) for noun in told)
    named = any(tree.tokens[noun].pos == "PROPN" for noun in after(tree, verb, "for"))
    return answer or (named and not any(tree.tokens[i].dep == "relcl" for i in climb(tree, verb)))


def _lemma(tree: Tree, index: int) -> str:
    return tree.tokens[index].lemma
