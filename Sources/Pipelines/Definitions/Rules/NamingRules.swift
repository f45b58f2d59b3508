import Diagnostics

/// What can be wrong with the files of the folder and with the names that they give and use.
extension DefinitionRules {
    static let ofFolders = [
        municipalityFile, missingFile, unexpectedFile, noSources, nameOfFile,
    ]
    static let ofPictures = [unusablePicture]
    static let ofAmounts = [noAmount]
    static let ofNames = [
        repeatedCode, unknownSchool, unknownSemester, unknownFileKind, unknownRule, unknownTerm,
        ambiguousSpelling,
    ]

    static let municipalityFile = rule(
        "DEF-017",
        .init(
            lv: "mapē jābūt vienam pašvaldības failam, bet ir {found_lv}",
            en: "the folder must hold one municipality file, but holds {found}"),
        advice: .init(
            lv: "atstājiet mapē vienu .yaml failu, piemēram, jurmala.yaml",
            en: "keep one .yaml file at this level, such as jurmala.yaml"))

    static let missingFile = rule(
        "DEF-018",
        .init(lv: "trūkst faila '{file}'", en: "the file '{file}' is missing"),
        advice: .init(
            lv: "pievienojiet failu vai izlabojiet tā nosaukumu",
            en: "add the file or correct its name"))

    static let unusablePicture = rule(
        "DEF-057",
        .init(
            lv: "attēls '{file}' nav lietojams: {reason_lv}",
            en: "the picture '{file}' cannot be used: {reason}"),
        advice: .init(
            lv: "ielieciet PNG vai SVG failu, ne lielāku par {most} baitiem",
            en: "supply a PNG or SVG file of at most {most} bytes"))

    static let noAmount = rule(
        "DEF-059",
        .init(lv: "'{found}' nav summa", en: "'{found}' is no amount"),
        advice: .init(
            lv: "rakstiet to pēdiņās ar punktu un ne vairāk kā četriem cipariem aiz tā, piemēram, "
                + "\"12.50\"",
            en: "write it in quotes, with a point and at most four digits behind it, such as "
                + "\"12.50\""))

    static let unexpectedFile = rule(
        "DEF-019",
        .init(
            lv: "fails netiek lasīts: {reason_lv}", en: "the file is not read: {reason}"),
        advice: .init(
            lv: "{hint_lv}pārsauciet vai izdzēsiet failu", en: "{hint}rename or remove the file"))

    static let noSources = rule(
        "DEF-020",
        .init(
            lv: "mapē 'sources' nav neviena avota", en: "the folder 'sources' holds no source"),
        advice: .init(
            lv: "aprakstiet katra sūtītāja failus savā sources/<avots>.yaml",
            en: "describe each sender's files in a sources/<source>.yaml"))

    static let nameOfFile = rule(
        "DEF-021",
        .init(
            lv: "'{value}' nav faila nosaukums, '{expected}'",
            en: "'{value}' is not the name of the file, '{expected}'"),
        advice: .init(
            lv: "pārsauciet failu vai ierakstiet '{expected}'",
            en: "rename the file or write '{expected}'"))

    static let repeatedCode = rule(
        "DEF-022",
        .init(
            lv: "'{code}' jau ir {first}. rindā ({key})",
            en: "'{code}' is given twice ({key}); the first is on line {first}"),
        advice: .init(
            lv: "atstājiet vienu vai mainiet kodu", en: "keep one of the two or change the code"))

    static let unknownSchool = rule(
        "DEF-023",
        .init(
            lv: "pašvaldībai nav skolas '{code}'",
            en: "the municipality has no school '{code}'"),
        advice: .init(lv: "{hint_lv}skolas: {allowed}", en: "{hint}schools: {allowed}"))

    static let unknownSemester = rule(
        "DEF-024",
        .init(
            lv: "kalendārā nav semestra '{code}'",
            en: "the calendar has no semester '{code}'"),
        advice: .init(lv: "{hint_lv}semestri: {allowed}", en: "{hint}semesters: {allowed}"))

    static let unknownFileKind = rule(
        "DEF-025",
        .init(
            lv: "neviens avots ('{owner}') nesūta failus '{code}'",
            en: "no source of '{owner}' sends files of the kind '{code}'"),
        advice: .init(lv: "{hint_lv}", en: "{hint}"))

    static let unknownRule = rule(
        "DEF-026",
        .init(lv: "pārbaudes '{code}' nav", en: "there is no rule '{code}'"),
        advice: .init(
            lv: "{hint_lv}visas pārbaudes rāda 'pumpurs rules'",
            en: "{hint}'pumpurs rules' lists the rules"))

    static let unknownTerm = rule(
        "DEF-027",
        .init(
            lv: "vārdnīcā '{vocabulary}' nav '{code}'",
            en: "the vocabulary '{vocabulary}' has no '{code}'"),
        advice: .init(lv: "{hint_lv}kodi: {allowed}", en: "{hint}codes: {allowed}"))

    static let ambiguousSpelling = rule(
        "DEF-028",
        .init(
            lv: "'{spelling}' apzīmē gan '{first}' ({line}. rinda), gan '{second}'",
            en: "'{spelling}' stands for '{first}' (line {line}) and for '{second}'"),
        advice: .init(
            lv: "atstājiet rakstību tikai vienam no tiem",
            en: "leave the spelling to one of the two"))
}
