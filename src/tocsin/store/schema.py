"""The ledger's tables only ever gain rows; the derived ones under them can be made anew from the ledger.

A `change` is one transaction, numbered in the order of writing: everything known at a time is what was written up to
the last change at or before it. A document has a version for each text (or date of publication) it came with, a version
a reading for each extractor version, and an adoption says from when a reading counts. `texts` alone may lose rows, for
the retention of articles: assertions keep their spans, and quotes are cut from the text when they are shown.
"""

from typing import Any

import sqlalchemy as sa

from tocsin.store.columns import TEXT, WIDE, Day, Flag, Moment

METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _table(name: str, *parts: sa.schema.SchemaItem, **options: Any) -> sa.Table:
    return sa.Table(name, METADATA, *parts, sqlite_strict=True, **options)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(name: str, target: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), primary_key=key, nullable=False, autoincrement=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, TEXT, primary_key=key, nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=True)


def _blob(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False, autoincrement=False)


# ---- the ledger ----

changes = _table("changes", _id(), sa.Column("at", Moment, nullable=False, index=True), _text("cause"))

documents = _table(
    "documents",
    _id(),
    _of("change_id", "changes.id"),
    _text("name"),
    _number("version"),
    _text("sha256"),
    _words("path"),
    _words("url"),
    _words("title"),
    sa.Column("published", Day, nullable=True),
    _words("published_basis"),
    _words("source_name"),
    _words("source_domain"),
    _words("language"),
    sa.Column("sample", Flag, nullable=False),
    _words("translation_of"),
    sa.Column("source_kind", TEXT, nullable=False, server_default="article"),
    sa.UniqueConstraint("name", "version"),
)

texts = _table("texts", _of("document_id", "documents.id", key=True), _text("text"))

readings = _table(
    "readings",
    _id(),
    _of("change_id", "changes.id"),
    _of("document_id", "documents.id"),
    _text("extractor"),
    _text("prefix"),
    _text("read"),
    sa.Column("relevant", Flag, nullable=False),
    sa.Column("relevance", sa.REAL().with_variant(sa.Double(), "postgresql"), nullable=False),
    sa.UniqueConstraint("document_id", "extractor"),
    sa.UniqueConstraint("prefix"),
)

adoptions = _table("adoptions", _id(), _of("change_id", "changes.id"), _of("reading_id", "readings.id"))

accounts = _table(
    "accounts",
    _id(),
    _of("reading_id", "readings.id"),
    _text("event"),
    _text("key"),
    _text("body"),
    sa.UniqueConstraint("reading_id", "event"),
    sa.UniqueConstraint("key"),
)

assertions = _table(
    "assertions",
    _of("account_id", "accounts.id", key=True),
    _number("ordinal", key=True),
    _text("name"),
    _text("field"),
    _text("value"),
    _text("act"),
    _text("holder"),
    _text("factuality"),
    _number("start"),
    _number("end"),
    sa.Column("machine_confidence", sa.REAL().with_variant(sa.Double(), "postgresql"), nullable=False),
)


def _finding(name: str) -> sa.Table:
    """Return the table of what a reading found beside events, one JSON body each, quote left out."""
    return _table(
        name,
        _id(),
        _of("reading_id", "readings.id"),
        _text("name"),
        _text("body"),
        sa.UniqueConstraint("reading_id", "name"),
    )


assessments = _finding("assessments")
relations = _finding("relations")

judgements = _table(
    "judgements",
    _id(),
    _of("change_id", "changes.id"),
    _text("judge"),
    _text("verdict"),
    _text("subject"),
    _words("object"),
    _words("field"),
    _words("value"),
    _words("reason"),
    sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.id"), nullable=True),
)

incidents = _table(
    "incidents",
    _text("id", key=True),
    _of("change_id", "changes.id"),
    _of("founder_id", "accounts.id"),
    sa.Index("ix_incidents_founder_id", "founder_id"),
)


def _incident(*, key: bool) -> sa.Column[str]:
    return sa.Column("incident_id", TEXT, sa.ForeignKey("incidents.id"), primary_key=key, nullable=False)


incident_revisions = _table(
    "incident_revisions",
    _incident(key=True),
    _number("revision", key=True),
    _of("change_id", "changes.id"),
    sa.Column("superseded_by", TEXT, sa.ForeignKey("incidents.id"), nullable=True),
    sa.Column("withdrawn", Flag, nullable=False),
)

# From this revision of an incident on, an account is one of its accounts, or is no longer.
memberships = _table(
    "memberships",
    _text("incident_id", key=True),
    _number("revision", key=True),
    _of("account_id", "accounts.id", key=True),
    sa.Column("member", Flag, nullable=False),
    sa.ForeignKeyConstraint(
        ["incident_id", "revision"], ["incident_revisions.incident_id", "incident_revisions.revision"]
    ),
)

