"""What stops the engine while it makes a site, in words for whoever builds it."""

import errno

from jinja2 import TemplateNotFound

from generator import files
from generator.site.fork import DiedError
from generator.wording import wording

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""Why nothing more can be written, for which no program is to blame."""


def told(error: Exception) -> str | None:
    """Return what a user can mend: a template is not there, the disk is full, or the second process was ended."""
    match error:
        case TemplateNotFound():
            return wording.building["no_template"].format(name=error.name)
        case OSError() if error.errno in _FULL:
            return files.told(error)
        case DiedError():
            return str(error)
    return None
