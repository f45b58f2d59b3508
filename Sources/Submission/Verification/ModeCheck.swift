/// Check 2: everybody may read what is public, and only the owner all else; nothing has a bit that lets files run
/// as somebody else or folders hand on their group.
struct ModeCheck {
    private let folder: PackageFolder

    init(_ folder: PackageFolder) { self.folder = folder }

    func failures() -> [VerificationFailure] {
        var failures: [VerificationFailure] = []
        func expect(_ place: String, _ mode: UInt32, _ expected: UInt32, _ owner: UInt32) {
            if mode != expected {
                let (found, right) = (String(mode, radix: 8), String(expected, radix: 8))
                failures.append(
                    VerificationFailure(
                        .modes, place, lv: "tiesības ir \(found), jābūt \(right)",
                        en: "its mode is \(found) instead of \(right)"))
            }
            if owner != folder.owner {
                failures.append(
                    VerificationFailure(
                        .modes, place, lv: "tas pieder citam", en: "it belongs to somebody else"))
            }
        }
        expect(".", folder.mode, 0o700, folder.owner)
        for entry in folder.entries where !entry.isStrange {
            let isPublic = entry.path == "public" || entry.path.hasPrefix("public/")
            let expected: UInt32 =
                entry.isFolder ? (isPublic ? 0o755 : 0o700) : (isPublic ? 0o644 : 0o600)
            expect(entry.path, entry.mode, expected, entry.owner)
        }
        return failures
    }
}
