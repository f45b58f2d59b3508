/// How an XML file is read, as the definition of its source pins it.
public struct XMLOptions: Hashable, Sendable {
    /// The namespace that each prefix of the definition's paths stands for.
    public var namespaces: [String: String]
    /// The path of a schema (XSD) that the file must obey, or `nil` for none.
    public var schema: String?

    /// Creates options.
    public init(namespaces: [String: String] = [:], schema: String? = nil) {
        self.namespaces = namespaces
        self.schema = schema
    }
}
