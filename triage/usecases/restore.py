"""A backup put back into an empty place: it goes on from there, and nothing that left since leaves again."""

import shutil
from pathlib import Path
from typing import Any

from triage.loaders.settings import Settings
from triage.store import copying
from triage.usecases.backup import DATABASE, KEY, require_empty, verify


def put_back(settings: Settings, folder: Path) -> dict[str, Any]:
    """Fill an empty data folder and database from a backup; its manifest. `instance.adopt` has to follow.

    Until then the place reads only. Raises `OperatorError` when anything is there already, `InputError` when the backup
    is not whole.
    """
    manifest = verify(folder)
    require_empty(settings.data_dir)
    for name in manifest["files"]:
        if name != DATABASE:
            target = settings.data_dir / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, target)
    if (settings.data_dir / KEY).exists():
        (settings.data_dir / KEY).chmod(0o600)
    copying.put_back(folder / DATABASE, manifest["kind"], settings.database_url)
    return manifest
