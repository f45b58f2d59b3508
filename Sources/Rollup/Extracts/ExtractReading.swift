public import PupilSupport
public import SupportStore

/// Sums up extracts from a store.
///
/// ```swift
/// let reading = ExtractReading(municipality: municipality, vocabularies: vocabularies)
/// let tables = try store.read { try reading.tables(of: extract, in: $0) }
/// ```
public struct ExtractReading: Sendable {
    private let municipality: Municipality
    private let vocabularies: [VocabularyName: Vocabulary]

    /// The names of the arguments that a query may use.
    static let argumentNames: Set = ["low_mark_below"]

    /// Creates a reading for a municipality.
    public init(municipality: Municipality, vocabularies: [VocabularyName: Vocabulary]) {
        self.municipality = municipality
        self.vocabularies = vocabularies
    }

    /// Returns the tables of an extract, of one state of the store.
    ///
    /// - Throws: ``ExtractProblem`` when the query and the definition do not fit together, or a database error.
    public func tables(
        of extract: Extract, in snapshot: StoreSnapshot
    ) throws -> [ExtractedTable] {
        do {
            let plan = ExtractPlan(extract)
            var tally = ExtractTally(plan)
            let texts = try snapshot.pour(
                plan.columns, of: extract.sql,
                arguments: ["low_mark_below": municipality.lowMarkBelow],
                within: QueryLimits(
                    seconds: municipality.indicatorLimits.querySeconds,
                    rows: municipality.indicatorLimits.queryRows)
            ) { try tally.add($0) }
            try check(texts, of: extract, plan)
            let names = try KeyNames(
                municipality: municipality, vocabularies: vocabularies, in: snapshot)
            return try extract.tables.indices.map { place in
                try TableMaker(extract.tables[place], place, tally, names, texts: texts).make()
            }
        } catch let kind as ExtractProblem.Kind {
            throw ExtractProblem(extract: extract.code, kind: kind)
        } catch let failure as QueryFailure {
            throw ExtractProblem(extract: extract.code, kind: .failed(failure))
        } catch PouringFailure.noInteger(let column) {
            throw ExtractProblem(extract: extract.code, kind: .notAnInteger(column: column))
        } catch PouringFailure.mixed(let column) {
            throw ExtractProblem(extract: extract.code, kind: .mixed(column: column))
        }
    }

    /// Makes sure that nobody sums up, or looks up, the numbers that texts were given.
    private func check(
        _ texts: [[String]?], of extract: Extract, _ plan: ExtractPlan
    ) throws(ExtractProblem.Kind) {
        for table in extract.tables {
            let summed = table.amounts.compactMap { amount -> String? in
                switch amount.aggregate {
                case .sum(let column), .countWhere(let column): column
                case .count, .countDistinct: nil
                }
            }
            let lookedUp = table.keys.filter { $0.form != .value }.map(\.column)
            for column in summed + lookedUp {
                guard let place = plan.columns.firstIndex(of: column), texts[place] != nil
                else { continue }
                throw .holdsText(column: column)
            }
        }
    }
}
