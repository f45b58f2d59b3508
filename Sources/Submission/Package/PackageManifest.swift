import Foundation
import PupilSupport

/// The manifest of a package (esf.md, section 7.3).
///
/// It says what the package reports, what it was made from, by which rules, and names every file in it. It is written
/// last, and `SHA256SUMS` covers it.
public struct PackageManifest: Hashable, Sendable, Codable {
    /// The name and version of the form.
    public static let schemaName = "pumpurs-package/1"

    /// The form.
    public var schema = PackageManifest.schemaName
    /// The name of the package.
    public var package: String
    /// The revision, from 1.
    public var revision: Int
    /// The package that this one takes the place of, with the fingerprint of its manifest.
    public var supersedes: PackageReference.SupersededPackage?
    /// `true` when that was not there or not as it was sealed, so that nothing was compared; else absent.
    public var supersededNotCompared: Bool?
    /// The package of an earlier semester that was not compared with for the same reason; else absent.
    public var previousNotCompared: PackageReference.SupersededPackage?
    /// The operation.
    public var operation: PackageReference.Operation
    /// Who reports.
    public var reporter: Reporter
    /// The period.
    public var reportPeriod: ReportPeriod
    /// The last day of which a record says anything.
    public var dataAsOf: String
    /// When it was made, where `SOURCE_DATE_EPOCH` says so; a clock would make each rebuild another package.
    public var generatedAt: String?
    /// What made it.
    public var software: Software
    /// The rules it was checked by.
    public var ruleset: Fingerprinted
    /// The Fund's common indicators, or `nil` where they are switched off.
    public var indicatorSet: String?
    /// The rates; without any, amounts are not computed.
    public var rates: Rates
    /// The key of the pseudonyms, by the beginning of its fingerprint.
    public var keyId: String
    /// Whether personal codes and names are in it.
    public var identifiersIncluded: Bool
    /// Whether sensitive answers are in it.
    public var sensitiveIncluded: Bool
    /// The fingerprint of the definitions.
    public var definitions: String
    /// The files of the schools.
    public var inputs: [Input]
    /// The files of the package, but for this one and the list of fingerprints.
    public var files: [File]
    /// The numbers that a reader looks for first.
    public var totals: Totals
    /// What the rules said.
    public var validation: Validation
    /// How the public part is protected.
    public var disclosure: Disclosure
    /// What the rules are checked against.
    public var reference: PackageReference

    /// Creates a manifest.
    public init(
        package: String, revision: Int, supersedes: PackageReference.SupersededPackage?,
        operation: PackageReference.Operation, reporter: Reporter, reportPeriod: ReportPeriod,
        dataAsOf: String, generatedAt: String?, software: Software, ruleset: Fingerprinted,
        indicatorSet: String?, rates: Rates, keyId: String, identifiersIncluded: Bool,
        sensitiveIncluded: Bool, definitions: String, inputs: [Input], files: [File],
        totals: Totals, validation: Validation, disclosure: Disclosure, reference: PackageReference
    ) {
        self.package = package
        self.revision = revision
        self.supersedes = supersedes
        self.operation = operation
        self.reporter = reporter
        self.reportPeriod = reportPeriod
        self.dataAsOf = dataAsOf
        self.generatedAt = generatedAt
        self.software = software
        self.ruleset = ruleset
        self.indicatorSet = indicatorSet
        self.rates = rates
        self.keyId = keyId
        self.identifiersIncluded = identifiersIncluded
        self.sensitiveIncluded = sensitiveIncluded
        self.definitions = definitions
        self.inputs = inputs
        self.files = files
        self.totals = totals
        self.validation = validation
        self.disclosure = disclosure
        self.reference = reference
    }

    /// Who reports.
    public struct Reporter: Hashable, Sendable, Codable {
        /// The code of the municipality.
        public var code: String
        /// Its board.
        public var name: String

        /// Creates a reporter.
        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// The period that is reported.
    public struct ReportPeriod: Hashable, Sendable, Codable {
        /// The kind.
        public var type: String
        /// The school year, `2018/2019`.
        public var schoolYear: String
        /// 1 or 2.
        public var semester: Int
        /// The first day.
        public var from: String
        /// The last day.
        public var to: String

        /// Creates a period.
        public init(type: String, schoolYear: String, semester: Int, from: String, to: String) {
            self.type = type
            self.schoolYear = schoolYear
            self.semester = semester
            self.from = from
            self.to = to
        }
    }

    /// A program.
    public struct Software: Hashable, Sendable, Codable {
        /// Its name.
        public var name: String
        /// Its version.
        public var version: String

        /// Creates an entry.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// Something with a name and a fingerprint.
    public struct Fingerprinted: Hashable, Sendable, Codable {
        /// The name.
        public var id: String
        /// The fingerprint.
        public var sha256: String

        /// Creates an entry.
        public init(id: String, sha256: String) {
            self.id = id
            self.sha256 = sha256
        }
    }

    /// The rates.
    public struct Rates: Hashable, Sendable, Codable {
        /// How many there are.
        public var count: Int
        /// Their fingerprint.
        public var sha256: String
        /// How amounts are computed.
        public var rounding: String

        /// Creates an entry.
        public init(count: Int, sha256: String, rounding: String) {
            self.count = count
            self.sha256 = sha256
            self.rounding = rounding
        }
    }

