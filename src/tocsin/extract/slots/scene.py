"""When and where a frame happened, among the dates and places of its sentence.

A date or place belongs to the event whose word is nearest to it in the sentence's tree. The date of a statement ("said
on Friday") and the seat of a speaker ("police in Maiduguri said") are not the event's.
"""

import re
from calendar import day_name
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, children, climb, descend, distance
from tocsin.extract.slots.offsets import by_offset
from tocsin.extract.slots.seats import is_beyond, is_scene, is_seat
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Dated, Located, Sentence
from tocsin.model.text import Span
from tocsin.model.values import Place, When

_RANK = {
    "exact": 0,
    "settlement": 1,
    "near": 1,
    "admin2": 2,
    "linear": 3,
    "admin1": 3,
    "sea": 4,
    "region": 4,
    "country": 5,
}
_TOWNS = frozenset({"exact", "settlement", "near", "admin2"})
# How well a date is settled, how near it is, where it starts.
Ranked = tuple[int, int, int, When]
_HERE = "here"
_WEEKDAYS = tuple(day.lower() for day in day_name)
_CALENDAR = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_CLAUSE = re.compile(r"(?i)\b(?:when|(?:in|on|during) which)\b")


def token_in(tree: Tree, sentence: Sentence, span: Span) -> int | None:
    """Return the token of a sentence that heads a span: the one whose governor lies outside."""
    inside = [token for token in tree.tokens[sentence.first : sentence.last] if span.meets(token.span)]
    for token in inside:
        if not span.meets(tree.tokens[token.head].span) or token.head == token.index:
            return token.index
    return inside[0].index if inside else None


def date_of(
    tree: Tree, sentence: Sentence, anchor: int, rivals: Sequence[int], heard: Voices, lexicon: Lexicon
) -> tuple[When, Span] | None:
    """Return the date of the event that `anchor` tells, where `rivals` tell others in the same sentence."""
    counted = by_offset(tree, sentence, anchor)
    if counted is not None:
        return counted
    rivals = [rival for rival in rivals if not _within(tree, anchor, rival)]
    found = []
    for dated in tree.page.dates:
        if not _is_date(dated) or not sentence.span.holds(dated.when.span) or _is_ahead(tree, dated):
            continue
        at = token_in(tree, sentence, dated.when.span)
        if at is None or _is_of_statement(tree, at, anchor, heard, lexicon) or _is_of_answer(tree, at, anchor, lexicon):
            continue
        if _is_aside(tree, at, anchor, rivals) or _is_of_matrix(tree, at, anchor, lexicon):
            continue
        if _is_spelled_out(tree, dated):
            continue
        near = distance(tree, at, anchor)
        if all(near <= distance(tree, at, rival) for rival in rivals):
            settled = 0 if dated.when.start is not None else 1
            found.append((settled, near, dated.when.span.start, dated.when))
    if not found:
        return None
    when = _as_day(tree, sentence, min(_behind(tree, anchor, found), key=lambda item: item[:3])[3])
    return when, when.span


def _is_spelled_out(tree: Tree, dated: Dated) -> bool:
    """Tell whether the day of the calendar stands right behind a weekday ("a busy Saturday on 15 August 1998")."""
    words = dated.when.text.lower()
    if not any(day in words for day in _WEEKDAYS) or any(c.isdigit() for c in words):
        return False
    for other in tree.page.dates:
        between = tree.text[dated.when.span.end : other.when.span.start]
        if other.when.span.start > dated.when.span.end and between.strip(" ,") in ("", "on", "the", "on the"):
            return _CALENDAR.fullmatch(other.timex) is not None and any(c.isdigit() for c in other.when.text)
    return False


def _as_day(tree: Tree, sentence: Sentence, when: When) -> When:
    """Return, for an hour, the words of its sentence that give its day, where there are any ("dawn on Tuesday")."""
    dates = [dated for dated in tree.page.dates if sentence.span.holds(dated.when.span)]
    if not any("T" in dated.timex and dated.when == when for dated in dates):
        return when
    return next((one.when for one in dates if "T" not in one.timex and one.when.start == when.start), when)


def _behind(tree: Tree, anchor: int, found: list[Ranked]) -> list[Ranked]:
    """Return the dates behind a noun where others stand before it: those are the verb's ("jailed Monday for the …")."""
    here = tree.tokens[anchor]
    later = [item for item in found if item[2] > here.span.end and item[0] == 0]
    return later if here.pos in ("NOUN", "PROPN") and later else found


