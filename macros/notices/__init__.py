"""What the handbook tells its owners on the forge: Markdown for a change and for a role. Pure texts, no network."""
