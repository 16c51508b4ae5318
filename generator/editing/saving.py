"""Files that are written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path


def save(texts: Mapping[Path, str]) -> None:
    """Write files; none is touched before all of them have found room on the disk."""
    ready = {path.with_name(f".{path.name}.new"): path for path in texts}
    try:
        for new, path in ready.items():
            new.write_text(texts[path], encoding="utf-8", newline="\n")
        for new, path in ready.items():
            new.replace(path)
    finally:
        for new in ready:
            new.unlink(missing_ok=True)
