"""Who says a thing: the subject of the verb that reports it, the noun after "according to", or a quotation's voice.

An attribution covers its own sentence, and a quotation all of its sentences. A pronoun stands for the last holder of
its number before it. A person's name gives way to the office or trade that the text ties to it, since records
hold no names of private persons.
"""

from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, children, climb, is_passive
from tocsin.extract.voices.memory import Known, Memory, Voices
from tocsin.extract.voices.naming import cited, people, plain
from tocsin.extract.voices.naming import holder as holder_named
from tocsin.extract.voices.quotations import according as according_to
from tocsin.extract.voices.quotations import quoted
from tocsin.extract.voices.quotations import trailing as trailing_voice
from tocsin.extract.voices.uttering import is_hearsay, passive_words, reports
from tocsin.extract.voices.uttering import speaker as speaker_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token
from tocsin.model.record import AUTHOR, Holder

_OF_CONTENT = frozenset(
    {
        "ccomp",
        "parataxis",
        "advcl",
        "xcomp",
        "conj",
        "acl",
        "relcl",
        "pcomp",
        "prep",
        "pobj",
        "dobj",
        "nsubj",
        "nsubjpass",
        "dep",
    }
)
_OF_GUILT = frozenset({"claim", "deny", "accuse", "blame", "suspect", "reject", "admit", "acknowledge"})


def voices(tree: Tree, lexicon: Lexicon) -> Voices:
    """Find every reporting verb with its holder, reading in order so that names and pronouns find their office."""
    heard = Voices(people(tree, lexicon), {}, {})
    memory = Memory()
    known = Known(lexicon, heard.people, memory)
    for sentence in tree.page.page.sentences:
        for token in tree.tokens[sentence.first : sentence.last]:
            if _is_someone(tree, token, lexicon):
                memory.person = plain(tree, token.index, lexicon)
            if not reports(tree, token, lexicon):
                continue
            speaker = speaker_of(tree, token.index, lexicon)
            found = holder_named(tree, speaker, known) if speaker is not None else None
            if found is None and is_hearsay(tree, token.index):
                span = passive_words(tree, token.index)
                heard.by_verb[token.index] = Holder(span.of(tree.text), None, "unknown", (), span)
            if found is not None and speaker is not None:
                heard.by_verb[token.index] = cited(tree, token.index, found, known)
                memory.keep(found, single=_is_single(tree, speaker, found, memory))
        trailing = trailing_voice(tree, sentence, lexicon, heard)
        if trailing is not None:
            heard.by_sentence[sentence.index] = trailing
            memory.keep(trailing, single=False)
        according = according_to(tree, sentence, known)
        if according is not None:
            heard.by_sentence[sentence.index] = according
            memory.keep(according, single=False)
    quoted(tree, heard)
    return heard


def _is_someone(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a subject is one person by office or part, for whom "he" can stand in the next sentence."""
    if token.dep not in ("nsubj", "nsubjpass") or token.tag != "NN" or token.index in tree.actor_at:
        return False
    roles = lexicon.words["authorities"] | lexicon.words["experts"] | lexicon.words["witnesses"]
    return token.lemma in roles and not lexicon.has("collective", token.lemma)


def holder_of(tree: Tree, index: int, heard: Voices) -> Holder:
    """Return who asserts what a token tells: by the reporting verb above it or "according to", else the author."""
    chain = []
    last, aside = index, False
    for above in (index, *climb(tree, index)):
        chain += [heard.by_verb[i] for i in children(tree, above, "parataxis") if i in heard.by_verb and i > above]
        if above == index:
            continue
        aside = aside or tree.tokens[last].dep == "relcl"
        if aside and tree.tokens[above].lemma in _OF_GUILT:
            last = above
            continue
        if above in heard.by_verb and tree.tokens[last].dep in _OF_CONTENT and not _apart(tree, above, last):
            chain.append(heard.by_verb[above])
        last = above
    if not chain and tree.tokens[index].sentence in heard.by_sentence:
        chain.append(heard.by_sentence[tree.tokens[index].sentence])
    if not chain:
        return AUTHOR
    chain = [holder for holder in chain if holder.kind != "unknown"] or chain
    nearest, via = chain[0], tuple(outer for outer in chain[1:] if outer.text != chain[0].text)
    return Holder(nearest.text, nearest.actor_id, nearest.kind, (*nearest.via, *via), nearest.span)


def named(tree: Tree, head: int, lexicon: Lexicon, heard: Voices) -> Holder | None:
    """Return the holder that a noun phrase names, as a subject of a claim, denial or accusation."""
    if tree.tokens[head].tag in ("WP", "WDT", "PRP"):
        return None
    return holder_named(tree, head, Known(lexicon, heard.people, Memory()))


def _apart(tree: Tree, verb: int, below: int) -> bool:
    """Tell whether a branch below a reporting verb is not what it reports: its speaker, or how it was said."""
    dep = tree.tokens[below].dep
    if tree.tokens[verb].lemma in _OF_GUILT and dep in ("dobj", "prep", "pobj"):
        return True
    if dep in ("nsubj", "nsubjpass"):
        return not is_passive(tree, verb)
    if dep == "ccomp":
        return any(below < c < verb and tree.tokens[c].text == ";" for c in tree.below[verb])
    says = bool(children(tree, verb, "ccomp", "parataxis"))
    if dep == "advcl":
        opened = [tree.tokens[c] for c in tree.below[below] if c < below]
        return any(t.text.lower() in ("after", "before", "since", "until") and t.dep == "mark" for t in opened) or (
            says and any(t.dep == "mark" or t.lemma in ("when", "as") for t in opened)
        )
    if dep == "prep":
        return says or tree.tokens[below].lemma in ("in", "at", "on", "during", "after")
    return False


def _is_single(tree: Tree, speaker: int, holder: Holder, memory: Memory) -> bool:
    """Tell whether "he" or "she" can stand for a speaker."""
    token = tree.tokens[speaker]
    if token.tag == "PRP":
        return holder is memory.person
    if is_person(tree, speaker):
        return True
    return token.tag == "NN" and token.lemma not in (
        "police",
        "army",
        "military",
        "group",
        "ministry",
        "government",
        "agency",
    )


__all__ = ["Voices", "holder_of", "named", "passive_words", "voices"]
