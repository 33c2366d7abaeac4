"""Which nouns stand for a state or its forces by their office: its embassy abroad, its general staff."""

from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, after, children, compound
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor


def office(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return a state by its mission, or a force by its staff ("Iran's embassy in Kor", "the general staff")."""
    if is_person(tree, head):
        return next((who for i in children(tree, head, "appos") if (who := office(tree, i, lexicon)) is not None), None)
    staff = lexicon.has("staffs", compound(tree, head))
    seat = lexicon.has("seats", tree.tokens[head].lemma)
    if not staff and not seat and not (lexicon.has("missions", tree.tokens[head].lemma) and _is_of_nation(tree, head)):
        return None
    first = min((head, *children(tree, head, "poss", "amod", "compound", "nmod", "det")))
    owner = children(tree, first, "det", "amod", "compound")
    span = Span(tree.tokens[min((first, *owner))].span.start, tree.tokens[head].span.end)
    words = span.of(tree.text)
    return Actor(words, None, words, "state_force" if staff else "government", span)


def _is_of_nation(tree: Tree, head: int) -> bool:
    owners = [*children(tree, head, "poss", "amod", "compound", "nmod"), *after(tree, head, "of")]
    nations = [nation.span for nation in tree.page.page.nationalities]
    nations += [p.span for p in tree.page.places if p.place is not None and p.place.precision == "country"]
    return any(tree.tokens[i].span.meets(span) for i in owners for span in nations)
