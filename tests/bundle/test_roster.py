"""Rosters: who signs the next one, and how a first one is believed."""

from dataclasses import replace

import pytest
from tests.bundle.world import (
    OFFICE,
    OFFICE_KEY,
    RESERVE,
    ROOT_KEY,
    STRANGER_KEY,
    UNIT,
    UNIT_KEY,
    WORKING,
    key_entry,
    root_entry,
    roster,
    signing_key,
)

from tcdesk.bundle.canonical import encode
from tcdesk.bundle.errors import BundleRefusedError, Refusal, UnfitForBundleError
from tcdesk.bundle.minisig import ROSTER
from tcdesk.bundle.minisig import sign as minisign
from tcdesk.bundle.roster import KeyStatus, LastGood, RecipientStatus
from tcdesk.bundle.shapes import write
from tcdesk.bundle.succession import SignedRoster, accept, first, root_digits, sign
from tcdesk.crypto.digests import sha256

NEW_ROOT, NEWEST_ROOT = signing_key(21), signing_key(22)


def refused(act) -> Refusal:
    with pytest.raises(BundleRefusedError) as told:
        act()
    return told.value.reason


def test_a_newer_roster_of_the_same_root_follows():
    assert accept(roster(1), sign(roster(2), [ROOT_KEY])) == roster(2)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_older_or_equal_roster_does_not_follow(version):
    candidate = sign(roster(version), [ROOT_KEY])
    assert refused(lambda: accept(roster(3), candidate)) is Refusal.ROSTER_NOT_NEWER


@pytest.mark.parametrize("key", [STRANGER_KEY, OFFICE_KEY, UNIT_KEY])
def test_a_roster_signed_by_another_key_than_the_root_does_not_follow(key):
    candidate = sign(roster(2), [key])
    assert refused(lambda: accept(roster(1), candidate)) is Refusal.ROSTER_WRONG_ROOT


def of_root(version, *keys):
    roots = tuple(sorted(map(root_entry, keys), key=lambda root: root.key_id))
    return replace(roster(version), root_keys=roots)


def test_a_change_of_root_needs_the_old_and_the_new_one():
    changed = of_root(2, NEW_ROOT)
    assert accept(roster(1), sign(changed, [ROOT_KEY, NEW_ROOT])) == changed
    for keys in ([ROOT_KEY], [NEW_ROOT], [NEW_ROOT, NEW_ROOT], [ROOT_KEY, STRANGER_KEY]):
        candidate = sign(changed, keys)
        assert refused(lambda c=candidate: accept(roster(1), c)) is Refusal.ROSTER_WRONG_ROOT


def test_a_second_root_beside_the_first_is_taken_with_either_signature_of_the_old():
    changed = of_root(2, ROOT_KEY, NEW_ROOT)
    assert accept(roster(1), sign(changed, [ROOT_KEY])) == changed


def test_a_skipped_root_does_not_follow_until_the_one_between_has():
    second, third = of_root(2, NEW_ROOT), of_root(3, NEWEST_ROOT)
    latest = sign(third, [NEW_ROOT, NEWEST_ROOT])
    assert refused(lambda: accept(roster(1), latest)) is Refusal.ROSTER_WRONG_ROOT
    assert accept(accept(roster(1), sign(second, [ROOT_KEY, NEW_ROOT])), latest) == third


def test_a_first_roster_is_usable_only_with_the_digits_of_its_root():
    unconfirmed = first(sign(roster(), [ROOT_KEY]))
    digits = root_digits(ROOT_KEY.public)
    assert unconfirmed.confirm(digits) == roster()
    assert unconfirmed.confirm(digits.replace(" ", "")) == roster()
    wrong = "1" + digits[1:] if digits[0] != "1" else "2" + digits[1:]
    for typed in (wrong, "", digits[:-1], root_digits(STRANGER_KEY.public)):
        assert refused(lambda t=typed: unconfirmed.confirm(t)) is Refusal.WRONG_DIGITS


def test_a_first_roster_must_be_signed_by_its_own_root():
    candidate = sign(roster(), [STRANGER_KEY])
    assert refused(lambda: first(candidate)) is Refusal.ROSTER_WRONG_ROOT


def test_any_changed_byte_of_a_roster_is_refused():
    signed = sign(roster(2), [ROOT_KEY])
    for at in range(0, len(signed.data), 7):
        spoilt = signed.data[:at] + bytes([signed.data[at] ^ 1]) + signed.data[at + 1 :]
        refused(lambda d=spoilt: accept(roster(1), replace(signed, data=d)))
    for at in range(len(signed.minisig)):
        spoilt = signed.minisig[:at] + bytes([signed.minisig[at] ^ 1]) + signed.minisig[at + 1 :]
        refused(lambda s=spoilt: accept(roster(1), replace(signed, minisig=s)))


