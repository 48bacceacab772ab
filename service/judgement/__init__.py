"""What the system tells of a committee: role states, measures, risks, health and what to do next.

Pure functions over one frozen snapshot; no database, no API, no clock. `measures.md` and `processes.md` of the design define every figure.
Snapshots are read in `service/snapshots.py`, sentences made in `service/judgement/telling.py`.
"""
