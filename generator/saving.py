"""Files that are written whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path


def save(contents: Mapping[Path, bytes | str]) -> None:
    """Write files, and the folders that they need; none is touched before all have found room on the disk."""
    ready = {path.with_name(f".{path.name}.{os.getpid()}.new"): path for path in contents}
    try:
        for new, path in ready.items():
            content = contents[path]
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content.encode() if isinstance(content, str) else content)
        for new, path in ready.items():
            new.replace(path)
    finally:
        for new in ready:
            new.unlink(missing_ok=True)
