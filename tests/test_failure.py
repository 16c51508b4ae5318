"""What stops a build is told in words where a user can mend it; anything else stays a fault of the program."""

import errno

import pytest
from jinja2 import TemplateNotFound

from generator.site.failure import told
from generator.site.fork import DiedError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TemplateNotFound("pages/min.html"), "pages/min.html"),
        (OSError(errno.ENOSPC, "full", "site/index.html"), "disken er fuld"),
        (OSError(errno.EFBIG, "large", "site/index.html"), "site/index.html"),
        (DiedError(-9), "CASEKATALOG_FORK"),
    ],
)
def test_what_a_user_can_mend_is_told(error: Exception, words: str) -> None:
    assert words in (told(error) or "")


def test_a_fault_of_the_program_is_not_hidden() -> None:
    assert told(OSError(errno.EBADF, "bad")) is None
    assert told(KeyError("x")) is None
