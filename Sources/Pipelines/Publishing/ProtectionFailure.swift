public import Diagnostics

/// Figures that cannot be protected, so that nothing of their semester is released.
public struct ProtectionFailure: Error, Hashable {
    /// With what a command ends that could not protect a semester.
    public static let exitCode: Int32 = 5

    /// What became of the semesters all the same.
    public enum Consequence: Hashable, Sendable {
        /// The reports for the Board are written, and the public ones of these semesters are those from before.
        case written(standing: [String])
        /// The semester was not closed.
        case notClosed
    }

    /// The addresses of the figures.
    public let addresses: [String]

    /// What became of the semesters all the same.
    public let consequence: Consequence

    /// What is wrong, and what can be done.
    public var message: MessageText {
        let shown = addresses.prefix(20).joined(separator: ", ")
        let more = addresses.count > 20 ? " …" : ""
        let rest = consequence.message
        return MessageText(
            lv:
                "publiskais pārskats nav rakstīts: šos skaitļus nevar pasargāt no aprēķināšanas: \(shown)\(more); "
                + rest.lv,
            en:
                "no public report was written: these figures cannot be kept from being worked out: "
                + "\(shown)\(more); \(rest.en)")
    }
}

extension ProtectionFailure.Consequence {
    fileprivate var message: MessageText {
        switch self {
        case .notClosed:
            return MessageText(lv: "semestris nav slēgts", en: "the semester was not closed")
        case .written(let standing):
            let written = MessageText(
                lv: "iekšējais pārskats ir uzrakstīts", en: "the internal report was written")
            guard !standing.isEmpty else { return written }
            let semesters = standing.joined(separator: ", ")
            return MessageText(
                lv: written.lv
                    + "; publiski paliek agrākais \(semesters) pārskats, un vērtības tajā un blakus semestros var "
                    + "atšķirties; pajautājiet definīciju uzturētājam, vai klašu grupas var apvienot",
                en: written.en
                    + "; the public report of \(semesters) from before stays, and its values and those of the "
                    + "semesters beside it may differ; ask whoever keeps the definitions whether class "
                    + "bands can be put together")
        }
    }
}
