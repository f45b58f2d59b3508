import PupilSupport
import Rollup

/// The summary of a semester as JSON, by `schemas/summary.schema.json`.
struct SummaryDocument {
    static let keyFigures = [
        "participants", "participants_sum_of_schools", "participants_difference",
        "participants_new", "participants_returning", "teachers", "teachers_sum_of_schools",
        "teachers_difference", "plans", "sessions", "minutes", "pupils_in_need", "pupils_waiting",
        "low_marks_before", "low_marks_after", "feedback_positive_share",
    ]
    private static let schoolFigures = [
        "participants", "teachers", "plans", "sessions", "minutes", "pupils_in_need",
        "pupils_waiting",
    ]

    let report: SemesterReport
    private var cube: Cube { report.cube }

    /// Returns the document as text.
    ///
    /// - Throws: ``SpoolError`` when the machine has no room for it, and what keeps findings from being read.
    func content() throws -> ReportContent {
        let writer = ContentWriter()
        try text.write(to: writer.append)
        return try writer.finish()
    }

    /// The document, whose findings are handed out as it is written.
    var text: JSONText {
        let municipality = report.municipality
        let project = municipality.project
        return JSONText.object([
            ("schema", .words("pumpurs-summary/2")),
            ("audience", .words(report.audience.rawValue)),
            ("semester", .words(report.semester.code)),
            ("previous_semester", .optional(cube.previousSemester?.code)),
            ("state", .words(report.state.code)),
            ("reasons", .list(report.state.reasons.map(JSONText.localized))),
            ("schools_missing", .list(report.quality.schoolsMissing.sorted().map(JSONText.words))),
            ("held_back", heldBack),
            ("revisions", .list((report.revision?.entries ?? []).map(revision))),
            (
                "municipality",
                .object([
                    ("code", .words(municipality.code)), ("board", .localized(municipality.board)),
                ])
            ),
            (
                "project",
                .object([
                    ("number", .words(project.number)), ("short_name", .words(project.shortName)),
                    ("title", .localized(project.title)),
                ])
            ), ("funding", Funding(project: project).json),
            ("definitions", .words(report.definitionsHash)),
            ("protection", protection),
            (
                "known_before",
                .object([
                    ("schools", .list(cube.schoolsBefore.sorted().map(JSONText.words))),
                    ("silent", .list(cube.silentBefore.sorted().map(JSONText.words))),
                ])
            ), ("history", .list(report.history.entries.map(past))),
            (
                "key_figures",
                .object(
                    Self.keyFigures.map { code in (code, .optional(cube.figure(code)?.value)) })
            ), ("schools", .list(municipality.schools.map(school))),
            ("targets", .list(cube.targets.map(target))), ("tables", .list(tables)),
            ("quality", report.audience == .public ? .nothing : quality),
        ])
    }

    /// A semester of the lines over time, for the municipality alone.
    private func past(_ entry: SemesterHistory.Entry) -> JSONText {
        let figures = SemesterHistory.indicators.compactMap { code -> JSONText? in
            guard let figure = entry.figure(code) else { return nil }
            return .object([
                ("indicator", .words(code)), ("decimals", .integer(figure.value?.decimals ?? 0)),
                ("value", .optional(figure.value)), ("status", .words(figure.status.rawValue)),
            ])
        }
        var (state, revision) = ("complete", Int?.none)
        switch entry.state {
        case .complete: break
        case .incomplete: state = "incomplete"
        case .closed(let number): revision = number
        }
        return .object([
            ("semester", .words(entry.semester.code)), ("state", .words(state)),
            ("closed_as", .optional(revision)), ("figures", .list(figures)),
        ])
    }

    private var heldBack: JSONText {
        switch report.quality.heldBack {
        case .number(let number): .integer(number)
        case .few: .words("few")
        }
    }

    private var protection: JSONText {
        guard let protection = report.protection else { return .nothing }
        return .object([
            ("threshold", .integer(protection.threshold)),
            ("hidden", .integer(protection.hiddenCount)),
            ("class_bands_merged", .truth(protection.areClassBandsMerged)),
        ])
    }

