import Foundation
import PupilSupport
import Reports
import Rollup

/// What was released of a semester: what its summary says, and nothing else.
struct ReleasedFigures {
    /// What stands at an address.
    enum Entry: Hashable {
        /// The value as text.
        case value(String)
        /// The sign that it is hidden.
        case hidden
        /// Another sign: nothing to divide by, nothing known.
        case other
    }

    private let entries: [String: Entry]
    /// The codes of the class bands that have figures.
    private let classBands: Set<String>

    /// Takes the figures of a summary.
    init(_ document: ReleasedDocument) {
        classBands = document.classBands
        var entries: [String: Entry] = [:]
        for table in document.tables {
            for figure in table.figures {
                let cell = figure.address.dropFirst(document.semester.count + 1)
                entries[String(cell)] = figure.entry(decimals: table.decimals)
            }
        }
        self.entries = entries
    }

    /// Takes the figures of a release that is being made, as its summary says them.
    init(_ cube: Cube) {
        var entries: [String: Entry] = [:]
        var bands: Set<String> = []
        for indicator in cube.families.flatMap(\.indicators) {
            for breakdown in indicator.breakdowns {
                for figure in cube.figures(of: indicator.code, by: breakdown.dimensions) {
                    entries[figure.address.cell] = Entry(figure)
                    if let band = figure.address[.classBand] { bands.insert(band) }
                }
            }
        }
        self.entries = entries
        classBands = bands.subtracting(ReleasedDocument.noBands)
    }

    /// Returns what stands in a cell, or `nil` when the release has no such row.
    subscript(cell: String) -> Entry? { entries[cell] }

    /// Whether the release has the class bands that a way of putting them together gives.
    func hasBands(of way: ClassBandMerge) -> Bool {
        classBands.isEmpty || classBands.isSubset(of: way.bands.map(\.code))
    }

    /// Whether the release has a row.
    func has(_ cell: String) -> Bool { entries[cell] != nil }

    /// The least that anybody would think possible of a listed figure: in a table that lists only what was
    /// counted, a row says that there is something, now or in the semester before.
    static func leastPossible(_ address: FigureAddress, before: ReleasedFigures?) -> Int {
        ReleaseScope.listsOnlyCounted(address.dimensions) && before?.has(address.cell) != true
            ? 1 : 0
    }
}

/// The summary of a release as it lies on the disk.
struct ReleasedDocument: Decodable {
    struct Revision: Decodable {
        let revision: String
        let closedOn: String
        let note: String
    }
    struct Protection: Decodable {
        let threshold: Int
        let hidden: Int
        let classBandsMerged: Bool
    }
    struct HeldBack: Decodable {
        let count: HeldBackCount

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            count =
                try (try? container.decode(Int.self)).map { .number($0) }
                ?? (container.decode(String.self) == "few" ? .few : .number(0))
        }
    }
    struct KnownBefore: Decodable {
        let schools: [String]
        let silent: [String]
    }
    struct Past: Decodable {
        struct Figure: Decodable {
            let indicator: String
            let decimals: Int
            let value: Double?
            let status: String
        }
        let semester: String
        let state: String
        let closedAs: Int?
        let figures: [Figure]
    }
    struct Table: Decodable {
        let indicator: String
        let unit: String
        let breakdown: [String]
        let figures: [ReleasedFigure]

        var decimals: Int { IndicatorUnit(rawValue: unit)?.decimals ?? 0 }
    }

    let audience: String
    let semester: String
    let previousSemester: String?
    let state: String
    let schoolsMissing: [String]
    /// How many records are held back; earlier versions did not say it.
    let heldBack: HeldBack?
    let revisions: [Revision]
    let definitions: String
    let protection: Protection?
    let knownBefore: KnownBefore
    let history: [Past]
    let tables: [Table]
}

extension ReleasedFigures.Entry {
    /// Takes what a summary says of a figure.
    fileprivate init(_ figure: Figure) {
        if figure.status == .confidential {
            self = .hidden
        } else {
            self = figure.value.map { .value($0.description) } ?? .other
        }
    }
}

extension ReleasedDocument {
    /// Why a release cannot be read.
    struct Unreadable: Error, Hashable {
        /// The path of the file.
        let path: String
    }

    /// What stands in the place of a class band for those who have none.
    fileprivate static let noBands: Set = ["not_stated"]

    /// Reads the release in a folder; returns `nil` when there is none.
    ///
    /// - Throws: ``Unreadable`` when it is no release of ours.
    init?(folder: String) throws(Unreadable) {
        let path = "\(folder)/summary.json"
        guard FileManager.default.fileExists(atPath: path) else {
            // Without its summary nobody knows what the other files have told.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            guard names.isEmpty else { throw Unreadable(path: path) }
            return nil
        }
        guard let data = FileManager.default.contents(atPath: path),
            let document = ReleasedDocument(bytes: Array(data)),
            document.audience == ReportAudience.public.rawValue
        else { throw Unreadable(path: path) }
        self = document
    }

    /// The codes of the class bands that have figures.
    var classBands: Set<String> {
        let name = DimensionName.classBand.rawValue
        return Set(
            tables.filter { $0.breakdown.contains(name) }.flatMap(\.figures).compactMap { figure in
                FigureAddress(figure.address)?[.classBand]
            }
        ).subtracting(Self.noBands)
    }

    /// Reads a summary; returns `nil` when it is none of ours.
    init?(bytes: [UInt8]) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let document = try? decoder.decode(ReleasedDocument.self, from: Data(bytes)),
            Semester(code: document.semester) != nil, document.isSound
        else { return nil }
        self = document
    }

    /// Whether the numbers are such as this program writes, and every figure without one says why.
    private var isSound: Bool {
        guard protection.map({ (1...1000).contains($0.threshold) }) ?? true else { return false }
        return tables.allSatisfy { $0.figures.allSatisfy(\.isSound) }
            && history.allSatisfy { past in
                past.figures.allSatisfy { ReleasedFigure.isSound($0.value) }
            }
    }
}

/// A figure as it lies on the disk.
struct ReleasedFigure: Decodable {
    let value: Double?
    let previous: Double?
    /// Why there is no value of the semester before; earlier versions did not say it.
    let previousStatus: String?
    let change: Double?
    let status: String
    let address: String

    /// Whether the numbers are no greater than sums can be, and a figure without a number says why.
    var isSound: Bool {
        guard let status = ValueStatus(rawValue: status) else { return false }
        return [value, previous, change].allSatisfy(Self.isSound)
            && (value != nil || status != .present)
    }

    /// Whether a number is none, or one that can be worked with.
    static func isSound(_ number: Double?) -> Bool {
        number.map { $0.isFinite && $0.magnitude <= 1e9 } ?? true
    }

    func entry(decimals: Int) -> ReleasedFigures.Entry {
        if status == ValueStatus.confidential.rawValue { return .hidden }
        return Self.shown(value, decimals: decimals).map { .value($0.description) } ?? .other
    }

    /// Returns a number of the file as it was written.
    static func shown(_ number: Double?, decimals: Int) -> FigureValue? {
        number.map { number in
            FigureValue(
                scaled: Int((number * (decimals > 0 ? 10 : 1)).rounded()), decimals: decimals)
        }
    }
}
