public import Normalization
public import PupilSupport

/// Everything that the folder of definitions says, read and checked.
public struct Definitions: Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// The vocabularies, all that the model knows.
    public let vocabularies: [VocabularyName: Vocabulary]
    /// The sources, by code.
    public let sources: [SourceDefinition]
    /// The worked examples by the code of their source.
    public let examples: [String: [WorkedExample]]
    /// Every file of the folder that says something, sorted by path, so that a hash of them stands
    /// for the definitions.
    public let files: [DefinitionFile]

    /// Creates definitions.
    public init(
        municipality: Municipality, vocabularies: [VocabularyName: Vocabulary],
        sources: [SourceDefinition], examples: [String: [WorkedExample]], files: [DefinitionFile]
    ) {
        self.municipality = municipality
        self.vocabularies = vocabularies
        self.sources = sources
        self.examples = examples
        self.files = files
    }
}

/// A file of the folder of definitions.
public struct DefinitionFile: Hashable, Sendable {
    /// The path from the folder, with `/` between names.
    public let path: String
    /// The content.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
