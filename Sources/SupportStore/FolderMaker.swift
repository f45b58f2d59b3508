import Glibc

/// Makes folders that only their owner can look into.
public enum FolderMaker {
    /// Makes a folder and those above it, where they are not there.
    ///
    /// - Returns: The system's error, or 0.
    public static func make(_ path: String) -> Int32 {
        // Most are there already, and all above them.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return 0 }
        return make(path, startingFrom: path.hasPrefix("/") ? "/" : "")
    }

    /// Makes a folder within another that must be there, and those between them.
    ///
    /// - Returns: The system's error, or 0.
    public static func make(_ name: String, in folder: String) -> Int32 {
        make(name, startingFrom: folder)
    }

    private static func make(_ path: String, startingFrom start: String) -> Int32 {
        var folder = start
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            folder += folder.isEmpty || folder == "/" ? "\(part)" : "/\(part)"
            guard mkdir(folder, 0o700) != 0 else { continue }
            // A folder that is there may stand where none can be made.
            let code = errno
            var status = stat()
            guard stat(folder, &status) == 0 else { return code }
            guard status.st_mode & S_IFMT == S_IFDIR else { return ENOTDIR }
        }
        return 0
    }
}
