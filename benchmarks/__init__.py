"""Measures what the handbook costs to build and check. Nothing here is imported by the product or asserted in tests."""
