import DisclosureControl
import PupilSupport
import Rollup

/// What everybody knows between the figures of a release, from the definitions alone.
///
/// Protection and audit use the same relations: the one looks for figures to hide under them, the other
/// takes what was published and works out what they give away.
struct ReleaseRelations {
    private let indicators: [IndicatorDefinition]
    private let dimensions: Dimensions
    private let tables: [Table: [FigureAddress]]
    private let known: Set<FigureAddress>
    private let agrees: (Relation) -> Bool
    private(set) var relations: [Relation] = []

    private struct Table: Hashable {
        let indicator: String
        let dimensions: [DimensionName]
    }

    /// Builds the relations.
    ///
    /// - Parameters:
    ///   - addresses: The figures of the release that are counts or sums; one that is not among them, in a
    ///     table that is, is known to be zero.
    ///   - indicators: The definitions.
    ///   - dimensions: The categories.
    ///   - agrees: Whether an equation that should hold by definition holds for what is known; one that does
    ///     not – a pupil who changed class is in two bands – is weakened to what always holds.
    init(
        of addresses: [FigureAddress], indicators: [IndicatorDefinition], dimensions: Dimensions,
        agrees: @escaping (Relation) -> Bool
    ) {
        self.indicators = indicators
        self.dimensions = dimensions
        self.agrees = agrees
        known = Set(addresses)
        tables = Dictionary(grouping: addresses) {
            Table(indicator: $0.indicator, dimensions: $0.dimensions)
        }
        let counted = indicators.compactMap(CountedIndicator.init)
        for indicator in counted {
            addMargins(of: indicator)
            addRoles(of: indicator)
        }
        for part in counted {
            for whole in counted { addParts(part, of: whole) }
        }
        for whole in counted { addDivisions(of: whole, into: counted) }
        for indicator in indicators { addSumOfSchools(indicator) }
        for part in counted {
            for whole in counted { addMeasures(of: part, withinRolesOf: whole) }
        }
        relations += SpokenRelations(of: indicators, figures: figures).relations.filter(agrees)
    }

    /// Adds that the categories of each dimension make up, or at least cover, what they are parts of.
    private mutating func addMargins(of indicator: CountedIndicator) {
        for breakdown in indicator.definition.breakdowns {
            let own = figures(indicator.code, breakdown.dimensions)
            for dimension in breakdown.dimensions where !own.isEmpty {
                let rest = breakdown.dimensions.filter { $0 != dimension }
                let groups = Dictionary(grouping: own) { $0.without(dimension).coordinates }
                for whole in figures(indicator.code, rest) {
                    let parts = groups[whole.coordinates] ?? []
                    guard !parts.isEmpty else { continue }
                    add(parts, of: whole, areExclusive: indicator.addsUp(over: dimension))
                }
            }
        }
    }

    /// Adds that those in a role give the measures that the vocabulary says, and nobody else does.
    private mutating func addRoles(of indicator: CountedIndicator) {
        for breakdown in indicator.definition.breakdowns
        where breakdown.dimensions.contains(.measure) {
            let roles = breakdown.dimensions.map { $0 == .measure ? DimensionName.role : $0 }
            let groups = Dictionary(grouping: figures(indicator.code, breakdown.dimensions)) {
                $0.without(.measure).coordinates
            }
            for whole in figures(indicator.code, roles) {
                let codes = dimensions.codes(
                    of: .measure, withAttribute: "role", whole[.role] ?? "")
                let parts = (groups[whole.without(.role).coordinates] ?? []).filter { address in
                    address[.measure].map(codes.contains) ?? false
                }
                guard !parts.isEmpty else { continue }
                let addsUp = indicator.addsUp(over: .measure) && indicator.addsUp(over: .role)
                add(parts, of: whole, areExclusive: addsUp || parts.count == 1)
            }
        }
    }

    /// Adds that whoever gets a measure is in a pair with somebody in its role.
    private mutating func addMeasures(
        of part: CountedIndicator, withinRolesOf whole: CountedIndicator
    ) {
        guard part.code != whole.code, part.countsWithin(whole) else { return }
        let measures = figures(part.code, [.measure])
        for role in figures(whole.code, [.role]) {
            let codes = dimensions.codes(of: .measure, withAttribute: "role", role[.role] ?? "")
            for address in measures where codes.contains(address[.measure] ?? "") {
                let relation = Relation.part(address.cell, isWithin: role.cell)
                if agrees(relation) { relations.append(relation) }
            }
        }
    }

