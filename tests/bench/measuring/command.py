# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`framekey` against `oidc-token`, each with its agent, signed in at one server over TLS."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from harness.application import Home
from harness.servers import PracticeServer
from harness.window import wait_for

from .figure import Figure
from .oidcagent import OidcAgent
from .scriptbed import ScriptBed
from .spawning import Spawned, Spawner, cpu_of

_ROUNDS = 101
_CALLS = 300
_BLOCKS = 3
_ACCOUNTS = 11  # one renewal each at a time: none is renewed twice within half a minute
_AGAIN_AFTER = 31.0  # seconds; the server keeps connections for 75
_AT_ONCE = 50


def figures(programs: Path, folder: Path) -> list[Figure]:
    # As many accounts as the peer has.
    with _measured(programs, folder / "one-account", 1) as (bed, peer, spawner, _):
        found = _cached(bed, peer, spawner) + _throughput(bed, peer, spawner)
    with _measured(programs, folder / "many-accounts", _ACCOUNTS) as (bed, peer, spawner, server):
        return (found + _renewing(bed, peer, spawner, server) + _one_renewal(bed, server)
                + _starting(programs, bed, spawner))


@contextmanager
def _measured(programs: Path, folder: Path, accounts: int):
    folder.mkdir()
    bed = ScriptBed(programs, folder / "home", accounts)
    with PracticeServer(folder / "practice", *bed.tls, persona="frameio") as server:
        bed.write_accounts(server.base)
        with OidcAgent(folder / "oidc-agent", server.base, bed.certificate, bed.environment) as peer:
            bed.sign_in()
            try:
                yield bed, peer, Spawner(programs, peer.environment), server
            finally:
                bed.stop()


def _cached(bed: ScriptBed, peer: OidcAgent, spawner: Spawner) -> list[Figure]:
    ours, theirs = spawner.in_turn(_ROUNDS, bed.token, peer.token)
    again, same = spawner.in_turn(_ROUNDS, peer.token, peer.token)
    return [
        Figure("framekey token / oidc-token, wall, ms", ours.usual_wall, theirs.usual_wall, 0.70),
        Figure("  oidc-token against itself, ms", again.usual_wall, same.usual_wall),
        Figure("  page faults, most of any", max(ours.faults), bound=60),
        Figure("  the peer's", max(theirs.faults)),
        Figure("  peak memory, MiB, most of any", max(ours.peak) / 1024, bound=2.1),
        Figure("  the peer's", max(theirs.peak) / 1024),
    ]


def _throughput(bed: ScriptBed, peer: OidcAgent, spawner: Spawner) -> list[Figure]:
    """At least 1.5 times the calls a second is at most two thirds of the time."""
    found = []
    for callers in (1, 8):
        ours, theirs = [], []
        for _ in range(_BLOCKS):
            ours.append(spawner.seconds(_CALLS, bed.token, callers))
            theirs.append(spawner.seconds(_CALLS, peer.token, callers))
        found.append(Figure(f"{_CALLS} calls, {callers} at once, s", median(ours), median(theirs), 1 / 1.5))
        cpu, their_cpu = zip(*(_cpu_per_call(bed, peer, spawner, callers) for _ in range(_BLOCKS)))
        found.append(Figure("  CPU of the agent per call, ms", median(cpu), median(their_cpu), 0.75))
    return found


def _cpu_per_call(bed: ScriptBed, peer: OidcAgent, spawner: Spawner, callers: int) -> tuple[float, float]:
    """Both in one run, so that both meet the same load."""
    agents = ([bed.app()], peer.processes)
    before = [cpu_of(*agent) for agent in agents]
    spawner.in_turn(_CALLS, bed.token, peer.token, callers=callers)
    ours, theirs = [(cpu_of(*agent) - was) / _CALLS * 1000 for agent, was in zip(agents, before)]
    return ours, theirs


def _renewing(bed: ScriptBed, peer: OidcAgent, spawner: Spawner, server: PracticeServer) -> list[Figure]:
    time.sleep(_AGAIN_AFTER)
    cold = _renewals(bed, peer, spawner)
    time.sleep(_AGAIN_AFTER)
    known = _ports(server)
    before = len(server.every_request())
    warm = _renewals(bed, peer, spawner)
    ours = [entry for entry in server.every_request()[before:] if not entry["has_authorization_header"]]
    return [
        Figure("renew, then answer / oidc-token -f, ms", cold[0], cold[1], 0.70),
        Figure("  on a connection that is open, ms", warm[0], warm[1], 0.40),
        Figure("  connections made anew for these", sum(entry["remote_port"] not in known for entry in ours), bound=0),
    ]


def _ports(server: PracticeServer) -> set[int]:
    return {entry["remote_port"] for entry in server.every_request()}


def _renewals(bed: ScriptBed, peer: OidcAgent, spawner: Spawner) -> tuple[float, float]:
    pairs: list[list[Spawned]] = [spawner.in_turn(1, bed.renewing(account), peer.renewing)
                                  for account in range(_ACCOUNTS)]
    return median(ours.usual_wall for ours, _ in pairs), median(theirs.usual_wall for _, theirs in pairs)


def _one_renewal(bed: ScriptBed, server: PracticeServer) -> list[Figure]:
    time.sleep(_AGAIN_AFTER)
    before = len(server.requests("/ims/token/v3"))
    with ThreadPoolExecutor(_AT_ONCE) as callers:
        answers = list(callers.map(lambda _: subprocess.run(bed.renewing(0), env=bed.environment, check=True,
                                                            capture_output=True).stdout, range(_AT_ONCE)))
    sent = [entry for entry in server.requests("/ims/token/v3")[before:]
            if entry.get("client_id", "practice") == "practice"]
    return [
        Figure(f"token requests for {_AT_ONCE} callers at once", len(sent), bound=1),
        Figure("  different tokens they got", len(set(answers)), bound=1),
    ]


def _starting(programs: Path, bed: ScriptBed, spawner: Spawner) -> list[Figure]:
    """No app runs. The reference: a Qt program's window, and the keychain read by `secret-tool`."""
    ours, window, lookup = [], [], []
    for _ in range(_ACCOUNTS):
        bed.stop()
        time.sleep(0.2)
        ours.append(spawner.in_turn(1, bed.token)[0].usual_wall)
        window.append(spawner.in_turn(1, [str(programs / "framekey-bench-window"), "--once"])[0].usual_wall)
        lookup.append(spawner.in_turn(1, bed.lookup)[0].usual_wall)
    return [Figure("no app to a token / Qt program + secret-tool, ms", median(ours), median(window) + median(lookup),
                   1.5)]
