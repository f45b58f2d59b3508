import Diagnostics
import Foundation
import Glibc

/// The folder of definitions as files.
struct DefinitionFolder {
    private static let extensions: Set<String> = ["yaml", "sql", "xsd", "json", "png", "svg"]

    /// The folder as the user names it.
    let path: String
    /// Where problems go.
    let problems: DefinitionProblems

    /// Returns a file's path as the user would type it.
    func typed(_ relative: String) -> String {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return folder.hasSuffix("/") ? folder + relative : "\(folder)/\(relative)"
    }

    /// Returns the files sorted by path, or `nil` when there is no such folder.
    func files() -> [DefinitionFile]? {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard exists, isFolder.boolValue,
            // Of a link to a folder only what it leads to has paths below it.
            let paths = try? FileManager.default.subpathsOfDirectory(
                atPath: URL(filePath: path).resolvingSymlinksInPath().path)
        else {
            problems.report(
                DefinitionRules.noFolder, at: InputPosition(file: path), ["folder": path])
            return nil
        }
        let visible = paths.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        var files: [DefinitionFile] = []
        for path in visible.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let ending = (path as NSString).pathExtension
            if ending == "yml" {
                reportUnread(
                    path, .init(lv: "tas beidzas ar .yml", en: "it ends in .yml"),
                    hint: String(path.dropLast(3)) + "yaml")
            }
            guard Self.extensions.contains(ending) else { continue }
            guard isFile(path), let data = FileManager.default.contents(atPath: typed(path)) else {
                problems.report(
                    DefinitionRules.unreadableFile, at: InputPosition(file: typed(path)))
                continue
            }
            files.append(DefinitionFile(path: path, bytes: [UInt8](data)))
        }
        return files
    }

    /// Whether a path leads to a file: opening a pipe would wait for somebody to write to it.
    private func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(typed(path), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Reports a file that nothing reads.
    func reportUnread(_ path: String, _ reason: MessageText, hint: String? = nil) {
        let words = hint.map { hint in
            MessageText(lv: "vai domājāt '\(hint)'? ", en: "did you mean '\(hint)'? ")
        }
        problems.report(
            DefinitionRules.unexpectedFile, at: InputPosition(file: typed(path)),
            phrases: ["reason": reason, "hint": words ?? MessageText(lv: "", en: "")])
    }
}
