public import Diagnostics
public import Rollup
public import SupportStore

/// Reads and checks the extracts of a folder of definitions.
///
/// They are read apart from the other definitions: no figure of a report rests on them, so they are no
/// part of their fingerprint, and another extract makes no report and no package another one.
public struct ExtractLoader {
    private static let place = "extracts/"

    private let folder: String

    /// Creates a loader.
    ///
    /// - Parameter folder: The folder as the user names it, usually `pipelines`.
    public init(folder: String) {
        self.folder = folder
    }

    /// Returns the extracts, or `nil` when anything is wrong, and what is wrong.
    ///
    /// - Parameters:
    ///   - isNeeded: Whether it is a fault that there are none.
    ///   - store: The store over which the queries are prepared, or `nil` for one that holds nothing.
    /// - Throws: An error of the database.
    public func load(
        needed isNeeded: Bool = true, over store: StoreReader? = nil
    ) throws -> ([Extract]?, [Diagnostic]) {
        let problems = DefinitionProblems()
        let folder = DefinitionFolder(path: folder, problems: problems)
        let files = (folder.files() ?? []).filter { $0.path.hasPrefix(Self.place) }
        func name(_ file: DefinitionFile) -> String {
            String(file.path.dropFirst(Self.place.count))
        }
        var queries: [String: String] = [:]
        for file in files where file.path.hasSuffix(".sql") {
            queries[name(file)] = String(decoding: file.bytes, as: UTF8.self)
        }
        var tables = CodeRegister()
        var extracts: [Extract] = []
        var empty: StoreReader?
        for file in files where file.path.hasSuffix(".yaml") {
            let code = String(name(file).dropLast(".yaml".count))
            if code.contains("/") {
                folder.reportUnread(
                    file.path,
                    .init(lv: "tas ir apakšmapē", en: "it lies in a folder below 'extracts'"))
                continue
            }
            guard
                let document = DefinitionDocument.read(
                    file.bytes, path: folder.typed(file.path), keys: ExtractDecoder.keys,
                    problems: problems)
            else { continue }
            // Two extracts are written into one folder.
            var decoder = ExtractDecoder(name: code, queries: queries, files: tables)
            let before = problems.diagnostics.count
            let extract = decoder.decode(document)
            tables = decoder.files
            guard let extract, problems.diagnostics.count == before else { continue }
            extracts.append(extract)
            let reader = try store ?? empty ?? StoreReader.ofEmptyStore()
            empty = reader
            for fault in try extract.faults(over: reader) {
                report(fault, of: extract, decoder, folder, problems)
            }
        }
        if isNeeded, extracts.isEmpty, problems.diagnostics.isEmpty {
            problems.report(
                DefinitionRules.noExtracts,
                at: InputPosition(file: folder.typed(String(Self.place.dropLast()))))
        }
        let diagnostics = problems.sorted()
        return (diagnostics.isEmpty ? extracts : nil, diagnostics)
    }

    private func report(
        _ fault: ExtractFault, of extract: Extract, _ decoder: ExtractDecoder,
        _ folder: DefinitionFolder, _ problems: DefinitionProblems
    ) {
        switch fault {
        case .query(let fault):
            problems.report(
                DefinitionRules.faultyQuery,
                at: InputPosition(
                    file: folder.typed(Self.place + extract.evidence), line: fault.line ?? 0),
                phrases: ["problem": fault.words])
        case .missingColumn(let column, let known):
            decoder.columns[column]?.report(
                DefinitionRules.missingColumn,
                [
                    "query": extract.evidence, "column": column,
                    "allowed": known.joined(separator: ", "),
                ], phrases: ["hint": Hint.near(column, among: known)])
        }
    }

    /// Returns what kept an extract from being made, as a finding at the place that names its query.
    public func finding(of problem: ExtractProblem) -> Diagnostic {
        let problems = DefinitionProblems()
        let folder = DefinitionFolder(path: folder, problems: problems)
        let path = "\(Self.place)\(problem.extract).yaml"
        var decoder = ExtractDecoder(name: problem.extract, queries: [:], files: CodeRegister())
        var place = InputPosition(file: folder.typed(path))
        var query = ""
        if let file = folder.files()?.first(where: { $0.path == path }),
            let document = DefinitionDocument.read(
                file.bytes, path: folder.typed(path), keys: ExtractDecoder.keys, problems: problems)
        {
            _ = decoder.decode(document)
            let named = problem.column.flatMap { decoder.columns[$0] } ?? decoder.evidence
            place = named?.position ?? place
            query = decoder.evidence?.text() ?? ""
        }
        let (words, advice) = (problem.words, problem.advice)
        return Diagnostic(
            DefinitionRules.extractFails, at: place,
            details: [
                "query": query, "problem": words.en, "problem_lv": words.lv, "hint": advice.en,
                "hint_lv": advice.lv,
            ])
    }
}
