public import Diagnostics
import Extraction
import Foundation
import Normalization
import PupilSupport

/// Runs the worked examples beside the sources through the very reader and normaliser of an import.
public struct ExampleRun {
    /// What became of an example.
    public struct Result: Sendable {
        /// The name of the example.
        public let name: String
        /// Where it stands.
        public let position: InputPosition
        /// How it differs from what it says; empty when it holds.
        public let differences: [String]
    }

    private let definitions: Definitions

    /// Creates a run of all examples.
    public init(definitions: Definitions) { self.definitions = definitions }

    /// Runs the examples, source by source.
    public func run() -> [Result] {
        definitions.sources.flatMap { source in
            (definitions.examples[source.code] ?? []).map { example in
                Result(
                    name: example.name, position: example.position,
                    differences: differences(of: example, source: source))
            }
        }
    }

    /// The codes of the sources that have no example, in the order of the sources.
    public var sourcesWithoutExamples: [String] {
        definitions.sources.map(\.code).filter { definitions.examples[$0]?.isEmpty ?? true }
    }

    private func differences(of example: WorkedExample, source: SourceDefinition) -> [String] {
        guard let file = source.files.first(where: { $0.kind == example.file }) else {
            return ["there is no file kind '\(example.file)'"]
        }
        let outcome: ExampleOutcome
        do {
            outcome = try ExampleOutcome(
                example: example, file: file, source: source, definitions: definitions)
        } catch {
            return ["the file was refused: \(error)"]
        }
        return recordDifferences(example, outcome) + findingDifferences(example, outcome)
    }

    private func recordDifferences(
        _ example: WorkedExample, _ outcome: ExampleOutcome
    ) -> [String] {
        var differences: [String] = []
        for (expected, given) in zip(example.gives, outcome.records) {
            guard expected.kind == given.kind else {
                differences.append(
                    "\(expected.position): expected \(expected.kind.rawValue), "
                        + "found \(given.kind.rawValue)")
                continue
            }
            for field in expected.fields {
                let found = given.fields[field.name] ?? ""
                if found != field.text {
                    differences.append(
                        "\(field.position): \(field.name): expected '\(field.text)', found '\(found)'"
                    )
                }
            }
        }
        if example.gives.count != outcome.records.count {
            let kinds = outcome.records.map(\.kind.rawValue).joined(separator: ", ")
            differences.append(
                "expected \(example.gives.count) records, found \(outcome.records.count): \(kinds)")
        }
        return differences
    }

    private func findingDifferences(
        _ example: WorkedExample, _ outcome: ExampleOutcome
    ) -> [String] {
        var differences: [String] = []
        var left = outcome.findings
        for expected in example.finds {
            let place = left.firstIndex { finding in
                finding.rule.code == expected.rule
                    && expected.line.map { $0 == finding.position.line } ?? true
                    && expected.column.map { $0 == finding.position.columnName } ?? true
            }
            if let place {
                left.remove(at: place)
            } else {
                differences.append("\(expected.position): \(expected.rule) was not found")
            }
        }
        for finding in left {
            differences.append(
                "found \(finding.rule.code) on line \(finding.position.line), "
                    + "\(finding.position.columnName ?? "")")
        }
        return differences
    }
}
