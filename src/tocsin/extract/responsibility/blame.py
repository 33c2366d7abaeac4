"""What words of blame tell: whom somebody accuses of an act of violence.

An accusation by nobody named is held by somebody unknown. An accusation of backing, lying or ruling badly is none.
"""

from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.tree import after, by_agent, children, conjuncts, key, subject
from tocsin.extract.responsibility.charges import is_the_crime
from tocsin.extract.responsibility.deeds import is_deed, is_guilt
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.persons import others, person
from tocsin.extract.responsibility.sides import at_the_door, is_undergone, meant, objects, tied, utterer
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause, verb_of
from tocsin.model.text import Span
from tocsin.model.values import Actor


def accused(told: Told) -> list[Stand]:
    """Return the accusations that words of blame tell."""
    tree, at = told.tree, told.at
    if negated(tree, at) or habitual(tree, at, told.lexicon) or factuality(tree, at, told.lexicon) == "Uu":
        return []
    if told.lemma in ("accuse", "blame") and not _of_violence(told):
        return []
    if any(tree.tokens[i].lemma in ("other", "another") for i in _blamed(told)):
        return _mutual(told)
    if any(tree.tokens[i].tag == "PRP" and person(told, i) is not None for i in _blamed(told)):
        return []  # of persons before a court, courts tell it
    speaker = utterer(tree, at, told.lexicon)
    if told.lemma == "point" and speaker is None and is_undergone(tree, at, told.lexicon):
        return held(told, _blamed(told), "suspected", "PS+")
    found = told.lemma == "hold" and speaker is not None and told.has("finders", speaker)
    stands = held(told, _blamed(told), "confirmed" if found else "accused", "CT+", speaker=speaker)
    return [_without_charge(told, stand) for stand in stands]


def blamed_before(told: Told) -> list[Actor]:
    """Return whom words of blame before a token accuse, in its sentence, else in the one before."""
    tree, sentences = told.tree, told.tree.page.page.sentences
    near = [cue for cue in tree.page.page.cues if cue.kind == "accuse" and cue.span.end <= told.span.start]
    for sentence in reversed(sentences[max(0, told.sentence.index - 1) : told.sentence.index + 1]):
        found: list[Actor] = []
        for cue in near:
            if sentence.span.holds(cue.span):
                verb = verb_of(tree, sentence, cue.span)
                heads = _blamed(replace(told, sentence=sentence, span=cue.span, at=verb))
                found += parties(tree, heads, told.lexicon) or others(told, heads)
        if found:
            return found
    return []


def _without_charge(told: Told, stand: Stand) -> Stand:
    """Return an accusation without the charge that the parse ties to the party's name ("bandits of the killings")."""
    who = stand.actor
    if told.lemma != "accuse" or who is None or who.actor_id is not None or " of " not in who.text:
        return stand
    text = who.text.partition(" of ")[0]
    named = replace(who, text=text, name=text, span=Span(who.span.start, who.span.start + len(text)))
    return replace(stand, actor=named)


def _blamed(told: Told) -> list[int]:
    """Return whom a word of blame names."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    if told.has("blaming_after"):
        upon = at_the_door(tree, at, lexicon) or tied(tree, at, "to", "at", "on", "upon")
        return meant(tree, upon, lexicon)
    if told.lemma == "blame":
        return _burdened(told) or objects(tree, at, lexicon)
    if told.lemma in ("name", "identify", "describe"):
        return _identified(told)
    if told.lemma == "hold":
        inner = [i for verb in children(tree, at, "ccomp", "oprd") for i in children(tree, verb, "nsubj")]
        return [*objects(tree, at, lexicon), *inner]
    return objects(tree, at, lexicon) if told.has("blaming") else []


def _burdened(told: Told) -> list[int]:
    """Return on whom blame is laid, no day on which somebody laid it."""
    days = [dated.when.span for dated in told.tree.page.dates]
    nouns = tied(told.tree, told.at, "on", "upon")
    return [i for i in nouns if not any(told.tree.tokens[i].span.meets(day) for day in days)]


def _identified(told: Told) -> list[int]:
    """Return whom "named X as the group behind" or "identified the attackers as members of X" names."""
    tree, at = told.tree, told.at
    named, titles = objects(tree, at, told.lexicon), tied(tree, at, "as")
    if not titles and "as" not in told.words.lower().split():
        return [i for i in named if i in tree.actor_at and not children(tree, at, "oprd", "attr")]
    if any(told.has("perpetrators", i) or told.has("private", i) for i in named if i not in tree.actor_at):
        return [i for i in titles if tree.tokens[i].pos in ("NOUN", "PROPN")]
    marks = [i for index in (at, *named) for i in children(tree, index, "prep") if tree.tokens[i].lemma == "as"]
    within = {tree.tokens[i].lemma for top in (*titles, *marks) for i in (top, *tree.below[top])}
    return named if within & (told.lexicon.words["guilty_words"] | {"perpetrator", "attacker", "culprit"}) else []


def _of_violence(told: Told) -> bool:
    """Tell whether blame is for violence, or for nothing that is named: backing, lying or a fire is no deed."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    agent = by_agent(tree, at)
    near = [at, *children(tree, at, "dobj", "oprd"), *((agent,) if agent is not None else ())]
    named = [i for index in near for i in after(tree, index, "of", "for", "over", "in")]
    named = [i for i in named if tree.tokens[i].pos in ("VERB", "AUX") or tree.tokens[i].dep == "pobj"]
    if told.lemma == "blame" and _burdened(told):
        named += objects(tree, at, lexicon)
    verbs = [i for i in named if tree.tokens[i].pos in ("VERB", "AUX")]
    nouns = [i for noun in named if tree.tokens[noun].pos == "NOUN" for i in conjuncts(tree, noun)]
    if any(
        is_deed(tree, i, lexicon) or is_guilt(tree, i, lexicon) or key(tree, i) in lexicon.attack_verbs for i in verbs
    ):
        return True
    return not verbs and (not nouns or any(_is_charge(told, i) for i in nouns))


def _is_charge(told: Told, noun: int) -> bool:
    """Tell whether a noun names violence, its victims or its means."""
    tree, lexicon, lemma = told.tree, told.lexicon, told.tree.tokens[noun].lemma
    if (
        lemma in lexicon.attack_nouns
        or lemma in lexicon.harm_nouns
        or lexicon.has("charges", lemma)
        or is_the_crime(tree, noun)
    ):
        return True
    if lexicon.has("loose_charges", lemma):
        return told.lemma != "blame" or lemma not in ("fire", "crash")
    return any(tree.tokens[noun].span.meets(found.span) for found in tree.page.page.weapons)


def _mutual(told: Told) -> list[Stand]:
    """Return what "X and Y accused each other" tells: each of two parties accused by the other."""
    tree, at = told.tree, told.at
    head = subject(tree, at)
    if head is None or len(conjuncts(tree, head)) < 2:
        return []
    both = parties(tree, [head], told.lexicon)
    if len(both) != 2:
        return []
    pairs = ((both[1], both[0]), (both[0], both[1]))
    return [
        Stand(
            who,
            "accused",
            as_holder(tree, by),
            "CT+",
            clause(tree, told.sentence, at, who.span, by.span),
            told.sentence.index,
            at,
        )
        for who, by in pairs
    ]
