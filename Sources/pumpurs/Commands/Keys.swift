import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make, check, change or recover the key by which people are known.",
        discussion: """
            EXAMPLES
              pumpurs keys check --state /var/lib/pumpurs/state
              pumpurs keys rotate
              pumpurs keys escrow --into archive.key
              pumpurs keys recover --archive-key archive.key

            The key turns personal codes into pseudonyms and seals the vault. It lies in the state \
            folder, or where --key-file, a credential of systemd or $PUMPURS_KEY_FILE says. It is never \
            shown; the first eight digits of its hash tell one key from another.
            """,
        subcommands: [
            KeysCreate.self, KeysCheck.self, KeysRotate.self, KeysEscrow.self, KeysRecover.self,
        ])
}

/// What the commands about keys have in common.
struct KeysOptions: ParsableArguments {
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    /// Runs a command; what stands in its way is told with its exit code.
    func guarded(_ body: () throws -> Void) throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            do { try body() } catch let problem as KeyProblem {
                Exit.say(problem.message, in: shared.language)
                switch problem {
                case .exists, .isCredential, .isSound, .escrowIsThere: throw Exit.usage
                case .escrowFolderMissing: throw Exit.cannotWrite
                case .isLost, .isChanging, .isIncomplete, .isNotOfArchive, .filesStayShut,
                    .nobodyComesBack:
                    throw Exit.unsafeKey
                case .inboxMissing: throw Exit.inputMissing
                }
            }
        }
    }

    /// Writes on standard output.
    func write(lv: String, en: String) throws {
        try Terminal.standardOutput.write((shared.language == .lv ? lv : en) + "\n")
    }

    /// Tells what became of a change.
    func tell(_ result: KeyChangeResult) throws {
        let path = ShownPath.text(of: result.path)
        let old = result.oldKey ?? "–"
        try write(
            lv:
                "\(path): atslēga \(old) ir nomainīta ar \(result.newKey); cilvēki: \(result.people)",
            en: "\(path): the key \(old) was changed for \(result.newKey); people: \(result.people)"
        )
        if let kept = result.keptKey.map(ShownPath.text(of:)) {
            try write(
                lv:
                    "iepriekšējā atslēga ir \(kept): ar to atveras agrākās rezerves kopijas; glabājiet to pie tām vai "
                    + "izdzēsiet, ja tādu nav",
                en:
                    "the key before is \(kept): earlier backups open with it; keep it with them, or delete it "
                    + "when there are none")
        }
        if result.joinedPeople > 0 {
            try write(
                lv:
                    "cilvēki, kas pēc zuduma bija skaitīti vēlreiz kā jauni un atkal ir viens cilvēks: "
                    + "\(result.joinedPeople)",
                en:
                    "people who were counted once more as new ones since the loss, and are one person again: "
                    + "\(result.joinedPeople)")
        }
        for (role, ids) in result.lostPeople.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let list = ids.map(String.init).joined(separator: ", ")
            let isPupil = role == .pupil
            try write(
                lv:
                    "\(isPupil ? "skolēni" : "pedagogi"), kurus nevar atgūt: \(ids.count) (numuri "
                    + "krātuvē: \(list)); skaitļi paliek, bet nākamajos failos viņi būs jauni cilvēki",
                en:
                    "\(isPupil ? "pupils" : "teachers") who cannot be recovered: \(ids.count) (numbers "
                    + "in the store: \(list)); figures stay, but in files to come they are new people"
            )
        }
        if result.lostWithoutRecords > 0 {
            try write(
                lv:
                    "cilvēki, kas ir tikai aizturētos ierakstos un par kuriem nekas nav skaitīts; viņus "
                    + "pazīs, kad ieraksti būs izlaboti: \(result.lostWithoutRecords)",
                en:
                    "people who stand in held records only, of whom nothing is counted; they are known "
                    + "when their records are mended: \(result.lostWithoutRecords)")
        }
        if result.lostRecords > 0 {
            try write(
                lv:
                    "aizturēti ieraksti, kurus līdz faila nākamajai lasīšanai ne ar vienu nevar saistīt: "
                    + "\(result.lostRecords)",
                en:
                    "held records that can be linked with nobody until their file is read again: "
                    + "\(result.lostRecords)")
        }
        if result.lostDecisions > 0 {
            try write(
                lv:
                    "lēmumi par cilvēkiem, kas uz nākamajiem ierakstiem vairs neattiecas: "
                    + "\(result.lostDecisions)",
                en:
                    "decisions about people that say nothing of records to come any more: "
                    + "\(result.lostDecisions)")
        }
        if !result.lostAcknowledgements.isEmpty {
            try write(
                lv: "pieņemti brīdinājumi, kas turpmāk attiecas tikai uz savu failu: "
                    + "\(result.lostAcknowledgements.count)",
                en: "accepted warnings that hold for their own file only from now on: "
                    + "\(result.lostAcknowledgements.count)")
        }
    }
}

