"""The environment, read in one place. Every setting has a default that suits a first run on one machine."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.auth import AuthConfig

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """`NEO4J_…` names a database server; `DMU_…` is everything else. Secrets never show in a log."""

    model_config = SettingsConfigDict(env_prefix="DMU_", extra="ignore")

    neo4j_uri: str | None = Field(
        None, validation_alias="NEO4J_URI", description="bolt://, neo4j:// or neo4j+s://; absent: a Neo4j of our own."
    )
    neo4j_user: str = Field("neo4j", validation_alias="NEO4J_USER")
    neo4j_password: SecretStr = Field(SecretStr(""), validation_alias="NEO4J_PASSWORD")
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE")
    neo4j_line: str = Field("2026", description="Which Neo4j of our own: 2026 or 5.26.")
    folder: Path = Field(ROOT / ".data", description="Where our own Neo4j and the development secret live.")
    repository: str | None = Field(None, description="Another Maven repository to fetch Neo4j from.")

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1

    jwt_secret: SecretStr | None = Field(None, description="HS256 secret, 32 bytes or more.")
    jwks_url: str | None = Field(None, description="Where the issuer publishes its keys (RS256, ES256, EdDSA).")
    jwt_issuer: str | None = None
    jwt_audience: str | None = None
    jwt_leeway: int = 30

    read_seconds: float = Field(10, description="Time limit of a reading statement.")
    write_seconds: float = Field(30, description="Time limit of a writing transaction.")

    @property
    def signs_in(self) -> bool:
        """Whether somebody configured who may sign in; else this is a development service, on loopback only."""
        return bool(self.jwt_secret or self.jwks_url)

    def auth(self, development_secret: str | None = None) -> AuthConfig:
        secret = self.jwt_secret.get_secret_value() if self.jwt_secret else None
        return AuthConfig(
            secret=secret or (None if self.signs_in else development_secret),
            jwks_url=self.jwks_url,
            issuer=self.jwt_issuer,
            audience=self.jwt_audience,
            leeway_seconds=self.jwt_leeway,
        )
