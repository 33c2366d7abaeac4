"""Whether a verb or event noun is told as fact, as likely, as possible, as not so, or not at all as having happened.

The values are FactBank's. A threat, a plan, a wish, a condition or a question is `Uu`: nothing has happened in it.
"""

from tocsin.extract.grammar.tree import Tree, children, climb
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Factuality

_MODALS: dict[str, Factuality] = {
    "may": "PS+",
    "might": "PS+",
    "could": "PS+",
    "can": "Uu",
    "would": "Uu",
    "should": "Uu",
    "will": "Uu",
    "shall": "Uu",
    "must": "PR+",
    "ca": "Uu",
    "wo": "Uu",
}
_UNREAL = frozenset(
    [
        "threaten",
        "vow",
        "plan",
        "want",
        "mean",
        "intend",
        "plot",
        "seek",
        "promise",
        "urge",
        "call",
        "warn",
        "fear",
        "hope",
        "order",
        "pledge",
        "refuse",
        "prevent",
        "avoid",
        "stop",
        "prepare",
        "conspire",
        "aim",
        "try",
        "attempt",
        "fail",
        "ask",
        "demand",
        "allow",
        "help",
        "encourage",
        "incite",
        "consider",
        "continue",
        "risk",
        "wish",
        "swear",
        "foil",
        "thwart",
        "propose",
        "expect",
        "decide",
        "agree",
        "train",
        "discuss",
        "deter",
        "protect",
        "use",
        "need",
        "design",
        "simulate",
        "counter",
        "combat",
        "advise",
        "instruct",
        "tell",
        "persuade",
        "command",
        "tempt",
        "dare",
    ]
)
_UNREAL_NOUNS = frozenset(
    [
        "threat",
        "plan",
        "plot",
        "risk",
        "possibility",
        "danger",
        "fear",
        "warning",
        "attempt",
        "exercise",
        "drill",
        "simulation",
        "scenario",
        "call",
        "plans",
        "fears",
        "threats",
        "warnings",
        "prospect",
        "potential",
        "prevention",
        "conspiracy",
        "agreement",
        "willingness",
        "intention",
        "order",
        "ability",
        "capability",
        "campaign",
    ]
)
_BEGUN = frozenset({"attempt", "call", "campaign", "exercise", "order"})  # "a campaign of bombings" has begun
_TRACES = frozenset({"evidence", "hint", "indication", "proof", "sign", "suggestion", "suspicion", "trace"})
_DAYS = frozenset({"deadline", "date"})  # a day set for what has not happened
_DISSUADING = frozenset({"advise", "argue", "decide", "rule", "speak", "vote", "warn"})  # against doing it
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_CONTENT = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "advcl",
        "acl",
        "relcl",
        "dobj",
        "pobj",
        "prep",
        "conj",
        "nsubj",
        "nsubjpass",
        "agent",
        "attr",
    }
)


def factuality(tree: Tree, index: int, lexicon: Lexicon) -> Factuality:
    """Return how surely the words themselves say that the thing a token tells has happened."""
    own = _own(tree, index, lexicon)
    if own != "CT+":
        return own
    last = index
    if _names_day(tree, index):
        return "Uu"
    for above in climb(tree, index):
        token, dep = tree.tokens[above], tree.tokens[last].dep
        if dep not in _CONTENT or dep == "relcl":
            break
        if dep in ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "advcl", "acl"):
            found = _above(tree, above, last)
            if found != "CT+":
                return found
        conditional = token.pos in ("VERB", "AUX") and _is_conditional(tree, above)
        if conditional or (token.lemma in _TRACES and _is_no(tree, above)):
            return "Uu"
        if token.lemma in ("use", "deploy") and _is_meant(tree, above):
            return "Uu"
        if token.lemma == "threaten" and tree.tokens[last].lemma == "with":
            return "Uu"
        if token.lemma in _DISSUADING and tree.tokens[last].lemma == "against":
            return "Uu"
        if tree.tokens[last].lemma == "of" and token.lemma in ("warn", "alert", "enough", "tired", "sick"):
            return "Uu"
        if tree.tokens[last].lemma == "of" and token.pos == "NOUN" and token.lemma in _UNREAL_NOUNS - _BEGUN:
            return "Uu"
        if tree.tokens[last].lemma == "for" and _has_day(tree, above):
            return "Uu"
        if token.pos in ("VERB", "AUX") and lexicon.has("reporting", token.lemma):
            break
        last = above
    return "CT+"


def _names_day(tree: Tree, index: int) -> bool:
    """Tell whether a word only says for what a day is set, as whose object the parser may take it."""
    token = tree.tokens[index]
    if token.dep in ("compound", "amod"):
        return tree.tokens[token.head].lemma in _DAYS
    return token.tag == "VBG" and any(i == index + 1 and tree.tokens[i].lemma in _DAYS for i in tree.below[index])


