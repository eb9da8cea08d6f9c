"""The store of players in a real S3-compatible store: OpenStack Swift's, with boto3 as the other signer."""

import hashlib
import os
import shutil
import subprocess

import pytest
import requests
from harness.bucket import BUCKET, KEY, LISTED_AT_ONCE, READER_KEY, READER_SECRET, REGION, SECRET, Encrypted, Swift
from harness.newsroom import PICTURE, Newsroom, release
from harness.program import find_program, run
from harness.reader import Reader
from tuf.ngclient import Updater

PREFIX = "tinh/kho"
PLACE = f"s3://{BUCKET}/{PREFIX}"
# More than two pieces of what the server hands on at once.
LARGE = hashlib.sha256(b"large").digest() * 40_000


def name(picture):
    return f"objects/{hashlib.sha256(picture).hexdigest()}"


@pytest.fixture(scope="module")
def swift(tmp_path_factory):
    with Swift(tmp_path_factory.mktemp("swift")) as swift:
        swift.client().create_bucket(Bucket=BUCKET)
        yield swift


@pytest.fixture(scope="module")
def bucket(swift):
    """What boto3 finds in the bucket, by name, and puts there."""
    return swift.client()


@pytest.fixture(scope="module")
def room(prepared, swift, tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("bucket"), PLACE, swift.environment())
    room.begin(prepared)
    publish(room, LARGE, 4)
    return room


def publish(room, picture, version):
    content = release(version=version)
    content["renditions"][0] |= {"sha256": hashlib.sha256(picture).hexdigest(), "length": len(picture)}
    room.envelope(content, f"{version}.json", "An", "Bình")
    room.path("one.png").write_bytes(picture)
    return room.publish("--release", f"{version}.json", "--file", "one.png")


@pytest.fixture(scope="module")
def loa(room, launch, loa_bin):
    with launch(command="serve", options=["--objects", PLACE, "--objects-key", room.path("server.key")],
                environment=room.environment, database=f"sqlite:{room.path('loa.sqlite')}") as loa:
        yield loa


def updater(room, url, folder):
    for each in ("metadata", "targets"):
        (folder / each).mkdir(parents=True)
    shutil.copy(room.path("1.root.json"), folder / "metadata/root.json")
    return Updater(str(folder / "metadata"), f"{url}/metadata", str(folder / "targets"), f"{url}/targets", bootstrap=None)


def keys(client, prefix):
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
    return [entry["Key"] for page in pages for entry in page.get("Contents", [])]


def address(room, loa, picture):
    """Where the server hands the picture out."""
    digest = hashlib.sha256(picture).hexdigest()
    return f"{loa.url}/objects/targets/objects/{digest}.{digest}"


def test_python_tuf_refreshes_and_downloads_from_a_server_with_a_bucket(room, loa, tmp_path):
    client = updater(room, f"{loa.url}/objects", tmp_path)
    client.refresh()
    for picture in (PICTURE, LARGE):
        with open(client.download_target(client.get_targetinfo(name(picture))), "rb") as file:
            assert file.read() == picture
    assert client.get_targetinfo("objects/nothing") is None


def test_boto3_reads_what_we_wrote(room, bucket):
    written = keys(bucket, f"{PREFIX}/")
    assert f"{PREFIX}/metadata/timestamp.json" in written and f"{PREFIX}/metadata/1.root.json" in written
    # All below the prefix, and more than one page of a list.
    assert len(written) > LISTED_AT_ONCE and keys(bucket, "") == written
    for key in written:
        if "/objects/" in key:
            found = bucket.get_object(Bucket=BUCKET, Key=key)
            assert hashlib.sha256(found["Body"].read()).hexdigest() == key.rsplit("/", 1)[1].split(".")[0]
            assert found["ContentType"] == ("application/json" if key.endswith(".json") else "application/octet-stream")


def test_we_read_what_boto3_wrote(room, bucket):
    written = keys(bucket, f"{PREFIX}/")
    # What leads to the picture: of 256 bins those of three names (TAP 15).
    names = [name(PICTURE)]
    for digest in (key.rsplit("-", 1)[1] for key in written if ".release-" in key):
        names += [f"objects/release-{digest}", f"objects/withdrawal-{digest}"]
    bins = {f".objects-{hashlib.sha256(each.encode()).hexdigest()[:2]}.json" for each in names}
    for key in written:
        if ".objects-" not in key or any(key.endswith(each) for each in bins):
            body = bucket.get_object(Bucket=BUCKET, Key=key)["Body"].read()
            bucket.put_object(Bucket=BUCKET, Key=key.replace(PREFIX, "copy", 1), Body=body)
    words = ["verify", "picture.png", "--root", "1.root.json", "--objects", f"s3://{BUCKET}/copy/"]
    told = run(*words, cwd=room.folder, environment=room.environment)
    assert told.returncode == 0 and b"byte for byte" in told.stdout, told
    for key in keys(bucket, "copy/"):
        bucket.delete_object(Bucket=BUCKET, Key=key)
    gone = run(*words, cwd=room.folder, environment=room.environment)
    assert gone.returncode == 1, gone


