"""What arrests, trials, designations and plots share: who acts, the tie to political violence, the frame.

An act of justice counts only with such a tie: in its sentence, or in what the document is about where the words do not
tell of ordinary crime or of peaceful protest.
"""

import re
from collections.abc import Sequence

from tocsin.extract.grammar.parts import actor, is_force
from tocsin.extract.grammar.tree import Tree, by_agent, climb, descend, phrase
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.scene import date_of, place_of
from tocsin.extract.slots.subjects import is_name, is_pronoun
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind, Factuality, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind

_TIE = re.compile(
    r"(?i)\b(?:terror\w*|militan\w+|insurg\w+|jihad\w*|extremis\w+|bomb\w*|attack\w*|explosi\w+|rebel\w*|separatis\w+|"
    r"assassinat\w+|suicide|massacre\w*|war crimes?|crimes? against humanity|"
    r"genocide|plot\w*|hostage\w*|guerr?ill?a\w*|"
    r"islamist\w*|paramilitar\w*|neo-nazi\w*|white supremac\w+|"
    r"militia\w*|radicali[sz]\w*|gunm[ae]n|hate crimes?|hijack\w*|"
    r"armed group|"
    r"treason|sedition|coup|mutiny|insurrection|warlord\w*)\b"
)
_MURDER = re.compile(r"(?i)\b(?:murder\w*|kill\w*|shooting\w*|stabb\w+|kidnap\w*|abduct\w*|arson|shot|blast\w*)\b")
_ORDINARY = re.compile(
    r"(?i)\b(?:drugs?|narcotics?|cocaine|heroin|cannabis|robber\w*|burglar\w*|theft|stole\w*|steal\w*|"
    r"fraud|corrupt\w*|brib\w+|"
    r"embezzl\w+|traffick\w+|smuggl\w+|curfew|loot\w*|immigration|drunk\w*|rape\w*|money launder\w*|"
    r"tax|illegal migrants?|"
    r"poach\w*|animals?)\b"
)
_PROTEST = re.compile(
    r"(?i)\b(?:protest\w*|demonstrat\w*|rall(?:y|ies)|march(?:es|ers)|dissidents?|activists?|"
    r"journalists?|bloggers?|strikers?|"
    r"opposition (?:leader|politician|figure|member|supporter|part)\w*|peaceful\w*|unrest)\b"
)
_STRONG = re.compile(
    r"(?i)\b(?:terror\w*|bomb\w*|militan\w+|jihad\w*|insurg\w+|extremis\w+|islamist\w*|neo-nazi\w*|white supremac\w+|"
    r"separatis\w+|guerr?ill?a\w*|hate crimes?|war crimes?|suicide|assassinat\w+|hostage\w*)\b"
)


def tied(tree: Tree, sentence: Sentence) -> bool:
    """Tell whether a sentence ties an act of justice to political violence by its words or by a group that it names."""
    words = sentence.span.of(tree.text)
    if any(a.kind == "armed_group" and sentence.span.holds(a.span) for a in tree.page.actors):
        return True
    if _ORDINARY.search(words) is not None or _PROTEST.search(words) is not None:
        return _STRONG.search(words) is not None
    return _TIE.search(words) is not None


def at_home(tree: Tree, sentence: Sentence) -> bool:
    """Tell whether the document is about political violence, and the sentence not about something else."""
    words = sentence.span.of(tree.text)
    if _ORDINARY.search(words) is not None or _PROTEST.search(words) is not None:
        return False
    groups = any(a.kind == "armed_group" for a in tree.page.actors)
    cues = {c.span.of(tree.text).lower() for c in tree.page.page.cues if c.kind == "political"}
    return groups or len(cues) >= (1 if _MURDER.search(words) else 3)


