"""Spreadsheets in and out, in memory."""
