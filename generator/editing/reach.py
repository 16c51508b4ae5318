"""Whether a web address answers, asked over the network: nothing but the command that does so loads it."""

import urllib.error
import urllib.request

from generator.wording import wording

TIMEOUT = 10


def fetch(url: str) -> str | None:
    """Ask for an address and return why it fails, or None when it answers."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method, headers={"User-Agent": "casekatalog"})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):
                return None
        except urllib.error.HTTPError as error:
            reason = wording.links["error"].format(code=error.code)
        except (OSError, ValueError) as error:
            return wording.links["silent"].format(reason=getattr(error, "reason", error))
    return reason
