import CZip
import Diagnostics
import Foundation
import Testing

@testable import Extraction

@Suite(.timeLimit(.minutes(5)))
struct SpreadsheetFuzzTests {
    @Test func `two thousand damaged workbooks are read or refused`() throws {
        let fixture = try Data(contentsOf: try #require(LibreOffice.fixture))
        var random = SeededGenerator(seed: 2019)
        var outcomes: [String: Int] = [:]
        for _ in 0..<2000 {
            outcomes[try outcome(of: damaged(Array(fixture), by: &random)), default: 0] += 1
        }
        // Damage beside the parts that are read does not matter; all other damage has a rule.
        #expect(outcomes.keys.allSatisfy { $0 == "read" || $0.hasPrefix("XLS-") })
        #expect(outcomes["XLS-004", default: 0] > 1000)
    }

    @Test func `a thousand workbooks with misspelt parts are read or refused`() throws {
        let workbook = TestWorkbook(
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>43507.5</v></c></row>"
                + "<row r='4'><c r='C4' t='inlineStr'><is><r><t>a</t></r></is></c><c t='b'><v>1</v></c>"
                + "<c r='E4' s='2'><v>1.2E-3</v></c></row>",
            strings: ["<t>ābols</t>"], formats: ["dd\\.mm\\.yyyy hh:mm", "[h]:mm"])
        var random = SeededGenerator(seed: 2020)
        var read = 0
        for _ in 0..<1000 {
            let changed = workbook.changed { entries in
                let index = Int.random(in: entries.indices, using: &random)
                entries[index].method = ZIP_CM_STORE
                entries[index].content = misspelt(entries[index].content, by: &random)
            }
            if try outcome(of: TestArchive.bytes(changed.entries)) == "read" { read += 1 }
        }
        #expect(read > 100)
    }

    private func damaged(_ bytes: [UInt8], by random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        if Int.random(in: 0..<4, using: &random) == 0 {
            bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        }
        guard !bytes.isEmpty else { return bytes }
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            bytes[index] =
                Bool.random(using: &random)
                ? bytes[index] ^ (1 << UInt8.random(in: 0..<8, using: &random))
                : UInt8.random(in: .min ... .max, using: &random)
        }
        return bytes
    }

    /// Changes letters and digits, which leaves most of the XML well-formed.
    private func misspelt(_ bytes: [UInt8], by random: inout SeededGenerator) -> [UInt8] {
        let letters = Array("0123456789ABCabcrstv".utf8)
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            guard let letter = letters.randomElement(using: &random) else { continue }
            if letters.contains(bytes[index]) { bytes[index] = letter }
        }
        return bytes
    }

    private func outcome(of bytes: [UInt8]) throws -> String {
        let file = try TemporaryFile(bytes)
        return try withExtendedLifetime(file) {
            do {
                _ = try sheetText(file.path, steps: [1 << 16])
                return "read"
            } catch let refusal as FileRefusal {
                return refusal.rule.code
            }
        }
    }
}
