import Diagnostics
import Normalization
import SupportStore

/// What is wrong with the exports of an archive.
struct ArchiveTroubles {
    private let soundness: StoreSoundness
    private let names: ShownFileNames

    init(_ soundness: StoreSoundness, knowing words: KnownWords) {
        self.soundness = soundness
        names = ShownFileNames(
            soundness.lostFiles.map(\.name) + soundness.shutFiles, knowing: words)
    }

    /// The files that count and that the archive lacks, or has altered: how many, and each by its name.
    var lost: [Trouble] {
        // What does not open for want of a key is not altered.
        guard soundness.archiveKeyProblem == nil, !soundness.lostFiles.isEmpty else { return [] }
        let count = soundness.lostFiles.count
        let summary = Trouble(
            .fatal,
            lv:
                "arhīvā trūkst ieskaitītu failu vai tie ir mainīti: \(count); atjaunojiet mapi archive no "
                + "rezerves kopijas vai palaidiet pumpurs import, kamēr skolu faili ir iesūtnē",
            en:
                "the archive lacks files that count, or holds others: \(count); restore the folder "
                + "archive from the backup, or run pumpurs import while the schools' files are in the inbox"
        )
        return [summary] + soundness.lostFiles.map(trouble)
    }

    private func trouble(of file: StoreSoundness.LostFile) -> Trouble {
        let name = names[file.name]
        let (lv, en) =
            switch file.found {
            case .nothing: ("faila nav", "there is no file")
            case .folder:
                (
                    "tur ir mape; pirms importēšanas pārvietojiet to citur",
                    "a folder is there; move it away before importing"
                )
            case .altered: ("fails nav tas, ko pieņēma", "the file is not what was accepted")
            case .sealedUnderOtherKey:
                (
                    "fails ir aizzīmogots ar citu atslēgu (pumpurs keys recover)",
                    "the file is sealed under another key (pumpurs keys recover)"
                )
            }
        let blanked: (lv: String, en: String) =
            file.isBlanked
            ? (
                "; tajā ir dzēsti ieraksti, tāpēc to atjauno tikai rezerves kopija",
                "; records were erased in it, so only the backup restores it"
            ) : ("", "")
        return Trouble(
            .fatal, lv: "\(name): \(file.place): \(lv)\(blanked.lv)",
            en: "\(name): \(file.place): \(en)\(blanked.en)")
    }

    /// The files whose key was lost and given up: nothing is damaged, and nobody can read them.
    var shut: [Trouble] {
        guard !soundness.shutFiles.isEmpty else { return [] }
        let count = soundness.shutFiles.count
        let list = soundness.shutFiles.map { names[$0] }.sorted().joined(separator: ", ")
        return [
            Trouble(
                .warning,
                lv:
                    "arhīva faili, kas paliek slēgti, jo to atslēga ir zudusi: \(count) (\(list)); tos atver "
                    + "pumpurs keys recover ar --archive-key, ja atslēga ir nodota glabāšanā, un "
                    + "aizstāj pumpurs import, kad skolas fails ir iesūtnē; failu ar dzēstiem ierakstiem "
                    + "atver tikai atslēga",
                en:
                    "files of the archive that stay shut, for their key was lost: \(count) (\(list)); pumpurs "
                    + "keys recover opens them with --archive-key, where that was put in other hands, and "
                    + "pumpurs import replaces them while the school's file is in the inbox; one with "
                    + "erased records opens by the key only")
        ]
    }

    /// What an older program left in clear.
    var clear: [Trouble] {
        guard soundness.clearExports > 0 else { return [] }
        return [
            Trouble(
                .warning,
                lv:
                    "arhīvā neaizzīmogotas stāv iesūtīto failu kopijas: \(soundness.clearExports); nākamā "
                    + "pumpurs import izpilde tās aizzīmogos",
                en:
                    "copies of exports that are not sealed lie in the archive: "
                    + "\(soundness.clearExports); the next pumpurs import seals them")
        ]
    }
}
