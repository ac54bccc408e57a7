import pytest

from workflow.language.surnames import surname_base


@pytest.mark.parametrize(
    ("language", "base", "forms"),
    [
        (
            "ru",
            "савельев",
            "савельева савельеву савельевым савельеве савельевой савельевы савельевых",
        ),
        ("ru", "зелинский", "зелинского зелинскому зелинским зелинская зелинскую зелинские"),
        ("ru", "никитин", "никитина никитиной никитину никитиным никитиных"),
        ("uk", "савчинський", "савчинська савчинської савчинському савчинську"),
    ],
)
def test_all_forms_of_a_surname_lead_to_one(language: str, base: str, forms: str) -> None:
    for form in [base, *forms.split()]:
        assert surname_base(form, language) == base


def test_other_names_and_other_languages_are_left_alone() -> None:
    assert surname_base("гельмана", "ru") is None
    assert surname_base("ivanova", "en") is None
