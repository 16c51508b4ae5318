"""The built site as one file."""

import zipfile
from pathlib import Path

from generator.site.archive import ONLINE, pack


def site(folder: Path) -> Path:
    for name in ("index.html", "case/æ/index.html", "assets/site.css", *ONLINE, "case/404.html"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"indhold af {name}", "utf-8")
    return folder


def test_all_but_what_a_server_needs_lies_in_a_folder_of_its_own(tmp_path: Path) -> None:
    pack(site(tmp_path / "site"), tmp_path / "katalog.zip", "katalog")
    with zipfile.ZipFile(tmp_path / "katalog.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "katalog/assets/site.css",
            "katalog/case/æ/index.html",
            "katalog/index.html",
        ]
        assert archive.read("katalog/index.html").decode() == "indhold af index.html"


def test_equal_sites_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pack(site(tmp_path / name), tmp_path / f"{name}.zip", "katalog")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