struct KeysCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make the key of a state that has none yet.",
        discussion: """
            A first run makes a key in the state folder by itself; this is for a key that is to lie \
            elsewhere. No key is ever written over.
            """)

    @OptionGroup var options: KeysOptions

    func run() throws {
        try options.guarded {
            let key = try SupportStore.createKey(
                options.place.key.place, folder: options.place.state)
            let path = ShownPath.text(of: key.path)
            try options.write(
                lv: "\(path): izveidota atslēga \(key.identifier)",
                en: "\(path): the key \(key.identifier) was made")
        }
    }
}

struct KeysCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say which key it is, where it lies, and whether it opens the vault.",
        discussion: """
            Nothing is changed but the access log, for every entry of the vault is tried. Ends with 77 \
            when the key is missing, unsafe or not the store's, or an entry does not open.
            """)

    @OptionGroup var options: KeysOptions

    func run() throws {
        try options.guarded {
            let place = options.place
            let key = try KeyExamination(
                stateFolder: place.state, key: place.key.place,
                for: VaultPurpose(command: "keys check", purpose: "see whether the key opens it"))
            let path = ShownPath.text(of: key.path)
            let origin =
                switch key.origin {
                case .option: "--key-file"
                case .credential: "$CREDENTIALS_DIRECTORY"
                case .variable: "$PUMPURS_KEY_FILE"
                case .state: "--state"
                }
            try options.write(
                lv: "\(path): atslēga \(key.identifier) (\(origin))",
                en: "\(path): the key \(key.identifier) (\(origin))")
            try options.write(
                lv: key.isOfStore ? "tā ir krātuves atslēga" : "tā NAV krātuves atslēga",
                en: key.isOfStore ? "it is the store's" : "it is NOT the store's")
            try options.write(
                lv: "glabātavas ieraksti: \(key.entries); neatveras: \(key.closedEntries); cilvēki "
                    + "bez ieraksta: \(key.missingPeople)",
                en: "entries of the vault: \(key.entries); that do not open: \(key.closedEntries); "
                    + "people without an entry: \(key.missingPeople)")
            if key.removedPeople > 0 {
                try options.write(
                    lv: "cilvēki, kuru ieraksti izņemti, jo beidzies glabāšanas laiks: "
                        + "\(key.removedPeople)",
                    en: "people whose entries were removed, for their time was over: "
                        + "\(key.removedPeople)")
            }
            if key.unrecoveredPeople > 0 {
                try options.write(
                    lv: "cilvēki, kurus pēc atslēgas zaudēšanas nevarēja atgūt: "
                        + "\(key.unrecoveredPeople)",
                    en: "people who could not be recovered when a key was lost: "
                        + "\(key.unrecoveredPeople)")
            }
            if !key.isSound { throw Exit.unsafeKey }
        }
    }
}

struct KeysRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new key in the place of the old one, and key everything anew.",
        discussion: """
            Figures, decisions, lineage and the numbers of people stay; references such as P-3f9a2c1e07b4 \
            change. Killed at any moment, the state is the old or the new one when it is opened next. \
            Copies of the state made before need the old key, so keep it as long as them.
            """)

    @OptionGroup var options: KeysOptions

    func run() throws {
        try options.guarded {
            let place = options.place
            try place.key.place.checkIsChangeable(in: place.state)
            let (definitions, _) = try options.shared.loadDefinitions()
            let session = try place.session(
                "keys rotate", under: definitions, existing: true, in: options.shared.language)
            let result = try KeysRun(store: session.store, definitions: definitions)
                .rotate(at: Moment.now)
            try session.end(exitCode: 0, looksAtInbox: false)
            try options.tell(result)
        }
    }
}
