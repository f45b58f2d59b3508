import PupilSupport

/// What a manifest says that follows from the records, so that whoever has the package can compute it again.
extension PackageManifest {
    /// Returns the last day of which a record says anything; without any, the last of the period.
    public static func dataAsOf(_ content: PackageContent, periodEnd: String) -> String {
        content.consultations.compactMap(\.date).max()?.description ?? periodEnd
    }
}

extension PackageManifest.Rates {
    /// How amounts are rounded.
    static let rounding = "Summa = minūtes × likme, noapaļota vienreiz līdz centiem, pusi uz augšu."

    /// Says which rates amounts are computed by.
    public init(of reference: PackageReference) throws {
        self.init(
            count: reference.rates.count,
            sha256: PackageFile.fingerprint(of: Array(try PackageJSON.bytes(of: reference.rates))),
            rounding: Self.rounding)
    }
}

extension PackageManifest.Disclosure {
    /// Counts what is hidden.
    ///
    /// - Parameters:
    ///   - rows: The figures of the public part.
    ///   - aggregates: The exact ones.
    ///   - threshold: The least number of people behind a figure.
    ///   - reference: What the package was compared with.
    public init(
        _ rows: [PublicRow], against aggregates: PackageAggregates, threshold: Int,
        reference: PackageReference
    ) {
        let exact = aggregates.semesterFigures
        let hidden = rows.filter { $0.status == "c" }
        let primary = hidden.count { row in
            row.exactValue(in: exact).map { $0 > 0 && $0 < threshold } ?? false
        }
        self.init(
            method: "suppression", threshold: threshold, primary: primary,
            complementary: hidden.count - primary,
            auditedReleases: reference.previous.map { [$0.package] } ?? [])
    }
}
