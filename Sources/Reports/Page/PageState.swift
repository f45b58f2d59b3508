import PupilSupport

/// Says how far the figures of a page can be relied on.
struct PageState {
    let report: SemesterReport
    let language: Language

    var view: StateView {
        StateView(
            isIncomplete: !report.state.isComplete,
            sentence: (report.state.isComplete ? Phrases.complete : Phrases.incomplete)[language],
            finality: (report.revision?.entries.last.map(Phrases.closed) ?? Phrases.provisional)[
                language],
            heldBack: [Phrases.heldBack(report.quality.heldBack)?[language]].compactMap(\.self),
            reasons: reasons)
    }

    /// The names of the schools of which something has not come, in the order of the alphabet.
    static func missing(in report: SemesterReport) -> [LocalizedText] {
        report.municipality.schools.filter { report.quality.schoolsMissing.contains($0.code) }
            .map(\.shortName).sorted { LatvianOrder.precedes($0.lv, $1.lv) }
    }

    /// Reasons name files, which are nobody's business outside.
    private var reasons: [String] {
        guard report.audience == .public else { return report.state.reasons.map { $0[language] } }
        guard !report.state.isComplete else { return [] }
        return [Phrases.notAllDelivered(Self.missing(in: report))[language]]
    }

    /// The revisions, newest first.
    var revisions: [String] {
        let entries = report.revision?.entries ?? []
        guard !entries.isEmpty else { return [Phrases.noRevisions[language]] }
        return entries.reversed().map { Phrases.revision($0)[language] }
    }

    /// How small numbers are protected.
    var protection: [String] {
        guard report.audience == .public else { return [Phrases.exactFigures[language]] }
        guard let protection = report.protection else { return [Phrases.howToRead[language]] }
        var notes = [
            Phrases.threshold(protection.threshold), Phrases.howToRead, Phrases.otherSigns,
            Phrases.differencesShown,
        ]
        notes.append(
            protection.hiddenCount > 0
                ? Phrases.hiddenFigures(protection.hiddenCount) : Phrases.nothingHidden)
        if protection.areClassBandsMerged { notes.append(Phrases.bandsMerged) }
        return notes.map { $0[language] }
    }
}
