import json
import shutil
from pathlib import Path

from macros.sources.registry import KINDS
from macros.sources.schemas import outdated_schemas, schema_texts, write_schemas
from tests.conftest import ROOT, edit


def test_committed_schemas_are_current() -> None:
    assert outdated_schemas(ROOT) == [], "Kör handbok schema."


def test_changed_schema_is_reported(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    edit(tmp_path / "schema" / "roller.json", '"uppdrag"', '"uppdraget"')
    assert outdated_schemas(tmp_path) == ["schema/roller.json"]


def test_missing_schema_is_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    (tmp_path / "schema" / "lag.json").unlink()
    assert write_schemas(tmp_path) == ["schema/lag.json"]
    assert outdated_schemas(tmp_path) == []


def test_no_schema_is_left_without_a_model() -> None:
    assert {path.name for path in (ROOT / "schema").iterdir()} == {Path(path).name for path in schema_texts()}


def test_schema_has_swedish_keys() -> None:
    schema = json.loads(schema_texts()["schema/roller.json"])
    assert "roller" in schema["properties"]


def test_every_schema_of_a_data_file_is_known_to_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(settings.values()) == set(KINDS)
    assert {path for path in settings if not (ROOT / path).is_file()} == set()
