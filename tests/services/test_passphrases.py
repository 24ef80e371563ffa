"""What the passphrase fields say: the policy's refusal, the worth, and an offer that is taken."""

import pytest
from tests.conftest import ROOT

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.services.passphrases import Passphrases


@pytest.fixture(scope="module")
def passphrases() -> Passphrases:
    folder = ROOT / "resources" / "passphrase"
    words, common = (
        (folder / name).read_text(encoding="utf-8").split()
        for name in ("words.sl.txt", "common.txt")
    )
    return Passphrases(words, common)


def test_what_is_offered_is_good_and_never_the_same(passphrases):
    one, other = passphrases.offer(), passphrases.offer()
    assert one != other
    assert passphrases.judge(one, ["novak"]).good


def test_a_refused_passphrase_is_refused_with_its_reason(passphrases):
    assert passphrases.judge("kratko", ()).refusal is not None
    assert not passphrases.judge("aaaaaaaaaaaaaaaaaa", ()).good
    with pytest.raises(PersonCanMendError):
        passphrases.check("zelo dolgo geslo za novak doma", ["novak"])


def test_one_that_may_be_taken_need_not_be_good(passphrases):
    judged = passphrases.judge("moja teta peče potico", ())
    assert judged.refusal is None
    assert judged.bits > 0
