import Foundation
import PupilSupport
import Rollup
import Testing

@testable import Reports

/// Reads the sources: what a reader sees comes from one catalogue, and all of the catalogue is seen.
@Suite struct `The catalogue of messages` {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Reports")

    private static func files() throws -> [(path: String, text: String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
        return try names.filter { $0.hasSuffix(".swift") }.map { name in
            (name, try String(contentsOf: sources.appending(path: name), encoding: .utf8))
        }
    }

    private static func isCatalogue(_ path: String) -> Bool { path.hasPrefix("Language/") }

    @Test func `every message of the catalogue is used`() throws {
        let files = try Self.files()
        let words = files.flatMap { file in
            file.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        }
        var uses: [Substring: Int] = [:]
        var declared: [Substring: Int] = [:]
        for (before, word) in zip([""] + words, words) {
            uses[word, default: 0] += 1
            if ["let", "var", "func", "case"].contains(before) { declared[word, default: 0] += 1 }
        }
        let names = Set(
            files.filter { $0.path.hasPrefix("Language/Phrases") }.flatMap { file in
                file.text.matches(of: /static (?:let|func|var) (\w+)/).map(\.1)
            })
        #expect(names.count > 80)
        #expect(names.filter { uses[$0] == declared[$0] }.sorted() == [])
    }

    @Test func `every message is there in both languages, with the same parts`() throws {
        // A quoted text, which may hold parts in parentheses that hold quotes themselves.
        let pattern = /text\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)/
        var count = 0
        for file in try Self.files() where Self.isCatalogue(file.path) {
            for match in file.text.matches(of: pattern) {
                let (lv, en) = (String(match.1), String(match.2))
                count += 1
                #expect(!lv.isEmpty && !en.isEmpty, "\(file.path): \(lv) | \(en)")
                #expect(
                    lv.components(separatedBy: "\\(").count
                        == en.components(separatedBy: "\\(").count, "\(lv) | \(en)")
            }
        }
        #expect(count > 100)
    }

    @Test func `no words of a page stand outside the catalogue`() throws {
        // Lists for the clerk of what is held back have words of their own, and a column cannot be made
        // without a description in both languages.
        for file in try Self.files()
        where !Self.isCatalogue(file.path) && !file.path.hasPrefix("Quarantine/")
            && !file.path.hasPrefix("Files/TableColumn")
        {
            for line in file.text.split(separator: "\n") where !line.contains("///") {
                let words = line.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }
                for word in words {
                    #expect(
                        word.firstMatch(of: /[āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]/) == nil,
                        "\(file.path): \(word)")
                }
            }
        }
        let templates = PageTemplates.all.filter { !$0.key.hasSuffix("style") }
        for (name, template) in templates {
            let text = template.replacing(/<[^>]*>|\{\{[^}]*\}\}/, with: "")
            #expect(text.firstMatch(of: /[a-zA-ZāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]{2,}/) == nil, "\(name)")
        }
    }

    @Test func `every kind of counted thing and every unit has words in both languages`() {
        for unit in CountingUnit.allCases {
            #expect(unit.words.meaning.lv != unit.words.meaning.en)
        }
        for code in SemesterHistory.indicators { #expect(Phrases.followed(code) != nil, "\(code)") }
    }

    @Test func `Latvian names are sorted by the Latvian alphabet`() {
        let sorted = [
            "Cēsis", "Čiekurs", "Dauguļi", "Gaigalava", "Ģibuļi", "Iecava", "Īle", "Ilūkste",
            "Jaunpils", "Kuldīga", "Ķekava", "Limbaži", "Ļaudona", "Saldus", "Šķibe", "Zante",
            "Žagata",
        ]
        #expect(sorted.reversed().sorted(by: LatvianOrder.precedes) == sorted)
        #expect(LatvianOrder.precedes("ala", "āla"))
        #expect(LatvianOrder.precedes("āla", "alus"))
        #expect(LatvianOrder.precedes("5. klase", "10. klase") == false)
    }

    @Test(arguments: [(60, "1", 0), (90, "1.5", 1), (22_120, "368.7", 1), (-90, "-1.5", 1)])
    func `minutes are told in hours`(minutes: Int, hours: String, decimals: Int) {
        let value = FigureValue(scaled: minutes, decimals: 0).hours
        #expect(value.description == hours)
        #expect(value.decimals == decimals)
    }

    @Test func `a day is written as each language writes it`() throws {
        let day = try #require(CivilDate(iso: "2019-05-31"))
        #expect(NumberText(language: .latvian).date(day) == "31.05.2019.")
        #expect(NumberText(language: .english).date(day) == "31\u{A0}May\u{A0}2019")
    }
}
