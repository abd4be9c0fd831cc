"""Handbook → HTML. Pure functions: no files, no clock, no MkDocs; markup lives in `macros/templates`."""
