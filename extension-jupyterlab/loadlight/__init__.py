"""Loadlight for JupyterLab and the terminal: says what a line that loads a model would run, and fixes it.

The JupyterLab extension is prebuilt and runs in the browser; `loadlight.command` is the `loadlight` command.
"""


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "@loadlight/jupyterlab"}]
