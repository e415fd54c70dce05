"""Says how a fixed program differs from the program beyond what a fix may change. JSON in on stdin, JSON out.

A fix may change the arguments `weights_only`, `pickle_module`, `trust_remote_code`, `Loader`, `safe_mode`, `allow_pickle`, `filter` and `check_hash`, add
imports, set or leave out a variable of the environment, put the allow-list unpickler in the place of pickle's functions, and `safe_load` in the place of PyYAML's. Everything else, comments
included, must be as it was.
"""

import ast
import io
import json
import re
import sys
import tokenize

ARGUMENTS = {"weights_only", "pickle_module", "trust_remote_code", "Loader", "safe_mode", "allow_pickle", "filter", "check_hash"}
UNPICKLER = "AllowListUnpickler"


class Normal(ast.NodeTransformer):
    """Takes out what a fix may change, on both sides alike."""

    def __init__(self):
        self.imported = []

    def visit_Call(self, node):
        self.generic_visit(node)
        if ast.unparse(node.func) in UNPICKLERS:
            node.func = ast.Name(UNPICKLER, ast.Load())
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "load" and isinstance(function.value, ast.Call):
            made = function.value
            if getattr(made.func, "id", None) == UNPICKLER:
                return self.unpickling(made)
        node.keywords = [k for k in node.keywords if k.arg not in ARGUMENTS and not is_empty(k)]
        if len(node.args) == 3 and ast.unparse(node.args[2]) in PICKLE_MODULES:
            node.args.pop()
        # The third of `numpy.load`.
        if len(node.args) == 3 and ast.unparse(node.args[2]) in {"True", "False"}:
            node.args.pop()
        if len(node.args) == 2 and ast.unparse(node.args[1]) in YAML_CLASSES:
            node.args.pop()
        if ast.unparse(function) in YAML_LOADS:
            node.func = ast.Name("load_all" if "load_all" in ast.unparse(function) else "load", ast.Load())
            return node
        return self.unpickling(node) if ast.unparse(function) in PICKLE_LOADS else node

    def unpickling(self, node):
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Call) and ast.unparse(first.func) in BYTES_IO:
            node.args[0] = first.args[0]
        node.func = ast.Name("unpickle", ast.Load())
        return node

    def visit_Dict(self, node):
        self.generic_visit(node)
        kept = [(k, v) for k, v in zip(node.keys, node.values) if getattr(k, "value", None) not in ARGUMENTS]
        node.keys, node.values = [k for k, _ in kept], [v for _, v in kept]
        return node

    def visit_ClassDef(self, node):
        return None if node.name == UNPICKLER else self.generic_visit(node)

    def visit_Assign(self, node):
        item = node.targets[0].slice if isinstance(node.targets[0], ast.Subscript) else None
        if getattr(item, "value", None) in ARGUMENTS or SET_VARIABLE.match(ast.unparse(node)):
            return None
        return self.generic_visit(node)

    def visit_Expr(self, node):
        return None if ast.unparse(node) == TAKEN_OUT else self.generic_visit(node)

    def visit_Pass(self, node):
        return None

    def visit_Import(self, node):
        self.imported.append(ast.unparse(node))
        return node


SET_VARIABLE = re.compile(r"os\.environ\['(MLFLOW_ALLOW_PICKLE_DESERIALIZATION|TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD)'\] = ")
TAKEN_OUT = "keras.config.enable_unsafe_deserialization()"
TIMED = re.compile(r"^%(%time\n|time )", re.M)
PICKLE_MODULES = {"pickle", "pkl"}
PICKLE_LOADS = {f"{name}{load}" for name in ("pickle.", "pkl.", "_pickle.", "") for load in ("load", "loads", "unpickle_it")}
YAML_CLASSES = {f"{name}{kind}Loader" for name in ("yaml.", "y.", "") for kind in ("", "C", "Unsafe", "Full")}
YAML_LOADS = {
    f"{name}{kind}load{many}"
    for name in ("yaml.", "y.")
    for kind in ("", "safe_", "unsafe_", "full_")
    for many in ("", "_all")
} | {"read_yaml", "unsafe_load"}
OWN_COMMENT = "# how bytes are written before protocol 3"
UNPICKLERS = {UNPICKLER, "pickle.Unpickler", "pkl.Unpickler", "Unpickler", "Reader"}
BYTES_IO = {"io.BytesIO", "stream.BytesIO"}


def is_empty(keyword):
    """`**{}`, which is what is left of `**{"weights_only": False}`."""
    return keyword.arg is None and isinstance(keyword.value, ast.Dict) and not keyword.value.keys


def comments(text):
    return [t.string for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type == tokenize.COMMENT]


def differences(pair):
    before, after = pair["before"], pair["after"]
    if isinstance(before, list):
        from IPython.core.inputtransformer2 import TransformerManager

        plain = TransformerManager().transform_cell
        # What `%time` times would become a string.
        before, after = ("\n".join(plain(TIMED.sub("", cell)) for cell in cells) for cells in (before, after))
    found = []
    try:
        new = ast.parse(after)
        compile(after, "after", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [f"does not compile: {error}"]
    old_side, new_side = Normal(), Normal()
    old, new = old_side.visit(ast.parse(before)), new_side.visit(new)
    added = list(new_side.imported)
    for line in old_side.imported:
        if line in added:
            added.remove(line)
    unexpected = [line for line in added if line not in ("import pickle", "import io", "import os", "import yaml")]
    if unexpected:
        found.append(f"imports added: {unexpected}")
    old_text, new_text = (without(tree, set(added)) for tree in (old, new))
    if old_text != new_text:
        found.append(f"{old_text}\n  became\n{new_text}")
    if not pair["lostComments"] and comments(before) != [c for c in comments(after) if c != OWN_COMMENT]:
        found.append(f"comments {comments(before)} became {comments(after)}")
    return found


def without(tree, imports):
    """The program's text without these imports at its top level."""
    kept = [one for one in tree.body if not (isinstance(one, ast.Import) and ast.unparse(one) in imports)]
    return ast.unparse(ast.fix_missing_locations(ast.Module(kept, [])))


json.dump([differences(pair) for pair in json.load(sys.stdin)], sys.stdout)
