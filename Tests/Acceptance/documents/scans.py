"""Makes what a scanner and a telephone would make of printed pages: skewed, noisy, blurred, compressed."""

import pathlib
import re
import subprocess

# Debian's own name: `convert` may be another program on the path.
MAGICK = "/usr/bin/convert-im6.q16"


def pages(pdf, folder, dots):
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", str(pdf), str(folder / "page")], check=True)
    return sorted(folder.glob("page*.pgm"))


def worn(page, number, target, *, angle, noise, blur, quality, extra=()):
    """One page as it comes out of the machine; the seed makes every run the same."""
    subprocess.run(
        [MAGICK, str(page), *extra, "-background", "white", "-rotate", str(angle if number % 2 else -angle), "+repage",
         "-seed", str(number), "-attenuate", str(noise), "+noise", "Gaussian", "-blur", "0x%s" % blur,
         "-colorspace", "Gray", "-quality", str(quality), str(target)],
        check=True,
    )
    return target


def size(jpeg):
    """Width and height out of a JPEG's frame header."""
    data = pathlib.Path(jpeg).read_bytes()
    at = 2
    while data[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(data[at + 2: at + 4], "big")
    return int.from_bytes(data[at + 7: at + 9], "big"), int.from_bytes(data[at + 5: at + 7], "big")


def pdf_of_pictures(jpegs, target, dots):
    """A PDF with one picture a page and no text, as office scanners write it."""
    objects, kids = [], []
    for index, jpeg in enumerate(jpegs):
        first = 3 + 3 * index
        width, height = size(jpeg)
        data = pathlib.Path(jpeg).read_bytes()
        points = (width * 72 / dots, height * 72 / dots)
        content = b"q %.2f 0 0 %.2f 0 0 cm /Im Do Q" % points
        kids.append(b"%d 0 R" % first)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</Im %d 0 R>>>>>>"
            % (*points, first + 1, first + 2),
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
            b"/Length %d>>stream\n%s\nendstream" % (width, height, len(data), data),
        ]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids)),
    ] + objects
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    pathlib.Path(target).write_bytes(out)


def scan(pdf, folder, target):
    """An office scanner at 200 dpi."""
    jpegs = [
        worn(page, number, folder / ("scan%03d.jpg" % number), angle=0.7, noise=0.25, blur=0.5, quality=60)
        for number, page in enumerate(pages(pdf, folder, 200))
    ]
    pdf_of_pictures(jpegs, target, 200)


def photographs(pdf, folder, target):
    """A telephone held over the sheets: perspective, uneven light, more noise; all pages in one TIFF."""
    shots = []
    for number, page in enumerate(pages(pdf, folder, 250)):
        width, height = map(int, re.findall(rb"\d+", page.read_bytes()[:40])[1:3])
        tilt = "0,0 %d,%d  %d,0 %d,0  0,%d 0,%d  %d,%d %d,%d" % (
            width * 0.02, height * 0.01, width, width * 0.985, height, height, width, height, width, height * 0.99)
        light = ["(", "-size", "%dx%d" % (width, height), "gradient:white-gray75", ")", "-compose", "multiply", "-composite"]
        shots.append(worn(page, number, folder / ("shot%03d.jpg" % number), angle=1.2, noise=0.3, blur=0.7, quality=70,
                          extra=["-virtual-pixel", "white", "-distort", "Perspective", tilt, *light]))
    subprocess.run([MAGICK, *map(str, shots), "-compress", "JPEG", "-quality", "80", str(target)], check=True)
