import Glibc

/// The place of a path on the disk, whatever links and dots lead there.
enum RealPath {
    /// Returns the place; of what is not there yet, the place it would have.
    static func text(of path: String) -> String {
        var existing = path.isEmpty ? "." : path
        var missing: [Substring] = []
        while true {
            if let real = realpath(existing, nil) {
                defer { free(real) }
                let base = String(cString: real)
                let rest = missing.reversed().joined(separator: "/")
                return rest.isEmpty ? base : (base == "/" ? "" : base) + "/" + rest
            }
            while existing.count > 1, existing.last == "/" { existing.removeLast() }
            guard let slash = existing.lastIndex(of: "/") else {
                guard existing != "." else { return path }
                missing.append(Substring(existing))
                existing = "."
                continue
            }
            missing.append(existing[existing.index(after: slash)...])
            existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
        }
    }
}
