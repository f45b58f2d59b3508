/// A finding that the samples are made to cause, at the row or element that carries it.
struct PlannedFinding {
    let rule: String
    /// The name of the column or the path as mapped; blank when the whole record is concerned.
    let column: String
    /// What stands there, in words for the table of faults.
    let what: String
    let disposition: Disposition

    init(_ rule: String, _ column: String, _ what: String, _ disposition: Disposition = .heldBack) {
        self.rule = rule
        self.column = column
        self.what = what
        self.disposition = disposition
    }

    /// What must happen to the record.
    enum Disposition: String {
        case heldBack = "held_back"
        case loaded = "loaded"
        case ignored = "ignored"
    }
}

/// A planned finding and the place at which it must be found.
struct LocatedFinding {
    let file: String
    let line: Int
    let finding: PlannedFinding
}
