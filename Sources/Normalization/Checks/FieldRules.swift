public import Diagnostics

/// The checks of single cells.
public enum FieldRules {
    /// A required value that is not there.
    public static let missing = Rule(
        "FLD-001", .field, .error,
        summary: .init(
            lv: "ailē '{column}' nav vērtības, bet tā ir obligāta",
            en: "'{column}' has no value, and it must have one"),
        advice: .init(
            lv: "ierakstiet vērtību un sūtiet failu vēlreiz",
            en: "fill the value in and send the file again"))

    /// A text that the vocabulary does not have.
    public static let notInVocabulary = Rule(
        "FLD-002", .field, .error,
        summary: .init(
            lv: "'{found}' nav vārdnīcā '{vocabulary}'; {allowed}",
            en: "'{found}' is not in the vocabulary '{vocabulary}'; {allowed}"),
        advice: .init(
            lv:
                "lietojiet atļautu apzīmējumu; ja šis ir pareizs, analītiķis to pieraksta vārdnīcā kā aliases",
            en:
                "use an allowed term; if this one is right, the analyst adds it to the vocabulary as an alias"
        ))

    /// A text that is not a date.
    public static let notADate = Rule(
        "FLD-003", .field, .error,
        summary: .init(
            lv: "'{found}' nav datums",
            en: "'{found}' is not a date"),
        advice: .init(
            lv: "rakstiet datumu kā 31.05.2019. vai 2019-05-31",
            en: "write the date as 31.05.2019. or 2019-05-31"))

    /// A day that the calendar does not have.
    public static let impossibleDate = Rule(
        "FLD-004", .field, .error,
        summary: .init(
            lv: "tādas dienas kā '{found}' kalendārā nav",
            en: "the calendar has no day '{found}'"),
        advice: .init(
            lv: "pārbaudiet dienu un mēnesi",
            en: "check the day and the month"))

    /// A text that is not a personal code.
    public static let notAPersonalCode = Rule(
        "FLD-005", .field, .error,
        summary: .init(
            lv: "vērtība ({length} rakstzīmes) nav personas kods",
            en: "the value ({length} characters) is not a personal code"),
        advice: .init(
            lv: "personas kods ir 11 cipari ar defisi aiz sestā vai bez tās",
            en: "a personal code is 11 digits, with or without a hyphen behind the sixth"))

    /// A check digit that is not as it must be.
    public static let checkDigit = Rule(
        "FLD-006", .field, .error,
        summary: .init(
            lv: "personas koda kontrolcipars nav {expected}",
            en: "the check digit of the personal code is not {expected}"),
        advice: .init(
            lv: "salīdziniet kodu ar dokumentu; visticamāk, viens cipars ir pārrakstīts nepareizi",
            en: "compare the code with the document; one digit is probably mistyped"))

    /// A text that is not a number, or not a whole one.
    public static let notANumber = Rule(
        "FLD-007", .field, .error,
        summary: .init(
            lv: "'{found}' nav skaitlis, kādu te gaida: {expected}",
            en: "'{found}' is not a number as expected here: {expected}"),
        advice: .init(
            lv: "{hint_lv}rakstiet skaitli bez vārdiem; daļas atdala '{mark}'",
            en: "{hint}write the number without words; '{mark}' separates the fraction"))

    /// A number beyond its limits.
    public static let outOfRange = Rule(
        "FLD-008", .field, .error,
        summary: .init(
            lv: "{found} ir ārpus robežām {least}–{most}",
            en: "{found} is outside {least} to {most}"),
        advice: .init(
            lv: "pārbaudiet, vai skaitlis ir pareizs un pareizajā mērvienībā",
            en: "check that the number is right and in the right unit"))

    /// A text that is not a class label.
    public static let notAClass = Rule(
        "FLD-009", .field, .error,
        summary: .init(
            lv: "'{found}' nav klases apzīmējums",
            en: "'{found}' is not a class label"),
        advice: .init(
            lv: "rakstiet klasi kā 5.a",
            en: "write the class as 5.a"))

    /// A text that is not a mark.
    public static let notAMark = Rule(
        "FLD-010", .field, .error,
        summary: .init(
            lv: "'{found}' nav vērtējums; atļauts: {allowed}",
            en: "'{found}' is not a mark; allowed: {allowed}"),
        advice: .init(
            lv: "rakstiet 1 līdz 10, nv, i vai ni, vai atstājiet šūnu tukšu",
            en: "write 1 to 10, nv, i or ni, or leave the cell blank"))

    /// A text that is not a semester.
    public static let notASemester = Rule(
        "FLD-011", .field, .error,
        summary: .init(
            lv: "'{found}' nav semestris",
            en: "'{found}' is not a semester"),
        advice: .init(
            lv: "rakstiet, piemēram, 2018./2019. m. g. 2. semestris",
            en: "write for example 2018./2019. m. g. 2. semestris"))

