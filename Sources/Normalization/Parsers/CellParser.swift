import Diagnostics
import PupilSupport

/// Turns the text of a cell into the integer of a field; it is called once for each distinct text.
struct CellParser {
    let mapping: FieldMapping
    let field: ModelField
    let context: NormalizationContext
    let decimalMark: DecimalMark
    /// The pattern where it is of the simple kind that most are.
    private let plainPattern: PlainPattern?
    private let regex: Regex<AnyRegexOutput>?
    /// The texts that the column allows.
    private let allowed: [String]

    init(
        mapping: FieldMapping, field: ModelField, context: NormalizationContext,
        decimalMark: DecimalMark
    ) {
        self.mapping = mapping
        self.field = field
        self.context = context
        self.decimalMark = decimalMark
        // The lint of the definitions has compiled every pattern; one that fails here matches nothing.
        plainPattern = mapping.pattern.flatMap(PlainPattern.init)
        regex = plainPattern == nil ? mapping.pattern.flatMap { try? Regex($0) } : nil
        allowed =
            switch field.type {
            case .term(let name): context.allowedTexts(in: name)
            case .school: context.municipality.schools.map(\.name.lv)
            default: []
            }
    }

    /// Parses a trimmed text.
    ///
    /// - Parameters:
    ///   - text: The text, without blanks at its ends.
    ///   - registries: Where people, plans and names are numbered.
    /// - Returns: The value, and the days on which the text may stand for it.
    func parse(
        _ text: String, registries: inout DeliveryRegistries
    ) -> (value: ParsedValue, validity: NormalizationContext.NamedValue?) {
        if let fault = patternFault(in: text) { return (fault, nil) }
        switch field.type {
        case .term(let name): return term(text, name)
        case .school:
            guard let school = context.school(text) else { return (noSchool(text), nil) }
            return (.value(school.value), school.isAlwaysValid ? nil : school)
        default: return (plainValue(text, registries: &registries), nil)
        }
    }

    private func plainValue(_ text: String, registries: inout DeliveryRegistries) -> ParsedValue {
        switch field.type {
        case .pupil: personalCode(text) { .value(registries.pupil($0)) }
        case .teacher, .teacherNumber: teacher(text, registries: &registries)
        case .name: .value(registries.name(text))
        case .planNumber: planNumber(text, registries: &registries)
        case .documentNumber:
            isReference(text)
                ? .value(registries.document(text))
                : .fault(FieldRules.notAReference, ["length": "\(text.count)"])
        case .evidenceReference:
            isReference(text)
                ? .value(registries.reference(text))
                : .fault(FieldRules.notAReference, ["length": "\(text.count)"])
        case .semester: semester(text)
        case .schoolClass:
            ClassLabelParser.read(text).map { .value($0.storedValue) }
                ?? .fault(FieldRules.notAClass, ["found": shown(text)])
        case .date: date(text)
        case .minutes:
            number(
                NumberParser.readMinutes(
                    text, decimalMark: Character(decimalMark.rawValue),
                    minutesPerUnit: mapping.minutesPerUnit), text)
        case .count: number(NumberParser.readCount(text), text)
        case .mark: mark(text)
        case .projectNumber:
            context.isProjectNumber(text)
                ? .value(0)
                : .fault(
                    FieldRules.notTheProject,
                    [
                        "found": shownProjectNumber(text),
                        "expected": context.municipality.project.number,
                    ])
        case .term, .school: .missing
        }
    }

    // MARK: - People

    private func personalCode(
        _ text: String, _ number: (PersonIdentifier) -> ParsedValue
    ) -> ParsedValue {
        guard let code = PersonalCode(text) else {
            return .fault(FieldRules.notAPersonalCode, ["length": "\(text.count)"])
        }
        switch context.source.checkDigit {
        case .verify where !code.isNewKind && !code.hasValidCheckDigit:
            return .fault(
                FieldRules.checkDigit, ["expected.lv": "pareizs", "expected.en": "right"])
        case .synthetic where code.hasValidCheckDigit:
            return .fault(
                FieldRules.checkDigit,
                [
                    "expected.lv": "tīši nepareizs", "expected.en": "wrong on purpose",
                ])
        default:
            return number(PersonIdentifier(scope: PersonIdentifier.personalCode, text: code.digits))
        }
    }

    private func teacher(_ text: String, registries: inout DeliveryRegistries) -> ParsedValue {
        let kind = field.type == .teacherNumber ? .staffNumber : mapping.identifiedBy
        switch kind {
        case .personalCode:
            return personalCode(text) { .value(registries.teacher($0)) }
        case .staffNumber:
            let scope = PersonIdentifier.staffNumbers(
                of: context.source.school ?? context.source.code)
            return .value(
                registries.teacher(PersonIdentifier(scope: scope, text: FoldedText(text).text)))
        case .sharedCode:
            return .value(
                registries.teacher(
                    PersonIdentifier(
                        scope: PersonIdentifier.sharedCode, text: FoldedText(text).text)))
        }
    }

    // MARK: - Values

    /// A plan's number has a digit and nothing like a personal code, so that neither a name nor a code
    /// that slipped into its column is kept or shown.
    private func planNumber(
        _ text: String, registries: inout DeliveryRegistries
    ) -> ParsedValue {
        guard text.contains(where: \.isNumber), !Self.mayBeCode(text), text.count <= 40
        else {
            return .fault(FieldRules.notAPlanNumber, ["length": "\(text.count)"])
        }
        return .value(registries.planText(text))
    }

