import Diagnostics
import Extraction
import Normalization
import PupilSupport
import SupportStore

/// The files of a run that are loaded in one transaction, and judged together.
extension FileImporter {
    /// Puts files together.
    ///
    /// A file joins others when it can be refused before any of it is stored, and only so many do that a run that is
    /// cut off has not much to do again.
    func groups(of turns: [Turn]) throws -> [ArraySlice<Turn>] {
        let (mostFiles, mostBytes) = (64, 16 << 20)
        let hasErased = try store.erasedPeople() != nil
        var groups: [ArraySlice<Turn>] = []
        var (isOpen, bytes) = (false, 0)
        for (index, turn) in turns.enumerated() {
            let mayJoin =
                turn.mayBeginEarly && !hasErased
                && store.archive.rekeying(of: turn.survey.sha256) == nil
            bytes += turn.survey.survey.count
            if mayJoin, isOpen, bytes <= mostBytes, let last = groups.last, last.count < mostFiles {
                groups[groups.endIndex - 1] = turns[last.startIndex...index]
            } else {
                groups.append(turns[index...index])
                bytes = turn.survey.survey.count
            }
            isOpen = mayJoin
        }
        return groups
    }

    /// Imports the files of one of the ``groups(of:)``.
    ///
    /// - Parameters:
    ///   - group: The files.
    ///   - begun: Is called when it is a file's turn; returns the file where it was begun before.
    ///   - isLater: Whether the file with a fingerprint comes after another in the inbox.
    /// - Returns: What became of each, or a ``FileRefusal`` or ``FileError`` for one that is refused whole.
    /// - Throws: What keeps the store from being used; it is as before.
    func run(
        _ group: ArraySlice<Turn>, begun: (Turn) -> EarlyFiles.File?,
        isLater: ([UInt8], Turn) -> Bool
    ) throws -> [Result<Outcome, any Error>] {
        var outcomes: [Result<Outcome, any Error>] = []
        // What needs no loading needs no transaction, and leaves no trace of the run.
        for turn in group {
            let early = begun(turn)
            let settled = Result {
                try self.settled(turn) { sha256, definition in
                    try store.knowledge(of: sha256, definition: definition) { isLater($0, turn) }
                }
            }
            switch settled {
            case .success(nil):
                return outcomes
                    + (try load(
                        group.dropFirst(outcomes.count),
                        begun: { $0.place == turn.place ? early : begun($0) }, isLater: isLater))
            case .success(let outcome?): outcomes.append(.success(outcome))
            case .failure(let error): outcomes.append(.failure(error))
            }
            early?.giveUp()
        }
        return outcomes
    }

    /// Returns what becomes of a file that needs no loading; `nil` when it does.
    private func settled(
        _ turn: Turn,
        _ knowledge: (_ sha256: [UInt8], _ definition: [UInt8]) throws -> SupportStore.Knowledge
    ) throws -> Outcome? {
        let definition = definitions.fingerprint(of: turn.match.source.code)
        switch try knowledge(turn.survey.sha256, definition) {
        case .inForce:
            // An older program kept no files; what was lost or altered since is kept again.
            if turn.file.archived == nil {
                try AcceptedFile.keep(turn.file, turn.survey, in: store.archive)
            }
            return .known
        case .replaced(let other): return .replaced(by: other)
        case .unknown: return nil
        }
    }

    // MARK: - In one transaction

    /// What a file of a group needs: nothing more, or its batches loaded.
    private enum Need {
        case nothing(Result<Outcome, any Error>)
        case loading(FileBatches)
    }

    /// What became of a file of a group before it is judged.
    private enum Step {
        case settled(Result<Outcome, any Error>)
        case loaded(DeliveryLoader)
    }

    /// Takes back a transaction in which nothing was loaded.
    private struct NothingLoaded: Error {
        let outcomes: [Result<Outcome, any Error>]
    }

