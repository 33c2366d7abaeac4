"""Who was killed, wounded, abducted, arrested or is missing, and how many: read from the grammar of each sentence.

Coordinated victims are added up and kept as parts; those named after "including" or "among them" belong to the whole.
A person named without a number is one, a bare plural is at least two, as the annotation guidelines say.
"""

from dataclasses import dataclass, replace
from typing import Literal

from tocsin.extract.grammar.parts import armed_group, is_perpetrator, is_person
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, conjuncts, is_passive, phrase, subject
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.text import Span
from tocsin.model.values import Count, Part, Qualifier

Harm = Literal["killed", "wounded", "abducted", "arrested", "missing"]
_TOLD_BY_VERBS: tuple[Harm, ...] = ("killed", "wounded", "abducted")
_INTRANSITIVE = frozenset({"die", "perish", "succumb", "fall"})
_EITHER_SIDE = frozenset({"militiaman", "militiamen", "militia", "vigilante", "commando", "paramilitary"})
_HARMED = frozenset({"wounded", "injured", "hurt", "missing", "dead", "killed"})
_LIFE_VERBS = frozenset({"lose", "claim", "take", "cost"})
_PEOPLE_PRONOUNS = frozenset(
    {"nobody", "none", "others", "other", "dead", "wounded", "injured", "one", "people", "person", "missing"}
)
_NO_PEOPLE = frozenset(
    {
        "attack",
        "blast",
        "day",
        "year",
        "month",
        "time",
        "bullet",
        "shot",
        "round",
        "vehicle",
        "house",
        "home",
        "toll",
        "number",
        "village",
        "km",
        "kilometer",
        "percent",
        "car",
        "animal",
        "building",
        "cow",
        "cattle",
        "bomb",
    }
)


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody harmed: `head` is the noun, `trigger` the word that tells the harm, `part_of` true after "including"."""

    harm: Harm
    head: int
    trigger: int
    count: Count | None
    perpetrator: bool
    part_of: bool = False


def patients(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> tuple[Patient, ...]:
    """Return everybody harmed in a sentence, in order of the words that tell it."""
    found: list[Patient] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        for harm in () if _is_denied(tree, token.index) else _harms(tree, token, lexicon):
            heads = _heads(tree, token, sentence)
            for head in heads:
                found.extend(_expand(tree, harm, head, token.index, lexicon))
    return tuple(_without_repeats(found))


def total(tree: Tree, harmed: list[Patient]) -> Count | None:
    """Add up the counts of coordinated patients; null where none has one."""
    counted = [patient.count for patient in harmed if patient.count is not None]
    if not counted:
        return None
    if len(counted) == 1:
        return counted[0]
    first, rest = counted[0], counted[1:]
    if len(rest) > 1 and first.low is not None and first.low == sum(c.low or 0 for c in rest):
        return replace(first, parts=tuple(Part(c.low, c.high, c.text) for c in rest))
    lows, highs = [c.low for c in counted], [c.high for c in counted]
    span = Span(min(c.span.start for c in counted), max(c.span.end for c in counted))
    return Count(
        low=sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None,
        high=None if None in highs else sum(high for high in highs if high is not None),
        qualifier=_joint([c.qualifier for c in counted]),
        text=span.of(tree.text),
        span=span,
        parts=tuple(Part(c.low, c.high, c.text) for c in counted),
    )


def count_of(tree: Tree, head: int) -> Count | None:
    """Return how many a noun phrase speaks of; null where the words give neither number nor article."""
    token = tree.tokens[head]
    if token.text.lower() in ("nobody", "none"):
        return Count(0, 0, "exact", token.text, token.span)
    own = _own_count(tree, head)
    whole = Span(min(phrase(tree, head).start, token.span.start), token.span.end)
    if any(tree.tokens[child].text.lower() == "no" for child in tree.below[head]):
        return Count(0, 0, "exact", whole.of(tree.text), whole)
    if own is not None:
        span = Span(min(own.span.start, whole.start), max(own.span.end, token.span.end))
        if whole.start < own.span.start and not _only_determiner(tree, whole.start, own.span.start):
            span = Span(own.span.start, span.end)
        return replace(own, text=span.of(tree.text), span=span)
    if token.tag in ("NN", "NNP") or (token.pos == "PROPN" and token.tag != "NNPS"):
        return Count(1, 1, "exact", whole.of(tree.text), whole)
    if token.tag in ("NNS", "NNPS"):
        return Count(2, None, "vague", whole.of(tree.text), whole)
    return None


def _only_determiner(tree: Tree, start: int, end: int) -> bool:
    return tree.text[start:end].strip().lower() in ("the", "these", "those", "all", "another", "other", "a", "")


def _own_count(tree: Tree, head: int) -> Count | None:
    if head in tree.counts_at:
        return tree.counts_at[head]
    for child in tree.below[head]:
        if tree.tokens[child].dep in ("nummod", "quantmod", "amod", "det", "advmod", "predet", "nmod", "compound"):
            for index in (child, *tree.below[child]):
                if index in tree.counts_at and index < head:
                    return tree.counts_at[index]
    before = head - 1
    if before >= 0 and before in tree.counts_at and tree.tokens[before].sentence == tree.tokens[head].sentence:
        return tree.counts_at[before]
    return None


def _harms(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Harm, ...]:
    """Return what harm a word tells; "shot dead" and the like tell killing through their particle."""
    word = token.lemma
    if token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG"):
        if word == "shoot" and any(tree.tokens[c].lemma == "dead" for c in tree.below[token.index]):
            return ("killed",)
        if _to_death(tree, token.index):
            return ("killed",)
        if word in _LIFE_VERBS and _has_lives(tree, token.index):
            return ("killed",)
        if word in lexicon.words["arrest_verbs"]:
            return ("arrested",)
        return tuple(harm for harm in _TOLD_BY_VERBS if word in lexicon.harm[harm])
    if token.lemma == "casualty" and any(tree.tokens[c].text.lower() == "no" for c in tree.below[token.index]):
        return ("killed", "wounded")
    if token.text.lower() in ("dead", "killed", "martyred"):
        return ("killed",)
    if token.text.lower() in ("wounded", "injured", "hurt"):
        return ("wounded",)
    if token.text.lower() == "missing":
        return ("missing",)
    if token.pos == "NOUN" and token.lemma in ("death", "fatality", "killing", "murder"):
        if any(tree.tokens[c].text.lower() in ("attempted", "planned", "alleged") for c in tree.below[token.index]):
            return ()
        return ("killed",)
    if token.pos == "NOUN" and token.lemma == "injury":
        return ("wounded",)
    return ()


def _is_denied(tree: Tree, index: int) -> bool:
    """Tell whether "not" stands at a word of harm or at its copula ("the crew was not hurt"), "not only" apart."""
    token = tree.tokens[index]
    above = (token.head,) if token.dep in ("acomp", "attr", "oprd") else ()
    return any(
        tree.tokens[no + 1].lemma not in ("only", "just", "merely")
        for one in (index, *above)
        for no in children(tree, one, "neg")
        if no + 1 < len(tree.tokens)
    )


def _to_death(tree: Tree, verb: int) -> bool:
    """Tell whether a verb ends "to death" ("hacked to death")."""
    return any(tree.tokens[noun].lemma == "death" for noun in after(tree, verb, "to"))


def _has_lives(tree: Tree, verb: int) -> bool:
    """Tell whether a verb takes lives as its object ("lost their lives", "claimed the lives of nine")."""
    return any(tree.tokens[noun].lemma in ("life", "live") for noun in children(tree, verb, "dobj", "nsubjpass"))


def _of_lives(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whose lives: the loser of "lost their lives", those after "the lives of"; "12 lives" count themselves."""
    lives = next(
        noun for noun in children(tree, verb, "dobj", "nsubjpass") if tree.tokens[noun].lemma in ("life", "live")
    )
    of = after(tree, lives, "of")
    if of:
        return of
    if tree.tokens[verb].lemma == "lose" and not is_passive(tree, verb):
        one = subject(tree, verb)
        return (one,) if one is not None else ()
    return (lives,) if _own_count(tree, lives) is not None else ()


