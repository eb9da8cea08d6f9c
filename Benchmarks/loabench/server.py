"""The server: plan page and task list, beside nginx with the same bytes and Django with the same data."""

from statistics import median

from . import django, loa, nginx
from .load import CONNECTIONS, requests_per_second
from .processes import resident_mib, stop
from .tables import middle, print_table, verdict

AIM_OF_LIMIT = 0.5
AIM_OF_PEER = 10


def measure(folder, rounds, seconds):
    server, cookie, addresses, pages = loa.start(folder)
    try:
        static, static_addresses = nginx.start(folder, {f"{name}.html": content for name, content in pages.items()})
        peer, peer_cookie, peer_addresses, peer_pages = django.start(folder)
        contestants = {
            "loa": (addresses, cookie),
            "nginx": ({name: static_addresses[f"{name}.html"] for name in pages}, None),
            "django": (peer_addresses, peer_cookie),
        }
        figures = run(contestants, list(pages), rounds, seconds)
        report(figures, pages, peer_pages, rounds, seconds)
        print_table("Resident memory after the load, MiB", ["server", "MiB"], [
            ["loa", f"{resident_mib(server.process):.0f}"],
            ["nginx", f"{resident_mib(static):.0f}"],
            ["django", f"{resident_mib(peer):.0f}"],
        ])
        stop(peer)
        stop(static)
    finally:
        server.stop()


def run(contestants, names, rounds, seconds):
    """{(page, connections, contestant): [requests per second]}, interleaved so that drift hits all alike."""
    figures = {}
    for name in names:
        for addresses, cookie in contestants.values():
            requests_per_second(addresses[name], 4, 1, cookie)
    for _ in range(rounds):
        for name in names:
            for connections in CONNECTIONS:
                for who, (addresses, cookie) in contestants.items():
                    speed = requests_per_second(addresses[name], connections, seconds, cookie)
                    figures.setdefault((name, connections, who), []).append(speed)
    return figures


def report(figures, pages, peer_pages, rounds, seconds):
    rows, to_limit, to_peer = [], [], []
    for name in pages:
        for connections in CONNECTIONS:
            mine, limit, peer = (figures[name, connections, who] for who in ("loa", "nginx", "django"))
            to_limit.append(median(mine) / median(limit))
            to_peer.append(median(mine) / median(peer))
            rows.append([
                name, connections, middle(mine), middle(limit), middle(peer), f"{to_limit[-1]:.2f}", f"{to_peer[-1]:.1f}",
            ])
    print_table(
        f"Server, requests a second through a session (medians of {rounds} rounds of {seconds} s, least … most)",
        ["page", "connections", "loa", "nginx, same bytes", "django", "loa/nginx", "loa/django"], rows,
    )
    for name in pages:
        print(f"  {name}: {len(pages[name])} bytes from loa and nginx, {len(peer_pages[name])} from django")
    print(f"  least of the limit: {verdict(min(to_limit), AIM_OF_LIMIT)}")
    print(f"  least of the peer:  {verdict(min(to_peer), AIM_OF_PEER)}")
