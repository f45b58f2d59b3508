import DisclosureControl

/// Small linked tables by the number: each number gives the same tables on every machine.
struct RandomTables {
    private var state: UInt64

    init(number: Int) { state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC }

    private mutating func below(_ end: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(end))
    }

    /// Tables of people with a school, a band and perhaps a sex; every third number has an earlier release.
    mutating func next(_ number: Int) throws -> LinkedTables {
        let schools = (0..<2 + below(number % 4 == 0 ? 1 : 3)).map { "school \($0)" }
        let bands = (0..<2 + below(number % 6 == 0 ? 1 : 2)).map { "band \($0)" }
        let sexes = number % 2 == 0 ? ["girls", "boys"] : ["all"]
        let outcomes = (0..<2 + below(number % 2 == 0 ? 1 : 2)).map { "outcome \($0)" }
        var people = (0..<5 + below(40)).map { _ in
            [
                schools[below(schools.count)], bands[below(bands.count)],
                sexes[below(sexes.count)], outcomes[below(outcomes.count)],
            ]
        }
        func tables(_ people: [[String]], _ release: String, _ start: LinkedTables) throws
            -> LinkedTables
        {
            func cell(_ kind: String, _ indexes: [Int], _ place: [String]) -> Cell {
                let count = people.count { person in
                    zip(indexes, place).allSatisfy { $1 == "Total" || person[$0] == $1 }
                }
                // The margins of both tables are the same cells.
                let isMargin = place.dropFirst().allSatisfy { $0 == "Total" }
                let name = ([release, isMargin ? "" : kind] + (isMargin ? [place[0]] : place))
                    .joined(separator: "|")
                return Cell(name, value: count, contributors: count, threshold: 5)
            }
            let school = TableDimension(schools, total: "Total")
            let dimensions = [school, TableDimension(bands, total: "Total")]
            let first =
                sexes.count == 1
                ? try start.adding(table: dimensions) { cell("bands", [0, 1], $0) }
                : try start.adding(table: dimensions + [TableDimension(sexes, total: "Total")]) {
                    cell("bands", [0, 1, 2], $0)
                }
            guard number % 4 < 2, schools.count < 4 else { return first }
            return try first.adding(table: [school, TableDimension(outcomes, total: "Total")]) {
                cell("outcomes", [0, 3], $0)
            }
        }
        guard number % 3 == 0 else { return try tables(people, "now", .empty) }
        // Some leave and some join between the releases; the number ever supported is published with the second.
        let everybody = people
        let (leaving, joining) = (below(people.count / 2 + 1), below(people.count / 2 + 1))
        let before = try tables(Array(people.dropLast(joining)), "before", .empty)
        let hidden = Set(try Suppression(exactCandidates: 0).protection(of: before).hidden)
        let past = before.cells.map { cell in
            var cell = cell
            cell.state = hidden.contains(cell.name) ? .hiddenBefore : .publishedBefore
            return cell
        }
        people.removeFirst(leaving)
        let now = try tables(
            people, "now", LinkedTables(cells: past, relations: before.relations))
        var (cells, relations) = (now.cells, now.relations)
        for school in schools + ["Total"] {
            func isHere(_ person: [String]) -> Bool { school == "Total" || person[0] == school }
            let count = everybody.count(where: isHere)
            let value = { name in now.cells.first { $0.name == name }?.value ?? 0 }
            let returning = value("before||" + school) + value("now||" + school) - count
            for (name, value) in [("ever", count), ("returning", returning)] {
                cells.append(
                    Cell(
                        "\(name)||\(school)", value: value, isUnsafe: (1..<5).contains(value),
                        isSingle: false))
            }
            relations.append(
                Relation(
                    ["ever", "returning"].map { .init("\($0)||\(school)") }
                        + ["before", "now"].map { .init("\($0)||\(school)", times: -1) },
                    lower: 0, upper: 0))
            relations += ["before", "now"].map {
                .part("returning||\(school)", isWithin: "\($0)||\(school)")
            }
        }
        for name in ["ever", "returning"] {
            relations.append(
                .sum(of: schools.map { "\(name)||\($0)" }, is: "\(name)||Total"))
        }
        return try LinkedTables(cells: cells, relations: relations)
    }
}
