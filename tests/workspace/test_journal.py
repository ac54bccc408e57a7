"""The journal on disk: every event comes back, torn lines do not hurt, conflicts are both."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.workspace import journal
from workflow.workspace.event_json import decode, encode
from workflow.workspace.events import Commented, Event, Payload, Unknown

st.register_type_strategy(float, st.floats(0, 1))  # scores
PAYLOADS = st.one_of([st.from_type(p) for p in get_args(Payload) if p is not Unknown])
EVENTS = st.builds(
    lambda payload, by: journal.new_event(payload, by, []), PAYLOADS, st.sampled_from(["ana", ""])
)


def remark(text: str, by: str = "ana") -> Event:
    return journal.new_event(Commented(text=text), by, [])


def texts(folder: Path) -> list[str]:
    return [e.payload.text for e in journal.read(folder) if isinstance(e.payload, Commented)]


@given(EVENTS)
def test_every_event_survives_the_disk(event: Event) -> None:
    assert decode(encode(event)) == event


@given(st.text())
def test_no_line_breaks_the_reader_with_anything_but_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decode(line)


def test_ids_sort_even_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = journal.next_id()
    monkeypatch.setattr(journal.time, "time_ns", lambda: 0)
    assert journal.next_id(after=first) > first


def test_each_person_has_a_file(tmp_path: Path) -> None:
    journal.append(tmp_path, [remark("one"), remark("two", by="")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ana.jsonl", "nobody.jsonl"]
    assert sorted(texts(tmp_path)) == ["one", "two"]


def test_an_event_of_a_newer_version_is_kept_as_it_stands(tmp_path: Path) -> None:
    line = '{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","at":"2030","by":"ana","kind":"sung","song":"x"}'
    (tmp_path / "ana.jsonl").write_text(line + "\n")
    (event,) = journal.read(tmp_path)
    assert isinstance(event.payload, Unknown)
    assert encode(event).count("song") == 1


@pytest.mark.parametrize("torn", ['{"id":"01AR', "", "{", "\x00\x00\x00"])
def test_a_torn_last_line_is_passed_over_and_then_cut_off(tmp_path: Path, torn: str) -> None:
    journal.append(tmp_path, [remark("one")])
    with (tmp_path / "ana.jsonl").open("a") as file:
        file.write(torn)
    assert texts(tmp_path) == ["one"]
    journal.append(tmp_path, [remark("two")])
    assert sorted(texts(tmp_path)) == ["one", "two"]
    assert torn == "" or torn not in (tmp_path / "ana.jsonl").read_text().splitlines()


def test_a_whole_last_line_without_its_end_is_kept(tmp_path: Path) -> None:
    journal.append(tmp_path, [remark("one")])
    path = tmp_path / "ana.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    journal.append(tmp_path, [remark("two")])
    assert sorted(texts(tmp_path)) == ["one", "two"]


def test_git_conflict_markers_mean_both(tmp_path: Path) -> None:
    ours, theirs = encode(remark("ours")), encode(remark("theirs"))
    conflict = f"<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> other\n"
    (tmp_path / "nobody.jsonl").write_text(conflict)
    assert sorted(texts(tmp_path)) == ["ours", "theirs"]


@pytest.mark.parametrize("torn", ['{"id":"01AR', '{"id":"\u0440'])
def test_a_line_that_was_torn_before_git_merged_is_passed_over(tmp_path: Path, torn: str) -> None:
    ours, theirs = encode(remark("ours")), encode(remark("theirs"))
    conflict = f"<<<<<<< HEAD\n{ours}\n{torn}\n=======\n{theirs}\n>>>>>>> other\n"
    (tmp_path / "ana.jsonl").write_text(conflict, encoding="utf-8")
    assert sorted(texts(tmp_path)) == ["ours", "theirs"]


@pytest.mark.parametrize("wrong", [b"\xff", b"\\ud800", b"NaN"])
def test_what_cannot_be_written_again_is_refused(tmp_path: Path, wrong: bytes) -> None:
    journal.append(tmp_path, [remark("one"), remark("two")])
    path = tmp_path / "ana.jsonl"
    path.write_bytes(
        path.read_bytes().replace(b'"one"', b'"%b"' % wrong if wrong != b"NaN" else wrong)
    )
    with pytest.raises(InputError, match=r"ana\.jsonl:1: not a journal entry"):
        journal.read(tmp_path)


def test_where_the_disk_refuses_no_part_of_an_event_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    journal.append(tmp_path, [remark("one")])
    before = (tmp_path / "ana.jsonl").read_bytes()
    monkeypatch.setattr(journal.os, "fsync", refuse)
    with pytest.raises(InputError, match="No space left"):
        journal.append(tmp_path, [remark("two")])
    assert (tmp_path / "ana.jsonl").read_bytes() == before


def test_hidden_files_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    journal.append(tmp_path, [remark("one")])
    (tmp_path / "._ana.jsonl").write_bytes(b"\x00\x05\x16\x07")
    assert texts(tmp_path) == ["one"]


def test_a_broken_line_in_the_middle_is_named(tmp_path: Path) -> None:
    journal.append(tmp_path, [remark("one")])
    with (tmp_path / "ana.jsonl").open("a") as file:
        file.write("rubbish\n" + encode(remark("two")) + "\n")
    with pytest.raises(InputError, match=r"ana\.jsonl:2: not a journal entry"):
        journal.read(tmp_path)
