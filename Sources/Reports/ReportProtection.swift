/// How the small numbers of a report are protected.
public struct ReportProtection: Hashable, Sendable {
    /// Numbers of people from 1 to just below this are not shown.
    public var threshold: Int
    /// How many figures are not shown.
    public var hiddenCount: Int
    /// Whether class bands were put together so that more can be shown.
    public var areClassBandsMerged: Bool

    /// Creates the description.
    public init(threshold: Int, hiddenCount: Int, areClassBandsMerged: Bool = false) {
        self.threshold = threshold
        self.hiddenCount = hiddenCount
        self.areClassBandsMerged = areClassBandsMerged
    }
}
