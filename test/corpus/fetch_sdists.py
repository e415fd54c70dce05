"""Downloads the sdists that are listed, and unpacks their notebooks and Python files.

`pip download` runs an sdist's build to learn its dependencies. This uses the same pip (pinned, see sdists.json) only to
find and fetch the archive, checks its hash, and reads it as an archive: nothing that is downloaded is ever run.
"""

import hashlib
import io
import json
import pathlib
import sys
import tarfile

from pip._internal.commands import create_command
from pip._vendor.packaging.specifiers import SpecifierSet

MAX_MEMBER = 64 * 1024 * 1024


def unpack(archive: bytes, folder: pathlib.Path) -> int:
    """Writes the sources under `folder`; links, devices and names that lead elsewhere are left out."""
    count = 0
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = pathlib.PurePosixPath(member.name)
            if not member.isreg() or member.size > MAX_MEMBER or path.suffix not in {".ipynb", ".py"}:
                continue
            if path.is_absolute() or ".." in path.parts:
                continue
            target = folder.joinpath(*path.parts[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(tar.extractfile(member).read())
            count += 1
    return count


def main(listing: str, target: str, wanted: list[str]) -> None:
    sdists = json.loads(pathlib.Path(listing).read_text())["sdists"]
    command = create_command("download")
    options, _ = command.parse_args(["--no-deps", "--no-binary", ":all:", "--quiet", "sdists"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)
        for sdist in sdists:
            folder = pathlib.Path(target, f"{sdist['name']}-{sdist['version']}")
            if folder.exists() or folder.name not in wanted:
                continue
            found = finder.find_best_candidate(sdist["name"], SpecifierSet(f"=={sdist['version']}")).best_candidate
            if found is None:
                sys.exit(f"{sdist['name']} {sdist['version']} was not found")
            archive = session.get(found.link.url_without_fragment, headers={"Accept-Encoding": "identity"}).content
            if hashlib.sha256(archive).hexdigest() != sdist["sha256"]:
                sys.exit(f"{sdist['name']} {sdist['version']} is not the archive that is pinned")
            partial = folder.with_name(folder.name + ".partial")
            count = unpack(archive, partial)
            partial.rename(folder)
            print(f"{folder.name}: {count} files")


main(sys.argv[1], sys.argv[2], sys.argv[3:])
