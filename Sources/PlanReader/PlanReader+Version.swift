extension PlanReader {
    /// Goes up with every change that may read a document otherwise: drafts of an older version are offered to be
    /// read again.
    ///
    /// `Tests/OperationsTests/Fixtures/readings.txt` fails where the samples are read otherwise and this stayed.
    package static let version = 5
}
