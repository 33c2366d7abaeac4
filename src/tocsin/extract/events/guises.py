"""What is told like violence and is none: played, practised, remembered, an accident, a natural death, a beast's work.

Each guise is known by what the document says of its occasion, and is laid aside where the event shows that it is real:
by a day on which it was done, by those who claim it or are accused of it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.extract.grammar.tree import Tree, climb, conjuncts, key
from tocsin.extract.slots.scene import token_in
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.knowledge.wording import small
from tocsin.model.page import Sentence
from tocsin.model.record import Event
from tocsin.model.text import Span
from tocsin.model.values import Count

_VIOLENT = frozenset({"attack", "operation"})
_COUNTS = ("killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
_PARTIES = ("armed_group", "state_force", "government", "organisation")
_BLAME = frozenset({"claims", "accused", "suspected", "confirmed"})
_WORKS, _STAGED, _WIRES = 3, 2, 2  # words of a work, of a rehearsal, of computers, from which a text is about one
_CAUSES = 2  # words of an accident by which arms are told to have gone off of themselves
_ASIDE = re.compile(r"(?i)\b(?:like|as if by|as though by|(?:years|decades|months) of)(?: an?)? ?(?:\w+ )?$")
_DAYS = frozenset({"day", "week", "unknown"})  # a weekday is unknown where nothing tells of which week
_FAR = re.compile(r"(?i)\b(?:that|before|ago|last|previous|later|years?|months?)\b")
_OPENING = 3  # paragraphs, the title among them


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a document's words say it is about: words of each guise, in the whole and in its opening."""

    hollow: bool
    works: bool
    played: bool
    practised: bool
    wired: bool
    leftover: bool
    remembered: bool
    mishaps: int
    withdrawn: frozenset[str]  # events
    live: bool


def occasion(tree: Tree, events: Iterable[Event], lexicon: Lexicon) -> Occasion:
    """Return what a document is about besides violence; nothing is played where violence is told with its day."""
    mains = [event for event in events if event.main and event.kind in _VIOLENT]
    groups = any(actor.kind == "armed_group" for actor in tree.page.actors)
    real = any(event.kind in _VIOLENT and is_of_a_day(tree, event, lexicon) for event in events)
    opening = _words(tree, _opening(tree))
    title = _words(tree, [s for s in tree.page.page.sentences if s.headline])
    works, staged = (found(lexicon, cue, tree.text) for cue in ("work", "practised"))
    return Occasion(
        hollow=not groups and all(_is_hollow(tree, event, lexicon) for event in mains),
        works=bool(works),
        played=not real and len(works) >= _WORKS and bool(found(lexicon, "work", opening)),
        practised=len(staged) >= _STAGED or bool(staged and found(lexicon, "rehearsal", tree.text)),
        wired=len(found(lexicon, "cyber", opening)) >= _WIRES,
        leftover=bool(found(lexicon, "leftover", title)),
        remembered=is_remembrance(tree, lexicon),
        mishaps=len(found(lexicon, "mishap", tree.text)),
        withdrawn=_withdrawn(tree, events, lexicon),
        live=bool(found(lexicon, "live", tree.text)),
    )


def is_remembrance(tree: Tree, lexicon: Lexicon) -> bool:
    """Tell whether a document's title or opening says that it remembers something of long ago."""
    title = _words(tree, [s for s in tree.page.page.sentences if s.headline])
    long_ago = found(lexicon, "long_ago", _words(tree, _opening(tree)))
    return bool(long_ago or found(lexicon, "anniversary", title))


def _withdrawn(tree: Tree, events: Iterable[Event], lexicon: Lexicon) -> frozenset[str]:
    """Return the events whose motive, or violence itself, is withdrawn; all, save those told of elsewhere."""
    lines = _withdrawing(tree, lexicon)
    events = [event for event in events if event.main]
    violent = [event for event in events if event.kind in _VIOLENT]
    meant = [one for line in lines if (one := _told_last(tree, violent, line)) is not None]
    apart = {event.id for event in violent if meant and all(_is_elsewhere(event, one) for one in meant)}
    return frozenset(event.id for event in events if lines and event.id not in apart)


def _withdrawing(tree: Tree, lexicon: Lexicon) -> list[int]:
    """Return the sentences that withdraw a motive: in the opening, or after it is held possible."""
    live, lines = -1, []
    for sentence in tree.page.page.sentences:
        words = small(sentence.span.of(tree.text))
        live = sentence.index if lexicon.cues["live"].search(words) else live
        if lexicon.cues["withdrawn"].search(lexicon.cues["live"].without(words)):
            lines.append(sentence.index)
    opening = {s.index for s in _opening(tree)}
    return lines if lines and (lines[-1] in opening or lines[-1] > live) else []


def _told_last(tree: Tree, events: Iterable[Event], line: int) -> Event | None:
    """Return the event that a sentence, or the nearest before it, tells."""
    told = ((max((s.index for s in _telling(tree, one) if s.index <= line), default=-1), one) for one in events)
    at, event = max(told, key=lambda pair: pair[0], default=(-1, None))
    return event if at >= 0 else None


