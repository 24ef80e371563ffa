"""How much a reader takes before it refuses (FORMAT.md "Limits"); all are kept by writers too."""

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

FILE = 2 * GIB  # FAT32 ends at 4 GiB - 1; this leaves room
AGE_HEADER = 64 * KIB
STANZAS = 32
MANIFEST = 4 * MIB
SIGNATURE = 4 * KIB
FILES = 10_000
CONTENT = 4 * GIB  # one file, unpacked
CONTENTS = 8 * GIB  # all files, unpacked
RATIO = 200
RATIO_FREE = MIB  # small files may shrink as much as they like
LINE = 4 * MIB
ROSTER = MIB
ANCESTORS = 256
RECIPIENTS = 32

PIECE = 64 * KIB  # how much of a stream is handled at a time
