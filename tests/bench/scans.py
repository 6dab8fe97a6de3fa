"""check_in and check_out through the whole road, against the floor, 1, 16 and 64 clients."""

import json
from collections import defaultdict
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import create_engine, make_url, text

from schemas.occasion_words import Direction
from server.app import create_app
from server.settings import from_environment
from tests.bench import servers, town
from tests.bench.load import Took, run

WARM_UP = 400  # requests before anything is measured: workers read code and prepare statements
ROUNDS = 6  # turns of each server at each number of clients
ASKED = {1: 300, 16: 1500, 64: 1500}  # requests of a slice
STEPS = (("check_in", Direction.IN), ("check_out", Direction.OUT))


def measure(address: str, folder: Path) -> dict:
    """`address`: of a server in which databases may be made."""
    url = database(address, "bench")
    app = create_app(**from_environment({**servers.KEYS, "DATABASE_URL": url}))
    with app.app_context():
        upgrade(directory="server/migrations")
        area, crew = town.found()
        with (
            servers.serving(servers.OURS, url, folder) as ours,
            servers.serving(servers.FLOOR, url, folder) as floor,
        ):
            return slices(area, crew, ours, floor)


def database(address: str, name: str) -> str:
    engine = create_engine(make_url(address), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(address).set(database=name).render_as_string(hide_password=False)


def slices(area, crew, ours: int, floor: int) -> dict:
    """In turns: ours, floor, floor, ours, so that neither always has the quieter machine. A
    telephone has opened a page before it scans: its token is one the server has read."""
    took: dict = defaultdict(list)
    ports = {"ours": ours, "floor": floor}
    people = [person_id for person_id, _ in crew], town.tokens(crew)
    for who in ports:
        _slice(area, people, who, ports[who], 16, WARM_UP)
    for clients, asked in ASKED.items():
        for turn in range(ROUNDS):
            for who in ports if turn % 2 == 0 else reversed(ports):
                for step, one in _slice(area, people, who, ports[who], clients, asked):
                    took[step, clients, who].append(one)
    return {step: summary(took, step) for step, _ in STEPS}


def _slice(area, people, who: str, port: int, clients: int, asked: int) -> list[tuple[str, Took]]:
    """A session of its own, at which everybody comes and goes once."""
    at, done = town.session(area), []
    ids, tokens = people
    for step, direction in STEPS:
        if who == "ours":
            asks = town.asks_of_ours(at, tokens[:asked], direction)
        else:
            asks = town.asks_of_floor(at, ids[:asked], direction)
        done.append((step, run(port, clients, asks, _accepted)))
        town.later(at)
    return done


def _accepted(answer: bytes) -> bool:
    return json.loads(answer)["status"] == "accepted"


def summary(took: dict, step: str) -> dict:
    """The headline is at 16 clients; the others lie beside it."""
    by_clients = {clients: _one(took, step, clients) for clients in ASKED}
    return by_clients[16] | {"clients": 16, "by_clients": by_clients}


def _one(took: dict, step: str, clients: int) -> dict:
    ours, floor = (_together(took[step, clients, who]) for who in ("ours", "floor"))
    return {
        "rps": round(ours.rps),
        "p50_ms": round(ours.ms(0.5), 1),
        "p99_ms": round(ours.ms(0.99), 1),
        "floor_rps": round(floor.rps),
        "floor_p50_ms": round(floor.ms(0.5), 1),
        "floor_p99_ms": round(floor.ms(0.99), 1),
        "ratio_to_floor": round(ours.rps / floor.rps, 2),
    }


def _together(turns: list[Took]) -> Took:
    each = [seconds for turn in turns for seconds in turn.each]
    return Took(each, sum(turn.whole for turn in turns))
