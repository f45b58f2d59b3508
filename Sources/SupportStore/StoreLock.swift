import Glibc

/// The right to work with a state folder, which one run has at a time.
///
/// The system lets go of it when the process ends, however it ends.
final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of a folder.
    ///
    /// - Parameters:
    ///   - folder: The state folder.
    ///   - seconds: How long to wait for another run to end.
    /// - Throws: ``StoreError/inUse(path:)`` when another run holds it still.
    init(folder: String, waiting seconds: Int) throws(StoreError) {
        let path = "\(folder)/pumpurs.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .inaccessible(path: path, reason: .system(errno))
        }
        var tries = seconds * 10
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            guard code == EWOULDBLOCK || code == EINTR else {
                close(descriptor)
                throw .inaccessible(path: path, reason: .system(code))
            }
            guard tries > 0 else {
                close(descriptor)
                throw .inUse(path: path)
            }
            tries -= 1
            usleep(100_000)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
