import Foundation

/// The files of an inbox that are kept and read before it is their turn, while others are stored.
///
/// Each is kept on the disk, which takes its time: with a few at once the storing need not wait for it.
final class EarlyFiles {
    typealias File = LaterValue<FileImporter.BegunFile?>

    /// As many files are ahead at most.
    static let most = 3

    private let queue = DispatchQueue(label: "pumpurs.early-files", attributes: .concurrent)
    private var begun: [Int: File] = [:]

    /// Begins files that are not begun yet.
    ///
    /// - Parameters:
    ///   - places: Their places among those of the run.
    ///   - beginning: What begins one, or `nil` where it may not be before its turn.
    func begin(
        _ places: some Sequence<Int>,
        _ beginning: (Int) -> (@Sendable () throws -> FileImporter.BegunFile?)?
    ) {
        for place in places where begun[place] == nil {
            if let begin = beginning(place) { begun[place] = File(on: queue, begin) }
        }
    }

    /// Takes a file whose turn it is, where it was begun.
    func take(_ place: Int) -> File? { begun.removeValue(forKey: place) }

    /// Lets go of all whose turn did not come.
    func giveUp() {
        for file in begun.values { file.giveUp() }
        begun = [:]
    }
}
