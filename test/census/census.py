"""Lists every call that CPython's own parser and a simple table of imports resolve to one of the names.

Reads {"names": [...], "files": [...]} on stdin, prints {"calls": [...], "unread": [...]}. Lines and characters are 0-based,
characters are UTF-16 units. The table knows the imports of the file, wherever they stand, and nothing else: no scopes, no
assignments. Nothing that is read is run.
"""

import ast
import json
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


def calls(path, wanted):
    with open(path, "rb") as file:
        data = file.read()
    tree = ast.parse(data, path)
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    table = imports(tree)
    for node in ast.walk(tree):
        parts = dotted(node.func) if isinstance(node, ast.Call) else None
        for root in table.get(parts[0], ()) if parts else ():
            name = canonical(".".join([root, *parts[1:]]))
            if name not in wanted:
                continue
            before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
            yield {
                "file": path,
                "line": node.lineno - 1,
                "character": len(before.encode("utf-16-le")) // 2,
                "name": name,
            }


def main():
    question = json.load(sys.stdin)
    wanted = set(question["names"])
    found, unread = [], []
    for path in question["files"]:
        try:
            found.extend(calls(path, wanted))
        except (SyntaxError, ValueError) as error:
            unread.append({"file": path, "error": str(error)})
    json.dump({"calls": found, "unread": unread}, sys.stdout)


main()
