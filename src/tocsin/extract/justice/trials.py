"""Trials: charges, hearings, verdicts, sentences, appeals, extraditions and judicial executions for political violence.

What is demanded, expected or due has not happened. The authority is the court; one proceeding is one event.
"""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, after, children, descend, is_passive, key, phrase, subject
from tocsin.extract.justice.proceedings import at_home, authority, frame, tied
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.subjects import is_held, is_pronoun, people, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Actor

_TERMS = frozenset({"sentence", "term", "life", "year", "penalty", "month", "imprisonment", "decade", "jail"})
_RULINGS = frozenset({"conviction", "sentence", "verdict", "acquittal", "appeal", "term", "penalty"})
_OPENINGS = frozenset(
    {
        "open",
        "begin",
        "start",
        "resume",
        "conclude",
        "end",
        "get_underway",
        "get_under_way",
        "continue",
        "close",
        "hold",
    }
)
_HEARINGS = frozenset(
    {"trial", "hearing", "retrial", "proceedings", "proceeding", "prosecution", "sentencing", "arraignment"}
)
_DEADLY = frozenset({"hang", "execute"})
_WITH_COURT = frozenset({"hang", "execute", "try", "clear", "condemn", "extradite"})


def trials(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the proceeding that a sentence tells of: its first telling, with those of its other tellings added."""
    told: list[Frame] = []
    tie, home = tied(tree, sentence), at_home(tree, sentence)
    if not tie and not home:
        return ()
    for token in tree.tokens[sentence.first : sentence.last]:
        tried = [i for head in _tried(tree, token.index, sentence, lexicon) for i in people(tree, head)]
        if not tried or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        tried = [head for head in tried if is_held(tree, head, lexicon)]
        if tried:
            told.append(_trial(tree, sentence, token.index, tried, heard, lexicon, tie=tie))
    if not told:
        return ()
    first = next((one for one in told if one.founds), told[0])
    known = {(r.field, r.span) for r in first.readings}
    more = [r for one in told if one is not first for r in one.readings if (r.field, r.span) not in known]
    return (first.with_readings(*(r for r in more if r.field == "subjects")),)


def _tried(tree: Tree, index: int, sentence: Sentence, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the heads of the phrases for those whom a word says to be tried, charged or sentenced."""
    token = tree.tokens[index]
    if token.pos not in ("VERB", "AUX") or token.dep in ("amod", "compound"):
        return ()
    if any(tree.tokens[c].lemma == "must" for c in children(tree, index, "aux")):
        return ()
    below = {tree.tokens[i].lemma for i in descend(tree, index) if tree.tokens[i].sentence == token.sentence}
    if token.lemma in lexicon.words["court_verbs"]:
        return _acted_on(tree, index) if _judicial(tree, index, sentence, below, lexicon) else ()
    if token.lemma == "find" and "guilty" in _near(tree, index) | below:
        return _acted_on(tree, index)
    if token.lemma in ("send", "put", "commit") and _leads(tree, index, ("prison", "jail", "bar", "trial", "custody")):
        return _acted_on(tree, index)
    if (
        token.lemma == "order"
        and below & {"hold", "remain", "detain"}
        and ("bail" in below or "custody" in below or "trial" in below)
    ):
        return _acted_on(tree, index) or tuple(
            s for verb in children(tree, index, "ccomp", "xcomp") for s in children(tree, verb, "nsubj", "nsubjpass")
        )
    return _sentenced(tree, index) or _in_dock(tree, index) or _ruled(tree, index)


def _judicial(tree: Tree, index: int, sentence: Sentence, below: set[str], lexicon: Lexicon) -> bool:
    """Tell whether a verb that has other meanings means justice: a court, a charge or a sentence stands by it."""
    lemma = tree.tokens[index].lemma
    if lemma == "charge":
        return not children(tree, index, "prt") and "toward" not in below
    if lemma not in _WITH_COURT:
        return True
    if lemma == "extradite":
        return True
    words = {tree.tokens[i].lemma.lower() for i in range(sentence.first, sentence.last)}
    return bool(words & (lexicon.words["courts"] | {"convict", "prison", "convicted", "trial", "absentia"})) or (
        lemma == "condemn" and bool(below & _TERMS | below & {"death"})
    )


def _acted_on(tree: Tree, verb: int) -> tuple[int, ...]:
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass", "nsubj")
    if token.dep in ("acl", "relcl"):  # in a headline the news, elsewhere a description
        return (token.head,) if tree.page.page.sentences[token.sentence].headline else ()
    if own:
        return own
    one = subject(tree, verb)
    return (one,) if one is not None else ()


def _near(tree: Tree, index: int) -> set[str]:
    sentence = tree.tokens[index].sentence
    return {t.text.lower() for t in tree.tokens[index + 1 : index + 6] if t.sentence == sentence}


def _leads(tree: Tree, verb: int, nouns: tuple[str, ...]) -> bool:
    return any(tree.tokens[n].lemma in nouns for n in after(tree, verb, "to", "on", "behind", "in", "into"))


def _sentenced(tree: Tree, index: int) -> tuple[int, ...]:
    """Return who gets a sentence: "was given life", "received 20 years", "handed down sentences to ten people"."""
    if tree.tokens[index].lemma not in ("give", "hand", "receive", "get", "impose", "pass", "award", "serve"):
        return ()
    objects = [n for n in children(tree, index, "dobj", "oprd", "attr") if tree.tokens[n].lemma in _TERMS]
    if not objects or not _is_penal(tree, objects[0]):
        return ()
    if is_passive(tree, index):
        return children(tree, index, "nsubjpass")
    if tree.tokens[index].lemma in ("receive", "get"):
        return children(tree, index, "nsubj")
    return (*children(tree, index, "dative"), *after(tree, index, "to", "on"), *after(tree, objects[0], "to", "on"))


def _is_penal(tree: Tree, noun: int) -> bool:
    """Tell whether a term is a punishment ("a life sentence", "20 years in prison", "the death penalty")."""
    if tree.tokens[noun].lemma in ("sentence", "imprisonment", "penalty"):
        return True
    below = {tree.tokens[i].lemma for i in descend(tree, noun)}
    return (
        bool(below & {"prison", "jail", "sentence", "bar", "imprisonment", "detention"})
        or tree.tokens[noun].lemma == "life"
    )


def _in_dock(tree: Tree, index: int) -> tuple[int, ...]:
    """Return who stands before a court: pleads, goes on trial, appears before a judge, faces charges."""
    token = tree.tokens[index]
    one = subject(tree, index) if not is_passive(tree, index) else None
    who = (one,) if one is not None else ()
    if token.lemma == "plead" and {"guilty", "innocent"} & _near(tree, index):
        return who
    if token.lemma in ("go", "stand", "face", "be") and (
        any(tree.tokens[n].lemma in ("trial", "dock") for n in after(tree, index, "on", "in"))
        or any(tree.tokens[n].lemma == "trial" for n in children(tree, index, "dobj"))
    ):
        return who
    if token.lemma == "face" and any(
        tree.tokens[n].lemma in ("charge", "count") for n in children(tree, index, "dobj")
    ):
        return who
    if token.lemma == "appear" and any(
        tree.tokens[n].lemma.lower() in ("court", "judge", "tribunal", "magistrate", "dock", "prosecutor")
        for n in after(tree, index, "in", "before", "at")
    ):
        return who
    if token.lemma == "lose" and any(tree.tokens[n].lemma == "appeal" for n in children(tree, index, "dobj")):
        return who
    if key(tree, index) in _OPENINGS and one is not None and tree.tokens[one].lemma in _HEARINGS:
        return after(tree, one, "of", "for", "against")
    return ()


def _ruled(tree: Tree, index: int) -> tuple[int, ...]:
    """Return whose conviction, sentence or appeal is upheld, quashed or rejected."""
    if tree.tokens[index].lemma not in (
        "uphold",
        "overturn",
        "quash",
        "reject",
        "dismiss",
        "confirm",
        "commute",
        "reduce",
    ):
        return ()
    objects = children(tree, index, "nsubjpass") if is_passive(tree, index) else children(tree, index, "dobj")
    rulings = [n for n in objects if tree.tokens[n].lemma in _RULINGS]
    return tuple(
        n for r in rulings for n in (*after(tree, r, "of", "against", "by", "for"), *children(tree, r, "poss"))
    )


def _trial(
    tree: Tree, sentence: Sentence, anchor: int, tried: list[int], heard: Voices, lexicon: Lexicon, *, tie: bool
) -> Frame:
    holder = holder_of(tree, anchor, heard)
    role = "killed" if tree.tokens[anchor].lemma in _DEADLY else "tried"
    readings = []
    for head in tried:
        one, _ = subject_of(tree, head, role, anchor, sentence, lexicon)  # type: ignore[arg-type]
        if one is not None:
            readings.append(Reading("subjects", one, one.span, holder))
    acted = [] if agent_of(tree, anchor) in tried else authority(tree, anchor, holder, heard, lexicon)
    readings += acted or _court(tree, anchor, holder, lexicon)
    pronoun = all(is_pronoun(tree, head) for head in tried)
    back = all(points_back(tree, head, lexicon) for head in tried)
    founds = (not pronoun and (tie or not back)) or any(r.field == "authority" for r in readings)
    return frame(tree, sentence, "trial", anchor, heard, holder, readings, lexicon, definite=back, founds=founds)


def _court(tree: Tree, anchor: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the court at, in, by or before which it happened."""
    for noun in after(tree, anchor, "at", "in", "by", "before"):
        if tree.tokens[noun].lemma.lower() in lexicon.words["courts"]:
            span = phrase(tree, noun)
            who = Actor(span.of(tree.text), None, span.of(tree.text), "state_force", span)
            return [Reading("authority", who, span, holder)]
    return []
