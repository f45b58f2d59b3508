public import PupilSupport
public import SupportStore

/// The semesters of which a report can be written.
public struct ReportableSemesters {
    private let known: [Semester]
    /// The semesters that a file may be of whose records are all held back and name none.
    private let possible: [Semester]

    /// Reads the store.
    public init(store: SupportStore, municipality: Municipality) throws {
        known = try store.currentSemesters()
        let isUnplaced = try store.currentDeliveries().contains {
            $0.semester == nil && $0.isHeldBackWhole
        }
        let owed = Set(municipality.expectedDeliveries.map(\.semester)).sorted()
        let all = owed.isEmpty ? municipality.calendar.periods.map(\.semester) : owed
        possible = isUnplaced ? all : []
    }

    /// Returns the semesters to report on, oldest first; none when the store holds nothing of them.
    ///
    /// - Parameter wanted: The semester that is asked for, or `nil` for all.
    public func matching(_ wanted: Semester?) -> [Semester] {
        guard let wanted else { return known.isEmpty ? Array(possible.suffix(1)) : known }
        return known.contains(wanted) || possible.contains(wanted) ? [wanted] : []
    }
}

extension StoredDelivery {
    /// Whether there are records and none of them counts.
    var isHeldBackWhole: Bool { counts.read > 0 && counts.loaded == 0 }
}
