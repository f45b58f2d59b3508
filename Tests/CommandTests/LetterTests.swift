import Foundation
import Testing

@Suite struct `Letters to a school` {
    private static let name = "reports/letters/sloka/2018-2019-2"

    private func sampled() throws -> Workplace { try Preparation.reported.copy() }

    private func csv(_ workplace: borrowing Workplace, _ name: String = name) throws
        -> [[String: String]]
    {
        let text = try workplace.text("\(name).csv")
        #expect(text.hasPrefix("\u{FEFF}"))
        return rows(of: String(text.unicodeScalars.dropFirst()))
    }

    @Test func `the table has each finding with its place and advice in Latvian`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run("letter", "--school", "sloka")
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                reports/letters/sloka/2018-2019-1.html: kļūdas 1, brīdinājumi 0
                reports/letters/sloka/2018-2019-2.html: kļūdas 11, brīdinājumi 0
                reports/letters/sloka/2019-2020-1.html: kļūdas 2, brīdinājumi 2

                """)
        #expect(
            try csv(workplace).first { $0["noteikums"] == "REC-002" } == [
                "fails": "sloka/2018-2019-2/atbalsts.xml", "rinda": "137", "aile": "'@lidz",
                "šūna": "", "veids": "kļūda", "noteikums": "REC-002",
                "atrasts": "plāns beidzas 25.01.2019., bet sākas 04.02.2019.",
                "kas atļauts un kā labot": "labojiet vienu no datumiem",
            ])
    }

    @Test func `the table has the errors of the quality file and no others`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka", "--semester", "2018-2019-2")
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter {
                $0["entry"] == "finding" && $0["school_code"] == "sloka"
                    && $0["severity"] != "note"
            }
        #expect(
            try csv(workplace).map { "\($0["rinda"] ?? "") \($0["noteikums"] ?? "")" }.sorted()
                == quality.map { "\($0["line"] ?? "") \($0["rule"] ?? "")" }.sorted())
    }

    @Test func `errors come before warnings`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka", "--semester", "2019-2020-1")
        #expect(
            try csv(workplace, "reports/letters/sloka/2019-2020-1").map { $0["veids"] }
                == ["kļūda", "kļūda", "brīdinājums", "brīdinājums"])
    }

    @Test func `the page says how many errors there are and what to do`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka")
        let page = try workplace.text("\(Self.name).html")
        #expect(page.contains("<p>Failos (1) atrastas kļūdas: 11, brīdinājumi: 0.</p>"))
        #expect(
            page.contains(
                "<p>Izlabojiet ierakstus skolas sistēmā, eksportējiet failu no jauna un atsūtiet to "
                    + "vēlreiz, veselu, ne tikai izlabotās rindas: jaunais fails aizstāj "
                    + "iepriekšējo.</p>"))
    }

    @Test func `in English too`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka", "--language", "en")
        let page = try workplace.text("\(Self.name).html")
        #expect(page.contains("<p>In the files (1) were found: errors 11, warnings 0.</p>"))
        #expect(try csv(workplace).first?["what is allowed and how to mend it"] != nil)
    }

    @Test func `the page needs nothing beside itself and runs nothing`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka")
        let page = try workplace.text("\(Self.name).html")
        for word in ["<script", "http://", "https://", "src=", "href=\"/", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `a letter is its owner's alone`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka")
        for ending in ["html", "csv"] {
            let path = workplace.path("\(Self.name).\(ending)").path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test func `the same store gives the same bytes`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "sloka", "--output", "first")
        _ = try workplace.run("letter", "--school", "sloka", "--output", "second")
        #expect(try workplace.files(in: "first") == workplace.files(in: "second"))
    }

    @Test func `a school whose files are in order is told so`() throws {
        let workplace = try sampled()
        _ = try workplace.run("letter", "--school", "jaundubulti", "--semester", "2018-2019-1")
        let page = try workplace.text("reports/letters/jaundubulti/2018-2019-1.html")
        #expect(page.contains("<p>Faili ir nolasīti (3), un tajos nekas nav jālabo.</p>"))
        #expect(page.contains("<p>Nekas nav jādara.</p>"))
    }

    @Test func `what the school owes and has not sent is named`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(
            at: workplace.path("inbox/vaivari/2018-2019-2/kavejumi.csv"))
        _ = try workplace.report()
        _ = try workplace.run("letter", "--school", "vaivari", "--language", "en")
        let page = try workplace.text("reports/letters/vaivari/2018-2019-2.html")
        #expect(
            page.contains("<p>Send the files that have not come yet.</p>"))
    }

    @Test func `no planted name and no code is in a letter`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let spellings = ["Zigfrīds Ķeizars", "120304-12345", "zigfrids@keizars.lv", "Ķeizars-Quux"]
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { lines in
            let cells = String(decoding: lines[2], as: UTF8.self)
                .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for spelling in spellings {
                for column in cells.indices {
                    var row = cells
                    row[column] = "\"\(spelling)\""
                    lines.append(Array(row.joined(separator: ",").utf8))
                }
            }
        }
        _ = try workplace.report()
        _ = try workplace.run("letter", "--school", "vaivari", "--semester", "2018-2019-2")
        let name = "reports/letters/vaivari/2018-2019-2"
        let letter = try (workplace.text("\(name).csv") + workplace.text("\(name).html"))
            .lowercased()
        #expect(letter.contains("fld-002"))
        for piece in ["zigfr", "ķeizars", "keizars", "120304", "12345"] {
            #expect(!letter.contains(piece), "\(piece)")
        }
        let list = try workplace.run("quarantine", "list", "--format", "json").output.lowercased()
        for piece in ["zigfr", "ķeizars", "keizars", "120304", "12345"] {
            #expect(!list.contains(piece), "\(piece)")
        }
    }

    @Test func `a semester of which the school sent nothing gets no letter that says all is well`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let outcome = try workplace.run(
            "letter", "--school", "sloka", "--semester", "2099-2100-1", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            !FileManager.default.fileExists(
                atPath: workplace.path("reports/letters/sloka/2099-2100-1.html").path))
    }

    @Test func `a school without any file is told as such`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path("inbox/sloka"))
        _ = try workplace.report()
        let outcome = try workplace.run("letter", "--school", "sloka", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "the store has no such file of the school 'sloka'; run `pumpurs import` first, or name "
                + "a semester with --semester\n")
    }
}
