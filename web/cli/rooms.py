"""Class rooms for the operator: how many there are, which are unused, and erasing what is to be erased."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from classroom.erasing import Clock, ClockJumped, believe, erase_by_rows, erase_expired, vacuum
from classroom.giving_way import YOUNG, opened
from classroom.live import NoLiveStore
from classroom.live_room import LiveRoom
from classroom.rooms import Rooms
from classroom.store import ERASED_AFTER
from classroom.tally import Tally
from web.extensions import clock_time, now, since_boot

LOOK = "Look at DATABASE_URL: it must be the server's, and its database must answer."
NO_FILE = f"there is no database file. Either no room has ever been opened, or it lies elsewhere. {LOOK}"


@click.command()
@click.option("--clock-is-right", is_flag=True, help="After the clock was set: erase by the time it shows now.")
@with_appcontext
def purge(clock_is_right: bool) -> None:
    """Erase every class room whose time is up; also done by the server. The exit status is 1 where it cannot."""
    rooms, clock = _rooms(), Clock(now(), since_boot())
    if not rooms.store.begun:
        raise click.ClickException(NO_FILE)
    try:
        if clock_is_right:
            believe(rooms, clock)
        click.echo(f"erased: {erase_expired(rooms, clock)}")
        if vacuum(rooms, clock.now):
            click.echo("rewritten: the table, without what was erased")
    except ClockJumped as error:
        raise click.ClickException(f"{error}. Set it, or if it is right: flask purge --clock-is-right") from error
    except NoLiveStore as error:
        click.echo(f"erased: {erase_by_rows(rooms.store, clock.now)}")
        click.echo(f"only by what stands in the database: {error.args[0]}")
    except SQLAlchemyError as error:
        # The kind only: what a driver says may hold the address of the database with its password.
        raise click.ClickException(f"the database cannot be reached ({type(error).__name__}). {LOOK}") from error


@click.group("rooms", invoke_without_command=True)
@click.pass_context
@with_appcontext
def rooms_command(context: click.Context) -> None:
    """Tell how many class rooms are open, how many are unused and when they go, and what was refused this hour."""
    if context.invoked_subcommand:
        return
    rooms, tally = _rooms(), Tally(_rooms().live)
    try:
        standing, rows = _standing(rooms), rooms.store.every(now())
        refused = tally.hourly(now())
    except SQLAlchemyError as error:
        raise click.ClickException(f"the rooms cannot be read ({type(error).__name__}). {LOOK}") from error
    unused = [one for one in standing if one.unused]
    if not rows:
        click.echo("rooms: 0")
    else:
        click.echo(f"rooms: {len(rows)}, with a lesson on this host: {len(standing)}, unused: {len(unused)}")
        click.echo(f"the next is erased at {clock_time(min(row.erased_at for row in rows))}")
    for what, many in sorted(refused.items()):
        click.echo(f"this hour, {what}: {many}")


@rooms_command.command("drop-unused")
@with_appcontext
def drop_unused() -> None:
    """Erase the rooms that nobody has joined, and never one that is used; those of the last two minutes stay."""
    rooms = _rooms()
    try:
        unused = [one for one in _standing(rooms) if one.unused and opened(one) + YOUNG <= now()]
        for one in unused:
            rooms.live.drop(one.id)
        rooms.store.erase(*(one.id for one in unused))
    except SQLAlchemyError as error:
        raise click.ClickException(f"the rooms cannot be reached ({type(error).__name__}). {LOOK}") from error
    click.echo(f"dropped: {len(unused)}")


def _standing(rooms: Rooms) -> list[LiveRoom]:
    """The rooms of this host whose time is not up."""
    if not rooms.store.begun:
        return []
    return [one for one in rooms.live.every() if not one.dropped and opened(one) + ERASED_AFTER > now()]


def _rooms() -> Rooms:
    found: Rooms = current_app.extensions["itid_rooms"]
    return found
