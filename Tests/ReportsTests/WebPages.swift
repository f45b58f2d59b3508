import Foundation
import Logging
import PupilSupport
import Rollup
import SupportStore
import Testing

@testable import Pipelines
@testable import Reports

/// Writes the pages of the sample data for `scripts/check-web`, which looks at them in a browser.
///
/// Small numbers are hidden here by size alone: the pages are looked at, never published.
@Suite struct `Pages for the browser` {
    static let folder = ProcessInfo.processInfo.environment["PUMPURS_WEB_PAGES"]

    @Test(.enabled(if: folder != nil, "PUMPURS_WEB_PAGES names no folder"))
    func `the pages of the sample data are written`() throws {
        let output = URL(filePath: try #require(Self.folder))
        let state = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID())")
        defer { try? FileManager.default.removeItem(at: state) }
        let reports = try Self.sampleReports(state: state.path)
        for audience in ReportAudience.allCases {
            let shown = reports.map { Self.report($0, for: audience) }
            let history = SemesterHistory(
                shown.map { report in
                    SemesterHistory.Entry(
                        report.cube, state: report.state.isComplete ? .complete : .incomplete)
                })
            for language in Language.allCases {
                for report in shown {
                    var report = report
                    report.history = history
                    try Self.write(
                        try report.files(in: language).first, to: output,
                        as: "\(report.semester)-\(audience.rawValue).\(language.rawValue).html")
                }
                let index = SemesterIndex(
                    municipality: shown[0].municipality, history: history, audience: audience,
                    protection: shown[0].protection,
                    links: { "\($0)-\(audience.rawValue).\(language.rawValue).html" })
                try Self.write(
                    try index.page(in: language), to: output,
                    as: "index-\(audience.rawValue).\(language.rawValue).html")
            }
        }
    }

    private static func sampleReports(state: String) throws -> [SemesterReport] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let pipelines = root.appending(path: "pipelines").path
        let definitions = try #require(
            DefinitionLoader(folder: pipelines, knownRuleCodes: RuleCatalogue.codes).load().0)
        let indicators = try #require(
            IndicatorLoader(folder: pipelines, files: definitions.files).load().0)
        let store = try SupportStore(folder: state)
        let logger = Logger(label: "web") { _ in SwiftLogNoOpLogHandler() }
        let importing = try #require(
            try ImportRun(
                store: store, definitions: definitions,
                inbox: root.appending(path: "sample-data").path, logger: logger))
        let refused = try importing.run { _ in }.compactMap(\.refusal)
        let run = try ReportRun(
            store: store, definitions: definitions, indicators: indicators, output: state,
            refused: refused, names: importing.names)
        let semesters = try ReportableSemesters(
            store: store, municipality: definitions.municipality
        ).matching(nil)
        var cubes: [Cube] = []
        try SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies
        ).cubes(of: semesters, in: store.reader) { cubes.append($0) }
        return cubes.map { run.report(of: $0) }
    }

    private static func report(
        _ report: SemesterReport, for audience: ReportAudience
    ) -> SemesterReport {
        guard audience == .public else { return report }
        var report = report
        report.audience = .public
        report.cube = report.cube.replacingFigures { figure in
            guard figure.unit.decimals == 0, let value = figure.value,
                (1...4).contains(value.scaled)
            else { return figure }
            return figure.concealed
        }
        report.protection = ReportProtection(
            threshold: 5, hiddenCount: report.cube.figures.count { $0.status == .confidential })
        return report
    }

    private static func write(_ file: ReportFile?, to folder: URL, as name: String) throws {
        let file = try #require(file)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.bytes).write(to: folder.appending(path: name))
    }
}
