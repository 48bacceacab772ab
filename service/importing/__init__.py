"""Imports that the command line runs: from files to the use cases, with what could not be used. Rules for rows are `service.upsert`'s."""
