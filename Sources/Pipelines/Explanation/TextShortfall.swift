/// That source texts which were asked for could not be shown.
public enum TextShortfall: Hashable, Sendable {
    /// Some were shown and others not.
    case some
    /// None was shown.
    case all(Cause)

    /// Why none was shown.
    public enum Cause: Int, Hashable, Sendable, Comparable {
        /// They are not there any more, or the definitions do not lead to them.
        case gone
        /// The archive lacks the files, or cannot be read.
        case archive
        /// The key is missing, not safe, or not the store's.
        case key

        /// Whether the first is less urgent to mend.
        public static func < (first: Self, second: Self) -> Bool {
            first.rawValue < second.rawValue
        }
    }
}

extension SourceProblem {
    /// What kind of cause it is.
    var cause: TextShortfall.Cause {
        switch self {
        case .removed, .otherDefinitions: .gone
        case .notArchived, .shut, .folderInPlace, .unreadable, .keyLost: .archive
        case .withoutKey, .otherKey: .key
        }
    }
}

extension SourceTexts {
    /// What could not be shown, or `nil` when everything was.
    var shortfall: TextShortfall? {
        guard shownCount < wantedCount else { return nil }
        return shownCount > 0 ? .some : .all(problems.values.map(\.cause).max() ?? .gone)
    }
}
