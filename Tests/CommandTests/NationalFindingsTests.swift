import Foundation
import Testing

/// What is said of files that are of many schools and of several semesters.
@Suite struct `A file of several schools and semesters` {
    private static let rows = [
        "Skola;Semestris;Kods;Klase",
        "Slokas pamatskola;2018./2019. 2. semestris;010101-21111;6.a",
        "Vaivaru pamatskola;2018./2019. 1. semestris;010102-21111;6.a",
        "Vaivaru pamatskola;2018./2019. 1. semestris;010103-21111;klase",
    ]

    private static let held = Preparation { workplace in
        try workplace.copyDefinitions()
        try workplace.write(CountySource.definition, to: "pipelines/sources/novads.yaml")
        // Nobody owes anything, so that a semester without data would be told of.
        var lines = try workplace.text("pipelines/jurmala.yaml").components(separatedBy: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("deliveries:") })
        let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") && !$0.isEmpty }
        lines.replaceSubrange(start..<(end ?? lines.endIndex), with: ["deliveries: []"])
        try workplace.write(lines.joined(separator: "\n"), to: "pipelines/jurmala.yaml")
        try workplace.write(rows.joined(separator: "\r\n") + "\r\n", to: "inbox/novads.csv")
        _ = try workplace.run("import", "--inbox", "inbox")
    }

    @Test func `is told of once by the doctor, not once for each school`() throws {
        let doctor = try Self.held.copy().run("doctor", "--language", "en")
        let lines = doctor.output.split(separator: "\n").filter { $0.contains("held back") }
        #expect(lines == ["warning: novads.csv: records held back: 1"])
    }

    @Test func `is data of each of its semesters`() throws {
        let doctor = try Self.held.copy().run("doctor", "--language", "en")
        let lines = doctor.output.split(separator: "\n").filter { $0.contains("no data") }
        #expect(!lines.contains { $0.contains("2018-2019-1") || $0.contains("2018-2019-2") })
        #expect(lines.contains { $0.contains("2019-2020-1") })
    }
}

@Suite struct `A torn file of XML` {
    private static let torn = Preparation { workplace in
        try workplace.copySamples(of: "2018-2019-2")
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let bytes = try workplace.bytes(file)
        try workplace.write(Array(bytes.prefix(bytes.count * 3 / 4)), to: file)
    }

    @Test func `is told by the import that reads it, and by no later one`() throws {
        let workplace = try Self.torn.copy()
        let first = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        #expect(first.code == 3)
        #expect(
            first.errors.contains(
                /sloka\/2018-2019-2\/atbalsts\.xml:\d+: the file is torn \[XML-001\]\n/))
        let second = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        #expect(!second.errors.contains("torn"))
    }

    @Test func `is told by a dry run, by the rollup and by the doctor`() throws {
        let workplace = try Self.torn.copy()
        let dry = try workplace.run(
            "import", "--inbox", "inbox", "--dry-run", "--language", "lv")
        #expect(dry.code == 3)
        #expect(dry.errors.contains(": fails ir saplēsts [XML-001]\n"))
        let rollup = try workplace.rollup()
        #expect(rollup.errors.contains(": the file is torn, and what stood behind it was not read"))
        let doctor = try workplace.run("doctor", "--language", "en")
        #expect(doctor.output.contains(": the file is torn, and what stood behind it was not read"))
    }

    @Test func `says how many records it has and how many that whose place it took`() throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        _ = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let bytes = try workplace.bytes(file)
        try workplace.write(Array(bytes.prefix(bytes.count * 3 / 4)), to: file)
        let outcome = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        let told = try #require(
            outcome.errors.firstMatch(
                of:
                    /the file is torn; records read of it: (\d+), of the file whose place it took: (\d+) \[XML-001\]/
            ))
        let (read, before) = (try #require(Int(told.1)), try #require(Int(told.2)))
        #expect(0 < read && read < before)
        let doctor = try workplace.run("doctor", "--language", "lv")
        #expect(
            doctor.output.contains(
                "no tā nolasīti ieraksti: \(read), no faila, kura vietā tas stājies: \(before)"))
    }

    @Test func `of which no record is held back ends the import with 3`() throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        _ = try workplace.shell("rm -r inbox/jaundubulti inbox/vaivari")
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        // Only the end tag of the root is missing.
        let bytes = try workplace.bytes(file)
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: "<")))
        try workplace.write(Array(bytes[..<end]), to: file)
        let outcome = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains(": the file is torn [XML-001]\n"))
    }
}
