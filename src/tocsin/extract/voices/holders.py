"""Who says a thing: the subject of the verb that reports it, the noun after "according to", or a quotation's voice.

An attribution covers its own sentence, and a quotation all of its sentences. A pronoun stands for the last holder of
its number before it. A person's name gives way to the office or trade that the text ties to it, since records
hold no names of private persons.
"""

from dataclasses import dataclass, replace

from tocsin.extract.grammar.parties import earlier
from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, by_agent, children, climb, is_passive, subject
from tocsin.extract.voices.speakers import behind, is_said_of, kind_of, office, sender, unnamed
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.text import Span

_PERSONS = frozenset({"he", "she"})
_BODIES = frozenset({"it", "they", "who", "which"})
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
_HEARSAY = frozenset({"report", "say", "allege", "believe", "think", "rumor"})
_COLLECTIVE = frozenset(
    [
        "police",
        "army",
        "military",
        "group",
        "ministry",
        "government",
        "agency",
        "authority",
        "force",
        "coalition",
        "command",
        "court",
        "intelligence",
        "state",
        "district",
        "department",
        "presidency",
        "embassy",
        "consulate",
        "hospital",
        "administration",
        "brigade",
        "troop",
        "institute",
        "family",
        "bus",
    ]
)
_OPENS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
_OF_GUILT = frozenset({"claim", "deny", "accuse", "blame", "suspect", "reject", "admit", "acknowledge"})
_CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True, slots=True)
class Voices:
    """The holders that a document introduces: by each word of a person's name, by reporting verb, and by sentence."""

    people: dict[str, Holder]
    by_verb: dict[int, Holder]
    by_sentence: dict[int, Holder]


@dataclass(slots=True)
class _Memory:
    """Who spoke last: anybody, one person, and a body or several people."""

    anybody: Holder = AUTHOR
    person: Holder = AUTHOR
    body: Holder = AUTHOR

    def keep(self, holder: Holder, *, single: bool) -> None:
        """Remember a holder as the last one of its number."""
        self.anybody = holder
        if single:
            self.person = holder
        else:
            self.body = holder


def voices(tree: Tree, lexicon: Lexicon) -> Voices:
    """Find every reporting verb with its holder, reading in order so that names and pronouns find their office."""
    heard = Voices(_people(tree, lexicon), {}, {})
    memory = _Memory()
    for sentence in tree.page.page.sentences:
        for token in tree.tokens[sentence.first : sentence.last]:
            if _is_someone(tree, token, lexicon):
                memory.person = _plain(tree, token.index, lexicon)
            if not _reports(tree, token, lexicon):
                continue
            speaker = _speaker(tree, token.index, lexicon)
            found = _holder(tree, speaker, lexicon, heard.people, memory) if speaker is not None else None
            if found is None and _is_hearsay(tree, token.index):
                span = passive_words(tree, token.index)
                heard.by_verb[token.index] = Holder(span.of(tree.text), None, "unknown", (), span)
            if found is not None and speaker is not None:
                heard.by_verb[token.index] = _cited(tree, token.index, found, lexicon, heard.people, memory)
                memory.keep(found, single=_is_single(tree, speaker, found, memory))
        trailing = _trailing(tree, sentence, lexicon, heard)
        if trailing is not None:
            heard.by_sentence[sentence.index] = trailing
            memory.keep(trailing, single=False)
        according = _according(tree, sentence, lexicon, heard.people, memory)
        if according is not None:
            heard.by_sentence[sentence.index] = according
            memory.keep(according, single=False)
    _quoted(tree, heard)
    return heard


