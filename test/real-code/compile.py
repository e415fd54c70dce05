"""Says which of the Python texts (a JSON list of {"name", "text"} on stdin) do not compile, and why."""

import json
import sys
import warnings

warnings.simplefilter("ignore")
broken = []
for one in json.load(sys.stdin):
    try:
        compile(one["text"], one["name"], "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        broken.append({"name": one["name"], "error": str(error)})
json.dump(broken, sys.stdout)