def _heads(tree: Tree, token: Token, sentence: Sentence) -> tuple[int, ...]:
    """Return the nouns harmed, by the grammar first, by nearness where the grammar gives none."""
    index = token.index
    number = _of_number(tree, index)
    if number is not None:
        return (number,)
    if token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG"):
        if token.lemma in _LIFE_VERBS and _has_lives(tree, index):
            heads = _of_lives(tree, index)
        elif token.lemma in _INTRANSITIVE:
            one = subject(tree, index)
            heads = (one,) if one is not None else ()
        elif is_passive(tree, index):
            one = _passive_subject(tree, index)
            heads = (one,) if one is not None else ()
        else:
            heads = children(tree, index, "dobj")
    elif token.lemma == "casualty":
        return (index,)
    elif token.pos == "NOUN" and token.lemma in ("death", "fatality", "killing", "murder", "injury"):
        heads = _of_deaths(tree, index)
    else:
        heads = _of_adjective(tree, index)
    kept = tuple(head for head in heads if _is_people(tree, head))
    return kept or (_nearest_count(tree, token, sentence) if not heads or heads == (index,) else ())


def _of_number(tree: Tree, index: int) -> int | None:
    """Return the number that "the number of injured" or "the toll of dead" is put at or rises to."""
    above = tree.tokens[tree.tokens[index].head]
    noun = tree.tokens[above.head]
    if above.lemma == "of" and noun.lemma in ("number", "toll", "count", "tally"):
        return next(iter(_numbers_below(tree, noun.index)), None)
    return None


