"""Lays out the text of a plan as the office would have typed it: a flat OpenDocument file (fodt).

Letterhead and signature block are tables of two columns, the title stands in the middle, paragraphs are
justified with an indented first line, footnotes are footnotes. The letters are Noto Serif for Times New Roman:
Liberation Serif lacks most Vietnamese letters. Line ends that a converter put
inside sentences are taken out again; no word is added or lost.
"""

import re
from xml.sax.saxutils import escape

BULLET = re.compile(r"^\s*([-+*•]|\d+(\.\d+)*[.)/]|[a-zđ][.)]|[IVX]+\.|\(\d+\)|Điều \d+)\s*\S")
ROMAN = re.compile(r"^\s*[IVX]+\.\s")
FOOTNOTE_RULE = re.compile(r"^ {20,}$")
CLOSING = re.compile(r"^\s*(Nơi nhận|NƠI NHẬN)\s*:?")


def unmarked(line):
    """The line without the marks of a markdown converter."""
    return re.sub(r"^#+\s*|\*\*", "", line).replace("\u00a0", " ").strip()


def take_footnotes(lines):
    """Splits off footnotes: returns the body's lines, with {{n}} for a note's place, and the notes by number."""
    notes, body, inside, number = {}, [], False, 0
    for line in lines:
        if FOOTNOTE_RULE.match(line):
            inside = True
            continue
        if inside:
            start = re.match(r"^(\d{1,2}) (\S.*)", line)
            if start and int(start.group(1)) == number + 1:
                number += 1
                notes[number] = start.group(2).strip()
                continue
            ends = line.startswith(" ") or BULLET.match(line)
            if number and line.strip() and not ends:
                notes[number] += " " + line.strip()
                continue
            if not line.strip():
                continue
            inside = False
        body.append(line)
    text = "\n".join(body)
    at = 0
    for number in sorted(notes):
        place = re.compile(r"(?<=[^\W\d_])%d(?=[\s.,;:)]|$)" % number).search(text, at)
        if place is None:
            text += "\n%d %s" % (number, notes.pop(number))
            continue
        text = text[: place.start()] + "{{%d}}" % number + text[place.end():]
        at = place.end()
    return text.split("\n"), notes


def paragraphs(lines):
    """Joins what was broken: a line goes on when it is full and ends openly, and the next one is no new item."""
    full = 0.75 * sorted(len(line) for line in lines if line.strip())[-max(1, len(lines) // 10)]
    result, last = [], ""
    for raw in lines:
        line = unmarked(raw)
        if not line:
            continue
        is_heading = line == line.upper() or last == last.upper()
        is_new = BULLET.match(line) or CLOSING.match(line) or is_heading
        ends = re.search(r"[.;:!?]$|\./\.$", last)
        goes_on = line[0].islower() or line[0] in ",;:)" or (not ends and len(last) >= min(full, 60))
        if result and goes_on and not is_new:
            result[-1] += " " + line
        else:
            result.append(line)
        last = line
    return result


def split_parts(lines):
    """Header lines, title lines, body lines, recipients, signature lines."""
    plain = [unmarked(line) for line in lines]
    start = next((i for i, line in enumerate(plain) if line.upper() == "KẾ HOẠCH"), None)
    if start is None:
        return [], [], lines, [], []
    header = [line for line in plain[:start] if line]
    title, at = ["KẾ HOẠCH"], start + 1
    while at < len(lines):
        line = plain[at]
        if re.match(r"^(Căn cứ|Thực hiện|Triển khai|Nhằm|Để |Theo )", line) or BULLET.match(line):
            break
        if line:
            title.append(line)
        at += 1
    closing = next((i for i in range(len(lines) - 1, at, -1) if CLOSING.match(plain[i])), len(lines))
    recipients, rest, left = [], [], True
    for line in plain[closing:]:
        if not line:
            continue
        if left and (CLOSING.match(line) or line.startswith("-") or (recipients and line[0].islower())):
            recipients.append(line)
        else:
            left = False
            rest.append(line)
    return header, title, lines[at:closing], recipients, rest


def letterhead(header):
    left, right = [], []
    for line in header:
        number = re.match(r"^(Số\s*:\s*\S*)(?:\s+(.+))?$", line)
        if number:
            left.append(number.group(1))
            if number.group(2):
                right.append(number.group(2))
        elif re.search(r"CỘNG H|Độc lập|ngày.*tháng", line):
            right.append(line)
        else:
            left.append(line)
    return left, right


def paragraph(text, style, notes):
    parts = re.split(r"\{\{(\d+)\}\}", text)
    xml = escape(parts[0])
    for number, after in zip(parts[1::2], parts[2::2]):
        xml += (
            '<text:note text:note-class="footnote"><text:note-citation>%s</text:note-citation><text:note-body>'
            '<text:p text:style-name="Note">%s</text:p></text:note-body></text:note>%s'
            % (number, escape(notes[int(number)]), escape(after))
        )
    return '<text:p text:style-name="%s">%s</text:p>' % (style, xml)


def columns(left, right, left_style, right_style):
    def cell(lines, style):
        return "<table:table-cell>" + "".join(paragraph(line, style, {}) for line in lines or [""]) + "</table:table-cell>"

    return (
        '<table:table><table:table-column/><table:table-column/><table:table-row>%s%s</table:table-row></table:table>'
        % (cell(left, left_style), cell(right, right_style))
    )


def fodt(text):
    """The whole document."""
    lines, notes = take_footnotes(text.replace("\f", "\n").split("\n"))
    header, title, body, recipients, rest = split_parts(lines)
    out = []
    if header:
        out.append(columns(*letterhead(header), "Centre", "Centre"))
    out += [paragraph(line, "Title", notes) for line in title]
    for line in paragraphs(body):
        out.append(paragraph(line, "Heading" if ROMAN.match(line) else "Body", notes))
    if recipients:
        annex = next((i for i, line in enumerate(rest) if re.match(r"^(DANH SÁCH|PHỤ LỤC)", line)), len(rest))
        out.append(columns(recipients, rest[:annex], "Small", "Centre"))
        rest = rest[annex:]
    out += [paragraph(line, "Body", notes) for line in rest]
    return PAGE % "".join(out)


PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Noto Serif'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif"
 fo:font-size="12pt" fo:language="vi" fo:country="VN"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:text-indent="1cm" fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:line-height="115%%"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Body"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties
 fo:font-weight="bold" fo:font-size="14pt"/></style:style>
<style:style style:name="Centre" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="Note" style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/>
<style:header-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p
 text:style-name="Centre"><text:page-number text:select-page="current"/></text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>%s</office:text></office:body></office:document>
"""
