"""Never lost, never twice: what came in, what is being done about it, and what goes out."""

from core.journal.inbox import Claim, Inbox
from core.journal.jobs import Job, Jobs
from core.journal.outbox import Outbox, Row
from core.journal.work import Committed, Work

__all__ = ["Claim", "Committed", "Inbox", "Job", "Jobs", "Outbox", "Row", "Work"]
