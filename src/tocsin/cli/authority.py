"""A record of the authority as lines in a terminal, or as an object: every fact with the source that has it."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from tocsin.cli.say import Paint, plainly, printable
from tocsin.knowledge.actor_search import Found, tied_to
from tocsin.knowledge.actors import ActorRecord, Authority, Naming, Tie
from tocsin.web.wording import plain_words

WIDTH = 14


def found_line(hit: Found, paint: Paint = plainly) -> str:
    """Return the line of one answer to a search."""
    alike = f"  alike: {hit.name}" if hit.near else f"  as {hit.name}" if hit.name != hit.record.name else ""
    head = f"{paint(hit.record.id, 'name')}  {printable(hit.record.name)} · {plain_words(hit.record.kind)}"
    return head + paint(printable(alike) and f"  {printable(alike)}", "quiet")


def as_told(record: ActorRecord, authority: Authority) -> dict[str, Any]:
    """Return a record as an object, with the ties that others have to it and the script of every name."""
    told: dict[str, Any] = msgspec.to_builtins(record)
    told["names"] = [{**name, "script": script(name["name"])} for name in told["names"]]
    told["tied"] = [{"from": other.id, **msgspec.to_builtins(tie)} for other, tie in tied_to(authority, record.id)]
    return told


def record_lines(record: ActorRecord, authority: Authority, paint: Paint = plainly) -> list[str]:
    """Return the lines of one record."""
    checked = f"checked {record.checked}" if record.checked else "not all facts are checked"
    head = f"{record.id}  {record.name} · {plain_words(record.kind)} · {checked}"
    rows = [row for rows in (_names(record), _facts(record, authority)) for row in rows]
    lines = [paint(printable(head), "title")]
    label = ""
    for heading, words, source in rows:
        shown, label = ("" if heading == label else heading), heading
        cited = paint(f"  [{printable(source)}]", "quiet") if source else ""
        lines.append(f"  {shown:{WIDTH}}{printable(words)}{cited}")
    lines += ["", *(f"  [{printable(key)}] {printable(text)}" for key, text in record.sources.items())]
    return lines


def script(name: str) -> str:
    """Return the script in which a name is written, as Unicode calls it: that of most of its letters."""
    letters = [unicodedata.name(mark, "").partition(" ")[0].capitalize() for mark in name if mark.isalpha()]
    return max(dict.fromkeys(letters), key=letters.count, default="")


def _names(record: ActorRecord) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each script, strength and source of the names."""
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for naming in record.names:
        rows[_heading(naming), naming.source].append(
            f"{naming.name} (until {naming.until})" if naming.until else naming.name
        )
    for (heading, source), names in sorted(rows.items(), key=lambda row: row[0][0] != "Names"):
        yield heading, ", ".join(names), source


def _heading(naming: Naming) -> str:
    if naming.former:
        return "Former names"
    if naming.weak:
        return "Weak names"
    written = script(naming.name)
    return "Names" if written in ("Latin", "") else f"In {written}"


def _facts(record: ActorRecord, authority: Authority) -> Iterator[tuple[str, str, str]]:
    if record.shared:
        yield "Shared names", ", ".join(_shared(record)), ""
    for tie in record.ties:
        yield "Relations", f"{plain_words(tie.type)} {_named(tie.to, authority)}{_further(tie)}", tie.source
    for other, tie in tied_to(authority, record.id):
        yield "Of others", f"{other.name} ({other.id}): {plain_words(tie.type)} it{_further(tie)}", ""
    for one in record.ranges:
        yield "Areas", ", ".join(authority.countries.titles.get(code, code) for code in one.countries), one.source
    if record.active.since or record.active.until:
        yield "Active", f"{record.active.since or '?'} to {record.active.until or 'now'}", record.active.source
    for listing in record.listings:
        day = f", {listing.date}" if listing.date else ""
        yield "Designated by", f"{listing.by}, {listing.list}{day}", listing.source
    for number in record.ids:
        yield "Elsewhere", f"{number.scheme} {number.id}", number.source


def _shared(record: ActorRecord) -> Iterable[str]:
    for shared in record.shared:
        where = f" in {', '.join(shared.where)}" if shared.where else ""
        yield f"{shared.name} ({', '.join(shared.others)}{where})"


def _named(actor_id: str, authority: Authority) -> str:
    known = authority.records.get(actor_id)
    return f"{known.name} ({actor_id})" if known else actor_id


def _further(tie: Tie) -> str:
    """Return an outlet's standing and since and until when a tie holds, as far as told."""
    told = [tie.standing, f"since {tie.since}" if tie.since else None, f"until {tie.until}" if tie.until else None]
    return "".join(f", {words}" for words in told if words)
