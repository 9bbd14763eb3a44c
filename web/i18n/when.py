"""By when something is to be done, in the words of page and paper."""

from __future__ import annotations

from web.i18n.markers import N_

BY_WHEN = {"now": N_("Nu."), "today": N_("I dag."), "this_week": N_("Den här veckan."), "later": N_("Sedan.")}
