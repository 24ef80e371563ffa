"""Enrolment by bundle and digits; receipts with their roster."""

from dataclasses import replace

import pytest
from tests.bundle.world import (
    EPOCH,
    NOW,
    OFFICE,
    OFFICE_KEY,
    OTHER_UNIT,
    ROOT_KEY,
    STRANGER,
    STRANGER_KEY,
    UNIT,
    UNIT_IDENTITY,
    UNIT_KEY,
    WORKING,
    bundle,
    copy_of,
    file_entry,
    inner_of,
    key_entry,
    loom,
    read,
    reseal,
    roster,
    rows_of,
)

from tcdesk.bundle import names, writing
from tcdesk.bundle.chain import VerdictCode
from tcdesk.bundle.contents import ENROLMENT, Applicant
from tcdesk.bundle.enrolment import open_enrolment
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import Kind, Profile, Receiver, Sender
from tcdesk.bundle.receipts import TABLE, Ack, Acknowledgement, Counts, ack_id, weigh
from tcdesk.bundle.roster import KeyStatus, LastGood, PartyKind, written
from tcdesk.bundle.succession import SignedRoster, accept, sign
from tcdesk.crypto.fingerprint import digits
from tcdesk.crypto.sealing import open_sealed

NEW_UNIT = "018f3a10-0000-7000-8000-000000000009"


def applicant(party_id=NEW_UNIT, key=STRANGER_KEY) -> Applicant:
    return Applicant(
        id=party_id,
        kind=PartyKind.UNIT,
        code="T4T4",
        sign_pub=written(key.public),
        recipient=STRANGER.recipient,
    )


def enrolment(row=None, *, key=STRANGER_KEY, party_id=NEW_UNIT, **changes) -> bytes:
    parts = writing.Parts(tables={ENROLMENT: rows_of(row or applicant(party_id))})
    usual = {
        "kind": Kind.ENROL,
        "profile": Profile.STAT,
        "from_": Sender(unit_id=party_id, sign_key=key.public.key_id.hex()),
    }
    return bundle(parts, key=key, **{**usual, **changes})


def opened(sealed: bytes, senders=None):
    return open_enrolment(
        copy_of(sealed), me=OFFICE, identities=(WORKING,), senders=senders or roster()
    )


def refused(act) -> Refusal:
    with pytest.raises(BundleRefusedError) as told:
        act()
    return told.value.reason


SLIP = digits(STRANGER_KEY.public, STRANGER.recipient)


def test_a_new_unit_is_taken_only_with_the_digits_of_its_slip():
    unconfirmed = opened(enrolment())
    assert not unconfirmed.by_old_key
    assert unconfirmed.confirm(SLIP) == applicant()
    assert unconfirmed.confirm(f" {SLIP.replace(' ', '-')} ") == applicant()
    for typed in ("", SLIP[:-1], SLIP[::-1], digits(UNIT_KEY.public, STRANGER.recipient)):
        assert refused(lambda t=typed: unconfirmed.confirm(t)) is Refusal.WRONG_DIGITS


def test_an_enrolment_shows_its_key_to_nobody_before_the_digits():
    assert "sign_pub" not in repr(opened(enrolment()))


def test_an_enrolment_must_be_signed_by_the_key_it_shows():
    sealed = enrolment(applicant(key=UNIT_KEY))
    assert refused(lambda: opened(sealed)) is Refusal.UNKNOWN_SENDER


def test_an_enrolment_for_another_party_than_its_sender_is_refused():
    sealed = enrolment(applicant(party_id=UNIT))
    assert refused(lambda: opened(sealed)) is Refusal.WRONG_SENDER


def test_a_unit_changes_its_key_with_the_signature_of_the_old_one():
    sealed = enrolment(applicant(UNIT), key=UNIT_KEY, party_id=UNIT)
    unconfirmed = opened(sealed)
    assert unconfirmed.by_old_key
    assert unconfirmed.confirm(SLIP) == applicant(UNIT)


def test_nobody_changes_the_key_of_another_unit():
    sealed = enrolment(applicant(OTHER_UNIT), key=UNIT_KEY, party_id=OTHER_UNIT)
    assert refused(lambda: opened(sealed)) is Refusal.WRONG_SENDER


@pytest.mark.parametrize("status", [KeyStatus.RETIRED, KeyStatus.REVOKED])
def test_a_key_that_is_no_longer_good_announces_nothing(status):
    senders = roster(unit_key=key_entry(UNIT_KEY, status, LastGood(epoch_no=1, seq=9)))
    sealed = enrolment(applicant(UNIT), key=UNIT_KEY, party_id=UNIT)
    assert refused(lambda: opened(sealed, senders)) is Refusal.KEY_REVOKED


def test_an_enrolment_for_another_office_is_refused():
    to = Receiver(party_id=OTHER_UNIT, recipients=(WORKING.recipient,))
    assert refused(lambda: opened(enrolment(to=to))) is Refusal.FORWARDED