def authority(tree: Tree, verb: int, holder: Holder, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    """Return who acts: police, army, court, government; "they" are those who report it."""
    doer = agent_of(tree, verb) if tree.tokens[verb].pos in ("VERB", "AUX") else by_agent(tree, verb)
    if doer is None:
        return []
    if is_pronoun(tree, doer):
        return _reporting(tree, verb, heard)
    office = _office(tree, doer, lexicon)
    if office is not None:
        return [
            Reading(
                "authority",
                Actor(office.of(tree.text), None, office.of(tree.text), "state_force", office),
                office,
                holder,
            )
        ]
    found = actor(tree, doer)
    lemma = tree.tokens[doer].lemma.lower()
    dealer = lemma in lexicon.words["dealers"] or lemma in lexicon.words["courts"] or is_force(tree, doer)
    state = found is not None and found.kind in ("state_force", "government")
    if not dealer and not state and tree.label_at.get(doer) != "GPE":
        return []
    span = phrase(tree, doer)
    if found is not None and found.kind == "armed_group":
        return []
    who = (
        found
        if found is not None and state
        else Actor(span.of(tree.text), None, span.of(tree.text), _kind(lemma), span)
    )
    return [Reading("authority", who, who.span, holder)]


def _office(tree: Tree, doer: int, lexicon: Lexicon) -> Span | None:
    """Return the office before a name that acts ("District Judge X sentenced")."""
    if not is_name(tree, doer):
        return None
    for child in sorted((c for c in tree.below[doer] if c < doer), reverse=True):
        if tree.tokens[child].lemma.lower() in lexicon.words["courts"] | lexicon.words["dealers"]:
            first = min(i for c in tree.below[doer] if c <= child for i in descend(tree, c) if i <= child)
            return Span(tree.tokens[first].span.start, tree.tokens[child].span.end)
    return None


def _kind(lemma: str) -> ActorKind:
    return "government" if lemma in ("government", "ministry", "minister", "president") else "state_force"


def _reporting(tree: Tree, verb: int, heard: Voices) -> list[Reading]:
    """Return the authority that says that it did it itself ("police said they had arrested")."""
    for above in climb(tree, verb):
        said = heard.by_verb.get(above)
        if said is not None and said.kind in ("authority", "government") and said.span is not None and said.text:
            who = Actor(said.text, said.actor_id, said.text, "state_force", said.span)
            return [Reading("authority", who, said.span, said)]
    return []


def rivals(tree: Tree, sentence: Sentence, anchor: int, lexicon: Lexicon) -> list[int]:
    """Return the words of the sentence that tell of violence, whose dates and places are not those of justice."""
    return [
        token.index
        for token in tree.tokens[sentence.first : sentence.last]
        if token.index != anchor
        and token.lemma not in lexicon.words["operation_nouns"]
        and (
            (token.pos == "NOUN" and (token.lemma in lexicon.attack_nouns or token.lemma in lexicon.harm_nouns))
            or (token.pos == "VERB" and (token.lemma in lexicon.attack_verbs or token.lemma in lexicon.harm["killed"]))
        )
    ]


def frame(
    tree: Tree,
    sentence: Sentence,
    kind: EventKind,
    anchor: int,
    heard: Voices,
    holder: Holder,
    readings: Sequence[Reading],
    lexicon: Lexicon,
    *,
    definite: bool = False,
    factuality: Factuality = "CT+",
    founds: bool = True,
) -> Frame:
    """Return a frame with its date and place; one that does not found an event only adds to another's telling."""
    others = rivals(tree, sentence, anchor, lexicon) if kind != "plot" else []
    told = list(readings)
    when = date_of(tree, sentence, anchor, others, heard)
    if when is not None:
        told.append(Reading("date", when[0], when[1], holder))
    where = None if kind == "designation" else place_of(tree, sentence, anchor, others, heard)
    if where is not None and not any(r.field == "place" for r in told):
        told.append(Reading("place", where[0], where[1], holder))
    spans = [tree.tokens[anchor].span, *(r.span for r in told if sentence.span.holds(r.span))]
    return Frame(
        kind=kind,
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality=factuality,
        headline=sentence.headline,
        definite=definite,
        founds=founds,
        readings=tuple(told),
    )
