import Foundation
import Synchronization

/// A workplace as many tests begin with it: the real program makes it once in a run of the tests, and each
/// test gets a copy of its own.
final class Preparation: Sendable {
    /// The sample data, and what `pumpurs report` makes of them.
    static let reported = Preparation { workplace in
        try workplace.copySamples()
        _ = try workplace.report()
    }
    /// The sample data, and what `pumpurs rollup` makes of them when three semesters have ended.
    static let rolledUp = Preparation { workplace in
        try workplace.copySamples()
        _ = try workplace.rollup()
    }
    /// The sample data, and what `pumpurs rollup` makes of them when two semesters have ended.
    static let rolledUpInOctober = Preparation { workplace in
        try workplace.copySamples()
        _ = try workplace.rollup(at: .october2019)
    }

    private let origin: Preparation?
    private let prepare: @Sendable (borrowing Workplace) throws -> Void
    private let folder = Mutex<URL?>(nil)

    /// - Parameters:
    ///   - origin: What the workplace begins with; it is empty otherwise.
    ///   - prepare: What is done in it.
    init(
        from origin: Preparation? = nil,
        _ prepare: @escaping @Sendable (borrowing Workplace) throws -> Void
    ) {
        self.origin = origin
        self.prepare = prepare
    }

    /// Returns a copy of the workplace, which is made when it is asked for first.
    func copy() throws -> Workplace {
        let made = try folder.withLock { folder in
            if let folder { return folder }
            let workplace = try origin.map { try $0.copy() } ?? Workplace()
            try prepare(workplace)
            let kept = Self.place.appending(path: UUID().uuidString)
            try FileManager.default.moveItem(at: workplace.folder, to: kept)
            folder = kept
            return kept
        }
        let workplace = try Workplace()
        let copying = try workplace.shell("cp -a '\(made.path)/.' .")
        guard copying.code == 0 else { throw CocoaError(.fileWriteUnknown) }
        return workplace
    }

    /// Where the workplaces lie until the tests end.
    private static let place: URL = {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-prepared-\(getpid())", directoryHint: .isDirectory)
        try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Preparation.place) }
        return place
    }()
}
