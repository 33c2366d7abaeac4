"""Marked ones: called a legitimate target or the next one, put on a death list, or named by a work that threatens."""

import re

from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts, descend, key
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.targets import target_of
from tocsin.extract.threats.menacers import STATES, Menace, behind, menacer
from tocsin.extract.threats.menaces import named_targets
from tocsin.extract.threats.vows import speaker
from tocsin.extract.threats.works import medium_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target

_FAIR_GAME = frozenset(
    {"legitimate", "legal", "lawful", "military", "valid", "fair", "next", "permissible", "prime", "future"}
)
_DEATH_LIST = re.compile(r"(?i)\b(?:hit|death|kill|target|assassination)[ -]lists?\b")
_NAMING = re.compile(
    r"(?i)\b(?:nam(?:es|ed|ing)|lists?|listed|listing|singl(?:es|ed|ing) out|mention(?:s|ed|ing)|flags of|"
    r"threaten(?:s|ed|ing)|address(?:es|ed|ing)|against)\b"
)
_BETWEEN = re.compile(
    r"(?:\s|,|and|as well as|the|:|“|\"|[a-z]+ (?:countries|states|nations|governments)(?:,|:)?(?: including)?)*"
)
_LIST = re.compile(r",? (?:and )?(?:the )?|, ")


def marked(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Menace]:
    """Return whom a sentence says that somebody has declared a target."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        heads = _declared(tree, token.index)
        targets = named_targets(tree, heads, lexicon) or _loose(tree, heads, lexicon)
        targets = targets or _listed(tree, sentence, token.index, lexicon)
        if not targets:
            continue
        speaker = _declarer(tree, sentence, token.index, heard, lexicon)
        if speaker is None:
            continue
        issuer, work, doer = speaker
        found.append(Menace(token.index, issuer, work, tuple(targets), doer))
    return found


def _loose(tree: Tree, heads: list[int], lexicon: Lexicon) -> list[Target]:
    """Return targets of no known type, where the text itself calls them targets."""
    named = [target_of(tree, i, "named", None, lexicon) for i in heads if tree.tokens[i].pos in ("NOUN", "PROPN")]
    return [target for target in named if target is not None]


def _declared(tree: Tree, index: int) -> list[int]:
    """Return the nouns that a word marks: of "target" with its adjective, or of "next" in "will be next"."""
    token = tree.tokens[index]
    if token.lemma == "next" and token.dep in ("acomp", "advmod", "attr"):
        verb = token.head
        ahead = any(tree.tokens[aux].lemma in ("will", "would", "shall", "'ll") for aux in children(tree, verb, "aux"))
        return list(children(tree, verb, "nsubj")) if ahead and tree.tokens[verb].lemma == "be" else []
    if token.lemma != "target" or token.pos != "NOUN":
        return []
    ahead = any(tree.tokens[aux].lemma in ("will", "would") for aux in children(tree, token.head, "aux"))
    if not (ahead and token.dep == "attr") and not any(tree.tokens[c].lemma in _FAIR_GAME for c in tree.below[index]):
        return []
    heads = _called(tree, index)
    return [] if _is_told(tree, token.head, heads) else heads


def _is_told(tree: Tree, verb: int, heads: list[int]) -> bool:
    """Tell whether what is called a target was one thing already hit ("the school was a legitimate target")."""
    if (
        tree.tokens[verb].tag != "VBD"
        or tree.tokens[verb].lemma != "be"
        or any(tree.tokens[c].lemma == "now" for c in tree.below[verb])
    ):
        return False
    return any(
        tree.tokens[head].tag in ("NN", "NNP")
        and not any(tree.tokens[c].text.lower() in ("any", "every", "each", "anyone") for c in tree.below[head])
        for head in heads
    )


def _called(tree: Tree, index: int) -> list[int]:
    """Return what is called a target: subject of "is", object of "declared ... (as)", or the noun run into the word."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep == "pobj" and tree.tokens[verb].lemma in ("as", "to"):
        verb = tree.tokens[verb].head
    if tree.tokens[verb].pos in ("NOUN", "PROPN") and verb != token.head:
        return list(conjuncts(tree, verb))
    inner = [c for c in children(tree, index, "nmod", "compound") if tree.tokens[c].pos in ("NOUN", "PROPN")]
    if token.dep in ("dobj", "ccomp") and inner:
        return inner[-1:]
    heads = [n for n in children(tree, verb, "nsubjpass", "nsubj", "dobj") if n != index]
    if tree.tokens[verb].lemma in ("be", "become", "remain"):
        heads = list(children(tree, verb, "nsubj"))
    elif any(tree.tokens[n].dep in ("dobj", "nsubjpass") for n in heads):
        heads = [n for n in heads if tree.tokens[n].dep in ("dobj", "nsubjpass")]
    if not heads and tree.tokens[verb].dep == "relcl":
        heads = [tree.tokens[verb].head]
    names = [n for head in heads for n in after(tree, head, "of")] if _are_names(tree, heads) else []
    return [n for head in (names or heads) for n in conjuncts(tree, head)]


