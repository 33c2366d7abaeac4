"""What is said of suspects: who is charged, held on suspicion, convicted or cleared, who confesses or pleads.

Only a charge that names violence, or an act of it, is a stance.
"""

from collections.abc import Callable

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, is_passive, phrase, subject
from tocsin.extract.responsibility.charges import charged_with, is_charge
from tocsin.extract.responsibility.counsel import own_word, told_own
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.persons import person
from tocsin.extract.responsibility.sides import undergoer
from tocsin.extract.responsibility.stances import Stand, Told, clause
from tocsin.extract.voices.holders import Voices, holder_of, passive_words
from tocsin.extract.voices.holders import named as holder_named
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Factuality, Holder, Stance
from tocsin.model.values import Actor

_NEAR = 2


def on_persons(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return what a sentence tells of suspects: charged, held on suspicion, convicted, cleared, confessing, denying."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB":
            continue
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        reader = next((reader for fits, reader in _READERS if fits(told)), None)
        if reader is not None and (token.lemma == "plead" or not negated(tree, token.index)):
            found += reader(told)
    return found


def _accused(told: Told) -> list[Stand]:
    """Return that persons are charged with violence."""
    return _tried(told, "accused", "CT+") if factuality(told.tree, told.at, told.lexicon) == "CT+" else []


def _suspected(told: Told) -> list[Stand]:
    """Return that somebody suspects persons of violence ("three men whom it suspects of having shot")."""
    return _tried(told, "suspected", "PS+")


def _convicted(told: Told) -> list[Stand]:
    return _tried(told, "confirmed", "CT+")


def _acquitted(told: Told) -> list[Stand]:
    return _tried(told, "cleared", "CT-", bare_will_do=True)


def _arrested(told: Told) -> list[Stand]:
    """Return that persons are held on suspicion of violence."""
    nouns = [i for noun in after(told.tree, told.at, "on", "under") for i in (noun,) if told.has("signs", noun)]
    charges = [i for noun in nouns for i in after(told.tree, noun, "of")]
    return _persons(told, "suspected", "PS+") if any(is_charge(told, i) for i in charges) else []


def _confessed(told: Told) -> list[Stand]:
    """Return that a person owns up to violence, or pleads guilty to it."""
    tree, at = told.tree, told.at
    doer = subject(tree, at)
    who = person(told, doer) if doer is not None and not is_passive(tree, at) else None
    if who is None:
        return []
    words = {t.text.lower() for t in tree.tokens[at + 1 : at + 4]}
    if told.lemma == "plead":
        if "guilty" not in words:
            return []
        return [own_word(told, who, "denies" if "not" in words else "claims")]
    if told.lemma in ("maintain", "protest"):
        return (
            [own_word(told, who, "denies")] if any(tree.tokens[i].lemma == "innocence" for i in tree.below[at]) else []
        )
    if told.lemma == "confess" and not charged_with(told):
        return [own_word(told, who, "claims")]
    return [own_word(told, who, "claims")] if any(is_charge(told, i) for i in charged_with(told)) else []


def _alleged(told: Told) -> list[Stand]:
    """Return that police or prosecutors say that the suspect did it."""
    tree, at = told.tree, told.at
    who = person(told, children(tree, at, "nsubj")[0])
    holder, surely = holder_of(tree, at, told.heard), factuality(tree, at, told.lexicon)
    if who is None or holder is AUTHOR or surely not in ("CT+", "PR+", "PS+"):
        return []
    stance: Stance = "accused" if surely == "CT+" else "suspected"
    return [Stand(who, stance, holder, surely, clause(tree, told.sentence, at, who.span), told.sentence.index, at)]


def _tried(told: Told, stance: Stance, surely: Factuality, *, bare_will_do: bool = False) -> list[Stand]:
    """Return a court's or prosecutor's stance on persons, where what they are charged with is violence."""
    idle = {"charge", "count", "accusation"} | told.lexicon.words["no_proof"]
    named = [i for i in charged_with(told) if told.tree.tokens[i].lemma not in idle]
    told_of = [i for i in named if not told.has("private", i) and told.tree.tokens[i].lemma != "accuse"]
    fits = any(is_charge(told, i) for i in told_of) or (bare_will_do and not told_of)
    return _persons(told, stance, surely) if fits else []


def _persons(told: Told, stance: Stance, surely: Factuality) -> list[Stand]:
    tree, at = told.tree, told.at
    passive = is_passive(tree, at)
    found_so = [i for verb in children(tree, at, "ccomp", "oprd") for i in children(tree, verb, "nsubj")]
    heads = undergoer(tree, at) if passive else [*children(tree, at, "dobj"), *found_so]
    named = parties(tree, heads, told.lexicon)
    found = [who for head in heads for i in conjuncts(tree, head) if (who := person(told, i)) is not None]
    found = [] if named and told.lemma in ("accuse", "convict", "find", "clear", "acquit") else found
    if not found and (told.has("convicting") or _jails(told)):
        found = [_counted(tree, i) for i in heads if tree.tokens[i].pos == "NUM"] or named
    holder = _judge(told, passive=passive, stance=stance)
    return [
        Stand(who, stance, holder, surely, clause(tree, told.sentence, at, who.span), told.sentence.index, at)
        for who in found[:1]
        if holder.span is None or not holder.span.meets(who.span)
    ]


def _counted(tree: Tree, head: int) -> Actor:
    """Return persons of whom only the number and the body are told ("two of its members")."""
    words = phrase(tree, head).of(tree.text)
    return Actor(words, None, words, "person", phrase(tree, head))


def _judge(told: Told, *, passive: bool, stance: Stance) -> Holder:
    """Return the court or police that charge or convict: agent or subject, a court named beside, or nobody named."""
    tree, at = told.tree, told.at
    near = [*after(tree, at, "by", "at", "in"), *(() if passive else children(tree, at, "nsubj"))]
    for noun in near:
        holder = holder_named(tree, noun, told.lexicon, told.heard)
        if holder is not None and holder.kind == "authority":
            return holder
    above = holder_of(tree, at, told.heard)
    if above is not AUTHOR:
        return above
    if stance in ("accused", "suspected"):
        words = passive_words(tree, at)
        return Holder(words.of(tree.text), None, "unknown", (), words)
    return _bench(told) or AUTHOR


def _bench(told: Told) -> Holder | None:
    """Return the court that spoke in this sentence or the last ones, whose verdict a bare passive tells."""
    tree = told.tree
    first = tree.page.page.sentences[max(0, told.sentence.index - _NEAR)].first
    for token in reversed(tree.tokens[first : told.at]):
        if told.has("benches", token.index) and token.dep in ("nsubj", "nsubjpass", "pobj"):
            return holder_named(tree, token.index, told.lexicon, told.heard)
    return None


def _jails(told: Told) -> bool:
    """Tell whether somebody is sent to prison."""
    to = {told.tree.tokens[i].lemma for i in after(told.tree, told.at, "to")}
    return told.lemma == "send" and bool(to & {"prison", "jail"})


def _is_alleged(told: Told) -> bool:
    """Tell whether a clause says of "the accused" or "the suspect" that he did it."""
    doer = next(iter(children(told.tree, told.at, "nsubj")), None)
    if doer is None or not is_charge(told, told.at):
        return False
    if told.tree.tokens[doer].text.lower() in ("accused", "suspect", "suspects", "defendant", "defendants"):
        return True
    said = (holder_of(told.tree, told.at, told.heard).text or "").lower()
    return "prosecut" in said and person(told, doer) is not None


def _finds_guilty(told: Told) -> bool:
    return told.lemma == "find" and any(told.tree.tokens[i].text.lower() == "guilty" for i in told.tree.below[told.at])


_Fits = Callable[[Told], bool]
_READERS: tuple[tuple[_Fits, Callable[[Told], list[Stand]]], ...] = (
    (lambda told: told.has("charging") or (told.lemma == "accuse" and is_passive(told.tree, told.at)), _accused),
    (lambda told: told.has("convicting") or _finds_guilty(told) or _jails(told), _convicted),
    (_is_alleged, _alleged),
    (lambda told: told.lemma == "suspect" and not is_passive(told.tree, told.at), _suspected),
    (lambda told: told.has("acquitting"), _acquitted),
    (lambda told: told.has("arrest_verbs") or told.lemma == "hold", _arrested),
    (lambda told: told.has("owning_up") or told.lemma in ("plead", "maintain", "protest"), _confessed),
    (lambda told: told.has("declaring"), told_own),
)
