import PupilSupport

/// The words of the page over all semesters.
extension Phrases {
    static let overTime = text("Atbalsts skolēniem pa semestriem", "Support to pupils by semester")
    static let semesters = text("Semestri", "Semesters")
    static let semester = text("Semestris", "Semester")
    static let stateColumn = text("Stāvoklis", "State")
    static let lines = text("Kā mainījušies galvenie skaitļi", "How the key figures have changed")
    static let bySchools = text("Atbalstītie skolēni pa skolām", "Pupils supported by school")
    static let targets = text("Mērķi", "Targets")
    static let noSemesters = text(
        "Nav neviena semestra, par kuru būtu pārskats.", "There is no semester with a report.")
    static let isComplete = text("pilnīgs, provizorisks", "complete, provisional")
    static let isIncomplete = text("nepilnīgs", "incomplete")
    static let hours = text("Sniegtās stundas", "Hours given")

    /// A semester in two short lines, parted by a bar.
    static func shortSemester(_ semester: Semester) -> LocalizedText {
        let years = "\(semester.startYear)/\((semester.startYear + 1) % 100)"
        return text("\(years)|\(semester.number). sem.", "\(years)|sem. \(semester.number)")
    }

    /// That a semester is closed.
    static func isClosed(_ revision: Int) -> LocalizedText {
        let name = revision < 10 ? "r0\(revision)" : "r\(revision)"
        return text("slēgts, \(name)", "closed, \(name)")
    }

    /// A target beside a line.
    static func moreThan(_ number: Int) -> LocalizedText {
        text(
            "mērķis > \(NumberText(language: .latvian).integer(number))",
            "target > \(NumberText(language: .english).integer(number))")
    }

    static let contents = text("Saturs un saites", "Contents and links")
    static let allSemesters = text("Visi semestri", "All semesters")
    /// The name of a link to the page in the language that it is asked for.
    static let thisPage = text("Latviski", "In English")

    /// What the indicators followed over time are called, in few words.
    static func followed(_ indicator: String) -> LocalizedText? {
        switch indicator {
        case "participants": text("Atbalstītie skolēni", "Pupils supported")
        case "teachers": text("Iesaistītie pedagogi", "Teachers involved")
        case "sessions": text("Nodarbības", "Sessions")
        case "minutes": hours
        case "pupils_with_fewer_low_marks_share":
            text("Skolēni, kam zemu vērtējumu ir mazāk", "Pupils with fewer low marks")
        case "pupils_in_need": text("Skolēni ar konstatētu risku", "Pupils with an identified risk")
        case "pupils_waiting": text("Skolēni, kuri atbalstu gaida", "Pupils waiting for support")
        case "participants_of_target": text("Mērķa izpilde", "Progress to the target")
        default: nil
        }
    }
}
