import Foundation
import Testing

@Suite struct `Inspecting hostile files` {
    /// A file that asks more than an export does, and what is said of it.
    struct Attack: CustomTestStringConvertible {
        let name: String
        let bytes: @Sendable () -> [UInt8]
        let code: Int32
        let message: String

        var testDescription: String { name }
    }

    private static let attacks = [
        Attack(
            name: "attributes.xml",
            bytes: {
                Array(
                    ("<r" + (0..<200_000).map { " a\($0)='v'" }.joined() + "/>").utf8)
            }, code: 65,
            message: """
                attributes.xml:1: fatal: a limit is passed: attributes of an element (256) [XML-004]
                  help: no export has such an element; check the file

                """),
        Attack(
            name: "columns.csv",
            bytes: {
                let names = Array((0..<1_000_000).map { "c\($0)" }.joined(separator: ",").utf8)
                return names + [0x0A] + names + [0x0A]
            }, code: 65,
            message: """
                columns.csv:1: fatal: the row has 1000000 cells; up to 16384 are allowed [CSV-012]
                  help: check the delimiter; `limits` changes the limit

                """),
        Attack(
            name: "quotes.csv", bytes: { [UInt8](repeating: 0x22, count: 5_000_000) }, code: 65,
            message: """
                quotes.csv:1: fatal: the header does not end within 256 KiB [CSV-008]
                  help: check the encoding, the delimiter and that the first row names the columns

                """),
        Attack(
            name: "brackets.csv", bytes: { [UInt8](repeating: 0x3C, count: 3_000_000) }, code: 65,
            message: """
                brackets.csv:1: fatal: a limit is passed: bytes of a tag (65536) [XML-004]
                  help: no export has such an element; check the file

                """),
        Attack(
            name: "torn.xml", bytes: { Array("<a>\n<b/>\n<b".utf8) }, code: 65,
            message: """
                torn.xml:3: fatal: the file is not well-formed here (libxml2 73); a report keeps \
                the whole records before it [XML-001]
                  help: export the file again and send it whole

                """),
        Attack(
            name: "type.xml", bytes: { Array("<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>".utf8) },
            code: 65,
            message: """
                type.xml:1: fatal: the file has a DOCTYPE [XML-002]
                  help: an export needs none and it can be an attack; remove the DOCTYPE; where a \
                system always writes one, without a [, put `xml: {doctype: ignore}` into the source's \
                definition

                """),
        Attack(
            name: "entity.xml", bytes: { Array("<a>\n<b>&c;</b></a>".utf8) }, code: 65,
            message: """
                entity.xml:2: fatal: the file refers to an entity other than the five of XML itself \
                [XML-003]
                  help: write the character itself or its number, such as &#256;

                """),
        Attack(
            name: "deep.xml",
            bytes: { Array((String(repeating: "<a>", count: 10_000)).utf8) }, code: 65,
            message: """
                deep.xml:1: fatal: a limit is passed: elements within one another (64) [XML-004]
                  help: no export has such an element; check the file

                """),
        Attack(
            name: "paths.xml",
            bytes: {
                let elements = (0..<40_000).map { "<a\($0 % 200)><b\($0 / 200)/></a\($0 % 200)>" }
                return Array("<r>\(elements.joined())</r>".utf8)
            }, code: 65,
            message: """
                paths.xml:1: fatal: a limit is passed: different paths of elements and attributes \
                (10000) [XML-004]
                  help: no export has such an element; check the file

                """),
        Attack(
            name: "rows.csv",
            bytes: { Array((String(repeating: "\";\"\n", count: 1_000_000)).utf8) }, code: 0,
            message: ""),
        Attack(
            name: "wide.csv",
            bytes: {
                let row = (0..<16_384).map(String.init).joined(separator: ";")
                return Array((String(repeating: row + "\n", count: 100)).utf8)
            }, code: 0, message: ""),
    ]

    @Test(arguments: attacks)
    func `it is told in one message, soon and in little memory`(attack: Attack) throws {
        let workplace = try Workplace()
        try workplace.write(attack.bytes(), to: attack.name)
        let (outcome, seconds, peak) = try workplace.measure(
            "inspect", attack.name, "--language", "en")
        #expect(outcome.code == attack.code)
        #expect(outcome.errors == attack.message)
        if attack.code != 0 { #expect(outcome.output == "") }
        // The program that is measured is built without optimisation.
        #expect(seconds < 20)
        #expect(peak < 96 << 20)
    }

    @Test func `of a long file it is said that only its start was counted`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n" + String(repeating: "1;2\n", count: 150_000), to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--language", "en")
        #expect(
            outcome.output.contains(
                "tables were looked for at the start of the file only, lines 1–100000, which are counted "
                    + "here; a table is read whole, and the dialect was compared over the whole file\n"
            ))
        let table = try workplace.run("inspect", "a.csv", "--as", "csv")
        #expect(table.output.split(separator: "\r\n").count == 150_001)
    }
}