    private func revision(_ entry: ReportRevision.Entry) -> JSONText {
        .object([
            ("revision", .words(entry.name)), ("closed_on", .words(entry.closedOn.description)),
            ("note", .words(entry.note)),
        ])
    }

    private func school(_ school: School) -> JSONText {
        let figures = Self.schoolFigures.map { code in
            (
                key: code,
                value: JSONText.optional(cube.figure(code, .init(.school, school.code))?.value)
            )
        }
        return .object(
            [("code", .words(school.code)), ("name", .localized(school.name))] + figures)
    }

    private func target(_ progress: TargetProgress) -> JSONText {
        let target = progress.target
        // A target is compared with a figure of the municipality, which may be hidden.
        let isHidden =
            progress.value == nil || cube.figure(target.indicator)?.status == .confidential
        return .object([
            ("indicator", .words(target.indicator)), ("more_than", .integer(target.moreThan)),
            ("value", isHidden ? .nothing : .optional(progress.value)),
            ("reached", isHidden ? .nothing : progress.isReached.map(JSONText.truth) ?? .nothing),
            ("by", .words(target.by.description)), ("source", .localized(target.source)),
            ("words", isHidden ? .nothing : .localized(Phrases.target(progress))),
        ])
    }

    private var tables: [JSONText] {
        cube.families.flatMap { family in
            family.indicators.flatMap { indicator in
                indicator.breakdowns.map { breakdown in
                    JSONText.object([
                        ("family", .words(family.code)), ("indicator", .words(indicator.code)),
                        ("name", .localized(indicator.name)),
                        ("definition", .localized(indicator.definition)),
                        ("unit", .words(indicator.unit.rawValue)),
                        ("counting_unit", .words(indicator.countingUnit.rawValue)),
                        (
                            "sources",
                            .list(
                                cube.sources(of: indicator.code, by: breakdown.dimensions)
                                    .map(JSONText.localized))
                        ),
                        (
                            "breakdown",
                            .list(breakdown.dimensions.map { .words($0.rawValue) })
                        ),
                        ("figures", figures(of: indicator, by: breakdown)),
                    ])
                }
            }
        }
    }

    private func figures(
        of indicator: IndicatorDefinition, by breakdown: Breakdown
    ) -> JSONText {
        let figures = cube.figures(of: indicator.code, by: breakdown.dimensions)
        return .made(count: figures.count) { figure(figures[$0]) }
    }

    private func figure(_ figure: Figure) -> JSONText {
        .object([
            ("categories", .list(figure.address.coordinates.map { .words($0.category) })),
            ("value", .optional(figure.value)), ("previous", .optional(figure.previous)),
            ("previous_status", .words(figure.previousStatus.rawValue)),
            ("change", .optional(figure.change)), ("status", .words(figure.status.rawValue)),
            ("address", .words(figure.address.description)),
        ])
    }

    private var quality: JSONText {
        let files = report.quality.files.map { file in
            JSONText.object([
                ("file", .words(file.name)),
                ("school", .optional(file.schools.count == 1 ? file.schools.first : nil)),
                ("schools", .list(file.schools.map(JSONText.words))),
                ("kind", .words(file.kind)), ("semester", .optional(file.semester?.code)),
                ("read", .integer(file.read)), ("loaded", .integer(file.loaded)),
                ("held_back", .integer(file.heldBack)), ("ignored", .integer(file.ignored)),
                ("conserved", .truth(file.isConserved)),
            ])
        }
        return .object([
            ("files", .list(files)),
            (
                "findings",
                .handedOut { body in
                    try report.quality.findings.forEach { try body(Self.document($0)) }
                }
            ),
        ])
    }

    private static func document(_ finding: QualityFinding) -> JSONText {
        .object([
            ("file", .words(finding.file)), ("line", .integer(finding.line)),
            ("byte", .optional(finding.byte)), ("column", .optional(finding.column)),
            ("column_name", .optional(finding.columnName)), ("rule", .words(finding.rule)),
            ("severity", .words(finding.severity)),
            ("disposition", .words(finding.disposition.rawValue)),
            ("message", .localized(finding.message)),
            ("acknowledged", .truth(finding.isAcknowledged)),
        ])
    }
}
