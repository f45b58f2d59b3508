import Foundation
import SupportStore
import Testing

@testable import Pipelines

@Suite struct `Files that grow together` {
    /// Writes rows that come scattered over three files, and returns what is known of each and its bytes.
    private func written(mostWaiting: Int) throws -> [(file: GrowingFiles.Written, bytes: Data)] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-growing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files = GrowingFiles(in: folder.path, shownAs: "model", mostWaiting: mostWaiting)
        let places = try ["a.csv", "b/b.csv", "b/c/c.csv"].map {
            try files.begin($0, header: Array("number\r\n".utf8))
        }
        for number in 0..<1_000 where !number.isMultiple(of: 7) {
            var row: [UInt8] = []
            row.append(decimal: number)
            try files.append(row + Array("\r\n".utf8), to: places[number % 3])
        }
        return try files.finish().map { file in
            (file, try Data(contentsOf: folder.appending(path: file.path)))
        }
    }

    @Test(arguments: [0, 50, 1 << 20])
    func `have each row once and in order, however many may wait`(mostWaiting: Int) throws {
        for (place, written) in try written(mostWaiting: mostWaiting).enumerated() {
            let numbers = (0..<1_000).filter { $0 % 3 == place && !$0.isMultiple(of: 7) }
            let text = "number\r\n" + numbers.map { "\($0)\r\n" }.joined()
            #expect(String(decoding: written.bytes, as: UTF8.self) == text)
            #expect(written.file.rows == numbers.count)
            #expect(written.file.bytes == text.utf8.count)
            var fingerprint = Fingerprint()
            written.bytes.withUnsafeBytes { fingerprint.update($0) }
            #expect(written.file.sha256 == Hexadecimal.text(fingerprint.finalize()))
        }
    }

    @Test(arguments: [0, 7, -1, 20_182, Int.max, Int.min])
    func `have numbers as they are written`(number: Int) {
        var bytes: [UInt8] = [UInt8(ascii: ",")]
        bytes.append(decimal: number)
        #expect(String(decoding: bytes, as: UTF8.self) == ",\(number)")
    }

    @Test func `say which of them cannot be written`() {
        var files = GrowingFiles(in: "/dev/null", shownAs: "model")
        #expect(throws: OutputError.self) { _ = try files.begin("a/b.csv", header: []) }
    }
}
