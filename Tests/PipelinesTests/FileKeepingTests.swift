import Foundation
import Testing

@testable import Extraction
@testable import Normalization
@testable import Pipelines
@testable import SupportStore

@Suite struct `A large file that is kept while it is read` {
    private struct Kept {
        let keeping: FileKeeping
        let archive: Archive
        let sha256: [UInt8]
        let bytes: [UInt8]

        func append(_ part: Range<Int>) {
            bytes[part].withUnsafeBytes { keeping.append($0) }
        }
    }

    private func keep(_ count: Int = 3_000_000, _ body: (Kept) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-keeping-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        let path = FilePath(folder.appending(path: "sent").path)
        try Data(bytes).write(to: folder.appending(path: "sent"))
        let sha256 = try SurveyedFile(path: path).sha256
        let key = IdentityKey(bytes: (1...32).map { UInt8($0) })
        let archive = Archive(stateFolder: folder.path) {
            () throws(StoreError) -> IdentityKey in key
        }
        let keeping = FileKeeping(try SentFile(path), at: path, sha256, in: archive)
        try body(Kept(keeping: keeping, archive: archive, sha256: sha256, bytes: bytes))
    }

    @Test func `is what the reader was given`() throws {
        try keep { kept in
            for start in stride(from: 0, to: 3_000_000, by: 50_000) {
                kept.append(start..<(start + 50_000))
            }
            let isOfReader = try kept.keeping.finish()
            #expect(isOfReader)
            #expect(kept.archive.isSound(kept.sha256))
        }
    }

    @Test func `is kept whole when the reader gives up, which it says`() throws {
        try keep { kept in
            kept.append(0..<70_000)
            let isOfReader = try kept.keeping.finish()
            #expect(!isOfReader)
            #expect(kept.archive.isSound(kept.sha256))
        }
    }

    @Test func `is refused when the reader was given other bytes than were surveyed`() throws {
        try keep { kept in
            kept.append(1..<3_000_000)
            let refusal = #expect(throws: FileRefusal.self) {
                _ = try kept.keeping.finish()
            }
            #expect(refusal?.rule == FileRules.changedWhileRead)
            #expect(!kept.archive.has(kept.sha256))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `lets a reader go on that is still reading when nobody wants more`() throws {
        try keep { kept in
            kept.append(0..<70_000)
            let isOfReader = try kept.keeping.finish()
            #expect(!isOfReader)
            for _ in 0..<20 { kept.append(0..<1_000) }
        }
    }
}
