"""Joining by real files: the card, the digits from paper, the request, the roster."""

from pathlib import Path

import pytest
from tests.conftest import LEAST_COST
from tests.services.exchange_world import (
    INTAKE,
    ROOT_PASSPHRASE,
    STICK,
    Pair,
    found,
    join,
)

from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.crypto.passphrase import Cost
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import (
    CardMissingError,
    NotEnrolledError,
    OfficeNotConfirmedError,
    OfficeNotFoundedError,
    RootKeyDamagedError,
    RootKeyForeignError,
    RootKeyMissingError,
    RootPassphraseError,
)
from tcdesk.services.export import Exports
from tcdesk.services.joining import CARD, Joining
from tcdesk.services.office import NewUnit, Office
from tcdesk.services.replies import Replies
from tcdesk.services.root_key import NAME, make_root_key, open_root_key
from tcdesk.workstation.files import DiskFiles

WRONG = "00000 11111 22222 33333 44444 55555"


def keeper(desk: Desk) -> Office:
    return Office(desk, DiskFiles(), STICK)


@pytest.fixture
def root(office_desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    found(office_desk, folder)
    return folder


def test_a_unit_joins_by_files_and_digits_and_may_then_export(pair: Pair) -> None:
    standing = Joining(pair.unit, STICK).standing()
    assert standing.listed
    assert standing.roster_version == 2
    assert standing.office is not None
    assert [one.code for one in pair.keeper.units()] == ["DOB"]
    assert pair.exports.preview().rows["unit"] == 1


def test_before_the_card_nothing_leaves(unit_desk: Desk, stick: Path) -> None:
    with pytest.raises(OfficeNotConfirmedError):
        Exports(unit_desk, STICK).write(stick)
    with pytest.raises(OfficeNotConfirmedError):
        Joining(unit_desk, STICK).ask(stick)
    assert list(stick.iterdir()) == []


def test_before_the_roster_lists_the_unit_nothing_leaves(
    unit_desk: Desk, office_desk: Desk, root: Path, stick: Path
) -> None:
    assert root.is_dir()
    keeper(office_desk).write_card(stick)
    joining = Joining(unit_desk, STICK)
    joining.confirm(joining.read_card(stick), " ".join(keeper(office_desk).digits()))
    with pytest.raises(NotEnrolledError):
        Exports(unit_desk, STICK).preview()


def test_wrong_digits_of_the_office_are_refused_and_nothing_is_believed(
    unit_desk: Desk, office_desk: Desk, root: Path, stick: Path
) -> None:
    assert root.is_dir()
    keeper(office_desk).write_card(stick)
    joining = Joining(unit_desk, STICK)
    with pytest.raises(BundleRefusedError) as refused:
        joining.confirm(joining.read_card(stick), WRONG)
    assert refused.value.reason is Refusal.WRONG_DIGITS
    assert joining.standing().office is None


def test_a_forged_card_is_refused(
    unit_desk: Desk, office_desk: Desk, root: Path, stick: Path
) -> None:
    assert root.is_dir()
    keeper(office_desk).write_card(stick)
    card = stick / CARD
    card.write_bytes(card.read_bytes().replace(b'"version":1', b'"version":9'))
    with pytest.raises(BundleRefusedError):
        Joining(unit_desk, STICK).read_card(stick)


def test_a_folder_without_a_card_says_so(unit_desk: Desk, stick: Path) -> None:
    with pytest.raises(CardMissingError):
        Joining(unit_desk, STICK).read_card(stick)


def test_wrong_digits_of_the_unit_are_refused_and_the_roster_stays(
    unit_desk: Desk, office_desk: Desk, root: Path, stick: Path
) -> None:
    office, joining = keeper(office_desk), Joining(unit_desk, STICK)
    office.write_card(stick)
    joining.confirm(joining.read_card(stick), " ".join(office.digits()))
    unconfirmed = office.read_enrolment(joining.ask(stick).path, INTAKE)
    with pytest.raises(BundleRefusedError) as refused:
        office.admit(unconfirmed, WRONG, NewUnit(code="DOB", name="Dob"), root, ROOT_PASSPHRASE)
    assert refused.value.reason is Refusal.WRONG_DIGITS
    assert list(office.units()) == []


@pytest.mark.parametrize(
    ("passphrase", "foreign", "error"),
    [
        ("napačno geslo", False, RootPassphraseError),
        (ROOT_PASSPHRASE, True, RootKeyForeignError),
    ],
)
def test_the_root_key_must_open_and_be_this_office_s(
    unit_desk: Desk,
    office_desk: Desk,
    root: Path,
    stick: Path,
    passphrase: str,
    foreign: bool,  # noqa: FBT001 - a parameter of the test
    error: type[Exception],
) -> None:
    office, joining = keeper(office_desk), Joining(unit_desk, STICK)
    office.write_card(stick)
    joining.confirm(joining.read_card(stick), " ".join(office.digits()))
    unconfirmed = office.read_enrolment(joining.ask(stick).path, INTAKE)
    if foreign:
        (root / NAME).unlink()
        make_root_key(root, ROOT_PASSPHRASE, DiskFiles(), LEAST_COST)
    with pytest.raises(error):
        office.admit(
            unconfirmed,
            " ".join(joining.standing().digits),
            NewUnit(code="DOB", name="Dob"),
            root,
            passphrase,
        )
    assert list(office.units()) == []


def test_a_second_founding_and_a_second_admission_are_refused(pair: Pair, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(RuleBrokenError):
        pair.keeper.found(other, ROOT_PASSPHRASE, LEAST_COST)
    assert list(other.iterdir()) == []
    joining = Joining(pair.unit, STICK)
    unconfirmed = pair.keeper.read_enrolment(joining.ask(pair.stick).path, INTAKE)
    with pytest.raises(RuleBrokenError):
        pair.keeper.admit(
            unconfirmed,
            " ".join(joining.standing().digits),
            NewUnit(code="DO2", name="Dob"),
            pair.root,
            ROOT_PASSPHRASE,
        )


def test_an_older_roster_is_refused(pair: Pair) -> None:
    sent = pair.keeper.send_roster(pair.keeper.units()[0].id, pair.stick)
    with pytest.raises(BundleRefusedError) as refused:
        Replies(pair.unit, INTAKE).take(sent.path)
    assert refused.value.reason is Refusal.ROSTER_NOT_NEWER


def test_a_second_unit_gets_its_own_place_in_the_roster(
    pair: Pair, new_desk, tmp_path: Path
) -> None:
    ig = new_desk("ig", code="IG")
    stick = tmp_path / "second"
    stick.mkdir()
    join(ig, pair.office, stick, pair.root, "IG")
    assert sorted(one.code for one in pair.keeper.units()) == ["DOB", "IG"]
    assert Joining(ig, STICK).standing().roster_version == 3


def test_an_office_without_a_root_key_has_no_card(office_desk: Desk, stick: Path) -> None:
    with pytest.raises(OfficeNotFoundedError):
        keeper(office_desk).write_card(stick)


def test_a_root_key_opens_only_with_its_passphrase_and_unchanged(tmp_path: Path) -> None:
    key = make_root_key(tmp_path, ROOT_PASSPHRASE, DiskFiles(), LEAST_COST)
    path = tmp_path / NAME
    assert open_root_key(tmp_path, ROOT_PASSPHRASE).public == key.public
    with pytest.raises(RootPassphraseError):
        open_root_key(path, "drugo geslo")
    with pytest.raises(RootKeyDamagedError):
        make_root_key(tmp_path, ROOT_PASSPHRASE, DiskFiles(), LEAST_COST)
    with pytest.raises(RootKeyMissingError):
        open_root_key(tmp_path / "nowhere", ROOT_PASSPHRASE)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with pytest.raises(RootKeyDamagedError):
        open_root_key(path, ROOT_PASSPHRASE)
    path.write_bytes(whole.replace(b'"t":2', b'"t":3'))
    with pytest.raises(RootPassphraseError):
        open_root_key(path, ROOT_PASSPHRASE)


def test_a_root_key_with_a_hostile_cost_is_refused_before_it_runs(tmp_path: Path) -> None:
    make_root_key(tmp_path, ROOT_PASSPHRASE, DiskFiles(), LEAST_COST)
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes().replace(b'"m_kib":65536', b'"m_kib":4194304'))
    assert Cost(m_kib=4_194_304, t=2, p=1) != LEAST_COST
    with pytest.raises(RootKeyDamagedError):
        open_root_key(path, ROOT_PASSPHRASE)
