import Crypto
public import Diagnostics
import GRDB
import GRDBSQLite
import Glibc

/// Why the store cannot be used.
public enum StoreError: Error, Hashable, CustomStringConvertible {
    /// The store was written by a newer version of the program.
    case newerSchema(path: String)
    /// The store was written by an older version of the program, and whoever only reads leaves it so.
    case olderSchema(path: String)
    /// There is no store.
    case missing(path: String)
    /// The key file is missing though the store holds people.
    case keyMissing(path: String)
    /// The key file is not the one that the people of the store were entered with.
    case keyReplaced(path: String)
    /// Another run works with the store.
    case inUse(path: String)
    /// The key of a new store was named and is not there.
    case keyNotMade(path: String)
    /// The key file can be read by others, is a link, too short, or not random.
    case keyUnsafe(path: String, fault: KeyFault)
    /// Others than the owner may read or write a file of the state.
    case openToOthers(path: String)
    /// The access log cannot be written, so the vault stays shut.
    case accessLogUnwritable(path: String, reason: MessageText)
    /// The system refused to read or write.
    case inaccessible(path: String, reason: MessageText)
    /// The store is not there or empty, though what belongs to it lies beside it.
    case lost(path: String, beside: String)
    /// The database is another program's.
    case foreign(path: String)
    /// The vault holds nobody, though the store knows people.
    case vaultLost(path: String)
    /// A file of the archive is not there, or not what was accepted.
    case archiveDamaged(path: String)
    /// A file of the archive is sealed under a key that was lost and given up.
    case archiveShut(path: String)
    /// A folder lies where a file of the archive belongs.
    case folderInPlace(path: String)
    /// Something that is to be copied is no file.
    case noFile(path: String)
    /// A copy cannot be written.
    case cannotWrite(path: String, reason: MessageText)
    /// The archive has sealed files, and the store's key does not open the key of theirs.
    case archiveKeyLost(path: String)
    /// A file of the archive was removed by rule.
    case archiveRemoved(FileRekeying.Cause)
    /// What a file of the store holds is not what was written.
    case damaged(path: String, reason: MessageText)

    /// Returns what an error of the database says of the store of a folder; a store's own error stays.
    ///
    public init(_ error: any Error, folder: String) {
        self = Self.error(error, path: "\(folder)/pumpurs.sqlite")
    }

    static func error(_ error: any Error, path: String) -> StoreError {
        switch error {
        case let error as StoreError: return error
        case let error as DatabaseError:
            let code = error.resultCode
            // The words for a code name nothing of the store, as those for an error would.
            let words = String(cString: sqlite3_errstr(error.extendedResultCode.rawValue))
            let reason = MessageText.database(error.extendedResultCode.rawValue, words: words)
            let isUnusable = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(code)
            return isUnusable
                ? .damaged(path: path, reason: reason)
                : .inaccessible(path: path, reason: reason)
        default: return .inaccessible(path: path, reason: MessageText(same: "\(error)"))
        }
    }

    /// Returns what is said of a place of a file at which a folder lies, or `nil` when none does.
    static func folder(inPlaceOf path: String) -> StoreError? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return .folderInPlace(path: path)
    }

    /// Returns what an error of opening sealed entries says of a vault: what does not open under the
    /// store's own key was altered.
    static func vaultError(_ error: any Error, path: String) -> StoreError {
        error is CryptoKitError
            ? .damaged(path: path, reason: MessageText(same: "AES-GCM"))
            : Self.error(error, path: path)
    }

    /// What is wrong, and how to mend it, in English.
    public var description: String { message.en }
}
