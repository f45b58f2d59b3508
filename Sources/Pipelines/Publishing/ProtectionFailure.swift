public import Diagnostics

/// Figures that cannot be protected, so that nothing of their semester is released.
public struct ProtectionFailure: Error, Hashable {
    /// With what a command ends that could not protect a semester.
    public static let exitCode: Int32 = 5

    /// The addresses of the figures.
    public let addresses: [String]

    /// What is wrong, and what can be done.
    public var message: MessageText {
        let shown = addresses.prefix(20).joined(separator: ", ")
        let more = addresses.count > 20 ? " …" : ""
        return MessageText(
            lv:
                "publiskais pārskats nav rakstīts: šos skaitļus nevar pasargāt no aprēķināšanas: \(shown)\(more); "
                + "iekšējais pārskats ir uzrakstīts",
            en:
                "no public report was written: these figures cannot be kept from being worked out: "
                + "\(shown)\(more); the internal report was written")
    }
}
