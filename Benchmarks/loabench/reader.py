"""The reader: megabytes a second in one thread, and whole processes beside `pdftotext` on the same plans."""

import os
import subprocess
import time
from statistics import median

from .processes import LOA, ROOT, SAMPLES
from .tables import middle, print_table

AIM_MB_PER_SECOND = 20


def make_pdfs(folder):
    """Prints each sample through LibreOffice, as an office would send it."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf:writer_pdf_Export",
         "--infilter=Text (encoded):UTF8", "--outdir", str(folder), *map(str, SAMPLES)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )
    pdfs = [folder / (sample.stem + ".pdf") for sample in SAMPLES]
    missing = [pdf.name for pdf in pdfs if not pdf.exists()]
    if missing:
        raise SystemExit(f"LibreOffice made no PDF of {missing}")
    return pdfs


def timed(arguments):
    """(seconds, peak KiB) of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, arguments)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{arguments[0]} failed: {process.stderr.read().decode(errors='replace')[:500]}")
    process.stderr.close()
    return seconds, usage.ru_maxrss


def measure(folder, rounds, seconds):
    bench = ROOT / ".build" / "release" / "reader-bench"
    speeds, peaks = [], []
    for _ in range(rounds):
        answer = subprocess.run(
            [str(bench), str(seconds), *map(str, SAMPLES)], check=True, capture_output=True, text=True
        ).stdout.split()
        speeds.append(float(answer[0]))
        peaks.append(int(answer[1]) / 1024)
    print_table(
        f"Reader, one thread, the {len(SAMPLES)} sample plans over and over ({rounds} rounds of {seconds} s)",
        ["", "median (least … most)"],
        [["text to plan, MB/s", middle(speeds)], ["peak resident memory, MiB", middle(peaks)]],
    )
    print(f"  aim {AIM_MB_PER_SECOND} MB/s: {'reached' if median(speeds) >= AIM_MB_PER_SECOND else 'NOT reached'}")

    rows, ratios = [], []
    for sample, pdf in zip(SAMPLES, make_pdfs(folder)):
        ours, theirs = [], []
        for _ in range(rounds * 4):
            ours.append(timed([LOA, "read", sample, "--json"]))
            theirs.append(timed(["pdftotext", "-layout", pdf, "-"]))
        loa, pdftotext = (median(s for s, _ in side) * 1000 for side in (ours, theirs))
        ratios.append(pdftotext / loa)
        rows.append([
            sample.stem, f"{sample.stat().st_size / 1000:.1f}", f"{loa:.1f}", f"{pdftotext:.1f}", f"{pdftotext / loa:.2f}",
            f"{max(k for _, k in ours) / 1024:.0f}", f"{max(k for _, k in theirs) / 1024:.0f}",
        ])
    print_table(
        f"Whole processes, alternating, medians of {rounds * 4}: `loa read FILE --json` and `pdftotext` of the same plan",
        ["plan", "text kB", "loa ms", "pdftotext ms", "pdftotext/loa", "loa MiB", "pdftotext MiB"], rows,
    )
    print(f"  median: reading the text into a plan is {median(ratios):.2f} × as fast as extracting it from its PDF")