    /// A text that is no school of the municipality.
    public static let notASchool = Rule(
        "FLD-012", .field, .error,
        summary: .init(
            lv: "'{found}' nav pašvaldības skola; tuvākās: {allowed}",
            en: "'{found}' is no school of the municipality; nearest: {allowed}"),
        advice: .init(
            lv: "lietojiet skolas nosaukumu vai kodu no pašvaldības apraksta",
            en: "use the school's name or code from the municipality's definition"))

    /// A project number that is not the project's.
    public static let notTheProject = Rule(
        "FLD-013", .field, .error,
        summary: .init(
            lv: "'{found}' nav projekta numurs {expected}",
            en: "'{found}' is not the project number {expected}"),
        advice: .init(
            lv: "ja plāns pieder citam projektam, tas šeit nav jāsūta; citādi labojiet numuru",
            en:
                "if the plan belongs to another project, do not send it here; otherwise correct the number"
        ))

    /// A text that does not have the form the source promises.
    public static let patternMismatch = Rule(
        "FLD-014", .field, .error,
        summary: .init(
            lv: "vērtība ({length} rakstzīmes) neatbilst veidam {pattern}",
            en: "the value ({length} characters) does not have the form {pattern}"),
        advice: .init(
            lv: "pārbaudiet šūnu skolas sistēmā",
            en: "check the cell in the school's system"))

    /// A byte without meaning in the encoding.
    public static let undefinedByte = Rule(
        "FLD-015", .field, .error,
        summary: .init(
            lv: "baitam {found} kodējumā {encoding} nav nozīmes",
            en: "byte {found} has no meaning in {encoding}"),
        advice: .init(
            lv: "šūnas teksts ir bojāts; ierakstiet to no jauna un eksportējiet failu vēlreiz",
            en: "the cell's text is damaged; enter it again and export the file again"))

    /// A text that is no plan number.
    public static let notAPlanNumber = Rule(
        "FLD-016", .field, .error,
        summary: .init(
            lv: "vērtība ({length} rakstzīmes) nav plāna numurs",
            en: "the value ({length} characters) is not a plan number"),
        advice: .init(
            lv:
                "plāna numurā ir līdz 40 rakstzīmēm, to skaitā cipars, un tas nav personas kods; pārbaudiet, vai šūna nav citā ailē",
            en:
                "a plan number has up to 40 characters, one of them a digit, and is no personal code; check whether the cell is in the wrong column"
        ))

    /// A text that is not the reference of a document.
    public static let notAReference = Rule(
        "FLD-019", .field, .error,
        summary: .init(
            lv: "vērtība ({length} rakstzīmes) nav dokumenta atsauce",
            en: "the value ({length} characters) is not the reference of a document"),
        advice: .init(
            lv:
                "atsaucē ir līdz 40 rakstzīmēm, to skaitā cipars, ne vairāk kā viens vārds un ne personas "
                + "kods vai vārds, piemēram, 'Protokols 12-3/5'",
            en:
                "a reference has up to 40 characters, one of them a digit, one word at most, and neither a "
                + "personal code nor a name, such as 'Protokols 12-3/5'"))

    /// A character that a program wrote for a letter that it could not read.
    public static let lostCharacter = Rule(
        "FLD-017", .field, .error,
        summary: .init(
            lv: "šūnā ir U+FFFD, ko kāda programma ierakstījusi nenolasīta burta vietā",
            en: "the cell has U+FFFD, which a program wrote for a letter that it could not read"),
        advice: .init(
            lv: "burts ir zudis jau pirms sūtīšanas; eksportējiet failu no skolas sistēmas vēlreiz",
            en:
                "the letter was lost before the file was sent; export it from the school system again"
        ))

    /// A person whom somebody decided that the record means.
    public static let identifiedByDecision = Rule(
        "FLD-018", .field, .note,
        summary: .init(
            lv: "personas kods nav lietojams; cilvēku pazīst pēc lēmuma {decision}",
            en: "the personal code cannot be used; the person is known by decision {decision}"),
        advice: .init(
            lv: "lūdziet skolai kodu izlabot; lēmumu rāda pumpurs people history",
            en: "ask the school to correct the code; pumpurs people history shows the decision"))

    /// The rules in the order of their codes.
    public static let all = [
        missing, notInVocabulary, notADate, impossibleDate, notAPersonalCode, checkDigit,
        notANumber, outOfRange, notAClass, notAMark, notASemester, notASchool, notTheProject,
        patternMismatch, undefinedByte, notAPlanNumber, lostCharacter, identifiedByDecision,
        notAReference,
    ]
}
