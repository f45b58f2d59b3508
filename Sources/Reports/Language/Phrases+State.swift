import PupilSupport

/// The words of how far a report can be relied on, and of whom it is for.
extension Phrases {
    static let internalUse = text("Iekšējai lietošanai", "For internal use")
    static let publicUse = text(
        "Publiskots: mazi skaitļi nav rādīti", "Public: small numbers not shown")
    static let incomplete = text("Pārskats ir nepilnīgs", "The report is incomplete")
    static let complete = text("Saņemti visi gaidītie dati", "All expected data have come")
    static let provisional = text(
        "Provizorisks: semestris nav slēgts, un skaitļi vēl var mainīties",
        "Provisional: the semester is not closed, and figures may still change")
    static let revisions = text("Labojumu vēsture", "History of revisions")
    static let noRevisions = text(
        "Semestris vēl nav slēgts, tāpēc labojumu nav.",
        "The semester is not closed yet, so there are no revisions.")
    static let contact = text("Saziņa", "Contact")

    /// That the figures no longer change, and since when.
    static func closed(_ entry: ReportRevision.Entry) -> LocalizedText {
        let english = NumberText(language: .english)
        return text(
            "Slēgts: \(entry.name), \(entry.closedOn.latvian)",
            "Closed: \(entry.name), \(english.date(entry.closedOn))")
    }

    /// A revision and why there was one.
    static func revision(_ entry: ReportRevision.Entry) -> LocalizedText {
        let english = NumberText(language: .english)
        let note = entry.note.isEmpty ? "" : ": \(entry.note)"
        return text(
            "\(entry.name): semestris slēgts \(entry.closedOn.latvian)\(note)",
            "\(entry.name): semester closed on \(english.date(entry.closedOn))\(note)")
    }

    /// How many records are held back, and what that means; `nil` when none is.
    static func heldBack(_ count: HeldBackCount) -> LocalizedText? {
        let (lv, en) = (NumberText(language: .latvian), NumberText(language: .english))
        let consequence = (
            lv: "skaitļos to nav, tāpēc atbalsts var būt bijis lielāks.",
            en: "no figure counts them, so there may have been more support."
        )
        switch count {
        case .number(0): return nil
        case .number(let number):
            return text(
                "Aizturēti: \(lv.counted(number, .record)); \(consequence.lv)",
                "Held back: \(en.counted(number, .record)); \(consequence.en)")
        case .few:
            return text(
                "Aizturēti: daži ieraksti; \(consequence.lv)",
                "Held back: a few records; \(consequence.en)")
        }
    }

    /// Of which schools something has not come.
    static func notAllDelivered(_ schools: [LocalizedText]) -> LocalizedText {
        guard !schools.isEmpty else {
            return text(
                "Daļu saņemto datu nevar izmantot.", "Part of the data received cannot be used.")
        }
        return text(
            "Nav saņemti visi dati no: \(schools.map(\.lv).joined(separator: ", "))",
            "Not all data have come from: \(schools.map(\.en).joined(separator: ", "))")
    }
}
