"""What the tests of this room look at: each stance of a text as stance, actor and kind of holder."""

from tests.pages import tree

from tocsin.extract.responsibility.stands import stands
from tocsin.knowledge import load

Told = tuple[str, str | None, str]


def told(text: str) -> list[Told]:
    """Return every stance that the sentences of a text take."""
    grown, heard = tree(text)
    return [
        (stand.stance, (stand.actor.actor_id or stand.actor.text) if stand.actor else None, stand.holder.kind)
        for sentence in grown.page.page.sentences
        for stand in stands(grown, sentence, heard, load().lexicon)
    ]
