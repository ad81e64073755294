"""The tables of mails and what becomes of them, in the order in which a mail meets them.

Nothing here is ever updated that a report counts from: `events` is append-only, and tickets carry only what can be
recomputed from it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from triage.store.types import Json, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BigId = BigInteger().with_variant(Integer, "sqlite")

folders = Table(
    "folders",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("account", String(200), nullable=False),
    Column("folder", String(500), nullable=False),
    Column("origin", String(500), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("last_uid", BigInteger, nullable=False),
    Column("first_uidnext", BigInteger, nullable=False),
    Column("since_at", UtcTime),
    Column("first_seen_at", UtcTime, nullable=False),
    UniqueConstraint("account", "folder"),
    comment="One followed folder. epoch: counts changes of UIDVALIDITY or of the server behind it (origin). last_uid: "
    "every mail up to it is in the ledger. since_at: mails older, below first_uidnext, were there before us.",
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("account", String(200), nullable=False),
    Column("folder", String(500), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("internal_at", UtcTime),
    Column("sha256", String(64)),
    Column("size_bytes", BigInteger),
    Column("outcome", String(20), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("message_id", BigId, ForeignKey("messages.id")),
    Column("recorded_at", UtcTime, nullable=False),
    UniqueConstraint("account", "folder", "epoch", "uid"),
    Index("ix_ledger_account_sha256", "account", "sha256"),
    Index("ix_ledger_outcome", "outcome"),
    Index("ix_ledger_message_id", "message_id"),
    comment="Every UID ever met and what became of it: before, unfetched, refused, landed, triaged, quarantined, "
    "vanished, moved (its bytes were known already), erased, noted (in Sent).",
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("public_id", String(32), nullable=False, unique=True),
    Column("account", String(200), nullable=False),
    Column("store", String(50), nullable=False),
    Column("subject", Text, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("customer_address", String(320), nullable=False),
    Column("status", String(20), nullable=False),
    Column("auto", String(20)),
    Column("language", String(8), nullable=False),
    Column("primary_label", String(20), nullable=False),
    Column("abstained", Boolean, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("answered_at", UtcTime),
    Column("assignee", String(100)),
    Column("version", Integer, nullable=False, default=1),
    Column("related", String(32)),
    Index("ix_tickets_status_due_at", "status", "due_at"),
    Index("ix_tickets_store_received_at", "store", "received_at"),
    Index("ix_tickets_customer_address", "customer_address"),
    comment="One matter with one customer. status: open, waiting, answered, closed, automatic, quarantined, erased "
    "(only its numbers are left). related: public id of a ticket that its first mail names without being of it.",
)

messages = Table(
    "messages",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("ticket_id", BigId, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("account", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("direction", String(10), nullable=False),
    Column("message_id", Text),
    Column("message_key", String(64)),
    Column("in_reply_to", Text),
    Column("references", Json, nullable=False),
    Column("subject", Text, nullable=False),
    Column("sender_name", Text, nullable=False),
    Column("sender_address", String(320), nullable=False),
    Column("reply_to", String(320)),
    Column("sent_at", UtcTime),
    Column("received_at", UtcTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("full_text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("auto", String(20)),
    Column("problems", Json, nullable=False),
    Column("categories", Json, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("abstained", Boolean, nullable=False),
    Column("language", String(8), nullable=False),
    Column("order_numbers", Json, nullable=False),
    Column("model_version", String(100), nullable=False),
    Column("trust", String(12)),
    Column("purged_at", UtcTime),
    UniqueConstraint("account", "sha256", "direction"),
    Index("ix_messages_account_message_key", "account", "message_key"),
    comment="One mail of a ticket. direction: in, out, report (of a mail system, beside the conversation); the raw "
    "octets lie in the blob store under sha256. message_key: sha256 of message_id, which is a stranger's word and may "
    "be of any length. trust: vouched, unvouched, unclear (no one plain author); null: nobody was asked. purged_at: "
    "octets and files were thrown away, as the retention time said.",
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("message_id", BigId, ForeignKey("messages.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("filename", Text),
    Column("content_type", String(255), nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("evidence", Json),
    comment="Attachments of a message; the bytes lie in the blob store under sha256. evidence: what was seen in them, "
    "never where a photo was taken.",
)

picture_keys = Table(
    "picture_keys",
    metadata,
    Column("account", String(200), primary_key=True),
    Column("key", Integer, primary_key=True),
    Column(
        "attachment_id",
        BigId,
        ForeignKey("attachments.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    Column("hash", String(16), nullable=False),
    comment="Parts of the perceptual hashes of photos, by which the same picture is found again.",
)

claims = Table(
    "claims",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("message_id", BigId, ForeignKey("messages.id"), nullable=False, index=True),
    Column("ticket_id", BigId, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("label", String(20), nullable=False),
    Column("label_by", String(100)),
    Column("probability", Float, nullable=False),
    Column("order_number", String(100)),
    Column("facts", Json, nullable=False),
    Column("owned", Boolean, nullable=False),
    Column("pack_version", String(64), nullable=False),
    Column("case", Json, nullable=False),
    Column("decision", Json, nullable=False),
    comment="One claim of a mail: the policy case as decided and the decision (contract JSON). label_by: the agent.",
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("ticket_id", BigId, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("answers_id", BigId, ForeignKey("messages.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("message_id", String(255), nullable=False, unique=True),
    Column("to_name", Text, nullable=False),
    Column("to_address", String(320), nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("template", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("sha256", String(64)),
    Column("folder", String(500)),
    Column("uidvalidity", BigInteger),
    Column("uid", BigInteger),
    Column("created_at", UtcTime, nullable=False),
    Column("edited_by", String(100)),
    Column("spans", Json, nullable=False, server_default="[]"),
    Column("withheld", Json, nullable=False, server_default="[]"),
    UniqueConstraint("ticket_id", "revision"),
    comment="Replies laid ready. state: planned, filed, human, approved, sent, retired. sha256: of the appended mail. "
    "spans: the source of each piece of the bot's text. withheld: why the guard refused the letter first composed.",
)

effects = Table(
    "effects",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("key", String(200), nullable=False, unique=True),
    Column("account", String(200), nullable=False),
    Column("ticket_id", BigId, ForeignKey("tickets.id"), index=True),
    Column("draft_id", BigId, ForeignKey("drafts.id")),
    Column("payload", Json, nullable=False),
    Column("state", String(12), nullable=False),
    Column("fence", Integer, nullable=False, default=0),
    Column("lease_until", UtcTime),
    Column("tries", Integer, nullable=False, default=0),
    Column("due_at", UtcTime, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Index("ix_effects_account_state_due_at", "account", "state", "due_at"),
    comment="The outbox: READY, CLAIMED, ATTEMPTED (committed before the call), then DONE, UNKNOWN or FAILED.",
)

departures = Table(
    "departures",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("effect_id", BigId, ForeignKey("effects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("gone", Boolean, nullable=False),
    Index("ix_departures_account_at", "account", "at"),
    Index("ix_departures_at", "at"),
    comment="Each time a reply set out for the mail server, which is what the caps count. gone: its last line may have "
    "left us; those that never came so far are taken back.",
)

events = Table(
    "events",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("ticket_id", BigId, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("kind", String(30), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("actor", String(100), nullable=False),
    Column("data", Json, nullable=False),
    Index("ix_events_kind_at", "kind", "at"),
    comment="Append-only. received, drafted, edited, approved, replied, relabelled, closed, reopened, quarantined ...",
)

orders = Table(
    "orders",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("store", String(50), nullable=False),
    Column("number", String(100), nullable=False),
    Column("customer_email", String(320), nullable=False),
    Column("facts", Json, nullable=False),
    Column("imported_at", UtcTime, nullable=False),
    UniqueConstraint("store", "number"),
    Index("ix_orders_customer_email", "customer_email"),
    comment="Order facts as imported; `facts` is the `order` object of a policy case.",
)

confirmed = Table(
    "confirmed",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("ticket_id", BigId, ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("message_id", BigId, ForeignKey("messages.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("sender", String(320), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("labels", Json, nullable=False),
    Column("guess", Json, nullable=False),
    Column("guess_abstained", Boolean, nullable=False),
    Column("model_version", String(100), nullable=False),
    Column("who", String(100), nullable=False),
    Column("how", String(20), nullable=False),
    Column("keywords", Json),
    Column("at", UtcTime, nullable=False),
    Index("ix_confirmed_sender_at", "sender", "at"),
    Index("ix_confirmed_at", "at"),
    comment="What people said a customer's mail is about, a row a mail, the last word standing. how: console, keyword, "
    "sent. guess: what the model had named. keywords: labels last seen on the mail in the mailbox, null as we set them",
)

found_drafts = Table(
    "found_drafts",
    metadata,
    Column("account", String(200), primary_key=True),
    Column("public_id", String(40), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("folder", String(500), nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("answers_key", String(64)),
    Index("ix_found_drafts_account_answers_key", "account", "answers_key"),
    comment="Replies of ours that were found in the mailbox after the database was lost or restored. answers_key: "
    "sha256 of the Message-ID that they answer.",
)
