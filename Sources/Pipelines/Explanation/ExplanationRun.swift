import Diagnostics
import Foundation
import PupilSupport
import Reports
public import Rollup
public import SupportStore

/// Explains the figures of a store, which it only reads, whoever works with it meanwhile.
public struct ExplanationRun: Sendable {
    let reader: StoreReader
    let rollup: SemesterRollup
    let definitions: Definitions
    let indicators: IndicatorSet
    let folder: String
    let key: KeyPlace

    /// Opens the store of a state folder.
    ///
    /// - Parameters:
    ///   - folder: The folder of the store.
    ///   - key: Where the key lies; only source texts and questions about a pupil need it.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    /// - Throws: ``StoreError`` when there is none, or it cannot be read.
    public init(
        state folder: String, key: KeyPlace = .state, definitions: Definitions,
        indicators: IndicatorSet
    ) throws(StoreError) {
        reader = try StoreReader(stateFolder: folder)
        rollup = SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies)
        self.definitions = definitions
        self.indicators = indicators
        self.folder = folder
        self.key = key
    }

    /// Returns from what a figure was made, or `nil` when the store has nothing of it.
    ///
    /// - Parameters:
    ///   - text: The address as it was written.
    ///   - showsText: Whether the source text of each row is wanted: personal data.
    /// - Throws: ``AddressProblem``, ``EvidenceProblem`` or an error of the store.
    public func explanation(
        of text: String, showingText showsText: Bool = false
    ) throws -> ExplanationDocument? {
        let address = try rollup.checkedAddress(text)
        return try reader.read { snapshot in
            guard try snapshot.currentSemesters().contains(address.semester),
                let explanation = try rollup.explanation(of: address, in: snapshot)
            else {
                return nil
            }
            let files = try sourceFiles(snapshot)
            let texts = showsText ? SourceTexts(of: Self.records(explanation), in: files) : nil
            let maker = ExplanationMaker(files: files, texts: texts, snapshot: snapshot)
            return ExplanationDocument(
                figure: try maker.figure(explanation), shortfall: texts?.shortfall)
        }
    }

    /// Returns the files behind the deliveries of a state of the store.
    func sourceFiles(_ snapshot: StoreSnapshot) throws -> SourceFiles {
        try SourceFiles(
            snapshot, archive: Archive(stateFolder: folder, key: key, of: snapshot),
            definitions: definitions)
    }

    private static func records(_ explanation: FigureExplanation) -> [SourceTexts.Record] {
        (explanation.evidence?.rows ?? []).map { row in
            SourceTexts.Record(delivery: row.delivery, byte: row.byte)
        } + explanation.operands.flatMap(records)
    }
}

/// Makes documents of what the rollup explains.
struct ExplanationMaker {
    let files: SourceFiles
    let texts: SourceTexts?
    let snapshot: StoreSnapshot

    func figure(_ explanation: FigureExplanation) throws -> ExplainedFigure {
        let (figure, indicator) = (explanation.figure, explanation.indicator)
        return ExplainedFigure(
            address: figure.address.description, indicator: indicator.code,
            name: TwoTexts(indicator.name), definition: TwoTexts(indicator.definition),
            unit: indicator.unit.rawValue, unitName: TwoTexts(indicator.unit.name),
            value: figure.value.flatMap { Double($0.description) },
            status: figure.status.rawValue, aggregate: indicator.aggregate.words,
            conditions: indicator.conditions.map(\.words),
            target: explanation.target.map { target in
                ExplainedTarget(
                    moreThan: target.moreThan, by: target.by.description,
                    source: TwoTexts(target.source))
            }, evidence: try explanation.evidence.map(evidence),
            operands: try explanation.operands.map(self.figure), exact: figure.value)
    }

    private func evidence(_ evidence: FigureEvidence) throws -> ExplainedEvidence {
        ExplainedEvidence(
            query: evidence.query, source: evidence.source.map(TwoTexts.init),
            columns: evidence.columns, things: evidence.things,
            rows: try evidence.rows.map { try row($0, evidence.columns) })
    }

    func row(_ row: EvidenceRow, _ columns: [String]) throws -> ExplainedRow {
        let delivery = files.deliveries[row.delivery]
        let cell = files.row(row.line, of: row.delivery)
        let problem = texts?.problems[row.delivery]?.message
        return ExplainedRow(
            values: try zip(columns, row.values).map(value),
            file: delivery.map { files.names[$0.fileName] } ?? "?", line: row.line, cell: cell,
            byte: cell == nil ? row.byte : nil, delivery: row.delivery,
            sha256: String(Hexadecimal.text(delivery?.sha256 ?? []).prefix(12)),
            text: texts?[row.delivery, row.byte],
            problem: problem.map { TwoTexts(lv: $0.lv, en: $0.en) })
    }

    /// Returns a value as it may be shown: people and plans by keys, other texts by their known words.
    private func value(_ column: String, _ value: EvidenceValue) throws -> ExplainedValue {
        switch value {
        case .empty: return .empty
        case .text(let text): return .text(ShownText(text, knowing: files.words).text)
        case .integer(let integer):
            if let role = PersonRole(rawValue: column) {
                return .text(try snapshot.shownKey(of: role, integer) ?? "?")
            }
            return column == "plan" ? .text("plan-\(integer)") : .integer(integer)
        }
    }
}

extension Encodable {
    /// The value as JSON with sorted keys and a line end at the end.
    public var jsonText: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }
}
