from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefs.errors import UsageError
from tui.settings import Settings, explained, library_folder, load_settings, tables_folder


def test_a_file_is_read_and_typed(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "nord"\nwrap = 60\n[keys]\nstar = "w"\n')
    settings = load_settings(file)
    assert (settings.theme, settings.wrap, settings.keys) == ("nord", 60, {"star": "w"})
    assert settings.problems == ()


def test_an_unknown_key_is_named_with_its_file_and_is_not_fatal(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("warp = 60\nread_after = 5\n")
    settings = load_settings(file)
    assert settings.read_after == 5
    assert settings.problems == (f"{file}: unknown key 'warp'; did you mean 'wrap'?",)


@pytest.mark.parametrize("text", ['wrap = "wide"', "wrap = -1", "wrap = 9999", "keys = 3"])
def test_a_wrong_value_is_named_and_the_default_stays(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    settings = load_settings(file)
    assert (settings.wrap, settings.keys) == (80, {})
    assert len(settings.problems) == 1
    assert str(file) in settings.problems[0]


def test_a_broken_file_is_a_clear_error(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"theme = \xff")
    with pytest.raises(UsageError, match=r"config\.toml"):
        load_settings(file)
    file.write_text("theme =")
    with pytest.raises(UsageError, match="not valid TOML"):
        load_settings(file)
    with pytest.raises(UsageError, match="no such"):
        load_settings(tmp_path / "other.toml")


def test_the_platforms_file_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load_settings() == Settings()


def test_the_library_is_the_one_given_then_the_environments_then_the_configurations() -> None:
    settings = Settings(library="/configured")
    environment = {"BRIEFS_LIBRARY": "/from-environment"}
    assert library_folder("/given", settings, environment) == Path("/given")
    assert library_folder(None, settings, environment) == Path("/from-environment")
    assert library_folder(None, settings, {}) == Path("/configured")
    assert library_folder(None, Settings(), {}).name == "library"


def test_a_folder_of_nobody_is_a_clear_error() -> None:
    with pytest.raises(UsageError, match=r"~nobody-at-all/x: "):
        library_folder("~nobody-at-all/x", Settings())


def test_ones_own_tables_stand_beside_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert tables_folder(Settings()) is None
    (tmp_path / "briefs" / "tables").mkdir(parents=True)
    assert tables_folder(Settings()) == tmp_path / "briefs" / "tables"
    assert tables_folder(Settings(tables="/mine")) == Path("/mine")


def test_the_environment_names_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "other.toml"
    monkeypatch.setenv("BRIEFS_CONFIG", str(file))
    with pytest.raises(UsageError, match="no such"):
        load_settings()
    file.write_text("wrap = 60")
    assert load_settings().wrap == 60


def test_one_wrong_key_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\nstar = 3\nmark = "z"\n')
    settings = load_settings(file)
    assert settings.keys == {"mark": "z"}
    assert [p for p in settings.problems if "'star'" in p and str(file) in p]


def test_every_setting_is_explained_with_where_it_comes_from(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('wrap = 60\nlibrary = "/configured"\n')
    settings = load_settings(file)

    def origins(library: str | None = None, **environment: str) -> dict[str, tuple[object, str]]:
        rows = explained(settings, library, environment)
        assert all(row.text.endswith(".") for row in rows)
        return {row.name: (row.value, row.origin) for row in rows}

    assert set(origins()) == set(Settings.__struct_fields__) - {"file", "given", "problems"}
    assert origins()["wrap"] == (60, "file")
    assert origins()["watch"] == (1.0, "default")
    assert origins()["library"] == ("/configured", "file")
    assert origins(BRIEFS_LIBRARY="/there")["library"] == ("/there", "environment")
    assert origins("/here", BRIEFS_LIBRARY="/there")["library"] == ("/here", "option")


def test_settings_never_load_textual() -> None:
    code = "import sys, tui.settings, tui.commands; tui.commands.table(); sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
