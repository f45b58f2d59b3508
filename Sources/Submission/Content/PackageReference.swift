public import PupilSupport

/// What the rules of a package are checked against; it stands in the manifest, so that a package can be
/// verified by somebody who has nothing but the package.
public struct PackageReference: Hashable, Sendable, Codable {
    /// The operation.
    public var operation: Operation
    /// The semester that is reported.
    public var semester: String
    /// The code of the municipality, as the package's name has it.
    public var municipality: String
    /// The schools.
    public var schools: [SchoolEntry]
    /// The semesters up to the one that is reported, oldest first.
    public var semesters: [SemesterEntry]
    /// The bands of class levels.
    public var classBands: [BandEntry]
    /// The terms that rows name by their codes.
    public var terms: [TermEntry]
    /// What is usual and possible.
    public var bounds: Bounds
    /// What was announced in public and must come out again (VAL-57).
    public var announced: [Announcement]
    /// The rates, none by default.
    public var rates: [UnitRate]
    /// The package that was sealed last of an earlier semester.
    public var previous: PreviousPackage?
    /// The package of the same semester that this one takes the place of.
    public var superseded: SupersededPackage?
    /// Whether the Fund's common indicators are counted.
    public var indicatorSet: IndicatorSetName?
    /// What the public part says in words.
    public var publicWords: PublicWords?
    /// By which definitions the public figures were made; a yearly report has none.
    public var publicModel: PublicModel?
    /// The calendar year, where a year is reported; the semester is then the last that began in it.
    public var calendarYear: Int?

    /// What the public part and the read-me say in words.
    public struct PublicWords: Hashable, Sendable, Codable {
        /// The title of the summary.
        public var title: String
        /// The sentence that names the Union and the Fund.
        public var funding: String
        /// Whom to ask, or empty.
        public var contact: String

        /// Creates words.
        public init(title: String, funding: String, contact: String) {
            self.title = title
            self.funding = funding
            self.contact = contact
        }
    }

    /// The operation that is reported.
    public struct Operation: Hashable, Sendable, Codable {
        /// The canonical number.
        public var number: String
        /// Its title in Latvian.
        public var title: String
        /// The fund.
        public var fund: String
        /// The programming period, `2014-2020`.
        public var period: String
        /// The first day.
        public var startsOn: String
        /// The last day.
        public var endsOn: String
        /// The lowest class level.
        public var lowestLevel: Int
        /// The highest class level.
        public var highestLevel: Int

        /// Creates an operation.
        public init(
            number: String, title: String, fund: String, period: String, startsOn: String,
            endsOn: String, lowestLevel: Int, highestLevel: Int
        ) {
            self.number = number
            self.title = title
            self.fund = fund
            self.period = period
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.lowestLevel = lowestLevel
            self.highestLevel = highestLevel
        }
    }

    /// A school.
    public struct SchoolEntry: Hashable, Sendable, Codable {
        /// The code.
        public var code: String
        /// The name in Latvian.
        public var name: String

        /// Creates a school.
        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// A semester.
    public struct SemesterEntry: Hashable, Sendable, Codable {
        /// The code, `2018-2019-2`.
        public var code: String
        /// The first day.
        public var startsOn: String
        /// The last school day.
        public var endsOn: String
        /// The last day that a plan may reach.
        public var plansEndOn: String
        /// The holidays of all classes.
        public var holidays: [Span]

        /// Creates a semester.
        public init(
            code: String, startsOn: String, endsOn: String, plansEndOn: String, holidays: [Span]
        ) {
            self.code = code
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.plansEndOn = plansEndOn
            self.holidays = holidays
        }
    }

    /// Days from one to another.
    public struct Span: Hashable, Sendable, Codable {
        /// The first day.
        public var from: String
        /// The last day.
        public var until: String
        /// The lowest class level that has them, or `nil` for all.
        public var fromLevel: Int?
        /// The highest class level that has them.
        public var toLevel: Int?

        /// Creates a span.
        public init(from: String, until: String, fromLevel: Int? = nil, toLevel: Int? = nil) {
            self.from = from
            self.until = until
            self.fromLevel = fromLevel
            self.toLevel = toLevel
        }
    }

    /// A band of class levels.
    public struct BandEntry: Hashable, Sendable, Codable {
        /// The code.
        public var code: String
        /// The lowest level.
        public var from: Int
        /// The highest level.
        public var to: Int

        /// Creates a band.
        public init(code: String, from: Int, to: Int) {
            self.code = code
            self.from = from
            self.to = to
        }
    }

    /// A term of a vocabulary.
    public struct TermEntry: Hashable, Sendable, Codable {
        /// The vocabulary: `measures`, `subjects`, `risks`, `roles`, `plan-statuses`.
        public var vocabulary: String
        /// The code.
        public var code: String
        /// The name in Latvian.
        public var name: String
        /// Whether plans of this status count; `true` in other vocabularies.
        public var counts: Bool
        /// Whether it is counted in minutes.
        public var isInMinutes: Bool
        /// The role that gives the measure, where one does.
        public var role: String

