import Diagnostics

/// What a parser makes of the text of a cell.
enum ParsedValue {
    /// The integer of the model.
    case value(Int)
    /// Nothing, as for a blank cell.
    case missing
    /// A rule that the text breaks, with the values for the rule's texts.
    case fault(Rule, [String: String])
}
