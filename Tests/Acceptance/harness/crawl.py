"""Follows every link of the site that a visitor is shown."""

from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

# Exports and files are read by tests of their own; the language switch would change every later page.
LEAVE = ("/file", ".csv", ".xlsx", "/events", "/language/", "/assets/")


def crawl(visitor, start="/", limit=100):
    """Yields each HTML page that links lead to, each path with each set of query names once."""
    seen, waiting = set(), deque([start])
    count = 0
    while waiting and count < limit:
        address = urldefrag(urljoin(visitor.url + "/", waiting.popleft()))[0]
        parts = urlsplit(address)
        key = (shape(parts.path), tuple(sorted(pair.split("=")[0] for pair in parts.query.split("&"))))
        if not address.startswith(visitor.url) or key in seen or any(part in parts.path for part in LEAVE):
            continue
        seen.add(key)
        page = visitor.get(address)
        assert page.status < 500, f"{address}: {page.status}"
        if page.tree is None:
            continue
        count += 1
        yield page
        waiting.extend(link.get("href") for link in page.find("a[href]"))


def shape(path):
    """The path with identifiers made equal: one plan page of a kind is enough."""
    parts = path.strip("/").split("/")
    if len(parts) > 1 and parts[0] in ("plans", "tasks", "accounts", "upload") and parts[1] != "new":
        parts[1] = "*"
    # Each agency has a page for each of its weeks.
    if len(parts) == 3 and parts[0] == "overview" and parts[1] != "lists":
        parts[1:] = ["*", "*"]
    return "/".join(parts)
