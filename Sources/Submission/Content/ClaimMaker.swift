import PupilSupport

/// Makes claims from the sessions that are eligible: the units of each measure, plan and month, and their
/// price where a rate is configured.
///
/// Rows of an earlier revision stay as they were; what has changed since is a row of its own, negative where
/// units go back (esf.md, SCO-6).
public struct ClaimMaker {
    private let reference: PackageReference
    private let rates: [String: [UnitRate]]

    /// Takes the rates of a package.
    public init(_ reference: PackageReference) {
        self.reference = reference
        rates = Dictionary(grouping: reference.rates, by: \.item)
    }

    private struct Key: Hashable {
        let item: String
        let year: Int
        let month: Int
        let rate: String
        let plan: String
    }

    /// Returns the claims.
    ///
    /// - Parameters:
    ///   - sessions: The sessions, eligible and not.
    ///   - earlier: The claims of the revision that is replaced; empty for the first.
    ///   - revision: The revision that is made, `r02`.
    public func claims(
        for sessions: [Consultation], after earlier: [Claim], revision: String
    ) -> [Claim] {
        let now = units(of: sessions)
        guard !earlier.isEmpty else {
            return now.map { key, units in claim(key, units, type: "iap", reference: key.plan) }
        }
        var before: [Key: Int] = [:]
        for claim in earlier {
            guard let year = claim.year, let month = claim.month else { continue }
            let plan = String(claim.reference.prefix { $0 != "@" })
            let key = Key(
                item: claim.item, year: year, month: month, rate: claim.rate, plan: plan)
            before[key, default: 0] += claim.units ?? 0
        }
        let changes = Set(now.keys).union(before.keys).compactMap { key -> Claim? in
            let difference = now[key, default: 0] - before[key, default: 0]
            guard difference != 0 else { return nil }
            return claim(
                key, difference, type: "correction", reference: "\(key.plan)@\(revision)")
        }
        return earlier + changes
    }

    private func units(of sessions: [Consultation]) -> [Key: Int] {
        var units: [Key: Int] = [:]
        for session in sessions where session.isEligible {
            guard let date = session.date, let minutes = session.minutes else { continue }
            let rate = rates[session.measure]?.first { $0.isValid(on: date) }
            let key = Key(
                item: session.measure, year: date.year, month: date.month, rate: rate?.id ?? "",
                plan: session.plan)
            units[key, default: 0] += minutes
        }
        return units
    }

    private func claim(_ key: Key, _ units: Int, type: String, reference: String) -> Claim {
        var claim = Claim()
        claim.operation = self.reference.operation.number
        claim.item = key.item
        claim.year = key.year
        claim.month = key.month
        claim.costType = units < 0 ? .unitCostDeduction : .unitCost
        claim.referenceType = type
        claim.reference = reference
        claim.units = units
        claim.unit = "minutes"
        claim.rate = key.rate
        if let rate = rates[key.item]?.first(where: { $0.id == key.rate }) {
            claim.computed = ExactAmount(rate.euro)?.price(of: units, per: rate.minutes)
        }
        return claim
    }
}
