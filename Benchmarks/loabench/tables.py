"""Plain tables and medians."""

from statistics import median


def print_table(title, heads, rows):
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    print(f"\n{title}")
    for row in [heads, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "  ".join(cells).rstrip())


def middle(values):
    """The median with the spread, as `12.3 (11.9 … 12.8)`."""
    return f"{median(values):.1f} ({min(values):.1f} … {max(values):.1f})"


def verdict(value, aim):
    return f"{value:.2f} ×  (aim ≥ {aim} ×: {'reached' if value >= aim else 'NOT reached'})"
