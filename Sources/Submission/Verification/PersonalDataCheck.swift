/// Check 9: no file holds a personal code or a name, but for the table that may.
struct PersonalDataCheck {
    private let folder: PackageFolder
    /// The participants whose names the package includes.
    private let named: [Participant]
    /// Whether the package includes identifiers.
    private let isNaming: Bool

    init(_ folder: PackageFolder, _ manifest: PackageManifest, _ content: PackageContent) {
        self.folder = folder
        isNaming = manifest.identifiersIncluded
        named = manifest.identifiersIncluded ? content.participants : []
    }

    /// Looks at a package that names nobody.
    init(_ folder: PackageFolder) {
        self.folder = folder
        isNaming = false
        named = []
    }

    /// The files that hold identifiers when the package includes them.
    private static let allowed: Set = [Participant.table.path, PackageXML.participantsPath]

    func failures() -> [VerificationFailure] {
        let names = Set(named.map { "\($0.givenName) \($0.familyName)" })
        return folder.entries.compactMap { entry in
            guard !entry.isFolder,
                !(isNaming && Self.allowed.contains(entry.path))
            else { return nil }
            guard Self.holdsCode(entry.bytes) || Self.holds(names, entry.bytes) else { return nil }
            return VerificationFailure(
                .personalData, entry.path, lv: "tajā ir personas kods vai vārds",
                en: "it holds a personal code or a name")
        }
    }

    private static func holds(_ names: Set<String>, _ bytes: [UInt8]) -> Bool {
        guard !names.isEmpty else { return false }
        let text = String(decoding: bytes, as: UTF8.self)
        return names.contains { $0.utf8.count > 3 && text.contains($0) }
    }

    /// Whether bytes hold eleven digits in the form of a personal code, with or without a hyphen, that are
    /// no part of a longer word such as a fingerprint.
    static func holdsCode(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            guard isWord(bytes[index]) else {
                index += 1
                continue
            }
            let begin = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            let word = bytes[begin..<index]
            guard word.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            if word.count == 11 { return true }
            guard word.count == 6, index + 6 <= bytes.count, bytes[index] == 0x2D else { continue }
            let rest = bytes[(index + 1)..<(index + 6)]
            let isEnded = index + 6 == bytes.count || !isWord(bytes[index + 6])
            if isEnded, rest.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        }
        return false
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}
