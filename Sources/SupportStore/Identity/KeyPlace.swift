import Glibc

/// Where the key of a store lies.
///
/// A key apart from the state lets the two be kept, and backed up, in different hands
/// (esf.md, GDPR-3). The key itself is never an argument: arguments are seen by every process.
public struct KeyPlace: Hashable, Sendable {
    /// What named the place.
    public enum Origin: Hashable, Sendable {
        /// The option `--key-file`.
        case option
        /// The folder of credentials that systemd hands to a service (`LoadCredential=`).
        case credential
        /// The variable `PUMPURS_KEY_FILE`.
        case variable
        /// Nothing: it lies in the state folder.
        case state
    }

    /// What named the place.
    public let origin: Origin
    private let named: String?

    /// The key lies in the state folder.
    public static let state = KeyPlace(option: nil, credentials: nil, variable: nil)

    /// The name of a key's file, in a state folder and among credentials.
    public static let fileName = "pumpurs.key"

    /// Chooses the place: the first that is named.
    ///
    /// - Parameters:
    ///   - option: The path that the command line names.
    ///   - credentials: The folder of credentials; it counts when it holds a file `pumpurs.key`, for a
    ///     service may have other credentials.
    ///   - variable: The path that the environment names; an empty one names nothing.
    public init(option: String?, credentials: String?, variable: String?) {
        let credential = credentials.map { "\($0)/\(Self.fileName)" }
        if let option {
            (origin, named) = (.option, option)
        } else if let credential, credentials?.isEmpty == false, access(credential, F_OK) == 0 {
            (origin, named) = (.credential, credential)
        } else if let variable, !variable.isEmpty {
            (origin, named) = (.variable, variable)
        } else {
            (origin, named) = (.state, nil)
        }
    }

    /// Returns the path of the key's file for a state folder.
    public func path(in folder: String) -> String { named ?? "\(folder)/\(Self.fileName)" }
}
