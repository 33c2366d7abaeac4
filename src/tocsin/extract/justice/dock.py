"""Who stands before a court, by the word that says so: charged, tried, sentenced, hanged, heard, freed.

Each reader knows one way of telling it and returns the heads of the phrases for the people, none where the word tells
nothing of the kind. What is demanded, expected or due has not happened.
"""

from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, after, children, descend, is_passive, key, subject
from tocsin.extract.justice.penalties import near, sentenced
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.subjects import is_held
from tocsin.knowledge.lexicon import Lexicon

_REACH = 9


def in_dock(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the heads of the phrases for those whom a word says to be tried, sentenced or freed by a court."""
    token = tree.tokens[index]
    if token.pos not in ("VERB", "AUX") or token.dep in ("amod", "compound"):
        return ()
    if any(tree.tokens[c].lemma == "must" for c in children(tree, index, "aux")):
        return ()
    for reader in (_acted_on_by_verb, sentenced, _brought, _ruled, _charged, _freed, _heard):
        found = reader(tree, index, lexicon)
        if found:
            return found
    return _standing(tree, index, lexicon)


def acted_on(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whom a verb acts on; where the parser found nobody, the next words for people."""
    if not is_passive(tree, verb):
        small = tuple(s for c in children(tree, verb, "ccomp") for s in children(tree, c, "nsubj", "nsubjpass"))
        return children(tree, verb, "dobj") or small or _next_people(tree, verb, lexicon)
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass", "nsubj")
    if token.dep in ("acl", "relcl"):  # in a headline the news, elsewhere a description
        return (token.head,) if tree.page.page.sentences[token.sentence].headline else ()
    if own:
        return own
    one = subject(tree, verb)
    return (one,) if one is not None else ()


def _next_people(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the first people told after a verb whose object the parser missed ("sentenced to death two members")."""
    if tree.tokens[verb].lemma not in lexicon.words["court_verbs"] or agent_of(tree, verb) is None:
        return ()
    for token in tree.tokens[verb + 1 : verb + _REACH]:
        if token.sentence != tree.tokens[verb].sentence or token.pos == "PUNCT" or token.lemma in ("for", "over"):
            return ()
        if token.pos == "NOUN" and is_held(tree, token.index, lexicon) and token.dep not in ("compound", "amod"):
            return (token.index,)
    return ()


def _acted_on_by_verb(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    lemma = tree.tokens[index].lemma
    if lemma in lexicon.words["court_verbs"]:
        return acted_on(tree, index, lexicon) if _is_judicial(tree, index, lexicon) else ()
    if lemma in ("find", "pronounce", "declare", "rule") and "guilty" in near(tree, index) | _below(tree, index):
        return acted_on(tree, index, lexicon)
    if lemma == "put" and leads(tree, index, ("death",)):
        doer = agent_of(tree, index)
        return acted_on(tree, index, lexicon) if doer is None or armed_group(tree, doer) is None else ()
    ends = ("prison", "jail", "bar", "trial", "gallows", "remand")
    if lemma in ("send", "put", "commit", "place") and leads(tree, index, ends):
        return acted_on(tree, index, lexicon)
    ordered = _below(tree, index) if lemma == "order" else set()
    if ordered & {"hold", "remain", "detain", "stand", "keep"} and ordered & {
        "bail",
        "custody",
        "trial",
        "day",
        "prison",
    }:
        return _ordered(tree, index, lexicon)
    if lemma in ("deny", "refuse") and "bail" in near(tree, index) and is_passive(tree, index):
        return children(tree, index, "nsubjpass")
    return ()


def _ordered(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whom a court ordered to be held, or to stand trial."""
    inner = tuple(
        s for verb in children(tree, index, "ccomp", "xcomp") for s in children(tree, verb, "nsubj", "nsubjpass")
    )
    return inner or acted_on(tree, index, lexicon)


def _is_judicial(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb that has other meanings means justice: a court, a charge or a sentence stands by it."""
    lemma, below = tree.tokens[index].lemma, _below(tree, index)
    if lemma == "charge":
        return not children(tree, index, "prt") and "toward" not in below
    if lemma not in lexicon.words["unsure_court_verbs"]:
        return True
    doer = agent_of(tree, index)
    if doer is not None and armed_group(tree, doer) is not None:
        return False
    if lemma == "try" and children(tree, index, "xcomp"):
        return False
    if lemma in lexicon.words["deadly_verbs"] and doer is not None and tree.label_at.get(doer) == "GPE":
        return True
    if lemma == "condemn":
        return bool(below & (lexicon.words["penalties"] | {"death"}))
    words = {t.lemma.lower() for t in tree.tokens if t.sentence == tree.tokens[index].sentence and t.index != index}
    return bool(words & (lexicon.words["courts"] | lexicon.words["court_signs"]))


def _brought(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who is brought before a judge, handed over to a court, or given up to another state for trial."""
    word = key(tree, index)
    lemma = tree.tokens[index].lemma
    if lemma not in lexicon.words["bringing_verbs"] and word not in lexicon.words["bringing_verbs"]:
        return ()
    ends = after(tree, index, "before", "to", "in", "into", "at")
    if not any(_is_court(tree, n, lexicon) for n in ends):
        return ()
    return acted_on(tree, index, lexicon)


def _is_court(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return tree.tokens[noun].lemma.lower() in lexicon.words["courts"] | {"hague", "dock"}


def _ruled(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whose conviction, sentence, appeal or extradition is upheld, quashed, granted or rejected."""
    word, lemma = key(tree, index), tree.tokens[index].lemma
    if lemma not in lexicon.words["ruling_verbs"] and word not in lexicon.words["ruling_verbs"]:
        return ()
    objects = children(tree, index, "nsubjpass") if is_passive(tree, index) else children(tree, index, "dobj")
    rulings = [n for n in objects if tree.tokens[n].lemma in lexicon.words["rulings"]]
    passed = [v for r in rulings for v in children(tree, r, "acl")]
    return tuple(
        n
        for r in (*rulings, *passed)
        for n in (*after(tree, r, "of", "against", "for", "on", "from", "to"), *children(tree, r, "poss"))
        if is_held(tree, n, lexicon) and tree.tokens[n].lemma not in lexicon.words["rulings"]
    ) or tuple(n for r in rulings for inner in after(tree, r, "against") for n in children(tree, inner, "poss"))


def _charged(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return against whom charges are filed, an indictment unsealed or a warrant issued."""
    if tree.tokens[index].lemma not in lexicon.words["charging_verbs"]:
        return ()
    objects = children(tree, index, "nsubjpass") if is_passive(tree, index) else children(tree, index, "dobj")
    papers = [n for n in objects if tree.tokens[n].lemma in lexicon.words["charge_papers"]]
    if not papers:
        return ()
    found = [n for one in (*papers, index) for n in after(tree, one, "against", "for", "on")]
    found += [n for wanted in children(tree, index, "advcl") for n in children(tree, wanted, "nsubj")]
    return tuple(n for n in found if is_held(tree, n, lexicon) or _is_accused(tree, n))


def _is_accused(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[c].lemma in ("accuse", "charge") for c in children(tree, noun, "acl", "relcl"))


def _heard(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return of whom a court hears, or jurors are told: the accused of the sentence, or those whose trial it is."""
    lemma, sentence = tree.tokens[index].lemma, tree.tokens[index].sentence
    one = subject(tree, index) if lemma in ("hear", "deliberate", "sit", "listen") else None
    listeners: tuple[int, ...] = (one,) if one is not None else ()
    if lemma == "tell":
        listeners = (*children(tree, index, "dobj", "dative"), *children(tree, index, "nsubjpass"))
    if not any(tree.tokens[n].lemma.lower() in lexicon.words["listeners"] for n in listeners):
        return ()
    nouns = [t.index for t in tree.tokens if t.sentence == sentence and t.pos in ("NOUN", "PROPN")]
    tried = [
        n
        for noun in nouns
        if tree.tokens[noun].lemma in lexicon.words["hearings"]
        for n in (*after(tree, noun, "of", "against", "for"), *children(tree, noun, "poss"))
    ]
    found = tuple(n for n in tried if is_held(tree, n, lexicon)) or tuple(n for n in nouns if _is_accused(tree, n))
    return found or _told_of(tree, index, lexicon)


def _told_of(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return of whom a court is told what they did or meant to do ("heard that two men had planned to bomb it")."""
    over = lexicon.cues["over_plot"]
    return tuple(
        n
        for verb in children(tree, index, "ccomp")
        for n in children(tree, verb, "nsubj")
        if is_held(tree, n, lexicon) and over.search(tree.small, tree.tokens[n].span.end, _end_of(tree, index))
    )


def _end_of(tree: Tree, index: int) -> int:
    return tree.page.page.sentences[tree.tokens[index].sentence].span.end


def _freed(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whom a court lets go: "released seven suspects", "ordered the release of", "walked free"."""
    lemma = tree.tokens[index].lemma
    doer = agent_of(tree, index)
    ruled = doer is not None and _is_court(tree, doer, lexicon)
    below = descend(tree, index)
    passive = doer is None and is_passive(tree, index) and any(_is_court(tree, i, lexicon) for i in below)
    if lemma in lexicon.words["freeing_verbs"] and (ruled or passive):
        return acted_on(tree, index, lexicon)
    if lemma == "order" and ruled:
        freed = [n for n in children(tree, index, "dobj") if tree.tokens[n].lemma in ("release", "acquittal")]
        return tuple(n for noun in freed for n in (*after(tree, noun, "of"), *children(tree, noun, "poss")))
    if lemma == "walk" and "free" in near(tree, index):
        near_by = [t for t in tree.tokens if t.sentence == tree.tokens[index].sentence]
        words = {word for t in near_by for word in (t.lemma.lower(), t.text.lower())}
        return (
            children(tree, index, "nsubj") if words & (lexicon.words["courts"] | lexicon.words["court_signs"]) else ()
        )
    return ()


def is_deadly(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word of the dock says that those concerned were put to death."""
    lemma = tree.tokens[index].lemma
    return lemma in lexicon.words["deadly_verbs"] or (lemma == "put" and leads(tree, index, ("death",)))


def is_freeing(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word of the dock lets people go rather than tries them."""
    lemma = tree.tokens[index].lemma
    released = any(tree.tokens[n].lemma == "release" for n in children(tree, index, "dobj"))
    return lemma in lexicon.words["freeing_verbs"] or (lemma == "order" and released)


def is_ruling(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the court told of before rules or finds something, whomever it concerns."""
    if tree.tokens[index].lemma not in ("find", "rule", "decide", "adjourn", "conclude"):
        return False
    doer = agent_of(tree, index)
    if doer is None or not _is_court(tree, doer, lexicon):
        return False
    return any(tree.tokens[c].text.lower() == "the" for c in children(tree, doer, "det"))


def _standing(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who stands before a court: pleads, goes on trial, appears before a judge, faces charges."""
    token = tree.tokens[index]
    if key(tree, index) in lexicon.words["hearing_verbs"]:
        one = subject(tree, index)
        begun = (*children(tree, index, "dobj", "nsubjpass"), *((one,) if one is not None else ()))
        heard = [n for n in begun if tree.tokens[n].lemma in lexicon.words["hearings"]]
        if heard:
            return tuple(n for noun in heard for n in after(tree, noun, "of", "for", "against"))
    if token.lemma == "be" and _is_going_on_trial(tree, index):
        return children(tree, index, "nsubj")
    one = subject(tree, index) if not is_passive(tree, index) else None
    if one is None or not _stands(tree, index, lexicon):
        return ()
    return (one,)


def _is_going_on_trial(tree: Tree, index: int) -> bool:
    return any(tree.tokens[n].lemma in ("trial", "dock") for n in after(tree, index, "on", "in"))


def _stands(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    lemma, objects = tree.tokens[index].lemma, {tree.tokens[n].lemma for n in children(tree, index, "dobj")}
    if lemma == "plead":
        return bool({"guilty", "innocent", "not"} & near(tree, index))
    if lemma in ("go", "stand", "face"):
        facing = lemma == "face" and bool(objects & {"charge", "count"})
        return _is_going_on_trial(tree, index) or "trial" in objects or facing
    if lemma in ("appear", "return") and any(
        _is_court(tree, n, lexicon) for n in after(tree, index, "in", "before", "at", "to")
    ):
        return True
    if lemma == "make" and "appearance" in objects:
        return any(_is_court(tree, i, lexicon) for i in descend(tree, index))
    if lemma in ("lose", "win"):
        return bool(objects & {"appeal", "bid", "battle"}) and bool(
            {"appeal", "conviction", "sentence", "extradition"} & _below(tree, index)
        )
    return lemma == "admit" and bool(objects & {"charge", "count", "offence", "offense", "murder"})


def leads(tree: Tree, verb: int, nouns: tuple[str, ...]) -> bool:
    """Tell whether a preposition of a verb leads to one of some nouns."""
    return any(tree.tokens[n].lemma in nouns for n in after(tree, verb, "to", "on", "behind", "in", "into"))


def _below(tree: Tree, index: int) -> set[str]:
    sentence = tree.tokens[index].sentence
    return {tree.tokens[i].lemma for i in descend(tree, index) if tree.tokens[i].sentence == sentence}
