"""Whether words sum up many acts ("dozens of attacks", "400 killed since May") and so tell of none."""

import re

from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts
from tocsin.extract.violence.acts import Act, agents
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_SINCE = re.compile(
    r"(?i)\b(?:since (?:the |last |early |late |mid|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|(?:19|20)\d\d|it began|then)|so far (?:this|in)|each year|every year|"
    r"(?:this|last) (?:week|month|year) alone|in recent (?:weeks|months|years)|over the past|"
    r"in the past (?:\w+ )?(?:weeks?|months?|years?|decade)|a year ago when|"
    r"(?:in|within|over) (?:a|[\w-]+) (?:months|years?|decades?)\b|during the (?:war|conflict|insurgency))"
)
_HABIT = re.compile(
    r"(?i)\b(?:on (?:several|many|numerous) occasions|"
    r"(?:has|have) (?:\w+ )?(?:carried out|staged|launched|mounted|claimed|been blamed for) (?:\w+ ){0,2}"
    r"(?:attacks|bombings|raids|kidnappings|killings|ambushes|assaults|strikes))\b"
)
_STRETCH = re.compile(
    r"(?i)\b(?:in the (?:\w+ )?(?:week|month|year)s? to\b|(?:during|over|within) the (?:past|last) (?:[\w-]+ )?"
    r"(?:days|weeks|months|years|decades?)|between (?:\w+ )?(?:19|20)\d\d and|in (?:different|various) (?:\w+ )?"
    r"(?:operations|attacks|incidents|clashes))"
)
_RECORD = re.compile(
    r"(?i)\b(?:(?:dead|blood|bigg|large|heavi|fierc|grav|great|high)\w*est|worst|first|second|third|latest|most \w+|"
    r"only) (?:[\w-]+ ){0,4}?(?:since|in (?:years|months|decades)|so far|this year)"
)
_DAY = "day"
_CROWD = 50
_HUNDRED = 100


