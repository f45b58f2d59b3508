import PupilSupport

/// A common output indicator: which participants it counts (esf.md, sections 1.4 and 1.9).
struct OutputIndicator: Sendable {
    let code: String
    let name: LocalizedText
    /// Whether a participant counts, with their sensitive answers where they are known.
    let counts: @Sendable (Participant, SensitiveRecord?) -> Bool
}

/// A common result indicator: who of those that left counts (esf.md, section 1.5).
struct ResultIndicator: Sendable {
    let code: String
    let name: LocalizedText
}

/// The rules by which participants become common indicators, one table a programming period.
struct CommonIndicators: Sendable {
    let set: IndicatorSetName
    let output: [OutputIndicator]
    let result: [ResultIndicator]

    static func named(_ set: IndicatorSetName) -> CommonIndicators {
        switch set {
        case .esf2014: esf2014
        case .esfPlus2021: esfPlus2021
        }
    }

    /// Regulation 1304/2013, Annex I.
    ///
    /// CO12 to CO14 were struck out in 2018 and are not collected; CO18 and
    /// CO19 come from samples of the managing authority; CO20 to CO23 count no people.
    static let esf2014 = CommonIndicators(
        set: .esf2014,
        output: [
            .init("CO01", "bezdarbnieki, arī ilgstošie", "unemployed, including long-term") {
                person, _ in
                person.labourStatus == .unemployed || person.labourStatus == .longTermUnemployed
            },
            .init("CO02", "ilgstošie bezdarbnieki", "long-term unemployed") { person, _ in
                person.labourStatus == .longTermUnemployed
            },
            .init("CO03", "ekonomiski neaktīvie", "inactive") { person, _ in
                person.labourStatus?.isInactive == true
            },
            .init(
                "CO04", "ekonomiski neaktīvie, kas nemācās",
                "inactive, not in education or training"
            ) { person, _ in person.labourStatus == .inactiveNotInEducation },
            .init("CO05", "nodarbinātie", "employed") { person, _ in
                person.labourStatus == .employed
            },
            .init("CO06", "jaunāki par 25 gadiem", "below 25 years of age") { person, _ in
                person.ageAtEntry.map { $0 < 25 } == true
            },
            .init("CO07", "vecāki par 54 gadiem", "above 54 years of age") { person, _ in
                person.ageAtEntry.map { $0 > 54 } == true
            },
            .init(
                "CO08", "vecāki par 54 gadiem, bezdarbnieki vai neaktīvi un nemācās",
                "above 54 and unemployed, or inactive and not in education"
            ) { person, _ in
                person.ageAtEntry.map { $0 > 54 } == true
                    && [.unemployed, .longTermUnemployed, .inactiveNotInEducation]
                        .contains(person.labourStatus)
            },
            .init("CO09", "ar ISCED 1 vai 2 izglītību", "with ISCED 1 or 2") { person, _ in
                person.education == .primary || person.education == .lowerSecondary
            },
            .init("CO10", "ar ISCED 3 vai 4 izglītību", "with ISCED 3 or 4") { person, _ in
                person.education == .upperSecondary || person.education == .postSecondary
            },
            .init("CO11", "ar ISCED 5 līdz 8 izglītību", "with ISCED 5 to 8") { person, _ in
                person.education == .tertiary
            },
            .init(
                "CO15", "migranti, ārvalstu izcelsme, mazākumtautības",
                "migrants, foreign background, minorities"
            ) { _, answers in answers?.foreignOrMinority == .yes },
            .init("CO16", "personas ar invaliditāti", "with disabilities") { _, answers in
                answers?.disability == .yes
            },
            .init("CO17", "citādi nelabvēlīgā situācijā", "otherwise disadvantaged") { _, answers in
                answers?.otherDisadvantage == .yes
            },
            .init("CO18", "bez pajumtes (izlase)", "homeless (by sample)") { _, _ in false },
            .init("CO19", "no lauku apvidiem (izlase)", "from rural areas (by sample)") { _, _ in
                false
            },
            .init(
                "CO20", "biedrību un sociālo partneru projekti",
                "projects by social partners or NGOs"
            ) { _, _ in false },
            .init("CO21", "projekti sieviešu līdzdalībai", "projects for women's participation") {
                _, _ in false
            },
            .init("CO22", "projekti valsts pārvaldei", "projects for public administrations") {
                _, _ in false
            },
            .init("CO23", "atbalstītie mazie un vidējie uzņēmumi", "small enterprises supported") {
                _, _ in false
            },
        ],
        result: [
            .init(
                "CR01", "neaktīvie, kas sākuši meklēt darbu", "inactive, engaged in job searching"),
            .init("CR02", "sākuši mācīties", "in education or training"),
            .init("CR03", "ieguvuši kvalifikāciju", "gaining a qualification"),
            .init("CR04", "nodarbināti", "in employment"),
            .init(
                "CR05",
                "nelabvēlīgā situācijā: sākuši meklēt darbu, mācīties, strādāt vai ieguvuši kvalifikāciju",
                "disadvantaged, engaged in any of these"),
            .init(
                "CR06", "nodarbināti pēc sešiem mēnešiem (izlase)",
                "in employment six months later (sample)"),
            .init(
                "CR07", "labāka situācija darba tirgū (izlase)",
                "improved situation six months later (sample)"),
            .init("CR08", "vecāki par 54, nodarbināti (izlase)", "above 54 in employment (sample)"),
            .init(
                "CR09", "nelabvēlīgā situācijā, nodarbināti (izlase)",
                "disadvantaged in employment (sample)"),
        ])

