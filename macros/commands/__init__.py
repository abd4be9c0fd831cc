"""The commands of `handbok`, one module per errand. Only these and cli.py print."""