def test_answers_are_those_of_a_folder(room, loa):
    fresh = requests.get(f"{loa.url}/objects/metadata/timestamp.json")
    assert fresh.headers["Cache-Control"] == "public, max-age=5"
    root = requests.get(f"{loa.url}/objects/metadata/1.root.json")
    assert root.content == room.path("1.root.json").read_bytes() and "immutable" in root.headers["Cache-Control"]
    whole = requests.get(address(room, loa, LARGE))
    assert whole.content == LARGE and "immutable" in whole.headers["Cache-Control"]
    assert whole.headers["Content-Length"] == str(len(LARGE)) and whole.headers["Accept-Ranges"] == "bytes"
    for answer in (fresh, root, whole):
        again = requests.get(answer.url, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304 and not again.content and again.headers["ETag"] == answer.headers["ETag"]
        other = requests.get(answer.url, headers={"If-Match": '"another"'})
        assert other.status_code == 412
        head = requests.head(answer.url)
        assert head.headers["Content-Length"] == str(len(answer.content)) and not head.content
    assert "Last-Modified" in whole.headers


@pytest.mark.parametrize("words, first, last", [
    ("bytes=0-0", 0, 0), ("bytes=524287-524288", 524287, 524288), ("bytes=1000-1200000", 1000, 1_200_000),
    ("bytes=-5", len(LARGE) - 5, len(LARGE) - 1), (f"bytes={len(LARGE) - 1}-", len(LARGE) - 1, len(LARGE) - 1),
])
def test_ranges(room, loa, words, first, last):
    part = requests.get(address(room, loa, LARGE), headers={"Range": words})
    assert part.status_code == 206 and part.content == LARGE[first:last + 1]
    assert part.headers["Content-Range"] == f"bytes {first}-{last}/{len(LARGE)}"


def test_no_range_behind_the_end(room, loa):
    beyond = requests.get(address(room, loa, LARGE), headers={"Range": f"bytes={len(LARGE)}-"})
    assert beyond.status_code == 416 and beyond.headers["Content-Range"] == f"bytes */{len(LARGE)}"
    assert "immutable" not in beyond.headers.get("Cache-Control", "") and "ETag" not in beyond.headers
    small = requests.get(f"{loa.url}/objects/metadata/1.root.json", headers={"Range": "bytes=1-3"})
    assert small.status_code == 206 and small.content == room.path("1.root.json").read_bytes()[1:4]


@pytest.mark.parametrize("path", [
    "metadata/99.root.json", "targets/objects/nothing", "metadata/..%2f1.root.json", "metadata/.lock", "metadata/",
    "targets/objects/a%2fb", "",
])
def test_nothing_else_is_served(loa, path):
    assert requests.get(f"{loa.url}/objects/{path}").status_code in (400, 404)


def test_what_is_there_already_is_not_published_again(room):
    assert "there already" in room.publish("--release", "release.json", "--file", "picture.png")


def test_the_ledger_is_compared_with_the_bucket_s_timestamp(room):
    done = run("audit", "--database", f"sqlite:{room.path('loa.sqlite')}", "--objects", PLACE, "--root", "1.root.json",
               cwd=room.folder, environment=room.environment)
    assert done.returncode == 0 and b"timestamp says" in done.stdout, done


def test_garbage_goes_and_nothing_else(swift, room, bucket):
    before = keys(bucket, "")
    old, young, strange = (f"{PREFIX}/targets/objects/{word}.old" for word in ("a", "b", "not ours"))
    beside = "tinh/kho-2/targets/objects/a.old"
    for key, days in ((old, 3), (young, 0), (strange, 3), (beside, 3)):
        swift.put_old(key, "left behind", days)
    words = ["collect", "--objects", PLACE, "--database", f"sqlite:{room.path('loa.sqlite')}"]
    told = run(*words, "--dry-run", environment=room.environment)
    assert told.returncode == 0 and told.stdout.decode() == (
        "targets/objects/a.old (11 bytes)\nWould delete 1 files, 11 bytes.\n"), told
    assert old in keys(bucket, "")
    assert run(*words, environment=room.environment).returncode == 0
    assert keys(bucket, "") == sorted([*before, young, strange, beside])
    for key in (young, strange, beside):
        bucket.delete_object(Bucket=BUCKET, Key=key)


@pytest.mark.parametrize("change, code, words", [
    ({"LOA_S3_SECRET": "wrong"}, 1, "the secret doesn't go with it"),
    ({"LOA_S3_KEY": "loa:nobody"}, 1, "doesn't know the key"),
    ({"LOA_S3_KEY": READER_KEY, "LOA_S3_SECRET": READER_SECRET}, 1, "the key may not do that"),
    ({"LOA_S3_ENDPOINT": "http://127.0.0.1:9"}, 1, "can't be reached"),
    ({"LOA_S3_ENDPOINT": "http://s3.example.vn"}, 64, "--s3-plain-http"),
    ({"LOA_S3_ENDPOINT": ""}, 64, "--s3-endpoint"),
    ({"LOA_S3_ENDPOINT": "ftp://127.0.0.1"}, 64, "--s3-endpoint"),
    ({"LOA_S3_SECRET": ""}, 64, "$LOA_S3_SECRET"),
    ({"LOA_S3_REGION": "a b"}, 64, "--s3-region"),
], ids=lambda value: ",".join(f"{name}={text}" for name, text in value.items()) if isinstance(value, dict) else None)
def test_what_is_wrong_with_a_bucket_is_said_in_plain_words(room, change, code, words):
    done = run("publish", "--objects", PLACE, "--objects-key", room.path("server.key"), "--database",
               f"sqlite:{room.path('loa.sqlite')}", environment={**room.environment, **change})
    told = (done.stdout + done.stderr).decode()
    assert done.returncode == code and words in told, told
    assert SECRET not in told and READER_SECRET not in told and "Signature=" not in told


@pytest.mark.parametrize("place, code, words", [
    ("s3://no-such-bucket", 1, "there is no such bucket"), ("s3://", 64, "s3://BUCKET/PREFIX"),
    ("s3://a/../b", 64, "s3://BUCKET/PREFIX"), ("s3://a//b", 64, "s3://BUCKET/PREFIX"), ("s3://a/b?x", 64, "s3://BUCKET/PREFIX"),
])
def test_so_is_what_is_wrong_with_its_name(room, place, code, words):
    done = run("publish", "--objects", place, "--objects-key", room.path("server.key"), "--database",
               f"sqlite:{room.path('loa.sqlite')}", environment=room.environment)
    assert done.returncode == code and words in done.stderr.decode(), done


def test_the_key_may_stand_in_a_file(room, tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n{SECRET}\n")
    words = ["verify", "picture.png", "--root", "1.root.json", "--objects", PLACE, "--s3-endpoint",
             room.environment["LOA_S3_ENDPOINT"], "--s3-region", REGION, "--s3-key-file", tmp_path / "key"]
    assert run(*words, cwd=room.folder).returncode == 0
    (tmp_path / "key").write_text(f"{KEY}\n")
    assert run(*words, cwd=room.folder).returncode == 64


def test_a_clock_that_goes_wrong_is_named(room):
    done = subprocess.run(
        ["faketime", "-f", "+3h", str(find_program()), "verify", "picture.png", "--root", "1.root.json", "--objects", PLACE],
        cwd=room.folder, env={**os.environ, **room.environment}, capture_output=True, text=True, timeout=240)
    assert done.returncode == 1 and "clock and its own differ too much" in done.stderr, done


def test_a_service_shows_a_certificate_that_is_trusted_or_is_not_asked(swift, room, tmp_path):
    with Encrypted(swift, tmp_path) as front:
        words = ["verify", "picture.png", "--root", "1.root.json", "--objects", PLACE, "--s3-endpoint", front.endpoint]
        stranger = run(*words, cwd=room.folder, environment=room.environment)
        assert stranger.returncode == 1 and b"no certificate that is trusted" in stranger.stderr, stranger
        assert front.heard == 0
        told = run(*words, "--s3-authorities", front.authorities, cwd=room.folder, environment=room.environment)
        assert told.returncode == 0 and front.heard > 0, told


def test_a_reader_is_never_disturbed_by_publications(room, loa, tmp_path):
    reader = Reader(room.path("1.root.json"), f"{loa.url}/objects", tmp_path)
    for version in range(20, 22):
        publish(room, PICTURE + str(version).encode(), version)
    assert reader.stop() > 3


def test_a_store_that_is_down_is_said_to_be_so_and_is_served_again_when_it_is_up(swift, room, loa):
    url = address(room, loa, PICTURE)
    assert requests.get(url).content == PICTURE
    with swift.without("proxy"):
        down = requests.get(url)
        assert down.status_code == 503 and down.headers["Retry-After"] == "10"
        assert down.headers["Cache-Control"] == "no-store" and "127.0.0.1" not in down.text
        # All else goes on.
        assert requests.get(f"{loa.url}/healthz").status_code == 200
        other = run("serve", "--port", "0", "--objects", PLACE, "--database", f"sqlite:{room.path('loa.sqlite')}",
                    environment=room.environment)
        assert other.returncode == 1 and b"can't be reached" in other.stderr, other
    assert requests.get(url).content == PICTURE