def _reports(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb reports somebody's words or findings ("found that"); "gunmen believed to be" reports none."""
    if token.pos != "VERB" or token.dep in ("amod", "compound") or is_said_of(tree, token.index, lexicon):
        return False
    finds = lexicon.has("upholding", token.lemma) and bool(children(tree, token.index, "ccomp"))
    return finds or lexicon.has("reporting", token.lemma)


def _is_someone(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a subject is one person by office or part, for whom "he" can stand in the next sentence."""
    if token.dep not in ("nsubj", "nsubjpass") or token.tag != "NN" or token.index in tree.actor_at:
        return False
    roles = lexicon.words["authorities"] | lexicon.words["experts"] | lexicon.words["witnesses"]
    return token.lemma in roles and token.lemma not in _COLLECTIVE


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
    return _holder(tree, head, lexicon, heard.people, _Memory())


def _apart(tree: Tree, verb: int, below: int) -> bool:
    """Tell whether a branch below a reporting verb is not what it reports: its speaker, or how it was said."""
    dep = tree.tokens[below].dep
    if tree.tokens[verb].lemma in _OF_GUILT and dep in ("dobj", "prep", "pobj"):
        return True
    if dep in ("nsubj", "nsubjpass"):
        return not is_passive(tree, verb)
    says = bool(children(tree, verb, "ccomp", "parataxis"))
    if dep == "advcl":
        return says and any(
            tree.tokens[c].dep == "mark" or tree.tokens[c].lemma in ("when", "as") for c in tree.below[below]
        )
    if dep == "prep":
        return says or tree.tokens[below].lemma in ("in", "at", "on", "during", "after")
    return False


def _speaker(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """Return who utters a reporting verb: its subject, or after a passive who it was said by or quoted."""
    token = tree.tokens[verb]
    if token.dep == "pcomp" and tree.tokens[tree.tokens[token.head].head].lemma in _CITING:
        outer = tree.tokens[token.head].head
        return subject(tree, outer) if is_passive(tree, outer) else next(iter(children(tree, outer, "dobj")), None)
    if is_passive(tree, verb):
        return subject(tree, verb) if token.lemma in _CITING and token.dep != "acl" else by_agent(tree, verb)
    found = next(iter(reversed(children(tree, verb, "nsubj"))), None) or subject(tree, verb)
    if found is None or (token.lemma in _CITING and token.dep == "advcl"):
        return None
    if lexicon.has("works", tree.tokens[found].lemma) and token.dep in ("acl", "relcl"):
        found = sender(tree, found) or found
    return found if _can_speak(tree, found, lexicon) else None


def _can_speak(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a subject can speak: an attack, a weapon or a body cannot."""
    lemma = tree.tokens[head].lemma
    if lemma in lexicon.attack_nouns or lemma in lexicon.harm_nouns or lemma in ("toll", "number", "incident", "event"):
        return False
    return tree.tokens[head].pos not in ("VERB", "AUX") and tree.tokens[head].dep != "expl"


def _is_hearsay(tree: Tree, verb: int) -> bool:
    return is_passive(tree, verb) and tree.tokens[verb].lemma in _HEARSAY and tree.tokens[verb].dep != "acl"


def passive_words(tree: Tree, verb: int) -> Span:
    """Return the words of a passive verb ("was blamed")."""
    starts = [tree.tokens[i].span.start for i in children(tree, verb, "auxpass") if i < verb]
    return Span(min([*starts, tree.tokens[verb].span.start]), tree.tokens[verb].span.end)


def _cited(
    tree: Tree, verb: int, holder: Holder, lexicon: Lexicon, people: dict[str, Holder], memory: "_Memory"
) -> Holder:
    """Return whom a holder cites ("Reuters reported, citing police"), the holder itself as the way it came."""
    near = [
        *children(tree, verb, "advcl"),
        *(i for s in children(tree, verb, "nsubj") for i in children(tree, s, "acl")),
    ]
    for citing in near:
        if tree.tokens[citing].lemma in _CITING:
            for noun in children(tree, citing, "dobj"):
                found = _holder(tree, noun, lexicon, people, memory)
                if found is not None:
                    return replace(found, via=(replace(holder, via=()),))
    return holder


def _is_single(tree: Tree, speaker: int, holder: Holder, memory: "_Memory") -> bool:
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


def _holder(tree: Tree, head: int, lexicon: Lexicon, people: dict[str, Holder], memory: "_Memory") -> Holder | None:
    token = tree.tokens[head]
    word = token.text.lower()
    if word in _PERSONS:
        return _or(memory.person, memory.anybody)
    if word in _BODIES and token.tag in ("PRP", "WP", "WDT"):
        return _relative(tree, head, lexicon, people, memory) or _or(memory.body, memory.anybody)
    if token.tag == "PRP":
        return None
    if token.pos == "PROPN" and token.text in people and head not in tree.actor_at:
        return people[token.text]
    if is_person(tree, head):
        return people.get(token.text) or _glossed(tree, head, lexicon) or Holder(None, None, "unknown", (), None)
    if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or word in ("nobody", "none"):
        return None
    if any(tree.tokens[child].text.lower() == "no" for child in tree.below[head]):
        return None
    return _plain(tree, head, lexicon)


def _or(one: Holder, other: Holder) -> Holder | None:
    return next((holder for holder in (one, other) if holder is not AUTHOR), None)


def _relative(tree: Tree, head: int, lexicon: Lexicon, people: dict[str, Holder], memory: "_Memory") -> Holder | None:
    """Return the holder before a relative pronoun ("residents, who said")."""
    if tree.tokens[head].tag not in ("WP", "WDT"):
        return None
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else None
    return _holder(tree, noun, lexicon, people, memory) if noun is not None else None


def _glossed(tree: Tree, head: int, lexicon: Lexicon) -> Holder | None:
    inside = [head, *children(tree, head, "compound")]
    found = office(tree, min(inside), max(inside), lexicon)
    return _at(tree, found[1], found[0], lexicon) if found is not None else None


def _plain(tree: Tree, head: int, lexicon: Lexicon) -> Holder:
    own = tree.actor_at.get(head)
    span = (
        own.span
        if own is not None and own.kind != "unknown" and own.span.end > tree.tokens[head].span.start
        else unnamed(tree, head)
    )
    return _at(tree, head, span, lexicon)


def _at(tree: Tree, head: int, span: Span, lexicon: Lexicon) -> Holder:
    """Return the holder that a noun names with these words, a group that it points back to included."""
    kind = kind_of(tree, head, lexicon)
    who = behind(tree, head, span, kind)
    if who is None and _points_to_group(tree, head, lexicon):
        who = earlier(
            tree,
            head,
            frozenset({"armed_group"}) if kind == "group" else frozenset({"armed_group", "state_force", "government"}),
        )
        if who is not None and who.kind == "armed_group":
            kind = "group"
        elif who is not None and kind != "group":
            kind, who = ("authority" if who.kind == "state_force" else "government"), None
    return Holder(span.of(tree.text), who.actor_id if who is not None else None, kind, (), span)


def _points_to_group(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[head]
    if any(tree.tokens[c].tag == "PRP$" for c in children(tree, head, "poss")):
        return token.lemma in lexicon.words["speakers"]
    within = [head, *children(tree, head, "poss")]
    within += [i for prep in children(tree, head, "prep") for i in children(tree, prep, "pobj")]
    return any(
        tree.tokens[i].lemma in lexicon.words["group_nouns"]
        and any(tree.tokens[c].text.lower() in ("the", "this", "that") for c in children(tree, i, "det"))
        for i in within
    )


def _people(tree: Tree, lexicon: Lexicon) -> dict[str, Holder]:
    """Map each word of each person's name to the office that stands beside it."""
    found: dict[str, Holder] = {}
    for name in tree.page.page.names:
        if name.label != "PERSON":
            continue
        inside = [token for token in tree.tokens if name.span.holds(token.span)]
        if not inside or inside[-1].index in tree.actor_at:
            continue
        beside = office(tree, inside[0].index, inside[-1].index, lexicon)
        if beside is None:
            continue
        holder = _at(tree, beside[1], beside[0], lexicon)
        if holder.kind == "unknown" and tree.tokens[beside[1]].pos != "NOUN":
            continue
        for token in inside:
            if len(token.text) > 2:
                found.setdefault(token.text, holder)
    return found


def _according(
    tree: Tree, sentence: Sentence, lexicon: Lexicon, people: dict[str, Holder], memory: "_Memory"
) -> Holder | None:
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma == "accord" or token.text.lower() == "according":
            for prep in children(tree, token.index, "prep"):
                for noun in children(tree, prep, "pobj"):
                    found = _holder(tree, noun, lexicon, people, memory)
                    if found is not None:
                        return found
    return None


def _trailing(tree: Tree, sentence: Sentence, lexicon: Lexicon, heard: Voices) -> Holder | None:
    """Return who utters a sentence by its last words (", officials and witnesses said") where the parse has lost it."""
    for token in reversed(tree.tokens[sentence.first : sentence.last]):
        if token.lemma not in ("say", "tell", "report", "add") or token.pos != "VERB":
            continue
        if token.index in heard.by_verb or any(i in heard.by_verb for i in climb(tree, token.index)):
            return None
        start = token.index
        while start > sentence.first and tree.tokens[start - 1].text not in (",", '"', "”", "''"):
            start -= 1
        run = tree.tokens[start : token.index]
        head = next((t for t, after in zip(run, [*run[1:], token], strict=False) if _ends_noun(t, after)), None)
        if start == sentence.first or head is None or len(run) > 12 or run[0].pos not in _OPENS:
            return None
        return _plain(tree, head.index, lexicon) if _can_speak(tree, head.index, lexicon) else None
    return None


def _ends_noun(token: Token, following: Token) -> bool:
    return token.pos == "NOUN" and following.pos not in ("NOUN", "PROPN", "PART")


def _quoted(tree: Tree, heard: Voices) -> None:
    """Give the sentences of a quotation that bear no verb of saying to whoever the next sentence of it names."""
    sentences = tree.page.page.sentences
    last: tuple[int, Holder] | None = None
    for sentence in sentences:
        outer = [
            heard.by_verb[t.index] for t in tree.tokens[sentence.first : sentence.last] if t.index in heard.by_verb
        ]
        marks = [q for q in tree.page.page.quotations if q.span.meets(sentence.span)]
        if outer:
            last = (sentence.paragraph, outer[0]) if marks else None
            for before in reversed(sentences[: sentence.index]):
                if not any(q.span.holds(before.span) for q in marks) or before.index in heard.by_sentence:
                    break
                heard.by_sentence[before.index] = outer[0]
        elif last is not None and last[0] == sentence.paragraph and any(_covers(q.span, sentence.span) for q in marks):
            heard.by_sentence.setdefault(sentence.index, last[1])
        elif not marks:
            last = None


def _covers(quote: Span, sentence: Span) -> bool:
    """Tell whether nearly all of a sentence stands in a quotation."""
    inside = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return inside >= 0.9 * (sentence.end - sentence.start)
