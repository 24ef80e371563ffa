"""What is known of a demo world without building one: its size, and what ``demo.json`` tells."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

RESULT = "demo.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSize:
    """How much to invent; ``seed`` makes the same people and events again."""

    seed: int = 1
    participants: int = 40
    months: int = 3


class _ToldAccount(TypedDict):
    login: str
    passphrase: str


class _ToldVault(TypedDict):
    path: str
    accounts: list[_ToldAccount]


class _Told(TypedDict):
    vaults: list[_ToldVault]


def demo_accounts(vault: Path) -> Sequence[tuple[str, str]]:
    """Give log-ins and passphrases of a demo vault, for the log-in window of the training mode.

    Args:
        vault: A vault's folder; ``demo.json`` lies in the folder above it, if it is a demo's.
    """
    try:
        told: _Told = json.loads((vault.parent / RESULT).read_text(encoding="utf-8"))
        return [
            (account["login"], account["passphrase"])
            for one in told["vaults"]
            if one["path"] == vault.name
            for account in one["accounts"]
        ]
    except (OSError, ValueError, KeyError):
        return []
