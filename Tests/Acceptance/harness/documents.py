"""Documents that tests bring: honest ones in several formats, and hostile ones."""

import importlib.util
import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
from PIL import Image

from .program import SAMPLES

LAO_CAI = SAMPLES / "lao-cai-2023-border.txt"
KONG_CHRO = SAMPLES / "kong-chro-2023-external.txt"
KON_TUM = SAMPLES / "kon-tum-2025-external.txt"


def text(sample=LAO_CAI):
    return sample.read_text(encoding="utf-8")


def numbered(number, sample=LAO_CAI, mark=None):
    """The sample with another number, so that it counts as another plan; `mark` becomes words of its first task."""
    changed = re.sub(r"(Số\s*:\s*)\d*", rf"\g<1>{number}", text(sample), count=1)
    return changed if mark is None else changed + f"\n\n{mark}\n"


def plan(tasks, number="77", title="THÔNG TIN ĐỐI NGOẠI NĂM 2026", words="Tuyên truyền về công tác thông tin đối ngoại"):
    """A plain plan whose second part has so many tasks, each with a lead and a time."""
    head = (
        "UBND TỈNH KON TUM\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\n\nSố: {number}/KH-STTTT\n\nKon Tum, ngày 12 tháng 01 năm 2026\n\n"
        f"KẾ HOẠCH\n{title}\n\nCăn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ;\n\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao hiệu quả công tác thông tin đối ngoại.\n\n"
        "II. NHIỆM VỤ\n"
    )
    body = "".join(
        f"{i}. {words} lần {i}.\n- Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch.\n"
        f"- Cơ quan phối hợp: Báo Kon Tum; Đài Phát thanh và Truyền hình tỉnh.\n- Thời gian thực hiện: Quý {'I' * (1 + i % 3)}/2026.\n"
        for i in range(1, tasks + 1)
    )
    return head + body + "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn An\n"


def docx_of(content):
    document = docx.Document()
    for line in content.splitlines():
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def pdf_of(content, folder):
    """Prints a text through LibreOffice, as an office does."""
    folder = Path(folder)
    source = folder / "printed.docx"
    source.write_bytes(docx_of(content))
    return converted(source, "pdf", folder)


def official_docx(number, folder):
    """A whole plan laid out as its office typed it: letterhead in two columns, title, paragraphs, signature."""
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\n"
        f"Số: {number}/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Kon Tum, ngày 14 tháng 01 năm 2025\n\n"
    )
    content = text(KON_TUM)
    path = Path(__file__).parents[1] / "documents" / "official_document.py"
    spec = importlib.util.spec_from_file_location("official_document", path)
    layout = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(layout)
    source = Path(folder) / "official.fodt"
    source.write_text(layout.fodt(head + content[content.index("KẾ HOẠCH"):]), encoding="utf-8")
    return converted(source, "docx", Path(folder))


def converted(source, kind, folder):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=300,
    )
    return (folder / f"{source.stem}.{kind}").read_bytes()


def scan_of(pdf, folder, dots_per_inch=150):
    """A PDF of page images, slightly skewed and noisy, as a scanner delivers it."""
    folder = Path(folder)
    (folder / "to-scan.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(dots_per_inch), "-gray", "-png", "to-scan.pdf", "page"], check=True, cwd=folder, timeout=300
    )
    pages = [scanned(Image.open(path)) for path in sorted(folder.glob("page*.png"))]
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=dots_per_inch)
    return kept.getvalue()


def scanned(page):
    """A page as it lies on the glass: a little askew, not quite white, with grain."""
    page = page.convert("L").rotate(0.4, fillcolor=255, resample=Image.BICUBIC)
    grain = Image.effect_noise(page.size, 18)
    return Image.blend(page, grain, 0.12)


def docx_with_body(xml, extra=None, compress=zipfile.ZIP_DEFLATED):
    """A docx whose main part is the given XML, which python-docx would never write."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", compress) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", xml)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return kept.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zip_bomb(megabytes=2000):
    """A docx of a few megabytes whose main part unpacks to so many megabytes of spaces."""
    kept = io.BytesIO(docx_with_body(f"<w:document {WORD}/>"))
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open("word/media/image1.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)
    return kept.getvalue()


def billion_laughs():
    entities = "".join(
        f'<!ENTITY l{i} "{"".join(f"&l{i - 1};" for _ in range(10))}">' for i in range(1, 10)
    )
    return docx_with_body(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "KẾ HOẠCH ">{entities}]>'
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )


def foreign_entity(path):
    """A docx that asks for a file of the machine that reads it."""
    return docx_with_body(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file://{path}">]>'
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>KẾ HOẠCH &f;</w:t></w:r></w:p></w:body></w:document>"
    )
