import PupilSupport
import Rollup

/// The words of reports in both languages; nothing that a reader sees is written elsewhere.
enum Phrases {
    static let total = text("Kopā", "Total")
    static let city = text("Pilsētā", "City")
    static let school = text("Skola", "School")
    static let title = text("Atbalsts skolēniem", "Support to pupils")
    static let skip = text("Uz saturu", "To the content")
    static let union = text("Eiropas Savienība", "European Union")
    static let fund = text("Eiropas Sociālais fonds", "European Social Fund")
    static let plan2020 = text(
        "Nacionālais attīstības plāns 2020", "National Development Plan 2020")
    static let slogan = text("Ieguldījums tavā nākotnē", "Investing in your future")
    static let ensemble = text(
        "Eiropas Savienība, Eiropas Sociālais fonds", "European Union, European Social Fund")
    static let project = text("Projekts Nr.", "Project No.")

    static let ofPupils = text("skolēnu", "pupils")
    static let ofTeachers = text("pedagogu", "teachers")
    static let countingUnits = text("Ko skaita", "What is counted")
    static let keyFigures = text("Galvenie skaitļi", "Key figures")
    static let noChange = text("bez izmaiņām", "no change")
    static let previous = text("Iepriekšējā semestrī", "Semester before")
    static let change = text("Pārmaiņa", "Change")
    static let noValue = text(
        "– nozīmē, ka skaitļa nav: nav, ar ko dalīt vai salīdzināt, vai skolā tādas klases nav.",
        "– says that there is no figure: nothing to divide by or to compare with, or no such class."
    )
    static let quality = text("Datu kvalitāte", "Data quality")
    static let qualityNote = text(
        "Katrs nolasītais ieraksts ir vai nu ielādēts, vai aizturēts, vai pēc noteikumiem izlaists. "
            + "Aizturētie ieraksti skaitļos nav ietverti, kamēr skola tos nav labojusi.",
        "Every record that was read is loaded, held back or ignored by rule. Records held back are "
            + "in no figure until the school mends them.")
    static let files = text("Nolasītie faili", "Files read")
    static let file = text("Fails", "File")
    static let read = text("Nolasīti", "Read")
    static let loaded = text("Ielādēti", "Loaded")
    static let heldBack = text("Aizturēti", "Held back")
    static let ignored = text("Izlaisti", "Ignored")
    static let balance = text("Bilance", "Balance")
    static let balanced = text("sakrīt", "agrees")
    static let unbalanced = text("NESAKRĪT", "DOES NOT AGREE")
    static let findingsHeld = text("Kas aizturēts un kāpēc", "What is held back, and why")
    static let findingsWarned = text(
        "Nav aizturēts, bet pārbaudāms", "Not held back, but worth a look")
    static let findingsAcknowledged = text(
        "Pārbaudīts un pieņemts", "Looked at and accepted")
    static let nothingHeld = text("Nekas nav aizturēts.", "Nothing is held back.")
    static let place = text("Vieta", "Place")
    static let column = text("Aile", "Column")
    static let rule = text("Pārbaude", "Check")
    static let found = text("Konstatēts", "Found")
    static let line = text("rinda", "line")
    static let definitions = text("Ko skaitļi nozīmē", "What the figures mean")
    static let definitionsHash = text("Definīciju kontrolsumma", "Hash of the definitions")
    static let dataFiles = text(
        "Tie paši skaitļi ir failos participants.csv, teachers.csv, outcomes.csv (Excel – *.excel.csv), "
            + "summary.xlsx un summary.json; katram ir nemainīga adrese.",
        "The same figures are in participants.csv, teachers.csv, outcomes.csv (for Excel *.excel.csv), "
            + "summary.xlsx and summary.json; each has a stable address.")

    static let confidential = text(
        "nav rādīts, lai nevienu nevarētu atpazīt", "not shown, so that nobody can be recognised")
    static let low = text("mazāk nekā var parādīt, bet ne nulle", "too small to show, but not zero")

