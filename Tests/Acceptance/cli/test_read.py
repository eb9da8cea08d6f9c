"""`loa read`: the outline for people, JSON for programs, and an exit code that says whether it could be read."""

import json
import os
import threading

import jsonschema
import pytest

from harness.program import ROOT, SAMPLES, run

SCHEMA = json.loads((ROOT / "docs" / "plan.schema.json").read_text(encoding="utf-8"))
PLANS = sorted(SAMPLES.glob("*.txt"))
UNREADABLE = 2


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_json_has_the_schemas_form_and_nothing_stands_beside_it(plan):
    done = run("read", plan, "--json", check=True)
    read = json.loads(done.stdout.decode("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(read)
    assert set(read) == set(SCHEMA["properties"]), "no key beside the schema's"
    assert read["title"] and read["tasks"]


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_the_outline_tells_who_does_what_by_when(plan):
    read = json.loads(run("read", plan, "--json", check=True).stdout)
    told = run("read", plan, check=True).stdout.decode("utf-8")
    flat = " ".join(told.split())
    assert " ".join(read["title"].split())[:30].lower() in flat.lower()
    leads = {name for task in read["tasks"] for name in task["lead"]}
    # A column may cut a long name, never its beginning.
    missing = [name for name in leads if name[:12] not in flat]
    assert missing == []


def test_warnings_name_agencies_that_no_longer_exist_and_times_before_the_plan():
    told = run("read", SAMPLES / "kon-tum-2025-external.txt", check=True).stdout.decode("utf-8").lower()
    # The plan of 2025 asks for a report by 31 July 2024.
    assert "2024" in told and ("cảnh báo" in told or "warning" in told)


def test_five_plans_are_read_alike_every_time():
    first = [run("read", plan, "--json", check=True).stdout for plan in PLANS]
    assert first == [run("read", plan, "--json", check=True).stdout for plan in PLANS]


def unreadable(folder, name):
    path = folder / name
    contents = {
        "empty.txt": b"", "spaces.txt": b" \n\t\n " * 50, "noise.txt": os.urandom(4096), "nul.txt": b"K\0 ho\0ch" * 100,
        "shopping.txt": "Mua gạo, mua muối, mua nước mắm.\n".encode(), "broken.docx": b"PK\x03\x04" + os.urandom(300),
        "broken.pdf": b"%PDF-1.7\nnothing of the sort\n", "program.exe": b"MZ" + os.urandom(2000),
    }
    path.write_bytes(contents[name])
    return path


@pytest.mark.parametrize("name", [
    "empty.txt", "spaces.txt", "noise.txt", "nul.txt", "shopping.txt", "broken.docx", "broken.pdf", "program.exe",
])
@pytest.mark.parametrize("options", [[], ["--json"]], ids=["outline", "json"])
def test_what_is_no_official_document_ends_with_2_and_a_reason(name, options, tmp_path):
    path = unreadable(tmp_path, name)
    done = run("read", path, *options)
    assert done.returncode == UNREADABLE, done.stderr.decode(errors="replace")
    assert done.stdout == b""
    said = done.stderr.decode("utf-8")
    assert len(said.split()) >= 4 and "Fatal error" not in said


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    missing, folder = run("read", tmp_path / "nothing.txt"), run("read", tmp_path)
    assert missing.returncode == folder.returncode == UNREADABLE
    assert missing.stderr.startswith(b"loa read: ") and folder.stderr.startswith(b"loa read: ")
    assert missing.stdout == folder.stdout == b""
    assert missing.stderr != folder.stderr


def test_a_plan_comes_by_standard_input_too():
    plan = SAMPLES / "lao-cai-2023-border.txt"
    assert run("read", "-", "--json", stdin=plan.read_bytes()).stdout == run("read", plan, "--json").stdout


def test_reasons_differ_so_that_one_knows_what_to_do(tmp_path):
    said = {name: run("read", unreadable(tmp_path, name)).stderr for name in ("empty.txt", "nul.txt", "shopping.txt")}
    assert len(set(said.values())) == 3, said


def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "locked.txt"
    path.write_text("Thư của ai đó")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # The superuser reads it all the same: then it must be refused for what it holds.
        assert run("read", path).returncode == UNREADABLE
    else:
        done = run("read", path)
        assert done.returncode in (1, UNREADABLE) and done.stderr.strip()


def test_names_of_files_are_data(tmp_path):
    source = (SAMPLES / "lao-cai-2023-border.txt").read_bytes()
    for name in ("kế hoạch số 1.txt", "a b;$(touch hacked).txt", "-json.txt", "%s%n.txt", "dòng\nhai.txt"):
        (tmp_path / name).write_bytes(source)
        done = run("read", "--json", "--", name, cwd=tmp_path)
        assert done.returncode == 0, (name, done.stderr.decode(errors="replace"))
        assert json.loads(done.stdout)["tasks"]
    assert not (tmp_path / "hacked").exists()


def test_the_secrecy_mark_is_refused_on_the_command_line_too(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text("TỐI MẬT\n\n" + (SAMPLES / "lao-cai-2023-border.txt").read_text(encoding="utf-8"), encoding="utf-8")
    done = run("read", path, "--json")
    assert done.returncode == UNREADABLE and done.stdout == b""


def test_telephone_numbers_of_persons_are_masked_in_the_outline():
    read = json.loads(run("read", SAMPLES / "kong-chro-2023-external.txt", "--json", check=True).stdout)
    numbers = ["".join(filter(str.isdigit, contact["phone"])) for contact in read["contacts"] if contact["phone"]]
    assert numbers, "the sample holds telephone numbers"
    told = run("read", SAMPLES / "kong-chro-2023-external.txt", check=True).stdout.decode("utf-8")
    digits = "".join(filter(str.isdigit, told))
    assert [number for number in numbers if number in digits] == []


def test_links_and_pipes_are_read_as_what_they_lead_to(tmp_path):
    plain = run("read", "--json", PLANS[0], check=True).stdout
    link = tmp_path / "link.txt"
    link.symlink_to(PLANS[0])
    assert run("read", "--json", link, check=True).stdout == plain
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(PLANS[0].read_bytes()), daemon=True)
    writer.start()
    assert run("read", "--json", pipe, check=True).stdout == plain
