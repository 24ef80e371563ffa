"""Pictures of every page, panel and dialog of the demo world, taken in a real window."""
