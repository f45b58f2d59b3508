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
    /// The number of erasures whose people would not be known again in a later file, for the keys that told them
    /// are lost.
    public internal(set) var unrecognisedErasures = 0
    /// The tickets of the people who were erased and came again while nothing told who they were.
    public internal(set) var erasedAgain: [String] = []

    init() {}

    /// Whether everybody and everything was recovered.
    public var isWhole: Bool {
        missing == 0 && stillUnnamed == 0 && change?.isWhole != false
            && unrecognisedErasures == 0 && erasedAgain.isEmpty
    }
}
