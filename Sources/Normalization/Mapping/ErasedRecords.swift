import Diagnostics
import Extraction
import PupilSupport

/// The physical lines of a file that are blank because records of erased people stood there.
public struct ErasedLines: Sendable {
    private let lines: Set<Int>

    /// Creates a set of lines.
    public init(_ lines: Set<Int> = []) { self.lines = lines }

    /// Whether there is none.
    public var isEmpty: Bool { lines.isEmpty }

    /// Returns how many of some lines that follow one another are such lines.
    func count(from line: Int, of count: Int) -> Int {
        guard count > 1 else { return lines.contains(line) ? 1 : 0 }
        return (line..<(line + count)).count { lines.contains($0) }
    }
}

/// Tells the records of people who were erased from all others.
struct ErasedRecords {
    private let context: NormalizationContext
    /// What is known of the people of the delivery, by their numbers.
    private var people: [Int: Bool] = [:]
    /// What is known of its plans, by their numbers.
    private var plans: [Int: Bool] = [:]

    /// Whether there is anybody to tell.
    let isNeeded: Bool

    init(_ context: NormalizationContext) {
        self.context = context
        isNeeded = context.isErased != nil
    }

    /// Whether a row names somebody who was erased, or a plan of theirs and no other pupil.
    mutating func concerns(_ worker: RowWorker, registries: DeliveryRegistries) -> Bool {
        guard let isErased = context.isErased else { return false }
        var namesOther = false
        for index in worker.produced.indices {
            let kind = worker.produced[index].kind
            guard let field = Self.pupilFields[kind] else { continue }
            let number = worker.value(field, of: index)
            guard number >= 0 else { continue }
            let known = people[number] ?? isErased(registries.pupils[number])
            people[number] = known
            if known { return true }
            namesOther = true
        }
        guard !namesOther, let isErasedPlan = context.isErasedPlan else { return false }
        for index in worker.produced.indices {
            // Without a school a plan has no number of its own yet.
            guard let number = worker.plan(of: index), worker.school(of: index) != nil else {
                continue
            }
            let known =
                plans[number]
                ?? isErasedPlan(
                    context.municipality.schools[registries.plans[number].school].code,
                    registries.plans[number].number)
            plans[number] = known
            if known { return true }
        }
        return false
    }

    /// Returns rows that are left out without those where records of erased people stood, which are counted
    /// as such; `nil` when nothing is left.
    func withoutErasedLines(_ row: IgnoredRow) -> IgnoredRow? {
        guard !context.erasedLines.isEmpty, Self.blankRules.contains(row.rule.code) else {
            return row
        }
        let erased = context.erasedLines.count(from: row.line, of: row.count)
        guard erased < row.count else { return nil }
        return erased == 0 ? row : row.narrowed(by: erased)
    }

    private static let blankRules = Set(
        [ExtractionRules.blankRow, ExtractionRules.blankRows, SpreadsheetRules.blankRows]
            .map(\.code))

    private static let pupilFields: [RecordKind: Int] = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.compactMap { kind in
            kind.fields.firstIndex { $0.type == .pupil }.map { (kind, $0) }
        })
}
