import Foundation
import Testing

@Suite struct `XML files and their encodings` {
    private static let name = "sloka/2018-2019-2/atbalsts.xml"
    private static let declared = "encoding=\"UTF-8\""

    @Test(arguments: [
        ("UTF-16", "UTF-16"), ("klingon", "k…"), ("UCS-4", "UCS-4"),
        ("EBCDIC-CP-US", "EBCDIC-CP-US"), ("windows-1257", "windows-1257"),
    ])
    func `a declaration of another encoding is a warning and changes no figure`(
        encoding: String, shown: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.replace(Self.declared, with: "encoding=\"\(encoding)\"", workplace)
        let outcome = try workplace.report()
        #expect(outcome.errors.isEmpty)
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
        #expect(try Summary(workplace, "2018-2019-2").schools("participants") == [16, 11, 10])
        let row = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .first { $0["rule"] == "XML-005" }
        #expect(row?["file"] == Self.name)
        #expect(row?["line"] == "1")
        #expect(row?["byte"] == "30")
        #expect(row?["severity"] == "warning")
        #expect(row?["disposition"] == "loaded")
        #expect(
            row?["message"]
                == "XML deklarācijā kodējums ir \(shown), bet fails nolasīts kā utf-8")
    }

    @Test func `a source may turn the warning off`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.replace(Self.declared, with: "encoding=\"UTF-16\"", workplace)
        let definition = "pipelines/sources/sloka.yaml"
        let text = try workplace.text(definition)
        try workplace.write(
            text.replacing("check_digit:", with: "rules: {XML-005: off}\ncheck_digit:"),
            to: definition)
        _ = try workplace.report()
        let quality = try workplace.text("reports/2018-2019-2/internal/quality.csv")
        #expect(!quality.contains("XML-005"))
    }

    @Test(
        arguments: [
            ("windows-1257", [0xA1]), ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x7A, 0xFF]),
            ("Shift_JIS", [0xFF, 0xFD]), ("UTF-8", [0xC3, 0x28]), ("UTF-16", [0xD8, 0x00]),
        ] as [(String, [UInt8])])
    func `bytes that do not fit are told by the program alone`(
        encoding: String, bytes: [UInt8]
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.replace(Self.declared, with: "encoding=\"\(encoding)\"", workplace)
        var content = try workplace.bytes("inbox/\(Self.name)")
        let mark = Array("iestade=\"".utf8)
        let place =
            try #require(
                content.indices.first { content[$0...].starts(with: mark) }) + mark.count
        content.insert(contentsOf: bytes, at: place)
        try workplace.write(content, to: "inbox/\(Self.name)")
        let outcome = try workplace.report()
        let first = place + (bytes.firstIndex { $0 > 0x7F } ?? 0)
        #expect(
            outcome.errors.hasPrefix(
                "\(Self.name): fatal: the file is not in UTF-8: byte \(first) does not fit; "))
        #expect(outcome.errors.split(separator: "\n").count == 2)
    }

    @Test func `half a character of UTF-16 is told by the program alone`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let text = "\u{FEFF}" + (try workplace.text("inbox/\(Self.name)"))
        let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try workplace.write(bytes + [0x00, 0xD8], to: "inbox/\(Self.name)")
        let errors = try workplace.report().errors
        #expect(
            errors.hasPrefix(
                "\(Self.name): fatal: the file is not in UTF-8: it begins with the mark of UTF-16LE; "
            ))
        #expect(errors.split(separator: "\n").count == 2)
    }

    private static func replace(
        _ old: String, with new: String, _ workplace: borrowing Workplace
    ) throws {
        let text = try workplace.text("inbox/\(name)")
        #expect(text.contains(old))
        try workplace.write(text.replacing(old, with: new), to: "inbox/\(name)")
    }
}
