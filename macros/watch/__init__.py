"""The law watch: official text beside the register. Says what differs and what rests on it; changes no claim."""
