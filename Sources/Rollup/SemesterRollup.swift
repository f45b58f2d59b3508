public import PupilSupport
public import SupportStore

/// Makes the figures of a semester from the store.
///
/// ```swift
/// let rollup = SemesterRollup(
///     indicators: indicators, municipality: municipality, vocabularies: vocabularies)
/// let cube = try rollup.cube(of: semester, in: store)
/// print(cube.figure("participants")?.value ?? "-")
/// ```
public struct SemesterRollup: Sendable {
    let indicators: IndicatorSet
    let municipality: Municipality
    let dimensions: Dimensions

    /// Creates a rollup for a municipality.
    public init(
        indicators: IndicatorSet, municipality: Municipality,
        vocabularies: [VocabularyName: Vocabulary]
    ) {
        self.indicators = indicators
        self.municipality = municipality
        dimensions = Dimensions(municipality: municipality, vocabularies: vocabularies)
    }

    init(indicators: IndicatorSet, municipality: Municipality, dimensions: Dimensions) {
        self.indicators = indicators
        self.municipality = municipality
        self.dimensions = dimensions
    }

    /// Returns all figures of a semester, each with that of the semester before.
    ///
    /// - Throws: ``EvidenceProblem`` when a query and the definitions do not fit together, or a
    ///   database error.
    public func cube(of semester: Semester, in store: StoreReader) throws -> Cube {
        try store.read { snapshot in
            try cube(of: semester, in: snapshot)
        }
    }

    /// Hands the figures of several semesters to a body, all of one state of the store.
    ///
    /// The evidence of a semester is read once, for its own figures and for those of the next.
    ///
    /// - Parameters:
    ///   - semesters: The semesters.
    ///   - store: The store.
    ///   - countingContributors: Whether each figure is to know how many people stand behind it.
    ///   - body: Receives the figures of each.
    /// - Returns: How long the parts took, without what the body did.
    /// - Throws: As ``cube(of:in:)``, and what the body throws.
    @discardableResult
    public func cubes(
        of semesters: [Semester], in store: StoreReader, countingContributors: Bool = false,
        _ body: (Cube) throws -> Void
    ) throws -> RollupTimes {
        try store.read { snapshot in
            var known: Known?
            var times = RollupTimes()
            for semester in semesters {
                try body(
                    try cube(
                        of: semester, in: snapshot, countingContributors: countingContributors,
                        known: &known, times: &times))
            }
            return times
        }
    }

    /// The values of the semester that was made last.
    private struct Known {
        let semester: Semester
        let values: SemesterValues
    }

    /// Returns all figures of a semester, of one state of the store.
    ///
    /// - Throws: ``EvidenceProblem`` or a database error.
    func cube(of semester: Semester, in snapshot: StoreSnapshot) throws -> Cube {
        var known: Known?
        var times = RollupTimes()
        return try cube(
            of: semester, in: snapshot, countingContributors: false, known: &known, times: &times)
    }

    private func cube(
        of semester: Semester, in snapshot: StoreSnapshot, countingContributors: Bool,
        known: inout Known?, times: inout RollupTimes
    ) throws -> Cube {
        let before = semester.previous
        let current = try values(
            of: semester, countingContributors: countingContributors, in: snapshot)
        times += current.times
        let comparison = current.comparison
        var previous: SemesterValues?
        if !comparison.schools.isEmpty {
            if let known, known.semester == before {
                previous = known.values
            } else {
                let made = try values(of: before, countingContributors: false, in: snapshot)
                times += made.times
                previous = made
            }
        }
        known = Known(semester: semester, values: current)
        return Cube(
            semester: semester, previousSemester: previous.map { _ in before },
            families: indicators.families, dimensions: dimensions,
            figures: figures(of: semester, current, previous: previous),
            targets: targets(of: semester, current), comparing: indicators.comparing,
            schoolsBefore: comparison.schools, silentBefore: comparison.silent)
    }

    /// The names of the arguments that a query may use.
    static let argumentNames: Set = ["semester", "previous", "low_mark_below"]

    static func arguments(for semester: Semester, _ municipality: Municipality) -> [String: Int] {
        [
            "semester": semester.storedValue, "previous": semester.previous.storedValue,
            "low_mark_below": municipality.lowMarkBelow,
        ]
    }

    private func values(
        of semester: Semester, countingContributors: Bool, in snapshot: StoreSnapshot
    ) throws -> SemesterValues {
        try SemesterValues(
            of: semester, indicators: indicators, dimensions: dimensions,
            municipality: municipality, countingContributors: countingContributors,
            in: snapshot)
    }

    private func targets(of semester: Semester, _ values: SemesterValues) -> [TargetProgress] {
        municipality.targets.filter { $0.semester == semester }.compactMap { target in
            guard let value = values[target.indicator, []]?.first.flatMap(\.self) else {
                return nil
            }
            return TargetProgress(target: target, value: value.numerator)
        }
    }
}
