"""Speeds as ratios against the bare libraries doing the same work in the same run; never a test."""
