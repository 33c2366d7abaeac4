"""What follows an attack: arrests, trials and operations, by words that say so or by what a trial is always about."""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.events.telling import Told, before, doers, later, one_country, sentences, touching, within
from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Link
from tocsin.model.text import Span

_ACTS = frozenset({"attack", "plot"})
_REACH = 110
_PERSON = re.compile(
    r"(?i)^(?:he|she|they|the (?:\w+ )?(?:suspects?|men|man|woman|pair|two|three|youth|detainees?|accused))\b"
)
_CULPRIT = re.compile(
    r"(?i)\b(?:suspect\w*|alleged\w*|attackers?|gunm[ae]n|shooters?|bombers?|killers?|masterminds?|perpetrators?|hijackers?|"
    r"assailants?|accomplices?|culprits?|those behind|those responsible|wanted)\b"
)
_CHARGE = re.compile(r"(?i)\b(?:for|over|of|with|in connection with|after) (?:\S+ ){1,8}?\S+")
_COUNTS = re.compile(
    r"(?i)\b(?:murder\w*|kill\w*|attack\w*|bomb\w*|shoot\w*|shot|terror\w*|kidnap\w*|massacre|assassinat\w*|plot\w*|"
    r"driving|explosi\w+|manslaughter|deaths?|conspir\w+|weapons?|firearms?)\b"
)


def follows(tree: Tree, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "arrested over the attack"; a trial or a culprit's arrest without such words is of the one act."""
    acts = [other for other in others if other.event.kind in _ACTS and not later(other, one)]
    if not acts:
        return
    found = next((links for s in _of(tree, one) if (links := _stated(tree, s, one, acts, lexicon))), [])
    yield from found or _understood(tree, one, acts)


def _of(tree: Tree, one: Told) -> list[Sentence]:
    """Return the sentences that tell an event, and those after them that go on about its people."""
    whole = tree.page.page.sentences
    mine = sentences(tree, one)
    if one.event.kind == "operation":
        return mine
    after = [whole[s.index + 1] for s in mine if s.index + 1 < len(whole)]
    return [*mine, *(s for s in after if s not in mine and _PERSON.match(s.span.of(tree.text)))]


def _stated(tree: Tree, sentence: Sentence, one: Told, acts: Sequence[Told], lexicon: Lexicon) -> list[Link]:
    for cue in lexicon.ties.events["follows"].finditer(tree.text, sentence.span.start, sentence.span.end):
        span = Span(*cue.span())
        if one.event.kind == "operation" and cue[0][:4].lower() == "for ":
            continue
        reach = Span(span.start, min(sentence.span.end, span.end + _REACH))
        told = within(acts, reach) or before(acts, span.start)
        if told:
            return [Link("follows", o.event.id, span.of(tree.text), span) for o in _wave(one, told, acts)]
    return []


def _understood(tree: Tree, one: Told, acts: Sequence[Told]) -> list[Link]:
    """Return the tie of a trial, or of the arrest of a culprit, to the one act or wave that the text can mean."""
    if one.event.kind == "operation" or not (one.event.kind == "trial" or _one_wave(acts)):
        return []
    lead = [o for o in acts if o.event.main][:1] or acts[:1]
    for sentence in _of(tree, one):
        words = sentence.span.of(tree.text)
        cue = _CHARGE.search(words) if one.event.kind == "trial" else _CULPRIT.search(words)
        if cue is None or (one.event.kind == "trial" and not _COUNTS.search(words)):
            continue
        span = Span(sentence.span.start + cue.start(), sentence.span.start + cue.end())
        return [Link("follows", o.event.id, span.of(tree.text), span) for o in _wave(one, lead, acts)]
    return []


def _wave(one: Told, told: Sequence[Told], acts: Sequence[Told]) -> list[Told]:
    """Return the acts of one wave for a trial, which is of all of them; for an arrest those that are told."""
    if one.event.kind != "trial" or len(told) != 1:
        return list(told)
    return [*told, *(o for o in acts if o is not told[0] and _one_wave([told[0], o]))]


def _one_wave(acts: Sequence[Told]) -> bool:
    """Tell whether acts are one, or near each other in time and of nobody apart."""
    first = acts[0].event
    return all(
        o.event.main == first.main
        and first.date is not None
        and touching(o.event.date, first.date)
        and one_country(o.event, first)
        and (not doers(o.event) or not doers(first) or bool(doers(o.event) & doers(first)))
        for o in acts[1:]
    )
