import Foundation
import SupportStore
import Testing

@testable import Extraction
@testable import Pipelines

@Suite struct `A file that is loaded where it lies` {
    private func sent(_ body: (URL, SentFile, [UInt8]) throws -> Void) throws {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data("a;b\n1;2\n".utf8).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let file = try SentFile(FilePath(place.path))
        try body(place, file, try SurveyedFile(path: FilePath(place.path)).sha256)
    }

    private func overwrite(_ place: URL, _ text: String) throws {
        // The system tells moments of writing apart by a few milliseconds.
        Thread.sleep(forTimeInterval: 0.05)
        let file = try FileHandle(forWritingTo: place)
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    @Test func `is unchanged when nobody wrote it`() throws {
        try sent { _, file, sha256 in #expect(file.isUnchanged(sha256)) }
    }

    @Test func `is changed by other bytes`() throws {
        try sent { place, file, sha256 in
            try overwrite(place, "a;b\n1;3\n")
            #expect(!file.isUnchanged(sha256))
        }
    }

    @Test func `is changed by bytes that were put back`() throws {
        try sent { place, file, sha256 in
            try overwrite(place, "a;b\n1;3\n")
            try overwrite(place, "a;b\n1;2\n")
            #expect(!file.isUnchanged(sha256))
        }
    }

    @Test func `is the file that was opened, whatever takes its name`() throws {
        try sent { place, file, _ in
            try FileManager.default.removeItem(at: place)
            try Data("other".utf8).write(to: place)
            let bytes = try Data(contentsOf: URL(filePath: file.content.path))
            #expect(String(decoding: bytes, as: UTF8.self) == "a;b\n1;2\n")
        }
    }
}
