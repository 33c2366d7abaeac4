"""Whose people and things a phrase means, where an organisation's name tells it ("a driver for the Red Cross").

The name of an organisation makes its staff, vehicles and compounds of its kind, but says nothing of their nationality:
whoever works for the Norwegian Refugee Council need be no Norwegian.
"""

from collections.abc import Iterator

from tocsin.extract.grammar.tree import Tree, after, children, compound, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token
from tocsin.model.text import Span
from tocsin.model.values import TargetType

_KINDS: tuple[tuple[str, TargetType], ...] = (("aid_bodies", "ngo"), ("media_bodies", "journalists_and_media"))
_TIES = ("of", "for", "from", "with", "by", "to")
_BEFORE = ("compound", "nmod", "poss", "amod")


def body_of(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the kind of the organisation to which people or things belong by the words of their phrase."""
    token = tree.tokens[head]
    if not (lexicon.has("body_people", token.lemma) or lexicon.has("body_things", token.lemma)):
        return None
    return next((kind for text in _names(tree, head) for kind in _kinds(text, lexicon)), None)


def _names(tree: Tree, head: int) -> Iterator[str]:
    """Yield the words before a noun, and those after "of", "for", "employed by", that can name an organisation."""
    before = children(tree, head, *_BEFORE)
    if before:
        yield tree.text[min(phrase(tree, i).start for i in before) : tree.tokens[head].span.start]
    hired = children(tree, head, "acl")
    whence = after(tree, tree.tokens[head].head, "from") if tree.tokens[head].dep in ("dobj", "nsubjpass") else ()
    for noun in (*(i for one in (head, *hired) for i in after(tree, one, *_TIES)), *whence):
        yield phrase(tree, noun).of(tree.text)


def _kinds(text: str, lexicon: Lexicon) -> Iterator[TargetType]:
    words = f" {' '.join(text.replace(chr(0x2019), chr(39)).replace('(', ' ').replace(')', ' ').split())} "
    for name, kind in _KINDS:
        if any(f" {body} " in words or f" {body}'s " in words for body in lexicon.words[name]):
            yield kind


def convoy_kind(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return whose a bare convoy is, where its sentence or those beside it speak of aid workers."""
    token = tree.tokens[head]
    if token.lemma != "convoy" or (compound(tree, head) != "convoy" and compound(tree, head) in lexicon.targets):
        return None
    near = [t for t in tree.tokens if abs(t.sentence - token.sentence) <= 1]
    return "ngo" if any(_is_aid(tree, t, lexicon) for t in near) else None


def _is_aid(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    words = (compound(tree, token.index), token.lemma)
    return any(lexicon.targets.get(word) == "ngo" for word in words) or body_of(tree, token.index, lexicon) == "ngo"


def nation_is_in_name(tree: Tree, nation: Span) -> bool:
    """Tell whether a nationality is a word of an organisation's name ("the Danish Refugee Council")."""
    at = next((t.index for t in tree.tokens if t.span.meets(nation)), None)
    if at is None or at + 1 >= len(tree.tokens) or tree.label_at.get(at) != "ORG":
        return False
    following = tree.tokens[at + 1]
    return tree.label_at.get(at + 1) == "ORG" and following.text[:1].isupper() and not following.text.isupper()
