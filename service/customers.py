"""What an account is to us, without any input or output: a prospect, a customer, or a former one."""

from datetime import datetime, timedelta

from cypher.customer import StandingRow
from cypher.words import Lifecycle, Moment
from service.stamp import moment

SATISFIED_DAYS = 365


def lifecycle(row: StandingRow, now: Moment, former_after_days: int) -> Lifecycle:
    """Where an account stands: a customer from its first won deal, a former one so many days after the last one, if none is open."""
    if row.last_won_at is None:
        return Lifecycle.PROSPECT
    if row.last_won_at < back(now, former_after_days) and not row.open:
        return Lifecycle.FORMER_CUSTOMER
    return Lifecycle.CUSTOMER


def back(now: Moment, days: int) -> Moment:
    """The moment so many days of 24 hours before another."""
    return moment(datetime.fromisoformat(now) - timedelta(days=days))
