import Diagnostics

/// What can be wrong with the way a source is read and mapped.
extension DefinitionRules {
    static let ofSources = [
        unknownField, unmappedField, fieldSource, wrongFormat, unsuitableKey, requiredRelaxed,
        noUnpivot, unusedUnpivot, columnContradiction, severalSplits, noDateForSemester,
        undeclaredPrefix, malformedPath, otherRoot, delimiterIsQuote, notOneCharacter,
        invalidPattern, unsuitableConstant, noLegalBasis,
    ]

    static let unknownField = rule(
        "DEF-034",
        .init(
            lv: "ierakstam '{record}' nav lauka '{field}'",
            en: "the record '{record}' has no field '{field}'"),
        advice: .init(lv: "{hint_lv}lauki: {allowed}", en: "{hint}fields: {allowed}"))

    static let unmappedField = rule(
        "DEF-035",
        .init(
            lv: "ierakstam '{record}' vajag lauku '{field}', bet tas nav kartēts",
            en: "the record '{record}' needs the field '{field}', which is not mapped"),
        advice: .init(
            lv: "norādiet, no kurienes '{field}' ņemams", en: "say where '{field}' comes from"))

    static let fieldSource = rule(
        "DEF-036",
        .init(
            lv: "laukam '{field}' jābūt vienam avotam, bet ir {found_lv}",
            en: "the field '{field}' must have one origin, but has {found}"),
        advice: .init(
            lv: "norādiet vienu no: {allowed}", en: "give one of: {allowed}"))

    static let wrongFormat = rule(
        "DEF-037",
        .init(
            lv: "'{key}' neder failam, kura formāts ir {format}",
            en: "'{key}' does not apply to a file whose format is {format}"),
        advice: .init(
            lv: "izņemiet '{key}'{instead_lv}", en: "remove '{key}'{instead}"))

    static let unsuitableKey = rule(
        "DEF-038",
        .init(
            lv: "'{key}' neder laukam '{field}'",
            en: "'{key}' does not apply to the field '{field}'"),
        advice: .init(
            lv: "'{key}' der tikai: {suitable_lv}", en: "'{key}' is for {suitable} only"))

    static let requiredRelaxed = rule(
        "DEF-039",
        .init(
            lv: "lauks '{field}' modelī ir obligāts; 'required: false' to nemaina",
            en: "the model demands the field '{field}'; 'required: false' cannot relax that"),
        advice: .init(lv: "izņemiet 'required'", en: "remove 'required'"))

    static let noUnpivot = rule(
        "DEF-040",
        .init(
            lv: "laukam '{field}' ir 'unpivoted', bet ierakstam nav 'unpivot'",
            en: "the field '{field}' is 'unpivoted', but the record has no 'unpivot'"),
        advice: .init(
            lv: "ierakstam pievienojiet 'unpivot: {columns: […]}'",
            en: "give the record an 'unpivot: {columns: […]}'"))

    static let unusedUnpivot = rule(
        "DEF-041",
        .init(
            lv: "ierakstam ir 'unpivot', bet neviens lauks neņem ne nosaukumu, ne vērtību",
            en: "the record has an 'unpivot', but no field takes its name or its value"),
        advice: .init(
            lv: "vienam laukam ierakstiet 'unpivoted: name' vai 'unpivoted: value'",
            en: "give a field 'unpivoted: name' or 'unpivoted: value'"))

    static let columnContradiction = rule(
        "DEF-042",
        .init(
            lv: "kolonna '{column}' {one_lv} un {other_lv}",
            en: "the column '{column}' {one} and {other}"),
        advice: .init(lv: "atstājiet vienu no abiem", en: "keep one of the two"))

    static let severalSplits = rule(
        "DEF-043",
        .init(
            lv:
                "ieraksts tiek dalīts divējādi ('{first}' un '{second}'), un nav zināms, kas pie kā "
                + "pieder",
            en:
                "the record is divided in two ways ('{first}' and '{second}'), and nothing says what "
                + "belongs to what"),
        advice: .init(
            lv: "daliet tikai vienā veidā vai veidojiet divus ierakstus",
            en: "divide it in one way only, or make two records"))

    static let noDateForSemester = rule(
        "DEF-044",
        .init(
            lv: "'{field}' nav ieraksta '{record}' kartēts datuma lauks",
            en: "'{field}' is not a mapped date of the record '{record}'"),
        advice: .init(
            lv: "{hint_lv}kartētie datumi: {allowed_lv}", en: "{hint}mapped dates: {allowed}"))

    static let undeclaredPrefix = rule(
        "DEF-045",
        .init(
            lv: "prefikss '{prefix}' ceļā '{path}' nav deklarēts",
            en: "the prefix '{prefix}' of the path '{path}' is not declared"),
        advice: .init(
            lv: "{hint_lv}deklarējiet to sadaļā 'xml: {namespaces: …}'",
            en: "{hint}declare it under 'xml: {namespaces: …}'"))

    static let malformedPath = rule(
        "DEF-046",
        .init(
            lv: "'{path}' nav ceļš: {reason_lv}", en: "'{path}' is not a path: {reason}"),
        advice: .init(
            lv: "ceļi ir, piemēram, {examples}", en: "paths look like {examples}"))

    static let otherRoot = rule(
        "DEF-047",
        .init(
            lv: "ceļš '{path}' sākas ar citu saknes elementu nekā 'recognise' ('{root}')",
            en: "the path '{path}' begins with another root than that of 'recognise' ('{root}')"),
        advice: .init(
            lv: "saskaņojiet nosaukumu un nosaukumvietu abās vietās",
            en: "let name and namespace agree in both places"))

    static let delimiterIsQuote = rule(
        "DEF-048",
        .init(
            lv: "atdalītājs un pēdiņa ir viena zīme: '{sign}'",
            en: "delimiter and quote are the same character: '{sign}'"),
        advice: .init(lv: "mainiet vienu no abām", en: "change one of the two"))

    static let notOneCharacter = rule(
        "DEF-049",
        .init(
            lv: "'{value}' nav derīga zīme atslēgai '{key}'",
            en: "'{value}' is not a character that '{key}' can be"),
        advice: .init(
            lv: "ierakstiet vienu ASCII pieturzīmi vai '{word}'",
            en: "write one ASCII punctuation character or '{word}'"))

    static let invalidPattern = rule(
        "DEF-050",
        .init(
            lv: "'{pattern}' nav regulārā izteiksme",
            en: "'{pattern}' is not a regular expression"),
        advice: .init(
            lv: "pārbaudiet iekavas un atkāpsvītras; YAML failā lieciet izteiksmi vienpēdiņās",
            en: "check brackets and backslashes; put the expression in single quotes"))

    static let unsuitableConstant = rule(
        "DEF-051",
        .init(
            lv: "'{value}' neder laukam '{field}': vajag {expected_lv}",
            en: "'{value}' does not fit the field '{field}', which holds {expected}"),
        advice: .init(lv: "{hint_lv}izlabojiet vērtību", en: "{hint}correct the value"))

    static let noLegalBasis = rule(
        "DEF-058",
        .init(
            lv: "ierakstam '{record}' nav juridiskā pamata, un bez tā šādas atbildes neievāc",
            en: "the record '{record}' has no legal basis, and without one no such answers are kept"
        ),
        advice: .init(
            lv: "ierakstiet 'legal_basis: {lv: …, en: …}' – pantu, kas ļauj tās apstrādāt – vai "
                + "svītrojiet ierakstu",
            en:
                "write 'legal_basis: {lv: …, en: …}', the article that allows it, or take the record "
                + "out"))
}
