import CMemory

/// What becomes of memory that was freed.
public enum FreedMemory {
    /// Lets freed memory serve again in this process, which makes the reading of large files quicker.
    public static func serveAgain() { cmemory_keep_freed() }
}