def is_total(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether the words of an act sum up many acts."""
    if _spans_time(tree, sentence, act) or _is_ongoing(tree, act) or _is_of_old(tree, act, lexicon):
        return True
    if any(found.search(tree.text, *sentence.span) for found in (_HABIT, _STRETCH)):
        return True
    if any(tree.tokens[head].lemma in lexicon.words["campaigns"] for head in agents(tree, act, lexicon)):
        return True
    if _is_of_a_year(tree, sentence, act, lexicon):
        return True
    return _is_all_many(tree, act, lexicon) and not _is_wave(tree, sentence, act)


def without_many(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> Act:
    """Return an act without the words that sum up others beside it ("a town plagued by frequent attacks")."""
    if _is_all_many(tree, act, lexicon) and _is_wave(tree, sentence, act):
        return act
    kept = tuple(i for i in act.strikes if not _is_many(tree, i, lexicon))
    words = tuple(i for i in act.words if i in kept or i not in act.strikes)
    return Act(words, kept, act.harmed)


def _is_all_many(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    many = [i for i in act.strikes if _is_many(tree, i, lexicon) and not (act.harmed and _is_aside(tree, i, act))]
    beside = any(tree.tokens[index].dep == "conj" for index in many)  # "a bombing and other attacks killed 12"
    return bool(many) and (len(many) == len(act.strikes) or (beside and bool(act.harmed)))


def _is_wave(tree: Tree, sentence: Sentence, act: Act) -> bool:
    """Tell whether several attacks of one day, or in one town and at no time that is told, share a toll: one wave."""
    counted = any(p.count is not None and p.count.low for p in act.harmed)
    if not counted or any(tree.tokens[i].dep == "conj" for i in act.strikes):
        return False
    dated = any(sentence.span.holds(one.when.span) for one in tree.page.dates)
    towns = [noun for i in act.strikes for noun in after(tree, i, "in", "on", "at") if _is_in_town(tree, noun)]
    return _has_day(tree, sentence) or (bool(towns) and not dated)


def _is_in_town(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is a town's name, or stands before one ("the town of Tel Tamer")."""
    near = (noun, *after(tree, noun, "of"))
    spans = [tree.tokens[i].span for i in near]
    return any(
        p.place is not None
        and p.place.precision in ("settlement", "near", "exact")
        and any(p.span.holds(s) for s in spans)
        for p in tree.page.places
    )


def _is_ongoing(tree: Tree, act: Act) -> bool:
    """Tell whether the words cover a stretch up to now ("have been targeting", "have killed nine since")."""
    verbs = {i for word in act.words for i in _coordinated(tree, word)}
    perfect = any(tree.tokens[c].lemma == "have" for i in verbs for c in children(tree, i, "aux"))
    if not perfect:
        return False
    if not act.strikes and any((p.count.low or 0) >= _HUNDRED for p in act.harmed if p.count is not None):
        return True
    going = any(tree.tokens[i].tag == "VBG" and children(tree, i, "aux") for i in verbs)
    return going or any(
        tree.tokens[w].lemma == "since" for i in verbs for c in tree.below[i] for w in (c, *tree.below[c])
    )


def _is_of_old(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether the words say that somebody has done so at times that are not told ("has attacked them before")."""
    verbs = {i for word in act.words for i in _coordinated(tree, word)}
    perfect = {i for i in verbs if any(tree.tokens[c].lemma == "have" for c in children(tree, i, "aux"))}
    beside = {c for i in perfect for c in children(tree, i, "advmod", "prep") if not tree.below[c]}
    past = {
        c
        for i in perfect
        for c in children(tree, i, "prep")
        if any(tree.tokens[p].lemma == "past" for p in tree.below[c])
    }
    counted = any(patient.count is not None for patient in act.harmed)
    return not counted and bool(past or any(tree.tokens[c].lemma in lexicon.words["formerly"] for c in beside))


def _is_aside(tree: Tree, index: int, act: Act) -> bool:
    """Tell whether a word stands in a clause of its own that only describes ("a town plagued by frequent attacks")."""
    above = next((i for i in climb(tree, index) if tree.tokens[i].pos == "VERB" or i in act.words), index)
    return above not in act.words and tree.tokens[above].dep in ("acl", "relcl")


def _coordinated(tree: Tree, word: int) -> tuple[int, ...]:
    """Return a verb and those with which it is coordinated."""
    while tree.tokens[word].dep == "conj" and tree.tokens[tree.tokens[word].head].pos == "VERB":
        word = tree.tokens[word].head
    return conjuncts(tree, word)


def _spans_time(tree: Tree, sentence: Sentence, act: Act) -> bool:
    """Tell whether a stretch of time is named, and neither a day, a simple past nor a record ("the worst since")."""
    if not _SINCE.search(tree.text, *sentence.span) or _RECORD.search(tree.text, *sentence.span):
        return False
    return not _has_day(tree, sentence) and not any(tree.tokens[i].tag == "VBD" for i in act.strikes)


def _has_day(tree: Tree, sentence: Sentence) -> bool:
    """Tell whether a day is named other than as the start of a stretch."""
    return any(
        dated.when.precision == _DAY
        and sentence.span.holds(dated.when.span)
        and not tree.text[: dated.when.span.start].rstrip().lower().endswith(("since", "between", "from"))
        for dated in tree.page.dates
    )


def _is_of_a_year(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether crowds were killed in a year, and no single attack is named."""
    years = [d for d in tree.page.dates if d.when.precision == "year" and sentence.span.holds(d.when.span)]
    crowds = [p for p in act.harmed if p.count is not None and (p.count.low or 0) >= _CROWD]
    weapons = [i for i in agents(tree, act, lexicon) if tree.tokens[i].lemma in lexicon.words["projectiles"]]
    single = any(tree.tokens[i].tag != "NNS" for i in (*act.strikes, *weapons))
    return bool(years and crowds) and not single and not _has_day(tree, sentence)


def _is_many(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    head = tree.tokens[tree.tokens[index].head]
    governor = tree.tokens[head.head]
    if tree.tokens[index].tag != "NNS":
        return False
    if head.lemma == "of" and governor.lemma in lexicon.words["many"]:
        return True
    return any(tree.tokens[child].lemma in lexicon.words["many"] for child in tree.below[index])
