public import SupportStore

/// Why an extract cannot be made; nothing is written rather than something wrong.
public struct ExtractProblem: Error, Hashable {
    /// The code of the extract.
    public let extract: String
    /// What does not fit.
    public let kind: Kind

    /// The kinds of problem.
    public enum Kind: Error, Hashable, Sendable {
        /// The query does not come to its end.
        case failed(QueryFailure)
        /// A column holds a fraction or bytes.
        case notAnInteger(column: String)
        /// A column holds integers in some rows and texts in others.
        case mixed(column: String)
        /// A column of texts is summed, or is shown as what it does not hold the key of.
        case holdsText(column: String)
        /// A column that is summed holds a number that no sum can hold many of.
        case tooLarge(column: String)
        /// The column by which rows are shared is empty in some, which would then be in no part.
        case inNoPart(column: String)
        /// A key holds what is no key of a school or a term, and no semester.
        case unknownKey(column: String, form: ExtractKeyForm)
    }
}

/// What is wrong with an extract before there is anything to sum up.
public enum ExtractFault: Hashable, Sendable {
    /// The query cannot be run.
    case query(QueryFault)
    /// The query lacks a column; those that it has are named.
    case missingColumn(String, known: [String])
}

extension Extract {
    /// Prepares the query over a store, which may hold nothing, and returns what is wrong.
    ///
    /// - Throws: A database error when the store cannot be read.
    public func faults(over store: StoreReader) throws -> [ExtractFault] {
        try store.read { snapshot in
            switch try snapshot.examination(of: sql, arguments: ExtractReading.argumentNames) {
            case .fault(let fault): return [.query(fault)]
            case .columns(let known):
                let needed = columns + (parts == nil ? [] : [Self.partColumn])
                return needed.filter { !known.contains($0) }.map {
                    .missingColumn($0, known: known)
                }
            }
        }
    }
}
