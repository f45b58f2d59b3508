public import Diagnostics
public import SupportStore

/// Why evidence cannot be used; nothing is reported rather than something wrong.
public enum EvidenceProblem: Error, Hashable, CustomStringConvertible {
    /// A query lacks a column that an indicator needs.
    case missingColumn(String, query: String)
    /// A column that counts or identifies holds something else than an integer.
    case notAnInteger(column: String, query: String)
    /// A column that is summed holds a number that no figure can hold many of.
    case tooLarge(column: String, query: String)
    /// A query does not come to its end; what was counted until then says nothing.
    case failed(QueryFailure, query: String)
    /// A query gives a code that the definitions do not have; it may be any text of the store.
    case unknownCode(ShownText, dimension: DimensionName, query: String)

    /// The query that is at fault.
    public var query: String {
        switch self {
        case .missingColumn(_, let query), .notAnInteger(_, let query), .tooLarge(_, let query),
            .failed(_, let query), .unknownCode(_, _, let query):
            query
        }
    }

    /// What is wrong, as a sentence.
    public var description: String {
        switch self {
        case .missingColumn(let column, let query): "\(query) has no column '\(column)'"
        case .notAnInteger(let column, let query):
            "column '\(column)' of \(query) holds something else than integers"
        case .tooLarge(let column, let query):
            "column '\(column)' of \(query) holds a number beyond \(EvidenceTable.largest), too large "
                + "to be summed"
        case .failed(.seconds(let count), let query):
            "\(query) does not end within \(count) seconds"
        case .failed(.rows(let count), let query): "\(query) gives more than \(count) rows"
        case .failed(.refused(let words), let query): "\(query) cannot be run: \(words)"
        case .unknownCode(let code, let dimension, let query):
            "column '\(dimension.rawValue)' of \(query) holds '\(code)', which is no "
                + "\(dimension.rawValue) of the definitions"
        }
    }
}
