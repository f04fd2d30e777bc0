"""The tables as SQLAlchemy knows them: the migrations are compared with this in a test.

Every table has a `person_id`, or says here why not: `message`, `conversation`, `outbox`, `job` and
`step` are the journal's and hold a person only in their bodies, until what they hold is delivered.
That of a `charge` is no foreign key: a newcomer's first call is over before they are written down.
`claim` names its record, and goes with it. `vector` only says which records are embedded; triggers
keep it in step with them, and it outlives a record until its vector is gone too.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

message = Table(
    "message",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("conversation", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("received", Double, nullable=False),
    Column("done", Double),
    Column("trace", LargeBinary),
    Index("message_open", "conversation", "id", sqlite_where=text("state = 'open'"),
          postgresql_where=text("state = 'open'")),
    sqlite_autoincrement=True,
)  # fmt: skip

conversation = Table(
    "conversation",
    metadata,
    Column("key", Text, primary_key=True),
    Column("open", Integer, nullable=False),
    Column("due", Double, nullable=False),
    Column("owner", Text),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("last", Integer),
    Index("conversation_open", "due", sqlite_where=text("open > 0"),
          postgresql_where=text("open > 0")),
)  # fmt: skip

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("owner", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", Text, nullable=False, server_default="due"),
    Column("made", Double, nullable=False),
    Column("receipt", LargeBinary),
    UniqueConstraint("owner", "seq"),
    Index("outbox_due", "id", sqlite_where=text("state = 'due'"),
          postgresql_where=text("state = 'due'")),
    sqlite_autoincrement=True,
)  # fmt: skip

job = Table(
    "job",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("subscriber", Text),
    Column("body", LargeBinary, nullable=False),
    Column("due", Double, nullable=False),
    Column("owner", Text),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Index("job_due", "due"),
    sqlite_autoincrement=True,
)

step = Table(
    "step",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request_hash", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("result", LargeBinary),
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace", Text, nullable=False),
    Column("name", Text),
    Column("language", Text, nullable=False),
    Column("zone", Text),
    Column("version", Integer, nullable=False),
    Column("merged_into", Text, ForeignKey("person.id")),
)

identity = Table(
    "identity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("workspace", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    UniqueConstraint("workspace", "channel", "external_id"),
    Index("identity_person", "person_id"),
)

session = Table(
    "session",
    metadata,
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True),
    Column("conversation", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("undo", LargeBinary),
)

record = Table(
    "record",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("person_id", Text, ForeignKey("person.id")),
    Column("identity_id", Text),
    Column("schema_version", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("terms", Text, nullable=False),
    Column("due", Double),
    UniqueConstraint("kind", "id"),
    Index("record_scope", "scope", "kind", "seq"),
    Index("record_due", "kind", "due"),
    Index("record_person", "person_id"),
    sqlite_autoincrement=True,
)

charge = Table(
    "charge",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Double, nullable=False),
    Column("person_id", Text),
    Column("assistant", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("capability", Text, nullable=False),
    Column("provider", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("input_tokens", Integer, nullable=False),
    Column("cached_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("sound_ms", Integer, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("latency_ms", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("estimated", Integer, nullable=False),
    Column("nanos", BigInteger),
    Index("charge_person", "person_id", "at"),
    Index("charge_at", "at"),
    sqlite_autoincrement=True,
)

vector = Table(
    "vector",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("model", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("stale", Integer, nullable=False, server_default="1"),
    UniqueConstraint("kind", "id"),
    Index("vector_stale", "stale", "seq", sqlite_where=text("stale > 0"),
          postgresql_where=text("stale > 0")),
    sqlite_autoincrement=True,
)  # fmt: skip

fact = Table(
    "fact",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("workspace", Text, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Double, nullable=False),
    Column("name", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("value", Double),
    Column("seconds", Double, nullable=False),
    Index("fact_person", "person_id", "at"),
    Index("fact_name", "workspace", "name", "at"),
    sqlite_autoincrement=True,
)

claim = Table(
    "claim",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("workspace", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("begins", Double, nullable=False),
    Column("ends", Double, nullable=False),
    Index("claim_key", "workspace", "key", "begins"),
    Index("claim_record", "kind", "record"),
    sqlite_autoincrement=True,
)
