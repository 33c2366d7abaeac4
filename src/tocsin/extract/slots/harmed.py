"""Whom a word of harm befell: by the grammar first, by the nearest number where the grammar gives nobody."""

from tocsin.extract.grammar.tree import Tree, after, antecedent, children, descend, is_passive, subject
from tocsin.extract.slots.counting import is_none, own_count
from tocsin.extract.slots.foes import stands_for_foe
from tocsin.extract.slots.harm import cut_throats, is_verbal, takes_lives
from tocsin.extract.slots.hurts import is_hurt
from tocsin.extract.slots.meant import done_to_before, is_meant_victim
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token

_NUMBERED = frozenset({"number", "toll", "count", "tally"})


def heads(tree: Tree, token: Token, sentence: Sentence, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the nouns, numbers and pronouns for those whom a word of harm befell."""
    if _is_of_number(tree, token.index):
        return ()
    if token.lemma == "casualty":
        return (token.index,)
    found = tuple(_meant(tree, head, lexicon) for head in _by_grammar(tree, token, lexicon))
    kept = tuple(
        head
        for head in found
        if is_people(tree, head, lexicon)
        or stands_for_foe(tree, head, token.index, lexicon)
        or is_meant_victim(tree, head, token.index, lexicon)
    )
    lost = token.pos != "NOUN" and (not found or found == (token.index,) or _is_headless(tree, token.index))
    return kept or (_nearest(tree, token, sentence, lexicon) if lost else ())


def _meant(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return the noun for which a word stands ("the six people who died", "a number of rebels", "the bodies of")."""
    if (before := done_to_before(tree, head, lexicon)) is not None:
        return before
    some = tree.tokens[head].lemma in ("body", "corpse", "remains") or _is_some(tree, head)
    whose = after(tree, head, "of") if some else ()
    return whose[0] if whose else antecedent(tree, head)


def _is_some(tree: Tree, head: int) -> bool:
    """Tell whether "a number of" only says that there were some, and is no figure ("the number of dead")."""
    if tree.tokens[head].lemma != "number" or head not in tree.counts_at:
        return False
    return not any(tree.tokens[c].text.lower() == "the" for noun in after(tree, head, "of") for c in tree.below[noun])


def is_people(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun, number or adjective can stand for people."""
    token = tree.tokens[head]
    if token.lemma in lexicon.words["not_people"] or (token.tag in ("WDT", "WP", "EX", "PRP$", "DT", "PRP")):
        return token.text.lower() in ("another", "both")
    if tree.label_at.get(head) in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
        return head in tree.counts_at
    return token.pos in ("NOUN", "PROPN", "NUM", "ADJ") or lexicon.has("people_words", token.text.lower())


def _by_grammar(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[int, ...]:
    index = token.index
    nouns = lexicon.words["death_nouns"] | lexicon.words["taking_nouns"] | {"injury"}
    if token.pos == "NOUN" and token.lemma in nouns:
        return _of_deaths(tree, index)
    if throats := cut_throats(tree, index):
        return _of_throats(tree, index, throats[0])
    if not is_verbal(token) or token.text.lower() in ("dead", "missing"):
        return _of_adjective(tree, index)
    if takes_lives(tree, index, lexicon):
        return _of_lives(tree, index)
    if token.lemma == "make":
        return after(tree, index, "with")
    if token.lemma == "be":
        return children(tree, index, "nsubj")
    reflexive = token.lemma in ("embrace", "attain") or any(
        lexicon.has(name, token.lemma) for name in ("suffer_verbs", "escape_verbs")
    )
    reflexive |= token.lemma == "lose" and is_hurt(tree, index, lexicon)
    if lexicon.has("dying_verbs", token.lemma) or reflexive:
        own = children(tree, index, "nsubj")
        one = subject(tree, index)
        return _all_of(tree, own) if len(own) > 1 else (one,) if one is not None else ()
    if number := _bare_number(tree, index) or _left_so(tree, index):
        return number
    if is_passive(tree, index) or _is_bare_participle(tree, index):
        return _passive_subjects(tree, index)
    objects = children(tree, index, "dobj") or _shared(tree, index) or _misread(tree, index)
    if not objects and any(tree.tokens[noun].lemma == "death" for noun in after(tree, index, "to")):
        return tuple(one for one in (subject(tree, index),) if one is not None)
    kept = tuple(noun for noun in objects if tree.tokens[noun].text.lower() != "hostage")
    relative = token.dep == "relcl" and children(tree, index, "nsubj")
    if relative and all(tree.tokens[noun].tag in ("WP", "WDT") for noun in kept):
        return (token.head,)
    return kept


def _shared(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the uncounted object of the verb joined right behind ("killed and injured civilians")."""
    nxt = [one for one in children(tree, index, "conj") if one == index + 2 and tree.tokens[one].pos == "VERB"]
    nouns = tuple(noun for one in nxt for noun in children(tree, one, "dobj"))
    counted = any(i in tree.counts_at for noun in nouns for i in (noun, *tree.below[noun]))
    return () if counted or children(tree, index, "ccomp", "xcomp", "auxpass") else nouns


def _is_bare_participle(tree: Tree, index: int) -> bool:
    """Tell whether a participle lacks only its "was" ("and her daughter injured", "was reported hurt")."""
    token, own = tree.tokens[index], children(tree, index, "nsubj")
    if children(tree, index, "aux", "dobj", "ccomp", "xcomp"):
        return False
    if token.tag == "VBN":
        reported = token.dep in ("oprd", "xcomp") and not children(tree, token.head, "dobj")
        return bool(own) or reported
    return bool(own) and token.dep == "conj" and is_passive(tree, token.head)


def _bare_number(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the number right before a verb of harm without an object ("losses: 3 dead, 7 wounded")."""
    if tree.tokens[index].tag != "VBD" or children(tree, index, "aux", "dobj", "ccomp", "xcomp"):
        return ()
    return tuple(n for n in children(tree, index, "nsubj") if n == index - 1 and tree.tokens[n].pos == "NUM")


def _left_so(tree: Tree, index: int) -> tuple[int, ...]:
    """Return who was "left hurt" where the parser made a finite verb of it ("left nine dead and 40 wounded")."""
    token = tree.tokens[index]
    if token.tag not in ("VBD", "VBN") or children(tree, index, "aux", "auxpass", "dobj", "ccomp", "xcomp"):
        return ()
    at = index - 1
    while at > 0 and tree.tokens[at].tag == "RB":
        at -= 1
    before = [t for t in tree.tokens[:at] if t.sentence == token.sentence and t.lemma == "leave"]
    if not before:
        return ()
    counted = tree.tokens[at].pos == "NUM" and at in tree.counts_at
    return (at,) if counted or (tree.tokens[at].dep == "dobj" and tree.tokens[at].head == before[-1].index) else ()


def _is_headless(tree: Tree, index: int) -> bool:
    """Tell whether the parser left a finite passive verb without its subject."""
    own = children(tree, index, "nsubj", "nsubjpass")
    return bool(children(tree, index, "auxpass")) and not own and tree.tokens[index].dep == "conj"


def _of_throats(tree: Tree, verb: int, throat: int) -> tuple[int, ...]:
    """Return whose throats: those after "of", their owner, or who "had" them cut."""
    owners = after(tree, throat, "of") or children(tree, throat, "poss")
    if all(tree.tokens[one].tag == "PRP$" for one in owners):
        above = tree.tokens[verb].head
        return children(tree, above, "nsubj") if tree.tokens[above].lemma == "have" else ()
    return owners


def _misread(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who was "shot dead" where the parser took them for the subject of "dead"."""
    return tuple(
        noun
        for dead in children(tree, verb, "ccomp")
        if tree.tokens[dead].lemma == "dead"
        for noun in children(tree, dead, "nsubj")
    )


def _is_of_number(tree: Tree, index: int) -> bool:
    """Tell whether a word only says what a figure counts ("the number of dead", "the death toll")."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if token.dep == "compound" and above.lemma in _NUMBERED:
        return True
    if index in tree.counts_at or own_count(tree, index) is not None:
        return False
    if token.dep == "acl" and own_count(tree, above.index) is None:
        above = tree.tokens[above.head]
    return above.lemma == "of" and tree.tokens[above.head].lemma in _NUMBERED and above.head not in tree.counts_at


def _of_lives(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whose lives: the loser of "lost their lives", those after "the lives of"; "12 lives" count themselves."""
    lives = next(
        noun for noun in children(tree, verb, "dobj", "nsubjpass") if tree.tokens[noun].lemma in ("life", "live")
    )
    of = after(tree, lives, "of")
    if of:
        return of
    if tree.tokens[verb].lemma in ("give", "lay", "lose", "sacrifice") and not is_passive(tree, verb):
        one = subject(tree, verb)
        return (one,) if one is not None else ()
    return (lives,) if own_count(tree, lives) is not None else ()


def _passive_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whom a passive verb befell; "who" stands for the noun before its clause."""
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass") or children(tree, verb, "nsubj")[:1] or _between(tree, verb)
    relative = all(tree.tokens[one].tag in ("WP", "WDT") for one in own)
    if token.dep in ("acl", "amod", "relcl") and relative:
        return (token.head,)
    if not own and (token.dep in ("oprd", "xcomp") or tree.tokens[token.head].lemma == "find"):
        return children(tree, token.head, "nsubjpass", "nsubj")[:1]
    if own:
        return _all_of(tree, own)
    if verb - 1 in tree.counts_at and tree.tokens[verb - 1].sentence == token.sentence:
        return (verb - 1,)
    one = subject(tree, verb)
    return (one,) if one is not None else ()


def _all_of(tree: Tree, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """Return the subjects of a verb but for those that only rename the first."""
    return (subjects[0], *(one for one in subjects[1:] if _goes_on(tree, one)))


def _between(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who "between ten and fifteen people" are, which the parser ties to the verb."""
    return tuple(noun for noun in after(tree, verb, "between") if noun < verb and own_count(tree, noun) is not None)


def _goes_on(tree: Tree, noun: int) -> bool:
    """Tell whether a noun phrase stands after "and", or goes on with a list that no comma closes before the verb."""
    first = min([noun, *(child for child in tree.below[noun] if child < noun)])
    last = max(descend(tree, noun))
    listed = bool(children(tree, noun, "conj")) and tree.tokens[last + 1].text != ","
    return tree.tokens[first - 1].text.lower() == "and" or (tree.tokens[first - 1].text == "," and listed)


def _of_adjective(tree: Tree, index: int) -> tuple[int, ...]:
    """Return who is dead, wounded or missing: "left nine dead", "nine dead", "were found dead"."""
    token = tree.tokens[index]
    small = tuple(n for at in (index, *children(tree, index, "aux")) for n in children(tree, at, "nsubj", "nsubjpass"))
    if small:
        return small
    if index in tree.counts_at or own_count(tree, index) is not None:
        return (index,)
    if token.dep in ("acomp", "oprd", "xcomp", "ccomp", "advmod"):
        return children(tree, token.head, "dobj") or children(tree, token.head, "nsubj", "nsubjpass")
    if token.dep in ("amod", "acl"):
        return (token.head,)
    return ()


def _of_deaths(tree: Tree, index: int) -> tuple[int, ...]:
    """Return whose death a noun tells: "the death of nine soldiers", "nine deaths", "the bodies of six"."""
    of = after(tree, index, "of")
    if of:
        return of
    return (index,) if is_none(tree, index) or own_count(tree, index) is not None else ()


def _nearest(tree: Tree, token: Token, sentence: Sentence, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the nearest number of people where the grammar failed: after an active verb, before any other word."""
    perfect = any(tree.tokens[c].lemma == "have" for c in children(tree, token.index, "aux"))
    active = (
        token.pos == "VERB"
        and (token.tag != "VBN" or perfect)
        and not is_passive(tree, token.index)
        and not lexicon.has("dying_verbs", token.lemma)
    )
    run = (
        range(token.index + 1, min(token.index + 7, sentence.last))
        if active
        else range(token.index - 1, max(token.index - 9, sentence.first - 1), -1)
    )
    for index in run:
        if tree.tokens[index].text in (";", ":", ".") or (
            tree.tokens[index].pos == "VERB" and tree.tokens[index].dep != "prep"
        ):
            return ()
        if index in tree.counts_at:
            noun = tree.tokens[index].head
            inside = sentence.first <= noun < sentence.last and tree.tokens[index].dep in ("nummod", "quantmod", "amod")
            head = noun if inside and tree.tokens[noun].pos in ("NOUN", "PROPN") else index
            return (head,) if not lexicon.has("not_people", tree.tokens[head].lemma) else ()
    return ()
