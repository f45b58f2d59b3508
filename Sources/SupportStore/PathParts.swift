/// The parts of a path as it was given.
///
/// Foundation's way to the folder of a path ends the program where the path is one character.
public enum PathParts {
    /// Returns the folder that a path lies in: `/` for the root and what lies in it, nothing for a name alone.
    public static func folder(of path: String) -> String {
        let slash = UInt8(ascii: "/")
        var rest = Array(path.utf8)[...]
        while rest.count > 1, rest.last == slash { rest.removeLast() }
        guard let last = rest.lastIndex(of: slash) else { return "" }
        rest = rest[..<last]
        while rest.last == slash { rest.removeLast() }
        return rest.isEmpty ? "/" : String(decoding: rest, as: UTF8.self)
    }
}