    private mutating func add(
        _ parts: [FigureAddress], of whole: FigureAddress, areExclusive: Bool
    ) {
        let sum = Relation.sum(of: parts.map(\.cell), is: whole.cell)
        if areExclusive, agrees(sum) {
            relations.append(sum)
            return
        }
        // Where nothing is known of a school, the others need not cover the whole.
        let weaker =
            [Relation.parts(parts.map(\.cell), cover: whole.cell)]
            + parts.map { .part($0.cell, isWithin: whole.cell) }
        relations += weaker.filter(agrees)
    }

    /// Adds that what fewer conditions count is at least as much.
    private mutating func addParts(_ part: CountedIndicator, of whole: CountedIndicator) {
        // Few indicators are alike, and only of these it is asked whether one is compared with the other.
        for breakdown in part.definition.breakdowns
        where part.isPart(of: whole, in: breakdown)
            || part.isLike(whole, in: breakdown)
                && part.isCompared(with: whole, by: indicators)
        {
            let wholes = Set(figures(whole.code, breakdown.dimensions))
            for address in figures(part.code, breakdown.dimensions) {
                let other = address.of(whole.code)
                let relation = Relation.part(address.cell, isWithin: other.cell)
                guard wholes.contains(other), agrees(relation) else { continue }
                relations.append(relation)
            }
        }
    }

    /// Adds that indicators which tell the values of one column apart make up a whole: new and returning,
    /// improved, unchanged and worse.
    private mutating func addDivisions(of whole: CountedIndicator, into all: [CountedIndicator]) {
        for breakdown in whole.definition.breakdowns {
            var parts: [String: [CountedIndicator]] = [:]
            for part in all where part.isPart(of: whole, in: breakdown) {
                guard let condition = part.condition(beyond: whole),
                    part.definition.breakdowns.contains(where: {
                        $0.dimensions == breakdown.dimensions
                    })
                else { continue }
                switch condition.test {
                case .equals: parts[condition.column, default: []].append(part)
                case .hasAttribute(let name, let value):
                    addCategories(
                        of: whole, part, breakdown, condition.column, name, value)
                }
            }
            for (_, parts) in parts.sorted(by: { $0.key < $1.key }) where parts.count > 1 {
                for address in figures(whole.code, breakdown.dimensions) {
                    let cells = parts.compactMap { part -> String? in
                        let other = address.of(part.code)
                        return has(other) ? other.cell : nil
                    }
                    guard cells.count > 1 else { continue }
                    let sum = Relation.sum(of: cells, is: address.cell)
                    relations.append(
                        agrees(sum)
                            ? sum : Relation(sum.terms, lower: nil, upper: 0))
                }
            }
        }
    }

    /// Adds that what an attribute of a category counts is the sum of those categories: positive answers
    /// are those of the positive ratings.
    private mutating func addCategories(
        of whole: CountedIndicator, _ part: CountedIndicator, _ breakdown: Breakdown,
        _ column: String, _ name: String, _ value: String
    ) {
        guard let dimension = DimensionName.allCases.first(where: { $0.column == column }),
            whole.addsUp(over: dimension)
        else { return }
        let codes = dimensions.codes(of: dimension, withAttribute: name, value)
        let finer = whole.definition.breakdowns.first {
            Set($0.dimensions) == Set(breakdown.dimensions + [dimension])
        }
        guard let finer else { return }
        let cells = figures(whole.code, finer.dimensions).filter { address in
            address[dimension].map(codes.contains) ?? false
        }
        let groups = Dictionary(grouping: cells) { $0.without(dimension).coordinates }
        for address in figures(part.code, breakdown.dimensions) {
            let own = groups[address.coordinates] ?? []
            guard !own.isEmpty else { continue }
            let sum = Relation.sum(of: own.map(\.cell), is: address.cell)
            if agrees(sum) { relations.append(sum) }
        }
    }

    private mutating func addSumOfSchools(_ indicator: IndicatorDefinition) {
        guard case .sumOfSchools(let code) = indicator.aggregate,
            let whole = figures(indicator.code, []).first
        else { return }
        let schools = figures(code, [.school])
        guard !schools.isEmpty else { return }
        let sum = Relation.sum(of: schools.map(\.cell), is: whole.cell)
        if agrees(sum) { relations.append(sum) }
    }

    private func figures(_ indicator: String, _ dimensions: [DimensionName]) -> [FigureAddress] {
        tables[Table(indicator: indicator, dimensions: dimensions)] ?? []
    }

    private func has(_ address: FigureAddress) -> Bool { known.contains(address) }
}

extension FigureAddress {
    /// The address without a dimension.
    func without(_ dimension: DimensionName) -> FigureAddress {
        FigureAddress(
            semester: semester, indicator: indicator,
            coordinates: coordinates.filter { $0.dimension != dimension })
    }

    /// The same categories of another indicator.
    func of(_ indicator: String) -> FigureAddress {
        FigureAddress(semester: semester, indicator: indicator, coordinates: coordinates)
    }
}
