import Foundation
import SupportStore

/// What a run did, as it is kept beside the store and in it (`"schema": "pumpurs-run/1"`).
///
/// It is the only output that knows the clock. Names of files are those that may be shown.
struct RunRecord: Encodable {
    /// A file of the inbox.
    struct Input: Encodable {
        let file: String
        let sha256: String?
        let bytes: Int?
        let outcome: String
        let rule: String?
        let records: Records?
        let droppedColumns: [Dropped]?
    }

    /// A column of which nothing is kept.
    struct Dropped: Encodable {
        let column: Int
        let name: String
        let records: Int
    }

    /// What became of records.
    struct Records: Encodable {
        let read: Int
        let loaded: Int
        let heldBack: Int
        let ignored: Int

        init(_ counts: DeliveryCounts) {
            read = counts.read
            loaded = counts.loaded
            heldBack = counts.heldBack
            ignored = counts.ignored
        }
    }

    /// A semester of which a report was written.
    struct Period: Encodable {
        let semester: String
        let state: String
        let closedAs: String?
        let figuresMoved: Int
        let outputs: [PublishedFile]
    }

    let schema = "pumpurs-run/1"
    var run = 0
    let command: String
    let arguments: [String]
    let version: String
    let definitions: String
    let startedAt: String
    let finishedAt: String
    let milliseconds: [String: Int]
    let inputs: [Input]
    let records: Records
    let rules: [String: Int]
    let periods: [Period]
    let exitCode: Int

    /// The record as text in JSON with a line end.
    func text(run: Int) -> String {
        var numbered = self
        numbered.run = run
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(numbered)
        return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{}\n"
    }
}
