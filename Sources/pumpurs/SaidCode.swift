import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore
import PupilSupport

/// A personal code that a command line asks for by a file, never by itself.
struct SaidCode {
    let language: MessageLanguageOption

    /// Reads the code of a file; `-` is standard input.
    ///
    /// - Throws: The exit code when there is none.
    func read(_ file: String) throws -> PersonalCode {
        let path = file == "-" ? "/dev/stdin" : file
        // A file that is named after the code must not be quoted.
        let shown = file.contains(where: \.isNumber) ? "…" : ShownPath.text(of: file)
        do throws(CodeFile.Problem) {
            let found = try CodeFile(path: path)
            if found.isOpenToOthers {
                say(
                    lv: "brīdinājums: failu '\(shown)' var lasīt citi; dodiet tiesības tikai "
                        + "īpašniekam (chmod 600)",
                    en: "warning: others can read '\(shown)'; give the right to its owner only "
                        + "(chmod 600)")
            }
            return found.code
        } catch {
            switch error {
            case .unreadable(let code):
                let reason = MessageText.system(code)
                say(
                    lv:
                        "failu '\(shown)' nevar izlasīt: \(reason.lv); nosauciet failu ar personas kodu",
                    en: "'\(shown)' cannot be read: \(reason.en); name a file with a personal code")
            case .noCode:
                say(
                    lv: "failā '\(shown)' nav personas koda; tajā jābūt vienpadsmit cipariem, ar "
                        + "defisi aiz sestā vai bez tās, un nekam citam",
                    en: "'\(shown)' holds no personal code; it must hold eleven digits, with or "
                        + "without a hyphen behind the sixth, and nothing else")
            }
            throw Exit.noInput
        }
    }

    private func say(lv: String, en: String) {
        Terminal.say("pumpurs: \(language == .lv ? lv : en)\n")
    }
}
