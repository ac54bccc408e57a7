"""SARIF that a code-review service accepts.

The rules are those of the OASIS schema (sarif-schema-2.1.0.json) for the parts that are written
here; a property of another name is an error, as it is there. With the tools of other people
(`.ci/peers`), which have the whole schema, that one judges too.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workflow.checks.finding import Finding, Severity
from workflow.checks.report import Checked, Found
from workflow.checks.sarif import sarif

OFFICIAL = (
    Path(__file__).parents[2]
    / "build/peers/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
PLACE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
        "endColumn": {"type": "integer", "minimum": 1},
        "snippet": TEXT,
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def several(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, **more}


def shape(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


LOCATION = shape(
    [],
    physicalLocation=shape(["artifactLocation"], artifactLocation=PLACE, region=REGION),
    logicalLocations=several(shape([], name={"type": "string"}, kind={"type": "string"})),
)
REPLACEMENT = shape(["deletedRegion"], deletedRegion=REGION, insertedContent=TEXT)
CHANGE = shape(
    ["artifactLocation", "replacements"],
    artifactLocation=PLACE,
    replacements=several(REPLACEMENT, minItems=1),
)
RESULT = shape(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=TEXT,
    locations=several(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    fixes=several(
        shape(
            ["artifactChanges"],
            description=TEXT,
            artifactChanges=several(CHANGE, minItems=1),
        ),
        uniqueItems=True,
    ),
)
RULE = shape(
    ["id"],
    id={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    defaultConfiguration=shape([], level=LEVEL),
)
DRIVER = shape(
    ["name"],
    name={"type": "string"},
    semanticVersion={"type": "string"},
    rules=several(RULE, uniqueItems=True),
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **shape(
        ["version", "runs"],
        **{"$schema": {"type": "string", "format": "uri"}},
        version={"const": "2.1.0"},
        runs=several(
            shape(
                ["tool"],
                tool=shape(["driver"], driver=DRIVER),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                results=several(RESULT),
            )
        ),
    ),
}

FINDINGS = [
    Finding(
        check="doubled-words",
        severity=Severity.WARNING,
        message="“was” stands twice in a row.",
        unit="p-1",
        span=(3, 10),
        excerpt="was was",
        suggestions=("was",),
        file="translations/a b/en.po",
        line=7,
        column=4,
    ),
    Finding(check="missing", severity=Severity.ERROR, message="Gone.", file="/tmp/a.po"),
    Finding(check="typography", severity=Severity.INFO, message="A dash.", file="a.po", line=3),
]


@pytest.mark.parametrize("findings", [[], FINDINGS, FINDINGS[1:2]])
def test_the_log_is_as_the_schema_wants_it(findings: list[Finding]) -> None:
    log = sarif([Checked("a.po", [Found(finding, "It was was.") for finding in findings])])
    jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(log)


@pytest.mark.peer
@pytest.mark.skipif(not OFFICIAL.is_file(), reason="`.ci/peers` has not been run")
@pytest.mark.parametrize("findings", [[], FINDINGS, FINDINGS[1:2]])
def test_the_log_is_valid_against_the_official_schema(findings: list[Finding]) -> None:
    log = sarif([Checked("a.po", [Found(finding, "It was was.") for finding in findings])])
    schema = json.loads(OFFICIAL.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(log)
    log["runs"][0]["severity"] = "warning"
    with pytest.raises(jsonschema.ValidationError, match="severity"):
        validator(schema).validate(log)


def test_the_schema_refuses_what_sarif_has_not() -> None:
    log = sarif([Checked("a.po", [Found(FINDINGS[0], "It was was.")])])
    log["runs"][0]["results"][0]["severity"] = "warning"
    with pytest.raises(jsonschema.ValidationError, match="severity"):
        jsonschema.validate(log, SCHEMA)


def test_a_rule_index_leads_to_its_rule() -> None:
    log = sarif([Checked("a.po", [Found(finding, "It was was.") for finding in FINDINGS])])
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
