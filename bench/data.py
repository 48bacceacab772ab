"""The data set: invented, the same every time, told as the properties that our use cases write. Writing it is `load`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cypher.words import Access, Awareness, Certainty, DealStatus, GroupKind, RelationshipKind, Role, Seniority, Stance
from service import accounts, deals, employments, groups, people, relationships
from service.committees import JUDGED
from service.fields import Fields, absent, money, stored
from service.templates import DEFAULT_BUYING, DEFAULT_SALES

Rows = Iterator[dict[str, Any]]
STAFF = 12
"""People of each account."""
SMALL, LARGE = 8, 60
"""Members of an ordinary committee, and of each 46th one."""
LARGE_EVERY = 46
AT = "2026-01-05T09:30:00.000000Z"
DAY = "2026-01-05"
ROLES, STANCES, ACCESS, AWARENESS = list(Role), list(Stance), list(Access), list(Awareness)
DEPARTMENTS = ("Finance", "Production", "Purchasing", "IT", "Quality", "Management")
KINDS = ("Account", "Person", "Group", "Employment", "Relationship", "Deal", "Member", "RoleAssignment", "Assessment", "Visit")


def id_of(kind: str, number: int) -> str:
    """The id of the n-th thing of a kind, in the form of the service's own."""
    return f"01900000-{KINDS.index(kind) + 1:04x}-7000-8000-{number:012x}"


