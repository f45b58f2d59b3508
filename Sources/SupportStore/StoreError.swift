/// Why the store cannot be used.
public enum StoreError: Error, Hashable, CustomStringConvertible {
    /// The store was written by a newer version of the program.
    case newerSchema(path: String)
    /// The key file is missing though the store holds people.
    case keyMissing(path: String)
    /// The key file is not the one that the people of the store were entered with.
    case keyReplaced(path: String)
    /// Another run works with the store.
    case inUse(path: String)
    /// The key file can be read by others, is a link, too short, or not random.
    case keyUnsafe(path: String, reason: String)
    /// The system refused to read or write.
    case inaccessible(path: String, reason: String)

    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .newerSchema(let path):
            "the store \(path) was written by a newer version of pumpurs; install that version"
        case .keyMissing(let path):
            "the key \(path) is missing, and without it nobody in the store can be recognised; "
                + "restore it from the backup, or begin with an empty state folder"
        case .keyReplaced(let path):
            "the key \(path) is not the one that this store was made with, and under it everybody "
                + "would be counted as somebody new; restore the right key from the backup"
        case .inUse(let path):
            "another run works with the store (\(path) is locked); wait until it has ended, or give "
                + "--lock-wait the number of seconds to wait for it"
        case .keyUnsafe(let path, let reason):
            "the key \(path) is not safe: \(reason); it must be a file of at least 32 random bytes "
                + "that only its owner can read (chmod 600)"
        case .inaccessible(let path, let reason):
            "\(path): \(reason)"
        }
    }
}
