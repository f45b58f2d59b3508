import Foundation
import Testing

/// Files that contradict what their definitions pin.
@Suite struct `Pins of a source` {
    private static let windows1257 = String.Encoding(rawValue: 0x8000_0507)
    private static let pupils = "jaundubulti/2018-2019-2/skolenu-saraksts.csv"
    private static let consultations = "vaivari/2018-2019-2/konsultacijas.csv"
    private static let absences = "vaivari/2018-2019-2/kavejumi.csv"
    private static let support = "sloka/2018-2019-2/atbalsts.xml"

    /// A workplace with the samples, of which one source adapts or does not.
    private func workplace(_ source: String, adapting: Bool) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        guard adapting else { return workplace }
        let name = "pipelines/sources/\(source).yaml"
        let text = try workplace.text(name)
        try workplace.write(
            text.replacing("    encoding:", with: "    adapt: true\n    encoding:"), to: name)
        return workplace
    }

    /// Rewrites a file of the inbox in another encoding.
    private func recode(
        _ name: String, from: String.Encoding, to: String.Encoding,
        in workplace: borrowing Workplace
    ) throws {
        let text = try workplace.text("inbox/\(name)", from)
        let bytes = try #require(
            text.replacing("\u{FEFF}", with: "").data(using: to, allowLossyConversion: false))
        try workplace.write(Array(bytes), to: "inbox/\(name)")
    }

    /// What a run has said, with any margin as N: how sure detection is may change.
    private func errors(_ outcome: Workplace.Outcome) -> String {
        outcome.errors.replacing(/(margin|pārsvars) \d+ %/) { "\($0.output.1) N %" }
    }

    /// Puts another byte between the cells of a file, which stays the same everywhere else.
    private func redelimit(
        _ name: String, with delimiter: UInt8, in workplace: borrowing Workplace
    ) throws {
        var isQuoted = false
        let bytes = try workplace.bytes("inbox/\(name)").map { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            #expect(isQuoted || byte != delimiter)
            return byte == UInt8(ascii: ",") && !isQuoted ? delimiter : byte
        }
        try workplace.write(bytes, to: "inbox/\(name)")
    }

    /// Expects the figures and findings of the samples as they are but for the warning.
    private func expectSameReport(
        _ workplace: borrowing Workplace, warning: String, of name: String, withBytes: Bool,
        at place: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let pinned = try Preparation.reported.copy()
        let outcome = try workplace.report()
        #expect(outcome.code == 3, sourceLocation: place)
        #expect(
            errors(outcome) == """
                \(name): warning: \(warning) [FIL-012]
                  help: if the school goes on exporting it so, correct the source's definition

                """, sourceLocation: place)
        for (file, bytes) in try pinned.files(in: "reports")
        where file.hasSuffix(".csv") && !file.hasSuffix("quality.csv") {
            #expect(
                try workplace.bytes("reports/\(file)") == bytes, "\(file)", sourceLocation: place)
        }
        var quality = try self.quality(workplace, withBytes)
        quality.removeAll { $0["rule"] == "FIL-012" }
        #expect(try quality == self.quality(pinned, withBytes), sourceLocation: place)
        #expect(
            try self.quality(workplace, withBytes).count == quality.count + 1,
            sourceLocation: place)
    }

    private func quality(
        _ workplace: borrowing Workplace, _ withBytes: Bool
    ) throws -> [[String: String]] {
        rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv")).map { row in
            withBytes ? row : row.filter { $0.key != "byte" }
        }
    }

    // MARK: - Encoding

    @Test func `a file in another encoding is read as it is where its source adapts`() throws {
        let workplace = try workplace("jaundubulti", adapting: true)
        try recode(Self.pupils, from: Self.windows1257, to: .utf8, in: workplace)
        try expectSameReport(
            workplace,
            warning:
                "read as encoding: utf-8, not as pinned: encoding: windows-1257 (margin N %)",
            of: Self.pupils, withBytes: false)
    }

    @Test func `a code page in the place of UTF-8 is refused with both readings`() throws {
        let workplace = try workplace("vaivari", adapting: false)
        try recode(Self.consultations, from: .utf8, to: Self.windows1257, in: workplace)
        let outcome = try workplace.report()
        #expect(
            errors(outcome).hasPrefix(
                """
                \(Self.consultations): fatal: the file is not in UTF-8: byte 6 does not fit; it seems \
                to be WINDOWS-1257 (margin N %): the letters make words as Latvian has [FIL-003]

                """))
    }

    @Test func `a code page in the place of UTF-8 is read as it is where its source adapts`() throws
    {
        let workplace = try workplace("vaivari", adapting: true)
        try recode(Self.consultations, from: .utf8, to: Self.windows1257, in: workplace)
        try expectSameReport(
            workplace,
            warning: "read as encoding: windows-1257, not as pinned: encoding: utf-8 (margin N %)",
            of: Self.consultations, withBytes: false)
    }

    @Test func `XML in another encoding is refused with both readings`() throws {
        let workplace = try workplace("sloka", adapting: false)
        try recode(Self.support, from: .utf8, to: .utf16LittleEndian, in: workplace)
        let outcome = try workplace.report()
        #expect(
            errors(outcome).hasPrefix(
                """
                \(Self.support): fatal: the file is not in UTF-8: read in it, letters would be \
                garbled; it seems to be UTF-16LE (margin N %): every second byte is zero, as in \
                text in UTF-16 [FIL-003]

                """))
    }

    @Test func `XML in another encoding is read as it is where its source adapts`() throws {
        let workplace = try workplace("sloka", adapting: true)
        // What the file declares of its encoding agrees with what it is.
        let text = try workplace.text("inbox/\(Self.support)")
        try workplace.write(
            text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\""),
            to: "inbox/\(Self.support)")
        try recode(Self.support, from: .utf8, to: .utf16LittleEndian, in: workplace)
        try expectSameReport(
            workplace,
            warning: "read as encoding: utf-16le, not as pinned: encoding: utf-8 (margin N %)",
            of: Self.support, withBytes: false)
    }

    // MARK: - Dialect

    @Test func `another delimiter is refused with both readings`() throws {
        let workplace = try workplace("vaivari", adapting: false)
        try redelimit(Self.absences, with: UInt8(ascii: ";"), in: workplace)
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(
            errors(outcome) == """
                \(Self.absences): fatal: vaivari/absences pins delimiter: ","; the file \
                seems to have delimiter: ";" (margin N %) [FIL-013]
                  help: export it as pinned, or correct the source's definition; with `adapt: true` \
                such a file is read as it is, with a warning

                """)
    }

    @Test func `another delimiter is refused in Latvian too`() throws {
        let workplace = try workplace("vaivari", adapting: false)
        try redelimit(Self.absences, with: UInt8(ascii: ";"), in: workplace)
        let outcome = try workplace.report(language: "lv")
        #expect(
            errors(outcome) == """
                \(Self.absences): fails noraidīts: vaivari/absences ir noteikts: delimiter: \
                ","; failā šķiet: delimiter: ";" (pārsvars N %) [FIL-013]
                  padoms: eksportējiet, kā noteikts, vai labojiet avota aprakstu; ar `adapt: true` \
                tādu failu lasa, kāds tas ir, un brīdina

                """)
    }

    @Test func `another delimiter is read as it is where its source adapts`() throws {
        let workplace = try workplace("vaivari", adapting: true)
        try redelimit(Self.consultations, with: UInt8(ascii: "\t"), in: workplace)
        try expectSameReport(
            workplace,
            warning: "read as delimiter: tab, not as pinned: delimiter: \",\" (margin N %)",
            of: Self.consultations, withBytes: true)
    }

    @Test func `another delimiter in another encoding is read as it is where its source adapts`()
        throws
    {
        let workplace = try workplace("vaivari", adapting: true)
        try redelimit(Self.consultations, with: UInt8(ascii: "\t"), in: workplace)
        try recode(Self.consultations, from: .utf8, to: Self.windows1257, in: workplace)
        try expectSameReport(
            workplace,
            warning: "read as encoding: windows-1257, delimiter: tab, not as pinned: encoding: "
                + "utf-8, delimiter: \",\" (margin N %)",
            of: Self.consultations, withBytes: false)
    }

    @Test func `a title above the header is refused with both readings`() throws {
        let workplace = try workplace("vaivari", adapting: false)
        let name = "inbox/\(Self.consultations)"
        let text = try workplace.text(name).replacing("\u{FEFF}", with: "")
        try workplace.write("Konsultācijas\r\n2018/2019\r\n\r\n" + text, to: name)
        let outcome = try workplace.report()
        #expect(
            errors(outcome).hasPrefix(
                """
                \(Self.consultations): fatal: vaivari/consultations pins lines_before_header: 0; the \
                file seems to have lines_before_header: 3 (margin N %) [FIL-013]

                """))
    }

    @Test func `a title above the header is passed by where its source adapts`() throws {
        let workplace = try workplace("vaivari", adapting: true)
        let name = "inbox/\(Self.consultations)"
        let text = try workplace.text(name).replacing("\u{FEFF}", with: "")
        try workplace.write("Konsultācijas\r\n2018/2019\r\n\r\n" + text, to: name)
        #expect(try workplace.report().errors.contains("read as lines_before_header: 3, not as"))
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(summary.keyFigure("participants") == 35)
        #expect(summary.keyFigure("sessions") == 427)
    }

    @Test func `a file that adapts stays known to the next run`() throws {
        let workplace = try workplace("vaivari", adapting: true)
        try redelimit(Self.absences, with: UInt8(ascii: ";"), in: workplace)
        _ = try workplace.report()
        let first = try workplace.files(in: "reports")
        #expect(try workplace.report().errors.isEmpty)
        #expect(try workplace.files(in: "reports") == first)
    }
}
