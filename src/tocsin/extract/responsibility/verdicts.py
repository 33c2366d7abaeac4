"""What words of confirming and clearing tell of parties; clauses of guilt and courts on persons stand elsewhere."""

from tocsin.extract.grammar.tree import children, descend
from tocsin.extract.responsibility.deeds import has_no_part, is_deed, is_guilt, is_violence
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.sides import objects, tied, utterer
from tocsin.extract.responsibility.stances import Stand, Told

_FINDING = frozenset({"find", "hold", "declare", "convict"})


def upheld(told: Told) -> list[Stand]:
    """Return the confirmations that words of confirming tell."""
    tree, at = told.tree, told.at
    if told.lemma not in _FINDING or negated(tree, at):
        return []
    heads = objects(tree, at, told.lexicon)
    clauses = [i for i in children(tree, at, "ccomp", "oprd") if _is_guilty(told, i)]
    heads += [i for verb in clauses for i in children(tree, verb, "nsubj")]
    return held(told, heads, "confirmed", "CT+", speaker=utterer(tree, at, told.lexicon))


def _is_guilty(told: Told, clause: int) -> bool:
    """Tell whether what is found is guilt or a deed ("found that X had carried it out", "found X guilty")."""
    tree, lexicon = told.tree, told.lexicon
    if tree.tokens[clause].pos not in ("VERB", "AUX"):
        return True
    if negated(tree, clause) or has_no_part(tree, clause, lexicon):
        return False
    words = {tree.tokens[i].lemma for i in (clause, *tree.below[clause])}
    return (
        bool(words & {"guilty", "liable", "accountable"})
        or is_deed(tree, clause, lexicon)
        or is_guilt(tree, clause, lexicon)
    )


def cleared(told: Told) -> list[Stand]:
    """Return the party that words of clearing clear."""
    tree, at = told.tree, told.at
    if told.lemma in ("link", "connect", "tie"):
        return _untied(told)
    if told.lemma in ("be", "have") or negated(tree, at):
        return []
    heads = [*objects(tree, at, told.lexicon), *tied(tree, at, "by")]
    heads += [i for head in heads for i in descend(tree, head) if i != head]
    return held(told, heads, "cleared", "CT-", speaker=utterer(tree, at, told.lexicon))[:1]


def _untied(told: Told) -> list[Stand]:
    """Return the party that no evidence ties to an act ("no evidence links X to the bombing")."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    acts = [i for i in tied(tree, at, "to", "with") if is_violence(tree, i, lexicon)]
    heads = [i for i in objects(tree, at, lexicon) if not is_violence(tree, i, lexicon) or tree.tokens[i].tag == "PRP"]
    return held(told, heads, "cleared", "PS-")[:1] if acts else []
