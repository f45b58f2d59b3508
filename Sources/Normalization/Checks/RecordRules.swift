public import Diagnostics

/// The checks of one record by itself.
public enum RecordRules {
    /// A class that the school does not have.
    public static let classNotAtSchool = Rule(
        "REC-001", .record, .error,
        summary: .init(
            lv: "skolā nav {found} klases; tajā ir {least}.–{most}. klase",
            en: "the school has no class {found}; it has classes {least} to {most}"),
        advice: .init(
            lv: "pārbaudiet klasi un vai skolēns mācās šajā skolā",
            en: "check the class and whether the pupil attends this school"))

    /// A plan that ends before it starts.
    public static let endsBeforeStart = Rule(
        "REC-002", .record, .error,
        summary: .init(
            lv: "plāns beidzas {end}, bet sākas {start}",
            en: "the plan ends on {end} but starts on {start}"),
        advice: .init(
            lv: "labojiet vienu no datumiem",
            en: "correct one of the dates"))

    /// Approvals that are not in the order of the chain.
    public static let approvalsOutOfOrder = Rule(
        "REC-003", .record, .warning,
        summary: .init(
            lv: "saskaņojumi nav secībā direktors, pašvaldība, valsts: {found}",
            en: "the approvals are not in the order head, municipality, state: {found}"),
        advice: .init(
            lv: "pārbaudiet saskaņojumu datumus",
            en: "check the dates of approval"))

    /// A remote session without a confirmation of the same day.
    public static let unconfirmedRemote = Rule(
        "REC-004", .record, .error,
        summary: .init(
            lv: "attālināta nodarbība {date}, apstiprinājums: {found}",
            en: "a remote session on {date}, confirmation: {found}"),
        advice: .init(
            lv: "attālinātai nodarbībai vajag apstiprinājumu tajā pašā dienā; bez tā to neieskaita",
            en:
                "a remote session needs a confirmation of the same day; without it, it does not count"
        ))

    /// A date outside the semester that the record names.
    public static let outsideSemester = Rule(
        "REC-005", .record, .error,
        summary: .init(
            lv:
                "{found} nav starp dienām, kurās drīkst būt semestra {semester} plāns ({start}–{end})",
            en:
                "{found} is not among the days on which a plan of semester {semester} may run ({start} to {end})"
        ),
        advice: .init(
            lv: "pārbaudiet datumu un semestri",
            en: "check the date and the semester"))

    /// A date in no semester of the calendar, or a semester that it does not have.
    public static let noSemester = Rule(
        "REC-006", .record, .error,
        summary: .init(
            lv: "{found} nav nevienā kalendāra semestrī",
            en: "{found} is in no semester of the calendar"),
        advice: .init(
            lv: "pārbaudiet datumu; ja tas ir pareizs, kalendārs jāpapildina",
            en: "check the date; if it is right, the calendar must be extended"))

    /// A date outside the project.
    public static let outsideProject = Rule(
        "REC-007", .record, .error,
        summary: .init(
            lv: "{found} nav projekta laikā ({start}–{end})",
            en: "{found} is outside the project ({start} to {end})"),
        advice: .init(
            lv: "pārbaudiet datumu",
            en: "check the date"))

    /// A session on a weekend or in the holidays.
    public static let freeDay = Rule(
        "REC-008", .record, .warning,
        summary: .init(
            lv: "{found} ir brīvdiena",
            en: "{found} is a weekend or a holiday"),
        advice: .init(
            lv: "pārbaudiet datumu; ja nodarbība tiešām notika, nekas nav jādara",
            en: "check the date; if the session did take place, nothing needs to be done"))

    /// A birth date that is not that of the personal code.
    public static let birthDateDiffers = Rule(
        "REC-009", .record, .warning,
        summary: .init(
            lv: "dzimšanas datums nav tas, ko satur personas kods",
            en: "the birth date is not the one in the personal code"),
        advice: .init(
            lv: "salīdziniet abus ar dokumentu",
            en: "compare both with the document"))

    /// A term or a name used outside its days of validity.
    public static let outsideValidity = Rule(
        "REC-010", .record, .error,
        summary: .init(
            lv: "'{found}' {date} nav spēkā",
            en: "'{found}' is not valid on {date}"),
        advice: .init(
            lv: "lietojiet šajā dienā spēkā esošu apzīmējumu",
            en: "use a term that is valid on that day"))

    /// More justified than missed lessons.
    public static let moreJustifiedThanMissed = Rule(
        "REC-011", .record, .error,
        summary: .init(
            lv: "attaisnotas {justified} stundas, bet kavētas tikai {missed}",
            en: "{justified} lessons are justified but only {missed} were missed"),
        advice: .init(
            lv: "pārbaudiet abus skaitļus",
            en: "check both numbers"))

    /// A remote session for which no order of the head is named.
    public static let remoteWithoutOrder = Rule(
        "REC-012", .record, .error,
        summary: .init(
            lv: "attālināta nodarbība {date} bez direktora rīkojuma",
            en: "a remote session on {date} without the head's order"),
        advice: .init(
            lv:
                "attālinātai nodarbībai vajag direktora rīkojumu; ierakstiet tā numuru, bez tā nodarbību neieskaita",
            en:
                "a remote session needs the head's order; write its number, without it the session does not count"
        ))

    /// The rules in the order of their codes.
    public static let all = [
        classNotAtSchool, endsBeforeStart, approvalsOutOfOrder, unconfirmedRemote, outsideSemester,
        noSemester, outsideProject, freeDay, birthDateDiffers, outsideValidity,
        moreJustifiedThanMissed, remoteWithoutOrder,
    ]
}
