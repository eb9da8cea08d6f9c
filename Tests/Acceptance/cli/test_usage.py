"""What the program says about itself, and how it refuses a command line that it can't follow."""

import socket

import pytest

from harness.program import run

COMMANDS = ["serve", "demo", "read", "administrator", "audit", "backup", "restore", "version"]
USAGE = 64
FAILED = 1


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
    ["serve", "extra"], ["version", "--json"], ["read", "--json=yes", "a"],
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
