import Foundation
public import SupportStore

extension PackageShelf {
    /// Makes sure that the packages lie in no folder that the last import read as an inbox.
    ///
    /// - Throws: ``SubmissionError/packagesInInbox(path:inbox:)``
    public func checkIsOutsideInbox(of store: SupportStore) throws {
        guard let record = try store.recordOfLastImport(),
            let inbox = Self.inbox(of: record), PathOrder.contains(inbox, path)
        else { return }
        throw SubmissionError.packagesInInbox(
            path: ShownPath.text(of: path), inbox: ShownPath.text(of: inbox))
    }

    /// The part of the record of a run that names what it was told.
    private struct Told: Decodable {
        let arguments: [String]
    }

    /// Returns the inbox that a run was told to read, or `nil` when it was told none.
    static func inbox(of record: String) -> String? {
        guard let told = try? JSONDecoder().decode(Told.self, from: Data(record.utf8)) else {
            return nil
        }
        let option = "--inbox"
        if let place = told.arguments.lastIndex(of: option), place + 1 < told.arguments.count {
            return told.arguments[place + 1]
        }
        return told.arguments.last { $0.hasPrefix("\(option)=") }.map {
            String($0.dropFirst(option.count + 1))
        }
    }
}
