"""Faults on purpose: kills, refusing disks, power cuts, full disks, spoilt files; then a judge."""
