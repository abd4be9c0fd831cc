"""What a handbook is: frozen models and pure functions. No I/O, no clock, no MkDocs."""
