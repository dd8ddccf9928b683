"""Puts the pages where the site is built from, and touches nothing else there.

The receipts that are written with the pages say which files are ours: such a file is replaced whole or removed, any
other stays as it is. Everything that could go wrong is looked for before the first file changes, and what goes
wrong all the same is taken back. A run that changes nothing touches nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import WriteError

RECEIPTS = "data/receipts.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did, as paths below `docs/`. `edited` are those of `changed` and `removed` that somebody had edited by
    hand: their edits are gone from the folder."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


def write_pages(docs: Path, pages: Mapping[str, str | bytes]) -> Written:
    """Make the generated files in `docs` exactly these; a path is relative, with slashes.

    Raises WriteError, and changes nothing, where a path leaves `docs` or leads over a symbolic link, where a file that
    is not ours is in the way, and where the disk refuses.
    """
    wanted = {path: content.encode() if isinstance(content, str) else content for path, content in pages.items()}
    owned = read_owned(docs)
    with _told(docs):
        _check_paths(docs, wanted, owned)
        there = {path: old for path in sorted({*wanted, *owned}) if (old := _read(docs / path)) is not None}
        _check_foreign(docs, wanted, there, owned)
        written = _compare(wanted, there, owned)
        _apply(docs, {path: wanted[path] for path in (*written.new, *written.changed)}, written.removed, there)
    return written


def read_owned(docs: Path) -> dict[str, str]:
    """The files in `docs` that are ours, with the SHA-256 they were written with; the receipts themselves have none.

    Raises WriteError where the receipts cannot be read.
    """
    file = docs / RECEIPTS
    if not file.exists():
        return {}
    try:
        pages = json.loads(file.read_bytes())["pages"]
        owned = {str(path): str(checksum) for path, checksum in pages.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "It says which pages are ours. Restore it (git checkout), or delete it together with the pages."
        raise WriteError(file.as_posix(), "", "This file cannot be read.", advice) from error
    return owned | {RECEIPTS: ""}


def checksum(content: str | bytes) -> str:
    """SHA-256 as the receipts write it: 64 hexadecimal digits, of a text's UTF-8."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


# ---------------------------------------------------------------- looking before anything changes


def _check_paths(docs: Path, wanted: Collection[str], owned: Collection[str]) -> None:
    """Every path stays below `docs`, goes over no link, and no two pages differ in nothing but capitals."""
    folded: dict[str, str] = {}
    for path in wanted:
        if (twin := folded.setdefault(path.casefold(), path)) != path:
            advice = "Many disks keep only one of them; give one another name."
            raise WriteError(docs.as_posix(), path, f"Differs from {twin} only in capitals.", advice)
    for path in sorted({*wanted, *owned}):
        pure = PurePosixPath(path)
        if pure.is_absolute() or not pure.parts or ".." in pure.parts or "\\" in path or str(pure) != path:
            raise WriteError(docs.as_posix(), path, "This is no path below the folder.", "Give it another name.")
        for place in (docs / path, *(docs / parent for parent in pure.parents if parent.parts)):
            if place.is_symlink():
                raise WriteError(place.as_posix(), "", "This is a symbolic link.", "Put a plain file or folder there.")


def _check_foreign(
    docs: Path, wanted: Mapping[str, bytes], there: Mapping[str, bytes], owned: Mapping[str, str]
) -> None:
    """No file that is not ours is in the way of a page; one that already says the same is taken as ours."""
    for path, content in wanted.items():
        if path in there and path not in owned and there[path] != content:
            advice = "Move it away or delete it; then run again."
            raise WriteError((docs / path).as_posix(), "", "A page has to go here, but this file is not ours.", advice)


def _compare(wanted: Mapping[str, bytes], there: Mapping[str, bytes], owned: Mapping[str, str]) -> Written:
    changed = tuple(path for path in sorted(wanted) if path in there and there[path] != wanted[path])
    removed = tuple(path for path in sorted(owned) if path in there and path not in wanted)
    return Written(
        new=tuple(path for path in sorted(wanted) if path not in there),
        changed=changed,
        removed=removed,
        unchanged=tuple(path for path in sorted(wanted) if there.get(path) == wanted[path]),
        edited=tuple(p for p in sorted({*changed, *removed}) if owned.get(p) not in ("", None, checksum(there[p]))),
    )


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


# ---------------------------------------------------------------- changing


def _apply(docs: Path, contents: Mapping[str, bytes], removed: Iterable[str], before: Mapping[str, bytes]) -> None:
    """Write all of them beside their places, then move them there. On a failure everything is as before.

    The receipts go last: a run that is cut off leaves those of the run before, and what they call ours stays ours.
    """
    staged: dict[str, Path] = {}
    touched: list[str] = []
    try:
        for path, content in contents.items():
            staged[path] = _stage(docs / path, content)
        for path in (*removed, *sorted(staged, key=lambda path: path == RECEIPTS)):
            touched.append(path)
            if path in staged:
                staged[path].replace(docs / path)
            else:
                (docs / path).unlink()
    except OSError:
        with suppress(OSError):
            for path in touched:
                _take_back(docs / path, before.get(path))
        for path in contents:
            if path in staged:
                staged[path].unlink(missing_ok=True)
            _prune(docs, path)
        raise
    for path in removed:
        _prune(docs, path)


def _stage(target: Path, content: bytes) -> Path:
    """The content in a new file in the folder of its place, so that moving it there is one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as file:
            file.write(content)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _take_back(target: Path, before: bytes | None) -> None:
    if before is None:
        target.unlink(missing_ok=True)
    else:
        _stage(target, before).replace(target)


def _prune(docs: Path, path: str) -> None:
    """Remove the folders of `path` that are now empty; `docs` itself stays."""
    for parent in PurePosixPath(path).parents:
        if not parent.parts:
            return
        try:
            (docs / parent).rmdir()
        except OSError:
            return


@contextmanager
def _told(docs: Path) -> Iterator[None]:
    """Turns what the disk refuses into a WriteError."""
    try:
        yield
    except OSError as error:
        file = error.filename if error.filename is not None else docs
        reason = error.strerror or str(error)
        raise WriteError(os.fsdecode(file), "", f"{reason}.", "Nothing was changed.") from error
