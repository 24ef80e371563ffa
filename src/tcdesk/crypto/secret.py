"""A key in memory that does not show itself."""

import hmac
from typing import NoReturn, final

from typing_extensions import override


@final
class Secret:
    """Bytes that no log, traceback or debugger line shows by accident.

    The bytes lie in a ``bytearray`` so that ``wipe`` can overwrite them. Python copies freely, so
    this keeps remnants few and nothing more: what is promised is the end of the process.
    """

    __slots__ = ("_data",)

    def __init__(self, data: bytes | bytearray) -> None:
        self._data = bytearray(data)

    def __len__(self) -> int:
        return len(self._data)

    @override
    def __repr__(self) -> str:
        return "Secret(…)"

    @override
    def __reduce__(self) -> NoReturn:
        """Refuse copying to a file or another process."""
        raise TypeError("a Secret is not serialised")

    def reveal(self) -> bytes:
        """Give the bytes; keep them no longer than one call needs them.

        Raises:
            ValueError: The secret has been wiped.
        """
        if not self._data:
            raise ValueError("the secret has been wiped")
        return bytes(self._data)

    def matches(self, other: "Secret") -> bool:
        """Tell in constant time whether both hold the same bytes."""
        return hmac.compare_digest(self.reveal(), other.reveal())

    def wipe(self) -> None:
        """Overwrite the bytes and forget them."""
        self._data[:] = bytes(len(self._data))
        self._data.clear()
