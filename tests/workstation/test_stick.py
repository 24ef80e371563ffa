"""A file is on the stick whole, or it is not there; tried on a real exFAT file system."""

import errno
import hashlib
from pathlib import Path

import pytest

from tcdesk.services.ports import StickStep
from tcdesk.workstation.errors import (
    FileExistsOnStickError,
    StickDamagedError,
    StickFullError,
    StickMissingError,
    StickReadBackError,
    StickVanishedError,
    StickWriteProtectedError,
)
from tcdesk.workstation.stick import BLOCK, StickWriter, read_uncached

NAME = "7K4Q-000014-1f9c22ab.tcb"
CONTENT = bytes(range(256)) * 12_000  # three blocks, the last one not whole


def _quiet(step: StickStep, done: int) -> None:
    """Take the progress and do nothing with it."""


def _write(folder: Path, content: bytes = CONTENT, at_most: int | None = None, progress=_quiet):
    return StickWriter(hashlib.sha256).write(
        folder,
        NAME,
        lambda put: put(content),
        at_most=len(content) if at_most is None else at_most,
        progress=progress,
    )


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_whole_after_the_stick_was_taken_out_and_put_back(stick):
    (stick.folder / "old.txt").write_bytes(b"somebody else's")
    steps = []
    written = _write(stick.folder, progress=lambda step, done: steps.append((step, done)))
    stick.take_out()
    stick.insert()
    assert (stick.folder / NAME).read_bytes() == CONTENT
    assert (written.path, written.size) == (stick.folder / NAME, len(CONTENT))
    assert written.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (stick.folder / "old.txt").read_bytes() == b"somebody else's"
    assert _names(stick.folder) == [NAME, "old.txt"]
    assert list(dict.fromkeys(step for step, _ in steps)) == list(StickStep)
    done = [count for step, count in steps if step is StickStep.WRITING]
    assert max(later - sooner for sooner, later in zip([0, *done], done, strict=False)) <= BLOCK


def test_a_taken_name_is_refused_and_the_file_keeps_its_bytes(stick):
    (stick.folder / NAME).write_bytes(b"first")
    with pytest.raises(FileExistsOnStickError):
        _write(stick.folder)
    assert (stick.folder / NAME).read_bytes() == b"first"
    assert _names(stick.folder) == [NAME]


def test_a_name_taken_while_writing_is_refused_at_the_end(stick):
    def take(step: StickStep, _done: int) -> None:
        if step is StickStep.NAMING:
            (stick.folder / NAME).write_bytes(b"quicker")

    with pytest.raises(FileExistsOnStickError):
        _write(stick.folder, progress=take)
    assert (stick.folder / NAME).read_bytes() == b"quicker"
    assert _names(stick.folder) == [NAME]


def test_a_part_left_from_yesterday_is_written_over(stick):
    (stick.folder / f"{NAME}.part").write_bytes(b"y" * (len(CONTENT) + 5))
    _write(stick.folder)
    assert (stick.folder / NAME).read_bytes() == CONTENT
    assert _names(stick.folder) == [NAME]


def test_a_stick_without_room_is_refused_before_a_byte_is_written(stick):
    with pytest.raises(StickFullError):
        _write(stick.folder, at_most=11 << 20)
    assert _names(stick.folder) == []


def test_a_stick_that_fills_up_while_writing_is_named_and_the_part_removed(stick):
    with pytest.raises(StickFullError):
        _write(stick.folder, bytes(16 << 20), at_most=1)
    assert _names(stick.folder) == []


def test_what_will_not_go_is_seen_before_anything_is_decided(stick):
    writer = StickWriter(hashlib.sha256)
    writer.check(stick.folder, at_most=len(CONTENT))
    with pytest.raises(StickFullError):
        writer.check(stick.folder, at_most=1 << 40)
    with pytest.raises(StickMissingError):
        writer.check(stick.folder / "gone", at_most=0)
    stick.take_out()
    stick.insert(read_only=True)
    with pytest.raises(StickWriteProtectedError):
        writer.check(stick.folder, at_most=0)


def test_a_write_protected_stick_is_named(stick):
    stick.take_out()
    stick.insert(read_only=True)
    with pytest.raises(StickWriteProtectedError):
        _write(stick.folder)


@pytest.mark.parametrize("moment", [StickStep.WRITING, StickStep.READING_BACK, StickStep.NAMING])
def test_a_stick_pulled_before_the_end_never_holds_the_final_name(stick, moment):
    def pull(step: StickStep, _done: int) -> None:
        if step is moment:
            stick.pull()

    with pytest.raises(StickVanishedError):
        _write(stick.folder, progress=pull)
    stick.take_out()
    stick.insert()
    assert NAME not in _names(stick.folder)


def test_a_stick_pulled_right_after_done_holds_the_whole_file(stick):
    def pull(step: StickStep, _done: int) -> None:
        if step is StickStep.DONE:
            stick.pull()

    _write(stick.folder, progress=pull)
    stick.take_out()
    stick.insert()
    assert (stick.folder / NAME).read_bytes() == CONTENT


def test_another_stick_in_the_same_place_is_noticed(stick):
    def swap(step: StickStep, _done: int) -> None:
        if step is StickStep.NAMING:
            stick.take_out()
            (stick.folder / f"{NAME}.part").write_bytes(CONTENT)

    with pytest.raises(StickVanishedError):
        _write(stick.folder, progress=swap)
    assert not (stick.folder / NAME).exists()


def test_a_stick_that_gives_back_other_bytes_is_found_out(tmp_path):
    def lying(path: Path):
        for block in read_uncached(path):
            yield block[:-1] + b"?"

    writer = StickWriter(hashlib.sha256, lying)
    with pytest.raises(StickReadBackError):
        writer.write(tmp_path, NAME, lambda put: put(CONTENT), at_most=1, progress=_quiet)
    assert _names(tmp_path) == []


def test_a_stick_that_gives_back_too_few_bytes_is_found_out(tmp_path):
    writer = StickWriter(hashlib.sha256, lambda _path: iter(()))
    with pytest.raises(StickReadBackError):
        writer.write(tmp_path, NAME, lambda put: put(b"x"), at_most=1, progress=_quiet)
    assert _names(tmp_path) == []


def test_a_stick_that_reports_failures_is_named_with_the_number(tmp_path):
    def failing(_path: Path):
        raise OSError(errno.EIO, "Input/output error")

    writer = StickWriter(hashlib.sha256, failing)
    with pytest.raises(StickDamagedError) as refused:
        writer.write(tmp_path, NAME, lambda put: put(CONTENT), at_most=1, progress=_quiet)
    assert refused.value.facts == {"errno": errno.EIO}
    assert _names(tmp_path) == []


def test_cancelling_removes_the_part_and_comes_through(tmp_path):
    def cancel(_step: StickStep, _done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _write(tmp_path, progress=cancel)
    assert _names(tmp_path) == []


def test_no_stick_is_named(tmp_path):
    with pytest.raises(StickMissingError):
        _write(tmp_path / "missing")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StickMissingError):
        _write(tmp_path / "file")
