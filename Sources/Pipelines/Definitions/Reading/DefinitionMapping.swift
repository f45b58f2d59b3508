import Diagnostics

/// A mapping of a definition with a fixed set of keys.
struct DefinitionMapping {
    /// The mapping as a value, for its place.
    let value: DefinitionValue
    private let entries: [String: DefinitionEntry]
    /// Keys that a misspelt key probably stands for: reporting them missing too would only confuse.
    private let probablyMisspelt: Set<String>

    /// Creates a mapping and reports every key that is not among those given.
    init(value: DefinitionValue, entries: [DefinitionEntry], keys: [String]) {
        self.value = value
        var known: [String: DefinitionEntry] = [:]
        var misspelt: Set<String> = []
        for entry in entries {
            guard keys.contains(entry.key) else {
                value.problems.report(
                    DefinitionRules.unknownKey, at: entry.keyPosition,
                    ["key": entry.key, "allowed": keys.joined(separator: ", ")],
                    phrases: ["hint": Hint.near(entry.key, among: keys)])
                misspelt.formUnion(Suggestions.nearest(to: entry.key, among: keys, limit: 1))
                continue
            }
            known[entry.key] = entry
        }
        self.entries = known
        probablyMisspelt = misspelt
    }

    /// The value of a key, or `nil` when the key is not given.
    subscript(key: String) -> DefinitionValue? {
        entries[key].map(value.value(of:))
    }

    /// Returns the value of a key, or reports that the key is missing.
    func required(_ key: String) -> DefinitionValue? {
        if let value = self[key] { return value }
        if !probablyMisspelt.contains(key) {
            value.report(DefinitionRules.missingKey, ["key": key])
        }
        return nil
    }

    /// The place of a key, or that of the mapping when the key is not given.
    func position(of key: String) -> InputPosition {
        entries[key]?.keyPosition ?? value.position
    }

    /// Reports a problem at a key.
    func report(
        _ rule: Rule, at key: String, _ details: [String: String] = [:],
        phrases: [String: MessageText] = [:]
    ) {
        value.problems.report(rule, at: position(of: key), details, phrases: phrases)
    }
}
