"""Settings: what is read, and how a mistake is told."""

import contextlib
from dataclasses import fields
from pathlib import Path

import pytest

from workflow.errors import SettingsError
from workflow.workspace.settings import (
    CheckSettings,
    Contributor,
    EngineSettings,
    MemorySettings,
    Newsroom,
    PodcastSettings,
    PublishSettings,
    ReviewSettings,
    Role,
    ServerSettings,
    SubtitleSettings,
    WithheldSettings,
)
from workflow.workspace.settings_file import parse_settings, settings_in


def test_an_empty_file_has_defaults() -> None:
    settings = parse_settings("", "workflow.toml")
    assert settings.engines.order == ("argos",)
    assert settings.review.four_eyes


def test_a_contributor() -> None:
    text = '[contributors.ana]\nname = "Ana"\nroles = ["translator"]\nlanguages = ["pt_br"]'
    ana = parse_settings(text, "workflow.toml").contributors["ana"]
    assert (ana.id, ana.roles, ana.languages) == ("ana", (Role.TRANSLATOR,), ("pt-BR",))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:5000", "[::1]:80", "192.168.1.7"])
def test_a_server_nearby_needs_no_encryption(host: str) -> None:
    text = f'[engines.libretranslate]\nurl = "http://{host}/"\nkey = "MT_KEY"\ntimeout = 5'
    server = parse_settings(text, "workflow.toml").engines.servers["libretranslate"]
    assert (server.url, server.key, server.timeout) == (f"http://{host}", "MT_KEY", 5.0)


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
        ("[engines]\noder = ['argos']", "engines.oder is not a setting", "mean order"),
        ("[engines.openai]\nmodel = 'm'", "engines.openai has no url", "url ="),
        ("[engines.a]\nurl = 'http://mt.example'", "a.url would send texts unenc", "https"),
        ("[engines.a]\nurl = 'https://u:p@mt.example'", "a.url holds more than", "variable"),
        ("[engines.a]\nurl = 'https://[x'", "a.url must be a web address", "https"),
        ("[engines.a]\nkey = 'sk-1234'", "a.key must be the name of an env", "into no file"),
        ("[engines.a]\ntimeout = true", "a.timeout must be seconds", "timeout = 60"),
        ("[memory]\nleast = 0.5", "memory.least must be from 0.7", "0.85"),
        ("[publish.podcast]\ncategory = 'news'", "podcast.category is 'news'", '"News"'),
        ("[publish.podcast]\ncategory = 'Politic'", "no category", '"News > Politics"'),
        ("[publish.podcast]\ncategory = 'Arts > Food > x'", "no category", "Arts > Food"),
        ("[publish.podcast]\nemail = 'us'", "podcast.email must be a mail", "@"),
        ("[publish.podcast]\ncover = '../a.png'", "podcast.cover must be the name", "cover.jpg"),
        (
            "[contributors.ana]\nname = 'Ana'\nemail = 'Ana@x.example'\n"
            "[publish.podcast]\nemail = 'ana@x.example'",
            "publish.podcast.email is a contributor's address",
            "newsroom",
        ),
    ],
)
def test_a_mistake_is_told_with_file_and_key(text: str, message: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, "w.toml")
    assert message in caught.value.message
    assert hint in caught.value.hint


TABLES = {
    "workspace": Newsroom,
    "contributors.ana": Contributor,
    "engines": EngineSettings,
    "engines.a": ServerSettings,
    "memory": MemorySettings,
    "checks": CheckSettings,
    "review": ReviewSettings,
    "publish": PublishSettings,
    "publish.podcast": PodcastSettings,
    "subtitles": SubtitleSettings,
    "subtitles.es": SubtitleSettings,
    "withheld": WithheldSettings,
}
NOT_WRITTEN = {
    ("contributors.ana", "id"),
    ("engines", "servers"),
    ("publish", "podcast"),
    ("subtitles", "languages"),
    ("subtitles.es", "languages"),
}
KEYS = [
    (table, field.name)
    for table, settings in TABLES.items()
    for field in fields(settings)
    if (table, field.name) not in NOT_WRITTEN
]
ODD = [
    *("''", "'x'", "'https://x.example'", "'en-GB'", "3", "-1", "2.5", "nan", "inf", "true"),
    *("1979-05-27", "[]", "[3]", "['']", "['es']", "[[]]", "{}", "{a = {}}"),
]


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_any_value_of_any_setting_is_taken_or_told(table: str, key: str) -> None:
    for value in ODD:
        with contextlib.suppress(SettingsError):
            parse_settings(f"[{table}]\n{key} = {value}\n", "w.toml")


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_every_field_of_the_settings_is_a_key(table: str, key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(f"[{table}]\n{key} = [[]]\n", "w.toml")
    assert f"{table}.{key} " in caught.value.message
    assert "is not a setting" not in caught.value.message


def test_pyproject_is_read_too(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n')
    assert settings_in(tmp_path) is None
    project.write_text('[tool.workflow.workspace]\nname = "The Bulletin"\n')
    settings = settings_in(tmp_path)
    assert settings is not None
    assert settings.workspace.name == "The Bulletin"
