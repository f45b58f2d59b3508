import PupilSupport
import Rollup

/// What `explain ADDRESS` says of a figure; the property names are those of the JSON.
public struct ExplanationDocument: Encodable, Sendable {
    /// The form of the document.
    let schema = "pumpurs-explanation/1"
    /// The figure.
    public let figure: ExplainedFigure
    /// Which source texts that were asked for are missing, or `nil` when none is.
    public let shortfall: TextShortfall?

    enum CodingKeys: String, CodingKey {
        case schema, figure
    }
}

/// A figure and what it is made from.
public struct ExplainedFigure: Encodable, Sendable {
    let address: String
    let indicator: String
    let name: TwoTexts
    let definition: TwoTexts
    let unit: String
    let unitName: TwoTexts
    let value: Double?
    let status: String
    let aggregate: TwoTexts
    let conditions: [String]
    let target: ExplainedTarget?
    let evidence: ExplainedEvidence?
    let operands: [ExplainedFigure]
    /// The value as an exact text with a point.
    let exact: FigureValue?

    enum CodingKeys: String, CodingKey {
        case address, indicator, name, definition, unit
        case unitName = "unit_name"
        case value, status, aggregate, conditions, target, evidence, operands
    }
}

/// The target that a figure shows.
struct ExplainedTarget: Encodable, Sendable {
    let moreThan: Int
    let by: String
    let source: TwoTexts

    enum CodingKeys: String, CodingKey {
        case moreThan = "more_than"
        case by, source
    }
}

/// The rows that a figure was counted from.
struct ExplainedEvidence: Encodable, Sendable {
    let query: String
    let source: TwoTexts?
    let columns: [String]
    let things: Int
    let rows: [ExplainedRow]
}

/// A row of evidence with its place.
struct ExplainedRow: Encodable, Sendable {
    let values: [ExplainedValue]
    let file: String
    let line: Int
    /// The place on a sheet of a workbook, which has no offsets that anybody sees.
    let cell: String?
    let byte: Int?
    let delivery: Int
    let sha256: String
    /// The source text, where it was asked for.
    let text: String?
    /// Why the source text that was asked for is not there.
    let problem: TwoTexts?
}

/// A value of a row: a number, a code, or the key by which a person or a plan is shown.
enum ExplainedValue: Encodable, Sendable {
    case integer(Int)
    case text(String)
    case empty

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .integer(let integer): try container.encode(integer)
        case .text(let text): try container.encode(text)
        case .empty: try container.encodeNil()
        }
    }

    /// The value in a table of text.
    var text: String {
        switch self {
        case .integer(let integer): "\(integer)"
        case .text(let text): text
        case .empty: "–"
        }
    }
}

/// A text in both languages.
struct TwoTexts: Encodable, Hashable, Sendable {
    let lv: String
    let en: String

    init(lv: String, en: String) {
        self.lv = lv
        self.en = en
    }

    init(_ text: LocalizedText) { self.init(lv: text.lv, en: text.en) }

    subscript(language: Language) -> String { language == .latvian ? lv : en }
}
