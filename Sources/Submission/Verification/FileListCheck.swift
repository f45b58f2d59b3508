import PupilSupport

/// Check 1: the manifest and the lists of fingerprints name exactly the files that are there.
struct FileListCheck {
    private let folder: PackageFolder
    private let files: [PackageManifest.File]
    private let lists: [(folder: String, remark: String?)]
    /// The fingerprints of the files that are there, by their paths.
    private let fingerprints: [String: String]

    /// - Parameters:
    ///   - folder: The package.
    ///   - files: The files that its manifest names.
    ///   - lists: The folders that have a list of fingerprints, with the remark that it begins with.
    init(
        _ folder: PackageFolder, _ files: [PackageManifest.File],
        lists: [(folder: String, remark: String?)] = [("", nil), ("public/", nil)]
    ) {
        self.folder = folder
        self.files = files
        self.lists = lists
        fingerprints = Dictionary(
            folder.entries.filter { !$0.isFolder }.map {
                ($0.path, PackageFile.fingerprint(of: $0.bytes))
            }, uniquingKeysWith: { first, _ in first })
    }

    func failures() -> [VerificationFailure] {
        listed() + extra() + lists.flatMap { checksums(below: $0.folder, remark: $0.remark) }
    }

    private func failure(_ place: String, lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.files, place, lv: lv, en: en)
    }

    private func listed() -> [VerificationFailure] {
        var failures: [VerificationFailure] = []
        if Set(files.map(\.path)).count != files.count {
            failures.append(
                failure(
                    "manifest.json", lv: "fails ir uzskaitīts divreiz", en: "a file is listed twice"
                ))
        }
        for file in files {
            guard let entry = folder.file(file.path) else {
                let lack = folder.lack(of: file.path)
                failures.append(failure(file.path, lv: lack.lv, en: lack.en))
                continue
            }
            if entry.bytes.count != file.bytes || fingerprints[file.path] != file.sha256 {
                failures.append(
                    failure(
                        file.path, lv: "baiti nav tie, ko nosauc manifests",
                        en: "the bytes are not those that the manifest names"))
            }
            if let rows = file.rows, let found = Self.rows(of: entry), rows != found {
                failures.append(
                    failure(
                        file.path, lv: "ierakstu skaits ir \(found), manifestā \(rows)",
                        en: "it has \(found) records, the manifest says \(rows)"))
            }
        }
        return failures
    }

    private static func rows(of entry: PackageFolder.Entry) -> Int? {
        guard entry.path.hasSuffix(".csv") else { return nil }
        return max(0, entry.bytes.count { $0 == 0x0A } - 1)
    }

    private func extra() -> [VerificationFailure] {
        let known = Set(files.map(\.path) + ["manifest.json", ChecksumList.name])
        let folders = Set(files.compactMap { $0.path.split(separator: "/").dropLast().first })
        return folder.entries.compactMap { entry in
            if entry.isFolder {
                return folders.contains(Substring(entry.path)) || known.contains(entry.path)
                    ? nil : strange(entry)
            }
            // What lies in the place of a file is told of with that file.
            return known.contains(entry.path) ? nil : strange(entry)
        }
    }

    private func strange(_ entry: PackageFolder.Entry) -> VerificationFailure {
        failure(
            entry.path, lv: "tas nav šīs pakotnes fails", en: "it is no file of this package")
    }

    /// Compares a list with the files; everything but the list itself must stand in it.
    private func checksums(below prefix: String, remark: String?) -> [VerificationFailure] {
        let name = prefix + ChecksumList.name
        let own = folder.entries.filter {
            !$0.isFolder && $0.path.hasPrefix(prefix) && $0.path != name
        }
        let expected = ChecksumList.text(
            of: own.map {
                (String($0.path.dropFirst(prefix.count)), fingerprints[$0.path] ?? "")
            }, remark: remark)
        guard let list = folder.file(name) else {
            let lack = folder.lack(of: name)
            return [failure(name, lv: lack.lv, en: lack.en)]
        }
        guard list.bytes != expected else { return [] }
        return [
            failure(
                name, lv: "kontrolsummu saraksts neatbilst failiem",
                en: "the list of fingerprints does not match the files")
        ]
    }
}
