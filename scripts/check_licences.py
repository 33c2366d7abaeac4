"""Every distribution that Tocsin installs has a licence that lets it be used and passed on freely, or a stated reason.

The licence is what the installed metadata say: the SPDX expression, else the old free text, else the classifiers.

    python scripts/check_licences.py [REQUIREMENTS…]
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPPED = ("requirements.txt", "requirements-model.txt")
ALLOWED = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MPL-2.0", "PSF-2.0"}
    | {"Unlicense", "Zlib"}  # the Unlicense gives a work to the public domain
)
# What the old free text and the classifiers call them.
WORDS = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD",
    "bsd license": "BSD",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the bsd 2-clause license": "BSD-2-Clause",
    "the unlicense (unlicense)": "Unlicense",
}
CLASSIFIER = "License :: "
# Licences that stand on no list above, each for one distribution and with the reason why it may be there.
EXCEPTIONS = {
    ("regex", "CNRI-Python"): "an older licence of Python itself, permissive",
    ("tld", "MPL-1.1"): "offered under MPL-1.1, LGPL or GPL: MPL-1.1 is what we take; used unchanged, not bundled",
}
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
TOKEN = re.compile(r"[()]|[^\s()]+")


def main(arguments: list[str]) -> int:
    """Print what may not be installed, and return 1 where there is any."""
    files = [Path(name) for name in arguments] or [ROOT / name for name in SHIPPED]
    names = [name for path in files for name in PINNED.findall(path.read_text(encoding="utf-8"))]
    refused = [line for line in map(refusal, names) if line]
    print("\n".join([*refused, f"{len(names)} distributions, {len(refused)} without a licence from the list"]))
    return 1 if refused else 0


def refusal(name: str) -> str | None:
    """Return why a distribution may not be there, or None."""
    try:
        stated = licence(name)
    except PackageNotFoundError:
        return f"{name}: not installed, so its licence is not known"
    granted = ALLOWED | {known for owner, known in EXCEPTIONS if owner == name}
    return None if stated and permits(stated, granted) else f"{name}: {stated or 'states no licence'}"


def licence(name: str) -> str:
    """Return the licence of an installed distribution as an expression, empty where it states none."""
    about = metadata(name)
    expression, text = ((about.get_all(field) or [None])[0] for field in ("License-Expression", "License"))
    return stated(expression, text, about.get_all("Classifier") or [])


def stated(expression: str | None, text: str | None, classifiers: list[str]) -> str:
    """Return the most exact of what metadata say: an expression, else a text that is one, else the classifiers."""
    if expression:
        return expression
    called = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith(CLASSIFIER)]
    words = known(text or "")
    if words and (is_expression(words) or not called):
        return words
    return " AND ".join(known(name) for name in called)


def known(words: str) -> str:
    """Return the SPDX name of a licence that goes by other words, or the words in one line."""
    line = " ".join(words.split())
    return WORDS.get(line.lower(), line)


def is_expression(words: str) -> bool:
    """Tell whether words are names on our list, joined by AND and OR."""
    names = [token for token in TOKEN.findall(words) if token not in ("AND", "OR", "(", ")")]
    return bool(names) and ALLOWED.issuperset(names)


def permits(expression: str, granted: frozenset[str]) -> bool:
    """Tell whether an SPDX expression can be met with the granted licences; AND binds closer than OR."""
    tokens = TOKEN.findall(expression)
    met = _either(tokens, granted)
    return met and not tokens


def _either(tokens: list[str], granted: frozenset[str]) -> bool:
    met = _both(tokens, granted)
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        met = _both(tokens, granted) or met
    return met


def _both(tokens: list[str], granted: frozenset[str]) -> bool:
    met = _single(tokens, granted)
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        met = _single(tokens, granted) and met
    return met


def _single(tokens: list[str], granted: frozenset[str]) -> bool:
    if not tokens:
        return False
    word = tokens.pop(0)
    if word != "(":
        return word in granted
    met = _either(tokens, granted)
    return bool(tokens) and tokens.pop(0) == ")" and met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
