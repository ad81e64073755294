"""All tables together, for whatever concerns every one of them: migrations, copies, compacting."""

from sqlalchemy import MetaData

import triage.store.schema_service  # noqa: F401  # its tables join those of the mails
from triage.store.schema import metadata

EVERY_TABLE: MetaData = metadata
