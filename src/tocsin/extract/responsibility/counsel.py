"""What suspects say of what they did, in plain speech, and what counsel and relatives say for them.

"He was in Sabah when the bomb went off" denies as well.
"""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, is_passive, subject
from tocsin.extract.responsibility.charges import is_charge
from tocsin.extract.responsibility.deeds import has_no_part, is_guilt, is_innocent
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.persons import person
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Factuality, Holder, Stance
from tocsin.model.values import Actor

_PRONOUNS = frozenset({"he", "she", "they"})
_SPEAKERS = frozenset({"i", "we"})


def told_own(told: Told) -> list[Stand]:
    """Return that suspects say that they did it, or did not, themselves or through those who speak for them."""
    tree, at = told.tree, told.at
    speaker = subject(tree, at)
    if speaker is None or is_passive(tree, at) or tree.tokens[speaker].tag == "PRP" or negated(tree, at):
        return []
    counsel = told.has("counsel", speaker) or told.has("relatives", speaker)
    who = _accused(told, speaker) if counsel else person(told, speaker)
    for top in children(tree, at, "ccomp"):
        for verb in conjuncts(tree, top):
            mine = _meant(told, verb, who, counsel=counsel)
            stance = _stance(told, verb) if mine is not None else None
            if mine is not None and stance is not None:
                return [own_word(told, mine, stance, via=speaker if counsel else None)]
    return []


def own_word(told: Told, who: Actor, stance: Stance, *, via: int | None = None) -> Stand:
    """Return what a suspect says of what he did, through whoever speaks for him."""
    tree = told.tree
    surely: Factuality = "CT+" if stance == "claims" else "CT-"
    span = clause(tree, told.sentence, told.at, who.span)
    links: tuple[Holder, ...] = ()
    if via is not None:
        token = tree.tokens[via]
        links = (Holder(token.text, None, "unknown", (), token.span),)
    return Stand(who, stance, as_holder(tree, who, links), surely, span, told.sentence.index, told.at)


def _accused(told: Told, speaker: int) -> Actor | None:
    """Return whom counsel or relatives belong to ("a lawyer for the suspect", "the defendants' families")."""
    tree = told.tree
    whose = [*after(tree, speaker, "for", "of"), *children(tree, speaker, "poss")]
    return next((who for i in whose if (who := person(told, i)) is not None), None)


def _meant(told: Told, verb: int, who: Actor | None, *, counsel: bool) -> Actor | None:
    """Return the suspect of whom a clause tells: by a pronoun, or by what counsel calls him."""
    for doer in children(told.tree, verb, "nsubj", "nsubjpass"):
        if told.tree.tokens[doer].text.lower() in (_PRONOUNS if counsel or not _is_quoted(told, doer) else _SPEAKERS):
            return who
        if counsel and told.has("counselled", doer):
            return person(told, doer)
    return None


def _is_quoted(told: Told, index: int) -> bool:
    """Tell whether a word stands in words that are quoted, where "they" are others than the speaker."""
    before = told.tree.text[told.sentence.span.start : told.tree.tokens[index].span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _stance(told: Told, verb: int) -> Stance | None:
    tree, lexicon = told.tree, told.lexicon
    surely = factuality(tree, verb, lexicon)
    no_part = has_no_part(tree, verb, lexicon)
    if no_part or is_innocent(tree, verb, lexicon) or _is_elsewhere(tree, verb, lexicon):
        return "denies" if surely == "CT+" or no_part else None
    if is_guilt(tree, verb, lexicon) or is_charge(told, verb):
        return "claims" if surely == "CT+" else "denies" if surely == "CT-" else None
    return None


def _is_elsewhere(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says where somebody was at the time of an act."""
    if not lexicon.has("staying", tree.tokens[verb].lemma) or not after(tree, verb, "in", "at", "on", "with"):
        return False
    below = [tree.tokens[i] for i in descend(tree, verb) if i > verb]
    then = any(t.lemma in lexicon.words["times"] and tree.tokens[t.index - 1].lemma in ("that", "the") for t in below)
    return then or any(t.lemma in ("when", "while") and t.dep in ("advmod", "mark") for t in below)
