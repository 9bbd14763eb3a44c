"""Words and rules that hold from one day until another, as figures do."""

from __future__ import annotations

import datetime

from pydantic import ConfigDict, Field, model_validator

from content.files import Content


class Dated(Content):
    """Something written that may carry `from` and `until`, both included; without them it always holds."""

    model_config = ConfigDict(populate_by_name=True)

    from_: datetime.date | None = Field(default=None, alias="from")
    until: datetime.date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Dated:
        if self.from_ and self.until and self.until < self.from_:
            raise ValueError("`until` is before `from`")
        return self

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it is shown on that day."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)
