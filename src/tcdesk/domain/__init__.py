"""What is true: frozen values and the rules between them. Pure, no input or output."""
