import Foundation
import Testing

/// What lies around public reports, what is read of earlier ones, and what their signs say.
@Suite struct `A folder of public reports` {
    private func published() throws -> Workplace { try Preparation.rolledUp.copy() }

    private func audit(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("audit", "reports", "--language", "en")
    }

    private func figures(_ workplace: borrowing Workplace, _ semester: String) throws
        -> [String: [String: String]]
    {
        var figures: [String: [String: String]] = [:]
        for name in ["participants", "teachers", "outcomes"] {
            let text = try workplace.text("reports/\(semester)/public/\(name).csv")
            for row in rows(of: text) {
                figures[String((row["address"] ?? "").dropFirst(semester.count + 1))] = row
            }
        }
        return figures
    }

    @Test(arguments: [
        (
            "cp reports/internal.html reports/index.html",
            "index.html: the file holds something that does not come from the released figures"
        ),
        (
            "ln -sfn 2019-2020-1/internal reports/latest",
            "latest: the link leads elsewhere than those of this program"
        ),
        (
            "chmod 755 reports/2018-2019-2/internal",
            "2018-2019-2/internal: it is not for everybody, but others may read it"
        ),
        (
            "chmod 644 reports/internal.html",
            "internal.html: it is not for everybody, but others may read it"
        ),
        (
            "cp -r reports/2018-2019-2/internal reports/copy && chmod -R a+rX reports/copy",
            "copy: it is not for everybody, but others may read it"
        ),
        (
            "cp -r reports/2018-2019-2/internal reports/2018-2019-2/copy && chmod 711 reports/2018-2019-2/copy",
            "2018-2019-2/copy: it is not for everybody, but others may read it"
        ),
        (
            "chmod 777 reports/2018-2019-2/public",
            "2018-2019-2/public: everybody may see it, but others may change it"
        ),
        (
            "install -m 644 reports/2018-2019-2/internal/participants.csv reports/copy.csv",
            "copy.csv: it is not for everybody, but others may read it"
        ),
        (
            "cd reports/2018-2019-2/public && mv report.html ../r.html && chmod 600 ../r.html && ln -s "
                + "../r.html report.html",
            "2018-2019-2/public/report.html: the link leads elsewhere than those of this program"
        ),
    ])
    func `is audited with what lies around the releases`(command: String, words: String) throws {
        let workplace = try published()
        #expect(try audit(workplace).code == 0)
        _ = try workplace.shell(command)
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(outcome.output.contains(words))
    }

    @Test(arguments: [
        ("\"threshold\": 5", "\"threshold\": 9223372036854775807"),
        ("\"value\": 35,", "\"value\": 1e300,"),
        ("\"value\": 35,", "\"value\": 9000000000000000000,"),
        ("\"status\": \"c\",", "\"status\": \"\","),
    ])
    func `with a summary that this program does not write is no release`(
        place: String, planted: String
    ) throws {
        let workplace = try published()
        let name = "reports/2018-2019-2/public/summary.json"
        let text = try workplace.text(name)
        #expect(text.contains(place))
        try workplace.write(text.replacingOccurrences(of: place, with: planted), to: name)
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("it is no public summary of this program"))
        #expect(try workplace.report().code == 73)
    }

    @Test func `of other definitions is not called sound, for its files cannot be checked`() throws
    {
        let workplace = try published()
        let name = "reports/2018-2019-2/public/summary.json"
        let text = try workplace.text(name)
        let place = try #require(
            text.range(of: "\"definitions\": \"[0-9a-f]", options: .regularExpression))
        let last = text[text.index(before: place.upperBound)]
        try workplace.write(
            text.replacingCharacters(
                in: place, with: "\"definitions\": \"\(last == "0" ? "1" : "0")"), to: name)
        let outcome = try audit(workplace)
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("only the figures were checked, not the other files"))
        try workplace.write("a", to: "reports/2018-2019-2/public/more.txt")
        #expect(try audit(workplace).code == 5)
    }

    @Test func `without a summary among its files is not written over`() throws {
        let workplace = try published()
        _ = try workplace.shell("rm reports/2018-2019-2/public/summary.json")
        let outcome = try workplace.report()
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("without it nobody knows what was released already"))
    }

    @Test func `keeps the values that were released before, whatever is corrected`() throws {
        let workplace = try published()
        _ = try workplace.run(
            at: .spring2020, "close", "2018-2019-2", "--author", "Analyst", "--state", "state",
            "--output", "reports", "--language", "en")
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try workplace.rollup()
        let before = try figures(workplace, "2018-2019-2")
        let now = try figures(workplace, "2019-2020-1")
        var compared = 0
        for (cell, row) in now where !(row["value"] ?? "").isEmpty {
            guard let released = before[cell]?["value"], !released.isEmpty else { continue }
            compared += 1
            #expect(row["value_previous"] == released, "\(cell)")
        }
        #expect(compared > 100)
        #expect(try audit(workplace).code == 0)
    }

    @Test func `says of each value before why it is not there`() throws {
        let workplace = try published()
        let before = try figures(workplace, "2018-2019-2")
        for (cell, row) in try figures(workplace, "2019-2020-1")
        where (row["value_previous"] ?? "").isEmpty {
            let isHidden = before[cell]?["value_status"] == "c" || row["value_status"] == "c"
            #expect(row["value_previous_status"] == (isHidden ? "c" : "x"), "\(cell)")
        }
    }

    @Test func `does not count what nobody was asked for`() throws {
        let workplace = try published()
        let first = try figures(workplace, "2018-2019-1")
        for cell in ["participants", "sessions", "teachers", "pupils_in_need", "feedback_answers"] {
            #expect(first[cell]?["value"] == "", "\(cell)")
            #expect(first[cell]?["value_status"] == "x", "\(cell)")
        }
        let second = try #require(try figures(workplace, "2018-2019-2")["participants"])
        #expect(second["value"] == "35")
        #expect(second["change"] == "")
        let page = try workplace.text("reports/2018-2019-1/public/report.en.html")
        #expect(page.contains("Until this semester there was no record yet of: sessions"))
    }

    @Test func `says how many records are held back`() throws {
        let workplace = try published()
        let page = try workplace.text("reports/2018-2019-2/public/report.en.html")
        #expect(page.contains("Held back: 44\u{00A0}records; no figure counts them"))
        let first = try workplace.text("reports/2018-2019-1/public/report.en.html")
        #expect(first.contains("Held back: a few records; no figure counts them"))
        #expect(!first.contains("Held back: 2"))
    }

    @Test func `has links that lead somewhere`() throws {
        let workplace = try published()
        for page in [
            "index.html", "index.en.html", "2018-2019-2/public/report.html",
            "2018-2019-2/public/report.en.html", "2018-2019-2/internal/report.html",
        ] {
            let text = try workplace.text("reports/\(page)")
            let folder = URL(filePath: "/\(page)").deletingLastPathComponent()
            let links = text.components(separatedBy: "href=\"").dropFirst().compactMap {
                $0.split(separator: "\"").first.map(String.init)
            }
            #expect(links.contains { $0.hasSuffix(".html") })
            for link in links where !link.hasPrefix("#") {
                let path = folder.appending(path: link).standardized.path
                #expect(throws: Never.self) { try workplace.bytes("reports\(path)") }
            }
            for link in links where link.hasPrefix("#") && !link.contains("/") {
                #expect(text.contains("id=\"\(link.dropFirst())\""), "\(link)")
            }
        }
    }
}
