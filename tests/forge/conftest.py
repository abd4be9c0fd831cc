"""The four platforms as stand-ins on this machine."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from macros.forge.platforms import PLATFORMS
from macros.forge.protocol import Forge, Settings
from macros.sources.network import Limits, Network
from tests.forge import fakes
from tests.local_server import LocalServer, local_server

ANSWERS = {"github": fakes.github, "gitlab": fakes.gitlab, "forgejo": fakes.forgejo, "azure": fakes.azure}


@dataclass
class Setting:
    platform: str
    forge: Forge
    fake: fakes.Fake
    server: LocalServer


@pytest.fixture(params=PLATFORMS)
def setting(request: pytest.FixtureRequest) -> Iterator[Setting]:
    with local_server() as server:
        fake = fakes.Fake(ANSWERS[request.param])
        fake.serve(server)
        yield Setting(request.param, forge_at(request.param, server), fake, server)


def forge_at(platform: str, server: LocalServer, limits: Limits | None = None) -> Forge:
    address, project = server.address, "kommunen/handboken"
    if platform == "azure":
        address, project = f"{server.address}/kommunen", "handboken"
    network = Network(lambda _: None, time.monotonic, limits or Limits())
    return PLATFORMS[platform].make(Settings(address, project, "hemlig"), network)
