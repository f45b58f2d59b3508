import DisclosureControl

/// Many schools in which few pupils had few sessions each: nearly every figure is below the threshold, and the
/// pupils of a measure are at most as many as its sessions.
struct SmallSchools {
    let schools: Int
    let measures: Int
    private var state: UInt64

    init(schools: Int, measures: Int, number: UInt64 = 1) {
        self.schools = schools
        self.measures = measures
        state = number
    }

    private mutating func below(_ end: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(end))
    }

    mutating func tables() throws -> LinkedTables {
        var cells: [Cell] = []
        var relations: [Relation] = []
        var inMeasure = Array(
            repeating: (pupils: [String](), count: 0, sessions: [String](), sum: 0), count: measures
        )
        var inSchool: [String] = []
        var sum = 0
        for school in 1...schools {
            var (pupils, count) = ([String](), 0)
            var (sessions, given) = ([String](), 0)
            for measure in 0..<measures where below(5) > 0 {
                let some = 1 + min(below(4), below(8))
                let more = some + (below(4) == 0 ? 1 : 0)
                let place = "school=\(school)/measure=\(measure)"
                cells += [
                    Cell(
                        "pupils/\(place)", value: some, lowest: 1, isUnsafe: some < 5,
                        cost: 1 + some),
                    Cell(
                        "sessions/\(place)", value: more, lowest: 1, isUnsafe: some < 5,
                        isSingle: false, cost: 1 + some),
                ]
                relations += [
                    .part("pupils/\(place)", isWithin: "sessions/\(place)"),
                    .part("pupils/\(place)", isWithin: "pupils/school=\(school)"),
                    .part("pupils/\(place)", isWithin: "pupils/measure=\(measure)"),
                ]
                pupils.append("pupils/\(place)")
                sessions.append("sessions/\(place)")
                count += some
                given += more
                inMeasure[measure].pupils.append("pupils/\(place)")
                inMeasure[measure].sessions.append("sessions/\(place)")
                inMeasure[measure].count += some
                inMeasure[measure].sum += more
            }
            // One school in twenty has so few teachers that its totals must be hidden.
            let isUnsafe = school % 20 == 0
            cells += [
                Cell(
                    "pupils/school=\(school)", value: min(count, max(5, count * 2 / 3)),
                    isUnsafe: isUnsafe, cost: 100),
                Cell("sessions/school=\(school)", value: given, isUnsafe: isUnsafe, cost: 100),
            ]
            relations += [
                .parts(pupils, cover: "pupils/school=\(school)"),
                .sum(of: sessions, is: "sessions/school=\(school)"),
            ]
            inSchool.append("sessions/school=\(school)")
            sum += given
        }
        for measure in 0..<measures {
            cells += [
                Cell("pupils/measure=\(measure)", value: inMeasure[measure].count, cost: 1000),
                Cell("sessions/measure=\(measure)", value: inMeasure[measure].sum, cost: 1000),
            ]
            relations += [
                .parts(inMeasure[measure].pupils, cover: "pupils/measure=\(measure)"),
                .sum(of: inMeasure[measure].sessions, is: "sessions/measure=\(measure)"),
            ]
        }
        cells.append(Cell("sessions", value: sum, cost: 10_000))
        relations.append(.sum(of: inSchool, is: "sessions"))
        return try LinkedTables(cells: cells, relations: relations)
    }
}