        /// Creates a term.
        public init(
            vocabulary: String, code: String, name: String, counts: Bool = true,
            isInMinutes: Bool = true, role: String = ""
        ) {
            self.vocabulary = vocabulary
            self.code = code
            self.name = name
            self.counts = counts
            self.isInMinutes = isInMinutes
            self.role = role
        }
    }

    /// What is usual and possible.
    public struct Bounds: Hashable, Sendable, Codable {
        /// Days after leaving within which results are recorded (esf.md, ESF-8).
        public var resultDays = 28
        /// Below this age at entry a record is wrong.
        public var leastAge = 9
        /// Above this age it is doubtful.
        public var usualHighestAge = 21
        /// Above this age it is wrong.
        public var greatestAge = 25
        /// The most minutes of project work in a day of one person.
        public var dayMinutes = 480

        /// The bounds of esf.md, VAL-07, VAL-09 and VAL-53.
        public init() {}
    }

    /// What was announced of a semester.
    public struct Announcement: Hashable, Sendable, Codable {
        /// The semester.
        public var semester: String
        /// The pupils.
        public var participants: Int
        /// The teachers.
        public var teachers: Int
        /// Where.
        public var source: String

        /// Creates an announcement.
        public init(semester: String, participants: Int, teachers: Int, source: String) {
            self.semester = semester
            self.participants = participants
            self.teachers = teachers
            self.source = source
        }
    }

    /// A package of an earlier semester.
    public struct PreviousPackage: Hashable, Sendable, Codable {
        /// Its name.
        public var package: String
        /// The fingerprint of its manifest.
        public var manifest: String
        /// The semester.
        public var semester: String
        /// The participants since the beginning, incomplete ones included.
        public var grandTotal: Int
        /// Why the number may have become smaller, or empty.
        public var correctionNote: String

        /// Creates an entry.
        public init(
            package: String, manifest: String, semester: String, grandTotal: Int,
            correctionNote: String = ""
        ) {
            self.package = package
            self.manifest = manifest
            self.semester = semester
            self.grandTotal = grandTotal
            self.correctionNote = correctionNote
        }
    }

    /// A package that another one takes the place of.
    public struct SupersededPackage: Hashable, Sendable, Codable {
        /// Its name.
        public var package: String
        /// The fingerprint of its manifest.
        public var manifest: String

        /// Creates an entry.
        public init(package: String, manifest: String) {
            self.package = package
            self.manifest = manifest
        }
    }

    /// Creates a reference.
    public init(
        operation: Operation, semester: String, municipality: String, schools: [SchoolEntry],
        semesters: [SemesterEntry], classBands: [BandEntry], terms: [TermEntry],
        bounds: Bounds = Bounds(), announced: [Announcement] = [], rates: [UnitRate] = [],
        previous: PreviousPackage? = nil, superseded: SupersededPackage? = nil,
        indicatorSet: IndicatorSetName? = .esf2014, publicWords: PublicWords? = nil,
        publicModel: PublicModel? = nil, calendarYear: Int? = nil
    ) {
        self.operation = operation
        self.semester = semester
        self.municipality = municipality
        self.schools = schools
        self.semesters = semesters
        self.classBands = classBands
        self.terms = terms
        self.bounds = bounds
        self.announced = announced
        self.rates = rates
        self.previous = previous
        self.superseded = superseded
        self.indicatorSet = indicatorSet
        self.publicWords = publicWords
        self.publicModel = publicModel
        self.calendarYear = calendarYear
    }
}

/// A set of the Fund's common indicators.
public enum IndicatorSetName: String, Sendable, CaseIterable, Codable {
    /// Regulation 1304/2013, Annex I.
    case esf2014 = "esf-2014"
    /// Regulation 2021/1057, Annex I.
    case esfPlus2021 = "esfplus-2021"
}

/// A rate of a simplified cost option (esf.md, SCO-1): none is known to the program; it is configured with
/// its legal basis, or no amount is computed.
public struct UnitRate: Hashable, Sendable, Codable {
    /// The name of the rate.
    public var id: String
    /// The code of the measure.
    public var item: String
    /// How many minutes it is the price of.
    public var minutes: Int
    /// The price in euro, as exact decimal text.
    public var euro: String
    /// The first day it is valid.
    public var validFrom: String
    /// The last day it is valid, or empty.
    public var validUntil: String
    /// Where it is laid down.
    public var legalBasis: String

    /// Creates a rate.
    public init(
        id: String, item: String, minutes: Int, euro: String, validFrom: String,
        validUntil: String, legalBasis: String
    ) {
        self.id = id
        self.item = item
        self.minutes = minutes
        self.euro = euro
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.legalBasis = legalBasis
    }

    /// Whether the rate is valid on a day.
    public func isValid(on day: CivilDate) -> Bool {
        validFrom <= day.description && (validUntil.isEmpty || day.description <= validUntil)
    }
}
