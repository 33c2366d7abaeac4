"""The trained reader: an encoder that says of each word of a passage what it tells, and heads that compare two words.

One passage is read at a time, unpadded, since with whole numbers for weights a neighbour in the batch changes chances.
How it is trained, and on what: `train/README.md`; where it errs: `docs/measured.md`.
"""

import os
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tocsin.model.record import AssessmentType

    Floats = NDArray[np.float32]

KINDS = ("attack", "operation", "arrest", "plot", "threat", "publication", "statement", "trial", "designation")
ROLES = ("doer", "hit", "subject", "weapon")
JUDGEMENTS: tuple["AssessmentType", ...] = (
    "intent", "capability", "motive", "grievance", "exposure", "trend", "response", "outlook", "significance", "gap",
)  # fmt: skip
LABELS = (*KINDS, *ROLES, "actor", "holder", *JUDGEMENTS)
STANCES = ("none", "claims", "denies", "accused", "suspected", "confirmed", "cleared", "retracted", "no_claim")
LONGEST = 256  # pieces of a passage, its two ends included


class Passage(NamedTuple):
    """What the reader says of T pieces of a passage.

    `spans` are their first and last characters; `labels` are chances, T × labels; `events` and `parts` are vectors, T ×
    96, of a piece as what tells an event, and as whoever may have a part in one. `relevant` is the passage's chance.
    """

    spans: tuple[tuple[int, int], ...]
    labels: "Floats"
    events: "Floats"
    parts: "Floats"
    relevant: float


class Chances(NamedTuple):
    """From which chance on what the reader sees is taken for so.

    Set on texts that did not teach it: real documents kept from training, every sixth story, descriptions of incidents.

    `told`: a word tells an event though no list has it; `sure`: though a rule has passed it by, or little is told of
    it; `part`: a phrase has a role; `unlike` and `alike`: two words tell two events, or one; `plain`: violence is
    political without more; `stance`: a stance that no wording tells; `judged`: a word belongs to a clause that judges;
    `begun`: a text is read on though the words of its beginning speak against it; `open`: one for which they speak may
    be read on.
    """

    told: float = 0.75
    sure: float = 0.9
    part: float = 0.5
    unlike: float = 0.02
    alike: float = 0.95
    plain: float = 0.65
    stance: float = 0.95
    judged: float = 0.85
    begun: float = 0.7
    open: float = 0.3


CHANCES = Chances()


class Reader(Protocol):
    """What reads a passage, and compares what it made of two words."""

    def read(self, text: str) -> Passage:
        """Read one passage; what lies beyond the longest is cut off."""
        ...

    def links(self, event: "Floats", part: "Floats") -> "Floats":
        """Return the chances that a part is an event's doer, that it is hit, its subject, its weapon."""
        ...

    def alike(self, one: "Floats", other: "Floats") -> float:
        """Return the chance that two words tell one event."""
        ...

    def stances(self, part: "Floats", event: "Floats") -> "Floats":
        """Return the chances of each stance on a party's part in an event, the first that none is taken."""
        ...


@cache
def load_reader() -> Reader | None:
    """Open the reader at first use; null where it was not made (`make train`): then the lists of words decide alone."""
    if not (files("tocsin.data") / "reader.onnx").is_file():
        return None
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else ONNX Runtime reports its use to its makers; read at its import
    from tocsin.knowledge.encoder import open_encoder

    return open_encoder()