    /// A file that a school sent.
    public struct Input: Hashable, Sendable, Codable {
        /// The schools whose records it has.
        public var schools: [String]
        /// The semester, or `nil` where it names none or several.
        public var semester: String?
        /// The file, with names of people hidden.
        public var file: String
        /// The fingerprint.
        public var sha256: String
        /// The records read.
        public var rowsRead: Int
        /// The records loaded.
        public var rowsAccepted: Int
        /// The records held back.
        public var rowsRejected: Int
        /// The records left aside by a rule.
        public var rowsIgnored: Int
        /// The source definition that reads it.
        public var source: String
        /// The kind of file.
        public var kind: String

        /// Creates an entry.
        public init(
            schools: [String], semester: String?, file: String, sha256: String, rowsRead: Int,
            rowsAccepted: Int, rowsRejected: Int, rowsIgnored: Int, source: String, kind: String
        ) {
            self.schools = schools
            self.semester = semester
            self.file = file
            self.sha256 = sha256
            self.rowsRead = rowsRead
            self.rowsAccepted = rowsAccepted
            self.rowsRejected = rowsRejected
            self.rowsIgnored = rowsIgnored
            self.source = source
            self.kind = kind
        }
    }

    /// A file of the package.
    public struct File: Hashable, Sendable, Codable {
        /// The path.
        public var path: String
        /// The fingerprint.
        public var sha256: String
        /// The number of bytes.
        public var bytes: Int
        /// The number of records, or `nil`.
        public var rows: Int?
        /// What describes its form.
        public var schema: String
        /// Whom it is for.
        public var `class`: PackageClass

        init(_ file: PackageFile) {
            path = file.path
            sha256 = file.fingerprint
            bytes = file.bytes.count
            rows = file.rows
            schema = file.schema
            `class` = file.audience
        }
    }

    /// The numbers that a reader looks for first.
    public struct Totals: Hashable, Sendable, Codable {
        /// The pupils supported in the semester.
        public var pupilsSemester: Int
        /// The teachers of the semester.
        public var pedagogues: Int
        /// The plans that count.
        public var plans: Int
        /// The participants since the beginning.
        public var grandTotal: Int
        /// Those with complete records.
        public var total: Int
        /// Those with incomplete ones.
        public var incomplete: Int

        /// Takes the numbers from the figures.
        public init(_ aggregates: PackageAggregates) {
            func project(_ name: String) -> Int {
                aggregates.project.first {
                    $0.value.code == name && $0.value.periodType == .semester
                        && $0.value.school == CommonIndicatorCount.everySchool
                }?.value.total ?? 0
            }
            func people(_ item: String) -> Int {
                aggregates.reconciliation.first {
                    $0.item == item && $0.periodType == .cumulative
                        && $0.school == CommonIndicatorCount.everySchool
                }?.value ?? 0
            }
            pupilsSemester = project("LV-834-PARTICIPANTS")
            pedagogues = project("LV-834-TEACHERS")
            plans = project("LV-834-PLANS")
            grandTotal = people("grand_total")
            total = people("complete")
            incomplete = people("incomplete")
        }
    }

    /// What the rules said.
    public struct Validation: Hashable, Sendable, Codable {
        /// Errors; a package with any is not sealed.
        public var errors: Int
        /// Warnings.
        public var warnings: Int
        /// Warnings that somebody accepted.
        public var waived: [Waiver]

        /// Creates an entry.
        public init(errors: Int, warnings: Int, waived: [Waiver]) {
            self.errors = errors
            self.warnings = warnings
            self.waived = waived
        }
    }

    /// A warning that somebody accepted.
    public struct Waiver: Hashable, Sendable, Codable {
        /// The rule.
        public var rule: String
        /// The school, or empty.
        public var school: String
        /// How many places.
        public var hits: Int
        /// Who.
        public var author: String
        /// Why.
        public var reason: String
        /// The last day on which it holds, or `nil`.
        public var expiresOn: String?

        /// Creates a waiver.
        public init(
            rule: String, school: String, hits: Int, author: String, reason: String,
            expiresOn: String?
        ) {
            self.rule = rule
            self.school = school
            self.hits = hits
            self.author = author
            self.reason = reason
            self.expiresOn = expiresOn
        }
    }

    /// How the public part is protected.
    public struct Disclosure: Hashable, Sendable, Codable {
        /// The method.
        public var method: String
        /// The least number of people behind a figure.
        public var threshold: Int
        /// Figures that are too small.
        public var primary: Int
        /// Figures that are hidden so that the small ones cannot be worked out.
        public var complementary: Int
        /// The earlier packages whose public part was audited together with this one's.
        public var auditedReleases: [String]

        /// Creates an entry.
        public init(
            method: String, threshold: Int, primary: Int, complementary: Int,
            auditedReleases: [String]
        ) {
            self.method = method
            self.threshold = threshold
            self.primary = primary
            self.complementary = complementary
            self.auditedReleases = auditedReleases
        }
    }
}

/// How the JSON of a package is written: keys in the order of the alphabet, nothing that depends on the
/// machine.
public enum PackageJSON {
    /// Returns a value as JSON that ends with a line break.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }

    /// Reads a value.
    public static func value<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8]
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
