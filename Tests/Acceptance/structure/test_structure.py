"""What the compiler can't hold: which room imports which, and words that need a reason beside them."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# The floors of docs/architecture.md: a room imports only from lower numbers. Rooms that share a floor of the
# building are told apart by decimals where one stands on the other (Operations on Store on Domain).
FLOORS = {
    "Locks": 0.5,
    "SQL": 1, "HTTP": 1, "Markup": 1, "Vietnamese": 1, "Curl": 1,
    "SQLite": 1.5, "Postgres": 1.5, "HTTPEngine": 1.5, "Download": 1.5, "Mail": 1.5,
    "PlanReader": 2, "Documents": 2, "Trust": 2,
    "Domain": 3, "Store": 3.1, "Operations": 3.2,
    "Site": 4,
    "loa": 5, "loa-player": 5,
}
PROGRAMS = {"loa", "loa-player"}
DRIVERS = {"SQLite", "Postgres", "HTTPEngine", "Download", "Mail"}
# Each C library is wrapped once; what libcurl is asked for is named in its own words.
WRAPPER = {
    "CSQLite": {"SQLite"}, "CPostgres": {"Postgres"}, "CEpoll": {"HTTPEngine"}, "CZlib": {"HTTPEngine"},
    "CXlsxWriter": {"Documents"}, "CCurl": {"Curl", "Download", "Mail"}, "CCrypto": {"Trust"}, "CArgon2": {"Trust"},
}
ONLY = {"Domain": {"Foundation"}}
NEVER = {"Site": {"SQL"}, "PlanReader": {"Dispatch", "FoundationNetworking"}}

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|typealias|let|var)\s+)?(\w+)"
)


def sources(folder):
    return sorted(path for path in (ROOT / folder).rglob("*.swift") if path.is_file())


def rooms():
    return sorted(path.name for path in (ROOT / "Sources").iterdir() if path.is_dir())


def swift_rooms():
    return [room for room in rooms() if sources(f"Sources/{room}")]


def imports(folder):
    """(file:line, module) for every import below the folder."""
    for path in sources(folder):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = IMPORT.match(line)
            if found:
                yield f"{path.relative_to(ROOT)}:{number}", found[1]


def without_comment(line):
    return re.sub(r"//.*", "", line)


def test_every_room_has_a_floor():
    unknown = [room for room in swift_rooms() if room not in FLOORS and room not in WRAPPER]
    assert unknown == [], "name the floor of each room here and in docs/architecture.md"


@pytest.mark.parametrize("room", swift_rooms())
def test_a_room_imports_only_from_the_floors_below(room):
    wrong = []
    for place, module in imports(f"Sources/{room}"):
        if module in FLOORS and not FLOORS[module] < FLOORS.get(room, 0):
            wrong.append(f"{place} imports {module}, which isn't below {room}")
        if module in DRIVERS and room not in PROGRAMS:
            wrong.append(f"{place} imports the engine {module}: only programs choose engines")
        if module in WRAPPER and room not in WRAPPER[module]:
            wrong.append(f"{place} imports {module}, which only {sorted(WRAPPER[module])} wraps")
        if room in ONLY and module not in ONLY[room]:
            wrong.append(f"{place} imports {module}: {room} needs only {sorted(ONLY[room])}")
        if module in NEVER.get(room, ()):
            wrong.append(f"{place} imports {module}, which {room} must not see")
    assert wrong == []


def test_only_test_support_and_the_engines_own_tests_import_engines():
    allowed = {
        "TestSupport": {"SQLite", "Postgres"}, "SQLTests": {"SQLite", "Postgres"}, "HTTPEngineTests": {"HTTPEngine"},
        "DownloadTests": {"Download"}, "MailTests": {"Mail"},
    }
    wrong = [
        f"{place} imports {module}"
        for target in sorted(path.name for path in (ROOT / "Tests").iterdir() if path.is_dir())
        for place, module in imports(f"Tests/{target}")
        if module in DRIVERS and module not in allowed.get(target, ())
    ]
    assert wrong == []


def test_the_domain_is_told_the_time():
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources("Sources/Domain")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\bDate\(\)|\bDate\.now\b|\bDate\(timeIntervalSinceNow|Clock\(\)", without_comment(line))
    ]
    assert wrong == [], "take the instant as an argument"


def test_only_programs_print():
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for room in swift_rooms() if room not in PROGRAMS
        for path in sources(f"Sources/{room}")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"(?<![\w.])(?:debugPrint|print|dump)\(", without_comment(line))
    ]
    assert wrong == []


NEEDS_A_REASON = re.compile(r"@unchecked\b|nonisolated\(unsafe\)|\btry!|@safe\b|@unsafe\b|unsafeBitCast|assumingMemoryBound")


def has_reason(lines, index):
    """A comment on the line itself, or directly above the declaration that the line belongs to."""
    if "//" in lines[index]:
        return True
    above = index - 1
    while above >= 0 and re.match(r"\s*@\w+(\(.*\))?\s*$", lines[above]):
        above -= 1
    # A declaration broken over two lines has its comment above the first.
    return any("//" in lines[i] for i in range(max(0, above - 1), above + 1))


def test_words_that_switch_checks_off_stand_beside_their_reason():
    wrong = []
    for path in sources("Sources"):
        lines = path.read_text(encoding="utf-8").splitlines()
        wrong += [
            f"{path.relative_to(ROOT)}:{index + 1} {line.strip()}"
            for index, line in enumerate(lines)
            if NEEDS_A_REASON.search(without_comment(line)) and not has_reason(lines, index)
        ]
    assert wrong == [], "say in a comment why it holds"


def test_unsafe_expressions_stay_in_the_wrappers_of_c_libraries():
    wrappers = {"Locks", "SQLite", "Postgres", "HTTPEngine", "Curl", "Download", "Mail", "Documents", "Trust"}
    wrong = []
    for room in swift_rooms():
        if room in wrappers:
            continue
        for path in sources(f"Sources/{room}"):
            lines = path.read_text(encoding="utf-8").splitlines()
            wrong += [
                f"{path.relative_to(ROOT)}:{index + 1}"
                for index, line in enumerate(lines)
                if re.search(r"(?<!\()\bunsafe\s+\w|\bwithUnsafe\w*|\bUnsafe\w*Pointer", without_comment(line))
                and not has_reason(lines, index)
            ]
    assert wrong == [], "say in a comment why it holds, or move it to a wrapper"


# Images that the README shows; documents and databases that tests read.
BINARY_HOMES = ("docs/images/", "Tests/", "Fuzz/HTTPParser/seeds/")


def test_nothing_binary_is_committed_outside_its_home():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    wrong = []
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if path.name in (".DS_Store", "Thumbs.db") or path.suffix in (".o", ".a", ".so", ".pyc", ".profraw"):
            wrong.append(name)
        elif path.is_file() and not name.startswith(BINARY_HOMES) and b"\0" in path.read_bytes()[:8192]:
            wrong.append(name)
    assert wrong == []


def test_committed_files_are_small():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    large = [
        name for name in filter(None, listed.decode().split("\0"))
        if (ROOT / name).is_file() and (ROOT / name).stat().st_size > 2_000_000
    ]
    assert large == []