def _are_names(tree: Tree, heads: list[int]) -> bool:
    return any(tree.tokens[head].lemma in ("name", "photo", "photograph", "address", "picture") for head in heads)


def _declarer(
    tree: Tree, sentence: Sentence, index: int, heard: Voices, lexicon: Lexicon
) -> tuple[Actor | None, int | None, int | None] | None:
    """Return who calls somebody a target, the work that does, and the noun of either."""
    for above in climb(tree, index):
        if tree.tokens[above].pos != "VERB":
            continue
        doer = agent_of(tree, above)
        issuer, work = menacer(tree, above, doer, lexicon)
        if (issuer is not None and issuer.kind not in STATES) or work is not None:
            return issuer, work, doer
    holder = holder_of(tree, index, heard)
    spoken = speaker(tree, holder)
    if spoken is not None:
        return spoken, None, None
    if holder.kind in ("author", "unknown"):
        works = [t.index for t in tree.tokens[sentence.first : index] if medium_of(tree, t.index, lexicon) is not None]
        return (behind(tree, works[0]), works[0], works[0]) if works else None
    return None


def listed(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> list[Target]:
    """Return the people of a death list, or of a list of those whom somebody means to kill."""
    return [t for i in range(sentence.first, sentence.last) for t in _listed(tree, sentence, i, lexicon)]


def _listed(tree: Tree, sentence: Sentence, index: int, lexicon: Lexicon) -> list[Target]:
    token = tree.tokens[index]
    if token.lemma != "list" or token.pos != "NOUN":
        return []
    heads = after(tree, index, "of")
    beside = [c for c in children(tree, token.head, "ccomp") if c > index]
    words = tree.text[max(sentence.span.start, token.span.start - 14) : token.span.end]
    meant = any(
        tree.tokens[i].pos == "VERB" and {key(tree, i), tree.tokens[i].lemma} & lexicon.words["harm_verbs"]
        for head in (*heads, *beside)
        for i in descend(tree, head)
    )
    return named_targets(tree, heads, lexicon) if meant or _DEATH_LIST.search(words) else []


def countries(tree: Tree, sentence: Sentence) -> list[Target]:
    """Return the states that a sentence lists after a word of naming ("names Niger, Togo and Benin", "flags of")."""
    places = [
        p
        for p in tree.page.places
        if sentence.span.holds(p.span) and p.place is not None and p.place.precision == "country"
    ]
    found: dict[str, Target] = {}
    for cue in _NAMING.finditer(tree.text, sentence.span.start, sentence.span.end):
        at = cue.end()
        for located in (p for p in places if p.span.start >= cue.end()):
            between = tree.text[at : located.span.start]
            if not (_BETWEEN if at == cue.end() else _LIST).fullmatch(between) and not _is_row(between):
                break
            if located.place is not None and located.place.country is not None:
                span = _with_article(tree.text, located.span)
                found.setdefault(
                    located.place.country,
                    Target(span.of(tree.text), "unknown", located.place.country, "named", None, None, span),
                )
            at = located.span.end
    return list(found.values())


def _is_row(between: str) -> bool:
    """Tell whether words between two states are a third that nothing knows (", Togo, ")."""
    return re.fullmatch(r",? (?:and )?(?:the )?(?:[A-Z]\w+ ?){1,3},? (?:and )?(?:the )?", between) is not None


def _with_article(text: str, span: Span) -> Span:
    return Span(span.start - 4, span.end) if text[max(0, span.start - 4) : span.start] == "the " else span