@dataclass(frozen=True)
class Sizes:
    """How much there is. The first `big_accounts` have `big_deals` deals each; the other deals are spread over the other accounts."""

    accounts: int = 4000
    deals: int = 12_000
    big_accounts: int = 2
    big_deals: int = 1000

    @property
    def people(self) -> int:
        return self.accounts * STAFF

    def account_of(self, deal: int) -> int:
        big = self.big_accounts * self.big_deals
        return deal // self.big_deals if deal < big else self.big_accounts + (deal - big) % (self.accounts - self.big_accounts)

    def seats(self, deal: int) -> int:
        return LARGE if deal % LARGE_EVERY == LARGE_EVERY - 1 else SMALL

    def first_member(self, deal: int) -> int:
        """The number of a deal's first member."""
        return deal * SMALL + deal // LARGE_EVERY * (LARGE - SMALL)

    def seated(self, deal: int) -> list[tuple[str, int]]:
        """Who sits on a deal's committee: its account's group, then people from its account on; big accounts ask all over the place."""
        account = self.account_of(deal)
        start = account if account >= self.big_accounts else deal % self.accounts
        return [("Group", account)] + [("Person", (start * STAFF + seat) % self.people) for seat in range(self.seats(deal) - 1)]

    def of_size(self, seats: int, many: int) -> list[int]:
        """Some deals of ordinary accounts with that many members."""
        first = self.big_accounts * self.big_deals
        found = [deal for deal in range(first, self.deals) if self.seats(deal) == seats]
        return found[:: max(1, len(found) // many)][:many]


@dataclass(frozen=True)
class Data:
    """The rows of one workspace, in the order of their making."""

    sizes: Sizes
    owners: tuple[str, ...]
    phase: tuple[str, str]
    stage: tuple[str, str]
    """Id and key of the processes' first steps."""

    def accounts(self) -> Rows:
        for number in range(self.sizes.accounts):
            revenue = money({"amount": str(1000 * (number + 1)), "currency": "EUR"})
            named = {"name": f"Account {number}", "industry": f"Industry {number % 20}", "country": "PL", "employees": number % 900}
            yield _new(accounts.FIELDS, id_of("Account", number), named | {"annual_revenue": revenue, "tags": ["key"]})

    def people(self) -> Rows:
        for number in range(self.sizes.people):
            named = {"name": f"Person {number}", "email": f"person{number}@example.com", "tags": ["met"]}
            yield _new(people.FIELDS, id_of("Person", number), named) | {"isErased": False}

    def posts(self) -> Rows:
        """A primary post for everybody, and a second one elsewhere for every fourth."""
        for number in range(self.sizes.people):
            yield self._post(number, number // STAFF, primary=True)
            if number % 4 == 0:
                yield self._post(number, (number // STAFF + 1) % self.sizes.accounts, primary=False)

    def _post(self, number: int, account: int, *, primary: bool) -> dict[str, Any]:
        person, department = id_of("Person", number), DEPARTMENTS[number % len(DEPARTMENTS)]
        named = {"title": f"{department} {number % STAFF}", "department": department, "seniority": Seniority.MANAGER, "since": "2024-01-01"}
        fields = stored(employments.FIELDS, absent(employments.FIELDS) | named | {"is_primary": primary})
        fields |= {"id": id_of("Employment", 2 * number + (not primary)), "openKey": f"{person}|primary" if primary else None}
        return {"personId": person, "accountId": id_of("Account", account), "fields": fields}

    def ties(self) -> Rows:
        """A tree of reporting in each account, and ties of the other kinds along it and to the next account."""
        number = 0
        for one in range(self.sizes.people):
            place, base = one % STAFF, one - one % STAFF
            ends = [(RelationshipKind.INFLUENCES, base + (place + 1) % STAFF), (RelationshipKind.KNOWS, (one + STAFF) % self.sizes.people)]
            ends += [(RelationshipKind.REPORTS_TO, base + (place - 1) // 3)] if place else []
            ends += [(RelationshipKind.CONTROLS_ACCESS_TO, base)] if place == 1 else []
            ends += [(RelationshipKind.CONFLICTS_WITH, one + 1)] if place in (4, 8) else []
            for kind, other in ends:
                yield self._tie(number, kind, id_of("Person", one), id_of("Person", other))
                number += 1

    def _tie(self, number: int, kind: RelationshipKind, from_id: str, to_id: str) -> dict[str, Any]:
        named = {"strength": number % 5 + 1, "certainty": Certainty.CONFIRMED, "since": "2025-02-01"}
        fields = stored(relationships.FIELDS, absent(relationships.FIELDS) | named)
        fields |= {"id": id_of("Relationship", number), "openKey": relationships.open_key(kind, from_id, to_id)}
        return {"kind": kind, "fromId": from_id, "toId": to_id, "fields": fields}

    def groups(self) -> Rows:
        """A board in each account."""
        for number in range(self.sizes.accounts):
            fields = _new(groups.FIELDS, id_of("Group", number), {"name": f"Board {number}", "group_kind": GroupKind.BOARD})
            yield {"accountId": id_of("Account", number), "fields": fields}

    def deals(self) -> Rows:
        """Each in its processes' first steps, as a deal is that has just been entered."""
        for number in range(self.sizes.deals):
            owner = self.owners[number % len(self.owners)]
            amount = money({"amount": str(1000 + number % 977 * 100), "currency": "EUR"})
            named = {
                "name": f"Deal {number}",
                "amount": amount,
                "tags": ["q1"],
                "competitors": ["Rival"],
                "expected_close_on": "2026-09-30",
            }
            made = _new(deals.FIELDS, id_of("Deal", number), named)
            made |= {"accountId": id_of("Account", self.sizes.account_of(number)), "ownerId": owner, "status": DealStatus.OPEN}
            made |= {"buyingProcess": DEFAULT_BUYING, "phaseKey": self.phase[1], "phaseEnteredAt": AT}
            made |= {"salesProcess": DEFAULT_SALES, "stageKey": self.stage[1], "stageEnteredAt": AT}
            visits = {kind: self._visit(2 * number + place, made, kind) for place, kind in enumerate(("phase", "stage"))}
            yield {
                "deal": {name: value for name, value in made.items() if name != "version"},
                "products": [],
                "refs": [],
                "phaseId": self.phase[0],
                "stageId": self.stage[0],
                "phaseVisit": visits["phase"],
                "stageVisit": visits["stage"],
            }

    def _visit(self, number: int, deal: dict[str, Any], kind: str) -> dict[str, Any]:
        made = {"id": id_of("Visit", number), "enteredAt": AT, "recordedAt": AT, "step": "START", "by": deal["ownerId"]}
        return made | {"openKey": f"{deal['id']}|{kind} visit"}

    def members(self) -> Rows:
        for deal in range(self.sizes.deals):
            first = self.sizes.first_member(deal)
            for seat, (kind, party) in enumerate(self.sizes.seated(deal)):
                row = {"id": id_of("Member", first + seat), "dealId": id_of("Deal", deal), "since": DAY, "createdAt": AT}
                yield {"partyId": id_of(kind, party), "member": row}

    def roles(self) -> Rows:
        """One role for each member, two for every second."""
        number = 0
        for deal in range(self.sizes.deals):
            for seat in range(self.sizes.seats(deal)):
                for role in (ROLES[seat % 6], ROLES[(seat + 1) % 6])[: 1 + seat % 2]:
                    row: dict[str, Any] = {
                        "id": id_of("RoleAssignment", number),
                        "memberId": id_of("Member", self.sizes.first_member(deal) + seat),
                    }
                    row |= {"dealId": id_of("Deal", deal), "role": role, "phaseIds": [], "since": DAY, "source": None}
                    yield row | {"certainty": Certainty.CONFIRMED, "confirmedAt": AT, "confirmedBy": self.owners[0]}
                    number += 1

    def assessments(self) -> Rows:
        """Three of each member, a member's together, stating one thing after another."""
        for member in range(self.sizes.first_member(self.sizes.deals)):
            for month, said in enumerate(_judgements(member)):
                row = {name: said.get(name) for name in (*JUDGED, "note")} | {"named": [name for name in JUDGED if name in said]}
                row |= {"by": self.owners[0], "at": f"2026-{month + 2:02d}-01T09:30:00.000000Z"}
                yield row | {"id": id_of("Assessment", 3 * member + month), "memberId": id_of("Member", member)}


def _judgements(member: int) -> list[dict[str, Any]]:
    return [
        {"stance": STANCES[member % 5], "influence": member % 11},
        {"access": ACCESS[member % 5], "awareness": AWARENESS[member % 6]},
        {"influence": (member + 3) % 11},
    ]


def _new(fields: Fields, id_: str, values: dict[str, Any]) -> dict[str, Any]:
    """The properties that a use case gives a new node with these values."""
    return stored(fields, absent(fields) | values) | {"id": id_, "version": 1, "createdAt": AT, "updatedAt": AT}
