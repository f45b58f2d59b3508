import PupilSupport

/// The words of what a semester cannot be compared with.
extension Phrases {
    /// Of what nothing had come until the semester, so that figures of it are unknown.
    static func notAskedFor(_ sources: [LocalizedText]) -> LocalizedText {
        text(
            "Šajā semestrī un agrāk vēl nebija neviena šāda ieraksta: \(sources.map(\.lv).joined(separator: ", ")). "
                + "Rādītājos, kas no tiem skaitīti, ir –, nevis 0.",
            "Until this semester there was no record yet of: \(sources.map(\.en).joined(separator: ", ")). "
                + "Figures that are counted from them are –, not 0.")
    }

    /// Why no figure is compared.
    static func nothingBefore(_ semester: Semester) -> LocalizedText {
        text(
            "Iepriekšējā semestra (\(semester.code)) datu nav: rādītājos, kas salīdzina divus semestrus, "
                + "ir –, nevis 0.",
            "Nothing is known of the semester before (\(semester.code)): figures that compare two "
                + "semesters are –, not 0.")
    }

    /// Why the figures of some schools are not compared.
    static func notAllBefore(
        _ semester: Semester, _ schools: [LocalizedText], hasCity: Bool
    ) -> LocalizedText {
        let (lv, en) = (schools.map(\.lv), schools.map(\.en))
        return text(
            "Iepriekšējā semestra (\(semester.code)) datu nav no: \(lv.joined(separator: ", ")). "
                + (hasCity ? "Šo skolu" : "Šo skolu un pilsētas")
                + " skaitļus nav, ar ko salīdzināt: tur ir –, nevis 0.",
            "Nothing of the semester before (\(semester.code)) is known of: "
                + "\(en.joined(separator: ", ")). The figures of these schools"
                + (hasCity ? "" : " and of the city")
                + " have nothing to be compared with: there is "
                + "–, not 0.")
    }
}
