import Glibc

/// Finds folders in which everybody may write.
public enum OpenFolder {
    /// Returns the folder, or the nearest above it, in which everybody may write, or `nil` when there is none.
    ///
    /// Above it those are left out in which nobody can move what belongs to somebody else, such as `/tmp`.
    public static func above(_ path: String) -> String? {
        var folder = RealPath.text(of: path)
        var isItself = true
        while true {
            var status = stat()
            if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
                status.st_mode & S_IWOTH != 0, isItself || status.st_mode & S_ISVTX == 0
            {
                return folder
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
            isItself = false
        }
    }
}
