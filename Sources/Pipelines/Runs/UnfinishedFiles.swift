import SupportStore

/// What a run has begun to write beside its place.
public enum UnfinishedFiles {
    /// Takes away what this process has begun and not finished, and ends it.
    public static func remove(andThen end: () -> Never) -> Never {
        TemporaryPaths.removeAll(andThen: end)
    }
}
