import Foundation
import PupilSupport
import Submission

/// Seals a package of many copies of a sample, step by step as the product does once the store was read.
struct Sealing {
    let sample: Sample
    let multiplication: Multiplication

    /// Makes the files and writes them below a folder.
    func run(below output: String) throws {
        var meter = Meter()
        let reference = multiplication.reference(sample.manifest.reference)
        var content = multiplication.records(sample.content)
        content.claims = meter.measure("claims of sessions") {
            ClaimMaker(reference).claims(for: content.consultations, after: [], revision: "r01")
        }
        meter.measure("records into their order") { content.sort() }
        let records = meter.measure("PackageCase: records looked up") {
            PackageCase(content: content, reference: reference)
        }
        let aggregates = meter.measure("PackageAggregates: figures counted") {
            PackageAggregates(counting: records)
        }
        let rules = meter.measure("rules, VAL-01 to VAL-57") {
            let checked = CheckedPackage(
                records: records, aggregates: aggregates, arePublicFilesEqual: true)
            return SubmissionRules.all.map { CheckedRule($0, in: checked) }
        }
        var manifest = sample.manifest
        let reports = try meter.measure("what the rules said, as files") {
            try self.reports(of: rules, &manifest)
        }
        manifest.reference = reference
        manifest.inputs = multiplication.inputs(manifest.inputs)
        manifest.totals = PackageManifest.Totals(aggregates)
        let rows = multiplication.publicRows(sample.publicRows, of: aggregates)
        let publicFiles = try meter.measure("public part but for its page") {
            try PublicSummary(manifest, rows: rows)?.files() ?? []
        }
        let page = PackageFile(
            path: PublicSummary.pagePath, bytes: sample.page, audience: .public)
        let words = reference.publicWords
        let files = try meter.measure("PackageAssembly: CSV, XML, fingerprints") {
            try PackageAssembly(
                content: content, aggregates: aggregates, publicFiles: publicFiles + [page],
                reports: reports, contact: words?.contact ?? "", funding: words?.funding ?? ""
            ).files(manifest)
        }
        try meter.measure("files written and flushed") {
            try write(files, below: "\(output)/\(manifest.package)")
        }
        meter.printSum()
        say(content, reference, aggregates, rows, files)
        guard multiplication.copies == 1 else { return }
        guard sample.folder.holds(files) else {
            throw Sample.Unfit(reason: "its records give other bytes")
        }
        print("  the same bytes as the sealed package")
    }

    /// Accepts all warnings; one copy keeps what the sample says, which names more than these rules.
    private func reports(
        of rules: [CheckedRule], _ manifest: inout PackageManifest
    ) throws -> [(path: String, bytes: [UInt8])] {
        let day = CivilDate(iso: manifest.dataAsOf) ?? .earliest
        let acceptances = rules.flatMap { rule in
            rule.warnings.map { school, hits in
                WarningAcceptance(
                    rule: rule.code, school: school,
                    fingerprint: WarningAcceptance.fingerprint(of: hits), author: "A. Clerk",
                    reason: "Seen with the school", expiresOn: nil)
            }
        }
        let report = ValidationReport(rules: rules, acceptances: acceptances, on: day)
        guard report.blocking.isEmpty else {
            let codes = report.blocking.map(\.rule.code).joined(separator: ", ")
            throw Sample.Unfit(reason: "the records break \(codes)")
        }
        let files = try report.files(ruleset: SubmissionRules.identifier)
        guard multiplication.copies > 1 else { return sample.reports }
        manifest.validation = .init(
            errors: report.errorCount, warnings: report.warningCount, waived: report.waivers)
        return files
    }

    private func write(_ files: [PackageFile], below path: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for file in files {
            if let slash = file.path.firstIndex(of: "/") {
                try manager.createDirectory(
                    atPath: "\(path)/\(file.path[..<slash])", withIntermediateDirectories: true,
                    attributes: [.posixPermissions: file.audience == .public ? 0o755 : 0o700])
            }
            let place = URL(filePath: "\(path)/\(file.path)")
            try Data(file.bytes).write(to: place)
            try manager.setAttributes(
                [.posixPermissions: Int(file.mode)], ofItemAtPath: place.path)
            let handle = try FileHandle(forUpdating: place)
            try handle.synchronize()
            try handle.close()
        }
    }

    private func say(
        _ content: PackageContent, _ reference: PackageReference, _ aggregates: PackageAggregates,
        _ rows: [PublicRow], _ files: [PackageFile]
    ) {
        let figures =
            aggregates.output.count + aggregates.result.count + aggregates.project.count
            + aggregates.reconciliation.count
        print("  \(content.participants.count) participants, \(reference.schools.count) schools,")
        print("  \(content.participations.count) plans, \(content.teachers.count) teachers' rows,")
        print("  \(content.consultations.count) sessions, \(content.claims.count) claims,")
        print("  \(figures) exact figures, \(rows.count) public ones,")
        print("  \(files.reduce(0) { $0 + $1.bytes.count } / 1_000_000) MB in \(files.count) files")
    }
}
