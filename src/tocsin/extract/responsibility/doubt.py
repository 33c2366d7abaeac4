"""What words of doubt tell: whom somebody suspects, believes or hints to have done it.

A suspicion that the author utters is the author's own; one "believed" by nobody named is held by somebody unknown.
"""

import re

from tocsin.extract.grammar.tree import Tree, after, by_agent, children, subject
from tocsin.extract.responsibility.deeds import is_deed
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.sides import is_undergone, meant, objects, tied, undergoer, utterer
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.model.record import Factuality

_LIKELY = re.compile(r"(?i)believ|likel|probabl|thought|presum|consider|think|convinc|apparent")
_HEDGES = frozenset({"suspected", "alleged", "presumed", "likely", "probable"})


def suspected(told: Told) -> list[Stand]:
    """Return the suspicions that words of doubt tell; "suspected X fighters" is told by the act instead."""
    tree, at = told.tree, told.at
    if negated(tree, at) != (told.lemma == "rule") or habitual(tree, at, told.lexicon):
        return []
    heads, speaker = _doubted(told)
    surely: Factuality = "PR+" if _LIKELY.search(told.words) else "PS+"
    if told.lemma in ("say", "allege"):
        return held(told, meant(tree, heads, told.lexicon), "accused", "CT+", speaker=speaker)
    return held(told, meant(tree, heads, told.lexicon), "suspected", surely, speaker=speaker)


def _doubted(told: Told) -> tuple[list[int], int | None]:
    """Return whom a word of doubt names, and who utters it."""
    tree, at, lexicon, token = told.tree, told.at, told.lexicon, told.tree.tokens[told.at]
    if token.lemma == "point":
        if any(told.has("culprits", i) for i in tied(tree, at, "as")):
            return tied(tree, at, "to", "at"), subject(tree, at)
        near = [*children(tree, at, "nsubj", "compound", "dobj"), *((token.head,) if token.dep == "acl" else ())]
        return (tied(tree, at, "to", "at") if any(told.has("clues", i) for i in near) else []), None
    if token.lemma == "turn":
        owners = [i for noun in children(tree, at, "nsubj") for i in children(tree, noun, "poss")]
        return tied(tree, at, "to"), next(iter(owners), None)
    if token.lemma == "rule":
        return objects(tree, at, lexicon), utterer(tree, at, lexicon)
    if token.lemma == "see":
        hands = [i for i in children(tree, at, "dobj") if any(tree.tokens[c].lemma == "behind" for c in tree.below[i])]
        behind = hands or [i for i in children(tree, at, "dobj") if after(tree, at, "behind")]
        return (behind or [*children(tree, at, "dobj")]), utterer(tree, at, lexicon)
    if _is_sign(told):
        return _signed(told), None
    if token.lemma == "link":
        return _linked(told)
    if token.pos in ("NOUN", "PROPN", "ADJ") or token.dep in ("amod", "compound"):
        return _called(told) if not (band := _band(told)) else (band, None)
    if _is_of_prey(told):
        return [], None
    if is_undergone(tree, at, lexicon):
        doers = () if _befell(told) else undergoer(tree, at)
        return [*_made_out(tree, at), *doers], by_agent(tree, at)
    inner = [i for verb in children(tree, at, "ccomp") for i in (*children(tree, verb, "nsubj"), *_agents(tree, verb))]
    return [*children(tree, at, "dobj"), *inner], utterer(tree, at, lexicon)


def _is_of_prey(told: Told) -> bool:
    """Tell whether a doubt is of those whom an act befell ("killed two men believed to belong to X")."""
    token = told.tree.tokens[told.at]
    noun = told.tree.tokens[token.head]
    befell = token.dep in ("acl", "relcl") and noun.dep in ("dobj", "nsubjpass")
    return befell and noun.lemma not in told.lexicon.attack_nouns


def _befell(told: Told) -> bool:
    """Tell whether a doubt is whether something befell somebody ("suspected to have been kidnapped")."""
    tree, lexicon = told.tree, told.lexicon
    harms = set(lexicon.attack_verbs) | lexicon.harm["killed"] | lexicon.harm["wounded"]
    verbs = children(tree, told.at, "xcomp", "ccomp", "oprd")
    return any(tree.tokens[verb].lemma in harms and children(tree, verb, "auxpass") for verb in verbs)


def _is_sign(told: Told) -> bool:
    """Tell whether the words of doubt hold a hallmark or a suspicion."""
    within = told.tree.tokens[told.sentence.first : told.sentence.last]
    return any(told.has("signs", t.index) and told.span.meets(t.span) for t in within)


