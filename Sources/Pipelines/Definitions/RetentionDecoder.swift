import PupilSupport

/// Decodes how long what identifies people is kept.
struct RetentionDecoder {
    func decode(_ value: DefinitionValue) -> Retention? {
        let keys = ["retain_until", "inbox_copies_days", "log_months", "basis", "hold"]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let date = mapping["retain_until"].map { $0.date() }
        let days = mapping["inbox_copies_days"].map { $0.integer(0...36_500) }
        let months = mapping["log_months"].map { $0.integer(1...1_200) }
        let basis = mapping["basis"].map { $0.localizedText() }
        let hold = mapping["hold"].map(hold(_:))
        // What stands there must have been readable; a rule is never half kept.
        if case .some(nil) = date { return nil }
        if case .some(nil) = days { return nil }
        if case .some(nil) = months { return nil }
        if case .some(nil) = basis { return nil }
        if case .some(nil) = hold { return nil }
        if days != nil, date == nil {
            mapping.report(DefinitionRules.copiesWithoutDate, at: "inbox_copies_days")
            return nil
        }
        if let date, let date, basis == nil {
            mapping.report(
                DefinitionRules.dateWithoutBasis, at: "retain_until", ["day": date.description])
            return nil
        }
        return Retention(
            retainUntil: date ?? nil, inboxCopiesDays: days ?? nil, logMonths: months ?? nil,
            basis: basis ?? nil, hold: hold ?? nil)
    }

    private func hold(_ value: DefinitionValue) -> Retention.Hold? {
        guard let mapping = value.mapping(keys: ["until", "reason"]) else { return nil }
        let until = mapping["until"].map { $0.date() }
        let reason = mapping.required("reason")?.localizedText()
        if case .some(nil) = until { return nil }
        guard let reason else { return nil }
        return Retention.Hold(until: until ?? nil, reason: reason)
    }
}
