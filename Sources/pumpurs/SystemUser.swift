import Glibc

/// The user of the system who runs the program.
enum SystemUser {
    /// The name, or the number where there is no name.
    static var name: String {
        let number = geteuid()
        guard let entry = getpwuid(number), let name = entry.pointee.pw_name else {
            return "\(number)"
        }
        return String(cString: name)
    }
}
