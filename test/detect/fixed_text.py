"""Says of each fixed text ({"before", "after", "lines"} or null in a JSON list on stdin) what is wrong with it by CPython's own parser.

`lines` are the first and last lines (from 1) of each edit in the text before. A statement of the text before that no edit touches must
be in the text after, as often as it was; a comment too.
"""

import ast
import collections
import io
import json
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")


def statements(text):
    """Each statement without those inside it, with its first and last line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            end = node.end_lineno
            inside = [one for one in ast.iter_child_nodes(node) if isinstance(one, (ast.stmt, ast.excepthandler, ast.match_case))]
            for one in inside:
                if hasattr(one, "lineno"):
                    end = min(end, one.lineno)
            yield shallow(node), node.lineno, end


def shallow(node):
    kept = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, list) and any(isinstance(one, (ast.stmt, ast.excepthandler, ast.match_case)) for one in value):
            value = []
        kept[name] = value
    return ast.dump(type(node)(**kept))


def comments(text):
    found = tokenize.generate_tokens(io.StringIO(text).readline)
    return collections.Counter(token.string for token in found if token.type == tokenize.COMMENT)


def problems(trial):
    if trial is None:
        return []
    before, after, lines = trial["before"], trial["after"], trial["lines"]
    try:
        old = list(statements(before))
    except (SyntaxError, ValueError):
        return []  # it did not parse before either
    try:
        new = collections.Counter(text for text, _, _ in statements(after))
    except (SyntaxError, ValueError) as error:
        return [f"does not parse in CPython: {error}"]
    found = []
    untouched = collections.Counter(
        text for text, first, last in old if not any(first <= end and start <= last for start, end in lines)
    )
    if lines and untouched - new:
        found.append(f"changes a statement outside its edits: {next(iter(untouched - new))[:200]}")
    lost = comments(before) - comments(after)
    if lost:
        found.append(f"loses comments: {sorted(lost)}")
    return found


json.dump([problems(trial) for trial in json.load(sys.stdin)], sys.stdout)