    /// Regulation 2021/1057, Annex I.
    ///
    /// Codes not confirmed by a source are marked so in esf.md; where the
    /// records cannot tell two codes apart, the answer counts for neither.
    static let esfPlus2021 = CommonIndicators(
        set: .esfPlus2021,
        output: [
            .init("EECO01", "dalībnieki kopā", "participants") { _, _ in true },
            .init("EECO02", "bezdarbnieki, arī ilgstošie", "unemployed, including long-term") {
                person, _ in
                person.labourStatus == .unemployed || person.labourStatus == .longTermUnemployed
            },
            .init("EECO03", "ilgstošie bezdarbnieki", "long-term unemployed") { person, _ in
                person.labourStatus == .longTermUnemployed
            },
            .init("EECO04", "ekonomiski neaktīvie", "inactive") { person, _ in
                person.labourStatus?.isInactive == true
            },
            .init("EECO05", "nodarbinātie", "employed") { person, _ in
                person.labourStatus == .employed
            },
            .init("EECO06", "bērni līdz 18 gadiem", "children below 18") { person, _ in
                person.ageAtEntry.map { $0 < 18 } == true
            },
            .init("EECO07", "jaunieši no 18 līdz 29 gadiem", "young people from 18 to 29") {
                person, _ in
                person.ageAtEntry.map { (18...29).contains($0) } == true
            },
            .init("EECO08", "55 gadus veci un vecāki", "55 years or older") { person, _ in
                person.ageAtEntry.map { $0 >= 55 } == true
            },
            .init("EECO09", "ar ISCED 0 līdz 2 izglītību", "with ISCED 0 to 2") { person, _ in
                [.belowPrimary, .primary, .lowerSecondary].contains(person.education)
            },
            .init("EECO10", "ar ISCED 3 vai 4 izglītību", "with ISCED 3 or 4") { person, _ in
                person.education == .upperSecondary || person.education == .postSecondary
            },
            .init("EECO11", "ar ISCED 5 līdz 8 izglītību", "with ISCED 5 to 8") { person, _ in
                person.education == .tertiary
            },
            .init("EECO12", "personas ar invaliditāti", "with disabilities") { _, answers in
                answers?.disability == .yes
            },
        ],
        result: [
            .init("EECR01", "neaktīvie, kas sākuši meklēt darbu", "engaged in job searching"),
            .init("EECR02", "sākuši mācīties", "in education or training"),
            .init("EECR03", "ieguvuši kvalifikāciju", "gaining a qualification"),
            .init("EECR04", "nodarbināti", "in employment"),
            .init(
                "EECR05", "nodarbināti pēc sešiem mēnešiem (izlase)",
                "in employment six months later (sample)"),
            .init(
                "EECR06", "labāka situācija darba tirgū (izlase)",
                "improved situation six months later (sample)"),
        ])
}

extension OutputIndicator {
    fileprivate init(
        _ code: String, _ lv: String, _ en: String,
        counts: @escaping @Sendable (Participant, SensitiveRecord?) -> Bool
    ) {
        self.init(code: code, name: LocalizedText(lv: lv, en: en), counts: counts)
    }
}

extension ResultIndicator {
    fileprivate init(_ code: String, _ lv: String, _ en: String) {
        self.init(code: code, name: LocalizedText(lv: lv, en: en))
    }

    /// The code of the answer that the records hold: a result keeps its meaning in both periods.
    var answer: String {
        code.hasPrefix("EECR") ? "CR" + code.suffix(2) : code
    }
}

extension LabourStatus {
    /// Whether it is neither employed nor unemployed.
    public var isInactive: Bool {
        self == .inactiveInEducation || self == .inactiveNotInEducation
    }
}

extension Participant {
    /// The age in whole years on the day of entry.
    public var ageAtEntry: Int? {
        guard let birthDate, let entryDate else { return nil }
        let isBefore =
            (entryDate.month, entryDate.day) < (birthDate.month, birthDate.day)
        return entryDate.year - birthDate.year - (isBefore ? 1 : 0)
    }
}
