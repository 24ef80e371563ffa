"""Ids and codes: RFC 9562 shapes, order, and codes that catch a wrong character."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import SetClock
from typing_extensions import override

from tcdesk.crypto.digests import random_bytes
from tcdesk.domain.codes import ALPHABET, make_code, read_code, show_code
from tcdesk.domain.ids import uuid4, uuid7
from tcdesk.services.ids import IdMaker


@given(st.integers(0, (1 << 48) - 1), st.binary(min_size=10, max_size=10))
def test_uuid7_is_read_by_the_standard_library_with_its_time(ms: int, random: bytes) -> None:
    made = UUID(uuid7(ms, random))
    assert (made.version, made.int >> 80) == (7, ms)
    assert made.variant == "specified in RFC 4122"


@given(st.binary(min_size=16, max_size=16))
def test_uuid4_is_one_to_the_standard_library(random: bytes) -> None:
    made = UUID(uuid4(random))
    assert (made.version, made.variant) == (4, "specified in RFC 4122")


def test_ids_go_up_also_when_the_clock_goes_back() -> None:
    clock = SetClock()
    ids = IdMaker(clock)
    made = [ids.new() for _ in range(5_000)]
    clock.moment = datetime(1999, 1, 1, tzinfo=UTC)
    made += [ids.new() for _ in range(10)]
    assert made == sorted(set(made))


@given(st.binary(min_size=5, max_size=5), st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_character_in_a_sheet_code_is_noticed(random: bytes, at: int, other: str) -> None:
    code = make_code(random)
    assert read_code(show_code(code).lower()) == code
    if other != code[at]:
        assert read_code(code[:at] + other + code[at + 1 :]) is None


@given(st.binary(min_size=5, max_size=5), st.integers(0, 3))
def test_two_neighbours_swapped_in_a_sheet_code_are_noticed(random: bytes, at: int) -> None:
    code = make_code(random)
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if swapped != code:
        assert read_code(swapped) is None


def test_codes_are_random() -> None:
    assert len({make_code(random_bytes(5)) for _ in range(100)}) > 95


def test_of_many_codes_made_together_none_is_twice(clock):
    class FewCodes(IdMaker):
        """Draws from a handful, as chance does from many when thousands are drawn."""

        drawn = iter(("7K4Q2M", "7K4Q2M", "3H8ZT5", "7K4Q2M", "9BBBB1"))

        @override
        def code(self) -> str:
            return next(self.drawn)

    ids = FewCodes(clock)
    assert [ids.free_code(lambda _code: None) for _ in range(3)] == ["7K4Q2M", "3H8ZT5", "9BBBB1"]