def _has_day(tree: Tree, above: int) -> bool:
    """Tell whether a day is only set for something ("a deadline for his beheading")."""
    return bool({tree.tokens[i].lemma for i in (above, *children(tree, above, "dobj"))} & _DAYS)


def _is_meant(tree: Tree, verb: int) -> bool:
    """Tell whether something is only meant to be used ("a van that was to be used in the attack")."""
    return any(tree.tokens[child].text.lower() == "to" for child in children(tree, verb, "aux"))


def _is_conditional(tree: Tree, verb: int) -> bool:
    """Tell whether "if" or "unless" opens the clause of a verb."""
    return any(tree.tokens[child].lemma in ("if", "unless") for child in children(tree, verb, "mark"))


def _own(tree: Tree, index: int, lexicon: Lexicon) -> Factuality:
    token = tree.tokens[index]
    below = [tree.tokens[child] for child in tree.below[index]]
    if any(child.lemma in _CONDITIONS and child.dep in ("mark", "aux") for child in below):
        return "Uu"
    if any((child.dep == "neg" or child.text.lower() in ("no", "never")) for child in below):
        return "CT-"
    if token.pos in ("VERB", "AUX"):
        subjects = [tree.tokens[child] for child in _told_of(tree, index)]
        if any(s.lemma in ("nobody", "none") or _is_no(tree, s.index) for s in subjects):
            return "CT-"
        perfect = any(child.lemma == "have" and child.dep == "aux" for child in below)
        for child in below:
            if child.dep == "aux" and child.lemma in _MODALS:
                value = _MODALS[child.lemma]
                return value if value != "Uu" or not perfect else "PS+"
        if any(child.dep == "aux" and child.lemma == "to" for child in below) and token.dep in (
            "xcomp",
            "advcl",
            "acl",
        ):
            governor = tree.tokens[token.head]
            if token.dep != "xcomp" and not perfect and governor.lemma not in ("appear", "seem", "believe", "suspect"):
                return "Uu"
    for child in below:
        if child.dep == "advmod" and child.text.lower() in lexicon.hedges:
            return lexicon.hedges[child.text.lower()]  # type: ignore[return-value]
        if child.dep == "amod" and child.text.lower() in (
            "planned",
            "future",
            "imminent",
            "potential",
            "possible",
            "foiled",
            "thwarted",
            "threatened",
            "threatening",
            "fake",
            "mock",
            "simulated",
            "further",
            "failed",
            "would-be",
        ):
            return "Uu"
    return "CT+"


def _told_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the subjects and objects of a verb; one that only follows "or" has the subject of the verb before it."""
    own = children(tree, verb, "nsubj", "nsubjpass", "dobj")
    if own or tree.tokens[verb].dep != "conj":
        return own
    before = tree.tokens[verb].head
    either = any(tree.tokens[i].lemma in ("or", "nor") for i in children(tree, before, "cc"))
    return children(tree, before, "nsubj", "nsubjpass") if either else ()


def _is_no(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() == "no" or any(
        tree.tokens[child].text.lower() == "no" for child in tree.below[index]
    )


def _above(tree: Tree, above: int, last: int) -> Factuality:
    token = tree.tokens[above]
    if token.pos == "NOUN" and token.lemma in _UNREAL_NOUNS:
        return "Uu"
    if token.pos not in ("VERB", "AUX"):
        return "CT+"
    if any(tree.tokens[child].dep == "neg" for child in tree.below[above]) and tree.tokens[last].dep == "xcomp":
        return "CT-"
    if tree.tokens[last].dep == "advcl" and children(tree, last, "nsubj", "nsubjpass"):
        return "CT+"  # a clause with its own subject tells when or why, not what was wanted
    if tree.tokens[last].tag == "VBG" and tree.tokens[last].dep == "advcl" and tree.tokens[last - 1].text == ",":
        return "CT+"  # what went with it ("foiled an attack, killing nine")
    if token.lemma in _UNREAL and tree.tokens[last].dep in ("xcomp", "pcomp", "ccomp", "dobj", "pobj", "advcl"):
        if tree.tokens[last].dep == "dobj" and token.lemma in ("order", "use", "plan", "fear", "continue", "help"):
            return "CT+" if token.lemma != "plan" else "Uu"
        if token.lemma == "tell" and tree.tokens[last].dep != "xcomp":
            return "CT+"
        if token.lemma in ("warn", "fear", "expect") and tree.tokens[last].dep == "ccomp":
            return "CT+" if token.lemma == "warn" else "PS+"
        return "Uu"
    if token.lemma in ("believe", "think") and tree.tokens[last].dep in ("xcomp", "ccomp"):
        return "PR+"
    if token.lemma == "suspect" and tree.tokens[last].dep in ("xcomp", "ccomp"):
        return "PS+"
    if token.lemma == "deny" and tree.tokens[last].dep in ("xcomp", "ccomp"):
        return "CT-"
    return "CT+"
