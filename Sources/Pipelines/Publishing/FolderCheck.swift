import Foundation
import Glibc
import PupilSupport
import Reports

/// Checks what lies around the releases of an output folder: the pages over all semesters, links, and who may read what.
struct FolderCheck {
    private let root: String
    private let releases: [(semester: Semester, document: ReleasedDocument)]
    private let definitions: Definitions

    init(
        _ root: String, releases: [(semester: Semester, document: ReleasedDocument)],
        definitions: Definitions
    ) {
        self.root = root
        self.releases = releases
        self.definitions = definitions
    }

    /// Returns what is wrong around the releases.
    func findings() throws -> [AuditFinding] {
        try pages() + links() + open() + writable()
    }

    /// The pages over all semesters, made again from the releases that lie there.
    private func pages() throws -> [AuditFinding] {
        let entries = releases.map { semester, document in
            SemesterHistory.Entry(
                document, of: semester, state: SemesterHistory.State(document))
        }
        guard releases.allSatisfy({ $0.document.definitions == definitions.hash }) else {
            return []
        }
        return try Overview.pages.filter { $0.audience == .public }.compactMap { page in
            let made = try Overview(
                output: root, municipality: definitions.municipality,
                threshold: definitions.municipality.publication.threshold
            ).bytes(of: page, showing: entries)
            guard let bytes = FileManager.default.contents(atPath: "\(root)/\(page.name)") else {
                return finding(page.name, .missingFile)
            }
            return Array(bytes) == made ? nil : finding(page.name, .strangeFile)
        }
    }

    /// A link could lead everybody to what is not for everybody.
    private func links() -> [AuditFinding] {
        var findings: [AuditFinding] = []
        if isLink("latest") {
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "\(root)/latest")
            if target.flatMap(Semester.init(code:)) == nil {
                findings.append(finding("latest", .strangeLink))
            }
        }
        for name in Overview.pages.map(\.name) where isLink(name) {
            findings.append(finding(name, .strangeLink))
        }
        for (semester, _) in releases {
            let folder = "\(semester.code)/public"
            for name in ["", semester.code] + names(in: folder).map({ "\(folder)/\($0)" })
            where !name.isEmpty && isLink(name) {
                findings.append(finding(name, .strangeLink))
            }
        }
        return findings
    }

    /// What is not for everybody, and everybody may read; a folder that others may enter counts as a whole.
    private func open() -> [AuditFinding] {
        let pages = Set(Overview.pages.filter { $0.audience == .public }.map(\.name))
        var places = names(in: "").filter { !pages.contains($0) }
        for semester in places.filter({ Semester(code: $0) != nil }) {
            places += names(in: semester).filter { $0 != "public" }.map { "\(semester)/\($0)" }
        }
        return places.filter { name in
            guard let mode = mode(of: name) else { return false }
            let isOpen = mode & (S_IROTH | S_IRGRP) != 0
            return switch mode & S_IFMT {
            case S_IFREG: isOpen
            // A semester's folder leads to what everybody may see; what else is in it is looked at by itself.
            case S_IFDIR:
                Semester(code: name) == nil && (isOpen || mode & (S_IXOTH | S_IXGRP) != 0)
            default: false
            }
        }.map { finding($0, .readableByAll) }
    }

    /// What everybody may see, and others may change.
    private func writable() -> [AuditFinding] {
        let shown = releases.map(\.semester.code).flatMap { semester in
            let folder = "\(semester)/public"
            return [semester, folder] + names(in: folder).map { "\(folder)/\($0)" }
        }
        let pages = Overview.pages.filter { $0.audience == .public }.map(\.name)
        return ([""] + pages + shown).filter { name in
            mode(of: name).map { $0 & S_IFMT != S_IFLNK && $0 & S_IWOTH != 0 } ?? false
        }.map { finding($0.isEmpty ? "." : $0, .writableByAll) }
    }

    private func mode(of name: String) -> mode_t? {
        var status = stat()
        return lstat("\(root)/\(name)", &status) == 0 ? status.st_mode : nil
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }

    private func isLink(_ name: String) -> Bool {
        mode(of: name).map { $0 & S_IFMT == S_IFLNK } ?? false
    }

    private func finding(_ place: String, _ kind: AuditFinding.Kind) -> AuditFinding {
        AuditFinding(semester: "", place: place, kind: kind)
    }
}

extension SemesterHistory.State {
    /// Says how far the figures of a release can still change.
    init(_ document: ReleasedDocument) {
        if let last = document.revisions.last.flatMap({ Int($0.revision.dropFirst()) }) {
            self = .closed(revision: last)
        } else {
            self = document.state == "complete" ? .complete : .incomplete
        }
    }
}
