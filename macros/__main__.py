"""`python -m macros` is the same as the command `handbok`."""

from macros.cli import main

if __name__ == "__main__":
    main()
