/// Why figures of two reports of one year may differ, as far as their manifests tell: by the files that each
/// was made from.
public struct YearCauses {
    private struct Slot: Hashable {
        let schools: [String]
        let semester: String?
        let source: String
        let kind: String

        init(_ input: PackageManifest.Input) {
            schools = input.schools
            semester = input.semester
            source = input.source
            kind = input.kind
        }
    }

    /// What concerns every figure.
    private let general: [YearCause]
    /// What concerns the figures of schools, and whether it does so within the year.
    private let ofFiles: [(cause: YearCause, schools: Set<String>, isOfYear: Bool)]

    /// Compares two manifests.
    public init(from earlier: YearManifest, to later: YearManifest) {
        var general: [YearCause] = []
        if earlier.definitions != later.definitions { general.append(.definitions) }
        if earlier.software != later.software { general.append(.program) }
        if earlier.sensitiveIncluded != later.sensitiveIncluded { general.append(.sensitive) }
        self.general = general
        let ownSemesters = Set(later.semesters.map(\.semester))
        let old = Dictionary(grouping: earlier.inputs, by: Slot.init)
        let new = Dictionary(grouping: later.inputs, by: Slot.init)
        ofFiles = Set(old.keys).union(new.keys).compactMap { slot in
            guard let cause = Self.cause(old[slot] ?? [], new[slot] ?? []) else { return nil }
            return (
                cause, Set(slot.schools), slot.semester.map(ownSemesters.contains) ?? true
            )
        }
    }

    private static func cause(
        _ old: [PackageManifest.Input], _ new: [PackageManifest.Input]
    ) -> YearCause? {
        let (before, after) = (Set(old.map(\.sha256)), Set(new.map(\.sha256)))
        if before == after {
            func counts(_ inputs: [PackageManifest.Input]) -> Set<[Int]> {
                Set(inputs.map { [$0.rowsRead, $0.rowsAccepted, $0.rowsRejected, $0.rowsIgnored] })
            }
            return counts(old) == counts(new) ? nil : .judgedAnew
        }
        if before.isEmpty { return .lateDelivery }
        return after.isEmpty ? .withdrawn : .correction
    }

    /// Returns what may have moved a figure of a school, or under `Total` of all.
    func of(_ school: String, isOfYear: Bool) -> [YearCause] {
        let own = ofFiles.filter { file in
            (school == CommonIndicatorCount.everySchool || file.schools.contains(school))
                && (file.isOfYear || !isOfYear)
        }.map(\.cause)
        return YearCause.allCases.filter { (general + own).contains($0) }
    }
}
