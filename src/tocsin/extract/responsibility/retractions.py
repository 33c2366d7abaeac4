"""What words of taking back tell: somebody gives up a claim, an accusation or a suspicion.

Where the words name nobody ("took it back", "the claim was withdrawn") the stance is left without an actor: it is of
whom its speaker named before.
"""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, is_passive, key, phrase, subject
from tocsin.extract.responsibility.carriers import carriers
from tocsin.extract.responsibility.deeds import is_deed, is_guilt, is_violence
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.extract.voices.holders import Voices, named
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.values import Actor

_POINTERS = frozenset({"it", "this", "that", "which"})


def taken_back(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return what the verbs of a sentence take back."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and lexicon.has("recanting", key(tree, token.index)):
            found += _recanted(Told(tree, sentence, token.span, token.index, heard, lexicon))
    return found


def dropped(told: Told) -> list[Stand]:
    """Return the suspicion that somebody drops ("police no longer suspect X")."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    if told.lemma not in ("suspect", "believe", "blame", "think"):
        return []
    clauses = [i for i in children(tree, at, "ccomp") if is_guilt(tree, i, lexicon) or is_deed(tree, i, lexicon)]
    heads = [*children(tree, at, "dobj"), *(i for verb in clauses for i in children(tree, verb, "nsubj"))]
    return held(told, heads, "retracted", "CT-", speaker=subject(tree, at))[:1]


def _recanted(told: Told) -> list[Stand]:
    """Return the stance of one verb of taking back, without an actor where its words name none."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    nouns = _given_up(told)
    if negated(tree, at) or habitual(tree, at, lexicon) or factuality(tree, at, lexicon) != "CT+":
        return []
    if not nouns and not _is_bare(told):
        return []
    if any(not _is_of_act(told, i) for i in _topics(told, nouns)):
        return []
    head = by_agent(tree, at) if is_passive(tree, at) else subject(tree, at)
    if blamed := _blamed(told, nouns):
        return [s for s in held(told, blamed, "retracted", "CT-", speaker=head) if s.actor is not None][:1]
    holder = _speaker(told, head)
    who = _claimer(told, head, nouns)
    span = clause(tree, told.sentence, at, told.span, *((holder.span,) if holder.span is not None else ()))
    return [Stand(who, "retracted", holder, "CT-", span, told.sentence.index, at)]


def _is_of_act(told: Told, noun: int) -> bool:
    """Tell whether words are about an act or responsibility, not about other things ("its statement on the talks")."""
    lemma = told.tree.tokens[noun].lemma
    return lemma in ("responsibility", "credit", "guilt") or is_violence(told.tree, noun, told.lexicon)


def _claimer(told: Told, head: int | None, nouns: list[int]) -> Actor | None:
    """Return the group that withdraws its claim: what it withdraws is known without what it said before."""
    who = party(told.tree, head, told.lexicon) if head is not None and not _is_pronoun(told, head) else None
    if who is None or who.kind != "armed_group" or told.has("disowning"):
        return None
    return who if any(told.tree.tokens[i].lemma == "claim" for i in nouns) else None


def _given_up(told: Told) -> list[int]:
    """Return the nouns or pronouns for the words that are taken back."""
    tree, at = told.tree, told.at
    nouns = [*children(tree, at, "dobj", "nsubjpass"), *after(tree, at, "on", "from", "of", "for")]
    pointers = [i for i in nouns if tree.tokens[i].text.lower() in _POINTERS and not told.has("recanting_words")]
    return [i for i in nouns if told.has("charges_made", i)] or pointers


def _is_bare(told: Told) -> bool:
    """Tell whether a verb alone says that words were taken back ("it retracted on Thursday")."""
    return told.has("recanting_alone") and not children(told.tree, told.at, "dobj", "nsubjpass")


def _topics(told: Told, nouns: list[int]) -> list[int]:
    """Return what the words that are taken back are about, the day of taking back left out."""
    tree, at = told.tree, told.at
    days = [dated.when.span for dated in tree.page.dates]
    found = [i for near in (at, *nouns) for i in after(tree, near, "on", "about", "of") if i not in nouns]
    return [i for i in found if not any(tree.tokens[i].span.meets(day) for day in days)]


def _blamed(told: Told, nouns: list[int]) -> list[int]:
    """Return whom the accusation or theory that is given up names."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    inner = [i for noun in nouns for i in children(tree, noun, "acl", "ccomp")]
    verbs = [i for i in inner if is_deed(tree, i, lexicon) or is_guilt(tree, i, lexicon)]
    against = [i for noun in (at, *nouns) for i in after(tree, noun, "against")]
    named_there = [i for verb in verbs for i in children(tree, verb, "nsubj")]
    return [*against, *(i for i in named_there if tree.tokens[i].tag != "PRP")]


def _speaker(told: Told, head: int | None) -> Holder:
    """Return who takes back, by the words that stand for it; the author where nobody is said to."""
    if head is None:
        return AUTHOR
    who = party(told.tree, head, told.lexicon) if not _is_pronoun(told, head) else None
    if who is not None:
        return as_holder(told.tree, who, carriers(told, who))
    known = named(told.tree, head, told.lexicon, told.heard)
    if known is not None:
        return known
    words = phrase(told.tree, head)
    return Holder(words.of(told.tree.text), None, "unknown", (), words)


def _is_pronoun(told: Told, head: int) -> bool:
    return told.tree.tokens[head].tag.startswith("PRP")
