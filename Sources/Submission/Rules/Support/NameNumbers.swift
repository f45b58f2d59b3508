/// Gives names small numbers, so that a million rows can be grouped by them quickly.
struct NameNumbers: Sendable {
    private var numbers: [String: Int] = [:]
    private(set) var names: [String] = []

    /// Returns the number of a name that has one.
    func known(_ name: String) -> Int? { numbers[name] }

    /// Returns the number of a name, always the same one.
    mutating func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        let number = names.count
        numbers[name] = number
        names.append(name)
        return number
    }
}
