import Foundation
import Testing

@Suite struct `What was known then, and what changed since` {
    private static let sloka = "inbox/sloka/2018-2019-2/atbalsts.xml"

    /// Takes the first session that counts out of Sloka's file.
    private func correctSloka(_ workplace: borrowing Workplace) throws {
        let text = try workplace.text(Self.sloka)
        let start = try #require(text.range(of: "<nodarbiba "))
        let end = try #require(text.range(of: "/>", range: start.lowerBound..<text.endIndex))
        try workplace.write(
            text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: ""),
            to: Self.sloka)
    }

    @Test func `a corrected file moves the figures that the dry run names, and only those`() throws
    {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let before = try workplace.allFigures()
        let state = try workplace.files(in: "state")
        try correctSloka(workplace)
        let dryRun = try workplace.run(
            "import", "--dry-run", "--inbox", "inbox", "--state", "state", "--language", "en")
        #expect(try workplace.files(in: "state") == state)
        _ = try workplace.rollup(at: .dayAfter)
        let after = try workplace.allFigures()
        let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(!moved.isEmpty)
        let named = dryRun.output.moves
        #expect(Set(named.keys.filter { !$0.hasPrefix("2019-2020-1") }) == Set(moved))
        for address in moved {
            #expect(named[address]?.from == before[address])
            #expect(named[address]?.to == after[address])
        }
    }

    @Test func `a dry run names each file of which the import then holds records back`() throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        let options = ["--inbox", "inbox", "--state", "state", "--language", "en"]
        let dryRun = try workplace.run(list: ["import", "--dry-run"] + options)
        let named = try #require(
            dryRun.output.firstMatch(
                of: /records of these files that would be held back: (\d+);.*\n((?:  .*\n)+)/)
        )
        let done = try workplace.run(list: ["import"] + options)
        #expect(done.errors.contains("records held back: \(named.1), in files: "))
        let counts = named.2.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^  (\S+): (\d+) \(.+: \d+\)$/).flatMap { Int($0.2) }
        }
        #expect(counts.count == named.2.split(separator: "\n").count)
        #expect(counts.reduce(0, +) == Int(named.1))
        let again = try workplace.run(list: ["import", "--dry-run"] + options)
        #expect(!again.output.contains("would be held back"))
    }

    @Test func `diff names the correction as the cause of every difference`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let before = try workplace.allFigures()
        try correctSloka(workplace)
        _ = try workplace.rollup(at: .dayAfter)
        let after = try workplace.allFigures()
        let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let outcome = try workplace.run(
            "diff", "2019-10-07", "now", "--state", "state", "--language", "en")
        #expect(outcome.code == 0)
        let parts = outcome.output.components(separatedBy: "\n\n")
        #expect(parts.count == 2)
        // The one cause lists the figures, and they are not listed twice.
        #expect(parts[0].moves.isEmpty)
        #expect(
            parts.last?.hasPrefix("correction sloka/2018-2019-2/atbalsts.xml (run 2): ") == true)
        #expect(parts.last.map { Set($0.moves.keys).isSuperset(of: moved) } == true)
    }

    @Test func `diff knows the semesters that it compares, and refuses others`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let outcome = try workplace.run(
            "diff", "run:1", "now", "--semester", "1999-2000-1", "--state", "state", "--language",
            "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: neither state knows anything of semester 1999-2000-1; known are: "
                + "2018-2019-1, 2018-2019-2, 2019-2020-1\n")
    }

    @Test func `the report of the day before a correction is made again byte for byte`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let published = try workplace.files(in: "reports")
        try correctSloka(workplace)
        _ = try workplace.rollup(at: .dayAfter)
        #expect(try workplace.files(in: "reports") != published)
        let outcome = try workplace.run(
            "report", "--as-of", "2019-10-07", "--output", "then", "--state", "state",
            "--language", "en")
        #expect(outcome.code == 3)
        #expect(outcome.errors == "")
        // The pages over all semesters know of one that was not due then.
        func ofSemesters(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
            files.filter { $0.key.contains("/") && !$0.key.hasPrefix("2019-2020-1") }
        }
        #expect(try ofSemesters(workplace.files(in: "then")) == ofSemesters(published))
    }

    @Test func `a report of the past does not take the place of today's`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        try correctSloka(workplace)
        _ = try workplace.rollup(at: .dayAfter)
        let reports = try workplace.files(in: "reports")
        let outcome = try workplace.run(
            "report", "--as-of", "run:1", "--output", "reports", "--state", "state", "--language",
            "en")
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("today's published report lies there"))
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `a file that comes late is told as such`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let file = "inbox/vaivari/2018-2019-2/aptauja.csv"
        let bytes = try workplace.bytes(file)
        try FileManager.default.removeItem(at: workplace.path(file))
        _ = try workplace.rollup(at: .october2019)
        try workplace.write(bytes, to: file)
        _ = try workplace.rollup(at: .dayAfter)
        let outcome = try workplace.run(
            "diff", "2019-10-07", "now", "--state", "state", "--language", "en")
        #expect(
            outcome.output.contains("late delivery vaivari/2018-2019-2/aptauja.csv (run 2): "))
    }

    @Test func `a changed definition is told as such`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let text = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(
            text.replacingOccurrences(of: "low_mark_below: 4", with: "low_mark_below: 5"),
            to: "pipelines/jurmala.yaml")
        _ = try workplace.rollup(at: .dayAfter)
        let outcome = try workplace.run(
            "diff", "2019-10-07", "now", "--state", "state", "--language", "en")
        #expect(outcome.output.contains("\n\ndefinitions changed: "))
        #expect(outcome.output.contains("2018-2019-2/low_marks_after"))
    }

    @Test func `before the first run nothing was known`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let outcome = try workplace.run(
            "report", "--as-of", "2019-10-06", "--output", "then", "--state", "state",
            "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: the store held nothing yet at that moment; name a later one\n")
    }

    @Test func `an archive that lost a file says so instead of reporting something else`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let record = try workplace.record(1)
        let inputs = record["inputs"] as? [[String: Any]] ?? []
        let sha256 = try #require(inputs.first?["sha256"] as? String)
        try FileManager.default.removeItem(
            at: workplace.path("state/archive/\(sha256.prefix(2))/\(sha256).sealed"))
        let outcome = try workplace.run(
            "report", "--as-of", "run:1", "--output", "then", "--state", "state", "--language",
            "en")
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: files that counted then are gone from the archive: 1, the first is "
                + "\(try #require(inputs.first?["file"] as? String)); restore the folder archive from the "
                + "backup or, while a file is in force, run pumpurs import with it in the inbox\n")
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 74)
        #expect(
            doctor.output.hasPrefix("fatal: the archive lacks files that count, or holds others: 1")
        )
    }
}

extension Workplace {
    /// The figures of all semesters that are published.
    func allFigures() throws -> [String: String] {
        var all: [String: String] = [:]
        let names = try FileManager.default.contentsOfDirectory(atPath: path("reports").path)
        for semester in names where semester.hasPrefix("20") {
            all.merge(try figures(semester)) { $1 }
        }
        return all
    }
}

extension String {
    /// The figures that move, as commands print them.
    fileprivate var moves: [String: (from: String, to: String)] {
        var moves: [String: (from: String, to: String)] = [:]
        for line in split(separator: "\n") where line.hasPrefix("  ") && line.contains(" → ") {
            let parts = line.dropFirst(2).components(separatedBy: "  ")
            let values = parts.last?.components(separatedBy: " → ") ?? []
            guard parts.count == 2, values.count == 2 else { continue }
            moves[parts[0]] = (Self.status(values[0]), Self.status(values[1]))
        }
        return moves
    }

    private static func status(_ word: String) -> String {
        ["none": "", "nothing to divide by": "z", "nothing to compare with": "x"][word] ?? word
    }
}
