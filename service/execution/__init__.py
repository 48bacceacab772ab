"""The compiled executor: a validated query becomes functions that build the answer straight from the rows that resolvers give.

It knows GraphQL and Strawberry, nothing of what is asked about. It answers only what graphql-core would answer, in the same words and
the same order; whatever else happens is a `Fallback`, and graphql-core runs the operation again. That is safe, because only queries are
compiled. Let it have the same context: its loaders then answer from what they have read, and failures that they hold are told, not lost.

A plan runs no middleware and no `resolve` of an extension, and it knows no `info.path`: a resolver that asks for it causes a Fallback.
"""

from service.execution.plan import Plan, plans
from service.execution.run import Fallback
from service.execution.values import by_class, by_id, by_type, known_by

__all__ = ["Fallback", "Plan", "by_class", "by_id", "by_type", "known_by", "plans"]