# The accounts that a judgement is about, by the side they are on; where a document is read anew, the account that says
# what a former one said is added.
judgement_anchors = _table(
    "judgement_anchors",
    _of("judgement_id", "judgements.id", key=True),
    _number("side", key=True),
    _of("account_id", "accounts.id", key=True),
    _of("change_id", "changes.id"),
    sa.Index("ix_judgement_anchors_account_id", "account_id"),
)

# What somebody holds of a source, by its key (`Source.key`); who may see a document, and when. The last row counts.
ratings = _table(
    "ratings",
    _id(),
    _of("change_id", "changes.id"),
    _text("judge"),
    _text("source"),
    _text("reliability"),
    _words("party"),
    _words("reason"),
    sa.Index("ix_ratings_source", "source"),
)
handlings = _table(
    "handlings",
    _id(),
    _of("change_id", "changes.id"),
    _text("judge"),
    _text("document"),
    _text("tlp"),
    sa.Column("embargo", Day, nullable=True),
    _words("reason"),
    sa.Index("ix_handlings_document", "document"),
)

LEDGER = (
    *(changes, documents, readings, adoptions, accounts, assertions, assessments, relations, judgements),
    *(incidents, incident_revisions, memberships, judgement_anchors, ratings, handlings),
)

# ---- derived: in force from change `since` until before change `until` (null: still) ----

spells = _table(
    "spells",
    _of("reading_id", "readings.id", key=True),
    _number("since", key=True),
    sa.Column("until", sa.Integer, nullable=True),
    _text("document"),
    sa.Index("ix_spells_document", "document", "until"),
)

account_rolls = _table(
    "account_rolls",
    _of("account_id", "accounts.id", key=True),
    _of("reading_id", "readings.id"),
    _text("kind"),
    sa.Column("main", Flag, nullable=False),
    _words("country"),
    sa.Column("first_day", Day, nullable=True),
    sa.Column("last_day", Day, nullable=True),
    sa.Index("ix_account_rolls_kind", "kind", "first_day"),
    sa.Index("ix_account_rolls_reading_id", "reading_id"),
)

_NEWEST = ("until", "alive", "last_day", "first_day", "incident_id")
incident_rolls = _table(
    "incident_rolls",
    _incident(key=True),
    _number("revision", key=True),
    _number("since"),
    sa.Column("until", sa.Integer, nullable=True),
    sa.Column("alive", Flag, nullable=False),
    _text("kind"),
    _text("status"),
    sa.Column("contested", Flag, nullable=False),
    sa.Column("first_day", Day, nullable=False),
    sa.Column("last_day", Day, nullable=False),
    sa.Index("ix_incident_rolls_newest", *_NEWEST, "kind", "status", "contested", "revision"),
)


stays = _table(
    "stays",
    _of("account_id", "accounts.id", key=True),
    _number("since", key=True),
    sa.Column("until", sa.Integer, nullable=True),
    _incident(key=True),
    sa.Column("tells", Flag, nullable=False),
    sa.Index("ix_stays_incident_id", "incident_id", "until"),
)

# What merging compares, of the accounts that count now, and the keys by which they find each other. Key, document and
# time of the account stand here again, so that one question answers what is near.
sketches = _table(
    "sketches",
    _of("account_id", "accounts.id", key=True),
    _text("key"),
    _text("document"),
    sa.Column("first_seen", Moment, nullable=False),
    _text("rank"),
    sa.Column("main", Flag, nullable=False),
    _blob("keys"),
    _blob("traits"),
    _text("witnesses"),
    sa.Index("ix_sketches_key", "key"),
)
sketch_keys = _table(
    "sketch_keys",
    sa.Column("key", WIDE, primary_key=True, autoincrement=False),
    _of("account_id", "accounts.id", key=True),
    sa.Index("ix_sketch_keys_account_id", "account_id"),
    sqlite_with_rowid=False,
)


# Where the news of a version of a document comes from, as far as its text tells.
origins = _table(
    "origins",
    _of("document_id", "documents.id", key=True),
    _text("credit"),
    _blob("phrases"),
)


def _facets(name: str, owner: str) -> sa.Table:
    return _table(
        name,
        _of("owner_id", owner, key=True),
        _text("facet", key=True),
        _text("value", key=True),
        sa.Index(f"ix_{name}_facet", "facet", "value"),
    )


LEADS = "leads"  # the facet of an account whose links lead to another, given by its key
account_facets = _facets("account_facets", "accounts.id")
assessment_facets = _facets("assessment_facets", "assessments.id")

# What present incidents can be found by, in the order in which a list shows them: a list begins with the newest, and
# there may be a million others.
incident_facets = _table(
    "incident_facets",
    *(_text(name, key=True) for name in ("facet", "value")),
    *(sa.Column(name, Day, primary_key=True, nullable=False) for name in ("last_day", "first_day")),
    _incident(key=True),
    sa.Index("ix_incident_facets_incident_id", "incident_id"),
    sqlite_with_rowid=False,
)
DERIVED = (
    *(spells, account_rolls, stays, sketches, sketch_keys, origins, incident_rolls, incident_facets),
    *(account_facets, assessment_facets),
)
