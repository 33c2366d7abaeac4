"""Who or what a judgement of exposure says is open to harm."""

from tocsin.extract.grammar.tree import Tree, children, phrase
from tocsin.extract.judgements.clauses import antecedent, subject_of

# What only counts or points to the things that the next noun names ("most of the schools", "those at risk are …").
_POINTERS = frozenset({"those", "these", "most", "many", "some", "all", "several", "few", "people", "one"})
_RELATIVES = frozenset({"who", "which", "that"})


def target(tree: Tree, verb: int) -> str | None:
    """Return the noun phrase of what is exposed, unless it is a pronoun or a name."""
    head = subject_of(tree, verb)
    if head is not None and tree.tokens[head].text.lower() in _RELATIVES:
        head = antecedent(tree, verb)
    if head is not None and tree.tokens[head].text.lower() in _POINTERS:
        of = [at for at in children(tree, head, "prep") if tree.tokens[at].lemma == "of"]
        counted = [noun for at in of for noun in children(tree, at, "pobj")]
        head = next(iter([*counted, *children(tree, verb, "attr")]), head)
    if head is None or tree.tokens[head].pos != "NOUN":
        return None
    return " ".join(phrase(tree, head).of(tree.text).split())
