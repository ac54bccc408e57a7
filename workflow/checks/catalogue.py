"""All checks. A new one is a file of its own and a line here."""

from workflow.checks.abbreviation import abbreviation
from workflow.checks.addresses import addresses
from workflow.checks.alike import alike
from workflow.checks.alt_text import alt_text
from workflow.checks.annotation import annotation
from workflow.checks.approved_before import approved_before
from workflow.checks.attribution import attribution
from workflow.checks.brackets import brackets
from workflow.checks.capital import capital
from workflow.checks.check import Check
from workflow.checks.clutter import clutter
from workflow.checks.copied import copied
from workflow.checks.dangling import dangling
from workflow.checks.dates import dates
from workflow.checks.doubled_words import doubled_words
from workflow.checks.ellipses import ellipses
from workflow.checks.ending import ending
from workflow.checks.first_use import first_use
from workflow.checks.foreign_script import foreign_script
from workflow.checks.glossary import glossary
from workflow.checks.heading_case import heading_case
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
from workflow.checks.picture_credit import picture_credit
from workflow.checks.questions import questions
from workflow.checks.quotations import quotations
from workflow.checks.quotes import quotes
from workflow.checks.reading_speed import reading_speed
from workflow.checks.repeats import repeats
from workflow.checks.sentences import sentences
from workflow.checks.source_words import source_words
from workflow.checks.spaces import spaces
from workflow.checks.spelling import spelling
from workflow.checks.stops import stops
from workflow.checks.straight_quotes import straight_quotes
from workflow.checks.title_case import title_case
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
    abbreviation,
    foreign_script,
    source_words,
    length,
    sentences,
    unrelated,
    numbers,
    dates,
    lost_names,
    negation,
    questions,
    dangling,
    attribution,
    quotations,
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
    ellipses,
    straight_quotes,
    title_case,
    heading_case,
    inverted_marks,
    variety,
    clutter,
    inconsistent,
    alike,
    approved_before,
    alt_text,
    picture_credit,
    reading_speed,
    line_length,
)
