import ArgumentParser
import Pipelines

struct EncryptPackage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encrypt",
        abstract: "Encrypt a sealed package for its recipient, by age or gpg.",
        discussion: """
            EXAMPLES
              pumpurs submit encrypt PACKAGE --recipient age1… --into FOLDER
              pumpurs submit encrypt PACKAGE --with gpg --recipient 0123ABCD --into FOLDER

            The package is put into one file by tar, in an order and with times that leave nothing to chance, and \
            encrypted by the program named, which must be installed. A list beside it has the fingerprints of both.
            """)

    enum Program: String, ExpressibleByArgument, CaseIterable { case age, gpg }

    @Argument(help: ArgumentHelp("The name of the package, or its folder.", valueName: "package"))
    var package: String

    @Option(name: .customLong("with"), help: "The program: age or gpg.")
    var program: Program = .age

    @Option(help: "The recipient's public key, as the program takes it.")
    var recipient: String

    @Option(help: ArgumentHelp("The folder for the file.", valueName: "folder"))
    var into: String

    @OptionGroup var options: SubmissionOptions

    func validate() throws {
        try FolderOption.check(("--into", into))
        try FolderOption.checkPlace(
            "--into", into, outside: options.place.state, inbox: options.inbox)
        try FolderOption.checkIsNotShown("--into", into)
        try FolderOption.checkApart("--into", into, from: ("--output", options.output))
    }

    func run() throws {
        try Exit.guarded(in: options.shared.language) {
            // Encrypting needs no store; where there is one, it knows the inbox.
            let store = try? options.place.openReadable()
            if let known = try store.map(DeliveredFolder.init(of:)) {
                try FolderOption.checkIsNoInbox(
                    "--into", into, knowing: known, in: options.shared.language)
            }
            let name = try options.shelf.name(of: package)
            let path = try PackageEncryption(
                program: program.rawValue, recipient: recipient
            ).encrypt(name, on: options.shelf, into: into)
            try Terminal.standardOutput.write(path + "\n")
        }
    }
}
