import ArgumentParser

struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Make the package of a semester for the State and the Fund.",
        discussion: """
            EXAMPLES
              pumpurs submit 2018-2019-2
              pumpurs submit acknowledge VAL-08 --semester 2018-2019-2 --author "A. Clerk" --reason "…"
              pumpurs submit hand-in pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S2_r01 --by "A. Clerk" --receipt 123
              pumpurs submit year 2019
              pumpurs submit status

            A package is sealed when no rule finds an error and every warning was accepted; until then the \
            command names everything that blocks it and ends with 4. A sealed package is never changed: when the \
            data change, the next one is r02, which names the fingerprint of the one it takes the place of.
            """,
        subcommands: [
            SealPackage.self, ReportYear.self, AcknowledgeWarnings.self, HandIn.self,
            PackageStatus.self, EncryptPackage.self,
        ],
        defaultSubcommand: SealPackage.self)
}
