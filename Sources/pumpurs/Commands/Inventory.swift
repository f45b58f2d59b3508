import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport

struct Inventory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: "Print where personal data stand, why, by what right, for whom, how long.",
        discussion: """
            EXAMPLES
              pumpurs inventory
              pumpurs inventory --format csv --language en

            A line for each column of the model, the store, the vault and the package's restricted tables, taken \
            from the schema of this program; purposes, legal bases, recipients and retention stand in \
            privacy/inventory.yaml of the definitions. A column of which nothing is said there, or one that \
            does not exist, is named with its line, and the command ends with 78. It is an annex of a data \
            protection impact assessment, and opens no store.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, markdown }

    @Option(help: "The form: csv or markdown.")
    var format: Format = .markdown

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language) {
            let (definitions, _) = try shared.loadDefinitions()
            let inventory = try shared.loadInventory(of: definitions, needed: true)
            guard let inventory else { throw Exit.wrongDefinitions }
            try Terminal.standardOutput.write(
                format == .csv
                    ? inventory.table(in: shared.language.names)
                    : inventory.document(in: shared.language.names))
        }
    }
}

extension SharedOptions {
    /// Reads the inventory, or prints everything that is wrong with it and ends with code 78.
    ///
    /// - Parameter isNeeded: Whether it must be there.
    func loadInventory(
        of definitions: Definitions, needed isNeeded: Bool
    ) throws -> DataInventory? {
        let (inventory, problems) = try InventoryLoader(
            folder: pipelines, definitions: definitions
        ).load(needed: isNeeded)
        for problem in problems {
            Terminal.say(problem.rendered(in: language.messages) + "\n")
        }
        guard problems.isEmpty else { throw Exit.wrongDefinitions }
        return inventory
    }
}
