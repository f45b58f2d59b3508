public import SupportStore

/// What became of a store of which a key was lost.
public struct KeyRecovery: Sendable {
    /// The change of the store's key, or `nil` when that was there and the archive's alone was lost.
    public internal(set) var change: KeyChangeResult?
    /// Whether the archive has a new key, for the lost one came from nowhere.
    public internal(set) var hasNewArchiveKey = false
    /// The number of exports that the inbox had and that were sealed anew.
    public internal(set) var sealedAnew = 0
    /// The number of exports that had stayed shut before and that the key from other hands opened.
    public internal(set) var reopened = 0
    /// The number of people who still cannot be named, where the key was left as it is.
    public internal(set) var stillUnnamed = 0
    /// The number of exports that do not open any more.
    public internal(set) var missing = 0

    init() {}

    /// Whether everybody and everything was recovered.
    public var isWhole: Bool {
        missing == 0 && stillUnnamed == 0 && change?.isWhole != false
    }
}
