import PupilSupport
import Testing

@testable import Normalization

/// A town of one school without a vocabulary, for what needs definitions but not their words.
enum TinyTown {
    /// Returns what records of files of the town's one source are judged by.
    static func context(
        files: [FileDefinition], ruleSeverities: [String: RuleSetting] = [:]
    ) throws -> NormalizationContext {
        let start = try #require(CivilDate(iso: "2017-03-16"))
        let end = try #require(CivilDate(iso: "2022-12-31"))
        let name = LocalizedText(lv: "Slokas pamatskola", en: "Sloka Primary School")
        let municipality = Municipality(
            code: "town", board: name,
            project: Project(
                number: "1", acceptedNumbers: [], title: name, shortName: "P", startsOn: start,
                endsOn: end, levels: 5...12, funding: name),
            schools: [School(code: "sloka", name: name, shortName: name, levels: 5...9)],
            classBands: [], calendar: SemesterCalendar(periods: []), lowMarkBelow: 4, targets: [],
            expectedDeliveries: [])
        return NormalizationContext(
            municipality: municipality, vocabularies: [:],
            source: SourceDefinition(
                code: "sloka", name: name, school: "sloka", files: files,
                ruleSeverities: ruleSeverities))
    }
}
