import Foundation
import PupilSupport
import Reports
import Rollup

/// Makes the releases of one semester after another, each with what is known of those before it.
struct ReleaseMaker {
    private let output: String
    private let threshold: Int
    private var internalEntries: [SemesterHistory.Entry] = []
    private var publicEntries: [SemesterHistory.Entry] = []
    private var released: [Semester: ReleasedFigures] = [:]
    /// Where files are made, one report after the other: the library of the workbooks keeps a time where all
    /// threads see it.
    private let desk = DispatchQueue(label: "pumpurs.files")

    /// Prepares the making.
    ///
    /// - Parameters:
    ///   - output: The folder in which earlier releases lie.
    ///   - threshold: Numbers of people below it are hidden.
    init(output: String, threshold: Int) {
        self.output = output
        self.threshold = threshold
    }

    /// The key figures of all semesters so far, for an audience.
    func history(for audience: ReportAudience) -> SemesterHistory {
        SemesterHistory(audience == .internal ? internalEntries : publicEntries)
    }

    /// Settles the release of the next semester; its files are made meanwhile.
    ///
    /// - Parameters:
    ///   - report: The report for the Board, without its history.
    ///   - sealed: The files that were sealed when the semester was closed, or `nil` while it is open.
    mutating func release(
        of report: SemesterReport, sealed: [(name: String, content: ReportContent)]? = nil
    ) throws -> UnfinishedRelease {
        guard let sealed else { return try make(report) }
        let state = SemesterHistory.State(report)
        for audience in ReportAudience.allCases {
            let summary = ReportPlace.files(for: audience, of: sealed)
                .first { $0.name == "summary.json" }
            guard let summary, let document = ReleasedDocument(bytes: summary.content.bytes) else {
                continue
            }
            let entry = SemesterHistory.Entry(document, of: report.semester, state: state)
            if audience == .internal {
                internalEntries.append(entry)
            } else {
                publicEntries.append(entry)
                released[report.semester] = ReleasedFigures(document)
            }
        }
        return UnfinishedRelease(report: report, parts: [LaterValue(on: desk) { sealed }])
    }

    private mutating func make(_ report: SemesterReport) throws -> UnfinishedRelease {
        let (semester, cube) = (report.semester, report.cube)
        let state = SemesterHistory.State(report)
        internalEntries.append(.init(cube, state: state))
        var own = report
        own.history = history(for: .internal)
        let files = LaterValue<UnfinishedRelease.Files>(on: desk) { [own] in
            try OutputError.ofSpool { try Self.files(of: own) }.map { ($0.name, $0.content) }
        }
        let protected: CubeProtection
        do {
            protected = try CubeProtection(
                of: cube, bands: report.municipality.classBands, threshold: threshold,
                before: try known(semester.previous),
                earlier: try known(semester))
        } catch let failure as CubeProtection.Failure {
            // What was released before stays, and the pages over all semesters go on showing it.
            let standing = try document(of: semester)
            if let standing {
                publicEntries.append(.init(standing, of: semester, state: .incomplete))
            }
            return UnfinishedRelease(
                report: own, unprotected: failure.addresses, standsFromBefore: standing != nil,
                parts: [files])
        }
        publicEntries.append(.init(protected.cube, state: state))
        let shown = report.forEverybody(
            cube: protected.cube,
            protection: ReportProtection(
                threshold: threshold, hiddenCount: protected.hiddenCount,
                areClassBandsMerged: protected.areClassBandsMerged),
            history: history(for: .public))
        released[semester] = ReleasedFigures(protected.cube)
        let shownFiles = LaterValue<UnfinishedRelease.Files>(on: desk) {
            try OutputError.ofSpool { try Self.files(of: shown) }.map {
                (ReportPlace.publicPrefix + $0.name, $0.content)
            }
        }
        return UnfinishedRelease(report: own, parts: [files, shownFiles])
    }

    /// Returns the files of a report, whose parts are made side by side where a thread has nothing else to do.
    private static func files(of report: SemesterReport) throws -> [ReportFile] {
        let made = SideBySide.results(of: report.parts()) { try $0.made() }
        return report.files(of: try made.map { try $0.get() })
    }

    /// Returns what is released of a semester: just now, or in the folder.
    private func known(_ semester: Semester) throws -> ReleasedFigures? {
        if let release = released[semester] { return release }
        return try document(of: semester).map { ReleasedFigures($0) }
    }

    /// Returns what the folder has as released of a semester.
    private func document(of semester: Semester) throws -> ReleasedDocument? {
        do { return try ReleasedDocument(folder: "\(output)/\(semester.code)/public") } catch {
            throw OutputError.isNoRelease(error.path)
        }
    }
}

extension SemesterHistory.State {
    /// Says how far the figures of a report can still change.
    init(_ report: SemesterReport) {
        if let last = report.revision?.entries.last {
            self = .closed(revision: last.number)
        } else {
            self = report.state.isComplete ? .complete : .incomplete
        }
    }
}

extension SemesterHistory.Entry {
    /// Takes the key figures that a summary says.
    init(_ document: ReleasedDocument, of semester: Semester, state: SemesterHistory.State) {
        var figures: [String: SemesterHistory.Value] = [:]
        for table in document.tables {
            let isFollowed = SemesterHistory.indicators.contains(table.indicator)
            guard isFollowed, table.breakdown.isEmpty || table.breakdown == ["school"] else {
                continue
            }
            for figure in table.figures {
                let cell = String(figure.address.dropFirst(document.semester.count + 1))
                figures[cell] = SemesterHistory.Value(
                    ReleasedFigure.shown(figure.value, decimals: table.decimals),
                    status: ValueStatus(rawValue: figure.status) ?? .missing)
            }
        }
        self.init(semester: semester, state: state, figures: figures)
    }
}
