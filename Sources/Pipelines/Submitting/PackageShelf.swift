import Foundation
import Glibc
import PupilSupport
public import Submission
public import SupportStore

/// The folder in which packages lie, and the register of what became of each.
///
/// The register is only ever added to. A revision that it names is never used again, even when somebody
/// takes the package out of the folder.
public struct PackageShelf: Sendable {
    /// The path of the folder.
    public let path: String
    /// What the store remembers to have been sealed, whatever became of the folder.
    let remembered: [SealedPackage]

    /// Names a folder; it need not be there.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - remembered: The packages that the store knows to have been sealed.
    public init(path: String, remembering remembered: [SealedPackage] = []) {
        self.path = path
        self.remembered = remembered
    }

    /// What became of a package: words that mean different things.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// A check was written; something blocks the package.
        case saved
        /// Nothing blocks it.
        case validated
        /// It lies in the folder and is never changed.
        case sealed
        /// Somebody gave it to the recipient.
        case handedIn = "handed_in"
    }

    /// A line of the register.
    public struct Entry: Codable, Hashable, Sendable {
        /// The package.
        public var package: String
        /// What became of it.
        public var state: State
        /// When, in universal time.
        public var at: String
        /// The fingerprint of its manifest, once it is sealed.
        public var manifest: String?
        /// Who handed it in.
        public var by: String?
        /// The number of the receipt.
        public var receipt: String?
        /// The number of the receipt that was entered by mistake before.
        public var corrects: String?
    }

    var registerPath: String { "\(path)/register.jsonl" }

    /// The register, oldest line first.
    public func entries() -> [Entry] {
        guard let data = FileManager.default.contents(atPath: registerPath) else { return [] }
        return data.split(separator: 0x0A).compactMap {
            try? JSONDecoder().decode(Entry.self, from: Data($0))
        }
    }

    /// The register, with what the store remembers of packages before it.
    func knownEntries() -> [Entry] {
        remembered.map {
            Entry(package: $0.package, state: .sealed, at: $0.sealedAt, manifest: $0.manifest)
        } + entries()
    }

    /// Adds a line; the same state of the same package is not told twice.
    func add(_ entry: Entry) throws(OutputError) {
        let last = entries().last { $0.package == entry.package }
        if let last, last.state == entry.state, last.manifest == entry.manifest,
            last.receipt == entry.receipt, last.by == entry.by
        {
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(entry) else { throw OutputError(path: registerPath) }
        try ReportFolder.makeFolder(path, named: path)
        let descriptor = open(
            registerPath, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputError(path: registerPath) }
        defer { close(descriptor) }
        // A line that a killed run left torn must not take this one with it.
        let isTorn = FileManager.default.contents(atPath: registerPath)?.last.map { $0 != 0x0A }
        let bytes = (isTorn == true ? [0x0A] : []) + Array(line) + [0x0A]
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, fsync(descriptor) == 0 else {
            throw OutputError(path: registerPath)
        }
    }

    /// Returns a package or a yearly report of the folder, or `nil` when it is not there or cannot be read.
    public func package(_ name: String) -> PackageFolder? {
        guard PackageName(name) != nil || YearName(name) != nil else { return nil }
        return try? PackageFolder(path: "\(path)/\(name)")
    }

    /// The packages that lie in the folder, in the order of semesters and revisions.
    var packages: [PackageName] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { PackageName($0) }.sorted {
            ($0.semester, $0.revision) < ($1.semester, $1.revision)
        }
    }

    /// The revisions of a package that were ever sealed, in their order.
    func revisions(of name: PackageName) -> [PackageName] {
        let registered = knownEntries().filter { $0.state == .sealed }
            .compactMap { PackageName($0.package) }
        return Set(packages + registered).filter { $0.revision(1) == name.revision(1) }
            .sorted { $0.revision < $1.revision }
    }

    /// The revisions of a yearly report that were ever written, preliminary ones too, in their order.
    func yearRevisions(of name: YearName) -> [YearName] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let registered = knownEntries().filter { $0.state == .sealed }.map(\.package)
        return Set((names + registered).compactMap { YearName($0) })
            .filter { $0.isSameReport(as: name) }.sorted { $0.revision < $1.revision }
    }

    /// Puts a package into the folder in one step: it is there whole, or not at all.
    func seal(_ name: String, files: [PackageFile]) throws {
        try ReportFolder.makeFolder(path, named: path)
        removeLeftovers()
        let fresh = "\(path)/\(Self.prefix)\(getpid())"
        guard Self.makePrivate(fresh) else { throw OutputError(path: fresh) }
        TemporaryPaths.begin(fresh)
        defer { TemporaryPaths.end(fresh) }
        do {
            for file in files { try write(file, below: fresh) }
            try flush(Set(files.compactMap { folder(of: $0.path) }), below: fresh)
            guard rename(fresh, "\(path)/\(name)") == 0 else {
                throw OutputError(path: "\(path)/\(name)")
            }
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw error
        }
        flushFolder(path)
    }

    private static let prefix = ".pumpurs-package-"

    private func folder(of path: String) -> String? {
        path.contains("/") ? String(path.prefix { $0 != "/" }) : nil
    }

    /// Removes what a run left that was killed before its package was whole.
    private func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where name.hasPrefix(Self.prefix) {
            guard let process = Int32(name.dropFirst(Self.prefix.count)),
                process == getpid() || kill(process, 0) != 0
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// Makes a folder; one that hands on its group must not hand on that bit.
    private static func makePrivate(_ folder: String) -> Bool {
        mkdir(folder, 0o700) == 0 && chmod(folder, 0o700) == 0
    }

    private func write(_ file: PackageFile, below root: String) throws {
        if let folder = folder(of: file.path) {
            let place = "\(root)/\(folder)"
            if !Self.makePrivate(place), errno != EEXIST { throw OutputError(path: place) }
            if file.audience == .public { chmod(place, 0o755) }
        }
        let place = "\(root)/\(file.path)"
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fchmod(descriptor, file.mode) == 0 else {
            throw OutputError(path: place)
        }
        defer { close(descriptor) }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw OutputError(path: place) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw OutputError(path: place) }
    }

    private func flush(_ folders: Set<String>, below root: String) throws {
        for folder in folders { flushFolder("\(root)/\(folder)") }
        flushFolder(root)
    }

    private func flushFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Writes the check of a semester beside the packages.
    func write(_ report: ValidationReport, of name: PackageName, ruleset: String) throws {
        let folder = "\(path)/check-\(name.semester.code)"
        try ReportFolder.makeFolder(path, named: path)
        try ReportFolder.makeFolder(folder, named: folder)
        for (file, bytes) in try report.files(ruleset: ruleset) {
            try WholeFile.write(bytes, to: "\(folder)/\(file)")
        }
    }
}
