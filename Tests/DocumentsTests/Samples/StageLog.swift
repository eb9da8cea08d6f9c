import Locks

@testable import Documents

/// Collects the stages that a conversion reports.
final class StageLog: Sendable {
    private let stages = Locked<[ConversionProgress]>([])

    func add(_ stage: ConversionProgress) { stages.withLock { $0.append(stage) } }

    var all: [ConversionProgress] { stages.withLock { $0 } }
}
