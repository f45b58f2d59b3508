import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the definitions without data.",
        discussion: """
            EXAMPLES
              pumpurs lint
              pumpurs lint --pipelines my-town/pipelines --language en

            Every fault is named with file, line and column, all in one go.
            """)

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language) { try lint() }
    }

    private func lint() throws {
        let (definitions, indicators) = try shared.loadDefinitions()
        _ = try shared.loadInventory(of: definitions, needed: false)
        let schools = definitions.municipality.schools.count
        let sources = definitions.sources.count
        let figures = indicators.families.reduce(0) { $0 + $1.indicators.count }
        try Terminal.standardOutput.write(
            shared.language == .lv
                ? "\(shared.pipelines): kļūdu nav (skolas: \(schools), avoti: \(sources), "
                    + "rādītāji: \(figures))\n"
                : "\(shared.pipelines): no faults (schools: \(schools), sources: \(sources), "
                    + "indicators: \(figures))\n")
    }
}
