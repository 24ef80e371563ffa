"""Caring for the program and a vault from the command line: real processes on a small world."""

import shutil

import pytest
from tests.cli.process import passphrase_of, tcdesk
from tests.services.test_updates import put


@pytest.fixture
def vault(world, tmp_path):
    """Give a vault of one's own with the passphrase of its first account."""
    folder, told = world
    mine = tmp_path / "dob"
    shutil.copytree(folder / "demo" / "dob", mine)
    return mine, passphrase_of(told, "novak")


def install(tmp_path, vault, source):
    folder, passphrase = vault
    return tcdesk(
        tmp_path / "data",
        *(
            "update",
            "install",
            source,
            "--vault",
            folder,
            "--login",
            "novak",
            "--passphrase-stdin",
        ),
        stdin=f"{passphrase}\n",
    )


def test_a_package_of_another_signer_is_refused_in_words(tmp_path, vault):
    stick = tmp_path / "stick"
    stick.mkdir()
    put(stick, "9.9.9")
    ran = install(tmp_path, vault, stick)
    assert ran.returncode == 3
    assert "ni podpisal izdajatelj" in ran.stdout
    assert "ni podpisal izdajatelj" in ran.stderr
    assert not (tmp_path / "data" / "tcdesk" / "updates" / "last.json").exists()


def test_a_stick_without_a_package_is_told(tmp_path, vault):
    (tmp_path / "stick").mkdir()
    ran = install(tmp_path, vault, tmp_path / "stick")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "Na ključu USB ni posodobitve." in ran.stdout


def test_a_backup_is_listed_and_put_in_the_vaults_place(tmp_path, vault):
    folder, passphrase = vault
    listed = tcdesk(tmp_path, "vault", "restore", folder)
    assert listed.returncode == 0
    name = listed.stdout.split()[0]
    assert (folder / "backups" / name).is_file()
    asked = ("vault", "restore", folder, name, "--login", "novak", "--passphrase-stdin")
    wrong = tcdesk(tmp_path, *asked, stdin="napačno geslo\n")
    assert wrong.returncode == 3
    restored = tcdesk(tmp_path, *asked, stdin=f"{passphrase}\n")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "Trezor je obnovljen." in restored.stdout
    checked = tcdesk(
        tmp_path,
        *("vault", "check", folder, "--login", "novak", "--passphrase-stdin"),
        stdin=f"{passphrase}\n",
    )
    assert checked.returncode == 0, checked.stderr


def test_a_backup_that_is_not_there_is_said(tmp_path, vault):
    folder, _passphrase = vault
    ran = tcdesk(tmp_path, "vault", "restore", folder, "tcdesk-none.db", "--passphrase-stdin")
    assert ran.returncode == 3
    assert "Kopija ni izbrana." in ran.stderr
