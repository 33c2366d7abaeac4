"""What verbs tell that blame, doubt, clear or deny by their own meaning: "implicates X", "is leaning towards X".

A verb names the party by its object, by the noun after its preposition, or by the clause that tells the deed.
"""

from collections.abc import Callable

from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, is_passive, key, subject
from tocsin.extract.responsibility.charges import is_the_crime
from tocsin.extract.responsibility.claims import claim, claimed
from tocsin.extract.responsibility.deeds import is_deed, is_guilt, is_violence
from tocsin.extract.responsibility.denials import denial, denied, untrue
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.sides import meant, objects, utterer
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Stance

_SINGULAR = frozenset({"its", "their"})
_UNSAID = frozenset({"no_claim", "retract"})


def worded(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the stances of a sentence whose verb tells them by its own meaning."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB":
            continue
        word = key(tree, token.index)
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        for kind, reader in _READERS:
            if lexicon.has(kind, word) and not habitual(tree, token.index, lexicon):
                found += reader(told)
    return found


def _faulted(told: Told) -> list[Stand]:
    """Return the accusation in blame "for" a deed ("condemned X for bombing the station")."""
    heads = objects(told.tree, told.at, told.lexicon)
    nouns = [i for noun in (told.at, *heads) for i in after(told.tree, noun, "for", "with", "over")]
    if negated(told.tree, told.at) or not any(_is_violent(told, i) for i in nouns):
        return []
    return _held(told, heads, "accused", "CT+")


def _implicated(told: Told) -> list[Stand]:
    """Return the accusation of a verb whose object is the guilty ("implicates X in the massacre")."""
    nouns = after(told.tree, told.at, "in", "for", "over")
    if negated(told.tree, told.at) or not any(_is_violent(told, i) for i in nouns):
        return []
    return _held(told, objects(told.tree, told.at, told.lexicon), "accused", "CT+")


def _answerable(told: Told) -> list[Stand]:
    """Return whom somebody holds accountable or puts an act down to."""
    tree, at = told.tree, told.at
    if told.lemma == "hold":
        near = {tree.tokens[i].lemma for i in descend(tree, at) if i > at}
        heads = [*objects(tree, at, told.lexicon), *_subjects(told, children(tree, at, "ccomp", "oprd"))]
        heads = heads if near & told.lexicon.words["answerable"] else []
    else:
        acts = any(is_violence(tree, i, told.lexicon) for i in objects(tree, at, told.lexicon))
        heads = list(after(tree, at, "to", "at", "on")) if acts else []
    speaker = utterer(tree, at, told.lexicon)
    found = told.lemma == "hold" and speaker is not None and told.has("finders", speaker)
    stance: Stance = "confirmed" if found else "accused"
    return [] if negated(tree, at) else _held(told, meant(tree, heads, told.lexicon), stance, "CT+")


def _excluded(told: Told) -> list[Stand]:
    """Return whom somebody rules out, or with a negation does not."""
    tree, at = told.tree, told.at
    nouns = objects(tree, at, told.lexicon)
    inner = [i for noun in (at, *nouns) for i in children(tree, noun, "ccomp", "acl")]
    tied = [i for noun in nouns if told.has("no_part", noun) for i in after(tree, noun, "with", "to")]
    if tied and (kept_out := [i for i in tied if party(tree, i, told.lexicon) is not None]) and not negated(tree, at):
        return _held(told, kept_out, "cleared", "CT-")
    heads = [*meant(tree, nouns, told.lexicon), *_subjects(told, [i for i in inner if _is_told(told, i)])]
    if negated(tree, at):
        return _held(told, heads, "suspected", "PS+")
    doer = subject(tree, at)
    bare = any(told.has("no_part", i) for i in nouns) and not any(party(tree, i, told.lexicon) for i in heads)
    who = party(tree, doer, told.lexicon) if doer is not None and bare and not is_passive(tree, at) else None
    if who is not None:
        return [denial(told, who, told.span)]
    return _held(told, heads, "cleared", "CT-")


def _put_down(told: Told) -> list[Stand]:
    """Return whose work somebody calls an act ("called it the handiwork of X")."""
    tree, at = told.tree, told.at
    parts = [*children(tree, at, "oprd", "attr", "dobj"), *after(tree, at, "as")]
    works = [i for i in parts if tree.tokens[i].lemma in ("work", "handiwork", "doing")]
    heads = [i for work in works for i in (*after(tree, work, "of"), *children(tree, work, "poss"))]
    return [] if negated(tree, at) else _held(told, heads, "accused", "CT+")


def _linking(told: Told) -> list[Stand]:
    """Return to whom somebody links an act ("linked the raid to X")."""
    tree, at = told.tree, told.at
    acts = [i for i in objects(tree, at, told.lexicon) if is_violence(tree, i, told.lexicon)]
    heads = [i for noun in (at, *acts) for i in after(tree, noun, "to", "with")] if acts else []
    return [] if negated(tree, at) or is_passive(tree, at) else _held(told, heads, "suspected", "PS+")


def _leaning(told: Told) -> list[Stand]:
    """Return whom those who look into an act lean towards or are looking at."""
    tree, at = told.tree, told.at
    doer = utterer(tree, at, told.lexicon)
    if negated(tree, at) or doer is None or not (told.has("inquirers", doer) or told.has("experts", doer)):
        return []
    leans = told.has("leaning")
    nouns = after(tree, at, "towards", "toward", "to") if leans else after(tree, at, "at", "on", "in")
    heads = [i for i in meant(tree, list(nouns), told.lexicon) if not is_person(tree, i)]
    stands = _held(told, heads, "suspected", "PR+" if leans else "PS+")
    return [stand for stand in stands if stand.actor is not None and stand.actor.kind == "armed_group"]


def _avowed(told: Told) -> list[Stand]:
    """Return the claim of a verb that owns up to the act that is its object."""
    tree, at = told.tree, told.at
    nouns = [*children(tree, at, "dobj", "nsubjpass"), *after(tree, at, "to", "about", "of")]
    if told.lemma in ("apologise", "apologize"):
        nouns = list(after(tree, at, "for"))
    unsaid = any(cue.kind in _UNSAID and cue.span.meets(told.span) for cue in tree.page.page.cues)
    if unsaid or (told.lemma == "claim" and children(tree, at, "ccomp", "xcomp")):
        return []
    signed = told.lemma == "put" and any(
        tree.tokens[i].lemma == "name" and any(tree.tokens[c].text.lower() in _SINGULAR for c in tree.below[i])
        for i in nouns
    )
    acts = [i for i in nouns if tree.tokens[i].tag not in ("PRP", "DT") and _is_act(told, i)]
    return claimed(told) if acts and (told.lemma != "put" or signed) else []


def _is_act(told: Told, noun: int) -> bool:
    """Tell whether a noun is violence done, its means, or responsibility for it."""
    lemma = told.tree.tokens[noun].lemma
    harm = lemma in told.lexicon.harm_nouns or lemma in ("responsibility", "credit")
    return harm or is_violence(told.tree, noun, told.lexicon)


def _styled(told: Told) -> list[Stand]:
    """Return the claim of a party that declares itself the author or responsible."""
    tree, at = told.tree, told.at
    doer = subject(tree, at)
    parts = [
        i for i in descend(tree, at) if i > at and tree.tokens[i].dep in ("dobj", "nsubj", "oprd", "ccomp", "acomp")
    ]
    itself = any(tree.tokens[i].text.lower() in ("itself", "themselves") for i in parts)
    guilty = any(tree.tokens[i].lemma in ("author", "perpetrator", "responsible") for i in parts)
    who = party(tree, doer, told.lexicon) if doer is not None and itself and guilty else None
    return [claim(told, who, told.span)] if who is not None and not negated(tree, at) else []


def _let_known(told: Told) -> list[Stand]:
    """Return the claim of a party that "let it be known that it had done it"."""
    tree, at = told.tree, told.at
    doer = subject(tree, at)
    who = party(tree, doer, told.lexicon) if doer is not None else None
    known = [i for i in descend(tree, at) if i > at and tree.tokens[i].lemma == "know"]
    deeds = [
        i
        for i in descend(tree, at)
        if known and i > known[0] and _is_told(told, i) and not negated(tree, i)
        if any(tree.tokens[c].text.lower() in ("it", "they") for c in children(tree, i, "nsubj"))
    ]
    return [claim(told, who, told.span)] if who is not None and deeds else []


def _washed(told: Told) -> list[Stand]:
    """Return the denial of those who wash their hands of an act or protest their innocence of it."""
    tree, at = told.tree, told.at
    nouns = [i for i in children(tree, at, "dobj") if tree.tokens[i].lemma in ("hand", "innocence")]
    acts = [i for noun in (at, *nouns) for i in after(tree, noun, "of", "in")]
    doer = subject(tree, at)
    who = party(tree, doer, told.lexicon) if doer is not None and nouns else None
    fits = any(is_violence(tree, i, told.lexicon) for i in acts)
    return [denial(told, who, told.span)] if who is not None and fits else []


def _found(told: Told) -> list[Stand]:
    """Return whom a court or inquiry finds responsible."""
    tree, at = told.tree, told.at
    clauses = children(tree, at, "ccomp", "oprd", "acomp", "xcomp")
    guilty = [i for c in clauses for i in (c, *tree.below[c]) if tree.tokens[i].lemma in ("responsible", "liable")]
    if not guilty or negated(tree, at) or any(tree.tokens[i].pos == "AUX" for i in children(tree, at, "ccomp")):
        return []
    heads = [*objects(tree, at, told.lexicon), *_subjects(told, list(clauses))]
    return _held(told, heads, "confirmed", "CT+")


def _held(told: Told, heads: list[int], stance: Stance, surely: Factuality) -> list[Stand]:
    return held(told, heads, stance, surely, speaker=utterer(told.tree, told.at, told.lexicon))


def _subjects(told: Told, clauses: list[int] | tuple[int, ...]) -> list[int]:
    return [i for verb in clauses for i in children(told.tree, verb, "nsubj")]


def _is_told(told: Told, verb: int) -> bool:
    """Tell whether a clause tells a deed or guilt."""
    if told.tree.tokens[verb].pos not in ("VERB", "AUX"):
        return False
    return is_deed(told.tree, verb, told.lexicon) or is_guilt(told.tree, verb, told.lexicon)


def _is_violent(told: Told, index: int) -> bool:
    """Tell whether what somebody is blamed for is violence, by a noun or a verb."""
    tree, lexicon = told.tree, told.lexicon
    if tree.tokens[index].pos in ("VERB", "AUX"):
        return is_deed(tree, index, lexicon) or key(tree, index) in lexicon.attack_verbs
    nouns = [i for i in conjuncts(tree, index) if tree.tokens[i].tag not in ("PRP", "DT")]
    charged = (lexicon.has("charges", tree.tokens[i].lemma) or is_the_crime(tree, i) for i in nouns)
    return any(charged) or any(is_violence(tree, i, lexicon) for i in nouns)


_READERS: tuple[tuple[str, Callable[[Told], list[Stand]]], ...] = (
    ("faulting", _faulted),
    ("implicating", _implicated),
    ("ascribing", _answerable),
    ("excluding", _excluded),
    ("naming_untrue", _put_down),
    ("linking", _linking),
    ("leaning", _leaning),
    ("looking_at", _leaning),
    ("avowing", _avowed),
    ("styling", _styled),
    ("letting", _let_known),
    ("washing", _washed),
    ("rebutting", denied),
    ("naming_untrue", untrue),
    ("ruling", _found),
)
