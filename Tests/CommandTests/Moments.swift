import Foundation

extension Workplace {
    /// Runs the program as if it were a moment, in seconds since 1970.
    func run(at moment: Int, _ arguments: String...) throws -> Outcome {
        try shell(
            "SOURCE_DATE_EPOCH=\(moment) \"$PUMPURS\" "
                + arguments.map { "'\($0)'" }.joined(separator: " "))
    }

    /// Runs `pumpurs rollup` over the inbox of the workplace as if it were a moment.
    func rollup(at moment: Int = .spring2020, _ more: String = "") throws -> Outcome {
        try shell(
            "SOURCE_DATE_EPOCH=\(moment) \"$PUMPURS\" rollup --inbox inbox --pipelines pipelines "
                + "--state state --output reports --language en \(more)")
    }

    /// The figures of a semester's published summary, by address.
    func figures(_ semester: String, in folder: String = "reports") throws -> [String: String] {
        var figures: [String: String] = [:]
        for file in ["participants", "teachers", "outcomes"] {
            for row in rows(of: try text("\(folder)/\(semester)/internal/\(file).csv")) {
                guard let address = row["address"], let value = row["value"] else { continue }
                figures[address] = value.isEmpty ? row["value_status"] : value
            }
        }
        return figures
    }
}

extension Int {
    /// 7 October 2019, noon in Latvia, in seconds since 1970.
    static let october2019 = 1_570_438_800
    /// The next day at the same hour.
    static let dayAfter = 1_570_525_200
    /// 1 March 2020, when three semesters have ended.
    static let spring2020 = 1_583_056_800
}
