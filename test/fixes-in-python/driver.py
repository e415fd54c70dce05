"""Runs many programs in one process and says how each ended. Jobs come as JSON on stdin, outcomes go to stdout.

Each program runs in a fresh namespace inside the folder `good` or `payload`. Both hold the same file names; those in
`payload` create an empty file named `marker` beside themselves when they are loaded, and do nothing else.
"""

import collections
import contextlib
import glob
import http.server
import io
import json
import os
import pickle
import re
import ssl
import sys
import tarfile
import threading
import warnings


class Payload:
    def __reduce__(self):
        return open, ("marker", "w")


SWAP = """import glob, shutil

for saved in glob.glob("model.*"):
    if saved != "model.pt" and saved != "model.keras":
        shutil.copy("data.pkl", saved)
"""
CONFIG = "layers: [64, 32]\nname: net\nrate: 0.5\nmade: 2026-01-02\n"


def write_files(root):
    import numpy
    import torch

    tensors = {"weight": torch.arange(4.0), "bias": torch.zeros(1)}
    data = {"words": ["a", "b"], "counts": collections.OrderedDict(a=1, b=2), "place": ("x", 3, None, b"y")}
    for name, model, plain in [("good", tensors, data), ("payload", Payload(), Payload())]:
        folder = os.path.join(root, name)
        os.makedirs(folder)
        torch.save(model, os.path.join(folder, "model.pt"))
        for protocol in (2, 5):
            with open(os.path.join(folder, "data.pkl" if protocol == 5 else "old.pkl"), "wb") as file:
                pickle.dump(plain, file, protocol=protocol)
        with open(os.path.join(folder, "swap.py"), "w") as file:
            file.write("" if name == "good" else SWAP)
        with open(os.path.join(folder, "config.yaml"), "w") as file:
            file.write(CONFIG if name == "good" else "!!python/object/apply:builtins.open [marker, w]\n")
        with open(os.path.join(folder, "rows.jsonl"), "w") as file:
            file.write('{"a": 1}\n{"a": 2}\n')
        with open(os.path.join(folder, "answer.py"), "w") as file:
            file.write("answer = 42\n" if name == "good" else 'open("marker", "w").close()\nanswer = 13\n')
        array = numpy.arange(4.0) if name == "good" else numpy.array([Payload()], dtype=object)
        numpy.save(os.path.join(folder, "array.npy"), array, allow_pickle=True)
        with tarfile.open(os.path.join(folder, "archive.tar"), "w") as archive:
            archive.addfile(tarfile.TarInfo("a.txt" if name == "good" else "../marker"))


def write_keras_models(root):
    import keras

    # Of a lambda the bytecode is stored; of a function with a name only that.
    ran = lambda x: (open("marker", "w").close(), x)[1]
    for name in ("good", "payload"):
        last = keras.layers.Dense(1) if name == "good" else keras.layers.Lambda(ran)
        keras.Sequential([keras.Input((2,)), last]).save(os.path.join(root, name, "model.keras"))


def write_mlflow_models(root):
    import logging

    import mlflow.pyfunc

    logging.getLogger("mlflow").setLevel(logging.ERROR)
    code = "import mlflow\n\nclass M(mlflow.pyfunc.PythonModel):\n    def predict(self, context, model_input):\n"
    code += "        return [one * 2 for one in model_input]\n\nmlflow.models.set_model(M())\n"
    path = os.path.join(root, "code.py")
    with open(path, "w") as file:
        file.write(code)
    # Models are stored as code, or pickled.
    mlflow.pyfunc.save_model(os.path.join(root, "good", "model"), python_model=path, pip_requirements=[])
    pickled = os.path.join(root, "payload", "model")
    mlflow.pyfunc.save_model(pickled, python_model=mlflow.pyfunc.PythonModel(), pip_requirements=[])
    with open(os.path.join(pickled, "python_model.pkl"), "wb") as file:
        pickle.dump(Payload(), file)


def serve_on_this_machine():
    from network import Quiet

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def shell_for_notebooks(root):
    os.environ["IPYTHONDIR"] = os.path.join(root, "ipython")
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    return InteractiveShell.instance(config=config, colors="NoColor")


def run_cells(shell, cells):
    # What `shell.reset` does that matters here; all of it takes 100 ms.
    shell.user_ns.clear()
    shell.init_user_ns()
    shell.user_ns["__name__"] = "__main__"
    for cell in cells:
        outcome = shell.run_cell(cell, store_history=False)
        outcome.raise_error()


def run(job, root, shells):
    os.chdir(os.path.join(root, job["folder"]))
    # What the program before left.
    ssl._create_default_https_context = ssl.create_default_context
    for name in ["marker", "got.py", *glob.glob("*.safetensors")]:
        with contextlib.suppress(FileNotFoundError):
            os.remove(name)
    out, before, error = io.StringIO(), dict(os.environ), None
    os.environ.update(job.get("env", {}))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if "cells" in job:
                if not shells:
                    shells.append(shell_for_notebooks(root))
                run_cells(shells[0], job["cells"])
            else:
                code = compile(job["source"], job["id"], "exec", dont_inherit=True)
                exec(code, {"__name__": "__main__"})
    except BaseException as caught:
        error = {"type": type(caught).__name__, "text": str(caught)[:300]}
    finally:
        os.environ.clear()
        os.environ.update(before)
    # Timings and what is in a cache differ from run to run, and a traceback is the error told again.
    lines = [line for line in out.getvalue().splitlines() if not re.match(r"(CPU times|Wall time|Downloading:)", line)]
    marker = os.path.exists("marker")
    return {"id": job["id"], "out": "\n".join(lines) if error is None else "", "error": error, "marker": marker}


def main():
    root = sys.argv[1]
    write_files(root)
    shells = []
    jobs = json.load(sys.stdin)
    # Importing it takes seconds.
    if any("keras" in str(job) for job in jobs):
        write_keras_models(root)
    if any("mlflow" in str(job) for job in jobs):
        write_mlflow_models(root)
    if any("transformers" in str(job) or "torch.hub.load(" in str(job) for job in jobs):
        import hub_files

        hub_files.write(root, Payload())
    if "LOADLIGHT_NETWORK" in os.environ:
        import network

        network.start(root)
    if any("LOADLIGHT_PORT" in str(job) for job in jobs):
        os.environ["LOADLIGHT_PORT"] = str(serve_on_this_machine())
    answers = [run(job, root, shells) for job in jobs]
    json.dump(answers, sys.stdout)


main()