def _is_elsewhere(event: Event, other: Event) -> bool:
    """Tell whether two events have places in different provinces, so that no word on one is meant for both."""
    here, there = event.place, other.place
    if here is None or there is None or None in (here.admin1, there.admin1):
        return False
    return (here.country, here.admin1) != (there.country, there.admin1)


def disguised(tree: Tree, event: Event, about: Occasion, lexicon: Lexicon) -> bool:
    """Tell whether what the document presents as news only looks like violence by somebody."""
    if not event.main:
        return False
    told = _telling(tree, event)
    if about.wired and event.kind in ("attack", "statement"):
        return True
    if event.kind == "plot":
        return about.leftover or _has(told, tree, lexicon, "leftover")
    if event.kind not in _VIOLENT:
        return event.kind == "trial" and (event.id in about.withdrawn or _has(told, tree, lexicon, "kin"))
    if _is_likened(tree, event):
        return True
    empty = _is_nowhere(event) or (about.hollow and _is_hollow(tree, event, lexicon))
    if empty and not _is_seen(tree, event):
        return True
    if about.works and _is_in_present(tree, event):
        return True
    if about.played or (about.practised and not blamed(event)):
        return True
    if event.id in about.withdrawn and all(one.stance != "claims" for one in event.responsibility):
        return True
    return not _by_somebody(event) and (
        about.leftover
        or any(_has(told, tree, lexicon, cue) for cue in ("leftover", "natural_death", "kin", "disaster"))
        or ("armed_assault" in event.attack_types and _has(told, tree, lexicon, "hunting"))
        or _by_beasts(tree, told, lexicon)
        or _is_mishap(tree, event, about, lexicon)
    )


def remembered(tree: Tree, event: Event, about: Occasion, lexicon: Lexicon) -> Event:
    """Return an event as background where it is only remembered: beside words of memory, and done on no day told."""
    if not event.main or event.kind not in _VIOLENT or is_of_a_day(tree, event, lexicon):
        return event
    told = _telling(tree, event)
    titled = any(sentence.headline for sentence in told)
    long_past = not titled and event.date is not None and event.date.precision == "year"
    if long_past or about.remembered or _has(told, tree, lexicon, "anniversary"):
        return replace(event, main=False)
    return event


def blamed(event: Event) -> bool:
    """Tell whether a group, a force or a government claims an event or is said to have done it."""
    cleared = {one.actor.name for one in event.responsibility if one.stance == "cleared" and one.actor is not None}
    return any(
        one.stance in _BLAME and one.actor is not None and one.actor.kind in _PARTIES and one.actor.name not in cleared
        for one in event.responsibility
    )


def found(lexicon: Lexicon, cue: str, words: str) -> set[str]:
    """Return the different words of one kind of cue, lower-case."""
    return lexicon.cues[cue].forms(small(words))


def _opening(tree: Tree) -> list[Sentence]:
    """Return the sentences of the title and the first paragraphs."""
    sentences = tree.page.page.sentences
    first = list(dict.fromkeys(s.paragraph for s in sentences))[:_OPENING]
    return [s for s in sentences if s.paragraph in first]


def _words(tree: Tree, sentences: Iterable[Sentence]) -> str:
    return " ".join(s.span.of(tree.text) for s in sentences)


def _telling(tree: Tree, event: Event) -> list[Sentence]:
    """Return the sentences that tell what an event is."""
    return [s for s in tree.page.page.sentences if any(s.span.meets(span) for span in _kinds(event))]


def _has(told: Iterable[Sentence], tree: Tree, lexicon: Lexicon, cue: str) -> bool:
    return any(lexicon.cues[cue].search(small(s.span.of(tree.text))) is not None for s in told)


def _is_seen(tree: Tree, event: Event) -> bool:
    """Tell whether the trained reader is sure of the words that tell an event."""
    told = _told(tree, event)
    return any(min(tree.chance(i, event.kind), tree.relevant(i)) >= CHANCES.sure for i in told)


def _is_nowhere(event: Event) -> bool:
    """Tell whether an event has no day, no place, no captives and no number of people: news of violence has one."""
    if event.date is not None or event.place is not None or event.subjects:
        return False
    counts = [count for field in _COUNTS if (count := getattr(event, field)) is not None]
    return all(_is_vague(count) for count in counts)


def _is_vague(count: Count) -> bool:
    """Tell whether nobody is counted: no number, nor one that a vague number is added to ("14 and some others")."""
    return count.qualifier == "vague" and not any(part.low == part.high for part in count.parts)


