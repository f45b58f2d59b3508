import ArgumentParser
import Glibc
import Pipelines

/// The arguments as the system hands them over: bytes, which need not be text.
enum ArgumentText {
    /// Ends the program with code 64 when an argument is not UTF-8: as text it would be another path.
    static func check(language: MessageLanguageOption) throws(ExitCode) {
        for number in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[number] else { continue }
            let bytes = Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
            guard String(validating: bytes, as: UTF8.self) == nil else { continue }
            let shown = ShownPath.text(of: bytes)
            throw Exit.wrongUsage(
                lv: "\(number). arguments '\(shown)' nav UTF-8, un argumentus lasa tikai UTF-8; "
                    + "pārdēvējiet failu vai nosauciet mapi, kurā tas ir (inspect --all, --inbox)",
                en: "argument \(number) '\(shown)' is not UTF-8, and arguments are read in UTF-8 "
                    + "only; rename the file, or name the folder that it is in (inspect --all, "
                    + "--inbox)",
                in: language)
        }
    }
}

extension MessageLanguageOption {
    /// The language that the command line asks for, where it cannot be parsed yet.
    static var said: MessageLanguageOption {
        let arguments = CommandLine.arguments
        let isEnglish =
            arguments.contains("--language=en")
            || zip(arguments, arguments.dropFirst()).contains { $0 == "--language" && $1 == "en" }
        return isEnglish ? .en : .lv
    }
}