def _passive_subject(tree: Tree, verb: int) -> int | None:
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass", "nsubj")
    if own:
        return own[0]
    if token.dep in ("acl", "amod", "relcl"):
        return token.head
    if verb - 1 in tree.counts_at and tree.tokens[verb - 1].sentence == token.sentence:
        return verb - 1
    return subject(tree, verb)


def _of_adjective(tree: Tree, index: int) -> tuple[int, ...]:
    """Return who is dead, wounded or missing: "left nine dead", "nine dead", "the number of dead at 12"."""
    token = tree.tokens[index]
    small = children(tree, index, "nsubj")
    if small:
        return small
    if index in tree.counts_at or _own_count(tree, index) is not None:
        return (index,)
    for above in (token.head, tree.tokens[token.head].head):
        if tree.tokens[above].lemma in ("number", "toll", "count"):
            for number in _numbers_below(tree, above):
                return (number,)
    if token.dep in ("acomp", "oprd", "xcomp", "ccomp", "advmod"):
        return children(tree, token.head, "dobj") or children(tree, token.head, "nsubj", "nsubjpass")
    if token.dep in ("amod", "acl"):
        return (token.head,)
    return ()


def _numbers_below(tree: Tree, noun: int) -> list[int]:
    """Return the numbers that a verb ties to "the toll", "the number of dead" ("put at 12", "rose to 15")."""
    verb = tree.tokens[noun].head
    return [
        number
        for prep in (*children(tree, verb, "prep"), *children(tree, noun, "prep"))
        if tree.tokens[prep].lemma in ("at", "to")
        for number in children(tree, prep, "pobj")
        if number in tree.counts_at or _own_count(tree, number) is not None
    ] + [number for number in children(tree, verb, "attr", "dobj") if number in tree.counts_at]


def _of_deaths(tree: Tree, index: int) -> tuple[int, ...]:
    """Return whose death a noun tells: "the death of nine soldiers", "nine deaths", "the death toll rose to 12"."""
    token = tree.tokens[index]
    if token.dep == "compound" and tree.tokens[token.head].lemma == "toll":
        return tuple(_numbers_below(tree, token.head)[:1])
    for prep in children(tree, index, "prep"):
        if tree.tokens[prep].lemma == "of":
            return children(tree, prep, "pobj")
    return (index,) if _own_count(tree, index) is not None else ()


def _nearest_count(tree: Tree, token: Token, sentence: Sentence) -> tuple[int, ...]:
    """Return the nearest number of people where the grammar failed: after an active verb, before any other word."""
    perfect = any(tree.tokens[c].lemma == "have" for c in children(tree, token.index, "aux"))
    active = (
        token.pos == "VERB"
        and (token.tag != "VBN" or perfect)
        and not is_passive(tree, token.index)
        and token.lemma not in _INTRANSITIVE
    )
    run = (
        range(token.index + 1, min(token.index + 7, sentence.last))
        if active
        else range(token.index - 1, max(token.index - 8, sentence.first - 1), -1)
    )
    for index in run:
        if tree.tokens[index].text in (";", ":", ".") or (index != token.index and _stops(tree, index)):
            return ()
        if index in tree.counts_at:
            noun = tree.tokens[index].head
            inside = sentence.first <= noun < sentence.last and tree.tokens[index].dep in ("nummod", "quantmod", "amod")
            head = noun if inside and tree.tokens[noun].pos in ("NOUN", "PROPN") else index
            return (head,) if tree.tokens[head].lemma not in _NO_PEOPLE else ()
    return ()


