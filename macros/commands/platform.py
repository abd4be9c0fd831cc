"""How the commands reach the forge: the network, and what the environment says of address, project and key."""

import time

import click

from macros.forge.platforms import PLATFORMS
from macros.forge.protocol import Forge, Settings
from macros.sources.network import Network
from macros.surroundings import FORGE_ADDRESS_VARIABLE, FORGE_KEY_VARIABLE, FORGE_PROJECT_VARIABLE, setting
from macros.swedish_click import MisuseError

LONGEST_TEXT = 60_000  # of an issue or a comment: GitHub takes 65 536 signs, the others more

PLATFORM = click.Choice(list(PLATFORMS))


def network() -> Network:
    """The network with the real clock."""
    return Network(time.sleep, time.monotonic)


def reach(platform: str) -> Forge:
    """The platform, reached as the environment says. Raises MisuseError for what it does not say."""
    chosen = PLATFORMS[platform]
    wanted = {
        "adress": (FORGE_ADDRESS_VARIABLE, chosen.address),
        "projekt": (FORGE_PROJECT_VARIABLE, chosen.project),
        "nyckel": (FORGE_KEY_VARIABLE, chosen.key),
    }
    found = {what: setting(own, usual) for what, (own, usual) in wanted.items()}
    if missing := [f"{own} (eller {usual})" for what, (own, usual) in wanted.items() if found[what] is None]:
        raise MisuseError(f"Miljövariabler saknas för {platform}: {', '.join(missing)}.")
    settings = Settings(found["adress"] or "", found["projekt"] or "", found["nyckel"] or "")
    return chosen.make(settings, network())
