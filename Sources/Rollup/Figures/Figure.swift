public import PupilSupport

/// One number of the reports.
public struct Figure: Hashable, Sendable {
    /// Where the figure stands among all figures.
    public let address: FigureAddress
    /// The unit of the value.
    public let unit: IndicatorUnit
    /// The value, or `nil` when ``status`` says why there is none.
    public let value: FigureValue?
    /// Why there is no value, or what is to be said of it.
    public let status: ValueStatus
    /// The value of the semester before, or `nil` when it is not known.
    public let previous: FigureValue?
    /// Why there is no value of the semester before.
    public let previousStatus: ValueStatus
    /// The value less the value before, rounded once.
    public let change: FigureValue?
    /// How many people stand behind the value, or `nil` when that is not known or was not asked for; it
    /// decides what may be shown, and is shown nowhere.
    public let contributors: Int?

    /// Creates a figure; a confidential one keeps no number, whatever it is given.
    ///
    /// - Parameter previousStatus: Why there is no value of the semester before; not known, unless told otherwise.
    public init(
        address: FigureAddress, unit: IndicatorUnit, value: FigureValue?, status: ValueStatus,
        previous: FigureValue?, previousStatus: ValueStatus? = nil, change: FigureValue?,
        contributors: Int? = nil
    ) {
        let isHidden = status == .confidential
        self.address = address
        self.unit = unit
        self.value = isHidden ? nil : value
        self.status = status
        self.previous = isHidden ? nil : previous
        self.previousStatus =
            isHidden ? .confidential : previous == nil ? previousStatus ?? .missing : .present
        self.change = isHidden ? nil : change
        self.contributors = isHidden ? nil : contributors
    }
}

/// Why a figure has no value, or what is to be said of it.
public enum ValueStatus: String, Sendable, CaseIterable {
    /// There is a value.
    case present = ""
    /// There is nothing to divide by, or no target: a value would have no meaning.
    case notApplicable = "z"
    /// The value compares two semesters, and nothing is known of the one before.
    case missing = "x"
    /// The value is not shown, as it could tell of single persons.
    case confidential = "c"
    /// The value is not zero, though it is rounded to 0.
    case low = "low"
}

/// The address of a figure, `2018-2019-2/participants/school=sloka/measure=psychologist`.
public struct FigureAddress: Hashable, Sendable, CustomStringConvertible {
    /// The semester.
    public let semester: Semester
    /// The code of the indicator.
    public let indicator: String
    /// The categories, in the order of the breakdown.
    public let coordinates: [Coordinate]

    /// One category of a figure.
    public struct Coordinate: Hashable, Sendable {
        /// The dimension.
        public let dimension: DimensionName
        /// The code of the category.
        public let category: String

        /// Creates a coordinate.
        public init(_ dimension: DimensionName, _ category: String) {
            self.dimension = dimension
            self.category = category
        }
    }

    /// Creates an address.
    public init(semester: Semester, indicator: String, coordinates: [Coordinate] = []) {
        self.semester = semester
        self.indicator = indicator
        self.coordinates = coordinates
    }

    /// Creates an address from its text, or returns `nil` when it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, let semester = Semester(code: parts[0]), !parts[1].isEmpty
        else { return nil }
        var coordinates: [Coordinate] = []
        for part in parts.dropFirst(2) {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, let dimension = DimensionName(rawValue: String(halves[0]))
            else { return nil }
            coordinates.append(Coordinate(dimension, String(halves[1])))
        }
        self.init(semester: semester, indicator: String(parts[1]), coordinates: coordinates)
    }

    /// The dimensions of the breakdown.
    public var dimensions: [DimensionName] { coordinates.map(\.dimension) }

    /// Whether the breakdown has just these dimensions, in this order.
    func hasDimensions(_ dimensions: [DimensionName]) -> Bool {
        coordinates.count == dimensions.count
            && zip(coordinates, dimensions).allSatisfy { $0.dimension == $1 }
    }

    /// The code of the school, or `nil` for a figure of the municipality.
    public var school: String? { self[.school] }

    /// Returns the code of the category in a dimension.
    public subscript(dimension: DimensionName) -> String? {
        coordinates.first { $0.dimension == dimension }?.category
    }

    /// The address as text.
    public var description: String { text(after: semester.code) }

    /// The address without its semester, `participants/school=sloka/measure=psychologist`.
    public var cell: String { text(after: "") }

    /// Addresses are written by the hundred thousand, so their letters are put into their place at once.
    private func text(after semester: String) -> String {
        let start = semester.utf8.count + (semester.isEmpty ? 0 : 1)
        let count = coordinates.reduce(start + indicator.utf8.count) { count, coordinate in
            count + 2 + coordinate.dimension.rawValue.utf8.count + coordinate.category.utf8.count
        }
        return String(unsafeUninitializedCapacity: count) { letters in
            var place = 0
            func put(_ text: String) {
                place = letters[place...].initialize(fromContentsOf: text.utf8)
            }
            func put(_ mark: Unicode.Scalar) {
                letters[place] = UInt8(ascii: mark)
                place += 1
            }
            if start > 0 {
                put(semester)
                put("/" as Unicode.Scalar)
            }
            put(indicator)
            for coordinate in coordinates {
                put("/" as Unicode.Scalar)
                put(coordinate.dimension.rawValue)
                put("=" as Unicode.Scalar)
                put(coordinate.category)
            }
            return place
        }
    }
}
