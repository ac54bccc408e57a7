"""All checks. A new one is a file of its own and a line here."""

from workflow.checks.addresses import addresses
from workflow.checks.annotation import annotation
from workflow.checks.brackets import brackets
from workflow.checks.capital import capital
from workflow.checks.check import Check
from workflow.checks.clutter import clutter
from workflow.checks.copied import copied
from workflow.checks.dangling import dangling
from workflow.checks.doubled_words import doubled_words
from workflow.checks.ending import ending
from workflow.checks.first_use import first_use
from workflow.checks.foreign_script import foreign_script
from workflow.checks.glossary import glossary
from workflow.checks.inconsistent import inconsistent
from workflow.checks.inverted_marks import inverted_marks
from workflow.checks.length import length
from workflow.checks.line_length import line_length
from workflow.checks.link_text import link_text
from workflow.checks.lost_names import lost_names
from workflow.checks.markup import markup
from workflow.checks.missing import missing
from workflow.checks.names import names
from workflow.checks.negation import negation
from workflow.checks.numbers import numbers
from workflow.checks.quotes import quotes
from workflow.checks.reading_speed import reading_speed
from workflow.checks.repeats import repeats
from workflow.checks.sentences import sentences
from workflow.checks.source_words import source_words
from workflow.checks.spaces import spaces
from workflow.checks.spelling import spelling
from workflow.checks.stops import stops
from workflow.checks.typography import typography
from workflow.checks.unrelated import unrelated
from workflow.checks.variety import variety
from workflow.checks.wrong_language import wrong_language

CHECKS: tuple[Check, ...] = (
    missing,
    copied,
    wrong_language,
    glossary,
    names,
    annotation,
    first_use,
    foreign_script,
    source_words,
    length,
    sentences,
    unrelated,
    numbers,
    lost_names,
    negation,
    dangling,
    repeats,
    doubled_words,
    addresses,
    link_text,
    markup,
    quotes,
    brackets,
    stops,
    spaces,
    ending,
    capital,
    spelling,
    typography,
    inverted_marks,
    variety,
    clutter,
    inconsistent,
    reading_speed,
    line_length,
)
