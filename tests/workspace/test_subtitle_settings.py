"""`[subtitles]` says how much can be read, for all languages and for one."""

import pytest

from workflow.document.subtitles.limits import Limits
from workflow.errors import SettingsError
from workflow.workspace.settings import SubtitleSettings
from workflow.workspace.settings_file import parse_settings


def read(text: str) -> SubtitleSettings:
    return parse_settings(text, "workflow.toml").subtitles


def test_without_settings_the_usual_limits_hold() -> None:
    assert read("").limits("es") == Limits(line=42, lines=2, speed=17)
    assert read("").limits("ja") == Limits(line=13, lines=2, speed=4)


def test_a_language_stands_before_all_languages() -> None:
    settings = read("[subtitles]\nline = 38\nspeed = 15.5\n[subtitles.es]\nspeed = 20\n")
    assert settings.limits("es-MX") == Limits(line=38, lines=2, speed=20)
    assert settings.limits("ru") == Limits(line=38, lines=2, speed=15.5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[subtitles]\nline = 0", r"subtitles\.line must be from 1 to 200"),
        ("[subtitles]\nlines = 2.5", r"subtitles\.lines must be from 1 to 200"),
        ("[subtitles.es]\nspeed = 'fast'", r"subtitles\.es\.speed must be"),
        ("[subtitles]\nlenght = 3", r"subtitles\.lenght is not a setting"),
        ("[subtitles.nothing]\nline = 3", r"subtitles\.nothing holds 'nothing'"),
        ("[subtitles.es]\nline = 3\n[subtitles.ES]\nline = 4", r"subtitles\.ES is es, which has"),
    ],
)
def test_what_cannot_be_is_refused(text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        read(text)
