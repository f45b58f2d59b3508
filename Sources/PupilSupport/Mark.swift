/// What stands in a mark book: a mark, or one of the signs that are not marks.
///
/// Only ``points(_:)`` enters a comparison. `nv` says that no mark exists yet and must not touch an
/// average; `i` and `ni` are pass and fail (domain facts, section 4.5).
public enum Mark: Hashable, Sendable {
    /// A mark on the ten-point scale, 1 to 10.
    case points(Int)
    /// `nv`: no mark yet, one can still be obtained.
    case noMarkYet
    /// `i`: passed, without points.
    case passed
    /// `ni`: not passed, without points.
    case notPassed

    /// Creates a mark from the code of its term in the vocabulary of marks.
    public init?(code: String) {
        switch code {
        case "nv": self = .noMarkYet
        case "i": self = .passed
        case "ni": self = .notPassed
        default:
            guard let points = Int(code), (1...10).contains(points) else { return nil }
            self = .points(points)
        }
    }

    /// Creates a mark from its stored integer, or returns `nil` when none has it.
    public init?(storedValue: Int) {
        switch storedValue {
        case 1...10: self = .points(storedValue)
        case 21: self = .noMarkYet
        case 31: self = .passed
        case 32: self = .notPassed
        default: return nil
        }
    }

    /// The code of the mark's term in the vocabulary of marks.
    public var code: String {
        switch self {
        case .points(let points): "\(points)"
        case .noMarkYet: "nv"
        case .passed: "i"
        case .notPassed: "ni"
        }
    }

    /// The mark as the store keeps it: 1 to 10 for points; 21 `nv`, 31 `i`, 32 `ni`.
    public var storedValue: Int {
        switch self {
        case .points(let points): points
        case .noMarkYet: 21
        case .passed: 31
        case .notPassed: 32
        }
    }
}
