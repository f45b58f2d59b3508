/// Things that are handed out one by one, as often as somebody asks, so that nobody has to hold all.
public struct HandedOut<Element>: Sendable {
    private let visit: @Sendable ((Element) throws -> Void) throws -> Void

    /// Creates a source.
    ///
    /// - Parameter visit: Hands each to a body, in the same order each time.
    public init(_ visit: @escaping @Sendable (_ body: (Element) throws -> Void) throws -> Void) {
        self.visit = visit
    }

    /// Creates a source of what is held.
    public init(_ elements: [Element]) where Element: Sendable {
        visit = { body in try elements.forEach(body) }
    }

    /// Hands each to a body.
    ///
    /// - Throws: What keeps them from being read, and what the body throws.
    public func forEach(_ body: (Element) throws -> Void) throws { try visit(body) }
}
