"""Who has spoken so far: the holders of a document by name, verb and sentence, and the last one of each number."""

from dataclasses import dataclass

from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AUTHOR, Holder


@dataclass(frozen=True, slots=True)
class Voices:
    """The holders that a document introduces: by each word of a person's name, by reporting verb, and by sentence."""

    people: dict[str, Holder]
    by_verb: dict[int, Holder]
    by_sentence: dict[int, Holder]


@dataclass(slots=True)
class Memory:
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


@dataclass(frozen=True, slots=True)
class Known:
    """What naming a holder needs: the word lists, the offices behind names, and who spoke last."""

    lexicon: Lexicon
    people: dict[str, Holder]
    memory: Memory
