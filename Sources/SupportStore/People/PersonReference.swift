/// How a command line names somebody: `P-3f9a2c1e07b4` a pupil, `T-…` a teacher, `U-…` somebody whom
/// held records name without a good code.
///
/// The digits are the first ones of a keyed value, the same in every run and every store of the key;
/// any number of them that tells the person from all others will do.
public struct PersonReference: Hashable, Sendable {
    /// Who is meant, `nil` for somebody unidentified.
    public let role: PersonRole?
    /// Hexadecimal digits, 4 at least.
    let digits: String

    /// Reads a reference, or returns `nil` when the text is none.
    public init?(_ text: String) {
        let letter = text.prefix(1).uppercased()
        let digits = text.dropFirst(2).lowercased()
        guard text.dropFirst().first == "-", (4...32).contains(digits.count),
            digits.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }),
            letter == "U" || PersonRole.allCases.contains(where: { letter == String($0.letter) })
        else { return nil }
        role = PersonRole.allCases.first { letter == String($0.letter) }
        self.digits = String(digits)
    }

    /// Returns the text that names somebody by their keyed value.
    static func text(_ role: PersonRole?, _ value: [UInt8]) -> String {
        "\(role?.letter ?? "U")-\(Hexadecimal.text(value).prefix(shownDigits))"
    }

    private static let shownDigits = 12
}
