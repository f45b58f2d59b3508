import Foundation
import Testing

@testable import Submission

/// Documents and schemas that are made from the program: the published files are what it makes today.
struct PublishedDocumentTests {
    static let documents: [(path: String, text: String)] = [
        ("docs/package-tables.md", PackageDocumentation.text),
        ("pipelines/schemas/submission.xsd", PackageXML.schema),
        ("pipelines/schemas/package.schema.json", ManifestSchema.text),
        ("pipelines/schemas/year.schema.json", YearManifestSchema.text),
    ]

    @Test(arguments: documents.indices)
    func `a published document is the one that the program makes`(index: Int) throws {
        let (path, text) = Self.documents[index]
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../\(path)").standardized
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == text)
    }
}
