import PupilSupport
import Rollup

/// The words of key figures and charts.
extension Phrases {
    static let fewerLowMarks = text(
        "skolēnu, kam zemu vērtējumu ir mazāk", "of pupils have fewer low marks")
    static let fewerLowMarksOf = text(
        "no tiem, kam iepriekš bija zemi vērtējumi", "of those who had low marks before")
    static let ofPlanned = text("no plānotā skolēnu skaita", "of the pupils planned")
    static let nothingToCompare = text("nav, ar ko salīdzināt", "nothing to compare with")
    static let changeNotShown = text("pārmaiņa nav rādīta", "the change is not shown")
    static let before = text("iepriekšējā semestrī", "semester before")
    static let now = text("šajā semestrī", "this semester")

    /// How many are planned.
    static func planned(_ moreThan: Int) -> LocalizedText {
        text(
            "plānots vairāk nekā \(NumberText(language: .latvian).integer(moreThan))",
            "planned: more than \(NumberText(language: .english).integer(moreThan))")
    }

    /// A change of a share.
    static func points(_ change: String) -> LocalizedText {
        text("\(change)\u{00A0}procentpunkti", "\(change)\u{00A0}percentage points")
    }

    /// What a small line beside a key figure is.
    static func overSemesters(_ name: String) -> LocalizedText {
        text("Pa semestriem: \(name)", "By semester: \(name)")
    }

    /// What is compared with itself.
    static func beforeAndAfter(_ indicator: String) -> LocalizedText {
        indicator == "missed_lessons_before"
            ? text(
                "Kavētās stundas iepriekšējā un šajā semestrī",
                "Lessons missed in the semester before and in this one")
            : text(
                "Zemi vērtējumi iepriekšējā un šajā semestrī",
                "Low marks in the semester before and in this one")
    }

    /// The name of a number within a chart of two, short enough to stand at a bar.
    static func series(_ indicator: String) -> LocalizedText? {
        switch indicator {
        case "minutes_planned": text("plānots", "planned")
        case "minutes": text("sniegts", "given")
        case "pupils_in_need": text("ar risku", "at risk")
        case "pupils_in_need_supported": text("atbalstīti", "supported")
        case "minutes_asked": text("pieprasīts", "asked for")
        case "minutes_given_in_need": text("sniegts", "given")
        case "feedback_answers": text("visas", "all")
        case "feedback_positive": text("pozitīvas", "positive")
        case "pupils_with_low_marks_before": text("bija zemi", "had low marks")
        case "pupils_with_fewer_low_marks": text("tagad mazāk", "fewer now")
        default: nil
        }
    }
}

extension Phrases {
    /// What a table of several indicators is about, by the first of them; `nil` when that one's name says it.
    static func subject(_ indicator: String) -> LocalizedText? {
        switch indicator {
        case "participants": text("Skolēni un plāni", "Pupils and plans")
        case "sessions", "minutes":
            text("Nodarbības un minūtes", "Sessions and minutes")
        case "teachers": text("Pedagogi un to darbs", "Teachers and their work")
        case "pupil_subjects_compared", "low_marks_after": text("Zemi vērtējumi", "Low marks")
        case "pupil_subjects_improved": text("Vērtējumu pārmaiņas", "Changes of marks")
        case "pupils_with_low_marks_before":
            text("Skolēni ar zemiem vērtējumiem", "Pupils with low marks")
        case "missed_lessons_before": text("Kavējumi", "Missed lessons")
        case "feedback_answers": text("Atsauksmes", "Feedback")
        case "pupils_in_need": text("Skolēnu vajadzības", "Needs of pupils")
        case "minutes_asked":
            text("Pieprasītais un sniegtais atbalsts", "Support asked for and given")
        default: nil
        }
    }
}
