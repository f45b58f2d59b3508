public import PupilSupport

/// All figures of one semester, in the order of the definitions.
public struct Cube: Sendable {
    /// The semester.
    public let semester: Semester
    /// The semester before, or `nil` when the store knows nothing of it.
    public let previousSemester: Semester?
    /// The families whose indicators the figures belong to.
    public let families: [IndicatorFamily]
    /// The categories of the breakdowns.
    public let dimensions: Dimensions
    /// The figures.
    public let figures: [Figure]
    /// How far each target of the semester was reached.
    public let targets: [TargetProgress]
    /// The codes of the schools of which nothing is known of the semester before, though they owed
    /// something: without them there is no figure of the municipality to compare with.
    public let silentBefore: Set<String>
    private let comparing: Set<String>
    /// The codes of the schools of which something is known of the semester before.
    public let schoolsBefore: Set<String>
    private let tables: [TableKey: Table]

    private struct TableKey: Hashable {
        let indicator: String
        let dimensions: [DimensionName]
    }

    /// Where the figures of one indicator by one breakdown stand.
    private struct Table {
        var figures: [Int] = []
        var byCategories: [[String]: Int] = [:]
    }

    init(
        semester: Semester, previousSemester: Semester?, families: [IndicatorFamily],
        dimensions: Dimensions, figures: [Figure], targets: [TargetProgress],
        comparing: Set<String>, schoolsBefore: Set<String>, silentBefore: Set<String>
    ) {
        self.comparing = comparing
        self.schoolsBefore = schoolsBefore
        self.silentBefore = silentBefore
        self.semester = semester
        self.previousSemester = previousSemester
        self.families = families
        self.dimensions = dimensions
        self.figures = figures
        self.targets = targets
        var tables: [TableKey: Table] = [:]
        var key = TableKey(indicator: "", dimensions: [])
        var table = Table()
        for (place, figure) in figures.enumerated() {
            let address = figure.address
            // Figures of one table come one after another, so a table is seldom looked up.
            if address.indicator != key.indicator || !address.hasDimensions(key.dimensions) {
                tables[key] = table
                key = TableKey(indicator: address.indicator, dimensions: address.dimensions)
                table = tables.removeValue(forKey: key) ?? Table()
            }
            table.figures.append(place)
            table.byCategories[address.coordinates.map(\.category)] = place
        }
        tables[key] = table
        self.tables = tables
    }

    /// Makes the cube of a release from what its files say.
    ///
    /// - Parameters:
    ///   - semester: The semester.
    ///   - previousSemester: The semester before, when anything was known of it.
    ///   - indicators: The definitions.
    ///   - families: Their families, with the breakdowns that were published.
    ///   - dimensions: The categories.
    ///   - figures: The figures in the order of the files.
    ///   - targets: The targets with the values that were published.
    ///   - schoolsBefore: The schools of which something was known of the semester before.
    ///   - silentBefore: The schools that owed something of it and of which nothing was known.
    public init(
        released semester: Semester, previousSemester: Semester?, indicators: IndicatorSet,
        families: [IndicatorFamily], dimensions: Dimensions, figures: [Figure],
        targets: [TargetProgress], schoolsBefore: Set<String>, silentBefore: Set<String>
    ) {
        self.init(
            semester: semester, previousSemester: previousSemester, families: families,
            dimensions: dimensions, figures: figures, targets: targets,
            comparing: indicators.comparing, schoolsBefore: schoolsBefore,
            silentBefore: silentBefore)
    }

    /// Returns a cube of other figures, as those who may not see all of them get it.
    ///
    /// - Parameters:
    ///   - figures: The figures, in the order of these.
    ///   - families: The families, with the breakdowns that the figures have.
    ///   - dimensions: The categories of the breakdowns.
    public func replacing(
        figures: [Figure], families: [IndicatorFamily]? = nil, dimensions: Dimensions? = nil
    ) -> Cube {
        let city = Dictionary(
            figures.filter { $0.address.coordinates.isEmpty }.map { ($0.address.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        return Cube(
            semester: semester, previousSemester: previousSemester,
            families: families ?? self.families, dimensions: dimensions ?? self.dimensions,
            figures: figures,
            targets: targets.map { progress in
                TargetProgress(
                    target: progress.target,
                    value: city[progress.target.indicator]?.value?.scaled)
            }, comparing: comparing, schoolsBefore: schoolsBefore, silentBefore: silentBefore)
    }

    /// Returns the figure of an indicator at the given categories, or `nil` when there is none.
    public func figure(_ indicator: String, _ coordinates: FigureAddress.Coordinate...) -> Figure? {
        figure(
            at: FigureAddress(
                semester: semester, indicator: indicator, coordinates: coordinates))
    }

    /// Returns the figure at an address, or `nil` when there is none.
    public func figure(at address: FigureAddress) -> Figure? {
        guard address.semester == semester else { return nil }
        let key = TableKey(indicator: address.indicator, dimensions: address.dimensions)
        return tables[key]?.byCategories[address.coordinates.map(\.category)].map { figures[$0] }
    }

    /// Whether an address can hold anything: a pamatskola has no classes 10 to 12.
    public func isPossible(_ address: FigureAddress) -> Bool {
        guard let school = address.school else { return true }
        return address.coordinates.allSatisfy { coordinate in
            guard
                let place = dimensions.place(of: coordinate.category, in: coordinate.dimension)
            else { return false }
            return dimensions.canOccur(coordinate.dimension, place: place, atSchool: school)
        }
    }

    /// Whether an indicator has no value at an address because it compares the semester with the one
    /// before, of which nothing is known there.
    public func isMissing(_ address: FigureAddress) -> Bool {
        comparing.contains(address.indicator) && !isKnownBefore(school: address.school)
            || isUnknown(address.indicator)
    }

    /// Whether nothing is known of an indicator because no record that it counts has come until this semester.
    public func isUnknown(_ indicator: String) -> Bool {
        !comparing.contains(indicator) && figure(indicator)?.status == .missing
    }

    /// Whether the store holds anything of a school, or of any, of the semester before.
    public func isKnownBefore(school: String?) -> Bool {
        school.map(schoolsBefore.contains) ?? !schoolsBefore.isEmpty
    }

    /// Whether the figures of the semester before are those of all that owed something.
    public func hasFiguresBefore(school: String?) -> Bool {
        isKnownBefore(school: school) && (school != nil || silentBefore.isEmpty)
    }

    /// Returns the definition of an indicator.
    public func indicator(_ code: String) -> IndicatorDefinition? {
        families.lazy.flatMap(\.indicators).first { $0.code == code }
    }

    /// Returns the figures of an indicator with exactly these dimensions, in order.
    public func figures(of indicator: String, by dimensions: [DimensionName]) -> [Figure] {
        let table = tables[TableKey(indicator: indicator, dimensions: dimensions)]
        return table?.figures.map { figures[$0] } ?? []
    }
}

/// A target of the semester and the figure that it is compared with.
public struct TargetProgress: Hashable, Sendable {
    /// The target.
    public let target: Target
    /// The figure of the municipality, or `nil` when it is confidential.
    public let value: Int?

    /// Compares a figure with a target.
    public init(target: Target, value: Int?) {
        self.target = target
        self.value = value
    }

    /// Whether the figure is greater than the target asks for, or `nil` when nobody may know.
    public var isReached: Bool? { value.map { $0 > target.moreThan } }
}
