"""The one room where Cypher text is composed: pages, and later filters. Names come from closed lists, values are always parameters."""
