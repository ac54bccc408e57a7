import pytest

from workflow.errors import (
    InputError,
    MissingPart,
    NotReady,
    SettingsError,
    StaleError,
    TemplateFault,
    WorkflowError,
    WriteFault,
)
from workflow.server.refusal import Refusal, not_allowed, not_found, status_of


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (InputError, 400),
        (StaleError, 409),
        (NotReady, 409),
        (SettingsError, 503),
        (TemplateFault, 503),
        (WriteFault, 503),
        (MissingPart, 503),
    ],
)
def test_whose_fault_it_is_is_told_by_the_status(kind: type[WorkflowError], status: int) -> None:
    assert status_of(kind("It is so.", hint="Mend it.")) == status


@pytest.mark.parametrize(
    ("refusal", "status"), [(not_found(), 404), (not_allowed("approve this"), 403)]
)
def test_a_refusal_knows_its_own(refusal: Refusal, status: int) -> None:
    assert status_of(refusal) == status
