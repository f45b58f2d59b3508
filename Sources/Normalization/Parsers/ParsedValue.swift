import Diagnostics

/// What a parser makes of the text of a cell.
enum ParsedValue {
    /// The integer of the model.
    case value(Int)
    /// Nothing, as for a blank cell.
    case missing
    /// A term that says that there is none, such as "no risk": no record is made of it.
    case none
    /// A rule that the text breaks, with the values for the rule's texts.
    case fault(Rule, [String: String])
}
