"""The graph, declared once: constraints, indexes and the EXPLAIN sweep come from it. The schema's descriptions tell what a property means.

(:Workspace)                                    the tenant; every other node carries `workspace` and `id`
(:TeamMember)-[:MANAGES|COVERS|OWNS]->          our side: accounts, people, deals
(:Person)-[:WORKS_AT]->(:Account)<-[:PART_OF]-(:Group)<-[:BELONGS_TO]-(:Person)
(:Account)-[:SUBSIDIARY_OF]->(:Account)-[:HAS_DEAL]->(:Deal)-[:CONTINUES]->(:Deal)
(:Person|Group)-[:SITS_AS]->(:Member)-[:ON]->(:Deal)
(:Member)-[:PLAYS]->(:RoleAssignment)-[:MATTERS_IN]->(:Phase)      (:Member)-[:ASSESSED]->(:Assessment)
(:BuyingProcess)-[:HAS_PHASE]->(:Phase)<-[:SERVES]-(:Stage)<-[:HAS_STAGE]-(:SalesProcess)      (:Phase)-[:EXPECTS]->(:RoleExpectation)
(:Deal)-[:FOLLOWS|SOLD_BY|IN_PHASE|IN_STAGE]->  the present;  -[:VISITED]->(:PhaseVisit|StageVisit)-[:OF]->  the past
(:Person|TeamMember)-[:TOOK_PART_IN]->(:Interaction)-[:ABOUT]->(:Deal)-[:EVALUATED_AS]->(:PurchaseEvaluation)
(:Member)-[:HOLDS]->(:Need)                     (:Member)-[:RAISED]->(:Objection)-[:IN]->(:Phase)
(:Merged)                                       what is left of a person, an account or a member that became another
(:Deletion)-[:HID]->                            what one deletion hid, to be brought back together
(:ExternalRef)-[:NAMES]->                       (:Change) the audit trail   (:Outcome) answers kept for repeated requests

The present is one hop: a Person carries `title`, `department`, `seniority` and `employerId` of the primary current post, a Member its
judgements and, side by side, `roles`, `roleIds` and `roleCertainties`.
Whoever writes posts or roles includes `post.shown` or `member.playing`. TOOK_PART_IN repeats its interaction's `at`, and `engages` where
it counts for engagement; a Deal's `lastInteractionAt` is that of its latest interaction (`interaction.latest`).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class NodeModel:
    """A label: what is unique beside (workspace, id), what is indexed after the workspace, and its other properties."""

    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class TieModel:
    """A relationship type that is a Node of the API carries `workspace`, `id` and, while it is current, perhaps an `openKey`."""

    is_node: bool = False
    open_key: bool = False
    properties: tuple[str, ...] = ()


OPEN = (("workspace", "openKey"),)
DATED = ("since", "until")
VISIT = ("enteredAt", "leftAt", "step", "leftBy", "closedAs", "reason", "by", "recordedAt", "openKey", "triggeredBy", "triggeredKind")

DEAL_ORDERS = ("nameKey", "createdAt", "updatedAt", "amount", "expectedCloseOn", "closedAt", "phaseEnteredAt", "lastInteractionAt")
OF_STATUS = (("status", "id"), *(("status", column, "id") for column in DEAL_ORDERS))
"""Most lists of deals are of one status: each order walks an index of its own, however few have it."""

NODES: dict[str, NodeModel] = {
    "Account": NodeModel(
        indexes=(("nameKey", "id"), ("createdAt", "id"), ("updatedAt", "id"), ("employees", "id"), ("revenue", "id")),
        properties=("version", "lock", "name", "domain", "industry", "country", "revenueCurrency", "tier", "tags", "parentId", "mergedIds"),
    ),
    "Person": NodeModel(
        indexes=(("nameKey", "id"), ("createdAt", "id"), ("updatedAt", "id")),
        properties=(
            *("version", "lock", "name", "email", "phone", "locale", "preferences", "notes", "tags", "isPlaceholder", "isErased"),
            *("title", "department", "seniority", "employerId", "mergedIds"),
        ),
    ),
    "Group": NodeModel(
        indexes=(("nameKey", "id"),),
        properties=("version", "lock", "name", "kind", "createdAt", "updatedAt", "accountId"),
    ),
    "Deal": NodeModel(
        indexes=(
            *((column, "id") for column in DEAL_ORDERS),
            ("accountId", "id"),
            ("ownerId", "id"),
            *OF_STATUS,
        ),
        properties=(
            *("version", "lock", "name", "currency", "status", "buyClass", "source", "tags", "competitors", "lostTo", "closeReason"),
            *("deliverOn", "ownerId", "buyingProcess", "salesProcess", "phaseKey", "stageKey", "stageEnteredAt", "continuesId"),
            *("alignment", "alignmentGap", "alignmentSince", "undo"),
        ),
    ),
    "Product": NodeModel(unique=(("workspace", "key"),), properties=("version", "lock", "name", "family")),
    "Member": NodeModel(
        unique=OPEN,
        properties=(
            *("version", "lock", *DATED, "createdAt", "roles", "stance", "influence", "access", "awareness", "favours", "assessedAt"),
            *("dealId", "roleIds", "roleCertainties", "mergedIds"),
        ),
    ),
    "RoleAssignment": NodeModel(
        unique=OPEN,
        properties=("version", *DATED, "role", "certainty", "confirmedAt", "confirmedBy", "source", "phaseIds", "memberId", "dealId"),
    ),
    "Assessment": NodeModel(
        properties=("named", "stance", "influence", "access", "awareness", "favours", "note", "by", "at", "memberId", "recordedAt")
    ),
    "TeamMember": NodeModel(
        unique=(("workspace", "subject"),),
        indexes=(("nameKey", "id"),),
        properties=("version", "lock", "name", "email", "permission", "isActive"),
    ),
    "BuyingProcess": NodeModel(unique=(("workspace", "key"),), properties=("version", "lock", "locales", "names", "texts")),
    "Phase": NodeModel(
        properties=("key", "position", "locales", "names", "texts", "awareness", "afterPurchase", "maxHealthyDays", "retired")
    ),
    "RoleExpectation": NodeModel(properties=("position", "role", "required", "goal", "weight", "buyClasses")),
    "SalesProcess": NodeModel(unique=(("workspace", "key"),), properties=("version", "lock", "locales", "names", "texts")),
    "Stage": NodeModel(properties=("key", "position", "locales", "names", "texts", "probability", "maxHealthyDays", "retired")),
    "PhaseVisit": NodeModel(unique=OPEN, properties=VISIT),
    "StageVisit": NodeModel(unique=OPEN, properties=VISIT),
    "Interaction": NodeModel(
        properties=(
            *(
                "version",
                "lock",
                "createdAt",
                "updatedAt",
                "kind",
                "at",
                "day",
                "minutes",
                "initiatedByUs",
                "sentiment",
                "summary",
                "dealId",
            ),
        )
    ),
    "Need": NodeModel(
        indexes=(("dealId", "id"),),
        properties=("version", "lock", "kind", "text", "priority", "status", "memberId", "openedAt", "closedAt"),
    ),
    "Objection": NodeModel(
        indexes=(("dealId", "id"),),
        properties=(
            *(
                "version",
                "lock",
                "kind",
                "text",
                "status",
                "answer",
                "phaseKey",
                "phaseId",
                "raisedAt",
                "answeredAt",
                "closedAt",
                "memberId",
            ),
        ),
    ),
    "PurchaseEvaluation": NodeModel(
        properties=(
            *("dealId", "memberId", "problemSolved", "workingTogether", "promisesKept", "valueForMoney", "willContinue"),
            *("continueBecause", "note", "by", "at"),
        ),
    ),
    "ExternalRef": NodeModel(unique=(("workspace", "system", "key"),), indexes=(("entityId",),)),
    "Change": NodeModel(
        unique=(("workspace", "seq"),),
        indexes=(("account", "seq"), ("deal", "seq"), ("entityId", "seq")),
        properties=("at", "actor", "action", "entityType", "entityVersion", "fields", "informs"),
    ),
    "Deletion": NodeModel(properties=("at", "by", "deletion")),
    "Merged": NodeModel(properties=("deletion",)),
    "Snooze": NodeModel(properties=("key", "until")),
    "Outcome": NodeModel(unique=(("workspace", "scope"),), indexes=(("keptAt",),), properties=("hash", "answer")),
}

TIES: dict[str, TieModel] = {
    "WORKS_AT": TieModel(True, True, (*DATED, "title", "department", "seniority", "usualRoles", "primary", "version", "lock", "mergedIds")),
    "COVERS": TieModel(True, True, (*DATED, "level", "wantedLevel", "note", "version", "lock", "mergedIds")),
    **{
        kind: TieModel(True, True, (*DATED, "strength", "certainty", "note", "version", "lock", "mergedIds"))
        for kind in ("REPORTS_TO", "INFLUENCES", "CONFLICTS_WITH", "KNOWS", "CONTROLS_ACCESS_TO")
    },
    "BELONGS_TO": TieModel(False, True, DATED),
    "MANAGES": TieModel(properties=("function",)),
    "HID": TieModel(),
    "TOOK_PART_IN": TieModel(properties=("at", "engages")),
    **{
        name: TieModel()
        for name in (
            *("SUBSIDIARY_OF", "PART_OF", "HAS_DEAL", "CONTINUES", "SELLS", "GOES_WITH", "OWNS", "SITS_AS", "ON", "PLAYS", "MATTERS_IN"),
            *("ASSESSED", "HAS_PHASE", "HAS_STAGE", "SERVES", "FOLLOWS", "SOLD_BY", "IN_PHASE", "IN_STAGE", "VISITED", "OF", "NAMES"),
            *("EXPECTS", "ABOUT", "HOLDS", "RAISED", "IN", "EVALUATED_AS", "PUT_OFF"),
        )
    },
}

TIES |= {f"DELETED_{name}": TieModel(True, False, (*tie.properties, "openKey")) for name, tie in TIES.items() if tie.is_node}
"""Those that are Nodes are found by their ids; every other type has such a one too, which no statement names but by its prefix."""

HIDEABLE = (
    *("Account", "Person", "Group", "Deal", "Product", "Interaction", "Need", "Objection"),
    *("Member", "RoleAssignment", "Assessment", "PhaseVisit", "StageVisit", "PurchaseEvaluation"),
)
"""What can be hidden, the last ones only with what they hang on: `:Deal` becomes `:DeletedDeal`, and each relationship that joins it to
what stays is written anew as `DELETED_…`. Both carry in `deletion` the id of what was deleted, which `(:Deletion)` has too."""


def _also_hidden(labels: tuple[str, ...]) -> tuple[str, ...]:
    return (*labels, *(f"Deleted{label}" for label in labels if label in HIDEABLE))


ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "WORKS_AT": (("Person",), ("Account",)),
    "COVERS": (("TeamMember",), ("Person",)),
    **dict.fromkeys(("REPORTS_TO", "INFLUENCES", "CONFLICTS_WITH", "KNOWS", "CONTROLS_ACCESS_TO"), (("Person",), ("Person",))),
    "BELONGS_TO": (("Person",), ("Group",)),
    "PART_OF": (("Group",), ("Account",)),
    "MANAGES": (("TeamMember",), ("Account",)),
    "OWNS": (("TeamMember",), ("Deal",)),
    "PUT_OFF": (("TeamMember",), ("Snooze",)),
    "SUBSIDIARY_OF": (("Account",), ("Account",)),
    "HAS_DEAL": (("Account",), ("Deal",)),
    "CONTINUES": (("Deal",), ("Deal",)),
    "SELLS": (("Deal",), ("Product",)),
    "GOES_WITH": (("Product",), ("Product",)),
    "SITS_AS": (("Person", "Group"), ("Member",)),
    "ON": (("Member",), ("Deal",)),
    "PLAYS": (("Member",), ("RoleAssignment",)),
    "MATTERS_IN": (("RoleAssignment",), ("Phase",)),
    "ASSESSED": (("Member",), ("Assessment",)),
    "HAS_PHASE": (("BuyingProcess",), ("Phase",)),
    "HAS_STAGE": (("SalesProcess",), ("Stage",)),
    "EXPECTS": (("Phase",), ("RoleExpectation",)),
    "SERVES": (("Stage",), ("Phase",)),
    "FOLLOWS": (("Deal",), ("BuyingProcess",)),
    "SOLD_BY": (("Deal",), ("SalesProcess",)),
    "IN_PHASE": (("Deal",), ("Phase",)),
    "IN_STAGE": (("Deal",), ("Stage",)),
    "VISITED": (("Deal",), ("PhaseVisit", "StageVisit")),
    "OF": (("PhaseVisit", "StageVisit"), ("Phase", "Stage")),
    "TOOK_PART_IN": (("Person", "TeamMember"), ("Interaction",)),
    "ABOUT": (("Interaction",), ("Deal",)),
    "HOLDS": (("Member",), ("Need",)),
    "RAISED": (("Member",), ("Objection",)),
    "IN": (("Objection",), ("Phase",)),
    "EVALUATED_AS": (("Deal",), ("PurchaseEvaluation",)),
    "NAMES": (("ExternalRef",), ("Account", "Person", "Group", "Deal", "Interaction")),
}
"""From which labels to which each relationship leads; Neo4j's linter holds every pattern against it."""
ENDS |= {f"DELETED_{name}": (_also_hidden(ENDS[name][0]), _also_hidden(ENDS[name][1])) for name in list(ENDS) if TIES[name].is_node}
ENDS["HID"] = (("Deletion",), tuple(f"Deleted{label}" for label in HIDEABLE))

