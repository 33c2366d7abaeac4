"""How a figure bears on one given before: it adds to it or gives way to it; and which count many acts over time."""

import re
from collections.abc import Sequence

from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, climb, descend
from tocsin.extract.reading import Bearing
from tocsin.extract.slots.company import of_wounded
from tocsin.extract.slots.counting import own_count
from tocsin.extract.slots.harm import Harm, harms, is_verbal
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.values import Count

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|dawn|morning|night"
_SINCE = re.compile(
    r"(?i)\b(?:(?<!earlier )(?<!early )(?<!late )this (?:year|month)|so far (?:this|in)|to date|"
    rf"(?<!has )(?<!had )(?<!have )since (?!then|the (?:attack|blast|bombing)|(?:[\w-]+ ){{1,6}}(?:{_DAYS})\b)|"
    r"over the (?:past|last|years)|in (?:the past|the last|recent)\b|(?:every|each|a) year|annually|"
    r"in (?:the )?(?:\w+ )?(?:months|years) (?:to|since|before)|"
    r"(?:in|within|over) (?:a|[\w-]+) (?:months|years?|decades?)\b|during the (?:war|conflict|insurgency|campaign)|"
    r"in (?:the|a) (?:series|wave|spate|string|number) of|total of \S+ \w+ have|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest) (?:\w+ ){0,3}in which)"
)
_EARLIER = re.compile(
    r"(?i)\b(?:initially|initial (?:reports?|figures?|counts?|tolls?)|at first|originally|"
    r"first (?:spoke|said|put|gave|reported)|earlier (?:reports?|figures?|said)|previously (?:said|put)|"
    r"had (?:earlier|previously|initially))\b"
)
# "Eight people, not seven as first reported, died": the figure before it is the new one.
_CORRECTED = re.compile(r", (?:and )?(?:not|rather than|up from|down from) [^,]*,")
_MANY = 100


def bearing_of(tree: Tree, harm: Harm, head: int, trigger: int, sentence: Sentence, lexicon: Lexicon) -> Bearing:
    """Return how the number of those harmed bears on a number told before."""
    if of_wounded(tree, head) and _is_cause(tree, trigger):
        return "inside"
    if of_wounded(tree, head) or _is_further(tree, head, harm, sentence, lexicon):
        return "own" if tree.tokens[trigger].dep == "relcl" else "more"
    if _dies_later(tree, head, trigger, lexicon):
        return "more"
    if any(tree.tokens[c].text.lower() in ("also", "too") for c in tree.below[trigger]):
        return "beside"
    return "former" if _is_former(tree, harm, trigger, sentence, lexicon) else "own"


def _is_cause(tree: Tree, trigger: int) -> bool:
    """Tell whether a clause tells why a figure is what it is ("four died, after one of the wounded died")."""
    return any(tree.tokens[c].lemma in ("after", "as") for c in children(tree, trigger, "mark"))