    /// A reference has a digit, nothing like a personal code, and no two words such as a name has.
    private func isReference(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count > 2 && $0.allSatisfy(\.isLetter) }
        return text.contains(where: \.isNumber) && !Self.mayBeCode(text) && text.count <= 40
            && words.count < 2
    }

    /// Whether a text has as many digits as a personal code, mistyped ones included, with nothing but
    /// hyphens and blanks between them.
    private static func mayBeCode(_ text: String) -> Bool {
        var digits = 0
        for character in text {
            if character.isNumber {
                digits += 1
                if digits >= 9 { return true }
            } else if character != "-" && !character.isWhitespace {
                digits = 0
            }
        }
        return false
    }

    private func shown(_ text: String) -> String {
        ShownText(text, knowing: context.words).text
    }

    /// Another project's number has as many digits as a code; what has the very form of this project's,
    /// letters included, is none.
    private func shownProjectNumber(_ text: String) -> String {
        func form(_ text: String) -> String {
            String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 })
        }
        let project = context.municipality.project
        let isOfForm = ([project.number] + project.acceptedNumbers).contains { known in
            known.contains(where: \.isLetter) && form(known) == form(text)
        }
        return isOfForm ? text : shown(text)
    }

    private func term(
        _ text: String, _ name: VocabularyName
    ) -> (value: ParsedValue, validity: NormalizationContext.NamedValue?) {
        guard let term = context.term(text, in: name) else {
            return (
                .fault(
                    FieldRules.notInVocabulary,
                    [
                        "found": field.isPersonal ? "…" : shown(text),
                        "vocabulary": name.rawValue,
                    ].merging(Suggestions.details(ofAllowed: allowed, insteadOf: text)) { $1 }),
                nil
            )
        }
        let isAbsent = context.isAbsent(term.value, in: name)
        return (isAbsent ? .none : .value(term.value), term.isAlwaysValid ? nil : term)
    }

    private func noSchool(_ text: String) -> ParsedValue {
        .fault(
            FieldRules.notASchool,
            [
                "found": shown(text),
                "allowed": Suggestions.allowed(allowed, insteadOf: text).joined(separator: ", "),
            ])
    }

    private func semester(_ text: String) -> ParsedValue {
        guard let semester = SemesterParser.read(text) else {
            return .fault(FieldRules.notASemester, ["found": shown(text)])
        }
        guard context.municipality.calendar.period(of: semester) != nil else {
            return .fault(RecordRules.noSemester, ["found": semester.code])
        }
        return .value(semester.storedValue)
    }

    private func date(_ text: String) -> ParsedValue {
        let details = field.isPersonal ? ["found": "…"] : ["found": shown(text)]
        return switch DateParser.read(text) {
        case .date(let date): .value(date.storedValue)
        case .impossible: .fault(FieldRules.impossibleDate, details)
        case .notADate: .fault(FieldRules.notADate, details)
        }
    }

    private func mark(_ text: String) -> ParsedValue {
        guard let term = context.term(text, in: .marks),
            let code = context.vocabularies[.marks]?.terms[term.value].code,
            let mark = Mark(code: code)
        else {
            return .fault(
                FieldRules.notAMark, ["found": shown(text), "allowed": "1–10, nv, i, ni"])
        }
        return .value(mark.storedValue)
    }

    private func number(_ reading: NumberParser.Reading, _ text: String) -> ParsedValue {
        guard case .number(let number) = reading else { return notANumber(text) }
        let least = mapping.atLeast ?? 0
        let most = mapping.atMost ?? Self.greatest
        guard (least...most).contains(number) else {
            // Of a column of hours the cell itself is shown, and what it amounts to.
            let read = ShownText(number: number, readFrom: text).text
            let isHours = field.type == .minutes && mapping.minutesPerUnit != 1
            return .fault(
                FieldRules.outOfRange,
                [
                    "found": isHours ? "\(shown(text)) (= \(read) min)" : read,
                    "least": "\(least)", "most": isHours ? "\(most) min" : "\(most)",
                ])
        }
        return .value(number)
    }

    private func notANumber(_ text: String) -> ParsedValue {
        let hint = minutesHint(text)
        let expected =
            switch (field.type, mapping.minutesPerUnit) {
            case (.minutes, 1): (lv: "veselas minūtes", en: "whole minutes")
            case (.minutes, _):
                (
                    lv: "stundas, piemēram, 0\(decimalMark.rawValue)75",
                    en: "hours, such as 0\(decimalMark.rawValue)75"
                )
            default: (lv: "vesels skaitlis", en: "a whole number")
            }
        return .fault(
            FieldRules.notANumber,
            [
                "found": shown(text), "mark": decimalMark.rawValue,
                "expected.lv": expected.lv, "expected.en": expected.en,
                "hint_lv": hint.lv, "hint": hint.en,
            ])
    }

    /// What to do where a fraction stands for minutes: they may be hours.
    private func minutesHint(_ text: String) -> (lv: String, en: String) {
        guard field.type == .minutes, mapping.minutesPerUnit == 1,
            text.contains(where: { $0 == "," || $0 == "." }),
            text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," || $0 == "." })
        else { return ("", "") }
        return (
            "ja ailē ir stundas, analītiķis avota aprakstā ieraksta minutes_per_unit: 60; citādi ",
            "if the column counts hours, the analyst writes minutes_per_unit: 60 in the source; "
                + "otherwise "
        )
    }

    /// More minutes or things than any semester holds.
    private static let greatest = 200_000

    private func patternFault(in text: String) -> ParsedValue? {
        guard let pattern = mapping.pattern, !matchesPattern(text) else { return nil }
        return .fault(
            FieldRules.patternMismatch, ["length": "\(text.count)", "pattern": pattern])
    }

    private func matchesPattern(_ text: String) -> Bool {
        if let plainPattern { return plainPattern.matches(text) }
        guard text.utf8.count <= 200, let regex else { return false }
        return (try? regex.wholeMatch(in: text)) != nil
    }
}