def _stops(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos == "VERB"


def _is_people(tree: Tree, head: int) -> bool:
    token = tree.tokens[head]
    if token.tag in ("PRP", "WDT", "WP", "EX", "PRP$", "DT") or token.lemma in _NO_PEOPLE:
        return False
    if tree.label_at.get(head) in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
        return head in tree.counts_at
    return token.pos in ("NOUN", "PROPN", "NUM", "ADJ") or token.text.lower() in _PEOPLE_PRONOUNS


def _expand(tree: Tree, harm: Harm, head: int, trigger: int, lexicon: Lexicon) -> list[Patient]:
    found = [_patient(tree, harm, inner, trigger, lexicon, part_of=True) for inner in _including(tree, trigger)]
    if _is_part(tree, head):
        return [*found, _patient(tree, harm, head, trigger, lexicon, part_of=True)]
    beside = _along_with(tree, head) or _along_with(tree, trigger)
    for noun in (*_spoken_out(tree, conjuncts(tree, head), lexicon), *beside):
        if noun != head and (not _is_people(tree, noun) or tree.tokens[noun].pos in ("VERB", "ADJ")):
            continue
        if noun != head and _is_other_harm(tree, noun, trigger):
            continue
        found.append(_patient(tree, harm, noun, trigger, lexicon))
        found.extend(_patient(tree, harm, inner, trigger, lexicon, part_of=True) for inner in _including(tree, noun))
    return found


def _is_other_harm(tree: Tree, noun: int, trigger: int) -> bool:
    """Tell whether a coordinated number speaks of another harm ("80 dead and 300 wounded")."""
    near = {tree.tokens[i].text.lower() for i in (noun, *tree.below[noun], noun + 1) if i < len(tree.tokens)}
    return bool((near & _HARMED) - {tree.tokens[trigger].text.lower()})


def _patient(tree: Tree, harm: Harm, head: int, trigger: int, lexicon: Lexicon, *, part_of: bool = False) -> Patient:
    hostile = armed_group(tree, head) is not None or (
        is_perpetrator(tree, head, lexicon) and tree.tokens[head].lemma not in _EITHER_SIDE
    )
    count = count_of(tree, head)
    if count is not None and is_person(tree, head):
        span = tree.tokens[trigger].span
        count = Count(1, 1, "exact", span.of(tree.text), span)
    return Patient(harm, head, trigger, count, hostile, part_of)


def _spoken_out(tree: Tree, nouns: tuple[int, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """Leave out nouns that the parser took for victims and a reporting verb follows ("killing nine, police said")."""
    kept = [nouns[0]]
    for noun in nouns[1:]:
        rest = [i for i in nouns if i >= noun]
        follows = max(rest) + 1
        comma = tree.text[tree.tokens[kept[-1]].span.end : tree.tokens[noun].span.start].lstrip().startswith(",")
        if comma and follows < len(tree.tokens) and lexicon.has("reporting", tree.tokens[follows].lemma):
            break
        if _has_verb(tree, noun):
            break
        kept.append(noun)
    return tuple(kept)


def _has_verb(tree: Tree, noun: int) -> bool:
    """Tell whether a verb of its own stands before a noun joined by "and" ("killing 20 and freeing hostages")."""
    return any(
        tree.tokens[word].tag == "VBG" and tree.tokens[word - 1].dep == "cc"
        for word in children(tree, noun, "compound", "amod")
        if word > 0
    )


def _is_part(tree: Tree, head: int) -> bool:
    """Tell whether a phrase speaks of some of those already told of ("three of them", "two of the dead")."""
    return any(
        tree.tokens[noun].lemma in ("victim", "dead", "wounded", "injured", "deceased", "casualty")
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].lemma == "of"
        for noun in children(tree, prep, "pobj")
    )


def _along_with(tree: Tree, head: int) -> list[int]:
    """Return the noun after "along with" or "together with"."""
    return [
        noun
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].lemma in ("along", "together")
        for inner in children(tree, prep, "prep")
        for noun in children(tree, inner, "pobj")
    ]


def _including(tree: Tree, head: int) -> list[int]:
    found: list[int] = []
    for prep in children(tree, head, "prep"):
        word = tree.tokens[prep].text.lower()
        if word in ("including", "include", "among"):
            for noun in children(tree, prep, "pobj"):
                if tree.tokens[noun].tag != "PRP":
                    found.extend(i for i in conjuncts(tree, noun) if _is_people(tree, i))
    return found


def _without_repeats(found: list[Patient]) -> list[Patient]:
    """Keep one patient for each noun and harm."""
    kept: dict[tuple[Harm, int], Patient] = {}
    for patient in found:
        kept.setdefault((patient.harm, patient.head), patient)
    return list(kept.values())


def _joint(qualifiers: list[Qualifier]) -> Qualifier:
    order: tuple[Qualifier, ...] = ("at_least", "more_than", "vague", "about", "up_to", "range")
    return next((qualifier for qualifier in order if qualifier in qualifiers), "exact")


def agent_of(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb tells: the "by" noun of a passive, else the subject."""
    if is_passive(tree, verb):
        return by_agent(tree, verb)
    return subject(tree, verb)
