# The service's image: the program and its pinned dependencies, run by a user without rights.
FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt pyproject.toml ./
COPY web web
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt && .venv/bin/python web/build.py

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home dmu
WORKDIR /srv
COPY --from=build /srv/.venv .venv
COPY --from=build /srv/web/explorer/dist web/explorer/dist
COPY pyproject.toml ./
COPY data data
COPY cypher cypher
COPY schema schema
COPY service service
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e .
USER dmu
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD [".venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/ready')"]
CMD [".venv/bin/dmu", "serve", "--host", "0.0.0.0"]
