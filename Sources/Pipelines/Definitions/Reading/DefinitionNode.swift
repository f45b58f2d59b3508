import Diagnostics

/// A node of a definition: text, a list or a mapping, with its place.
///
/// All scalars are text, quoted or not: `no` and `05` mean what they say. Aliases do not occur.
struct DefinitionNode {
    /// What the node holds.
    enum Content {
        /// A scalar, as written.
        case text(String, isQuoted: Bool)
        /// A list.
        case list([DefinitionNode])
        /// A mapping, in the order of the file; each key stands once.
        case mapping([DefinitionEntry])
    }

    /// What the node holds.
    let content: Content
    /// Where the node begins.
    let position: InputPosition
}

/// A key of a mapping with its value.
struct DefinitionEntry {
    /// The key.
    let key: String
    /// Where the key stands.
    let keyPosition: InputPosition
    /// What stands behind the key.
    let node: DefinitionNode
}
