import PupilSupport

/// The schools that a record of a file may concern, as a list of records names them.
///
/// Of a nation's file every school would stand at every record.
struct ConcernedSchools {
    /// As many schools as are named.
    static let mostNamed = 3

    /// The codes of the schools that are named.
    let named: [String]
    /// How many there are beside them.
    let more: Int

    init(_ codes: [String]) {
        named = Array(codes.prefix(Self.mostNamed))
        more = codes.count - named.count
    }

    /// The schools in a cell of a table.
    var cell: String { (named + (more > 0 ? ["+\(more)"] : [])).joined(separator: "; ") }

    /// Returns the schools as a reader is told of them.
    func text(in language: Language) -> String {
        let names = named.joined(separator: " ")
        guard more > 0 else { return names }
        return names + (language == .latvian ? " un vēl \(more)" : " and \(more) more")
    }

    /// The members of a document; how many are left out is said only where some are.
    var members: [(key: String, value: JSONText)] {
        [("schools", .list(named.map(JSONText.words)))]
            + (more > 0 ? [("schools_more", .integer(more))] : [])
    }
}
