import PupilSupport

/// Checks 5 and 6 of a yearly report: its figures fit one another, its comparison fits the reports that it
/// compares, and the records of sealed packages beside it give the same figures.
struct YearFigureCheck {
    private let manifest: YearManifest
    private let reading: YearReading
    private let siblings: (String) -> PackageFolder?

    init(
        _ manifest: YearManifest, _ reading: YearReading,
        _ siblings: @escaping (String) -> PackageFolder?
    ) {
        self.manifest = manifest
        self.reading = reading
        self.siblings = siblings
    }

    private var figures: YearFigures { reading.content.figures }

    func failures() -> [VerificationFailure] {
        rules() + sums() + people() + totals() + changes() + comparison() + alteredPackages()
            + recount()
    }

    private func failure(
        _ place: String, _ check: VerificationCheck = .aggregates, lv: String, en: String
    ) -> VerificationFailure {
        VerificationFailure(check, place, lv: lv, en: en)
    }

    // MARK: - Within the report

    /// The rules that look at figures alone.
    private func rules() -> [VerificationFailure] {
        let package = CheckedPackage(
            records: PackageCase(content: PackageContent(), reference: manifest.reference),
            aggregates: figures.asAggregates)
        let rules: [any SubmissionRule.Type] = [
            VAL20StatusesAddUp.self, VAL21PartsWithinWholes.self, VAL22Ages.self,
            VAL24Households.self, VAL25WithinTotal.self,
        ]
        return rules.flatMap { rule in
            rule.hits(in: package).map { hit in
                failure("\(rule.code) \(hit.row)", .rules, lv: hit.found.lv, en: hit.found.en)
            }
        }
    }

    /// Women and men are no more than all, and the year no more than all years.
    private func sums() -> [VerificationFailure] {
        var cumulative: [[String]: IndicatorValue] = [:]
        for row in figures.indicators where row.value.periodType == .cumulative {
            cumulative[[row.value.code, row.value.school]] = row.value
        }
        return figures.indicators.enumerated().compactMap { index, row in
            let value = row.value
            let place = "\(YearIndicatorRow.table.path):\(index + 2)"
            if let women = value.women, let men = value.men, let total = value.total,
                women + men > total || women < 0 || men < 0
            {
                return failure(
                    place, lv: "sievietes un vīrieši kopā ir vairāk nekā visi",
                    en: "women and men together are more than all")
            }
            guard value.periodType == .calendarYear, let total = value.total,
                let all = cumulative[[value.code, value.school]]?.total, total > all
            else { return nil }
            return failure(
                place, lv: "gadā ir vairāk nekā visos gados kopā",
                en: "the year has more than all years together")
        }
    }

    /// What the numbers of people must add up to.
    private func people() -> [VerificationFailure] {
        func year(_ item: String) -> Int { figures.item(item, .calendarYear) ?? -1 }
        func ever(_ item: String) -> Int { figures.item(item, .cumulative) ?? -1 }
        let holds =
            year("sum_of_schools") - year("duplicates") == year("supported")
            && year("new") + year("returning") == year("supported")
            && ever("complete") + ever("incomplete") == ever("grand_total")
            && year("new") + ever("before") == ever("grand_total")
            && year("supported") == figures.total("LV-834-PARTICIPANTS", .calendarYear)?.total
        return holds
            ? []
            : [
                failure(
                    YearReconciliationRow.table.path, lv: "cilvēku skaiti nesakrīt",
                    en: "the numbers of people do not add up")
            ]
    }

    private func totals() -> [VerificationFailure] {
        guard
            manifest.totals != YearManifest.Totals(figures)
                || manifest.changes != YearManifest.Changes(reading.content.changes)
        else { return [] }
        return [
            failure(
                "manifest.json", lv: "kopskaiti neatbilst tabulām",
                en: "the totals are not those of the tables")
        ]
    }

    /// What the comparison says of now is what the tables say.
    private func changes() -> [VerificationFailure] {
        let own = YearChanges(of: figures, as: manifest.state)
        return reading.content.changes.enumerated().compactMap { index, row in
            guard !own.agrees(with: row) else { return nil }
            return failure(
                "\(YearChangeRow.table.path):\(index + 2)", lv: "tabulās ir cits skaitlis",
                en: "the tables have another figure")
        }
    }

