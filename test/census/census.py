"""Lists every call that CPython's own parser and a simple table of imports resolve to one of the names.

Reads {"names": [...], "files": [...]} on stdin, prints {"calls": [...], "unread": [...]}. In a name `**` stands for any modules and
classes in between. Lines and characters are 0-based, characters are UTF-16 units; in notebooks `cell` counts code cells. The table knows the
imports of the file, wherever they stand, and nothing else: no scopes, no assignments. Nothing that is read is run.
"""

import ast
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")

ALIASES = {
    "torch.serialization.load": "torch.load",
    "torch.serialization.save": "torch.save",
    "_pickle": "pickle",
    "cPickle": "pickle",
    "pickle5": "pickle",
    "six.moves.cPickle": "pickle",
}


def imports(tree):
    """By name, everything that an import of the file binds it to."""
    table = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name.split(".")[0]
                table.setdefault(name, set()).add(alias.name if alias.asname else name)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                table.setdefault(alias.asname or alias.name, set()).add(f"{node.module}.{alias.name}")
    return table


def canonical(name):
    for alias, to in ALIASES.items():
        if name == alias or name.startswith(alias + "."):
            return to + name[len(alias) :]
    return name


def dotted(node):
    """`a.b.c` as its parts, None for anything else."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        head = dotted(node.value)
        return head and [*head, node.attr]
    return None


def sources(path):
    """The Python texts of a file: a .py file is one, a notebook has one for each code cell, without magics and shell lines."""
    with open(path, "rb") as file:
        data = file.read()
    if not path.endswith(".ipynb"):
        return [data.decode("utf-8-sig")]
    cells = json.loads(data).get("cells", [])
    texts = ["".join(cell.get("source", "")) for cell in cells if cell.get("cell_type") == "code"]
    return ["" if text.lstrip().startswith("%%") else without_magics(text) for text in texts]


def without_magics(text):
    """Lines that are a magic, a shell command or a question become `pass`, so that the others keep their numbers."""
    lines = text.split("\n")
    return "\n".join(re.sub(r"^(\s*)(?:[!%?]|[^#]*\?\s*$).*", r"\1pass", line) for line in lines)


def calls(path, wanted):
    parsed, broken = [], []
    for cell, text in enumerate(sources(path)):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        try:
            parsed.append((cell, text.split("\n"), ast.parse(text.encode(), path)))
        except (SyntaxError, ValueError) as error:
            broken.append({"file": path, "cell": cell, "error": str(error)})
    table = {}
    for _, _, tree in parsed:
        for name, modules in imports(tree).items():
            table.setdefault(name, set()).update(modules)
    return [call for one in parsed for call in calls_in(path, *one, table, wanted)], broken


def calls_in(path, cell, lines, tree, table, wanted):
    for node in ast.walk(tree):
        parts = dotted(node.func) if isinstance(node, ast.Call) else None
        for root in table.get(parts[0], ()) if parts else ():
            name = canonical(".".join([root, *parts[1:]]))
            if not wanted(name):
                continue
            before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
            yield {
                "file": path,
                "cell": cell,
                "line": node.lineno - 1,
                "character": len(before.encode("utf-16-le")) // 2,
                "name": name,
            }


def is_wanted(names):
    exact = {name for name in names if "**" not in name}
    patterns = [re.escape(name).replace(r"\*\*", r"[\w.]+") for name in names if "**" in name]
    pattern = re.compile("|".join(patterns) or "(?!)")
    return lambda name: name in exact or pattern.fullmatch(name) is not None


def main():
    question = json.load(sys.stdin)
    wanted = is_wanted(question["names"])
    found, unread = [], []
    for path in question["files"]:
        try:
            of_file, broken = calls(path, wanted)
        except ValueError as error:
            of_file, broken = [], [{"file": path, "cell": 0, "error": str(error)}]
        found.extend(of_file)
        unread.extend(broken)
    json.dump({"calls": found, "unread": unread}, sys.stdout)


main()
