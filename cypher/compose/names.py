"""The closed lists from which predicates are written: properties, operators, relations, facts. Nothing of a client's ever joins them.

In the patterns `{one}` is the thing in hand, `{other}` what the relation leads to, `{tie}` the relationship between them.
"""

from typing import NamedTuple


class Relation(NamedTuple):
    """Where a relation leads: the label there, the pattern, and when it holds."""

    label: str
    pattern: str
    holds: str = ""


PROPERTIES: dict[str, frozenset[str]] = {
    "Account": frozenset(("id", "nameKey", "domain", "industry", "country", "tier", "employees", "revenue")),
    "Person": frozenset(("id", "nameKey", "email", "department", "seniority", "title", "isPlaceholder")),
    "Deal": frozenset(
        (
            *("id", "nameKey", "status", "amount", "currency", "buyClass", "source", "expectedCloseOn", "createdAt", "closedAt", "ownerId"),
            *("buyingProcess", "phaseKey", "phaseEnteredAt", "salesProcess", "stageKey", "lastInteractionAt"),
        )
    ),
    "Member": frozenset(("stance", "influence", "access", "awareness")),
    "TeamMember": frozenset(("id",)),
    "Product": frozenset(("key",)),
    "Phase": frozenset(("key",)),
    "Stage": frozenset(("key",)),
}

OPERATORS: dict[str, str] = {
    "eq": "{it} = {value}",
    "ne": "({it} IS NULL OR {it} <> {value})",
    "in": "{it} IN {value}",
    "startsWith": "{it} STARTS WITH {value}",
    "contains": "{it} CONTAINS {value}",
    "gt": "{it} > {value}",
    "gte": "{it} >= {value}",
    "lt": "{it} < {value}",
    "lte": "{it} <= {value}",
    "null": "{it} IS NULL",
    "some": "{it} IS NOT NULL",
    # letters in either case, of what is stored as it was typed
    "loose eq": "toLower({it}) = toLower({value})",
    "loose ne": "({it} IS NULL OR toLower({it}) <> toLower({value}))",
    "loose in": "toLower({it}) IN [one IN {value} | toLower(one)]",
    "loose startsWith": "toLower({it}) STARTS WITH toLower({value})",
    "loose contains": "toLower({it}) CONTAINS toLower({value})",
}
NEVER_UNKNOWN = frozenset(("ne", "loose ne", "null", "some"))

IN_FORCE = "{tie}.until IS NULL"
SITS = "{other}.until IS NULL"
HERE = "{{workspace: $workspace}}"
# no label stands inside a pattern: while few things have it, the planner would begin at all of them
RELATIONS: dict[str, dict[str, Relation]] = {
    "Account": {
        "parent": Relation("Account", f"({{one}})-[:SUBSIDIARY_OF]->({{other}} {HERE})"),
        "deals": Relation("Deal", f"({{one}})-[:HAS_DEAL]->({{other}} {HERE})"),
        "people": Relation("Person", f"({{one}})<-[{{tie}}:WORKS_AT]-({{other}} {HERE})", IN_FORCE),
        "team": Relation("TeamMember", f"({{one}})<-[:MANAGES]-({{other}} {HERE})"),
    },
    "Person": {
        "employer": Relation("Account", f"({{one}})-[{{tie}}:WORKS_AT]->({{other}} {HERE})", "{tie}.openKey IS NOT NULL"),
        "formerEmployer": Relation(
            "Account",
            f"({{one}})-[{{tie}}:WORKS_AT]->({{other}} {HERE})",
            "{tie}.until > coalesce({tie}.since, '') AND NOT EXISTS {{ ({one})-[post:WORKS_AT]->({other}) WHERE post.until IS NULL }}",
        ),
        "memberships": Relation("Member", f"({{one}})-[:SITS_AS]->({{other}} {HERE})", SITS),
        "us": Relation("TeamMember", f"({{one}})<-[{{tie}}:COVERS]-({{other}} {HERE})", IN_FORCE),
    },
    "Deal": {
        "account": Relation("Account", f"({{one}})<-[:HAS_DEAL]-({{other}} {HERE})"),
        "committee": Relation("Member", f"({{one}})<-[:ON]-({{other}} {HERE})", SITS),
        "products": Relation("Product", f"({{one}})-[:SELLS]->({{other}} {HERE})"),
    },
    "Member": {
        "person": Relation("Person", f"({{one}})<-[:SITS_AS]-({{other}} {HERE})", "'Person' IN labels({other})"),
        "deal": Relation("Deal", f"({{one}})-[:ON]->({{other}} {HERE})"),
    },
}

FACTS: dict[str, dict[str, str]] = {
    "Account": {"tagged": "any(tag IN {one}.tags WHERE tag IN {tags})"},
    "Person": {"tagged": "any(tag IN {one}.tags WHERE tag IN {tags})"},
    "Deal": {
        "tagged": "any(tag IN {one}.tags WHERE tag IN {tags})",
        "aligned": "coalesce({one}.alignment, 'UNMAPPED') IN {states}",
    },
    "Member": {
        "plays": "any(role IN {one}.roles WHERE role IN {roles})",
        "engaged": """EXISTS {{
    MATCH ({one})-[:ON]->(about {{workspace: $workspace}})
    MATCH ({one})<-[:SITS_AS]-({{workspace: $workspace}})<-[belongs:BELONGS_TO*0..1]-(who {{workspace: $workspace}})-[part:TOOK_PART_IN]->()
    WHERE all(one IN belongs WHERE one.until IS NULL) AND part.engages AND NOT coalesce(who.isPlaceholder, false) AND
      CASE WHEN about.closedAt IS NULL THEN {since} <= part.at <= {now}
      ELSE part.at <= about.closedAt AND datetime(part.at) >= datetime(about.closedAt) - duration({{days: {days}}}) END
  }}""",
        "inside": """EXISTS {{
    MATCH ({one})-[:ON]->(about {{workspace: $workspace}})
    MATCH ({one})<-[:SITS_AS]-({{workspace: $workspace}})-[tie:WORKS_AT|PART_OF]->()-[:SUBSIDIARY_OF*0..]->(home {{workspace: $workspace}})
    WHERE home.id = about.accountId AND tie.until IS NULL
  }}""",
    },
}
"""`engaged` and `inside` as the measures define them: in a closed deal the span ends at its closing, a group counts through its people."""
