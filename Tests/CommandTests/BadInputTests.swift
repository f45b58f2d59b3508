import Foundation
import Testing

@Suite struct `Bad input` {
    @Test func `a file nobody recognises is named with what comes nearest, and the others go on`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("a,b\n1,2\n", to: "inbox/strange.csv")
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.hasPrefix("s….csv: fatal: no source definition recognises the file")
        )
        #expect(summary.keyFigure("participants") == 35)
        #expect(summary.state == "incomplete")
    }

    @Test func `an empty file is refused by name`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write([], to: "inbox/vaivari/2018-2019-2/empty.csv")
        let outcome = try workplace.report()
        #expect(
            outcome.errors == """
                vaivari/2018-2019-2/e….csv: fatal: the file is empty [FIL-002]
                  help: export it from the school system again and look whether it has rows

                """)
    }

    @Test func `a file in another encoding than its definition pins is refused with the reason`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/jaundubulti/2018-2019-2/skolenu-saraksts.csv"
        let text = String(
            bytes: try workplace.bytes(name), encoding: String.Encoding(rawValue: 0x8000_0507))
        try workplace.write(try #require(text), to: name)
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(outcome.code == 3)
        #expect(
            outcome.errors == """
                jaundubulti/2018-2019-2/skolenu-saraksts.csv: fatal: the file is not in \
                WINDOWS-1257: read in it, letters would be garbled; it seems to be UTF-8 (margin \
                100 %): all bytes outside ASCII make characters of UTF-8 [FIL-003]
                  help: save the file in WINDOWS-1257, or correct `encoding` in the source's \
                definition; with `adapt: true` such a file is read as it is, with a warning

                """)
        #expect(summary.state == "incomplete")
    }

    @Test func `a torn XML file keeps its whole records and says where it is torn`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let bytes = try workplace.bytes(name)
        try workplace.write(Array(bytes.prefix(bytes.count * 2 / 3)), to: name)
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
        let tear = quality.first { $0["rule"] == "XML-001" }
        #expect(outcome.code == 3)
        #expect(summary.state == "incomplete")
        #expect(tear?["file"] == "sloka/2018-2019-2/atbalsts.xml")
        #expect((tear?["line"].flatMap { Int($0) } ?? 0) > 100)
        #expect((summary.schools("participants").dropFirst().first ?? 0) > 0)
    }

    @Test func `a school that sent nothing makes the figures incomplete, not silently lower`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path("inbox/sloka/2018-2019-2"))
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("INCOMPLETE"))
        #expect(summary.state == "incomplete")
        #expect(summary.reasons.contains { $0.contains("has not sent for 2018-2019-2: support") })
    }

    @Test func `a refused file leaves what the store held of it`() throws {
        let workplace = try Preparation.reported.copy()
        try workplace.write([], to: "inbox/sloka/2018-2019-2/atbalsts.xml")
        _ = try workplace.report()
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
        #expect(try Summary(workplace, "2018-2019-2").state == "incomplete")
    }

    @Test func `a typing slip in a definition stops the run with its line and column`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "pipelines/sources/sloka.yaml"
        let text = try workplace.text(name)
        try workplace.write(text.replacing("encoding: utf-8", with: "encodin: utf-8"), to: name)
        let outcome = try workplace.report()
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("pipelines/sources/sloka.yaml:"))
        #expect(outcome.errors.contains("encodin"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("reports").path))
    }

    @Test func `an inbox that does not exist ends with code 66`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.report()
        #expect(outcome.code == 66)
        #expect(
            outcome.errors
                == "there is no folder 'inbox' that can be read; make it and put the exports of the "
                + "schools into it, or name another with --inbox\n")
    }

    @Test func `a key file that others can read is refused with code 77`() throws {
        let workplace = try Preparation.reported.copy()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: workplace.path("state/pumpurs.key").path)
        let outcome = try workplace.report()
        #expect(outcome.code == 77)
    }

    @Test func `an unknown option ends with code 64`() throws {
        let workplace = try Workplace()
        #expect(try workplace.run("report", "--nonsense").code == 64)
    }

    @Test func `a pipe in the inbox is refused and does not keep the run waiting`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        #expect(mkfifo(workplace.path("inbox/pipe.csv").path, 0o600) == 0)
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(
            outcome.errors == """
                p….csv: fatal: this is no file but a pipe, a socket or a device [FIL-017]
                  help: name a file; `pumpurs inspect --all` looks at all files of a folder

                """)
    }

    @Test func `a rule of cells holds a record back even where a definition turns it off`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "pipelines/sources/jaundubulti.yaml"
        let text = try workplace.text(name)
        try workplace.write(
            text.replacing(
                "check_digit:", with: "rules: {FLD-002: off, FLD-004: off}\ncheck_digit:"),
            to: name)
        #expect(try workplace.report().code == 3)
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
    }

    @Test func `definitions that are changed back give the figures that they gave before`() throws {
        let workplace = try Preparation.reported.copy()
        let table = "reports/2018-2019-2/internal/participants.csv"
        let first = try workplace.bytes(table)
        let name = "pipelines/sources/jaundubulti.yaml"
        let text = try workplace.text(name)
        try workplace.write(text.replacing("at_most: 240", with: "at_most: 40"), to: name)
        _ = try workplace.report()
        #expect(try workplace.bytes(table) != first)
        try workplace.write(text, to: name)
        _ = try workplace.report()
        #expect(try workplace.bytes(table) == first)
    }
}
