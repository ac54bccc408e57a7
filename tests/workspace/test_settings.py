"""Settings: what is read, and how a mistake is told."""

from pathlib import Path

import pytest

from workflow.errors import SettingsError
from workflow.workspace.settings import Role, parse_settings, settings_in


def test_an_empty_file_has_defaults() -> None:
    settings = parse_settings("", "workflow.toml")
    assert settings.engines.order == ("argos",)
    assert settings.review.four_eyes


def test_a_contributor() -> None:
    text = '[contributors.ana]\nname = "Ana"\nroles = ["translator"]\nlanguages = ["pt_br"]'
    ana = parse_settings(text, "workflow.toml").contributors["ana"]
    assert (ana.id, ana.roles, ana.languages) == ("ana", (Role.TRANSLATOR,), ("pt-BR",))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[workspace]\nnam = 'x'", "w.toml: workspace.nam is not a setting", "mean name"),
        ("[reveiw]\n", "w.toml: reveiw is not a setting", "mean review"),
        ("workspace = 3", "w.toml: workspace must be a table", "[workspace]"),
        ("[workspace]\ntargets = 'es'", "workspace.targets must be a list", "targets ="),
        ("[workspace]\ntargets = ['Spanish!']", "workspace.targets holds", "BCP 47"),
        ("[workspace]\nurl = 'javascript:x'", "workspace.url must be a web address", "https"),
        ("[review]\nfour_eyes = 'no'", "review.four_eyes must be true or false", "true"),
        ("[contributors.ana]\n", "contributors.ana has no name", "credits"),
        ("[contributors.nobody]\nname='x'", "contributors.nobody is not a contr", "short name"),
        ("[contributors.a]\nname='x'\nroles=['boss']", "names 'boss'", "translator, editor"),
        ("[checks.severity]\nnumbers = 'fatal'", "is 'fatal'", "info, warning, error"),
        ("x = ", "w.toml: ", "Mend the TOML"),
    ],
)
def test_a_mistake_is_told_with_file_and_key(text: str, message: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, "w.toml")
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_pyproject_is_read_too(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n')
    assert settings_in(tmp_path) is None
    project.write_text('[tool.workflow.workspace]\nname = "The Bulletin"\n')
    settings = settings_in(tmp_path)
    assert settings is not None
    assert settings.workspace.name == "The Bulletin"
