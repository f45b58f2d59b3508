import Foundation
import Testing

/// One thing changed in a yearly report, with and without sealing it again: `verify` finds each.
@Suite struct `A yearly report in which one thing was changed` {
    typealias Mutation = `A package in which one thing was changed`.Mutation

    private static let figures = "aggregate/indicators.csv"

    static let mutations: [Mutation] = [
        .init("a digit", finds: 1, "sed -i '/LV-834-PARTICIPANTS,/s/,90,/,91,/' \(figures)"),
        .init("a file more", finds: 1, "umask 077; echo x > aggregate/notes.txt"),
        .init("a file less", finds: 1, "rm aggregate/units.csv"),
        .init("a figure that others may read", finds: 2, "chmod 0644 \(figures)"),
        .init("a header", finds: 3, resealed: true, "sed -i '1s/women/females/' \(figures)"),
        .init("a row twice", finds: 3, resealed: true, "sed -i '2p' \(figures)"),
        .init(
            "a status that does not add up", finds: 5, resealed: true,
            "sed -i '/,CO03,.*,calendar_year,2019,Total,/s/,[0-9]*,participants/,7,participants/' \(figures)"
        ),
        .init(
            "a digit, sealed again", finds: 6, resealed: true,
            "sed -i '/LV-834-SESSIONS,.*,calendar_year,2019,sloka,/s/,\\([0-9]*\\),sessions$/,1\\1,sessions/' \(figures)"
        ),
        .init(
            "units, sealed again", finds: 6, resealed: true,
            "sed -i '3s/,minutes,/,minutes,1/' aggregate/units.csv"),
        .init(
            "a total of the manifest", finds: 6, resealed: true,
            "sed -i 's/\"participants\" : 90/\"participants\" : 91/' manifest.json"),
        .init(
            "a row of what changed left out", finds: 6, resealed: true,
            "sed -i '2d' aggregate/changes.csv"),
        .init(
            "what a figure is said to be now", finds: 6, resealed: true,
            "sed -i '2s/,\\([0-9]*\\),not_begun$/,1\\1,not_begun/' aggregate/changes.csv"),
        .init(
            "a personal code", finds: 9, resealed: true,
            "printf '010203-12345\\n' >> README.lv.txt"),
        .init(
            "another due day", finds: 10, resealed: true,
            "sed -i 's/\"dueOn\" : \"2020-01-30\"/\"dueOn\" : \"2020-02-28\"/' manifest.json"),
        .init(
            "a semester that is said to be open", finds: 10, resealed: true,
            "sed -i '0,/\"state\" : \"sealed\"/s//\"state\" : \"not_sealed\"/' manifest.json"),
        .init(
            "a revision without the one before it", finds: 11, resealed: true,
            "sed -i 's/\"revision\" : 1,/\"revision\" : 2,/' manifest.json"),
        .init(
            "a word of the read-me", finds: 13, resealed: true,
            "sed -i 's/precīzi, arī mazi/aptuveni/' README.lv.txt"),
    ]

    private static let written = Preparation(from: SubmissionWorkplace.sealedYear) { workplace in
        _ = try SubmissionWorkplace.submitYear(workplace)
    }

    @Test(arguments: mutations) func `is found`(mutation: Mutation) throws {
        let workplace = try Self.written.copy()
        let report = "submissions/\(SubmissionWorkplace.yearName)"
        let place = workplace.path(report).path
        let before = try workplace.shell("cd '\(place)' && ls -lR && cat */* *.*").output
        let change = try workplace.shell("cd '\(place)' && \(mutation.script)")
        try #require(change.code == 0, "the change could not be made")
        let after = try workplace.shell("cd '\(place)' && ls -lR && cat */* *.*").output
        try #require(after != before, "nothing was changed")
        if mutation.isResealed {
            let script = Workplace.repository.appending(path: "Tests/Oracle/reseal.py").path
            try #require(try workplace.shell("python3 '\(script)' '\(place)'").code == 0)
        }
        let outcome = try SubmissionWorkplace.verify(workplace, report)
        #expect(outcome.code == 4)
        let checks = Set(
            outcome.output.split(separator: "\n").compactMap { Int($0.prefix { $0 != " " }) })
        #expect(checks.contains(mutation.check), "found by checks \(checks.sorted())")
        if mutation.isResealed { #expect(!checks.contains(1), "\(outcome.output)") }
    }
}