def _is_hollow(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether an event has nobody who does or suffers it and no bomb at a place, or is a bare plural."""
    if event.kind != "attack":
        return False
    people = any((count.high or 1) > 0 for field in _COUNTS if (count := getattr(event, field)) is not None)
    if people or _is_loose(tree, event, lexicon):
        return not people
    if event.perpetrators or event.targets or event.subjects or event.authority or event.responsibility:
        return False
    return not event.weapons or "bombing" not in event.attack_types or event.place is None


def _is_likened(tree: Tree, event: Event) -> bool:
    """Tell whether an attack is only spoken of, as a likeness or a time ("like a bombardment", "years of bombing")."""
    return all(_ASIDE.search(tree.text[max(0, span.start - 24) : span.start]) is not None for span in _kinds(event))


def _is_loose(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether attacks are only spoken of in the plural, with no number harmed and no day ("attacks by rebels")."""
    if any(getattr(event, field) is not None for field in (*_COUNTS, "acts")):
        return False
    deeds = [tree.tokens[i] for i in _told(tree, event) if _is_deed(tree, i, lexicon)]
    plural = all(token.tag == "NNS" and not _counted(tree, token.index) for token in deeds)
    return bool(deeds) and plural and not is_of_a_day(tree, event, lexicon)


def _counted(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[child].dep == "nummod" for child in tree.below[noun])


def _is_in_present(tree: Tree, event: Event) -> bool:
    """Tell whether the body tells a deed in the present, as plots are told."""
    verbs = [tree.tokens[i] for i in _told(tree, event) if tree.tokens[i].pos in ("VERB", "AUX")]
    return any(verb.tag in ("VBZ", "VBP") for verb in verbs) and not any(verb.tag in ("VBD", "VBN") for verb in verbs)


def _told(tree: Tree, event: Event) -> list[int]:
    """Return the tokens of the body that tell what an event is."""
    titles = [s.span for s in tree.page.page.sentences if s.headline]
    spans = [span for span in _kinds(event) if not any(title.holds(span) for title in titles)]
    return [token.index for token in tree.tokens if any(span.meets(token.span) for span in spans)]


def _kinds(event: Event) -> list[Span]:
    return [one.span for one in event.assertions if one.field == "/kind"]


def is_of_a_day(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether a day is given for the deed itself, and not for a showing or a ceremony told beside it."""
    days = [one for one in event.assertions if one.field == "/date" and one.value["precision"] in _DAYS]
    return any(_FAR.search(one.quote) is None and _is_of_deed(tree, event, one.span, lexicon) for one in days)


def _is_of_deed(tree: Tree, event: Event, day: Span, lexicon: Lexicon) -> bool:
    """Tell whether a word of violence stands above a day up to the nearest verb, or is joined to that verb."""
    sentence = next((s for s in tree.page.page.sentences if s.span.holds(day)), None)
    at = token_in(tree, sentence, day) if sentence is not None else None
    for above in climb(tree, at) if at is not None else ():
        if _is_deed(tree, above, lexicon):
            return True
        if tree.tokens[above].pos in ("VERB", "AUX"):
            joined = conjuncts(tree, above)
            return any(tree.tokens[i].span.meets(span) for i in joined for span in _kinds(event))
    return False


def _is_deed(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    words = {tree.tokens[index].lemma, key(tree, index)}
    harm = frozenset().union(*lexicon.harm.values())
    return bool(words & (set(lexicon.attack_verbs) | set(lexicon.attack_nouns) | harm | set(lexicon.harm_nouns)))


def _by_somebody(event: Event) -> bool:
    """Tell whether an event has doers who are people with arms, or is claimed or laid at somebody's door."""
    return bool(event.suicide) or blamed(event) or any(one.kind != "state_force" for one in event.perpetrators)


def _by_beasts(tree: Tree, told: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Tell whether animals, or a herd of them, do what a sentence tells."""
    return any(
        token.lemma in lexicon.words["animals"] and token.text.islower() and _acts(tree, token.index)
        for s in told
        for token in tree.tokens[s.first : s.last]
    )


def _acts(tree: Tree, index: int) -> bool:
    """Tell whether a noun is a subject or a "by" noun, alone or after "of"."""
    token, above = tree.tokens[index], tree.tokens[tree.tokens[index].head]
    if token.dep == "pobj" and above.lemma == "of":
        return _acts(tree, above.head)
    return token.dep == "nsubj" or (token.dep == "pobj" and above.lemma == "by")


def _is_mishap(tree: Tree, event: Event, about: Occasion, lexicon: Lexicon) -> bool:
    """Tell whether a blast, a fire or a death without doers is told among words of accident, and no bomb is."""
    told = [*_telling(tree, event), *(s for s in tree.page.page.sentences if s.headline)]
    if any(_has([s], tree, lexicon, "caused") and _has([s], tree, lexicon, "mishap") for s in told):
        return True
    unclaimed = any(one.stance == "no_claim" for one in event.responsibility)
    if about.live or not about.mishaps or unclaimed or (event.weapons and about.mishaps < _CAUSES):
        return False
    deliberate = {*lexicon.attack_verbs, *lexicon.attack_nouns} - lexicon.words["accidental"]
    words = {key(tree, t.index) for t in tree.tokens if any(span.meets(t.span) for span in _kinds(event))}
    return not words & deliberate
