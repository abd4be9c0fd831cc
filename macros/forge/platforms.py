"""The platforms by the names that people choose, and the environment variables that their runners set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.forge.azure import AzureDevOps
from macros.forge.forgejo import Forgejo
from macros.forge.github import GitHub
from macros.forge.gitlab import GitLab
from macros.forge.protocol import Forge, Settings
from macros.sources.network import Network


@dataclass(frozen=True)
class Platform:
    """How to reach a platform: its class, and the variables with address, project and key, the first that is set."""

    make: Callable[[Settings, Network], Forge]
    address: str
    project: str
    key: str


PLATFORMS: Mapping[str, Platform] = {
    "github": Platform(GitHub, "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"),
    "gitlab": Platform(GitLab, "CI_API_V4_URL", "CI_PROJECT_ID", "GITLAB_TOKEN"),
    "forgejo": Platform(Forgejo, "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"),
    "azure": Platform(AzureDevOps, "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECT", "SYSTEM_ACCESSTOKEN"),
}
