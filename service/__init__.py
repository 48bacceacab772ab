"""How the process lives, and what may be done: settings, app, viewer, use cases, pure rules. Knows statements, not GraphQL."""