WORKSPACE_PROPERTIES = (
    "version",
    "lock",
    "name",
    "defaultLocale",
    "timeZone",
    "currency",
    "defaultBuyingProcess",
    "defaultSalesProcess",
    "settings",
    "changeSeq",
    "secret",
)


def constraints() -> list[str]:
    """Every uniqueness constraint, as statements that may run again."""
    made = ["CREATE CONSTRAINT workspace_id IF NOT EXISTS FOR (n:Workspace) REQUIRE n.id IS UNIQUE"]
    for label, node in NODES.items():
        made += [_unique(f"(n:{label})", label, columns) for columns in (("workspace", "id"), *node.unique)]
    for label in HIDEABLE:
        made.append(_unique(f"(n:Deleted{label})", f"Deleted{label}", ("workspace", "id")))
    for name, tie in TIES.items():
        made += [_unique(f"()-[n:{name}]-()", name, ("workspace", "id"))] if tie.is_node else []
        made += [_unique(f"()-[n:{name}]-()", name, ("workspace", "openKey"))] if tie.open_key else []
    return made


def indexes() -> list[str]:
    """Every index beside those of the constraints; the full-text ones hold the workspace as a field."""
    made = [
        f"CREATE INDEX {label.lower()}_{'_'.join(columns).lower()} IF NOT EXISTS FOR (n:{label}) ON ({_columns(('workspace', *columns))})"
        for label, node in NODES.items()
        for columns in node.indexes
    ]
    made.append("CREATE INDEX teammember_by_subject IF NOT EXISTS FOR (n:TeamMember) ON (n.subject)")
    made.append(
        "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Account|Person|Group|Deal) "
        "ON EACH [n.workspace, n.nameKey, n.domain, n.email, n.title] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )
    return made


def _columns(columns: tuple[str, ...]) -> str:
    return ", ".join(f"n.{column}" for column in columns)


def _unique(pattern: str, name: str, columns: tuple[str, ...]) -> str:
    return (
        f"CREATE CONSTRAINT {name.lower()}_{'_'.join(columns).lower()} IF NOT EXISTS FOR {pattern} REQUIRE ({_columns(columns)}) IS UNIQUE"
    )
