"""Who may ask: unknown subjects, foreign workspaces and bad tokens get one answer; without sign-in only loopback is served."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import yaml

from service.auth import AuthConfig, issue
from tests.conftest import AUTH, World

ROOT = Path(__file__).resolve().parents[2]
OTHER = AuthConfig(secret="another secret, also long enough for HS256", jwks_url=None, issuer=None, audience=None)
HOUR = timedelta(hours=1)


async def test_everybody_unknown_gets_the_same_answer(world: World, stranger: World) -> None:
    admin = f"admin@{world.workspace}"
    headers = [
        {},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "Bearer nonsense"},
        {"Authorization": f"Bearer {issue(OTHER, admin, None, HOUR)}"},
        {"Authorization": f"Bearer {issue(AUTH, 'nobody', None, HOUR)}"},
        {"Authorization": f"Bearer {issue(AUTH, admin, stranger.workspace, HOUR)}"},
        {"Authorization": f"Bearer {issue(AUTH, admin, None, -HOUR)}"},
    ]
    asked = {"query": "{ __typename }"}
    answers = [await world.client.post("/graphql", json=asked, headers={**one, "X-Request-Id": "7"}) for one in headers]
    assert {(one.status_code, one.headers["www-authenticate"], one.text) for one in answers} == {
        (
            401,
            "Bearer",
            '{"errors":[{"message":"Who are you? Send `Authorization: Bearer <token>` with a valid token of an active team member.",'
            '"extensions":{"code":"UNAUTHENTICATED","requestId":"7"}}]}',
        )
    }


async def test_a_token_may_name_its_workspace(world: World) -> None:
    token = issue(AUTH, f"admin@{world.workspace}", world.workspace, HOUR)
    answer = await world.client.post("/graphql", json={"query": "{ viewer { permission } }"}, headers={"Authorization": f"Bearer {token}"})
    assert answer.json() == {"data": {"viewer": {"permission": "ADMIN"}}}


def test_without_configured_sign_in_only_loopback_is_served(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DMU_")} | {"DMU_FOLDER": str(tmp_path)}
    command = [sys.executable, "-c", "from service.cli import main; main()", "serve", "--host", "0.0.0.0"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "loopback only" in done.stdout


def test_the_compose_file_runs_the_service_beside_neo4j() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert services["service"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["service"]["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"
    assert services["neo4j"]["volumes"] == ["neo4j-data:/data"]
