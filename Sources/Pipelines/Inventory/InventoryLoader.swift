public import Diagnostics
import PupilSupport

/// Reads and checks the inventory of data of a folder of definitions.
///
/// It is read apart from the other definitions: no figure rests on it, so it is no part of their
/// fingerprint, and a word of it that changes makes no report and no package another one.
public struct InventoryLoader {
    /// The file, below the folder of the definitions.
    public static let path = "privacy/inventory.yaml"

    private let folder: String
    private let definitions: Definitions

    /// Takes the folder as the user names it, and what else the definitions say.
    public init(folder: String, definitions: Definitions) {
        self.folder = folder
        self.definitions = definitions
    }

    /// Returns the inventory, or `nil` when anything is wrong, and what is wrong.
    ///
    /// - Parameter isNeeded: Whether a file that is not there is a fault.
    /// - Throws: An error of the database that the schema is read from.
    public func load(needed isNeeded: Bool = true) throws -> (DataInventory?, [Diagnostic]) {
        let problems = DefinitionProblems()
        let folder = DefinitionFolder(path: folder, problems: problems)
        let files = folder.files() ?? []
        guard let file = files.first(where: { $0.path == Self.path }) else {
            if isNeeded {
                problems.report(
                    DefinitionRules.missingFile, at: InputPosition(file: self.folder),
                    ["file": Self.path])
            }
            return (nil, problems.sorted())
        }
        for other in files where other.path.hasPrefix("privacy/") && other.path != Self.path {
            folder.reportUnread(
                other.path,
                .init(lv: "tas nav inventārs", en: "it is not the inventory"), hint: Self.path)
        }
        let schema = Dictionary(
            uniqueKeysWithValues: try InventoryArea.allCases.map { ($0, try $0.tables()) })
        let document = DefinitionDocument.read(
            file.bytes, path: folder.typed(file.path), keys: InventoryDecoder.keys,
            problems: problems)
        let inventory = document.flatMap(
            InventoryDecoder(definitions: definitions, schema: schema).decode)
        let diagnostics = problems.sorted()
        return (diagnostics.isEmpty ? inventory : nil, diagnostics)
    }
}
