import Foundation

@testable import SupportStore

extension Workplace {
    /// The archive of a state whose key lies in it.
    func archive(of state: String = "state") -> Archive {
        let folder = path(state).path
        return Archive(stateFolder: folder) { () throws(StoreError) -> IdentityKey in
            try IdentityKey(file: KeyPlace.state.path(in: folder))
        }
    }

    /// The plain bytes of all files of an archive, by fingerprint; of what does not open there are none.
    func openedArchive(of state: String = "state") throws -> [String: [UInt8]] {
        let archive = archive(of: state)
        var files: [String: [UInt8]] = [:]
        for item in archive.items() {
            let name = Hexadecimal.text(item.sha256)
            guard item.isSealed else {
                files[name] = try bytes("\(state)/archive/\(name.prefix(2))/\(name)")
                continue
            }
            let key = try archive.keyring.key()
            var plain: [UInt8] = []
            let found = try SealedFile(archive.sealedPlace(of: item.sha256))?
                .read(under: key) { (piece) throws(StoreError) in plain += piece }
            files[name] = found == nil ? [] : plain
        }
        return files
    }

    /// The path of the sealed file of an export of the inbox.
    func sealed(_ file: String) throws -> String {
        let outcome = try shell(
            "h=$(sha256sum '\(file)' | cut -c1-64); "
                + "printf 'state/archive/%s/%s.sealed' \"$(printf %.2s \"$h\")\" \"$h\"")
        return outcome.output
    }

    /// Changes one bit of a file.
    func flip(_ file: String, at place: Int) throws {
        var bytes = try bytes(file)
        bytes[place] ^= 1
        try write(bytes, to: file)
    }

    /// Lays the exports of a state down in clear, as an older program kept them.
    func unseal() throws {
        let outcome = try shell(
            """
            find inbox -type f | while read -r file; do
                h=$(sha256sum "$file" | cut -c1-64); place=state/archive/$(printf %.2s $h)/$h
                test -e $place.sealed || continue
                install -m 600 "$file" $place; rm $place.sealed
            done
            rm state/archive/key.sealed; find state/archive -name '*.sealed' | wc -l
            """)
        guard outcome.output.filter({ $0 != "\n" && $0 != " " }) == "0" else {
            throw CocoaError(.fileReadUnknown)
        }
    }
}
