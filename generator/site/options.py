"""What mkdocs.yml may say under the plugin."""

from mkdocs.config import base, config_options


class Options(base.Config):
    """The plugin's options in mkdocs.yml."""

    edit_url = config_options.Type(str, default="")
    """Where a file is edited, with {path} for its path below cases/."""
    scripts = config_options.DictOfItems(config_options.ListOfItems(config_options.Type(str)), default={})
    """Scripts that some pages ask for, each made of others in order; every page asks for `extra_javascript`."""
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
    """These four are read, checked and told by `settings`."""
