public import PupilSupport
public import SupportStore

/// Sums up extracts from a store.
///
/// ```swift
/// let reading = ExtractReading(municipality: municipality, vocabularies: vocabularies)
/// let tables = try reading.tables(of: extracts, in: store)
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

    /// Returns the tables of extracts, all of one state of the store.
    ///
    /// Where an extract shares its rows, two threads read them; each figure is the same as when one does.
    ///
    /// - Throws: ``ExtractProblem`` when a query and its definition do not fit together, or a database error.
    public func tables(of extracts: [Extract], in store: StoreReader) throws -> [ExtractedTable] {
        if extracts.contains(where: { $0.parts != nil }),
            let (first, second) = try store.readTwice({ snapshot, part in
                try tallies(of: extracts, in: snapshot, part: part == 0 ? .lower : .upper)
            })
        {
            return try tables(of: extracts, first, second)
        }
        return try tables(
            of: extracts,
            try store.read { try tallies(of: extracts, in: $0, part: .whole) }, nil)
    }

    /// Which rows of an extract that shares them are read.
    private enum Part {
        case whole, lower, upper
    }

    /// What one reading has come to.
    private struct Tallies: Sendable {
        /// For each extract, what was counted and the texts of its columns; `nil` where another reading does it all.
        var tallies: [(tally: ExtractTally, texts: [[String]?])?] = []
        let names: KeyNames
    }

    private func tallies(
        of extracts: [Extract], in snapshot: StoreSnapshot, part: Part
    ) throws -> Tallies {
        var made = Tallies(
            names: try KeyNames(
                municipality: municipality, vocabularies: vocabularies, in: snapshot))
        for extract in extracts {
            let isElsewhere = part == .upper && extract.parts == nil
            made.tallies.append(isElsewhere ? nil : try tally(extract, in: snapshot, part: part))
        }
        return made
    }

    private func tables(
        of extracts: [Extract], _ first: Tallies, _ second: Tallies?
    ) throws -> [ExtractedTable] {
        var tables: [ExtractedTable] = []
        let (tallies, names) = (first.tallies, first.names)
        for (place, extract) in extracts.enumerated() {
            guard let (first, texts) = tallies[place] else { continue }
            var tally = first
            if let other = second?.tallies[place] { tally.merge(other.tally) }
            do throws(ExtractProblem.Kind) {
                guard tally.total <= limits.rows else { throw .failed(.rows(limits.rows)) }
                for table in extract.tables.indices {
                    tables.append(
                        try TableMaker(
                            extract.tables[table], table, tally, names, texts: texts
                        ).make())
                }
            } catch { throw ExtractProblem(extract: extract.code, kind: error) }
        }
        return tables
    }

    private var limits: QueryLimits {
        QueryLimits(
            seconds: municipality.indicatorLimits.querySeconds,
            rows: municipality.indicatorLimits.queryRows)
    }

    private func tally(
        _ extract: Extract, in snapshot: StoreSnapshot, part: Part
    ) throws -> (tally: ExtractTally, texts: [[String]?]) {
        do {
            let plan = ExtractPlan(extract)
            var tally = ExtractTally(plan)
            let arguments = ["low_mark_below": municipality.lowMarkBelow]
            let texts = try snapshot.pour(
                plan.columns, of: extract.sql, arguments: arguments,
                where: try condition(of: extract, part, arguments, in: snapshot), within: limits
            ) { try tally.add($0) }
            try check(texts, of: extract, plan)
            return (tally, texts)
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

    /// Returns what must hold of the rows of a part, or `nil` for all.
    private func condition(
        of extract: Extract, _ part: Part, _ arguments: [String: Int], in snapshot: StoreSnapshot
    ) throws -> String? {
        guard part != .whole, let kind = extract.parts else { return nil }
        let column = Extract.partColumn
        let isInNoPart = try snapshot.hasRow(
            of: extract.sql, arguments: arguments, where: "\(column) IS NULL", within: limits)
        if isInNoPart { throw ExtractProblem.Kind.inNoPart(column: column) }
        let middle = try snapshot.middle(of: kind) ?? 0
        return "\(column) \(part == .lower ? "<=" : ">") \(middle)"
    }

    /// Makes sure that nobody sums up, looks up or shares the numbers that texts were given.
    private func check(
        _ texts: [[String]?], of extract: Extract, _ plan: ExtractPlan
    ) throws(ExtractProblem.Kind) {
        var integers: [String] = extract.parts == nil ? [] : plan.columns
        for table in extract.tables {
            for amount in table.amounts {
                switch amount.aggregate {
                case .sum(let column), .countWhere(let column): integers.append(column)
                case .count, .countDistinct: break
                }
            }
            integers += table.keys.filter { $0.form != .value }.map(\.column)
        }
        for column in integers {
            if let place = plan.columns.firstIndex(of: column), texts[place] != nil {
                throw .holdsText(column: column)
            }
        }
    }
}
