"""What a build is told: by mkdocs.yml under the plugin, and as its date."""

import datetime
import os

from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError

from generator.wording import wording

REPRODUCIBLE_DATE = "1577836800"
"""2020-01-01, for builds that are told no date; nothing that a reader sees depends on it."""


class Options(base.Config):
    """The plugin's options in mkdocs.yml."""

    edit_url = config_options.Type(str, default="")
    """Where a file is edited, with {path} for its path below cases/."""
    pdf = config_options.Type((bool, int), default=False)
    """Whether the site brings the catalogue, each tag and each case as PDF; never while serving."""

    shell = config_options.Type(bool, default=True)
    """Whether what surrounds the content is rendered once for all pages that share it: faster, and the same."""
    link_report = config_options.Type(str, default=".cache/links.json")
    """What `casekatalog links` wrote, for the editors' page."""

    publisher = config_options.Optional(config_options.Type(object))
    editors = config_options.Optional(config_options.Type(object))
    accessibility = config_options.Optional(config_options.Type(object))
    licence = config_options.Optional(config_options.Type(object))
    colours = config_options.Optional(config_options.Type(object))
    logo = config_options.Optional(config_options.Type(object))
    without = config_options.Optional(config_options.Type(object))
    filters = config_options.Optional(config_options.Type(object))
    unknown = config_options.Optional(config_options.Type(object))
    currency = config_options.Optional(config_options.Type(object))
    points_note = config_options.Optional(config_options.Type(object))
    facets = config_options.Optional(config_options.Type(object))
    fields = config_options.Optional(config_options.Type(object))
    without_fields = config_options.Optional(config_options.Type(object))
    names = config_options.Optional(config_options.Type(object))
    place = config_options.Optional(config_options.Type(object))
    """These are read, checked and told by `settings`."""


def check_date() -> None:
    """Raise PluginError when SOURCE_DATE_EPOCH, which MkDocs reads, is no moment."""
    given = os.environ.setdefault("SOURCE_DATE_EPOCH", REPRODUCIBLE_DATE)
    try:
        datetime.datetime.fromtimestamp(int(given), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise PluginError(
            wording.building["bad_date"].format(given=given, example=REPRODUCIBLE_DATE)
        ) from error
