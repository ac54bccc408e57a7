"""A property that is worked out once."""

from dataclasses import dataclass, field

from workflow.language.cached import cached_property


@dataclass(frozen=True)
class Text:
    raw: str
    asked: list[str] = field(default_factory=list, compare=False)

    @cached_property
    def words(self) -> list[str]:
        """The words."""
        self.asked.append(self.raw)
        return self.raw.split()


def test_a_value_is_worked_out_once_for_each_object() -> None:
    one, other = Text("a boat"), Text("the court")
    assert one.words is one.words
    assert other.words == ["the", "court"]
    assert one.asked == ["a boat"]


def test_it_tells_what_it_is() -> None:
    assert Text.words.__doc__ == "The words."


def test_a_value_does_not_change_what_is_equal() -> None:
    one = Text("a boat")
    assert one.words
    assert one == Text("a boat")