    static func text(_ lv: String, _ en: String) -> LocalizedText { LocalizedText(lv: lv, en: en) }

    /// By what a table is broken down, to stand after the indicator's name.
    static func by(_ dimension: DimensionName) -> LocalizedText {
        switch dimension {
        case .school: text("pa skolām", "by school")
        case .level: text("pa klasēm", "by class level")
        case .classBand: text("pa klašu grupām", "by class band")
        case .sex: text("pēc dzimuma", "by sex")
        case .risk: text("pēc riska", "by risk")
        case .measure: text("pēc atbalsta pasākuma", "by measure")
        case .subject: text("pēc mācību priekšmeta", "by subject")
        case .role: text("pēc atbalsta sniedzēja", "by role")
        case .status: text("pēc plāna statusa", "by status of the plan")
        case .outcome: text("pēc iznākuma", "by outcome")
        case .continuation: text("pēc atbalsta turpināšanas", "by continuation of support")
        case .respondent: text("pēc vērtētāja", "by respondent")
        case .rating: text("pēc vērtējuma", "by rating")
        }
    }

    /// What a key figure says of the semester before.
    static func change(_ change: String) -> LocalizedText {
        text("\(change) pret iepriekšējo semestri", "\(change) against the semester before")
    }

    /// Why the city is not the sum of its schools.
    static func citySum(
        of word: CountedWord, _ sum: Int, _ city: Int, genitive: LocalizedText
    ) -> LocalizedText {
        let (lv, en) = (NumberText(language: .latvian), NumberText(language: .english))
        guard sum != city else {
            return text(
                "Skolu \(genitive.lv) skaitļu summa sakrīt ar pilsētas skaitli: "
                    + "\(lv.counted(city, word)).",
                "The schools' numbers add up to the city's: \(en.counted(city, word)).")
        }
        return text(
            "Pilsētā – \(lv.counted(city, word)), skolu skaitļu summa – \(lv.integer(sum)): persona, "
                + "kas semestrī ir vairākās skolās, pilsētā skaitīta vienreiz, bet katrā skolā atsevišķi.",
            "City: \(en.counted(city, word)); the schools' numbers add up to \(en.integer(sum)): a "
                + "person at several schools is counted once in the city and once at each school.")
    }

    /// How far a target was reached.
    static func target(_ progress: TargetProgress) -> LocalizedText {
        target(progress.target, value: progress.value, isReached: progress.isReached)
    }

    /// How far a target was reached, where that may be known.
    static func target(_ target: Target, value: Int?, isReached: Bool?) -> LocalizedText {
        let (lv, en) = (NumberText(language: .latvian), NumberText(language: .english))
        let planned = text(
            "Plāns (līdz \(target.by.latvian)): vairāk nekā \(lv.integer(target.moreThan)).",
            "Planned by \(en.date(target.by)): more than \(en.integer(target.moreThan)).")
        guard let value, let isReached else {
            return text(
                "\(planned.lv) Cik atbalstu saņēma, netiek rādīts: [c].",
                "\(planned.en) How many were supported is not shown: [c].")
        }
        let isPupils = target.indicator == "participants"
        let reached =
            isReached
            ? text("mērķis ir sasniegts", "the target is reached")
            : text("mērķis nav sasniegts", "the target is not reached")
        return text(
            "\(planned.lv) Atbalstu saņēma "
                + (isPupils ? lv.counted(value, .pupil) : lv.integer(value)) + " – \(reached.lv).",
            "\(planned.en) Observed: "
                + (isPupils ? en.counted(value, .pupil) : en.integer(value)) + "; \(reached.en).")
    }

    /// The remark when not all findings fit on the page.
    static func moreFindings(_ count: Int) -> LocalizedText {
        let (lv, en) = (NumberText(language: .latvian), NumberText(language: .english))
        return text(
            "Vēl \(lv.counted(count, .record)) – failā quality.csv.",
            "\(en.counted(count, .record)) more in quality.csv.")
    }
}