def counts_over_time(tree: Tree, trigger: int, count: Count | None, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a number sums up what happened over months or years ("nine foreigners this year")."""
    if count is None:
        return False
    if not is_verbal(tree.tokens[trigger]):
        above = {tree.tokens[i].lemma for i in climb(tree, trigger)}
        return (count.low or 0) >= _MANY and bool(above & {"responsible", "blame"})
    perfect = any(tree.tokens[c].lemma == "have" for c in children(tree, trigger, "aux"))
    if _SINCE.search(_clause(tree, trigger, sentence)) and (perfect or _ties_to_time(tree, trigger)):
        return True
    if perfect and _is_of_stretch(tree, trigger):
        return True
    doer = agent_of(tree, trigger)
    if doer is None:
        return False
    if lexicon.has("campaigns", tree.tokens[doer].lemma):
        return True
    return perfect and armed_group(tree, doer) is not None and (count.low or 0) >= _MANY


def _is_of_stretch(tree: Tree, trigger: int) -> bool:
    """Tell whether a clause says in what stretch of violence people have died ("a year of unrest in which")."""
    return tree.tokens[trigger].dep == "relcl" and any(
        tree.tokens[noun].text.lower() == "which" for noun in after(tree, trigger, "in", "during")
    )


def _clause(tree: Tree, trigger: int, sentence: Sentence) -> str:
    """Return the words of the clause around a word of harm."""
    top = trigger
    for above in climb(tree, trigger):
        if tree.tokens[top].dep in ("ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis"):
            break
        top = above
    inside = [i for i in descend(tree, top) if sentence.first <= i < sentence.last]
    return tree.text[tree.tokens[min(inside)].span.start : tree.tokens[max(inside)].span.end]


def _ties_to_time(tree: Tree, trigger: int) -> bool:
    """Tell whether "this year" or "since" hangs on the word of harm itself."""
    hung = [*children(tree, trigger, "npadvmod", "prep"), *after(tree, trigger, "in", "over", "during", "since")]
    return any(tree.tokens[i].lemma in ("year", "month", "decade", "since", "war", "conflict") for i in hung)


def _is_further(tree: Tree, head: int, harm: Harm, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether "others", "more", "another" or "a third" makes a number one on top of another.

    "Five others were wounded" after a death in its own sentence is further to that, and no addition to the wounded.
    """
    number = tree.counts_at.get(head) or own_count(tree, head)
    near = [i for i in (head, *tree.below[head], head + 1) if i < sentence.last]
    near = [i for i in near if tree.tokens[i - 1].text.lower() != "or"]  # "66 people or more"
    words = {tree.tokens[i].text.lower() for i in near if number is None or not _is_qualifier(tree, i, number)}
    if not words & lexicon.words["further_words"] or _is_rest_of_pair(tree, head, number):
        return False
    before = _harms_in(tree, sentence.first, head, lexicon)
    last = tree.page.page.sentences[sentence.index - 1] if sentence.index else None
    earlier = _harms_in(tree, last.first, last.last, lexicon) if last is not None else set()
    run = tree.tokens[last.first if last is not None and harm in earlier else sentence.first : head]
    if number is not None and harm in before | earlier and _is_rest(tree, head, number, run):
        return False
    if not before and sentence.index:
        return not earlier or harm in earlier
    return not before - {harm}


def _dies_later(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause adds those who died of wounds to those killed before ("nine were killed and two died")."""
    token = tree.tokens[trigger]
    if token.dep != "conj" or not lexicon.has("dying_verbs", token.lemma) or own_count(tree, head) is None:
        return False
    late = {tree.tokens[i].lemma for i in (*after(tree, trigger, "of", "in", "from", "to"), *tree.below[trigger])}
    return tree.tokens[token.head].lemma in lexicon.harm["killed"] and bool(
        late & {"hospital", "injury", "later", "subsequently", "wound", "burn"}
    )


def _is_rest(tree: Tree, head: int, number: Count, before: Sequence[Token]) -> bool:
    """Tell whether "the other two" are the rest of a larger number told before, and so are in it already."""
    words = [t.text.lower() for t in tree.tokens[max(0, head - 4) : head + 1]]
    told = [tree.counts_at[t.index].low or 0 for t in before if t.index in tree.counts_at]
    return "the other" in " ".join(words) and any(low > (number.low or 0) for low in told)


def _is_rest_of_pair(tree: Tree, head: int, number: Count | None) -> bool:
    """Tell whether "the other soldier" is the rest of those told before, and so counted already."""
    words = [t.text.lower() for t in tree.tokens[max(0, head - 3) : head + 1]]
    return number is None and tree.tokens[head].tag in ("NN", "JJ") and "the other" in " ".join(words)


def _harms_in(tree: Tree, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """Return the harms that a run of tokens tells."""
    run = tree.tokens[first:last]
    told: set[str] = {harm for token in run for harm in harms(tree, token, lexicon)}
    return told | {"killed" for token in run if token.lemma in ("toll", "tally")}


def _is_qualifier(tree: Tree, index: int, number: Count) -> bool:
    """Tell whether a word belongs to a number ("more than thirty")."""
    return number.span.holds(tree.tokens[index].span)


def _is_former(tree: Tree, harm: Harm, trigger: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a figure is said to be an earlier one, or counts only the bodies or patients that somebody saw."""
    before = _CORRECTED.sub("", tree.text[sentence.span.start : tree.tokens[trigger].span.end])
    lemma = tree.tokens[trigger].lemma
    seen = harm in ("killed", "wounded") and (lexicon.has("seen_words", lemma) or lemma == "be")
    return seen or _EARLIER.search(before) is not None


def is_whole(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase speaks of people without saying which ("nine people", "nine"), so of all."""
    token = tree.tokens[head]
    plain = token.pos == "NUM" or token.lemma in lexicon.words["anybody"]
    return plain and own_count(tree, head) is not None
