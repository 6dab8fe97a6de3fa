"""The keys of this folder's deployment: made once, kept in .run/env, read by nobody else."""

import os
import secrets
from pathlib import Path

from bin.house.words import Trouble

ENV = Path(".run/env")
SECRETS = ("JINLIN_SECRET", "JINLIN_DATA_KEY", "JINLIN_LOOKUP_KEY")


def ready(database: Path) -> dict[str, str]:
    """What the file says; without it and with a database, its columns could not be read."""
    if not ENV.exists():
        if database.exists():
            raise lost(database)
        write(fresh())
    return read(ENV.read_text())


def fresh() -> dict[str, str]:
    made = {name: secrets.token_urlsafe(36) for name in SECRETS}
    made["JINLIN_ISSUER"] = f"jinlin-{secrets.token_hex(4)}"
    return {**made, "JINLIN_DEMO": "1", "JINLIN_SMS_BASE": "console"}


def write(settings: dict[str, str]) -> None:
    """All of it or nothing, and for its owner alone."""
    half = ENV.with_suffix(".half")
    half.unlink(missing_ok=True)
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in settings.items())
    half.rename(ENV)


def read(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


def lost(database: Path) -> Trouble:
    return Trouble(
        f"{ENV} is gone, and it held the keys of the database in {database}. Put it back, or move "
        f"the database away to start anew: mv {database} {database}.old",
        f"{ENV} 不见了，里面有数据库 {database} 的密钥。请放回原处；"
        f"如要重新开始，请先移走数据库：mv {database} {database}.old",
    )
