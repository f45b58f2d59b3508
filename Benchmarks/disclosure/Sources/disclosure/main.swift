import DisclosureControl

/// Pupils of many schools in many tables, with totals of each school and of the country.
struct MadeUpTables {
    private var state: UInt64 = 2019

    private mutating func below(_ end: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(end))
    }

    mutating func tables(schools: Int, tables: Int, categories: Int) throws -> LinkedTables {
        var cells: [Cell] = []
        var relations: [Relation] = []
        var country = Array(repeating: Array(repeating: 0, count: categories), count: tables)
        var everybody = 0
        func padded(_ number: Int) -> String { String(String(10_000 + number).dropFirst()) }
        func cell(_ name: String, _ count: Int) -> Cell {
            Cell(name, value: count, contributors: count, threshold: 5, cost: 1 + count)
        }
        for school in 0..<schools {
            let pupils = 5 + below(30) + below(60)
            everybody += pupils
            let total = "\(padded(school))|all"
            cells.append(cell(total, pupils))
            for table in 0..<tables {
                var counts = Array(repeating: 0, count: categories)
                // Some categories are common and some rare.
                for _ in 0..<pupils {
                    counts[min(below(categories), below(categories))] += 1
                }
                let names = (0..<categories).map { "\(padded(school))|\(table)|\(padded($0))" }
                cells += zip(names, counts).map { cell($0, $1) }
                relations.append(.sum(of: names, is: total))
                for category in 0..<categories { country[table][category] += counts[category] }
            }
        }
        let all = (0..<schools).map { "\(padded($0))|all" }
        cells.append(cell("country|all", everybody))
        relations.append(.sum(of: all, is: "country|all"))
        for table in 0..<tables {
            let names = (0..<categories).map { "country|\(table)|\(padded($0))" }
            relations.append(.sum(of: names, is: "country|all"))
            for category in 0..<categories {
                cells.append(cell(names[category], country[table][category]))
                relations.append(
                    .sum(
                        of: (0..<schools).map { "\(padded($0))|\(table)|\(padded(category))" },
                        is: names[category]))
            }
        }
        return try LinkedTables(cells: cells, relations: relations)
    }
}

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard numbers.count == 3 else { throw LinkedTablesFault.unknownCell(name: "usage: see measure") }
let clock = ContinuousClock()
var madeUp = MadeUpTables()
let tables = try madeUp.tables(
    schools: numbers[0], tables: numbers[1], categories: numbers[2])
let unsafe = tables.cells.count { $0.isUnsafe }
print("\(tables.cells.count) cells, \(tables.relations.count) relations, \(unsafe) unsafe")
for guardsAgainstSingles in [false, true] {
    print("single contributors: \(guardsAgainstSingles ? "guarded against" : "not considered")")
    let begin = clock.now
    let protection = try Suppression(guardsAgainstSingles: guardsAgainstSingles)
        .protection(of: tables)
    print("  chosen and audited in \(clock.now - begin):")
    print("  \(protection.hidden.count) hidden, \(protection.complementary.count) of them to")
    print("  protect others, \(protection.method), passes: \(protection.audit.passes)")
    let truth = Dictionary(uniqueKeysWithValues: tables.cells.map { ($0.name, $0.value) })
    let published = tables.published(hiding: Set(protection.hidden))
    let again = clock.now
    let audit = try Audit().result(of: published, completions: [truth])
    print("  audited once more in \(clock.now - again), passes: \(audit.passes)")
    let anew = clock.now
    let fromFiles = try Audit().result(of: published)
    print("  audited without any solution to begin with in \(clock.now - anew),")
    print("  unsafe: \(fromFiles.unsafe.count)")
}
