/// What becomes of a DOCTYPE.
public enum DocumentTypePolicy: String, Sendable, CaseIterable {
    /// It refuses the file.
    case refuse
    /// It is passed over, and what it names is not loaded; one that declares anything itself refuses the
    /// file all the same, for it would change what the file says.
    case ignore
}

/// How an XML file is read, as the definition of its source pins it.
public struct XMLOptions: Hashable, Sendable {
    /// The namespace that each prefix of the definition's paths stands for.
    public var namespaces: [String: String]
    /// The path of a schema (XSD) that the file must obey, or `nil` for none.
    public var schema: String?
    /// What becomes of a DOCTYPE.
    public var documentType: DocumentTypePolicy

    /// Creates options.
    public init(
        namespaces: [String: String] = [:], schema: String? = nil,
        documentType: DocumentTypePolicy = .refuse
    ) {
        self.namespaces = namespaces
        self.schema = schema
        self.documentType = documentType
    }
}
