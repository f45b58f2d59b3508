import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct KeysEscrow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escrow",
        abstract: "Write the key of the archive into a file that is kept in other hands.",
        discussion: """
            The exports in the archive are sealed under a key of their own, which opens with the store's key. \
            If that is lost, this file opens the archive, and with it keys recover knows people again. Whoever \
            has both the file and the archive can read all exports. The access log notes it.
            """)

    @Option(
        help: ArgumentHelp(
            "The file that is written, readable by its owner only.", valueName: "file"))
    var into: String

    @OptionGroup var data: DataOptions
    @OptionGroup var options: KeysOptions

    func validate() throws {
        try FolderOption.check(("--into", into))
        guard into != "-" else {
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "--into: atslēgu neraksta standarta izvadē, kur tā paliek žurnālos; nosauciet failu."
                    : "--into: a key is not written on standard output, where journals keep it; name a file."
            )
        }
        try FolderOption.checkPlace(
            "--into", into, outside: options.place.state, inbox: data.inbox)
        try FolderOption.checkIsSecret("--into", into)
    }

    func run() throws {
        try options.guarded {
            let place = options.place
            let (definitions, _) = try options.shared.loadDefinitions()
            let store = try place.open(existing: true, in: options.shared.language)
            try FolderOption.checkIsNoInbox(
                "--into", into, knowing: DeliveredFolder(of: store), in: options.shared.language)
            let identifier = try KeysRun(store: store, definitions: definitions)
                .escrow(into: into)
            let path = ShownPath.text(of: into)
            try options.write(
                lv:
                    "\(path): uzrakstīta arhīva atslēga \(identifier); nododiet to glabāšanā citās "
                    + "rokās, šķirti no stāvokļa un tā kopijām, un šeit izdzēsiet",
                en:
                    "\(path): the archive's key \(identifier) was written; put it in other hands, apart "
                    + "from the state and its copies, and delete it here")
        }
    }
}

struct KeysRecover: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract:
            "Make a new key in the place of a lost one; people are known again by the archive.",
        discussion: """
            Each record of the store leads to a line of an archived file, and that names the person. \
            Figures and the numbers of people stay. Whoever cannot be found out again is named by number. \
            A lost vault is made anew too.

            The archive is sealed, and opens with the lost key. --archive-key names the file that keys \
            escrow wrote; without it the files are taken from the inbox, known by their fingerprints, and \
            sealed anew. Where files would stay shut that neither opens, nothing is changed and the command ends \
            with 77, unless --leave-shut says that they may. Ends with 3 when somebody or something is left out; \
            with the file that keys escrow wrote, it opens later what stayed shut.
            """)

    @Option(
        help: ArgumentHelp(
            "The file that keys escrow wrote: the key of the archive.", valueName: "file"))
    var archiveKey: String?

    @Flag(
        help: """
            Recover though files of the archive stay shut. Of these no source text is shown, no past state is \
            made and no record is blanked any more, and whoever stands in no other file counts as somebody new \
            from then on. Figures stay. Only the file that keys escrow wrote, or the school's file, brings \
            it back.
            """)
    var leaveShut = false

    @OptionGroup var data: DataOptions
    @OptionGroup var options: KeysOptions

    func validate() throws { try FolderOption.check(("--archive-key", archiveKey)) }

    func run() throws {
        try options.guarded {
            let place = options.place
            try place.key.place.checkIsChangeable(in: place.state)
            let (definitions, _) = try options.shared.loadDefinitions()
            let store = try SupportStore(
                recovering: place.state, lockWait: place.lockWait, key: place.key.place)
            let session = RunSession(
                "keys recover", arguments: Array(CommandLine.arguments.dropFirst()),
                version: Pumpurs.configuration.version, store: store, definitions: definitions)
            let recovery = try KeysRun(store: session.store, definitions: definitions)
                .recover(
                    inbox: data.inbox, escrow: archiveKey, leavingShut: leaveShut, at: Moment.now)
            try session.end(
                exitCode: recovery.isWhole ? 0 : Int(Exit.heldBack.rawValue), looksAtInbox: false)
            try tell(recovery)
            if !recovery.isWhole { throw Exit.heldBack }
        }
    }

    private func tell(_ recovery: KeyRecovery) throws {
        if let change = recovery.change { try options.tell(change) }
        if recovery.hasNewArchiveKey {
            try options.write(
                lv:
                    "arhīva atslēga bija zudusi un ir izveidota jauna; faili, kas paņemti no iesūtnes un "
                    + "aizzīmogoti no jauna: \(recovery.sealedAnew); agrākais pumpurs keys escrow fails jauno arhīvu "
                    + "neatver: palaidiet pumpurs keys escrow vēlreiz, bet veco paturiet, kamēr kas palicis slēgts",
                en:
                    "the archive's key was lost and a new one was made; files taken from the inbox and sealed "
                    + "anew: \(recovery.sealedAnew); the earlier file of pumpurs keys escrow does not open the new "
                    + "archive: run pumpurs keys escrow again, but keep the old one while anything stays shut"
            )
        } else if recovery.reopened + recovery.sealedAnew > 0 {
            try options.write(
                lv:
                    "arhīva faili, kas atkal atveras: \(recovery.reopened + recovery.sealedAnew)",
                en:
                    "files of the archive that open again: \(recovery.reopened + recovery.sealedAnew)"
            )
        } else if recovery.change == nil, recovery.missing == 0 {
            try options.write(
                lv: "arhīvs atkal atveras ar krātuves atslēgu",
                en: "the archive opens with the store's key again")
        }
        if recovery.unrecognisedErasures > 0 {
            try options.write(
                lv:
                    "dzēšanas, kuru cilvēkus vairs nevar pazīt: \(recovery.unrecognisedErasures); ja skola viņu "
                    + "ierakstus atsūta vēlreiz, izdzēsiet tos no faila vai palaidiet pumpurs person erase",
                en:
                    "erasures whose people cannot be known again: \(recovery.unrecognisedErasures); when a school "
                    + "sends their records again, take them out of the file, or run pumpurs person erase"
            )
        }
        if !recovery.erasedAgain.isEmpty {
            let tickets = recovery.erasedAgain.joined(separator: ", ")
            try options.write(
                lv:
                    "cilvēki, kas bija dzēsti un ir atkal krātuvē, jo viņus kādu laiku nevarēja pazīt: lietas \(tickets); "
                    + "palaidiet pumpurs person erase vēlreiz",
                en:
                    "people who were erased and are in the store again, for they could not be known meanwhile: tickets \(tickets); "
                    + "run pumpurs person erase again")
        }
        if recovery.stillUnnamed > 0 {
            try options.write(
                lv: "cilvēki, kurus joprojām nevar nosaukt: \(recovery.stillUnnamed)",
                en: "people whom nobody can name still: \(recovery.stillUnnamed)")
        }
        if recovery.missing > 0 {
            try options.write(
                lv:
                    "arhīva faili, kurus vairs nevar atvērt un kuru nav iesūtnē: \(recovery.missing); "
                    + "skaitļi paliek; kad skolu faili ir iesūtnē vai ir atrasts pumpurs keys escrow uzrakstītais "
                    + "fails (--archive-key), palaidiet pumpurs keys recover vēlreiz",
                en:
                    "files of the archive that do not open any more and are not in the inbox: "
                    + "\(recovery.missing); figures stay; when the schools' files are in the inbox, or the "
                    + "file that pumpurs keys escrow wrote is found (--archive-key), run pumpurs keys recover "
                    + "again")
        }
    }
}
