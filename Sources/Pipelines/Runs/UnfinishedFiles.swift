import SupportStore

/// What a run has begun to write beside its place.
public enum UnfinishedFiles {
    /// Takes away what this process has begun and not finished; to be called when it is about to end.
    public static func remove() { TemporaryPaths.removeAll() }
}
