"""What the program says about itself, and how it refuses a command line that it can't follow."""

import os
import socket
import subprocess

import pytest

from harness.program import SAMPLES, Loa, find_program, run

COMMANDS = ["serve", "demo", "read", "administrator", "audit", "backup", "restore", "version"]
USAGE = 64
FAILED = 1
UNREADABLE = 2
SAMPLE = sorted(SAMPLES.glob("*.txt"))[0]


def test_help_names_every_command_with_a_sentence():
    done = run("help", check=True)
    lines = done.stdout.decode().splitlines()
    for command in COMMANDS:
        told = [line for line in lines if line.split()[:1] == [command]]
        assert told and len(told[0].split()) > 2, f"{command} has no sentence in:\n{done.stdout.decode()}"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_both_ways(command):
    long, short = run("help", command, check=True), run(command, "--help", check=True)
    assert long.stdout == short.stdout
    assert long.stdout.decode().startswith(f"Usage: loa {command}")
    assert long.stderr == b""


def test_serve_names_its_defaults():
    told = run("serve", "--help", check=True).stdout.decode()
    for word in ("--database", "--port", "--host", "--unix", "--data", "--trusted-proxy", "8080", "127.0.0.1"):
        assert word in told, f"{word} is not in:\n{told}"


@pytest.mark.parametrize("arguments", [
    [], ["dance"], ["read"], ["read", "a", "b"], ["read", "--colour", "a"], ["serve", "--port"], ["serve", "--port", "many"],
    ["serve", "--port", "70000"], ["serve", "--port", "-1"], ["serve", "--port", "1", "--port", "2"], ["backup"],
    ["serve", "extra"], ["version", "--json"], ["read", "--json=yes", "a"], ["help", "read", "extra"],
    ["remind", "--on", "2999-01-01"],
], ids=" ".join)
def test_a_wrong_command_line_is_told_on_stderr_and_ends_with_64(arguments):
    done = run(*arguments)
    assert done.returncode == USAGE
    assert done.stdout == b""
    assert b"loa help" in done.stderr


def test_version_is_one_line():
    done = run("version", check=True)
    assert done.stdout.decode().startswith("Loa ") and done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("address", [
    "nonsense", "mysql://localhost/loa", "sqlite:", "sqlite:/proc/nowhere/loa.sqlite",
    "postgres://127.0.0.1:1/nothing", "postgres://loa:geheim@127.0.0.1:1/nothing",
])
def test_a_database_that_cant_be_reached_is_told_in_a_sentence(address, tmp_path):
    done = run("serve", "--port", 0, "--data", tmp_path / "data", "--database", address)
    assert done.returncode in (FAILED, USAGE)
    said = done.stderr.decode()
    assert said.strip() and "Fatal error" not in said and "geheim" not in said
    assert b"listens" not in done.stdout


def test_a_used_port_is_told_and_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", port, "--data", tmp_path / "data", "--database", f"sqlite:{tmp_path}/a.sqlite")
    assert done.returncode == FAILED
    assert str(port) in done.stderr.decode() and b"listens" not in done.stdout


def with_streams(arguments, **streams):
    """Runs the program with streams of the test's; gives the exit status and what stderr took, if that is read."""
    done = subprocess.run([find_program(), *map(str, arguments)], stdin=subprocess.DEVNULL, timeout=120, **streams)
    return done.returncode, (done.stderr or b"").decode()


@pytest.mark.parametrize("arguments", [["help"], ["version"], ["read", SAMPLE], ["read", "--json", SAMPLE]])
def test_results_that_find_no_room_are_told(arguments):
    with open("/dev/full", "wb") as full:
        status, told = with_streams(arguments, stdout=full, stderr=subprocess.PIPE)
    assert status == FAILED and "couldn't be written" in told, told


def test_whoever_has_read_enough_may_leave():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        status, told = with_streams(["read", SAMPLE], stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert status == 0 and "Fatal" not in told


def test_nothing_hangs_on_a_stderr_that_takes_nothing(tmp_path):
    with open("/dev/full", "wb") as full:
        assert with_streams(["read", "/nowhere"], stdout=subprocess.PIPE, stderr=full)[0] == UNREADABLE
    loa = Loa("serve", database=f"sqlite:{tmp_path / 'loa.sqlite'}", data=tmp_path / "data", log="/dev/full")
    loa.start()
    assert loa.stop() == 0
