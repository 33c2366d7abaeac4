"""By which channel words were sent: a platform, a station, a site, or a means such as the telephone.

Platforms and stations are called as the text calls them; a means has one name, however it is told ("an anonymous
caller" and "by phone" are both the telephone).
"""

import re
from typing import NamedTuple

from tocsin.extract.grammar.tree import Tree
from tocsin.model.page import Sentence
from tocsin.model.text import Span

_PLATFORMS = (
    r"telegram|twitter|facebook|whatsapp|youtube|instagram|tiktok|radio|rocket\.?\s?chat|signal|element|discord|"
    r"vkontakte|vk|matrix|4chan|8chan|gab|twitch|hoop|chirpwire|threema|session|wechat|zello|snapchat|x"
)
_SITES = r"state television|television|messaging app|social media|social networks|websites?|forums?|loudspeakers?"
_BY = r"(?i:\b(?:on|via|through|over|to|by|using|in|from))\s+"
_NAMED = re.compile(
    rf"{_BY}(?P<name>(?:the (?:web ?site|channel|account) of (?:the |its )?[\w'’-]+(?: [\w'’-]+)?"
    r"|(?:[\w-]+ )?(?:[a-z]+-)?[A-Z][\w-]* (?:TV|Television|television|Radio)|Radio(?: [A-Z][\w'’-]+){1,2}))\b"
)
_GENERAL = re.compile(
    rf"(?:{_BY}|,\s+)(?i:(?:its|their|the|his|her|a|an)\s+)?(?:[\w'’-]+\s+){{0,4}}?"
    rf"(?P<name>(?i:(?!x\b)(?:{_PLATFORMS}))(?:(?:,| and|, and) (?i:(?!x\b)(?:{_PLATFORMS}))\b)*|X\b(?! [A-Z])"
    rf"|(?i:{_SITES}))\b"
    r"(?! (?:station|interview|host|presenter|signal|reporter|journalist)s?\b)"
)
_MEANS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("radio", rf"{_BY}(?:the |a |an |its )?(?:[\w'’-]+ ){{0,2}}?radio station\b"),
        (
            "telephone",
            rf"{_BY}(?:the |a |an |its )?(?:[\w'’-]+ ){{0,2}}?(?:tele)?phone\b"
            r"|\b(?:tele)?phone(?:-| )?(?:calls?|ed|ing)\b|\bcallers?\b"
            r"|\bcall(?:s|ed)? to (?:the |an? )?(?:[\w'’-]+ ){0,3}?(?:newspaper|newsroom|agency|radio|office)",
        ),
        ("email", r"\be-?mail(?:s|ed)?\b(?! address)"),
        ("text message", r"\btext messages?\b"),
        ("telex", r"\btelex\b"),
        ("fax", r"\bfax(?:ed)?\b"),
    )
)
_CUT = "Rocket."  # the splitter takes the name of Rocket.Chat for the end of a sentence


class Channel(NamedTuple):
    """A channel by its name, and the words that tell of it."""

    name: str
    span: Span


def channel_of(tree: Tree, sentence: Sentence) -> Channel | None:
    """Return the platform, station, site or means by which a sentence says that something was put out."""
    end = _end(tree, sentence)
    for pattern in (_NAMED, _GENERAL):
        found = pattern.search(tree.text, sentence.span.start, end)
        if found is not None:
            return Channel(found["name"], Span(*found.span("name")))
    for name, means in _MEANS:
        told = means.search(tree.text, sentence.span.start, end)
        if told is not None:
            return Channel(name, Span(*told.span()))
    return None


def _end(tree: Tree, sentence: Sentence) -> int:
    """Return where a sentence ends, which "Rocket.Chat" does not."""
    end = sentence.span.end
    return end + 40 if tree.text[:end].endswith(_CUT) and tree.text[end : end + 4] == "Chat" else end
