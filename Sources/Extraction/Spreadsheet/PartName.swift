/// The names of the parts of a workbook, which are paths within its ZIP file.
enum PartName {
    /// Whether a name leads to a place within the archive.
    static func isWithin(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/")
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    /// Returns the name of the part that holds the relations of a part.
    static func relations(of name: String) -> String {
        let (folder, file) = split(name)
        return "\(folder)_rels/\(file).rels"
    }

    /// Returns the part that a relation of another part leads to, or `nil` when it leads out.
    static func resolve(_ target: String, from source: String) -> String? {
        let target = decoded(target.replacing("\\", with: "/"))
        let start = target.hasPrefix("/") ? "" : split(source).folder
        var steps: [Substring] = []
        for step in (start + target).split(separator: "/") where step != "." {
            guard step == ".." else {
                steps.append(step)
                continue
            }
            guard steps.popLast() != nil else { return nil }
        }
        return steps.isEmpty ? nil : steps.joined(separator: "/")
    }

    private static func split(_ name: String) -> (folder: Substring, file: Substring) {
        guard let slash = name.lastIndex(of: "/") else { return ("", name[...]) }
        return (name[...slash], name[name.index(after: slash)...])
    }

    /// Replaces `%20` and its like.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
