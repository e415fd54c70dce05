"""A preprocessor for nbconvert: what is exported is ready to be shared, or is not exported.

jupyter nbconvert --to html --Exporter.preprocessors=loadlight.export.SharePreprocessor notebook.ipynb
"""

import json
import os
import subprocess
import tempfile

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbconvert.utils.exceptions import ConversionException
from traitlets import CaselessStrEnum, List, Unicode

from loadlight.command import TROUBLE, command_line

NOT_READY = 1


class NotReadyError(ConversionException):
    """The notebook holds what must not leave; the message lists it."""


class SharePreprocessor(Preprocessor):
    """Redacts what `loadlight share` finds, or refuses to export a notebook in which something blocks."""

    on_findings = CaselessStrEnum(
        ["redact", "refuse"],
        default_value="redact",
        help="redact: export a clean copy, unless something blocks that only its author can change. refuse: export nothing where something blocks.",
    ).tag(config=True)

    keep = List(
        Unicode(),
        help="Interactive outputs that stay as they are, as `loadlight share --keep` has them: plotly, bokeh, altair, widgets, all.",
    ).tag(config=True)

    def __init__(self, **kwargs):
        # Who lists it as a preprocessor wants it.
        kwargs.setdefault("enabled", True)
        super().__init__(**kwargs)

    def preprocess(self, nb, resources):
        """The notebook as it may leave. Raises NotReadyError."""
        with tempfile.TemporaryDirectory() as folder:
            name = f"{resources.get('metadata', {}).get('name') or 'notebook'}.ipynb"
            path = os.path.join(folder, os.path.basename(name))
            copy = os.path.join(folder, "clean")
            os.mkdir(copy)
            with open(path, "w", encoding="utf-8") as file:
                nbformat.write(nb, file)
            report = self._share(path, copy)
            shown = report["clean"] or report
            blocks = [item for item in shown["items"] if item["level"] == "blocks"]
            if blocks:
                raise NotReadyError(_sentence(blocks))
            if not report["clean"]:
                return nb, resources
            with open(os.path.join(copy, os.path.basename(path)), encoding="utf-8") as file:
                return nbformat.read(file, as_version=4), resources

    def _share(self, path, copy):
        arguments = ["share", "--format", "json", "--no-ignore", path]
        if self.keep:
            arguments += ["--keep", ",".join(self.keep)]
        if self.on_findings == "redact":
            arguments += ["--clean", copy]
        command = command_line(arguments)
        if command is None:
            raise NotReadyError("Loadlight found no Node that is new enough, so nothing is exported.")
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if run.returncode not in (0, NOT_READY):
            raise NotReadyError(run.stderr.strip() or f"loadlight share ended with {run.returncode or TROUBLE}.")
        return json.loads(run.stdout)["notebooks"][0]


def _sentence(items):
    rows = [f"  {_where(item)}: {item['rule']} {item['message']}" for item in items]
    return "\n".join(["This notebook is not ready to be shared, so it is not exported:", *rows])


def _where(item):
    if item["cell"] is None:
        return "Notebook metadata"
    cell = f"Cell {item['cell'] + 1}"
    return cell if item["part"] == "source" else f"{cell} {item['part']}"
