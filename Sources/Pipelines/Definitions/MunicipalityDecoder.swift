import Diagnostics
import PupilSupport

/// Decodes the file of the municipality.
struct MunicipalityDecoder {
    /// The keys of the file.
    static let keys = [
        "municipality", "board", "contact", "project", "low_mark_below", "class_bands", "schools",
        "semesters", "targets", "deliveries", "freshness", "indicator_limits",
        "publication", "submission", "retention",
    ]

    /// The files of the folder, among which the pictures are.
    let files: [DefinitionFile]

    /// What the file says, as far as it could be read.
    struct Result {
        /// The municipality, or `nil` when a part could not be read.
        var municipality: Municipality?
        /// The codes of the schools, or `nil` when the list could not be read.
        var schools: [String]?
        /// The semesters, or `nil` when the list could not be read.
        var semesters: [Semester]?
        /// The kinds of file that schools owe, to be checked against the sources.
        var kindsOwed: [(school: String, kind: DefinitionValue)] = []
    }

    /// Returns what the file says.
    func decode(_ file: DefinitionMapping) -> Result {
        var result = Result()
        let code = file.required("municipality")?.code()
        let board = file.required("board")?.localizedText()
        let contact = file["contact"]?.localizedText()
        let project = file.required("project").flatMap(self.project(_:))
        let lowMark = file.required("low_mark_below")?.integer(2...10)
        let bands = file.required("class_bands").flatMap { value in
            ClassBandDecoder(projectLevels: project?.levels).decode(value)
        }
        let schoolValues = file.required("schools")?.list()
        let schools = schoolValues.map { SchoolDecoder().decode($0) }
        result.schools = schools.flatMap(\.codes)
        let semesterValues = file.required("semesters")?.list()
        let periods = semesterValues.map { CalendarDecoder().decode($0) }
        result.semesters = periods.flatMap(\.semesters)
        let names = DefinitionNames(schools: result.schools, semesters: result.semesters)
        let targets = (file["targets"]?.listOrNothing() ?? []).map { target($0, names: names) }
        checkRepeated(file["targets"]?.items, keys: ["indicator", "semester"])
        let deliveries = (file["deliveries"]?.listOrNothing() ?? []).map { value in
            delivery(value, names: names, owed: &result.kindsOwed)
        }
        checkRepeated(file["deliveries"]?.items, keys: ["school", "semester"])
        let limits = file["indicator_limits"].map(limits(_:)) ?? IndicatorLimits()
        let freshness = file["freshness"].map(freshness(_:)) ?? Freshness()
        let publication =
            file["publication"].map(PublicationDecoder().decode(_:)) ?? Publication()
        let submission =
            file["submission"].map(SubmissionDecoder(names: names).decode(_:))
            ?? SubmissionSettings()
        let retention = file["retention"].map(RetentionDecoder().decode(_:)) ?? Retention()
        guard let code, let board, let project, let lowMark, let bands, let schools, let periods,
            let limits, let freshness, let publication, let submission, let retention
        else { return result }
        result.municipality = Municipality(
            code: code, board: board, contact: contact, project: project, schools: schools.schools,
            classBands: bands, calendar: SemesterCalendar(periods: periods.periods),
            lowMarkBelow: lowMark, targets: targets.compactMap { $0 },
            expectedDeliveries: deliveries.compactMap { $0 }, freshness: freshness,
            indicatorLimits: limits, publication: publication, submission: submission,
            retention: retention)
        return result
    }

    private func freshness(_ value: DefinitionValue) -> Freshness? {
        let keys = ["warn_after_days", "error_after_days"]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let warn = mapping.required(keys[0])?.integer(0...1_000)
        let error = mapping.required(keys[1])?.integer((warn ?? 0)...1_000)
        guard let warn, let error else { return nil }
        return Freshness(warnAfterDays: warn, errorAfterDays: error)
    }

