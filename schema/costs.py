"""What fields weigh beyond the objects they give: each takes a statement, or a computation over a subgraph, of its own."""

WEIGHTS: dict[str, float] = {
    "figures": 100,
    "departure": 50,
    "agenda": 50,
    **dict.fromkeys(("routes", "map", "orgChart", "personRanks", "dealGroups", "nextIntroductions"), 20),
    **dict.fromkeys(("health", "nextActions", "roleHeat", "measures", "risks", "memberRanks", "coalitions", "suggestedProducts"), 5),
    **dict.fromkeys(("committee", "tieStrength", "habits"), 1),
    "RouteReport.routes": 0.1,  # the routes of a report are objects, as in any plain list
}
"""Weights by the field's name (`Type.field` for one type's own), as the limit on an operation's cost counts them."""
