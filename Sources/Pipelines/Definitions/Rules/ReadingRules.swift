import Diagnostics

/// What can be wrong with the YAML of a definition.
extension DefinitionRules {
    static let ofReading = [
        noFolder, unreadableFile, fileTooLarge, notUTF8, syntax, reference, version, unknownKey,
        missingKey, repeatedKey, wrongType, notAllowed, outOfRange, malformedCode, emptyList,
        boundsOutOfOrder,
    ]

    static let noFolder = rule(
        "DEF-001",
        .init(lv: "mapes '{folder}' nav", en: "there is no folder '{folder}'"),
        advice: .init(
            lv: "norādiet mapi ar definīcijām, parasti pipelines",
            en: "name the folder that holds the definitions, usually pipelines"))

    static let unreadableFile = rule(
        "DEF-002",
        .init(lv: "failu nevar nolasīt", en: "the file cannot be read"),
        advice: .init(
            lv: "pārbaudiet, vai tas ir fails un vai jums ir tiesības to lasīt",
            en: "check that it is a file and that you may read it"))

    static let fileTooLarge = rule(
        "DEF-003",
        .init(
            lv: "failā ir {bytes} baiti; tiek lasīti ne vairāk kā {limit}",
            en: "the file has {bytes} bytes; at most {limit} are read"),
        advice: .init(
            lv: "definīcijās glabājiet tikai definīcijas, nevis datus",
            en: "keep definitions only in definitions, not data"))

    static let notUTF8 = rule(
        "DEF-004",
        .init(lv: "rindā ir baiti, kas nav UTF-8", en: "the line holds bytes that are not UTF-8"),
        advice: .init(lv: "saglabājiet failu kā UTF-8", en: "save the file as UTF-8"))

    static let syntax = rule(
        "DEF-005",
        .init(lv: "tas nav YAML: {problem}", en: "this is not YAML: {problem}"),
        advice: .init(
            lv: "pārbaudiet atkāpes un iekavas; pēdiņās lieciet tekstu, kas sākas ar @ * & ! % vai "
                + "satur ': '",
            en:
                "check indentation and brackets; quote text that begins with @ * & ! % or holds ': '"
        ))

    static let reference = rule(
        "DEF-006",
        .init(
            lv: "'{text}' ir YAML enkurs vai tips, un definīcijās to nelieto",
            en: "'{text}' is an anchor or a tag of YAML, which definitions do not use"),
        advice: .init(
            lv: "izrakstiet vērtību; ja domāts teksts, lieciet to pēdiņās",
            en: "write the value out; if text is meant, quote it"))

    static let version = rule(
        "DEF-007",
        .init(
            lv: "fails nesākas ar 'version: 1': {fault_lv}",
            en: "the file does not begin with 'version: 1': {fault}"),
        advice: .init(
            lv: "faila pirmā rinda ir 'version: 1'", en: "make 'version: 1' the first line"))

    static let unknownKey = rule(
        "DEF-008",
        .init(lv: "atslēga '{key}' šeit nav zināma", en: "the key '{key}' is not known here"),
        advice: .init(
            lv: "{hint_lv}atļauts: {allowed}", en: "{hint}allowed: {allowed}"))

    static let missingKey = rule(
        "DEF-009",
        .init(lv: "trūkst atslēgas '{key}'", en: "the key '{key}' is missing"),
        advice: .init(lv: "pievienojiet '{key}: …'", en: "add '{key}: …'"))

    static let repeatedKey = rule(
        "DEF-010",
        .init(
            lv: "atslēga '{key}' atkārtojas; pirmoreiz tā ir {first}. rindā",
            en: "the key '{key}' is given twice; the first is on line {first}"),
        advice: .init(lv: "atstājiet vienu no abām", en: "keep one of the two"))

    static let wrongType = rule(
        "DEF-011",
        .init(
            lv: "jābūt: {expected_lv}, bet ir: {found_lv}", en: "expected {expected}, found {found}"
        ),
        advice: .init(
            lv: "ierakstiet, kas prasīts: {expected_lv}", en: "write {expected}"))

    static let notAllowed = rule(
        "DEF-012",
        .init(
            lv: "'{value}' nav atslēgas '{key}' vērtība",
            en: "'{value}' is not a value of '{key}'"),
        advice: .init(
            lv: "{hint_lv}atļauts: {allowed}", en: "{hint}allowed: {allowed}"))

    static let outOfRange = rule(
        "DEF-013",
        .init(
            lv: "atslēgas '{key}' vērtība {value} ir ārpus robežām",
            en: "the value {value} of '{key}' is out of range"),
        advice: .init(lv: "atļauts no {from} līdz {to}", en: "allowed: {from} to {to}"))

    static let malformedCode = rule(
        "DEF-014",
        .init(lv: "'{value}' nav kods", en: "'{value}' is not a code"),
        advice: .init(
            lv: "kods ir mazo burtu (a–z) un ciparu vārdi, ko savieno {joiners_lv}",
            en: "a code is words of lower-case letters (a–z) and digits, joined by {joiners}"))

    static let emptyList = rule(
        "DEF-015",
        .init(lv: "'{key}' ir tukšs", en: "'{key}' is empty"),
        advice: .init(
            lv: "ierakstiet vismaz vienu vērtību", en: "give at least one entry"))

    static let boundsOutOfOrder = rule(
        "DEF-016",
        .init(
            lv: "'{first}' ({low}) ir lielāks par '{second}' ({high})",
            en: "'{first}' ({low}) is more than '{second}' ({high})"),
        advice: .init(lv: "izlabojiet vienu no abiem", en: "correct one of the two"))
}
