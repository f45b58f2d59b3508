/// Who does work that can be done in any order; this module has no threads of its own.
public protocol Workers: Sendable {
    /// Returns what is made of each element, in the order of the elements.
    func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ make: @Sendable (Element) -> Value
    ) -> [Value]
}

/// Does one thing after the other.
public struct OneWorker: Workers {
    /// Creates a worker.
    public init() {}

    /// Returns what is made of each element, in the order of the elements.
    public func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ make: @Sendable (Element) -> Value
    ) -> [Value] {
        elements.map { make($0) }
    }
}
