import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
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
        _ = try shared.loadExtracts(needed: false)
        let inventory = try shared.loadInventory(of: definitions, needed: false)
        if inventory == nil, definitions.municipality.submission != SubmissionSettings() {
            let path = "\(shared.pipelines)/\(InventoryLoader.path)"
            Terminal.say(
                shared.language == .lv
                    ? "\(path): faila nav, lai gan šajās definīcijās ir sadaļa submission; bez tā neviens "
                        + "nesaka, kādam nolūkam un cik ilgi glabā katru kolonnu, un pumpurs inventory neko "
                        + "nerāda: uzrakstiet to pēc docs/data-inventory.md\n"
                    : "\(path): there is no such file, though these definitions have the section submission; "
                        + "without it nobody says what each column is kept for and how long, and pumpurs "
                        + "inventory shows nothing: write it, as docs/data-inventory.md describes\n"
            )
        }
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