    // MARK: - Beside the report

    private func comparison() -> [VerificationFailure] {
        // What was not there when the report was written may have been found since.
        guard manifest.supersededNotCompared != true, let superseded = manifest.supersedes,
            let folder = siblings(superseded.package),
            let earlier = YearReading.manifest(of: folder)
        else { return [] }
        let expected = YearChanges(of: figures, as: manifest.state).since(
            YearReading(folder).content.figures, named: superseded.package,
            causes: YearCauses(from: earlier, to: manifest))
        return difference(expected, .revision)
    }

    private func difference(
        _ expected: [YearChangeRow], _ comparison: YearComparison
    ) -> [VerificationFailure] {
        let said = reading.content.changes.filter { $0.comparison == comparison }
        guard said != expected else { return [] }
        return [
            failure(
                YearChangeRow.table.path, lv: "salīdzinājumā iznāk citas rindas",
                en: "the comparison gives other rows")
        ]
    }

    /// The packages beside the report that are not those that it names: what it says of their semesters cannot
    /// be counted again, and silence would read as if it had been.
    private func alteredPackages() -> [VerificationFailure] {
        manifest.semesters.compactMap { semester in
            // Of one that was altered before the report was written the report says so itself.
            guard semester.state != .sealedAltered, let package = semester.package,
                let folder = siblings(package.package)
            else { return nil }
            let isSound =
                folder.file("manifest.json").map { PackageFile.fingerprint(of: $0.bytes) }
                == package.manifest && folder.isAsSealed
            return isSound
                ? nil
                : failure(
                    package.package,
                    lv:
                        "semestra \(semester.semester) pakotne blakus nav tāda, kādu to nosauc pārskats, tāpēc "
                        + "tā ieraksti NAV pārskaitīti",
                    en:
                        "the package of semester \(semester.semester) beside it is not the one that the report "
                        + "names, so its records were NOT counted again")
        }
    }

    /// Counts the year again from the records of the package of its last semester, which has those of all
    /// semesters before it, where it was made from the same files by the same definitions.
    private func recount() -> [VerificationFailure] {
        guard let last = manifest.semesters.last(where: { $0.state == .sealed }),
            last.semester == manifest.reference.semester, let package = last.package,
            let folder = siblings(package.package), let file = folder.file("manifest.json"),
            PackageFile.fingerprint(of: file.bytes) == package.manifest, folder.isAsSealed,
            let own = try? PackageJSON.value(PackageManifest.self, from: file.bytes),
            own.inputs == manifest.inputs, own.definitions == manifest.definitions,
            own.sensitiveIncluded == manifest.sensitiveIncluded
        else { return [] }
        let records = PackageReading(folder, own)
        guard records.isWhole else { return [] }
        let counted = YearFigures(
            counting: records.content, manifest.reference, as: manifest.state)
        var earlier = manifest.reference
        earlier.calendarYear = manifest.reportPeriod.year - 1
        let before = YearFigures(counting: records.content, earlier, as: manifest.state)
        return differences(figures.indicators, counted.indicators)
            + differences(figures.reconciliation, counted.reconciliation)
            // Prices rest on the claims of a revision; the units do not.
            + differences(figures.units.map(\.withoutPrice), counted.units.map(\.withoutPrice))
            + difference(
                YearChanges(of: counted, as: manifest.state)
                    .sinceYear(before, manifest.reportPeriod.year - 1), .previousYear)
    }

    private func differences<Record: PackageRecord>(
        _ said: [Record], _ counted: [Record]
    ) -> [VerificationFailure] {
        guard said != counted else { return [] }
        let known = Set(counted)
        let wrong = said.enumerated().filter { !known.contains($0.element) }.map { $0.offset + 2 }
        return (wrong.isEmpty ? [0] : wrong).map { line in
            failure(
                line == 0 ? Record.table.path : "\(Record.table.path):\(line)",
                lv: "no semestru pakotņu ierakstiem iznāk cits skaitlis",
                en: "the records of the semesters' packages give another figure")
        }
    }
}

extension YearUnitRow {
    fileprivate var withoutPrice: YearUnitRow {
        var row = self
        row.computed = nil
        return row
    }
}
