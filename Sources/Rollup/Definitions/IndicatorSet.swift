import PupilSupport

/// All indicators of a municipality and the queries that give their evidence.
public struct IndicatorSet: Sendable {
    /// The families, in the order in which reports show them.
    public let families: [IndicatorFamily]
    /// The indicators of all families, in order.
    public let indicators: [IndicatorDefinition]
    /// The text of each query, by the name of its file.
    public let queries: [String: String]
    /// The codes of the indicators that compare the semester with the one before.
    ///
    /// They are those whose query asks for `:previous`, and those made from them.
    let comparing: Set<String>
    /// The kinds of record that each query reads, that of its places first.
    let kindsOfQueries: [String: [RecordKind]]
    private let byCode: [String: IndicatorDefinition]

    /// Creates a set; the families may come in any order.
    ///
    /// - Throws: ``IndicatorProblem`` for the first thing that does not fit.
    public init(families: [IndicatorFamily], queries: [String: String]) throws(IndicatorProblem) {
        self.families = families.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
        indicators = self.families.flatMap(\.indicators)
        self.queries = queries
        kindsOfQueries = queries.mapValues(Self.kinds(in:))
        var byCode: [String: IndicatorDefinition] = [:]
        for indicator in indicators {
            guard byCode.updateValue(indicator, forKey: indicator.code) == nil else {
                throw IndicatorProblem(
                    indicator: indicator.code, kind: .twoIndicatorsWithOneCode)
            }
        }
        self.byCode = byCode
        let asking = Set(queries.filter { Self.asksForPrevious($0.value) }.keys)
        comparing = indicators.reduce(into: []) { comparing, indicator in
            if !asking.isDisjoint(with: indicator.queries)
                || !comparing.isDisjoint(with: indicator.aggregate.operands)
            {
                comparing.insert(indicator.code)
            }
        }
        for problem in problems() + unnamedSources() { throw problem }
    }

    /// Returns the indicator with a code.
    public subscript(code: String) -> IndicatorDefinition? { byCode[code] }

    /// Whether a query uses the semester before, remarks apart.
    static func asksForPrevious(_ sql: String) -> Bool {
        let argument = Array(":previous".utf8)
        return withLines(of: sql) { lines in
            lines.contains { line in
                line.indices.contains {
                    line[$0] == argument[0] && line[$0...].starts(with: argument)
                }
            }
        }
    }

    private func problems() -> [IndicatorProblem] {
        var known: Set<String> = []
        var problems: [IndicatorProblem] = []
        for indicator in indicators {
            func report(_ kind: IndicatorProblem.Kind) {
                problems.append(IndicatorProblem(indicator: indicator.code, kind: kind))
            }
            // Only what stands above may be named: so there is no circle.
            for operand in indicator.aggregate.operands where !known.contains(operand) {
                report(.unknownOperand(operand))
            }
            if indicator.aggregate.operands.isEmpty, indicator.evidence == nil {
                report(.noEvidence)
            }
            if !indicator.aggregate.operands.isEmpty, indicator.evidence != nil {
                report(.evidenceNotUsed)
            }
            let named = indicator.breakdowns.map { $0.evidence } + [indicator.evidence]
            for name in named.compactMap(\.self) where queries[name] == nil {
                report(.unknownQuery(name))
            }
            for condition in indicator.conditions where !condition.fits {
                report(.conditionDoesNotFit(column: condition.column))
            }
            if Set(indicator.breakdowns.map(\.dimensions)).count != indicator.breakdowns.count {
                report(.breakdownTwice)
            }
            for breakdown in indicator.breakdowns {
                for operand in indicator.aggregate.operands.compactMap({ byCode[$0] })
                where !isCovered(breakdown, of: indicator, by: operand) {
                    report(.breakdownMissing(breakdown.dimensions, in: operand.code))
                }
            }
            known.insert(indicator.code)
        }
        return problems
    }

    /// The codes of the indicators' families, by the indicators' codes.
    var familyCodes: [String: String] {
        var codes: [String: String] = [:]
        for family in families {
            for indicator in family.indicators { codes[indicator.code] = family.code }
        }
        return codes
    }

    /// A reader who cannot see what a figure was counted from would take two counts for one.
    private func unnamedSources() -> [IndicatorProblem] {
        families.flatMap { family in
            family.indicators.flatMap { indicator in
                indicator.queries.filter { family.sources[$0] == nil }.map { query in
                    IndicatorProblem(indicator: indicator.code, kind: .noSource(query))
                }
            }
        }
    }

    private func isCovered(
        _ breakdown: Breakdown, of indicator: IndicatorDefinition, by operand: IndicatorDefinition
    ) -> Bool {
        let available = operand.breakdowns.map(\.dimensions)
        switch indicator.aggregate {
        case .sumOfSchools: return breakdown.dimensions.isEmpty && available.contains([.school])
        case .target: return breakdown.dimensions.isEmpty
        default: return available.contains(breakdown.dimensions)
        }
    }
}

/// What does not fit in the definitions of indicators.
public struct IndicatorProblem: Error, Hashable, CustomStringConvertible {
    /// The code of the indicator.
    public let indicator: String
    /// What does not fit.
    public let kind: Kind

    /// The kinds of problem.
    public enum Kind: Hashable, Sendable {
        /// Two indicators have one code.
        case twoIndicatorsWithOneCode
        /// An indicator is made from one that does not stand above it.
        case unknownOperand(String)
        /// There is no such query.
        case unknownQuery(String)
        /// The family does not say what a query reads.
        case noSource(String)
        /// A value that is counted needs evidence.
        case noEvidence
        /// A value that is made from others has no evidence of its own.
        case evidenceNotUsed
        /// A column of codes is compared with a number, or a column of numbers with an attribute.
        case conditionDoesNotFit(column: String)
        /// A breakdown stands twice.
        case breakdownTwice
        /// An indicator from which the value is made lacks a breakdown.
        case breakdownMissing([DimensionName], in: String)
    }

    /// What does not fit, as a sentence.
    public var description: String {
        switch kind {
        case .twoIndicatorsWithOneCode: "two indicators have the code '\(indicator)'"
        case .unknownOperand(let code):
            "indicator '\(indicator)' is made from '\(code)', which does not stand above it"
        case .unknownQuery(let name):
            "indicator '\(indicator)' takes its evidence from '\(name)', which is not there"
        case .noSource(let name):
            "indicator '\(indicator)' takes its evidence from '\(name)', "
                + "and the family's sources do not say what that is"
        case .noEvidence: "indicator '\(indicator)' names no evidence"
        case .evidenceNotUsed:
            "indicator '\(indicator)' is made from other indicators and has no evidence of its own"
        case .conditionDoesNotFit(let column):
            "indicator '\(indicator)' tests column '\(column)' in a way that it cannot hold"
        case .breakdownTwice: "indicator '\(indicator)' has a breakdown twice"
        case .breakdownMissing(let dimensions, let code):
            "indicator '\(indicator)' is broken down by "
                + "'\(dimensions.map(\.rawValue).joined(separator: ", "))', but '\(code)' is not"
        }
    }
}

extension EvidenceCondition {
    /// Whether the column can hold what the test looks for.
    fileprivate var fits: Bool {
        switch test {
        case .equals: !DimensionName.holdsText(column: column)
        case .hasAttribute: DimensionName.holdsText(column: column) && column != "school"
        }
    }
}
