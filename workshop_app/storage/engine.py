"""SQLAlchemy on a connection of ours, so that opening files one after another takes no memory."""

import sqlite3
from functools import cache
from typing import Any

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.engine import Dialect
from sqlalchemy.pool import StaticPool

_URL = "sqlite://"


@cache
def _dialect() -> Dialect:
    # The tables keep every statement that was compiled for a dialect: with one for each file, of all files.
    engine = create_engine(_URL)
    # At its first connection it tries things out.
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that knows this connection only, and never ends a transaction by itself."""

    def held() -> Any:
        return connection

    pool = StaticPool(held, reset_on_return=None, dialect=_dialect())
    return Engine(pool, _dialect(), make_url(_URL), hide_parameters=True)
