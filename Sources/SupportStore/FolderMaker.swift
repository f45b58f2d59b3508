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
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in parts {
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
