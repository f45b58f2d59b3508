public import Diagnostics
import Extraction
import Foundation
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
    /// The words of files that messages may show.
    public var words: KnownWords {
        // Making them throws nothing.
        (try? laterWords.value()).flatMap(\.self) ?? .ordinary
    }

    /// They are gathered from all that the definitions say, which nobody waits for who opens a store meanwhile.
    private let laterWords: LaterValue<KnownWords>

    /// The usable schemas by their paths.
    private let schemas: [String: XMLSchema]

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
        let texts = DefinitionTexts(
            municipality: municipality, vocabularies: vocabularies, sources: sources, files: files)
        laterWords = LaterValue(on: DispatchQueue(label: "pumpurs.words")) {
            KnownWords(of: texts.all)
        }
        // The loader names those that cannot be used.
        var schemas: [String: XMLSchema] = [:]
        for path in sources.flatMap(\.files).compactMap(\.schemaPath) {
            schemas[path] = files.first { $0.path == path }.flatMap { try? XMLSchema($0.bytes) }
        }
        self.schemas = schemas
    }

    /// Returns the schema that a file of a source must obey, or `nil` for none.
    func schema(of file: FileDefinition) -> XMLSchema? {
        file.schemaPath.flatMap { schemas[$0] }
    }
}

extension FileDefinition {
    /// The path of the schema that files of the kind must obey, or `nil` for none.
    var schemaPath: String? {
        if case .xml(let options) = format { options.schema } else { nil }
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
