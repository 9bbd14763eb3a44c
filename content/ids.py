"""How things are named in content files. An id is for ever: it stands in saved files and in addresses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=40)]
"""In English, such as `payment_order`; options may begin with a number, such as `4_plus`."""
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9_]*$", max_length=40)]
"""What the instrument numbers or writes large, such as the block `B22b` and the flag `SAFE_MODE`."""