    /// Loads files in as many transactions as they need.
    ///
    /// A file that holds too much to be read to its end first has a transaction of its own: what refuses it is known only
    /// when some of it is stored.
    private func load(
        _ turns: ArraySlice<Turn>, begun: (Turn) -> EarlyFiles.File?,
        isLater: ([UInt8], Turn) -> Bool
    ) throws -> [Result<Outcome, any Error>] {
        var open: [BegunFile] = []
        // What is kept of a file goes unless the store has it, which it knows when the transaction is over.
        defer { for file in open { file.finish() } }
        var outcomes: [Result<Outcome, any Error>] = []
        var unfinished: FileBatches?
        while outcomes.count < turns.count {
            let rest = turns.dropFirst(outcomes.count)
            var isAlone = false
            do {
                outcomes += try store.load(
                    schools: definitions.municipality.schools,
                    vocabularies: definitions.vocabularies
                ) { loading in
                    var steps: [Step] = []
                    for turn in rest where !isAlone {
                        let need =
                            try unfinished.map(Need.loading)
                            ?? need(
                                of: turn, early: begun(turn), in: loading, isLater: isLater,
                                open: &open)
                        unfinished = nil
                        switch need {
                        case .nothing(let outcome): steps.append(.settled(outcome))
                        case .loading(let batches):
                            isAlone = !batches.isRead
                            if isAlone, !steps.isEmpty {
                                unfinished = batches
                            } else {
                                steps.append(.loaded(try load(turn, batches, into: loading)))
                            }
                        }
                    }
                    return try judged(steps, of: rest, in: loading)
                }
            } catch let nothing as NothingLoaded {
                outcomes += nothing.outcomes
            } catch  where isAlone && unfinished == nil && Diagnostic(error, file: "") != nil {
                outcomes.append(.failure(error))
            }
        }
        try store.followRekeyedFiles()
        return outcomes
    }

    /// Returns what a file needs; a small one is read to its end, so that what refuses it is known before any of it is
    /// stored.
    ///
    /// - Throws: What keeps the store or the archive from being used.
    private func need(
        of turn: Turn, early: EarlyFiles.File?, in loading: JointLoading,
        isLater: ([UInt8], Turn) -> Bool, open: inout [BegunFile]
    ) throws -> Need {
        var early = early
        do {
            let outcome = try settled(turn) { sha256, definition in
                try loading.knowledge(of: sha256, definition: definition) { isLater($0, turn) }
            }
            if let outcome {
                early?.giveUp()
                return .nothing(.success(outcome))
            }
            let ready: BegunFile? = try early?.value() ?? nil
            early = nil
            let file = try ready ?? begin(turn, progress: progress)
            open.append(file)
            var batches = FileBatches(of: file, turn)
            if turn.isSmall { try batches.readAhead() }
            return .loading(batches)
        } catch {
            early?.giveUp()
            guard Diagnostic(error, file: "") != nil else { throw error }
            return .nothing(.failure(error))
        }
    }

    private func load(
        _ turn: Turn, _ read: FileBatches, into loading: JointLoading
    ) throws -> DeliveryLoader {
        let (survey, match) = (turn.survey, turn.match)
        let source = match.source
        let shownName = names[turn.file.name]
        let loader = try loading.begin(
            DeliveryDescription(
                sha256: survey.sha256, definition: definitions.fingerprint(of: source.code),
                source: source.code, kind: match.file.kind,
                school: source.school.flatMap { code in
                    definitions.municipality.schools.firstIndex { $0.code == code }
                }, fileName: turn.file.name, sheet: match.sheet, bytes: survey.survey.count))
        if let adaptation = match.adaptation(of: shownName) { try loader.report([adaptation]) }
        var batches = read
        let (accepted, erasure) = (batches.file.accepted, batches.file.erasure)
        var (erased, codes) = ([SourcePlace](), [String]())
        while let batch = try batches.next() {
            erased += batch.erased
            codes += erasure.codes(among: batch.newPupils)
            try load(batch, into: loader, source: source, fileName: shownName)
            progress.count(records: batch.recordsRead)
        }
        try loader.report(
            survey.survey.findings(in: match.file.encoding, file: shownName).filter {
                source.ruleSeverities[$0.rule.code] != .off
            })
        try erasure.finish(loader, leavingOut: erased, of: codes, fileName: shownName)
        try loader.finish()
        // A large file is still being kept, for which nothing else need wait.
        if accepted.isBeingKept { loading.complete { try accepted.check() } }
        return loader
    }

    /// Judges what was loaded, and returns what became of each file.
    private func judged(
        _ steps: [Step], of turns: ArraySlice<Turn>, in loading: JointLoading
    ) throws -> [Result<Outcome, any Error>] {
        loading.close()
        var touching: [Int] = []
        for case (.loaded(let loader), let turn) in zip(steps, turns)
        where try mayTouchOthers(loader, source: turn.match.source.code) {
            touching.append(loader.delivery)
        }
        if !touching.isEmpty {
            try judge(loading.touchedSchoolSemesters(by: touching), by: loading.judging)
        }
        var isAnyLoaded = false
        let outcomes = try steps.map { step -> Result<Outcome, any Error> in
            switch step {
            case .settled(let outcome): return outcome
            case .loaded(let loader):
                isAnyLoaded = true
                return .success(
                    .loaded(try loader.storedCounts(), superseded: loader.superseded))
            }
        }
        guard isAnyLoaded else { throw NothingLoaded(outcomes: outcomes) }
        return outcomes
    }
}
