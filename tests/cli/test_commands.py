"""The command line as a person or a script meets it: real processes, exit codes, words."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.process import bundles_of, passphrase_of, tcdesk


def test_the_version_is_told() -> None:
    ran = tcdesk(Path("/nonexistent"), "--version")
    assert (ran.returncode, ran.stdout) == (0, "tcdesk 0.1.0\n")


def test_a_demo_folder_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    ran = tcdesk(tmp_path / "data", "demo", "--headless", "--dir", taken)
    assert ran.returncode == 3
    assert "V izbrano mapo ni mogoče pisati." in ran.stderr
    assert taken.is_file()


@pytest.fixture
def heard_interrupt() -> Iterator[None]:
    """Have programs hear Ctrl+C even where the tests run behind a shell, which has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow
@pytest.mark.usefixtures("heard_interrupt")
def test_a_demo_that_was_broken_off_is_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    small = ("--headless", "--dir", folder, "--participants", "4", "--months", "1")
    command = [sys.executable, "-m", "tcdesk", "demo", *(str(one) for one in small)]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
    ) as building:
        while building.poll() is None and not (folder / "office" / "vault.json").exists():
            os.sched_yield()
        assert building.poll() is None
        building.send_signal(signal.SIGINT)
        told = building.communicate()[1]
    assert building.returncode == 130
    assert "Traceback" not in told
    assert not (folder / "demo.json").exists()
    assert tcdesk(tmp_path / "data", "demo", *small).returncode == 0
    assert (folder / "demo.json").exists()
    assert not (folder / "demo.unfinished").exists()


@pytest.mark.slow
def test_the_demo_tells_everything_it_made(world: tuple[Path, dict[str, object]]) -> None:
    folder, told = world
    assert {
        "vaults",
        "bundles",
        "office_identity",
        "signing_keys",
        "documents",
        "spreadsheets",
        "figures",
    } <= set(told)
    documents = told["documents"]
    assert isinstance(documents, list)
    assert {one["kind"] for one in documents} >= {"session-sheet", "report", "export-slip"}
    for one in documents:
        assert (folder / "demo" / one["path"]).read_bytes().startswith(b"%PDF")
    figures = told["figures"]
    assert isinstance(figures, dict)
    assert figures["EECO01"]["DOB"]["all"] == figures["participants"]["DOB"]["M"] == 6
    assert "IG" not in figures["EECO01"]


@pytest.mark.slow
def test_a_vault_is_checked_with_a_passphrase_from_standard_input(
    world: tuple[Path, dict[str, object]],
) -> None:
    folder, told = world
    ran = tcdesk(
        folder / "data",
        "vault",
        "check",
        folder / "demo" / "dob",
        "--login",
        "novak",
        "--passphrase-stdin",
        "--json",
        stdin=passphrase_of(told, "novak") + "\n",
    )
    assert ran.returncode == 0, ran.stderr
    findings = json.loads(ran.stdout)
    assert findings["sound"] is True
    assert findings["signatures"] > 0


@pytest.mark.slow
def test_a_wrong_passphrase_is_said_in_words_with_the_next_step(
    world: tuple[Path, dict[str, object]],
) -> None:
    folder, _ = world
    ran = tcdesk(
        folder / "data",
        "vault",
        "check",
        folder / "demo" / "ig",
        "--login",
        "kralj",
        "--passphrase-stdin",
        stdin="to zagotovo ni geslo\n",
    )
    assert ran.returncode == 3
    assert ran.stdout == ""
    assert len(ran.stderr.strip().splitlines()) == 2
    assert "geslo" in ran.stderr


@pytest.mark.slow
def test_bundles_are_verified_without_a_vault(world: tuple[Path, dict[str, object]]) -> None:
    folder, told = world
    demo = folder / "demo"
    files = [demo / path for path in bundles_of(told, "DOB")]
    keys = ("--identity", demo / "keys" / "office-identity.txt", "--sender", demo / "keys/DOB.pub")
    ran = tcdesk(folder / "data", "bundle", "verify", *files, *keys, "--json")
    assert ran.returncode == 0, ran.stderr
    assert [one["seq"] for one in json.loads(ran.stdout)["bundles"]] == [1, 2]
    backwards = tcdesk(folder / "data", "bundle", "verify", *reversed(files), *keys)
    assert backwards.returncode == 1


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["cut", "flip", "foreign", "missing", "other-sender"])
def test_a_bad_bundle_is_refused_with_words_and_an_exit_code(
    world: tuple[Path, dict[str, object]], tmp_path: Path, harm: str
) -> None:
    folder, told = world
    demo = folder / "demo"
    good = (demo / bundles_of(told, "DOB")[0]).read_bytes()
    bad = tmp_path / "bad.tcb"
    sender = demo / "keys" / ("IG.pub" if harm == "other-sender" else "DOB.pub")
    match harm:
        case "cut":
            bad.write_bytes(good[:-100])
        case "flip":
            bad.write_bytes(good[:5_000] + bytes([good[5_000] ^ 1]) + good[5_001:])
        case "foreign":
            bad.write_bytes(b"PK\x03\x04" + bytes(10_000))
        case "other-sender":
            bad.write_bytes(good)
        case _:
            pass
    ran = tcdesk(
        folder / "data",
        "bundle",
        "verify",
        bad,
        "--identity",
        demo / "keys" / "office-identity.txt",
        "--sender",
        sender,
    )
    assert ran.returncode in (3, 4)
    assert len(ran.stderr.strip().splitlines()) == 2
    assert "Traceback" not in ran.stderr


@pytest.mark.slow
def test_importing_a_bundle_twice_says_so_and_changes_nothing(
    world: tuple[Path, dict[str, object]],
) -> None:
    folder, told = world
    demo = folder / "demo"
    before = (demo / "office" / "vault.json").read_bytes()
    ran = tcdesk(
        folder / "data",
        "office",
        "import",
        demo / bundles_of(told, "IG")[0],
        "--vault",
        demo / "office",
        "--login",
        "horvat",
        "--passphrase-stdin",
        stdin=passphrase_of(told, "horvat") + "\n",
    )
    assert ran.returncode == 3
    assert (demo / "office" / "vault.json").read_bytes() == before


@pytest.mark.slow
def test_a_vault_is_checked_without_naming_an_account(
    world: tuple[Path, dict[str, object]],
) -> None:
    folder, told = world
    ran = tcdesk(
        folder / "data",
        "vault",
        "check",
        folder / "demo" / "dob",
        "--passphrase-stdin",
        stdin=passphrase_of(told, "novak") + "\n",
    )
    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout.splitlines()) == 4
