"""The whole way through the program, by hand, in a real window."""