    private func limits(_ value: DefinitionValue) -> IndicatorLimits? {
        guard let mapping = value.mapping(keys: ["query_seconds", "query_rows"]) else { return nil }
        let usual = IndicatorLimits()
        let seconds = mapping["query_seconds"].map { $0.integer(1...86_400) } ?? usual.querySeconds
        let rows = mapping["query_rows"].map { $0.integer(1...1_000_000_000) } ?? usual.queryRows
        guard let seconds, let rows else { return nil }
        return IndicatorLimits(querySeconds: seconds, queryRows: rows)
    }

    private func project(_ value: DefinitionValue) -> Project? {
        let keys = [
            "number", "accepted_numbers", "title", "short_name", "starts_on", "ends_on", "levels",
            "funding", "logo_nap",
        ]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let number = mapping.required("number")?.text()
        var codes = CodeRegister()
        if let number, let value = mapping["number"] { codes.add(number, at: value) }
        let accepted = (mapping["accepted_numbers"]?.listOrNothing() ?? []).compactMap { value in
            value.text().flatMap { codes.add($0, at: value) ? $0 : nil }
        }
        let title = mapping.required("title")?.localizedText()
        let shortName = mapping.required("short_name")?.text()
        let (startsOn, endsOn) = mapping.requiredDays("starts_on", "ends_on")
        let levels = mapping.required("levels")?.levels()
        let funding = mapping.required("funding")?.localizedText()
        let mark = mapping["logo_nap"].flatMap { PictureDecoder(files: files).decode($0) }
        guard let number, let title, let shortName, let startsOn, let endsOn, let levels,
            let funding
        else { return nil }
        return Project(
            number: number, acceptedNumbers: accepted, title: title, shortName: shortName,
            startsOn: startsOn, endsOn: endsOn, levels: levels, funding: funding,
            planMark: mark)
    }

    private func target(_ value: DefinitionValue, names: DefinitionNames) -> Target? {
        guard
            let mapping = value.mapping(
                keys: ["indicator", "semester", "more_than", "by", "source"])
        else { return nil }
        let indicator = mapping.required("indicator")?.code()
        let semester = mapping.required("semester").flatMap(names.semester(_:))
        let moreThan = mapping.required("more_than")?.integer(0...1_000_000_000)
        let by = mapping.required("by")?.date()
        let source = mapping.required("source")?.localizedText()
        guard let indicator, let semester, let moreThan, let by, let source else { return nil }
        return Target(
            indicator: indicator, semester: semester, moreThan: moreThan, by: by, source: source)
    }

    private func delivery(
        _ value: DefinitionValue, names: DefinitionNames,
        owed: inout [(school: String, kind: DefinitionValue)]
    ) -> ExpectedDelivery? {
        guard
            let mapping = value.mapping(
                keys: ["school", "semester", "kinds", "warn_on", "error_on"])
        else { return nil }
        let school = mapping.required("school").flatMap(names.school(_:))
        let semester = mapping.required("semester").flatMap(names.semester(_:))
        let values = mapping.required("kinds")?.list()
        var codes = CodeRegister()
        var kinds: [String] = []
        for value in values ?? [] {
            guard let kind = value.code(), codes.add(kind, at: value) else { continue }
            kinds.append(kind)
            if let school { owed.append((school, value)) }
        }
        guard let school, let semester, values != nil else { return nil }
        return ExpectedDelivery(
            school: school, semester: semester, kinds: kinds, warnOn: mapping["warn_on"]?.date(),
            errorOn: mapping["error_on"]?.date())
    }

    /// Reports entries that agree in all of some keys.
    private func checkRepeated(_ values: [DefinitionValue]?, keys: [String]) {
        var codes = CodeRegister()
        for value in values ?? [] {
            guard case .mapping(let entries) = value.node.content else { continue }
            let texts = keys.compactMap { key -> String? in
                guard let entry = entries.first(where: { $0.key == key }),
                    case .text(let text, _) = entry.node.content
                else { return nil }
                return text
            }
            guard texts.count == keys.count else { continue }
            codes.add(texts.joined(separator: " "), at: value)
        }
    }
}

extension DefinitionValue {
    /// The items when the value is a list; nothing is reported.
    fileprivate var items: [DefinitionValue]? {
        guard case .list(let items) = node.content else { return nil }
        return items.map { DefinitionValue(key: key, node: $0, problems: problems) }
    }
}
