"""Streams: simulated units that lose, repeat, reorder, restore and clone."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundle.world import (
    EPOCH,
    SECOND_EPOCH,
    UNIT,
    bundle,
    copy_of,
    manifest_of,
    stream,
    trust,
)

from tcdesk.bundle.chain import (
    Accept,
    Duplicate,
    Fork,
    GapUnverifiable,
    HistoryCheck,
    HistoryRewritten,
    Known,
    Late,
    LateUnverifiable,
    NewEpoch,
    audit_hash,
    judge,
    learn,
)
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import NO_PREVIOUS, AuditHead, Base, Manifest
from tcdesk.bundle.reading import Sealed
from tcdesk.bundle.records import AuditRecord
from tcdesk.crypto.digests import sha256


class Unit:
    """A unit that remembers what it sent, as a backup would bring it back."""

    def __init__(self, mark: str = "a") -> None:
        self.mark = mark
        self.epoch, self.epoch_no = EPOCH, 1
        self.base: Base | None = None
        self.hashes: list[str] = []
        self.sent: list[tuple[Manifest, str]] = []

    def send(self) -> tuple[Manifest, str]:
        position = stream(
            len(self.hashes) + 1,
            tuple(reversed(self.hashes[-256:])),
            epoch=self.epoch,
            epoch_no=self.epoch_no,
            base=self.base,
        )
        made = manifest_of((), stream=position)
        stated = f"{self.mark} {self.epoch} {position.seq} {position.ancestors[:1]}"
        digest = sha256(stated.encode()).hex()
        self.hashes.append(digest)
        self.sent.append((made, digest))
        return made, digest

    def fall_back_to(self, seq: int) -> None:
        """Come back from an old backup without knowing it."""
        del self.hashes[seq:]

    def restore(self, seq: int, epoch: str = SECOND_EPOCH) -> None:
        """Come back from a backup and say so."""
        self.base = Base(epoch=self.epoch, seq=seq, sha256=self.hashes[seq - 1])
        self.epoch, self.epoch_no = epoch, self.epoch_no + 1
        self.hashes = []


class Office:
    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Known] = {}

    def judge(self, sent):
        made, digest = sent
        return judge(made, digest, self.known.values())

    def take(self, sent):
        verdict = self.judge(sent)
        for position in learn(*sent):
            place = (position.epoch, position.seq)
            if position.imported or place not in self.known:
                self.known[place] = position
        return verdict


def sent(count: int, unit: Unit | None = None):
    unit = unit or Unit()
    return [unit.send() for _ in range(count)]


def nothing_missing(at: int) -> Accept:
    return Accept(missing=range(at, at))


def test_bundles_in_order_are_accepted_and_the_same_again_are_duplicates():
    office = Office()
    for seq, one in enumerate(sent(3), start=1):
        assert office.take(one) == nothing_missing(seq)
        assert office.take(one) == Duplicate()


def test_bundles_in_reverse_order_are_late_but_taken():
    office = Office()
    first, second, third = sent(3)
    assert office.take(third) == Accept(missing=range(1, 3))
    assert office.take(second) == Late()
    assert office.take(first) == Late()


@pytest.mark.parametrize("gap", [1, 2, 254, 255])
def test_a_gap_of_up_to_255_is_bridged_and_its_numbers_are_told(gap):
    office = Office()
    stream_ = sent(gap + 2)
    office.take(stream_[0])
    assert office.take(stream_[-1]) == Accept(missing=range(2, gap + 2))


@pytest.mark.parametrize("gap", [256, 257])
def test_a_longer_gap_is_for_a_person(gap):
    office = Office()
    stream_ = sent(gap + 2)
    office.take(stream_[0])
    assert office.take(stream_[-1]) == GapUnverifiable(missing=range(2, gap + 2))


def test_the_first_bundle_ever_may_be_the_257th_and_no_later():
    stream_ = sent(258)
    assert Office().take(stream_[256]) == Accept(missing=range(1, 257))
    assert isinstance(Office().take(stream_[257]), GapUnverifiable)


def test_an_old_bundle_that_nobody_named_is_held():
    office = Office()
    stream_ = sent(300)
    office.take(stream_[299])
    assert office.judge(stream_[0]) == LateUnverifiable()
    office.take(stream_[100])
    assert office.judge(stream_[0]) == Late()


def test_a_clone_is_a_fork_as_soon_as_both_are_seen():
    one, other = Unit("one"), Unit("other")
    office = Office()
    for _ in range(3):
        sent_twice = one.send()
        office.take(sent_twice)
        other.hashes.append(sent_twice[1])
    office.take(one.send())
    assert office.judge(other.send()) == Fork(epoch=EPOCH, seq=4)
    assert office.judge(other.send()) == Fork(epoch=EPOCH, seq=4)


def test_an_undeclared_fall_back_is_a_fork():
    unit, office = Unit(), Office()
    for one in sent(5, unit):
        office.take(one)
    unit.fall_back_to(3)
    unit.mark = "after the backup"
    assert office.judge(unit.send()) == Fork(epoch=EPOCH, seq=4)
    unit.send()
    assert office.judge(unit.send()) == Fork(epoch=EPOCH, seq=4)


def test_a_declared_restore_is_for_a_person_and_then_goes_on():
    unit, office = Unit(), Office()
    for one in sent(5, unit):
        office.take(one)
    unit.restore(3)
    assert office.take(unit.send()) == NewEpoch(base_known=True, missing=range(1, 1))
    assert office.take(unit.send()) == nothing_missing(2)


def test_a_restore_is_seen_although_its_first_bundles_were_lost():
    unit, office = Unit(), Office()
    office.take(unit.send())
    unit.restore(1)
    lost = unit.send()
    assert office.take(unit.send()) == NewEpoch(base_known=True, missing=range(1, 2))
    assert office.take(lost) == Late()


def test_a_bundle_of_the_old_epoch_may_come_after_the_new_one():
    unit, office = Unit(), Office()
    first, second, third, fourth = sent(4, unit)
    unit.restore(3)
    assert office.take(unit.send()) == NewEpoch(base_known=False, missing=range(1, 1))
    assert office.judge(first) == LateUnverifiable()
    assert office.take(third) == Late()
    assert office.take(first) == Late()
    assert office.take(second) == Late()
    assert office.take(fourth) == Late()


def test_an_unknown_old_epoch_is_held():
    unit, office = Unit(), Office()
    old = unit.send()
    unit.restore(1)
    unit.send()
    unit.restore(1, epoch="018f3a10-0000-4000-8000-00000000e003")
    office.take(unit.send())
    assert office.judge(old) == LateUnverifiable()


def test_two_epochs_of_one_number_are_a_fork():
    unit, clone, office = Unit(), Unit(), Office()
    office.take(unit.send())
    clone.hashes = list(unit.hashes)
    unit.restore(1)
    clone.restore(1, epoch="018f3a10-0000-4000-8000-00000000e003")
    office.take(unit.send())
    assert isinstance(office.judge(clone.send()), Fork)


def test_an_epoch_under_another_number_is_a_fork():
    unit, office = Unit(), Office()
    office.take(unit.send())
    made, digest = unit.send()
    base = Base(epoch=SECOND_EPOCH, seq=1, sha256="1" * 64)
    moved = replace(made, stream=replace(made.stream, epoch_no=2, base=base))
    assert isinstance(office.judge((moved, digest)), Fork)


def test_a_base_against_what_is_known_is_a_fork():
    unit, office = Unit(), Office()
    office.take(unit.send())
    unit.restore(1)
    unit.base = Base(epoch=EPOCH, seq=1, sha256="1" * 64)
    assert office.judge(unit.send()) == Fork(epoch=EPOCH, seq=1)


def test_a_jump_to_the_last_number_is_for_a_person_and_stays_small():
    office = Office()
    office.take(sent(1)[0])
    far = stream(2**53 - 1, tuple(f"{at:064x}" for at in range(256)))
    verdict = office.judge((manifest_of((), stream=far), "f" * 64))
    assert verdict == GapUnverifiable(missing=range(2, 2**53 - 1))


def test_only_the_very_verdict_that_a_person_saw_lets_a_bundle_pass():
    second = stream(
        1, epoch=SECOND_EPOCH, epoch_no=2, base=Base(epoch=EPOCH, seq=1, sha256="1" * 64)
    )
    authentic = Sealed(open_copy=copy_of(bundle(stream=second))).open(trust())
    seen = authentic.judge(())
    other = NewEpoch(base_known=True, missing=range(1, 1))
    for agreed in (None, other):
        with pytest.raises(BundleRefusedError) as told:
            authentic.fresh((), agreed=agreed)
        assert told.value.reason is Refusal.NEW_EPOCH
    assert authentic.fresh((), agreed=seen).verdict == seen


@settings(max_examples=150, deadline=None)
@given(
    count=st.integers(1, 40),
    restores=st.sets(st.integers(1, 39), max_size=3),
    order=st.randoms(use_true_random=False),
    lost=st.integers(0, 10),
)
def test_an_honest_unit_never_forks_whatever_the_order_loss_and_repetition(
    count, restores, order, lost
):
    unit = Unit()
    for number in range(1, count + 1):
        unit.send()
        if number in restores:
            back = order.randint(1, len(unit.hashes))
            epoch = f"018f3a10-0000-4000-8000-{unit.epoch_no + 1:012d}"
            unit.restore(back, epoch)
    letters = unit.sent * 2
    order.shuffle(letters)
    office, seen = Office(), Counter[str]()
    for made, digest in letters[lost:]:
        verdict = office.judge((made, digest))
        assert not isinstance(verdict, Fork | GapUnverifiable)
        assert isinstance(verdict, Duplicate) == (seen[digest] > 0)
        if not isinstance(verdict, LateUnverifiable):
            office.take((made, digest))
            seen[digest] += 1
    everything = {digest for _, digest in letters[lost:]}
    while held := [one for one in unit.sent if one[1] in everything - seen.keys()]:
        taken = [one for one in held if not isinstance(office.judge(one), LateUnverifiable)]
        if not taken:
            break
        office.take(taken[0])
        seen[taken[0][1]] += 1
    if not restores:
        assert everything == seen.keys()  # nothing of a single epoch stays held


@settings(max_examples=100, deadline=None)
@given(
    before=st.integers(0, 20),
    own=st.integers(1, 20),
    clones=st.integers(1, 20),
    order=st.randoms(use_true_random=False),
)
def test_two_computers_from_one_image_are_found_in_any_order(before, own, clones, order):
    unit, clone = Unit("unit"), Unit("clone")
    for _ in range(before):
        clone.hashes.append(unit.send()[1])
    letters = [unit.send() for _ in range(own)] + [clone.send() for _ in range(clones)]
    order.shuffle(letters)
    office = Office()
    verdicts = []
    for letter in letters:
        verdicts.append(office.judge(letter))
        if not isinstance(verdicts[-1], Fork):
            office.take(letter)
    assert any(isinstance(verdict, Fork) for verdict in verdicts)


# --- the audit chain


def entries(count: int, mark: str = "") -> list[AuditRecord]:
    chain, previous = [], bytes(32)
    for seq in range(1, count + 1):
        entry = f'{{"action":"a{mark}","seq":{seq}}}'
        previous = audit_hash(previous, entry.encode())
        chain.append(
            AuditRecord(
                id=f"{seq:016d}",
                owner=UNIT,
                row_version=seq,
                seq=seq,
                entry=entry,
                hash=previous.hex(),
            )
        )
    return chain


def head(entry: AuditRecord) -> AuditHead:
    return AuditHead(seq=entry.seq, sha256=entry.hash)


def follow(anchors, links, end, *, entries_travel=True):
    check = HistoryCheck(anchors, entries_travel=entries_travel)
    for entry in links:
        check.link(entry)
    return check.end(end)


def test_entries_from_the_beginning_or_from_an_anchor_lead_to_the_head():
    chain = entries(9)
    assert follow({}, chain, head(chain[-1])) is None
    assert follow({4: chain[3].hash}, chain[4:], head(chain[-1])) is None
    assert follow({4: chain[3].hash, 9: chain[8].hash}, [], head(chain[-1])) is None
    assert follow({2: chain[1].hash, 6: chain[5].hash}, chain[2:], head(chain[-1])) is None
    assert follow({}, [], AuditHead(seq=0, sha256=NO_PREVIOUS)) is None


def test_a_rebuilt_chain_does_not_pass_the_anchor():
    chain, rebuilt = entries(9), entries(9, "b")
    anchors = {4: chain[3].hash}
    assert follow(anchors, rebuilt, head(rebuilt[-1])) == HistoryRewritten(seq=4)
    assert follow(anchors, rebuilt[4:], head(rebuilt[-1])) == HistoryRewritten(seq=5)
    assert follow(anchors, [], head(rebuilt[3])) == HistoryRewritten(seq=4)


def test_entries_left_out_changed_or_out_of_order_are_seen():
    chain = entries(9)
    end = head(chain[-1])
    changed = [*chain[:3], replace(chain[3], entry='{"x":1}'), *chain[4:]]
    for links in (chain[1:], [*chain[:3], *chain[4:]], chain[:-1], chain[::-1], changed, []):
        assert isinstance(follow({}, links, end), HistoryRewritten)


def test_without_entries_a_head_can_only_contradict():
    chain = entries(3)
    assert follow({}, [], head(chain[2]), entries_travel=False) is None
    contradiction = AuditHead(seq=2, sha256="1" * 64)
    anchors = {2: chain[1].hash}
    assert follow(anchors, [], contradiction, entries_travel=False) == HistoryRewritten(seq=2)