def _is_aside(tree: Tree, at: int, anchor: int, rivals: Sequence[int]) -> bool:
    """Tell whether a clause about something else holds the token ("weeks after gunmen seized X, four were charged")."""
    for above in climb(tree, at):
        if above == anchor:
            return False
        if tree.tokens[above].dep in ("advcl", "relcl", "acl"):
            inside = set(descend(tree, above))
            if anchor not in inside and any(rival in inside for rival in rivals):
                return True
    return False


def _is_of_matrix(tree: Tree, at: int, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether a day is of a verb above the clause of the act ("sought on Monday those who had shot the mayor")."""
    verb = next((above for above in climb(tree, at) if above == anchor or tree.tokens[above].pos == "VERB"), anchor)
    if verb == anchor or at > anchor or _is_happening(tree.tokens[verb].lemma, lexicon):
        return False
    trail = [anchor, *climb(tree, anchor)]
    inside = trail[: trail.index(verb)] if verb in trail else []
    told = _DAY_CLAUSE.search(tree.text, tree.tokens[at].span.end, tree.tokens[anchor].span.start) is not None
    return not told and any(tree.tokens[i].dep in ("relcl", "pcomp", "acl") for i in inside)


def _is_happening(lemma: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells an act, or that something takes place."""
    violent = lemma in lexicon.attack_verbs or any(lemma in words for words in lexicon.harm.values())
    return violent or lemma in lexicon.words["day_happenings"]


def _within(tree: Tree, anchor: int, rival: int) -> bool:
    """Tell whether another act is only the occasion of this one ("detained several during an operation targeting")."""
    return any(
        rival in set(descend(tree, prep))
        for prep in tree.below[anchor]
        if tree.tokens[prep].dep == "prep" and tree.tokens[prep].lemma in ("during", "amid")
    )


def _is_ahead(tree: Tree, dated: Dated) -> bool:
    """Tell whether a date lies after publication: what is told as having happened has no such date."""
    published = tree.page.page.document.published
    return published is not None and dated.when.start is not None and dated.when.start > published


def _is_date(dated: Dated) -> bool:
    """Tell whether an expression can date an event: no duration, no "now", no hour of a day that nobody told."""
    vague = ("", "PRESENT_REF", "PAST_REF", "FUTURE_REF")
    if dated.when.start is None and dated.timex[:4].isdigit():
        return False
    return not dated.timex.startswith(("P", "XXXX-XX-XXT")) and dated.timex not in vague


def _is_of_statement(tree: Tree, at: int, anchor: int, heard: Voices, lexicon: Lexicon) -> bool:
    """Tell whether the first verb above a date is a reporting verb that the event stands under."""
    if _is_of_speech(tree, at, heard, lexicon):
        return True
    for above in climb(tree, at):
        if above == anchor:
            return False
        if tree.tokens[above].pos in ("VERB", "AUX"):
            if at < anchor and _is_in_blame(tree, anchor, above, lexicon):
                return True
            lemma = tree.tokens[above].lemma
            saying = above in heard.by_verb or lemma in lexicon.words["day_sayings"]
            own = _closes_clause(tree, at, anchor, above) or _is_of_what_is_said(tree, at, anchor, above)
            return (saying and not own) or lemma in lexicon.words["day_speakings"]
    return False


def _is_in_blame(tree: Tree, anchor: int, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether an act stands in words of blame under a verb or its own ("met on Friday, blaming X for it")."""
    trail = [above for above in climb(tree, anchor) if above != anchor]
    inside = trail[: trail.index(verb) + 1] if verb in trail else []
    return any(tree.tokens[above].lemma in lexicon.words["day_blamings"] for above in inside)


def _is_of_answer(tree: Tree, at: int, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether a day is that of what was said or done about an act ("the blast was claimed on Monday")."""
    verb = next((above for above in climb(tree, at) if above == anchor or tree.tokens[above].pos == "VERB"), anchor)
    if verb == anchor or verb < anchor < at or tree.tokens[verb].lemma not in lexicon.words["day_answers"]:
        return False
    return all(tree.tokens[child].lemma not in ("life", "victim") for child in children(tree, verb, "dobj"))


def _is_of_what_is_said(tree: Tree, at: int, anchor: int, verb: int) -> bool:
    """Tell whether words behind an act are its own, where it is what a verb of saying tells of.

    "Confirmed today the capture of a man in X on Monday": the parser hangs them on the verb. A day is the act's only
    where one before the act is the saying's.
    """
    if not (anchor < at and tree.tokens[anchor].dep == "dobj" and tree.tokens[anchor].head == verb):
        return False
    days = [one.when.span for one in tree.page.dates]
    if not any(day.meets(tree.tokens[at].span) for day in days):
        return True
    sentence = tree.page.page.sentences[tree.tokens[at].sentence].span
    return any(sentence.holds(day) and day.end <= tree.tokens[anchor].span.start for day in days)


def _is_of_speech(tree: Tree, at: int, heard: Voices, lexicon: Lexicon) -> bool:
    """Tell whether words are where or when something was said ("announced the arrest at a news conference in X")."""
    for above in climb(tree, at):
        if above in heard.by_verb:
            return False
        if lexicon.has("speech_occasions", tree.tokens[above].lemma):
            return any(verb in heard.by_verb for verb in climb(tree, above))
    return False


def _closes_clause(tree: Tree, at: int, anchor: int, verb: int) -> bool:
    """Tell whether words between an act and who says so are the act's ("… killed five, on Monday, police said")."""
    doer = next(iter(children(tree, verb, "nsubj")), verb)
    first = min(descend(tree, doer))
    return (
        anchor < at < first
        and tree.tokens[first - 1].text == ","
        and tree.tokens[anchor].sentence == tree.tokens[at].sentence
    )


def place_of(
    tree: Tree,
    sentence: Sentence,
    anchor: int,
    rivals: Sequence[int],
    heard: Voices,
    lexicon: Lexicon,
    barred: Iterable[Span] = (),
) -> tuple[Place, Span] | None:
    """Return the most precise place of the event that `anchor` tells, with the words that say so."""
    shut = [*barred, *_speakers(tree, sentence, heard)]
    rivals = [rival for rival in rivals if not _within(tree, anchor, rival)]
    found = []
    for located in (*tree.page.places, *_here(tree, sentence)):
        if located.place is None or not sentence.span.holds(located.span):
            continue
        at = token_in(tree, sentence, located.span)
        if at is None or any(span.meets(located.span) for span in shut) or is_beyond(tree, at):
            continue
        near = distance(tree, at, anchor)
        if (
            any(near > distance(tree, at, rival) for rival in rivals)
            or is_seat(tree, at, lexicon)
            or _is_aside(tree, at, anchor, rivals)
            or _is_of_statement(tree, at, anchor, heard, lexicon)
        ):
            continue
        modifies = located.place.precision == "country" and tree.tokens[at].dep in ("compound", "amod", "nmod", "poss")
        scene = (is_scene(tree, at, anchor, lexicon) and not modifies) or tree.tokens[at].text == _HERE
        if located.place.precision == "country" and not scene:
            continue
        found.append(((not scene, _RANK[located.place.precision], near, located.span.start), located))
    if not found:
        return None
    best = min(found, key=lambda item: item[0])[1]
    assert best.place is not None
    return _as_written(best.place), _with_preposition(tree, sentence, best)


def _here(tree: Tree, sentence: Sentence) -> list[Located]:
    """Return the dateline's town where the sentence says "here" in the author's own words."""
    line, text = tree.page.page.dateline, tree.text
    towns = [item.place for item in tree.page.places if line is not None and line.holds(item.span)]
    town = next((place for place in towns if place is not None and place.precision == "settlement"), None)
    return [
        Located(token.span, replace(town, text=_HERE, span=token.span), ())
        for token in tree.tokens[sentence.first : sentence.last]
        if town is not None and token.text == _HERE and not _in_quotes(text[sentence.span.start : token.span.start])
    ]


def _in_quotes(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _as_written(place: Place) -> Place:
    """Name a town as the report does; provinces and countries keep their common English name."""
    if place.text == _HERE or (place.precision != "settlement" and place.text.split(",")[0] in place.name):
        return place
    return replace(place, name=" ".join(place.text.split())) if place.precision in _TOWNS else place


def _speakers(tree: Tree, sentence: Sentence, heard: Voices) -> list[Span]:
    """Return what the speakers of a sentence cover, seats and homes included."""
    spans = []
    for verb, holder in heard.by_verb.items():
        if holder.span is not None and sentence.first <= verb < sentence.last and sentence.span.holds(holder.span):
            at = token_in(tree, sentence, holder.span)
            if at is not None:
                said = set(descend(tree, verb)) if at not in descend(tree, verb) else set()
                below = [tree.tokens[index].span for index in descend(tree, at) if index not in said]
                spans.append(Span(min(s.start for s in below), max(s.end for s in below)))
    source = heard.by_sentence.get(sentence.index)
    if source is not None and source.span is not None:
        spans.append(source.span)
    return spans


def _with_preposition(tree: Tree, sentence: Sentence, located: Located) -> Span:
    at = token_in(tree, sentence, located.span)
    if at is not None and at > sentence.first:
        before = tree.tokens[at - 1]
        if before.pos == "ADP" and located.span.start - before.span.end <= 1:
            return Span(before.span.start, located.span.end)
    return located.span
