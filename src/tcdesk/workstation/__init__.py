"""This computer: drives, whole-or-absent writes, clock, single instance, places, words."""
