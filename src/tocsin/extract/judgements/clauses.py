"""Which words make one clause: a verb and what belongs to it, without the clauses beside it and its reporting words."""

from tocsin.extract.grammar.tree import Tree, children, climb, descend
from tocsin.model.page import Sentence
from tocsin.model.text import Span

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
# Words that open what only makes sense with the clause that it hangs on.
_HELD = frozenset({"to", "unless", "if", "until", "before", "lest", "whether"})
_EDGES = frozenset({"PUNCT", "CCONJ", "SPACE"})
_TURNED = frozenset(
    {
        "say",
        "tell",
        "add",
        "warn",
        "think",
        "believe",
        "argue",
        "reckon",
        "note",
        "explain",
        "write",
        "report",
        "suggest",
    }
)


def clause(tree: Tree, index: int) -> int:
    """Return the verb of the clause in which a token stands."""
    at = index
    while not _heads(tree, at):
        at = tree.tokens[at].head
    return at


def _heads(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    if token.head == at:
        return True
    if token.pos not in ("VERB", "AUX"):
        return False
    if token.dep in ("relcl", "parataxis"):
        return True
    finite = bool(children(tree, at, *_SUBJECTS)) or token.tag in ("VBD", "VBZ", "VBP")
    if token.dep == "ccomp" and _is_asked(tree, at):
        return False
    if token.dep in ("ccomp", "advcl"):
        marks = {tree.tokens[c].lemma for c in children(tree, at, "mark", "aux", "advmod")}
        return finite and bool(children(tree, at, *_SUBJECTS)) and not marks & _HELD
    return token.dep == "conj" and finite and tree.tokens[token.head].pos in ("VERB", "AUX")


def _is_asked(tree: Tree, at: int) -> bool:
    """Tell whether a verb closes what the parser took for its governor ("why the camp had no guards is not known")."""
    above = tree.tokens[tree.tokens[at].head]
    asked = any(tree.tokens[i].tag == "WRB" and i < above.index for i in children(tree, above.index, "advmod"))
    return asked and above.dep == "ROOT" and above.lemma not in _TURNED and not children(tree, at, "mark")


def clause_span(tree: Tree, sentence: Sentence, verb: int, cue: Span) -> Span:
    """Return the words of a verb's clause that run through a cue."""
    apart = {i for child in _beside(tree, verb, cue) for i in descend(tree, child)}
    inside = sorted(i for i in descend(tree, verb) if i not in apart and sentence.first <= i < sentence.last)
    run = _run(tree, inside, verb, cue) or [
        t.index for t in tree.tokens[sentence.first : sentence.last] if t.span.meets(cue)
    ]
    while len(run) > 1 and (tree.tokens[run[0]].pos in _EDGES or _is_that(tree, run[0])):
        run = run[1:]
    while len(run) > 1 and tree.tokens[run[-1]].pos in _EDGES:
        run = run[:-1]
    return Span(tree.tokens[run[0]].span.start, tree.tokens[run[-1]].span.end)


def _is_that(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() == "that" and tree.tokens[index].dep == "mark"


def _beside(tree: Tree, verb: int, cue: Span) -> list[int]:
    """Return the verbs below a clause's own that head clauses of their own, and the reporting words set into it."""
    found = []
    for below in descend(tree, verb):
        if below == verb:
            continue
        token = tree.tokens[below]
        if (token.pos in ("VERB", "AUX") and token.dep in ("conj", "parataxis") and _heads(tree, below)) or (
            token.dep == "ccomp" and token.head == verb and _is_report(tree, verb, below, cue)
        ):
            found.append(below)
    return found


def _is_report(tree: Tree, verb: int, content: int, cue: Span) -> bool:
    """Tell whether a verb only reports its content, which is then a clause of its own."""
    if tree.tokens[verb].span.meets(cue):
        return False
    return tree.tokens[verb].lemma in _TURNED and bool(children(tree, content, *_SUBJECTS))


def _run(tree: Tree, inside: list[int], verb: int, cue: Span) -> list[int]:
    """Return the unbroken run of tokens that holds the cue (a gap of one mark is none), its verb with it."""
    runs: list[list[int]] = []
    for index in inside:
        if runs and index - runs[-1][-1] <= 2:
            runs[-1].append(index)
        else:
            runs.append([index])
    held = next((run for run in runs if any(tree.tokens[i].span.meets(cue) for i in run)), [])
    if held and verb not in held:
        return list(range(min(verb, held[0]), max(verb, held[-1]) + 1))
    return held


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return the subject of a clause; one clause of several borrows it from the one before."""
    own = children(tree, verb, "nsubj", "nsubjpass")
    if own:
        return own[0]
    token = tree.tokens[verb]
    if token.dep == "conj" and token.head != verb:
        lent = subject_of(tree, token.head)
        above = tree.tokens[token.head].head
        if lent is not None and token.tag == "VBZ" and tree.tokens[lent].tag == "NNS" and above != token.head:
            return subject_of(tree, above) or lent
        return lent
    return None


def antecedent(tree: Tree, verb: int) -> int | None:
    """Return the noun that a relative clause speaks of."""
    for above in (verb, *climb(tree, verb)):
        if tree.tokens[above].dep == "relcl":
            return tree.tokens[above].head
        if tree.tokens[above].dep not in ("conj", "aux"):
            return None
    return None
