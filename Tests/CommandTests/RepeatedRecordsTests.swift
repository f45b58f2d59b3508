import Foundation
import Testing

@Suite struct `Records that stand twice` {
    private static let folder = "inbox/jaundubulti/2018-2019-2"

    /// Findings of the semester's quality file as rule, file, line and message.
    private static func findings(
        _ rule: String, _ workplace: borrowing Workplace, _ semester: String = "2018-2019-2"
    ) throws -> [String] {
        rows(of: try workplace.text("reports/\(semester)/internal/quality.csv"))
            .filter { $0["rule"] == rule }
            .map { row in
                ["file", "line", "disposition", "message"].map { row[$0] ?? "" }
                    .joined(separator: " | ")
            }
    }

    private static func heldLines(
        _ file: String, _ workplace: borrowing Workplace
    ) throws -> Set<String> {
        Set(
            rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
                .filter { $0["file"] == file && $0["disposition"] == "held_back" }
                .compactMap { $0["line"] })
    }

    @Test func `of two different records of a pupil's missed lessons neither counts`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.editLines("\(Self.folder)/kavejumi.csv") { lines in
            lines.append(lines[1].replacing(Array(";30;19".utf8), with: Array(";31;19".utf8)))
        }
        #expect(try workplace.report().code == 3)
        let file = "jaundubulti/2018-2019-2/kavejumi.csv"
        let last = try workplace.lineCount("\(Self.folder)/kavejumi.csv")
        #expect(
            try Self.findings("XRC-013", workplace) == [
                "\(file) | 2 | held_back | šim skolēnam šajā semestrī ir arī citi kavējumi: "
                    + "\(file), \(last). rinda",
                "\(file) | \(last) | held_back | šim skolēnam šajā semestrī ir arī citi kavējumi: "
                    + "\(file), 2. rinda",
            ])
    }

    @Test func `of two different plans of one number neither counts, nor their sessions`() throws {
        let workplace = try Preparation.reported.copy()
        let before = try Summary(workplace, "2018-2019-2").keyFigure("sessions")
        let heldBefore = try Self.heldLines("jaundubulti/2018-2019-2/konsultacijas.csv", workplace)
        try workplace.editLines("\(Self.folder)/atbalsta-plani.csv") { lines in
            lines.append(
                lines[1].replacing(Array("31.05.2019.".utf8), with: Array("30.05.2019.".utf8)))
        }
        #expect(try workplace.report().code == 3)
        #expect(try Self.findings("XRC-014", workplace).count == 2)
        let after = try Summary(workplace, "2018-2019-2").keyFigure("sessions")
        let orphans = try Self.heldLines("jaundubulti/2018-2019-2/konsultacijas.csv", workplace)
            .subtracting(heldBefore)
        #expect(orphans.count > 3)
        #expect(after == (before ?? 0) - orphans.count)
    }

    @Test func `a session that stands in two files counts once, whichever file came first`() throws
    {
        for isLaterFirst in [false, true] {
            let workplace = try Preparation.reported.copy()
            let figures = try workplace.files(in: "reports")
            let earlier = "\(Self.folder)/konsultacijas.csv"
            let later = "inbox/jaundubulti/2019-2020-1/konsultacijas.csv"
            let session = try workplace.lines(earlier)[2]
            let original = try workplace.bytes(earlier)
            if isLaterFirst {
                try FileManager.default.removeItem(at: workplace.path("state"))
                try FileManager.default.removeItem(at: workplace.path(earlier))
            }
            try workplace.editLines(later) { $0.insert(session, at: 2) }
            _ = try workplace.report()
            if isLaterFirst {
                try workplace.write(original, to: earlier)
                _ = try workplace.report()
            }
            let place = "jaundubulti/2019-2020-1/konsultacijas.csv | 3 | held_back"
            #expect(
                try Self.findings("XRC-017", workplace) == [
                    "\(place) | tas pats ieraksts jau ir jaundubulti/2018-2019-2/konsultacijas.csv "
                        + "3. rindā; ieskaitīts vienreiz"
                ])
            let name = "2018-2019-2/internal/participants.csv"
            #expect(try workplace.files(in: "reports")[name] == figures[name])
        }
    }

    @Test func `a session with the sign i that stands again with another length is reported`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "\(Self.folder)/konsultacijas.csv"
        try workplace.editLines(name) { lines in
            // The same session three times: with signs that need more room, and without.
            let cells = lines[1].split(
                separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            var signed = cells.map(Array.init)
            signed[9] = Array("1".utf8)
            signed[12] = Array("i".utf8)
            lines.insert(Array(signed.joined(separator: [UInt8(ascii: ";")])), at: 2)
        }
        _ = try workplace.report()
        #expect(
            try Self.findings("XRC-008", workplace).contains {
                $0.hasPrefix("jaundubulti/2018-2019-2/konsultacijas.csv | 3 | ")
            })
    }
}

@Suite struct `Staff lists` {
    @Test func `a later list without somebody leaves the figures of earlier semesters alone`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        let list = try workplace.text("inbox/vaivari/2018-2019-2/personals.xml", .isoLatin7)
        let cut = list.replacing("2019-01-07", with: "2019-09-02")
            .replacing(/<darbinieks numurs="V-049"(.|\n)*?<\/darbinieks>\s*/, with: "")
        #expect(cut.count < list.count - 50)
        try workplace.write(
            cut.data(using: .isoLatin7).map(Array.init) ?? [],
            to: "inbox/vaivari/2019-2020-1/personals.xml")
        _ = try workplace.report()
        let second = try workplace.files(in: "reports")
        let earlier = first.keys.filter { $0.hasPrefix("2018-2019-2/") }
        #expect(earlier.count == 25)
        for name in earlier { #expect(second[name] == first[name], "\(name) changed") }
    }

    @Test func `sessions of a number that the list gives to two people are held back`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/vaivari/2018-2019-2/personals.xml"
        let list = try workplace.text(name, .isoLatin7)
        let shared = list.replacing("numurs=\"V-052\"", with: "numurs=\"V-049\"")
        try workplace.write(shared.data(using: .isoLatin7).map(Array.init) ?? [], to: name)
        #expect(try workplace.report().code == 3)
        let found = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["rule"] == "XRC-016" }
        let sessions = try workplace.lines("inbox/vaivari/2018-2019-2/konsultacijas.csv")
            .filter { !$0.ranges(of: Array("V-049".utf8)).isEmpty }
        // One of them stands twice and is left out when it is read.
        #expect(found.count > 10)
        #expect((found.count...(found.count + 1)).contains(sessions.count))
        #expect(found.allSatisfy { $0["disposition"] == "held_back" })
    }
}

extension String.Encoding {
    /// ISO-8859-13, in which Latvian letters are the same bytes as in Windows-1257.
    static let isoLatin7 = String.Encoding(rawValue: 0x8000_0507)
}
