"""The numbers of a text: in digits, in words, in Roman numerals, and the months of its dates.

Each language writes them in its own way: `1 000`, `1,000`, `1.000`; `3,5 млн` and 3.5 million;
`20 Uhr` and 8 p.m.; `17.07.2015` and July 17, 2015. `quantities` finds them, each with every value
that it may stand for; two texts agree where their quantities share a value, as
`compare_quantities` finds out.
"""

from workflow.language.numbers.comparing import (
    ComparedQuantities,
    compare_quantities,
    stand_for_each_other,
)
from workflow.language.numbers.quantity import Quantity, Value, Weight
from workflow.language.numbers.reading import may_tell_numbers, quantities
from workflow.language.numbers.writing import is_in_digits, rewritten

__all__ = [
    "ComparedQuantities",
    "Quantity",
    "Value",
    "Weight",
    "compare_quantities",
    "is_in_digits",
    "may_tell_numbers",
    "quantities",
    "rewritten",
    "stand_for_each_other",
]
