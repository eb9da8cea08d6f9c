// Fuzzes the plan reader with any bytes: it must neither trap nor give a range outside the text, and repair must
// give valid UTF-8. Built with the sources of PlanReader as one module over Vietnamese; see scripts/fuzz.

import Vietnamese

private let reader = PlanReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlanReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let start, count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let repaired = Vietnamese.repaired(bytes)
    precondition(String(validating: repaired.bytes, as: UTF8.self) != nil, "repair left broken UTF-8")
    _ = PhoneMask.masked(String(decoding: bytes, as: UTF8.self))
    guard let plan = try? reader.read(bytes) else { return 0 }
    for range in ranges(of: plan) {
        precondition(range.lower >= 0 && range.upper <= count, "\(range) of \(count) bytes")
    }
    _ = plan.json
    _ = plan.outline
    return 0
}

private func ranges(of plan: ReadPlan) -> [SourceRange] {
    var ranges = plan.tasks.map(\.range) + plan.tasks.map(\.text.range) + plan.sections.map(\.range)
    ranges +=
        plan.tasks.flatMap { ($0.lead + $0.with).map(\.range) } + plan.tasks.compactMap { $0.when?.range }
    ranges += plan.reports.map(\.range) + plan.recipients.map(\.range) + plan.citations.map(\.range)
    ranges += plan.contacts.map(\.name.range) + plan.warnings.map(\.range)
    ranges += [plan.kind, plan.number, plan.title, plan.issuer, plan.place].compactMap { $0?.range }
    return ranges
}
