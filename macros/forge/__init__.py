"""Issues on the forge that holds the handbook: one small module per platform behind one protocol."""
