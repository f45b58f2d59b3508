import ArgumentParser
import Glibc
import SupportStore

/// Where the key of the store lies; the key itself is never an argument, for every process sees those.
struct KeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file of the key, where it lies apart from the store.",
            discussion: """
                Without it the key is pumpurs.key among the credentials of a systemd service \
                ($CREDENTIALS_DIRECTORY), else the file that $PUMPURS_KEY_FILE names, else \
                pumpurs.key in the folder of the store.
                """, valueName: "file"))
    var keyFile: String?

    func validate() throws { try FolderOption.check(("--key-file", keyFile)) }

    /// The place of the key.
    var place: KeyPlace {
        KeyPlace(
            option: keyFile, credentials: Self.variable("CREDENTIALS_DIRECTORY"),
            variable: Self.variable("PUMPURS_KEY_FILE"))
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