def test_an_enrolment_resealed_to_a_key_it_does_not_list_is_refused():
    to = Receiver(party_id=OFFICE, recipients=(STRANGER.recipient,))
    inner = open_sealed(enrolment(to=to), [STRANGER])
    assert refused(lambda: opened(reseal(inner))) is Refusal.FORWARDED


def test_a_unit_of_the_roster_shows_no_keys_for_another():
    sealed = enrolment(applicant(OTHER_UNIT), key=UNIT_KEY, party_id=UNIT)
    assert refused(lambda: opened(sealed)) is Refusal.WRONG_SENDER


def test_an_enrolment_of_over_64_kib_is_refused_unread():
    sender = {"unit_id": NEW_UNIT, "sign_key": STRANGER_KEY.public.key_id.hex()}
    entry = file_entry("data/party.ndjson.gz", b"x" * 66_000, b"x" * 66_000, 1)
    made = loom(kind="enrol", profile="stat", from_=sender, files=[entry])
    assert refused(lambda: opened(made.sealed())) is Refusal.TOO_LARGE


def test_an_export_is_no_enrolment():
    assert refused(lambda: opened(bundle())) is Refusal.ANOTHER_KIND


def test_an_enrolment_is_exactly_one_row():
    parts = writing.Parts(tables={ENROLMENT: rows_of()})
    sender = Sender(unit_id=NEW_UNIT, sign_key=STRANGER_KEY.public.key_id.hex())
    sealed = bundle(parts, key=STRANGER_KEY, kind=Kind.ENROL, profile=Profile.STAT, from_=sender)
    assert refused(lambda: opened(sealed)) is Refusal.MALFORMED


def test_a_changed_byte_of_an_enrolment_is_refused():
    inner = inner_of(enrolment())
    used = len(inner.rstrip(b"\0"))
    for at in range(0, used, 11):
        spoilt = inner[:at] + bytes([inner[at] ^ 4]) + inner[at + 1 :]
        refused(lambda data=spoilt: opened(reseal(data)))


# --- receipts


def ack(**changes) -> Ack:
    usual = Ack(
        id=ack_id(EPOCH, 7),
        epoch=EPOCH,
        seq=7,
        manifest_sha256="ab" * 32,
        verdict=VerdictCode.ACCEPT,
        counts=Counts(new=3, changed=2, same=1, stale=0, conflicts=0, lost_in_unit=0),
        reasons=("row-conflict",),
        epoch_no_max=1,
        centre_time=NOW,
    )
    return replace(usual, **changes)


def receipt(signed: SignedRoster, *acks: Ack) -> bytes:
    parts = writing.Parts(
        tables={TABLE: rows_of(*acks)},
        others={names.ROSTER: signed.data, names.ROSTER_SIGNATURE: signed.minisig},
    )
    return bundle(
        parts,
        key=OFFICE_KEY,
        kind=Kind.RECEIPT,
        profile=Profile.STAT,
        from_=Sender(unit_id=OFFICE, sign_key=OFFICE_KEY.public.key_id.hex()),
        to=Receiver(party_id=UNIT, recipients=(UNIT_IDENTITY.recipient,)),
    )


def test_a_receipt_brings_acks_and_the_newest_roster_to_the_unit():
    sealed = receipt(sign(roster(2), [ROOT_KEY]), ack(), ack(id=ack_id(EPOCH, 8), seq=8))
    complete, rows = read(
        sealed, me=UNIT, identities=(UNIT_IDENTITY,), kinds=frozenset({Kind.RECEIPT})
    )
    assert [row for _, row in rows] == [ack(), ack(id=ack_id(EPOCH, 8), seq=8)]
    brought = SignedRoster(
        data=complete.others[names.ROSTER], minisig=complete.others[names.ROSTER_SIGNATURE]
    )
    assert accept(roster(1), brought) == roster(2)


def test_a_receipt_for_another_unit_is_not_ours():
    sealed = receipt(sign(roster(2), [ROOT_KEY]), ack())
    changes = {"me": OTHER_UNIT, "identities": (UNIT_IDENTITY,)}
    told = refused(lambda: read(sealed, kinds=frozenset({Kind.RECEIPT}), **changes))
    assert told is Refusal.FORWARDED


def test_what_an_ack_means_depends_on_what_we_sent():
    same = "ab" * 32
    assert weigh(ack(), same, 6) is Acknowledgement.CONFIRMED
    assert weigh(ack(), same, 7) is Acknowledgement.OLDER  # X-10 replay
    assert weigh(ack(), None, 6) is Acknowledgement.UNKNOWN  # X-10 unknown number
    assert weigh(ack(), "cd" * 32, 6) is Acknowledgement.DIFFERENT


def test_acks_sort_as_their_positions():
    assert ack_id(EPOCH, 9) < ack_id(EPOCH, 10) < ack_id(EPOCH, 2**53 - 1)
