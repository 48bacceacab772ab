"""Invented graphs, small and tangled, and how they are written: straight into the database, with what the use cases keep in step."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from cypher.graph import Database
from cypher.words import Access, AlignmentState, Awareness, BuyClass, DealStatus, RelationshipKind, Role, Seniority, Stance
from service.stamp import moment
from service.text import fold
from tests.filters.evaluator import Graph

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NAMES = ("Mill", "mill two", "Über Öl", "Łódź Papier", "Ziggurat", "A'); DROP", "شرکت نمونه", "Mill")
WORDS = ("Retail", "RETAIL", "steel", 'Paper + "ink"', "öl", "x'y`z")
TAGS = ("q1", "Q1", "key")
PHASES = (("purchase-path", "information-search"), ("purchase-path", "evaluation-of-alternatives"), ("adoption", "desire"))
KEYS = ("crane", "Lift", "belt")


class Maker:
    """One random graph; the same seed makes the same."""

    def __init__(self, seed: int, size: int = 6) -> None:
        self.random, self.size, self.graph, self.made = Random(seed), size, Graph(), 0

    def id(self) -> str:
        self.made += 1
        return f"01900000-{self.random.getrandbits(16):04x}-7000-8000-{self.made:012x}"

    def maybe(self, *values: Any) -> Any:
        """One of them, or null."""
        return self.random.choice((None, *values))

    def some(self, values: Any) -> list[Any]:
        return [one for one in values if self.random.random() < 0.3]

    def when(self, days: int = 900) -> str:
        return moment(NOW - timedelta(days=self.random.randrange(days), hours=self.random.choice((0, 0, 5))))

    def day(self, days: int = 900) -> str:
        return self.when(days)[:10]

    def ended(self) -> str | None:
        return self.day() if self.random.random() < 0.3 else None

    def make(self) -> Graph:
        graph, random = self.graph, self.random
        graph.team = [{"id": self.id()} for _ in range(3)]
        graph.products = [{"id": self.id(), "key": key} for key in KEYS]
        for _ in range(self.size):
            graph.accounts.append(self.account())
        for _ in range(2 * self.size):
            graph.people.append(
                {
                    "id": self.id(),
                    "name": random.choice(NAMES),
                    "email": self.maybe("A@mill.example", "b@öl.example"),
                    "tags": self.some(TAGS),
                    "isPlaceholder": random.random() < 0.2,
                }
            )
        self.posts()
        graph.groups = [{"id": self.id(), "account": random.choice(graph.accounts)["id"], "name": "Board"} for _ in range(3)]
        graph.belongings = [
            {"group": one["id"], "person": person["id"], "until": self.ended()}
            for one in graph.groups
            for person in self.some(graph.people)
        ]
        graph.covers = [
            {"team": one["id"], "person": person["id"], "until": self.ended()} for one in graph.team for person in self.some(graph.people)
        ]
        for kind in RelationshipKind:
            pairs = {tuple(random.sample(graph.people, 2)[i]["id"] for i in (0, 1)) for _ in range(self.size)}
            graph.ties += [{"kind": kind.value, "from": one, "to": other, "until": self.ended()} for one, other in sorted(pairs)]
        for _ in range(3 * self.size):
            self.deal()
        parties = [*graph.people, *graph.groups]
        graph.interactions = [
            {
                "id": self.id(),
                "at": self.when(300),
                "engages": random.random() < 0.7,
                "people": [one["id"] for one in self.some(graph.people)],
            }
            for _ in range(self.size)
        ]
        for one in graph.deals:
            for party in random.sample(parties, random.randrange(4)):
                graph.members.append(self.member(one, party))
        return graph

    def account(self) -> dict[str, Any]:
        earlier = [one["id"] for one in self.graph.accounts]
        worded = {name: self.maybe(*WORDS) for name in ("domain", "industry", "country", "tier")}
        return {
            **worded,
            "id": self.id(),
            "name": self.random.choice(NAMES),
            "employees": self.maybe(0, 10, 200),
            "revenue": self.maybe(10_000, 12_345_678, -5),
            "tags": self.some(TAGS),
            "parent": self.maybe(*earlier),
            "team": [one["id"] for one in self.some(self.graph.team)],
        }

    def posts(self) -> None:
        for person in self.graph.people:
            for number, account in enumerate(self.random.sample(self.graph.accounts, self.random.randrange(3))):
                until = self.ended()
                post = {"id": self.id(), "person": person["id"], "account": account["id"], "since": self.maybe(self.day()), "until": until}
                post |= {
                    "primary": number == 0,
                    "title": self.maybe(*WORDS),
                    "department": self.maybe(*WORDS),
                    "seniority": self.maybe(*Seniority),
                }
                self.graph.posts.append(post)

    def deal(self) -> None:
        random = self.random
        status = random.choice(list(DealStatus)).value
        process, phase = random.choice(PHASES)
        standing = status == "OPEN"
        amount = self.maybe(0, 500_000_000, 500_000_001, 12_500)
        self.graph.deals.append(
            {
                "id": self.id(),
                "name": random.choice(NAMES),
                "account": random.choice(self.graph.accounts)["id"],
                "status": status,
                "amount": amount,
                "currency": None if amount is None else random.choice(("EUR", "USD")),
                "buyClass": self.maybe(*BuyClass),
                "source": self.maybe(*WORDS),
                "products": self.some(KEYS),
                "tags": self.some(TAGS),
                "expectedCloseOn": self.maybe(self.day(), "2026-12-01"),
                "createdAt": self.when(),
                "closedAt": None if standing else self.when(),
                "owner": self.maybe(*(one["id"] for one in self.graph.team)),
                "buyingProcess": process,
                "phase": phase if standing else None,
                "phaseEnteredAt": self.when(60) if standing else None,
                "salesProcess": self.maybe("sales"),
                "stage": "closing" if standing and random.random() < 0.5 else None,
                "alignment": self.maybe(*AlignmentState),
                "lastInteractionAt": self.maybe(self.when()),
            }
        )

    def member(self, deal: dict[str, Any], party: dict[str, Any]) -> dict[str, Any]:
        until = self.ended()
        return {
            "id": self.id(),
            "deal": deal["id"],
            "party": party["id"],
            "until": until,
            "roles": [] if until else sorted(one.value for one in self.some(Role)),
            "stance": self.maybe(*Stance),
            "influence": self.maybe(0, 5, 10),
            "access": self.maybe(*Access),
            "awareness": self.maybe(*Awareness),
        }


WRITES: tuple[tuple[str, str], ...] = (
    ("team", "CREATE (t:TeamMember {workspace: $workspace, id: one.id, name: 'T', nameKey: 't', subject: one.id})"),
    ("products", "CREATE (x:Product {workspace: $workspace}) SET x += one"),
    (
        "accounts",
        """CREATE (a:Account {workspace: $workspace, version: 1, createdAt: '2026', updatedAt: '2026', revenueCurrency: 'EUR'})
           SET a += one {.id, .name, .nameKey, .domain, .industry, .country, .tier, .employees, .revenue, .tags}, a.parentId = one.parent
           WITH a, one CALL (a, one) { MATCH (b:Account {workspace: $workspace, id: one.parent}) CREATE (a)-[:SUBSIDIARY_OF]->(b) }
           UNWIND one.team AS mine MATCH (t:TeamMember {workspace: $workspace, id: mine}) CREATE (t)-[:MANAGES]->(a)""",
    ),
    (
        "people",
        """CREATE (p:Person {workspace: $workspace, version: 1, createdAt: '2026', updatedAt: '2026', preferences: [], isErased: false})
           SET p += one""",
    ),
    (
        "posts",
        """MATCH (p:Person {workspace: $workspace, id: one.person}) MATCH (a:Account {workspace: $workspace, id: one.account})
           CREATE (p)-[w:WORKS_AT {workspace: $workspace, version: 1, usualRoles: []}]->(a)
           SET w += one {.id, .title, .department, .seniority, .since, .until, .primary}
           WITH p, a, w WHERE w.primary AND w.until IS NULL
           SET w.openKey = p.id + '|primary', p.title = w.title, p.department = w.department, p.seniority = w.seniority, p.employerId = a.id""",
    ),
    (
        "groups",
        """MATCH (a:Account {workspace: $workspace, id: one.account})
           CREATE (:Group {workspace: $workspace, id: one.id, accountId: a.id, name: one.name, nameKey: one.nameKey, version: 1})-[:PART_OF]->(a)""",
    ),
    (
        "belongings",
        """MATCH (p:Person {workspace: $workspace, id: one.person}) MATCH (g:Group {workspace: $workspace, id: one.group})
           CREATE (p)-[:BELONGS_TO {until: one.until}]->(g)""",
    ),
    (
        "covers",
        """MATCH (t:TeamMember {workspace: $workspace, id: one.team}) MATCH (p:Person {workspace: $workspace, id: one.person})
           CREATE (t)-[:COVERS {until: one.until, level: 3}]->(p)""",
    ),
    (
        "ties",
        """MATCH (a:Person {workspace: $workspace, id: one.from}) MATCH (b:Person {workspace: $workspace, id: one.to})
           CREATE (a)-[k:$(one.kind) {until: one.until}]->(b)""",
    ),
    (
        "deals",
        """MATCH (a:Account {workspace: $workspace, id: one.account})
           CREATE (a)-[:HAS_DEAL]->(d:Deal {workspace: $workspace, version: 1, updatedAt: one.createdAt, competitors: []})
           SET d += one {.id, .name, .nameKey, .status, .amount, .currency, .buyClass, .source, .tags, .expectedCloseOn, .createdAt, .closedAt, .buyingProcess,
             .phaseEnteredAt, .salesProcess, .alignment, .lastInteractionAt, accountId: a.id, ownerId: one.owner, phaseKey: one.phase, stageKey: one.stage}
           WITH d, one
           CALL (d, one) {
             MATCH (:BuyingProcess {workspace: $workspace, key: one.buyingProcess})-[:HAS_PHASE]->(f {key: one.phase}) CREATE (d)-[:IN_PHASE]->(f)
           }
           CALL (d, one) {
             MATCH (:SalesProcess {workspace: $workspace, key: 'sales'})-[:HAS_STAGE]->(s {key: one.stage}) CREATE (d)-[:IN_STAGE]->(s)
           }
           CALL (d, one) { MATCH (t:TeamMember {workspace: $workspace, id: one.owner}) CREATE (t)-[:OWNS]->(d) }
           UNWIND one.products AS key MATCH (x:Product {workspace: $workspace, key: key}) CREATE (d)-[:SELLS]->(x)""",
    ),
    (
        "members",
        """MATCH (d:Deal {workspace: $workspace, id: one.deal}) MATCH (p:Person|Group {workspace: $workspace, id: one.party})
           CREATE (p)-[:SITS_AS]->(m:Member {workspace: $workspace, dealId: d.id, version: 1})-[:ON]->(d)
           SET m += one {.id, .until, .roles, .stance, .influence, .access, .awareness}, m.roleCertainties = [r IN one.roles | 'ASSUMED']
           SET m.roleIds = [role IN one.roles | one.id + role]
           FOREACH (role IN one.roles | CREATE (m)-[:PLAYS]->
             (:RoleAssignment {workspace: $workspace, id: one.id + role, role: role, certainty: 'ASSUMED'}))""",
    ),
    (
        "interactions",
        """CREATE (i:Interaction {workspace: $workspace, id: one.id, at: one.at})
           WITH i, one UNWIND one.people AS id MATCH (p:Person {workspace: $workspace, id: id})
           CREATE (p)-[:TOOK_PART_IN {at: one.at, engages: one.engages}]->(i)""",
    ),
)


async def write(database: Database, workspace: str, graph: Graph) -> None:
    """Write all of it into a workspace that has the built-in processes."""
    for name, text in WRITES:
        rows = [{**one, "nameKey": fold(one["name"])} if "name" in one else one for one in getattr(graph, name)]
        await database.driver.execute_query(f"UNWIND $rows AS one {text}", rows=rows, workspace=workspace, database_=database.name)
