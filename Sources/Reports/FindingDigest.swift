/// What a page says of findings: the first of each kind, and how many there are.
struct FindingDigest: Sendable {
    /// As many findings of a kind as a page shows; the others are in the data file.
    static let mostShown = 500

    /// The findings of a kind.
    struct Part: Sendable {
        /// The first of them.
        private(set) var shown: [QualityFinding] = []
        /// How many there are.
        private(set) var count = 0

        /// How many there are beyond those that are shown.
        var left: Int { count - shown.count }

        fileprivate mutating func add(_ finding: QualityFinding) {
            count += 1
            if shown.count < FindingDigest.mostShown { shown.append(finding) }
        }
    }

    /// How often rules were hit, by file and rule.
    typealias Counts = [String: [String: Int]]

    /// Those for which a record was held back or a file refused.
    private(set) var held = Part()
    /// Those to look at.
    private(set) var warned = Part()
    /// Those that somebody accepted.
    private(set) var accepted = Part()
    /// How often rules held back what nobody accepted.
    private(set) var heldCounts: Counts = [:]
    /// How often rules warned of what nobody accepted.
    private(set) var warnedCounts: Counts = [:]

    /// Adds a finding.
    mutating func add(_ finding: QualityFinding) {
        let isHeld = [.heldBack, .refused].contains(finding.disposition)
        let isWarning =
            [.loaded, .ignored].contains(finding.disposition) && finding.severity != "note"
        if isHeld { held.add(finding) }
        guard !finding.isAcknowledged else { return accepted.add(finding) }
        if isWarning || finding.disposition == .notDelivered { warned.add(finding) }
        if isHeld { heldCounts[finding.file, default: [:]][finding.rule, default: 0] += 1 }
        if isWarning { warnedCounts[finding.file, default: [:]][finding.rule, default: 0] += 1 }
    }
}
