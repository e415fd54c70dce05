"""Loadlight for JupyterLab: says what a line that loads a model would run, and fixes it.

The extension is prebuilt and runs in the browser; this package only says where it is.
"""


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "@loadlight/jupyterlab"}]
