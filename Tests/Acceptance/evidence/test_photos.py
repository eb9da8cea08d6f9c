"""Photos tell what their files say of place and time, as another program wrote it."""

import io

import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from harness import databases

from . import work


def photo(exif):
    file = io.BytesIO()
    Image.effect_noise((320, 240), 80).convert("RGB").save(file, "JPEG", exif=exif)
    return file.getvalue()


def placed():
    exif = Image.Exif()
    exif[ExifTags.IFD.Exif] = {ExifTags.Base.DateTimeOriginal: "2026:11:20 08:15:30"}
    exif[ExifTags.IFD.GPSInfo] = {
        ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (14.0, 21.0, 0.43),
        ExifTags.GPS.GPSLongitudeRef: "E", ExifTags.GPS.GPSLongitude: (108.0, 0.0, 4.43),
        ExifTags.GPS.GPSHPositioningError: IFDRational(47, 10),
    }
    return photo(exif)


def broken():
    """Offsets that lead to themselves and beyond the file."""
    whole = bytearray(placed())
    start = whole.index(b"Exif\0\0") + 6
    length = int.from_bytes(whole[start - 8:start - 6]) - 8
    for at in range(start + 8, start + length - 4, 4):
        whole[at:at + 4] = b"\x00\x00\x00\x08" if at % 8 else b"\xff\xff\xff\xff"
    return bytes(whole)


@pytest.mark.parametrize("kind", databases.KINDS)
def test_place_and_time_stand_beside_the_photo_or_that_they_are_not_in_it(launch, visitor, loa_bin, kind):
    with launch(kind) as loa:
        person, link = work.new_task(loa, visitor, "882")
        for name, data in (("co.jpg", placed()), ("khong.jpg", photo(Image.Exif())), ("hong.jpg", broken())):
            form = next(one for one in person.get(link).forms(action="/evidence") if "spot" in dict(one.values))
            done = form.submit(
                {"attest": "yes", "spot": "Chợ"}, files=[(name, data, "image/jpeg")], button=("do", "photo"))
            assert done.status == 200 and name in done.words("#evidence"), done.words("main")[:500]
        there, absent, damaged = work.evidence(person.get(link))
        assert "Giờ chụp theo tệp ảnh: 20/11/2026 08:15" in there, there
        assert "14,35012° Bắc; 108,00123° Đông (sai số khoảng 5 m)" in there, there
        for words in (absent, damaged):
            assert words.count("không có trong ảnh") == 2 and "°" not in words, words
