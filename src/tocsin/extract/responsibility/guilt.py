"""What clauses of guilt tell: "X was behind it", "the work of X", "was carried out by X", "Russian forces shelled it".

The verb above tells the stance only in part: "said X was behind" accuses, "believes X was behind" suspects, "concluded
that X was behind" confirms, "said X was not behind" clears. What the author alone says as fact is no stance.
"""

from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, is_passive, subject
from tocsin.extract.responsibility.deeds import (
    has_no_part,
)
from tocsin.extract.responsibility.guilty import guilty, is_cleft, is_it
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.hedging import hedge_above, inquirer
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.sides import is_undergone
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Holder, Stance

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_HEDGED = frozenset({"suspected", "alleged", "presumed"})


def told_guilty(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the stances that clauses of guilt tell."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        if token.pos in ("VERB", "AUX"):
            found += _of_clause(told)
        elif token.lemma in lexicon.attack_nouns and token.pos == "NOUN":
            found += _of_noun(told)
    return found


def _of_noun(told: Told) -> list[Stand]:
    """Return what "spoke of an attack by X" tells, where somebody else than the author says it."""
    doer = by_agent(told.tree, told.at)
    if doer is None or told.tree.tokens[told.at].dep not in ("pobj", "oprd", "attr", "dobj"):
        return []
    named = holder_of(told.tree, told.at, told.heard).kind != "author"
    certain = factuality(told.tree, told.at, told.lexicon) == "CT+"
    return held(told, [doer], "accused", "CT+", owning=True) if named and certain else []


def _of_clause(told: Told) -> list[Stand]:
    tree, at, lexicon = told.tree, told.at, told.lexicon
    heads = [i for i in guilty(tree, at, told.heard, lexicon) if not _is_owned(tree, i)]
    if not heads or habitual(tree, at, lexicon):
        return []
    if (hearsay := _by_hearsay(told)) is not None:
        stands = held(told, heads, "suspected", "PS+")
        return [replace(s, stance="accused", factuality="CT+", holder=hearsay) for s in stands]
    stance, surely = _stance(told)
    speaker = _thinker(told) if stance in ("suspected", "cleared") else None
    hedged = any(_is_hedged(tree, head) for head in heads)
    if hedged and is_passive(tree, at) and _is_plain(told):
        return held(told, [i for i in heads if armed_group(tree, i) is not None], "suspected", "PS+")
    if stance == "accused" and hedged:
        stance, surely = "suspected", "PS+"
    cleft = any(is_cleft(tree, head, lexicon) for head in heads)
    if stance is None or (stance == "accused" and is_it(tree, at, lexicon) and not cleft):
        return []
    return held(told, heads, stance, surely, speaker=speaker, owning=True)


def _is_plain(told: Told) -> bool:
    """Tell whether the author alone tells a clause as fact."""
    certain = factuality(told.tree, told.at, told.lexicon) == "CT+"
    return certain and holder_of(told.tree, told.at, told.heard).kind == "author"


def _is_owned(tree: Tree, head: int) -> bool:
    """Tell whether a noun means a speaker's own people ("its fighters"), of whom the speaker's words tell."""
    nouns = (head, *after(tree, head, "of"))
    return any(tree.tokens[c].tag == "PRP$" for noun in nouns for c in children(tree, noun, "poss"))


def _by_hearsay(told: Told) -> Holder | None:
    """Return the unknown holder of what only "reportedly" or "allegedly" tells."""
    if holder_of(told.tree, told.at, told.heard).kind != "author":
        return None
    words = (told.tree.tokens[c] for c in children(told.tree, told.at, "advmod"))
    word = next((t for t in words if t.text.lower() in _HEARSAY), None)
    return Holder(word.text, None, "unknown", (), word.span) if word is not None else None


def _is_hedged(tree: Tree, head: int) -> bool:
    """Tell whether a noun is hedged ("suspected members of X")."""
    return any(tree.tokens[c].text.lower() in _HEDGED for c in tree.below[head])


def _stance(told: Told) -> tuple[Stance | None, Factuality]:
    """Return the stance that a clause of guilt takes, by how surely it is told and by which verb it is reported."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    if any(lexicon.has("believing", tree.tokens[i].lemma) and is_undergone(tree, i, lexicon) for i in climb(tree, at)):
        return None, "Uu"  # the words of doubt tell it, with their own holder
    if _is_charged(tree, at, lexicon):
        return None, "Uu"
    if inquirer(tree, at, lexicon) is not None:
        return "suspected", "Uu"
    denied = negated(tree, at) or any(_is_no_work(tree, i) for i in children(tree, at, "attr"))
    surely = "CT-" if denied or has_no_part(tree, at, lexicon) else factuality(tree, at, lexicon)
    if tree.tokens[at].lemma in lexicon.words["seeming"]:
        surely = "PR+"
    parts = [i for part in (at, *children(tree, at, "attr", "acomp")) for i in (part, *tree.below[part])]
    if surely == "CT+" and any(tree.tokens[i].lemma in ("likely", "probable") for i in parts):
        surely = "PR+"
    if surely != "CT-":
        hedged = hedge_above(tree, at, lexicon)
        surely = hedged if surely == "CT+" or hedged in ("PS-", "PR-", "Uu") else surely
    if surely in ("PR+", "PS+"):
        return "suspected", surely
    if surely in ("PS-", "PR-"):
        return "cleared", surely
    by_author = holder_of(tree, at, told.heard).kind == "author"
    if surely not in ("CT+", "CT-") or by_author:
        return None, surely
    if surely == "CT-":
        return "cleared", "CT-"
    above = [tree.tokens[i].lemma for i in climb(tree, at) if i in told.heard.by_verb][:1]
    return ("confirmed" if above and lexicon.has("upholding", above[0]) else "accused"), "CT+"


def _is_no_work(tree: Tree, noun: int) -> bool:
    """Tell whether something is said to be nobody's work ("was no work of X")."""
    return tree.tokens[noun].lemma in ("work", "doing", "deed") and any(
        tree.tokens[c].lemma == "no" for c in tree.below[noun]
    )


def _is_charged(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause only says what an accusation or report is of ("rejects accusations that X did it")."""
    for index in (verb, *climb(tree, verb)):
        token = tree.tokens[tree.tokens[index].head]
        if tree.tokens[index].dep == "acl" and _is_medium(tree, token.index, lexicon):
            return False
        if tree.tokens[index].dep in ("acl", "ccomp") and token.pos == "NOUN":
            return lexicon.has("reproaches", token.lemma) or token.lemma in ("report", "claim", "rumor", "rumour")
        if tree.tokens[index].dep not in ("acl", "xcomp", "conj"):
            return False
    return False


def _is_medium(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a report or statement is only where somebody said it ("said in a report that X had")."""
    prep = tree.tokens[tree.tokens[noun].head]
    said = tree.tokens[prep.head].lemma
    return tree.tokens[noun].dep == "pobj" and prep.lemma == "in" and lexicon.has("reporting", said)


def _thinker(told: Told) -> int | None:
    """Return who works on a theory or sees grounds, where no verb of saying tells it ("work on the theory that")."""
    tree = told.tree
    if holder_of(tree, told.at, told.heard).kind != "author":
        return None
    if (asking := inquirer(tree, told.at, told.lexicon)) is not None:
        return subject(tree, asking)
    for above in climb(tree, told.at):
        if tree.tokens[above].pos == "VERB" and told.has("doubting", above):
            return subject(tree, above)
        if tree.tokens[above].pos == "NOUN" and told.has("grounds", above):
            verb = next((i for i in climb(tree, above) if tree.tokens[i].pos in ("VERB", "AUX")), None)
            return subject(tree, verb) if verb is not None and tree.tokens[verb].lemma != "be" else None
    return None
