/// Why somebody opens the vault; it goes to the access log, so it holds nothing personal.
public struct VaultPurpose: Hashable, Sendable {
    /// The command, such as `people list`.
    public let command: String
    /// What it is done for; digits of which a code may consist are not kept.
    public let purpose: String
    /// The package for which it is done, or `nil`.
    public let package: String?

    /// Names a purpose.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - purpose: What it is done for, without names and codes.
    ///   - package: The package for which it is done, or `nil`.
    public init(command: String, purpose: String, package: String? = nil) {
        self.command = command
        self.purpose = Self.withoutCodes(purpose)
        self.package = package
    }

    /// Whoever types a purpose may type the code of whom it is about; five digits tell a day of birth.
    private static func withoutCodes(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.filter(\.isNumber).count > 4 ? "…" : String(word)
        }.joined(separator: " ")
    }
}
