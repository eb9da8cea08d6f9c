#!/usr/bin/env python3
"""How well a plan was read: score.py GOLD.json READ.json [--min X]

Compares what a reader took out of a plan with what a careful person takes out of it. Prints precision, recall and
their harmonic mean for each field that either of them has, and the mean of the means as "score X". With --min the exit
code is 1 below X. Strings are compared by their words, in lower case, without signs.
"""
import argparse
import json
import re
import sys
import unicodedata


def bare(text):
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text or "").lower()))


def first_words(text, count):
    return " ".join(bare(text).split()[:count])


def is_near(left, right, least):
    """One holds the other, and is not much longer."""
    if not left or not right or (left not in right and right not in left):
        return False
    return min(len(left), len(right)) / max(len(left), len(right)) > least


def same_party(left, right):
    left, right = bare(left), bare(right)
    return bool(left) and left == right or min(len(left), len(right)) >= 8 and is_near(left, right, 0.6)


def same_citation(gold, read):
    return bare(gold["number"]) == bare(read["number"]) and gold.get("date") in (None, read.get("date"))


def same_section(gold, read):
    return bare(gold["label"]) == bare(read["label"]) and first_words(gold["title"], 5) == first_words(read["title"], 5)


def same_report(gold, read):
    def meet(left, right):
        return left == right == [] or paired(left, right, same_party) > 0
    return gold["by"] == read["by"] and meet(gold["from"], read["from"]) and meet(gold["to"], read["to"])


def same_contact(gold, read):
    return bare(gold["name"]) == bare(read["name"]) and bare(gold["phone"]) == bare(read["phone"])


def same_recipient(gold, read):
    return first_words(gold, 6) == first_words(read, 6)


def is_same_task(gold, read):
    ours, theirs = first_words(gold["text"], 8), first_words(read["text"], 8)
    return bool(ours and theirs) and (ours in bare(read["text"]) or theirs in bare(gold["text"]))


def paired(gold, read, same):
    """How many entries have a partner of their own."""
    left, count = list(read), 0
    for entry in gold:
        partner = next((index for index, other in enumerate(left) if same(entry, other)), None)
        if partner is not None:
            del left[partner]
            count += 1
    return count


def paired_tasks(gold, read):
    """Tasks that are the same, those under the same heading first."""
    left, pairs = list(read), []
    for task in gold:
        partners = [other for other in left if is_same_task(task, other)]
        partners.sort(key=lambda other: bare(other.get("at") or "") != bare(task.get("at") or ""))
        if partners:
            left.remove(partners[0])
            pairs.append((task, partners[0]))
    return pairs


def measures(hits, read, gold):
    """Precision, recall and harmonic mean; None where neither side has anything."""
    if not read and not gold:
        return None
    precision, recall = (hits / read if read else 0.0), (hits / gold if gold else 0.0)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def right(is_right):
    return (float(is_right),) * 3


def single_fields(gold, read):
    for field in ("kind", "number", "date"):
        if gold.get(field) is not None or read.get(field) is not None:
            yield field, right(bare(gold.get(field)) == bare(read.get(field)))
    if gold.get("issuer") is not None or read.get("issuer") is not None:
        names = [gold.get("issuer"), *gold.get("issuer_also", [])]
        yield "issuer", right(any(bare(name) == bare(read.get("issuer")) or same_party(name, read.get("issuer")) for name in names))
    yield "title", right(is_near(bare(gold["title"]), bare(read.get("title")), 0.8))
    signers = [(plan.get("signer") or {}).get("name") for plan in (gold, read)]
    if any(signers):
        yield "signer", right(bare(signers[0]) == bare(signers[1]))


def list_fields(gold, read):
    same = {"bases": same_citation, "citations": same_citation, "sections": same_section, "reports": same_report,
            "recipients": same_recipient, "contacts": same_contact}
    for field, test in same.items():
        yield field, measures(paired(gold[field], read[field], test), len(read[field]), len(gold[field]))


def task_fields(gold, read):
    pairs = paired_tasks(gold["tasks"], read["tasks"])
    yield "tasks", measures(len(pairs), len(read["tasks"]), len(gold["tasks"]))
    for field in ("lead", "with"):
        hits = sum(paired(ours[field], theirs[field], same_party) for ours, theirs in pairs)
        yield field, measures(hits, sum(len(task[field]) for task in read["tasks"]), sum(len(task[field]) for task in gold["tasks"]))
    hits = sum(1 for ours, theirs in pairs if ours["when"] and ours["when"] == theirs["when"])
    yield "when", measures(hits, sum(1 for task in read["tasks"] if task["when"]), sum(1 for task in gold["tasks"] if task["when"]))


def score(gold, read):
    """The measures of each field that either has, in the order of the table."""
    fields = [*single_fields(gold, read), *list_fields(gold, read), *task_fields(gold, read)]
    return {name: value for name, value in fields if value is not None}


def total(measured):
    return sum(value[2] for value in measured.values()) / len(measured)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("read")
    parser.add_argument("--min", type=float, default=0.0)
    options = parser.parse_args()
    measured = score(*(json.load(open(path, encoding="utf-8")) for path in (options.gold, options.read)))
    for name, value in measured.items():
        print("%-11s %.3f %.3f %.3f" % (name, *value))
    print("score %.4f" % total(measured))
    sys.exit(1 if total(measured) < options.min else 0)


if __name__ == "__main__":
    main()