def _signed(told: Told) -> list[int]:
    """Return whose hallmarks are seen, on whom suspicion falls, or who comes under it."""
    tree = told.tree
    within = tree.tokens[told.sentence.first : told.sentence.last]
    signs = [t.index for t in within if told.has("signs", t.index) and told.span.meets(t.span)]
    found: list[int] = []
    for sign in signs:
        under = tree.tokens[tree.tokens[sign].head]
        if under.lemma == "under":
            found += children(tree, under.head, "nsubj")
        found += after(tree, sign, "of", "on")
        for above in _above(tree, sign):
            found += after(tree, above, "on", "to", "at", "upon")
    return [i for i in dict.fromkeys(found) if tree.tokens[i].pos in ("NOUN", "PROPN")]


def _above(tree: Tree, index: int) -> list[int]:
    """Return the verb above a noun, and the verb below it that tells more ("was quick to fall on")."""
    verb = tree.tokens[index].head
    below = [i for part in (verb, *children(tree, verb, "acomp")) for i in children(tree, part, "xcomp")]
    return [verb, *below]


def _linked(told: Told) -> tuple[list[int], int | None]:
    """Return to whom an attack or its suspects are linked; a group's ties to another are none of this."""
    tree, at = told.tree, told.at
    about = undergoer(tree, at) if is_undergone(tree, at, told.lexicon) else [*children(tree, at, "dobj")]
    guilty = any(
        told.has("perpetrators", i) or told.has("private", i) or tree.tokens[i].lemma in told.lexicon.attack_nouns
        for i in about
        if i not in tree.actor_at
    )
    return (tied(tree, at, "to", "with") if guilty else []), utterer(tree, at, told.lexicon)


def _called(told: Told) -> tuple[list[int], int | None]:
    """Return who is called the prime suspect, the likeliest culprit or the main line of inquiry."""
    tree, at, token = told.tree, told.at, told.tree.tokens[told.at]
    noun = at if token.pos == "NOUN" and token.dep not in ("amod", "compound") else token.head
    if not told.has("culprits", noun) and noun not in tree.actor_at:
        return [], None
    head = tree.tokens[noun]
    if head.dep == "nsubj" and tree.tokens[head.head].lemma == "be":
        return [*children(tree, head.head, "attr")], None
    if head.dep == "appos":
        return [head.head], None
    if head.dep == "attr" and told.has("culprits", noun):
        return [*children(tree, head.head, "nsubj")], None
    if head.dep in ("oprd", "dobj") and tree.tokens[head.head].lemma in ("call", "name", "consider", "deem"):
        heads = [i for i in children(tree, head.head, "dobj") if i != noun]
        return [*heads, *children(tree, noun, "nsubj")], utterer(tree, head.head, told.lexicon)
    if head.dep == "pobj" and tree.tokens[head.head].lemma == "as" and told.has("culprits", noun):
        verb = tree.tokens[head.head].head
        verb = tree.tokens[verb].head if tree.tokens[verb].pos not in ("VERB", "AUX") else verb
        if tree.tokens[verb].lemma == "point":
            return [], None  # the word of pointing tells it
        passive = is_undergone(tree, verb, told.lexicon)
        heads = undergoer(tree, verb) if passive else [*children(tree, verb, "dobj")]
        return heads, utterer(tree, verb, told.lexicon)
    return [], None


def _band(told: Told) -> list[int]:
    """Return the unnamed band that "suspected Maoist rebels shot" hedges; a named group is told by the act instead."""
    tree, at = told.tree, told.at
    noun = tree.tokens[at].head
    if tree.tokens[at].text.lower() not in _HEDGES or noun in tree.actor_at:
        return []
    inner = [noun, *after(tree, noun, "of")]
    kinds = [i for n in inner for i in children(tree, n, "amod", "compound") if tree.label_at.get(i) == "NORP"]
    acts = tree.tokens[noun].dep in ("nsubj", "pobj") and is_deed(tree, _verb_of(tree, noun), told.lexicon)
    return inner if kinds and acts and not any(i in tree.actor_at for i in (*inner, *kinds)) else []


def _verb_of(tree: Tree, noun: int) -> int:
    above = tree.tokens[noun].head
    return above if tree.tokens[above].pos in ("VERB", "AUX") else tree.tokens[above].head


def _made_out(tree: Tree, at: int) -> list[int]:
    """Return whom "believed to be the work of X", "to be members of X" or "to have been done by X" names."""
    found: list[int] = []
    for verb in children(tree, at, "xcomp", "advcl", "prep", "ccomp"):
        found += [*children(tree, verb, "attr"), *_agents(tree, verb), *after(tree, verb, "from", "with")]
        found += after(tree, verb, "to") if tree.tokens[verb].lemma == "belong" else ()
        works = [i for i in children(tree, verb, "attr") if tree.tokens[i].lemma == "work"]
        found += [i for work in works for i in after(tree, work, "of")]
    return found


def _agents(tree: Tree, verb: int) -> tuple[int, ...]:
    doer = by_agent(tree, verb)
    return (doer,) if doer is not None else ()
