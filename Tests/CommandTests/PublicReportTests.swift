import Foundation
import Testing

/// The reports that everybody may see, and what they give away: nothing.
@Suite struct `A public report` {
    private static let semesters = ["2018-2019-2", "2019-2020-1"]

    private func published() throws -> Workplace { try Preparation.rolledUp.copy() }

    private func audit(_ workplace: borrowing Workplace, _ folder: String = "reports") throws
        -> Workplace.Outcome
    {
        try workplace.run("audit", folder, "--language", "en")
    }

    @Test func `of each semester gives nothing away to one who has all of them`() throws {
        let outcome = try audit(try published())
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasSuffix(" 0 faults") })
    }

    @Test func `shows no number at the address of a hidden figure, in any of its files`() throws {
        let workplace = try published()
        for semester in Self.semesters {
            let summary = try PublicSummary(workplace, semester)
            #expect(summary.hidden.count > 100)
            for name in ["participants", "teachers", "outcomes"] {
                let text = try workplace.text("reports/\(semester)/public/\(name).csv")
                for row in rows(of: text) where summary.hidden.contains(row["address"] ?? "") {
                    #expect(row["value_status"] == "c")
                    #expect(row["value"] == "")
                    #expect(row["value_previous"] == "")
                    #expect(row["change"] == "")
                }
            }
            for page in ["report.html", "report.en.html"] {
                let text = try workplace.text("reports/\(semester)/public/\(page)")
                for cell in text.components(separatedBy: "<td").dropFirst() {
                    guard let start = cell.range(of: " id=\""),
                        let end = cell[start.upperBound...].firstIndex(of: "\""),
                        summary.hidden.contains(String(cell[start.upperBound..<end]))
                    else { continue }
                    let shown = cell.components(separatedBy: "</td>")[0]
                    #expect(shown.contains("[c]"))
                }
            }
        }
    }

    @Test func `says the same number as the internal one wherever it says any`() throws {
        let workplace = try published()
        for semester in Self.semesters {
            let exact = try workplace.figures(semester)
            let summary = try PublicSummary(workplace, semester)
            #expect(!summary.shown.isEmpty)
            for (address, value) in summary.shown {
                // Of bands that were put together it says the sum.
                let parts = ["5-6", "7-9"].compactMap { band in
                    exact[address.replacing("class_band=5-9", with: "class_band=\(band)")]
                }
                let isMerged = address.hasSuffix("class_band=5-9")
                #expect(
                    isMerged
                        ? "\(parts.compactMap(Int.init).reduce(0, +))" == value
                        : exact[address] == value)
            }
        }
    }

    @Test func `puts class bands together where that shows more, and says so`() throws {
        let workplace = try published()
        let text = try workplace.text("reports/2018-2019-2/public/participants.csv")
        let bands = rows(of: text).filter {
            $0["indicator"] == "participants" && $0["breakdown"] == "class_band"
                && $0["geographic_level"] == "Municipality"
        }
        #expect(bands.map { $0["category"] } == ["5-9", "10-12"])
        #expect(bands.map { $0["value"] } == ["29", "6"])
        let page = try workplace.text("reports/2018-2019-2/public/report.en.html")
        #expect(page.contains("Class bands were put together so that more can be shown."))
    }

    @Test func `lies where everybody may read it, and the exact one where nobody may`() throws {
        let workplace = try published()
        let outcome = try workplace.shell(
            "stat -c %a reports/2018-2019-2/public reports/2018-2019-2/public/summary.json "
                + "reports/2018-2019-2/internal reports/2018-2019-2/internal/summary.json "
                + "reports/index.html reports/internal.html; readlink reports/latest")
        #expect(outcome.output == "755\n644\n700\n600\n644\n600\n2019-2020-1\n")
    }

    @Test(arguments: [
        (
            "a raw field of the summary", "summary.json", "\"status\": \"c\",",
            "\"status\": \"c\", \"raw\": 3,", "the file holds something"
        ),
        (
            "the length of a bar", "report.html", "</svg>",
            "<rect width=\"37\" height=\"8\"/></svg>",
            "the file holds something"
        ),
        (
            "an attribute of a cell", "report.en.html", "<td", "<td data-value=\"3\"",
            "the file holds something"
        ),
    ])
    func `with a planted leak is caught`(
        leak: String, file: String, place: String, planted: String, words: String
    ) throws {
        let workplace = try published()
        let name = "reports/2018-2019-2/public/\(file)"
        let text = try workplace.text(name)
        let range = try #require(text.range(of: place))
        try workplace.write(text.replacingCharacters(in: range, with: planted), to: name)
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("2018-2019-2/public/\(file): \(words)"))
    }

    @Test(arguments: [
        ("change", 3, "the figure is hidden, but its value before or its change is not"),
        ("previous", 2, "the figure is hidden, but its value before or its change is not"),
        ("value", 2, "the figure is hidden, but its value before or its change is not"),
    ])
    func `with a number beside a hidden figure is caught`(
        key: String, number: Int, words: String
    ) throws {
        let workplace = try published()
        try PublicSummary.edit(workplace, "2019-2020-1") { figure in
            guard figure["status"] as? String == "c" else { return false }
            figure[key] = number
            return true
        }
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(outcome.output.contains(words))
    }

    @Test func `with a percentage of hidden pupils is caught`() throws {
        let workplace = try published()
        let address = try PublicSummary.edit(workplace, "2019-2020-1") { figure in
            guard figure["status"] as? String == "c",
                (figure["address"] as? String)?.contains("minutes_delivered_share/measure") == true
            else { return false }
            figure["status"] = ""
            figure["value"] = 33.3
            return true
        }
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(
            outcome.output.contains(
                "\(address): it is shown though a figure that it is made from is hidden"))
    }

    @Test func `in which all but one part of a whole are shown is caught`() throws {
        let workplace = try published()
        let exact = try workplace.figures("2018-2019-2")
        var left = 0
        try PublicSummary.edit(workplace, "2018-2019-2", all: true) { figure in
            guard let address = figure["address"] as? String,
                address.contains("/participants/school=sloka/sex=")
                    || address.contains("/participants/school=vaivari/sex="),
                figure["status"] as? String == "c"
            else { return false }
            left += 1
            guard left > 1 else { return false }
            figure["status"] = ""
            figure["value"] = exact[address].flatMap(Int.init)
            return true
        }
        let outcome = try audit(workplace)
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("the hidden figure can be placed between"))
    }

    @Test func `is not written when what was released before gives a figure away`() throws {
        let workplace = try published()
        let before = try workplace.files(in: "reports/2018-2019-2/public")
        // An earlier release that showed everything but one child's cell.
        try workplace.copyInternalSummary("2018-2019-2") { figure in
            let isOne =
                figure["address"] as? String == "2018-2019-2/participants/school=sloka/sex=female"
            if isOne {
                figure["status"] = "c"
                for key in ["value", "previous", "change"] { figure[key] = NSNull() }
            }
        }
        let planted = try workplace.files(in: "reports/2018-2019-2/public")
        #expect(planted != before)
        let outcome = try workplace.report()
        #expect(outcome.code == 5)
        #expect(
            outcome.errors.contains(
                "no public report was written: these figures cannot be kept from being worked out: "
                    + "2018-2019-2/participants/school=sloka/sex=female"))
        #expect(try workplace.files(in: "reports/2018-2019-2/public") == planted)
        #expect(
            outcome.errors.contains("the public report of 2018-2019-2 from before stays"))
        // What stays is to be found.
        #expect(try workplace.text("reports/index.html").contains("2018-2019-2/public/"))
        // A rollup tells it each time, beside all else.
        try workplace.write("nothing that anybody knows\n1\n2\n", to: "inbox/strange.csv")
        for _ in 1...2 {
            let rollup = try workplace.rollup()
            #expect(rollup.code == 5)
            #expect(rollup.errors.contains("no public report was written"))
            #expect(rollup.errors.contains("[FIL-001]"))
        }
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.output.contains("could not protect figures of a semester"))
    }

    @Test func `is not written after one that cannot be read`() throws {
        let workplace = try published()
        try workplace.write("{}", to: "reports/2018-2019-2/public/summary.json")
        let outcome = try workplace.report()
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: reports/2018-2019-2/public/summary.json: it is no public summary of this "
                + "program, and without it nobody knows what was released already; restore it, or move the "
                + "folder away\n")
    }

    @Test func `keeps hidden what was hidden, and shown what was shown, when data are corrected`()
        throws
    {
        let workplace = try published()
        let first = try PublicSummary(workplace, "2018-2019-2")
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try workplace.rollup()
        let second = try PublicSummary(workplace, "2018-2019-2")
        #expect(second.hidden.isSuperset(of: first.hidden))
        for (address, value) in first.shown where second.shown[address] == nil {
            // Only a figure that was corrected may be hidden anew.
            #expect(try workplace.figures("2018-2019-2")[address] != value)
        }
        #expect(try audit(workplace).code == 0)
    }

    @Test func `is audited with no rule that its own figures break`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        // Nobody says what risks pupils have, so the risks do not cover the pupils; and at one school there are
        // so few pupils that their number is hidden.
        for school in ["jaundubulti", "sloka", "vaivari"] {
            try workplace.removeRecord("plan_risk", from: "pipelines/sources/\(school).yaml")
        }
        try workplace.keepPlans(4, in: "inbox/vaivari/2018-2019-2/konsultacijas.csv")
        _ = try workplace.report()
        let summary = try PublicSummary(workplace, "2018-2019-2")
        #expect(summary.hidden.contains("2018-2019-2/participants/school=vaivari"))
        let outcome = try audit(workplace)
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("contradict"))
    }

    @Test func `of a closed semester is sealed with the exact one`() throws {
        let workplace = try published()
        _ = try workplace.run(
            at: .spring2020, "close", "2018-2019-2", "--author", "Analyst", "--state", "state",
            "--output", "reports", "--language", "en")
        let sealed = try workplace.files(in: "reports/2018-2019-2")
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try workplace.rollup()
        #expect(try workplace.files(in: "reports/2018-2019-2") == sealed)
        #expect(try audit(workplace).code == 0)
    }

    @Test func `is looked for in vain in a folder without one`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try audit(workplace, "nowhere")
        #expect(outcome.code == 66)
        #expect(
            outcome.errors
                == "pumpurs: there is no public report in 'nowhere'; name the folder of the reports\n"
        )
    }
}

