"""Every state table, a line each."""

from collections.abc import Mapping

from gongkai.workflows import (
    accounts,
    assessments,
    exemptions,
    imports,
    objections,
    rectification,
    reviews,
    unapproved_accounts,
)
from gongkai.workflows.states import Machine

MACHINES: Mapping[str, Machine] = {
    "imports": imports.MACHINE,
    "assessments": assessments.MACHINE,
    "objections": objections.MACHINE,
    "reviews": reviews.MACHINE,
    "rectification": rectification.MACHINE,
    "exemptions": exemptions.MACHINE,
    "accounts": accounts.MACHINE,
    "unapproved_accounts": unapproved_accounts.MACHINE,
}
"""By the module that holds it, in the order in which a quarter meets them."""
