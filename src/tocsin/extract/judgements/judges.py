"""Who judges: whoever reports the clause, fears or expects it, keeps it back, or is named in words set into it."""

import re
from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree, by_agent, children, climb, is_passive, phrase
from tocsin.extract.judgements.clauses import subject_of
from tocsin.extract.voices.holders import Voices, holder_of, named
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import small
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Assessment, AssessmentType, Holder
from tocsin.model.text import Span

# What closes words that are set into a sentence: its speaker, at most a day, and a mark.
_CLOSED = re.compile(r"(?: on [A-Z]\w+day| [A-Z]\w+day)?[,.;]")


def judge(
    tree: Tree,
    sentence: Sentence,
    kind: AssessmentType,
    span: Span,
    at: tuple[int, int],
    heard: Voices,
    lexicon: Lexicon,
    found: Sequence[Assessment],
) -> Holder:
    """Return the holder of a clause; `at` are its verb and the token of its cue, `found` the judgements before it."""
    verb, anchor = at
    withheld = kind == "gap" and lexicon.judgements.gaps["CTu"].search(small(span.of(tree.text))) is not None
    if tree.tokens[verb].lemma in lexicon.judgements.judging or withheld:
        holder = _subject(tree, verb, heard, lexicon) or _reported(tree, verb, anchor, heard)
    else:
        holder = _reported(tree, verb, anchor, heard)
    if holder.kind != "author":
        return holder
    return _aside(tree, sentence, heard, lexicon, found) or _opinion(tree, sentence, heard, lexicon, found) or holder


def _subject(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> Holder | None:
    """Return the subject of a verb of judging ("the army fears") or of keeping back ("police would not say who")."""
    head = (by_agent(tree, verb) if is_passive(tree, verb) else None) or subject_of(tree, verb)
    if head is None:
        return None
    if verb in heard.by_verb:
        return heard.by_verb[verb]
    if tree.tokens[head].tag == "PRP":
        return _spoke_last(tree, verb, heard)
    said = named(tree, head, lexicon, heard)
    return said if said is not None and said.kind != "unknown" else None


def _reported(tree: Tree, verb: int, anchor: int, heard: Voices) -> Holder:
    """Return who reports a clause; one that is set against the report (", but no proof was given") is nobody's."""
    for above in (verb, *climb(tree, verb)):
        token = tree.tokens[above]
        if token.dep == "conj" and token.head in heard.by_verb and _is_apart(tree, token.head, above):
            outer = holder_of(tree, token.head, heard)
            return outer if tree.tokens[verb].sentence not in heard.by_sentence else AUTHOR
    return holder_of(tree, anchor, heard)


def _is_apart(tree: Tree, report: int, clause: int) -> bool:
    """Tell whether a clause stands after a semicolon or "but", with a subject that the report does not lend it."""
    own = children(tree, clause, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
    if not own or report > clause:
        return False
    between = tree.text[tree.tokens[report].span.end : tree.tokens[clause].span.start]
    return re.search(r";|, but\b", between) is not None


def _aside(
    tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon, found: Sequence[Assessment]
) -> Holder | None:
    """Return who is said to speak or think in words set into the sentence (", he said, "); a pronoun judged before."""
    for token in tree.tokens[sentence.first : sentence.last]:
        speaker = subject_of(tree, token.index)
        speaks = token.index in heard.by_verb or token.lemma in lexicon.judgements.judging
        if token.pos != "VERB" or speaker is None or not speaks:
            continue
        words = phrase(tree, speaker)
        before = tree.text[: min(words.start, token.span.start)].rstrip()
        after = tree.text[max(words.end, token.span.end) :]
        if not before.endswith((",", ",”", ',"')) or _CLOSED.match(after) is None:
            continue
        if tree.tokens[speaker].tag == "PRP" and (before_him := _judge_before(tree, sentence, found)) is not None:
            return before_him
        if (said := heard.by_verb.get(token.index) or named(tree, speaker, lexicon, heard)) is not None:
            return said
    return None


def _opinion(
    tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon, found: Sequence[Assessment]
) -> Holder | None:
    """Return whose view it is ("in his view", "in the judgement of an analyst", "by the army's figures")."""
    for token in tree.tokens[sentence.first : sentence.last]:
        above = tree.tokens[token.head]
        if token.dep != "pobj":
            continue
        if token.tag == "PRP" and tree.tokens[above.head].text.lower() == "according":
            return _spoke_last(tree, token.index, heard)
        if (above.lemma, token.lemma) not in lexicon.judgements.opinions:
            continue
        of = [at for at in children(tree, token.index, "prep") if tree.tokens[at].lemma == "of"]
        owners = (*children(tree, token.index, "poss"), *(noun for at in of for noun in children(tree, at, "pobj")))
        for owner in owners:
            if tree.tokens[owner].tag == "PRP$":
                return (
                    _judge_before(tree, sentence, found)
                    or _spoken_of(tree, sentence, heard, lexicon)
                    or _spoke_last(tree, token.index, heard)
                )
            if (said := named(tree, owner, lexicon, heard)) is not None:
                return said
    return None


def _spoke_last(tree: Tree, index: int, heard: Voices) -> Holder | None:
    """Return who spoke last before, in this sentence or the one before it."""
    near = tree.tokens[index].sentence
    last = max((at for at in heard.by_verb if at < index and tree.tokens[at].sentence >= near - 1), default=None)
    if near - 1 in heard.by_sentence and (last is None or tree.tokens[last].sentence < near):
        return heard.by_sentence[near - 1]
    return heard.by_verb[last] if last is not None else None


def _spoken_of(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> Holder | None:
    """Return who the sentence before speaks of ("A diplomat is less sure. In his view …")."""
    before = tree.page.page.sentences[max(0, sentence.index - 1)]
    root = next((t.index for t in tree.tokens[before.first : before.last] if t.dep == "ROOT"), None)
    head = subject_of(tree, root) if root is not None else None
    if head is None or tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    said = named(tree, head, lexicon, heard)
    return said if said is not None and said.kind != "group" else None


def _judge_before(tree: Tree, sentence: Sentence, found: Sequence[Assessment]) -> Holder | None:
    """Return whoever judged in the sentence before, unless that is the author."""
    before = tree.page.page.sentences[max(0, sentence.index - 1)].span
    if not found or found[-1].holder.kind == "author" or not before.meets(found[-1].span):
        return None
    return found[-1].holder
