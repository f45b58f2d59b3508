public import Diagnostics

/// Why somebody may be meant by a record without a good code.
public enum MatchReason: Hashable, Sendable, CaseIterable {
    /// One digit of the code differs.
    case oneDigitDiffers
    /// Two neighbouring digits of the code are in each other's place.
    case digitsSwapped
    /// The record's code lacks one digit.
    case digitMissing
    /// The record's code has one digit more.
    case digitTooMany
    /// Given and family name are the same.
    case sameName
    /// They are the same but for diacritics, hyphens, and the order of the names.
    case sameNameWithoutDiacritics
    /// They differ by one slip of the keys.
    case oneLetterDiffers
    /// They differ by two slips of the keys.
    case twoLettersDiffer
    /// The given name is the same, the family name is another.
    case sameGivenName
    /// The family name is the same, the given name is another.
    case sameFamilyName
    /// The day of birth is the same.
    case sameBirthDate
    /// Day and month of birth are in each other's place.
    case birthDaySwapped
    /// One digit of the day of birth differs.
    case birthDateDigitDiffers
    /// The person has records of the same school.
    case sameSchool
    /// The person is enrolled in the same class of it.
    case sameClass

    /// How much the reason counts; what together tell a person from a namesake count more than either.
    public var points: Int {
        switch self {
        case .oneDigitDiffers, .digitsSwapped: 40
        case .digitMissing, .digitTooMany: 38
        case .sameName: 40
        case .sameNameWithoutDiacritics: 36
        case .oneLetterDiffers: 28
        case .twoLettersDiffer: 20
        case .sameFamilyName: 10
        case .sameGivenName: 8
        case .sameBirthDate: 25
        case .birthDaySwapped, .birthDateDigitDiffers: 12
        case .sameSchool: 10
        case .sameClass: 5
        }
    }

    /// Whether the reason rests on the code.
    var isOfCode: Bool {
        switch self {
        case .oneDigitDiffers, .digitsSwapped, .digitMissing, .digitTooMany: true
        default: false
        }
    }

    /// Whether the reason rests on both names.
    var isOfWholeName: Bool {
        switch self {
        case .sameName, .sameNameWithoutDiacritics, .oneLetterDiffers, .twoLettersDiffer: true
        default: false
        }
    }

    /// The reason in words.
    public var text: MessageText {
        switch self {
        case .oneDigitDiffers:
            .init(lv: "atšķiras viens koda cipars", en: "one digit of the code differs")
        case .digitsSwapped:
            .init(lv: "kodā samainīti divi cipari", en: "two digits of the code are swapped")
        case .digitMissing:
            .init(lv: "kodā trūkst viena cipara", en: "one digit of the code is missing")
        case .digitTooMany:
            .init(lv: "kodā ir viens lieks cipars", en: "the code has one digit too many")
        case .sameName: .init(lv: "tas pats vārds", en: "same name")
        case .sameNameWithoutDiacritics:
            .init(
                lv: "tas pats vārds bez garumzīmēm, defisēm un secības",
                en: "same name without diacritics, hyphens and order")
        case .oneLetterDiffers:
            .init(lv: "vārdā atšķiras viens burts", en: "one letter of the name differs")
        case .twoLettersDiffer:
            .init(lv: "vārdā atšķiras divi burti", en: "two letters of the name differ")
        case .sameGivenName:
            .init(lv: "tas pats vārds, cits uzvārds", en: "same given name, another family name")
        case .sameFamilyName:
            .init(lv: "tas pats uzvārds, cits vārds", en: "same family name, another given name")
        case .sameBirthDate: .init(lv: "tas pats dzimšanas datums", en: "same birth date")
        case .birthDaySwapped:
            .init(
                lv: "dzimšanas datumā samainīta diena un mēnesis",
                en: "day and month of the birth date are swapped")
        case .birthDateDigitDiffers:
            .init(
                lv: "atšķiras viens dzimšanas datuma cipars",
                en: "one digit of the birth date differs")
        case .sameSchool: .init(lv: "tā pati skola", en: "same school")
        case .sameClass: .init(lv: "tā pati klase", en: "same class")
        }
    }
}
