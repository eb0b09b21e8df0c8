"""What these tests ask for."""

from tests.mailing.conftest import plates_once

__all__ = ["plates_once"]
