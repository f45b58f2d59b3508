/// Which code of a set of indicators says what, so that a rule is written once for both programming periods
/// (esf.md, sections 1.4, 1.5 and 1.9).
struct FundCodes: Sendable {
    let unemployed: String
    let longTermUnemployed: String
    let inactive: String
    /// Inactive and not in education or training; the later period does not count them.
    let inactiveNotInEducation: String?
    let employed: String
    /// The groups of age below the oldest.
    let young: [String]
    let old: String
    let oldAndIdle: String?
    /// The levels of completed education, lowest first.
    let education: [String]
    /// Whether the first of the levels takes in those who have not completed primary school.
    let hasBelowPrimary: Bool
    /// Jobless households, those of them with children, and single adults with children.
    let households: [String]
    /// What a participant may or may not be, independently of one another.
    let circumstances: [String]
    /// What counts no people.
    let entities: Set<String>
    /// The results on leaving: job searching, education, qualification, employment.
    let results: [String]
    let disadvantagedResult: String?
    /// The results six months after leaving: in employment, better placed, above 54, disadvantaged.
    let laterEmployed: String
    let laterImproved: String
    let laterOld: String?
    let laterDisadvantaged: String?

    /// The sum of the complete records, and of all.
    static let total = "TOTAL"
    static let grandTotal = "GRAND-TOTAL"
    /// The complete records of those that left.
    static let leavers = "LEAVERS"

    static func named(_ set: IndicatorSetName) -> FundCodes {
        switch set {
        case .esf2014: esf2014
        case .esfPlus2021: esfPlus2021
        }
    }

    private static let esf2014 = FundCodes(
        unemployed: "CO01", longTermUnemployed: "CO02", inactive: "CO03",
        inactiveNotInEducation: "CO04", employed: "CO05", young: ["CO06"], old: "CO07",
        oldAndIdle: "CO08", education: ["CO09", "CO10", "CO11"], hasBelowPrimary: false,
        households: ["CO12", "CO13", "CO14"],
        circumstances: ["CO15", "CO16", "CO17", "CO18", "CO19"],
        entities: ["CO20", "CO21", "CO22", "CO23"], results: ["CR01", "CR02", "CR03", "CR04"],
        disadvantagedResult: "CR05", laterEmployed: "CR06", laterImproved: "CR07",
        laterOld: "CR08", laterDisadvantaged: "CR09")

    private static let esfPlus2021 = FundCodes(
        unemployed: "EECO02", longTermUnemployed: "EECO03", inactive: "EECO04",
        inactiveNotInEducation: nil, employed: "EECO05", young: ["EECO06", "EECO07"],
        old: "EECO08", oldAndIdle: nil, education: ["EECO09", "EECO10", "EECO11"],
        hasBelowPrimary: true, households: [], circumstances: ["EECO12"], entities: [],
        results: ["EECR01", "EECR02", "EECR03", "EECR04"], disadvantagedResult: nil,
        laterEmployed: "EECR05", laterImproved: "EECR06", laterOld: nil, laterDisadvantaged: nil)
}

extension CommonIndicators {
    /// Returns the output indicator with a code.
    func output(_ code: String) -> OutputIndicator? { output.first { $0.code == code } }

    /// Returns how many of some indicators count a participant.
    func count(of codes: [String], _ person: Participant) -> Int {
        codes.count { output($0)?.counts(person, nil) == true }
    }
}
