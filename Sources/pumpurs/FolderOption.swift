import ArgumentParser
import Diagnostics
import Glibc
import Pipelines

/// An option that names a folder or a file.
enum FolderOption {
    /// Refuses an empty name: with a slash behind it, it would be the root of the machine.
    static func check(_ options: (name: String, path: String?)...) throws {
        for option in options where option.path?.isEmpty == true {
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "\(option.name) ir tukšs; nosauciet mapi vai failu, vai atstājiet to prom."
                    : "\(option.name) is empty; name a folder or a file, or leave it out.")
        }
    }

    /// Refuses an output where it would write over the store, or be read as an export by the next run.
    static func checkPlace(
        _ option: String, _ output: String, outside state: String, inbox: String? = nil
    ) throws {
        let isLatvian = MessageLanguageOption.said == .lv
        if PathOrder.contains(state, output) {
            throw ValidationError(
                isLatvian
                    ? "\(option) ir stāvokļa mapē; nosauciet vietu ārpus tās."
                    : "\(option) is in the state folder; name a place outside it.")
        }
        if let inbox, PathOrder.contains(inbox, output) {
            throw ValidationError(
                isLatvian
                    ? "\(option) ir iesūtnē, un nākamā izpilde to lasītu kā skolas failus; nosauciet "
                        + "vietu ārpus tās."
                    : "\(option) is in the inbox, and the next run would read it as files of schools; "
                        + "name a place outside it.")
        }
    }

    /// Refuses a folder that somebody else could put another in the place of, or write into.
    static func checkIsKept(_ option: String, _ folder: String) throws {
        guard let open = OpenFolder.above(folder) else { return }
        let shown = ShownPath.text(of: open)
        throw ValidationError(
            MessageLanguageOption.said == .lv
                ? "\(option): mapē '\(shown)' var rakstīt ikviens, tāpēc pakotnes tur var apmainīt; atņemiet "
                    + "šīs tiesības (chmod o-w '\(shown)') vai nosauciet citu vietu."
                : "\(option): everybody may write in the folder '\(shown)', so packages there can be put in "
                    + "each other's place; take that right away (chmod o-w '\(shown)'), or name another place."
        )
    }

    /// Refuses a place for what names people or opens what does, where others are shown or may put something.
    static func checkIsSecret(_ option: String, _ path: String) throws {
        let isLatvian = MessageLanguageOption.said == .lv
        if let open = OpenFolder.above(path).map(ShownPath.text(of:)) {
            throw ValidationError(
                isLatvian
                    ? "\(option): mapē '\(open)' var rakstīt ikviens, bet te ir personas dati vai tas, kas tos "
                        + "atver; atņemiet šīs tiesības (chmod o-w '\(open)') vai nosauciet citu vietu."
                    : "\(option): everybody may write in the folder '\(open)', and here are personal data or what "
                        + "opens them; take that right away (chmod o-w '\(open)'), or name another place."
            )
        }
        try checkIsNotShown(option, path)
    }

    /// Refuses a place in an inbox, as the store knows it, for a command that is told none.
    static func checkIsNoInbox(
        _ option: String, _ path: String, knowing deliveries: DeliveredFolder,
        in language: MessageLanguageOption
    ) throws {
        guard let inbox = deliveries.above(path).map(ShownPath.text(of:)) else { return }
        throw Exit.wrongUsage(
            lv:
                "\(option) ir iesūtnē '\(inbox)', un nākamā izpilde to lasītu kā skolu failus; nekas nav "
                + "rakstīts: nosauciet vietu ārpus tās",
            en:
                "\(option) is in the inbox '\(inbox)', and the next run would read it as files of schools; "
                + "nothing was written: name a place outside it", in: language)
    }

    /// Refuses the place of a new folder when something is there already.
    static func checkIsFree(_ folder: String, in language: MessageLanguageOption) throws {
        guard access(folder, F_OK) != 0 else {
            let shown = ShownPath.text(of: folder)
            Exit.say(
                MessageText(
                    lv:
                        "'\(shown)' jau ir; nosauciet mapi, kuras vēl nav, piemēram, ar dienas datumu",
                    en:
                        "'\(shown)' is there already; name a folder that is not, such as one with the "
                        + "day's date"), in: language)
            throw Exit.cannotWrite
        }
    }

    /// Refuses a place from which others are shown what lies there, or from which definitions are read.
    static func checkIsNotShown(_ option: String, _ path: String) throws {
        let isLatvian = MessageLanguageOption.said == .lv
        guard let shown = ShownFolder.above(path) else { return }
        let folder = ShownPath.text(of: shown.folder)
        switch shown.kind {
        case .reports:
            throw ValidationError(
                isLatvian
                    ? "\(option) ir pārskatu mapē '\(folder)', no kuras publicē; nosauciet vietu ārpus tās."
                    : "\(option) is in the folder '\(folder)' of reports, from which others are shown; name a "
                        + "place outside it.")
        case .definitions:
            throw ValidationError(
                isLatvian
                    ? "\(option) ir aprakstu mapē '\(folder)'; nosauciet vietu ārpus tās."
                    : "\(option) is in the folder '\(folder)' of the definitions; name a place outside it."
            )
        }
    }

    /// Makes sure that what is exact does not come to lie in a folder that others are shown.
    static func checkApart(
        _ option: String, _ folder: String, from other: (option: String, folder: String)
    ) throws {
        guard PathOrder.contains(other.folder, folder) else { return }
        throw ValidationError(
            MessageLanguageOption.said == .lv
                ? "\(option) ir mapē, ko nosauc \(other.option) un kurā ir arī publicējamais; nosauciet "
                    + "vietu ārpus tās."
                : "\(option) is in the folder that \(other.option) names, where what is public lies; name "
                    + "a place outside it.")
    }
}