def test_a_roster_of_over_a_mebibyte_is_refused_unread():
    huge = SignedRoster(data=b"x" * (2**20 + 1), minisig=b"")
    assert refused(lambda: first(huge)) is Refusal.TOO_LARGE


def spoilt(change):
    """Give rosters that break one rule each."""
    whole = roster()
    unit, other, office = whole.parties
    match change:
        case "party-order":
            return replace(whole, parties=(other, unit, office))
        case "party-code":
            return replace(whole, parties=(unit, replace(other, code=unit.code), office))
        case "root-order":
            roots = sorted(map(root_entry, [ROOT_KEY, NEW_ROOT]), key=lambda root: root.key_id)
            return replace(whole, root_keys=tuple(reversed(roots)))
        case "key-id":
            key = replace(unit.sign_keys[0], key_id="0" * 16)
            return replace(whole, parties=(replace(unit, sign_keys=(key,)), other, office))
        case "key-twice":
            return replace(whole, parties=(unit, replace(other, sign_keys=unit.sign_keys), office))
        case "recipient-twice":
            return replace(
                whole, parties=(unit, replace(other, recipients=unit.recipients), office)
            )
        case "last-good":
            key = replace(unit.sign_keys[0], last_good=LastGood(epoch_no=1, seq=1))
            return replace(whole, parties=(replace(unit, sign_keys=(key,)), other, office))
        case _:
            retired = replace(office.recipients[0], status=RecipientStatus.RETIRED)
            recipients = (retired, *office.recipients[1:])
            return replace(whole, parties=(unit, other, replace(office, recipients=recipients)))


RULES = [
    "party-order",
    "party-code",
    "root-order",
    "key-id",
    "key-twice",
    "recipient-twice",
    "last-good",
    "office-recipients",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_roster_that_breaks_a_rule_is_neither_signed_nor_read(rule):
    broken = spoilt(rule)
    with pytest.raises(UnfitForBundleError):
        sign(broken, [ROOT_KEY])
    data = encode(write(broken))
    comment = f"tcdesk-roster-v1 version=1 sha256={sha256(data).hex()}"
    signature = minisign(ROOT_KEY, data, untrusted=ROSTER, trusted=comment)
    with pytest.raises(BundleRefusedError) as told:
        first(SignedRoster(data=data, minisig=signature))
    assert told.value.detail == f"roster-{rule}"


def test_a_roster_with_another_members_or_spelling_is_refused():
    data = encode(write(roster()))
    for spoilt_data in (data + b"\n", data.replace(b'"version":1', b'"version":1,"x":1')):
        comment = f"tcdesk-roster-v1 version=1 sha256={sha256(spoilt_data).hex()}"
        signature = minisign(ROOT_KEY, spoilt_data, untrusted=ROSTER, trusted=comment)
        candidate = SignedRoster(data=spoilt_data, minisig=signature)
        assert refused(lambda c=candidate: first(c)) is Refusal.MALFORMED


def test_a_roster_is_signed_by_one_or_two_keys():
    for keys in ([], [ROOT_KEY, NEW_ROOT, NEWEST_ROOT]):
        with pytest.raises(UnfitForBundleError):
            sign(roster(), keys)


def test_a_roster_against_its_own_types_is_not_signed():
    with pytest.raises(UnfitForBundleError):
        sign(replace(roster(), issued_at="yesterday"), [ROOT_KEY])


def test_keys_and_parties_are_found_by_their_ids():
    retired = key_entry(UNIT_KEY, KeyStatus.RETIRED, LastGood(epoch_no=2, seq=7))
    whole = roster(unit_key=retired)
    signer = whole.find(UNIT_KEY.public.key_id)
    assert signer is not None
    assert (signer.party_id, signer.key) == (UNIT, UNIT_KEY.public)
    assert signer.last_good == LastGood(epoch_no=2, seq=7)
    assert whole.find(STRANGER_KEY.public.key_id) is None
    assert whole.find(ROOT_KEY.public.key_id) is None  # a root signs no bundles
    office = whole.party(OFFICE)
    assert office is not None
    assert office.active_recipients == tuple(sorted([WORKING.recipient, RESERVE.recipient]))
    assert whole.party("nobody") is None
