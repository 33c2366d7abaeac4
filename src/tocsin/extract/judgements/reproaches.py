"""What armed groups say of one another: of serving an enemy, an accusation; of anything else, that they are hostile."""

from tocsin.extract.grammar.tree import Tree, children, descend, subject
from tocsin.extract.judgements.clauses import antecedent
from tocsin.extract.judgements.ends import End, last_group
from tocsin.knowledge.ties import Ties
from tocsin.model.page import Sentence
from tocsin.model.record import Holder, RelationType
from tocsin.model.text import Span
from tocsin.model.values import Actor

_WORKS = frozenset(
    {
        "magazine",
        "video",
        "statement",
        "article",
        "editorial",
        "newsletter",
        "message",
        "audio",
        "book",
        "pamphlet",
        "speech",
    }
)


def reproaches(
    tree: Tree, sentence: Sentence, inside: tuple[End, ...], ties: Ties
) -> list[tuple[End, RelationType, End, Span, Holder]]:
    """Return accuser, tie, accused, words and holder of what a group or its work says of another group."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma != "accuse" or token.pos != "VERB":
            continue
        objects = [_meant(tree, token.index, i) for i in children(tree, token.index, "dobj")]
        accused = next((e for i in objects for e in inside if _covers(tree, e, i)), None)
        accuser = _accuser(tree, token.index, inside, accused)
        if accused is None or accuser is None or not accused.is_group or accused.key == accuser.key:
            continue
        words = [tree.tokens[i].span for i in descend(tree, token.index) if i >= token.index]
        span = Span(token.span.start, max(word.end for word in words))
        serving = ties.serving.search(span.of(tree.text)) or ties.backing.search(span.of(tree.text))
        relation: RelationType = "accuses" if serving else "hostile_to"
        group = accuser.thing
        holder = Holder(group.text if isinstance(group, Actor) else None, accuser.key, "group", (), accuser.span)
        found.append((accuser, relation, accused, span, holder))
    return found


def _meant(tree: Tree, verb: int, index: int) -> int:
    """Return the noun for which "whom" stands ("X, whom it accuses of")."""
    who = antecedent(tree, verb) if tree.tokens[index].tag == "WP" else None
    return index if who is None else who


def _covers(tree: Tree, end: End, index: int) -> bool:
    return not end.pronoun and any(
        end.span.meets(tree.tokens[i].span) for i in (index, *children(tree, index, "compound"))
    )


def _accuser(tree: Tree, verb: int, inside: tuple[End, ...], accused: End | None) -> End | None:
    """Return the group that accuses: itself the subject, or whose work or outlet is."""
    head = subject(tree, verb)
    if head is None:
        return None
    last = last_group(tree, tree.tokens[verb].span.start, accused.key if accused is not None else None)
    if tree.tokens[head].text.lower() in ("it", "they"):
        return End(last.span, last) if last is not None else None
    named = next((e for e in inside if e.is_group and e.span.meets(tree.tokens[head].span)), None)
    if named is not None:
        return named
    spoken = [e for e in inside if any(e.span.meets(tree.tokens[i].span) for i in descend(tree, head))]
    outlet = any(isinstance(e.thing, Actor) and e.thing.kind == "media_outlet" for e in spoken)
    if tree.tokens[head].lemma not in _WORKS and not outlet:
        return None
    owner = next((e for e in spoken if e.is_group), None)
    return owner or (End(last.span, last) if last is not None else None)
