"""Where the case files live: the addresses at which a file is made or edited there."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Host:
    """A host of git repositories; `new` makes a file in the folder of cases, `edit` has {path} in it."""

    kind: str
    new: str
    edit: str


def host(edit_url: str) -> Host:
    """Return the host that an edit address belongs to."""
    for kind, pattern, new in _KINDS:
        match = re.fullmatch(pattern, edit_url)
        if match:
            return Host(kind, match.expand(new), edit_url)
    return Host("", "", edit_url)


_KINDS = (
    ("gitlab", r"(https://.+)/-/edit/([^/]+)/(.+)/\{path\}", r"\1/-/new/\2/\3"),
    ("github", r"(https://[^/]+/[^/]+/[^/]+)/edit/([^/]+)/(.+)/\{path\}", r"\1/new/\2/\3"),
    ("azure", r"(https://dev\.azure\.com/.+/_git/[^/?]+)\?path=/?(.+)/\{path\}(.*)", r"\1?path=/\2\3"),
)
