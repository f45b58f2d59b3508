/// Which cells to hide, and the proof that this protects them.
public struct Protection: Hashable, Sendable {
    /// How the cells were chosen.
    public enum Method: Hashable, Sendable {
        /// No choice that passes the audit loses less.
        case exact
        /// A good choice from which no single cell can be shown again, as far as was tried.
        case heuristic
    }

    /// The names of all hidden cells, in order.
    public var hidden: [String]
    /// Those of them that are not unsafe themselves but keep others from being worked out.
    public var complementary: [String]
    /// What is lost by hiding them.
    public var cost: Int
    /// How they were chosen; exact only if every system of cells that hang together was.
    public var method: Method
    /// What an attacker finds out.
    public var audit: AuditResult
}

/// Why nothing can be published.
public enum SuppressionFault: Error, Hashable, Sendable {
    /// Whatever else is hidden, these cells can be worked out closer than the rule allows.
    case cannotProtect(cells: [String])
    /// The search found no choice, although there may be one, near these cells.
    case noChoiceFound(cells: [String])
    /// The audit did not confirm the choice for these cells.
    case notConfirmed(cells: [String])
    /// The published cells, or the relations, contradict one another.
    case audit(AuditFault)
}
