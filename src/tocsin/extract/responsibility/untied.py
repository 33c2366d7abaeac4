"""What clears a party without a verb of clearing: no tie is seen between it and the act, or a tie is played down."""

from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.tree import Tree, after, children, climb, is_passive, key, subject
from tocsin.extract.responsibility.deeds import is_violence
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality
from tocsin.model.values import Actor


def untied(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return whom a sentence clears by a tie that is not seen ("found no link to X", "was not connected to X")."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        if token.pos == "NOUN" and (told.has("no_part") or told.has("grounds")):
            found += _of_tie(told)
        elif token.pos in ("VERB", "ADJ") and told.has("tying") and negated(tree, token.index):
            found += _of_acts(told)
    return found


def _of_tie(told: Told) -> list[Stand]:
    """Return the party to which no link, no sign or no hand is known of, or to which a link is played down."""
    tree, at = told.tree, told.at
    verb = next((i for i in climb(tree, at) if tree.tokens[i].pos in ("VERB", "AUX")), None)
    inner = [i for i in _within(tree, at) if told.has("no_part", i) or i == at]
    tie = next((i for i in inner if told.has("no_part", i)), None)
    if verb is None or tie is None or _is_own(told, verb):
        return []
    surely = _denied(told, verb)
    if surely is None and not _is_seen(told, verb):
        return []
    heads = [i for noun in inner for i in _ends(tree, noun)] or [i for i in after(tree, verb, "to", "with") if i > at]
    named = parties(tree, heads, told.lexicon)
    if (
        len(named) != 1
        or _is_vague(tree, named[0])
        or (named[0].kind != "armed_group" and not any(is_violence(tree, i, told.lexicon) for i in heads))
    ):
        return []
    if surely is None:
        return held(told, heads, "suspected", "PS+", speaker=_seer(told, verb))
    return held(told, heads, "cleared", surely, speaker=_seer(told, verb))


def _is_vague(tree: Tree, who: Actor) -> bool:
    """Tell whether a party is named by no name ("no links to terrorist groups")."""
    return who.actor_id is None and not any(t.pos == "PROPN" for t in tree.tokens if who.span.holds(t.span))


def _is_seen(told: Told, verb: int) -> bool:
    """Tell whether signs of a part in an act are there or were found ("there are signs of X's role in the killing")."""
    tree = told.tree
    if not told.has("grounds") or not told.lexicon.has("knowing", key(tree, verb)) or negated(tree, verb):
        return False
    none = any(tree.tokens[c].lemma in ("no", "any", "little") for c in tree.below[told.at])
    ends = [i for part in _within(tree, told.at) for i in after(tree, part, "in", "to")]
    return not none and any(is_violence(tree, i, told.lexicon) for i in ends)


def _denied(told: Told, verb: int) -> Factuality | None:
    """Return how surely a tie is denied: none is, none is known of, or it is played down."""
    tree, word = told.tree, key(told.tree, verb)
    none = any(tree.tokens[c].lemma == "no" for c in tree.below[told.at])
    if told.lexicon.has("downplaying", word) or told.lexicon.has("doubting", word):
        return "PS-" if not negated(tree, verb) else None
    if not told.lexicon.has("knowing", word) or none == negated(tree, verb):
        return None
    return "PS-" if told.has("grounds") or word != "be" else "CT-"


def _is_own(told: Told, verb: int) -> bool:
    """Tell whether a tie is of a party to another ("the rebels had no link to X"), which is none of an act."""
    doer = subject(told.tree, verb)
    if doer is None or told.tree.tokens[verb].lemma not in ("have", "be"):
        return False
    return told.tree.tokens[doer].tag == "PRP" or (
        bool(parties(told.tree, [doer], told.lexicon)) and not told.has("grounds")
    )


def _seer(told: Told, verb: int) -> int | None:
    """Return who sees no tie or plays it down, where the sentence names somebody."""
    return (
        subject(told.tree, verb) if told.tree.tokens[verb].lemma != "be" and not is_passive(told.tree, verb) else None
    )


def _within(tree: Tree, noun: int) -> list[int]:
    """Return a noun and those that hang on it by prepositions ("no sign of a link")."""
    below = [i for i in after(tree, noun, "of", "for") if tree.tokens[i].pos == "NOUN"]
    return [noun, *(i for inner in below for i in _within(tree, inner))]


def _ends(tree: Tree, noun: int) -> list[int]:
    """Return the ends of a tie ("a link between the bombing and X", "X involvement in it")."""
    beside = children(tree, noun, "compound", "poss", "amod")
    return [*after(tree, noun, "to", "with", "between", "by", "of", "in"), *beside]


def _of_acts(told: Told) -> list[Stand]:
    """Return the party to which an act is said not to be tied."""
    tree, at = told.tree, told.at
    acts = [i for i in children(tree, at, "nsubjpass", "nsubj") if is_violence(tree, i, told.lexicon)]
    if not acts:
        return []
    return held(told, [*after(tree, at, "to", "with")], "cleared", "CT-")