/// What a test reads of a semester's public `summary.json`.
private struct PublicSummary {
    let hidden: Set<String>
    let shown: [String: String]

    init(_ workplace: borrowing Workplace, _ semester: String) throws {
        var hidden: Set<String> = []
        for file in ["participants", "teachers", "outcomes"] {
            let text = try workplace.text("reports/\(semester)/public/\(file).csv")
            for row in rows(of: text) where row["value_status"] == "c" {
                hidden.insert(row["address"] ?? "")
            }
        }
        self.hidden = hidden
        var shown: [String: String] = [:]
        for file in ["participants", "teachers", "outcomes"] {
            let text = try workplace.text("reports/\(semester)/public/\(file).csv")
            for row in rows(of: text) {
                guard let address = row["address"], let value = row["value"], !value.isEmpty else {
                    continue
                }
                shown[address] = value
            }
        }
        self.shown = shown
    }

    /// Changes the first figure, or all, for which a body says that it changed something.
    @discardableResult
    static func edit(
        _ workplace: borrowing Workplace, _ semester: String, all: Bool = false,
        _ body: (inout [String: Any]) -> Bool
    ) throws -> String {
        let name = "reports/\(semester)/public/summary.json"
        var root = try #require(
            try JSONSerialization.jsonObject(with: Data(try workplace.bytes(name)))
                as? [String: Any])
        var changed = ""
        var tables = root["tables"] as? [[String: Any]] ?? []
        for place in tables.indices {
            var figures = tables[place]["figures"] as? [[String: Any]] ?? []
            for index in figures.indices where all || changed.isEmpty {
                if body(&figures[index]) { changed = figures[index]["address"] as? String ?? "" }
            }
            tables[place]["figures"] = figures
        }
        root["tables"] = tables
        try workplace.write(
            Array(try JSONSerialization.data(withJSONObject: root)), to: name)
        return changed
    }
}

