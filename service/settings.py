"""The environment, read in one place. Every setting has a default that suits a first run on one machine."""

import os
import secrets
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.auth import AuthConfig
from service.http.documents import read_trusted
from service.http.limits import Limits
from service.http.view import Bounds

SCHEMES = tuple(f"{name}{security}" for name in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))
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
    neo4j_line: Literal["2026", "5.26"] = Field("2026", description="Which Neo4j of our own: 2026 or 5.26.")
    folder: Path = Field(ROOT / ".data", description="Where our own Neo4j and the development secret live.")
    repository: str | None = Field(None, description="Another Maven repository to fetch Neo4j from.")

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65_535)
    workers: int = 1

    jwt_secret: SecretStr | None = Field(None, description="HS256 secret, 32 bytes or more.")
    jwks_url: str | None = Field(None, description="Where the issuer publishes its keys (RS256, ES256, EdDSA).")
    jwt_issuer: str | None = None
    jwt_audience: str | None = None
    jwt_leeway: int = 30

    read_seconds: float = Field(10, description="Time limit of a reading statement.")
    write_seconds: float = Field(30, description="Time limit of a writing transaction.")
    request_seconds: float = Field(30, description="Time limit of all statements of a request together.")

    origins: str = Field("", description="Web origins whose pages may call, separated by commas: https://app.example.")
    compress_bytes: int = Field(8_192, description="From which size on an answer is compressed for those who take gzip.")
    body_bytes: int = Field(4_194_304, description="The largest body: 1,000 rows of an upsert with long notes.")
    body_seconds: float = Field(10, description="How long a body may take to arrive.")
    header_bytes: int = Field(32_768, description="All headers together; a token may have 16,384.")
    header_count: int = Field(100, description="How many headers.")
    address_bytes: int = Field(16_384, description="The longest query of an address.")
    json_depth: int = Field(64, description="How deep JSON may nest.")

    document_characters: int = Field(100_000, description="The longest document.")
    document_tokens: int = Field(5_000, description="Its tokens.")
    document_depth: int = Field(20, description="Levels of fields; introspection takes 15.")
    document_fields: int = Field(2_000, description="Fields, its fragments spread out; so the following.")
    document_aliases: int = Field(200, description="Aliases.")
    document_root_fields: int = Field(50, description="Fields at the top.")
    document_directives: int = Field(100, description="Directives.")
    operation_cost: float = Field(1_000, description="What one operation may cost: weights times page sizes.")
    request_errors: int = Field(10, description="How many errors of a document or its variables are told.")
    introspection: bool = Field(True, description="Whether the schema may be asked for.")
    suggestions: bool = Field(True, description="Whether errors suggest names of the schema.")
    trusted_documents: Path | None = Field(None, description="A JSON object from SHA-256 in hex to document text.")
    trusted_only: bool = Field(False, description="Whether nothing but those is run.")

    @field_validator("neo4j_uri")
    @classmethod
    def _names_a_server(cls, uri: str | None) -> str | None:
        if uri:
            parts = urlsplit(uri)
            if parts.scheme not in SCHEMES or not parts.hostname or parts.port == 0:
                raise ValueError(f"it must begin with one of {', '.join(f'{one}://' for one in SCHEMES)}, and name a host")
        return uri

    @property
    def signs_in(self) -> bool:
        """Whether somebody configured who may sign in; else this is a development service, on loopback only."""
        return bool(self.jwt_secret or self.jwks_url)

    def own_folder(self) -> Path:
        """The folder of our own data, made where it is missing."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ValueError(f"The folder {self.folder} can't be made: {error.strerror}. Name another one by DMU_FOLDER.") from None
        return self.folder

    def development_secret(self) -> str:
        """The secret that signs development tokens, made once."""
        path = self.own_folder() / "development-secret"
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
        return path.read_text()

    def bounds(self) -> Bounds:
        return Bounds(self.body_bytes, self.body_seconds, self.header_bytes, self.header_count, self.address_bytes, self.json_depth)

    def limits(self) -> Limits:
        return Limits(
            characters=self.document_characters,
            tokens=self.document_tokens,
            depth=self.document_depth,
            fields=self.document_fields,
            aliases=self.document_aliases,
            root_fields=self.document_root_fields,
            directives=self.document_directives,
            cost=self.operation_cost,
            errors=self.request_errors,
        )

    def trusted(self) -> dict[str, str]:
        """The trusted documents; ValueError where their file is none, or where nothing could be run."""
        if self.trusted_documents is None and self.trusted_only:
            raise ValueError("DMU_TRUSTED_ONLY needs DMU_TRUSTED_DOCUMENTS: the file of the documents that may be run.")
        return read_trusted(self.trusted_documents) if self.trusted_documents else {}

    def auth(self, development_secret: str | None = None) -> AuthConfig:
        secret = self.jwt_secret.get_secret_value() if self.jwt_secret else None
        return AuthConfig(
            secret=secret or (None if self.signs_in else development_secret),
            jwks_url=self.jwks_url,
            issuer=self.jwt_issuer,
            audience=self.jwt_audience,
            leeway_seconds=self.jwt_leeway,
        )


def sentences(error: ValidationError) -> str:
    """A line for each setting that can't be used, without its value, which may be a secret."""
    return "\n".join(f"{_variable(str(one['loc'][0]))}: {one['msg'].removeprefix('Value error, ')}." for one in error.errors())


def _variable(name: str) -> str:
    """The variable of the environment that a setting comes from."""
    return name if name.startswith("NEO4J_") else f"DMU_{name.upper()}"
