/// What the definitions say of the submission to the State and the Fund.
public struct SubmissionSettings: Hashable, Sendable {
    /// The recipient, whose pseudonyms are made in a domain of their own.
    public let recipient: String
    /// The Fund's common indicators that are counted, `esf-2014`, or `nil` for none.
    public let indicatorSet: String?
    /// What was announced in public of semesters and must come out again.
    public let announced: [AnnouncedNumbers]
    /// The rates of simplified cost options; none by default, for none is public.
    public let rates: [ConfiguredRate]

    /// Creates settings.
    public init(
        recipient: String = "ikvd", indicatorSet: String? = nil,
        announced: [AnnouncedNumbers] = [], rates: [ConfiguredRate] = []
    ) {
        self.recipient = recipient
        self.indicatorSet = indicatorSet
        self.announced = announced
        self.rates = rates
    }
}

/// Numbers of a semester that were announced in public.
public struct AnnouncedNumbers: Hashable, Sendable {
    /// The semester.
    public let semester: Semester
    /// The pupils supported.
    public let participants: Int
    /// The teachers involved.
    public let teachers: Int
    /// Where they were announced.
    public let source: LocalizedText

    /// Creates numbers.
    public init(
        semester: Semester, participants: Int, teachers: Int, source: LocalizedText
    ) {
        self.semester = semester
        self.participants = participants
        self.teachers = teachers
        self.source = source
    }
}

/// A rate of a simplified cost option, valid for some time.
public struct ConfiguredRate: Hashable, Sendable {
    /// The name of the rate.
    public let code: String
    /// The code of the measure.
    public let measure: String
    /// How many minutes it is the price of.
    public let minutes: Int
    /// The price in euro, as exact decimal text.
    public let euro: String
    /// The first day it is valid.
    public let validFrom: CivilDate
    /// The last day it is valid, or `nil`.
    public let validUntil: CivilDate?
    /// Where it is laid down.
    public let basis: LocalizedText

    /// Creates a rate.
    public init(
        code: String, measure: String, minutes: Int, euro: String, validFrom: CivilDate,
        validUntil: CivilDate?, basis: LocalizedText
    ) {
        self.code = code
        self.measure = measure
        self.minutes = minutes
        self.euro = euro
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.basis = basis
    }
}