extension Workplace {
    /// Puts the exact summary of a semester in the place of the public one, changed.
    fileprivate func copyInternalSummary(
        _ semester: String, _ change: (inout [String: Any]) -> Void
    ) throws {
        let exact = Data(try bytes("reports/\(semester)/internal/summary.json"))
        var root = try #require(try JSONSerialization.jsonObject(with: exact) as? [String: Any])
        root["audience"] = "public"
        var tables = root["tables"] as? [[String: Any]] ?? []
        for place in tables.indices {
            var figures = tables[place]["figures"] as? [[String: Any]] ?? []
            for index in figures.indices { change(&figures[index]) }
            tables[place]["figures"] = figures
        }
        root["tables"] = tables
        try write(
            Array(try JSONSerialization.data(withJSONObject: root)),
            to: "reports/\(semester)/public/summary.json")
    }
}

extension Workplace {
    /// Removes the records of a kind from the definition of a source.
    fileprivate func removeRecord(_ kind: String, from name: String) throws {
        let blocks = try text(name).components(separatedBy: "\n      - ")
        let others = blocks.filter { !$0.contains("record: \(kind)\n") }
        try #require(others.count < blocks.count)
        try write(others.joined(separator: "\n      - "), to: name)
    }

    /// Keeps the sessions of so many plans of Vaivari, those that come first.
    fileprivate func keepPlans(_ count: Int, in name: String) throws {
        var kept: Set<String> = []
        let lines = try text(name).components(separatedBy: "\r\n").filter { line in
            guard let start = line.range(of: "IAP19") else { return true }
            let plan = String(line[start.lowerBound...].prefix(10))
            if kept.count < count { kept.insert(plan) }
            return kept.contains(plan)
        }
        try write(lines.joined(separator: "\r\n"), to: name)
    }
}
