import Foundation
import Glibc
import Submission
import SupportStore

/// Finds the packages that hold a person, by name, code, pseudonym or the line of the school's file.
///
/// A package is never changed: what was sealed and handed in must stay as it was, so somebody has to decide.
struct PackagesOfPerson {
    let needles: Needles
    /// The lines of files that are about the person, as the tables of a package name them: a package that was sealed
    /// under an earlier key has pseudonyms that nobody can compute any more.
    let lines: [[UInt8]]

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - needles: What the person is looked for by.
    ///   - lines: The fingerprints of files, each with the lines that are about the person.
    init(needles: Needles, lines: [[UInt8]: Set<Int>]) {
        self.needles = needles
        self.lines = lines.flatMap { sha256, lines in
            lines.map { Array("\(Hexadecimal.text(sha256)),\($0)".utf8) }
        }
    }

    /// What a folder of packages holds.
    struct Found {
        /// The packages, and other folders and files, that hold the person.
        var holding: [String] = []
        /// Encrypted files and what cannot be read: nobody can look into them.
        var closed: [String] = []
    }

    /// Looks through a folder of packages; one that is not there holds nothing.
    func run(in folder: String) -> Found {
        var found = Found()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var clean: Set<String> = []
        for name in names.sorted() where !Self.isEncrypted(name) {
            switch isHolding("\(folder)/\(name)") {
            case true?: found.holding.append("\(folder)/\(name)")
            case false?: clean.insert(name)
            case nil: found.closed.append("\(folder)/\(name)")
            }
        }
        for name in names.sorted() where Self.isEncrypted(name) {
            // What was encrypted is the package of that name, where it is still the one that was sealed.
            let base = Self.package(of: name) ?? name
            let isSealed = PackageShelf(path: folder).look(at: base).condition == .sound
            if !(clean.contains(base) && isSealed) { found.closed.append("\(folder)/\(name)") }
        }
        return found
    }

    private static let endings: Set<String> = [".age", ".gpg", ".asc", ".pgp"]

    private static func isEncrypted(_ name: String) -> Bool {
        endings.contains { name.hasSuffix($0) }
    }

    /// The package that an encrypted file is of, by its name.
    private static func package(of name: String) -> String? {
        name.range(of: ".tar.").map { String(name[..<$0.lowerBound]) }
    }

    /// Whether a file, or any below a folder, holds the person; `nil` when something cannot be read.
    private func isHolding(_ path: String) -> Bool? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                return nil
            }
            let all = names.map { isHolding("\(path)/\($0)") }
            return all.contains(true) ? true : all.contains(nil) ? nil : false
        case S_IFREG:
            guard let data = FileManager.default.contents(atPath: path) else { return nil }
            let bytes = Array(data)
            return !needles.hits(in: bytes).isEmpty || lines.contains { isLine($0, in: data) }
        default: return nil
        }
    }

    /// Whether a line is named, and not one whose number begins with the same digits.
    private func isLine(_ line: [UInt8], in data: Data) -> Bool {
        var start = data.startIndex
        while let found = data.range(of: Data(line), in: start..<data.endIndex) {
            guard found.upperBound < data.endIndex,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(data[found.upperBound])
            else { return true }
            start = found.upperBound
        }
        return false
    }
}
