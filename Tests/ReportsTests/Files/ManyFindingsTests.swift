import PupilSupport
import RollupTestSupport
import Testing

@testable import Reports

/// A country's file may have as many findings as it has cells; whoever lists them holds a few at a time.
@Suite struct `Many findings` {
    private static let count = 20_000
    /// As many as a list may hold at once.
    private static let bound = 2000

    private static let words = LocalizedText(lv: "atrasts #", en: "found #")

    private static func finding(_ number: Int) -> QualityFinding {
        QualityFinding(
            file: "valsts.csv", line: number + 2, byte: 100 * number, column: 3,
            columnName: "klase", rule: "FLD-014", severity: "error",
            disposition: number.isMultiple(of: 2) ? .heldBack : .loaded,
            message: LocalizedText(lv: "atrasts #", en: "found"))
    }

    private static func shown(_ number: Int) -> ShownFinding {
        ShownFinding(
            line: number + 2, byte: nil, column: 3, columnName: "klase", cell: nil,
            rule: "FLD-014", severity: number.isMultiple(of: 2) ? "error" : "warning",
            found: LocalizedText(lv: "atrasts #", en: "found #"),
            advice: LocalizedText(lv: "labot", en: "mend"))
    }

    private static func held(_ number: Int) -> HeldItem {
        HeldItem(
            id: number + 1, file: "valsts.csv", line: number + 2, byte: nil, schools: ["s001"],
            semester: nil, kind: "sessions", rules: ["FLD-014"], state: "held", firstSeen: nil,
            attempts: 1, ended: nil, findings: [shown(number)], raw: nil)
    }

    private static func warning(_ number: Int) -> WarningItem {
        WarningItem(
            id: "w\(number)", file: "valsts.csv", schools: ["s001"], semester: nil,
            finding: shown(number), state: "open", author: nil, reason: nil, moment: nil,
            expiresOn: nil)
    }

    private static func report(_ counter: Outstanding) throws -> SemesterReport {
        var report = try SampleReport.springSemester()
        report.quality = try QualityReport(
            files: report.quality.files, findings: counter.source(count, finding),
            schoolsMissing: [])
        counter.reset()
        return report
    }

    @Test func `of a report stand in its table, and few are held at once`() throws {
        let counter = Outstanding()
        let table = QualityTable(report: try Self.report(counter), language: .latvian)
        try table.write(to: counter.take)
        #expect(counter.written == Self.count)
        #expect(counter.most < Self.bound)
    }

    @Test func `of a report stand in its summary, and few are held at once`() throws {
        let counter = Outstanding()
        try SummaryDocument(report: try Self.report(counter)).text.write(to: counter.take)
        #expect(counter.written == Self.count)
        #expect(counter.most < Self.bound)
    }

    @Test func `of a report are counted on its page, and the first of each kind shown`() throws {
        let page = PageRenderer().view(of: try Self.report(Outstanding()), in: .english)
        #expect(page.quality.findings.map(\.rows.count) == [500, 500])
        #expect(page.quality.remarks == [Phrases.moreFindings(19_000).en])
    }

    @Test(arguments: ["text", "json", "csv"])
    func `of held records are listed, and few are held at once`(form: String) throws {
        let counter = Outstanding()
        let list = HeldList(counter.source(Self.count, Self.held), in: .latvian)
        switch form {
        case "text": try list.writeText(to: counter.take)
        case "json": try list.writeJSON(to: counter.take)
        default: try list.writeTable(to: counter.take)
        }
        guard form != "text" else { return #expect(counter.written == HeldList.mostShown) }
        #expect(counter.written == Self.count * (form == "json" ? 2 : 1))
        #expect(counter.most < Self.bound)
    }

    @Test(arguments: ["json", "csv"])
    func `of warnings are listed, and few are held at once`(form: String) throws {
        let counter = Outstanding()
        let list = WarningList(counter.source(Self.count, Self.warning), in: .english)
        try form == "json" ? list.writeJSON(to: counter.take) : list.writeTable(to: counter.take)
        #expect(counter.written == Self.count * (form == "json" ? 2 : 1))
        #expect(counter.most < Self.bound)
    }

    @Test func `of a letter stand in its table, errors first`() throws {
        let counter = Outstanding()
        let file = try SchoolLetter.File(
            name: "valsts.csv", read: 1, heldBack: 1,
            findings: counter.source(Self.count, Self.shown), isShared: false)
        let letter = SchoolLetter(
            board: Self.words, school: Self.words, semester: SmallTown.semester(2018, 2),
            files: [file], missing: [])
        #expect((letter.errorCount, letter.warningCount) == (10_000, 10_000))
        counter.reset()
        var text: [UInt8] = []
        try letter.writeTable(in: .english) {
            counter.take($0)
            text += $0
        }
        #expect(counter.written == Self.count)
        let kinds = String(decoding: text, as: UTF8.self).split(separator: "\r\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] }
        #expect(kinds.prefix(10_000).allSatisfy { $0 == "error" })
        #expect(kinds.dropFirst(10_000).allSatisfy { $0 == "warning" })
        let rows = LetterPage(letter: letter, language: .english).view.files[0].tables
            .map(\.rows.count)
        #expect(rows == [500, 500])
    }

    @Test func `beyond those that a terminal shows are counted`() throws {
        var text: [UInt8] = []
        let items = (0..<502).map(Self.held)
        try HeldList(HandedOut(items), in: .english).writeText { text += $0 }
        #expect(
            String(decoding: text, as: UTF8.self).hasSuffix(
                """
                500  valsts.csv:501  s001, attempts 1
                    klase: found # [FLD-014]

                … and more records: 2; --format csv or json lists all, --school, --semester and --rule fewer

                records: 502
                  FLD-014  502
                how to mend a record: pumpurs quarantine show NUMBER

                """))
    }

    @Test func `that cannot be read end the list with what is wrong`() throws {
        struct Unreadable: Error {}
        let broken = HandedOut<HeldItem> { body in
            try body(Self.held(1))
            throw Unreadable()
        }
        #expect(throws: Unreadable.self) {
            try HeldList(broken, in: .english).writeJSON { _ in }
        }
    }
}

@Suite struct `Long content` {
    @Test func `lies on the disk, and has the same bytes and fingerprint`() throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let writer = ContentWriter(mostInMemory: 1000)
        for start in stride(from: 0, to: bytes.count, by: 100) {
            try writer.append(bytes[start..<(start + 100)])
            #expect(writer.countInMemory <= 1000)
        }
        let content = try writer.finish()
        #expect(content.count == bytes.count)
        #expect(content.bytes == bytes)
        #expect(content.sha256 == ContentHash(of: bytes).hexadecimal)
        #expect(content == ReportContent(bytes))
    }
}

@Suite struct `The schools that a record may concern` {
    private static let nation = (1...700).map { "s\($0)" }

    @Test func `are all named where they are few`() {
        let schools = ConcernedSchools(["a", "b", "c"])
        #expect(schools.text(in: .latvian) == "a b c")
        #expect(schools.cell == "a; b; c")
        #expect(schools.members.map(\.key) == ["schools"])
    }

    @Test func `are named up to three, and the others counted`() {
        let schools = ConcernedSchools(Self.nation)
        #expect(schools.text(in: .latvian) == "s1 s2 s3 un vēl 697")
        #expect(schools.text(in: .english) == "s1 s2 s3 and 697 more")
        #expect(schools.cell == "s1; s2; s3; +697")
        #expect(schools.members.map(\.key) == ["schools", "schools_more"])
    }
}
