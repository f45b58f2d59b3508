/// What is taken away of a person, worked out before anything is changed.
public struct ErasurePlan: Sendable {
    /// A file of the archive that holds something of the person.
    public struct File: Sendable {
        /// The fingerprint by which the file is known.
        public let sha256: [UInt8]
        /// The fingerprint of its bytes until now.
        public let previous: [UInt8]
        /// The fingerprint of its bytes from now on, or `nil` when it is removed.
        public let current: [UInt8]?
        /// The records that are blanked.
        public let places: [FileRekeying.Place]

        /// Describes a file.
        public init(
            sha256: [UInt8], previous: [UInt8], current: [UInt8]?, places: [FileRekeying.Place]
        ) {
            self.sha256 = sha256
            self.previous = previous
            self.current = current
            self.places = places
        }
    }

    /// The records of a delivery that are the person's.
    public struct Delivery: Sendable {
        /// The number of the delivery.
        public let id: Int
        /// The records.
        public let places: [FileRekeying.Place]
        /// How many of them were left out by rule before.
        public let ignoredBefore: Int

        /// Describes the records of a delivery.
        public init(id: Int, places: [FileRekeying.Place], ignoredBefore: Int) {
            self.id = id
            self.places = places
            self.ignoredBefore = ignoredBefore
        }
    }

    /// Whom it is about.
    public let person: StoredPerson
    /// The deliveries.
    public let deliveries: [Delivery]
    /// The files of the archive.
    public let files: [File]
    /// All figures before, as text, by which the difference is told.
    public let figuresBefore: String
    /// The codes of the semesters of which records are taken away, oldest first.
    public let semesters: [String]

    /// Describes an erasure.
    public init(
        person: StoredPerson, deliveries: [Delivery], files: [File], figuresBefore: String,
        semesters: [String]
    ) {
        self.person = person
        self.deliveries = deliveries
        self.files = files
        self.figuresBefore = figuresBefore
        self.semesters = semesters
    }

    /// The number of records.
    public var recordCount: Int { deliveries.reduce(0) { $0 + $1.places.count } }
}
