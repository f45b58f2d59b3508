public import Diagnostics
import Glibc
import Reports
import SupportStore

/// An output that cannot be written, and why.
public struct OutputError: Error, Hashable {
    /// What is wrong, and how to mend it.
    public let message: MessageText

    /// Creates the error of a path.
    ///
    /// - Parameters:
    ///   - path: The path that cannot be written.
    ///   - reason: Why.
    public init(path: String, reason: MessageText) {
        message = MessageText(
            lv:
                "\(path): nevar ierakstīt: \(reason.lv); dodiet rakstīšanas tiesības un brīvu vietu "
                + "vai nosauciet citu mapi",
            en:
                "\(path): it cannot be written: \(reason.en); give the right to write and free space, "
                + "or name another folder")
    }

    /// Creates the error of a path from the system's last one.
    init(path: String) { self.init(path: path, reason: .system(errno)) }

    private init(_ message: MessageText) { self.message = message }

    /// Creates an error in words of its own.
    init(lv: String, en: String) { message = MessageText(lv: lv, en: en) }

    /// Does what may need a long file beside the output; that it got no room is an error of the output.
    static func ofSpool<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as SpoolError {
            throw OutputError(path: SpoolError.folder, reason: .system(error.code))
        }
    }

    /// Returns the error of a file that is there and must stay.
    static func isThere(_ path: String) -> OutputError {
        OutputError(
            MessageText(
                lv: "\(path): tāds fails jau ir un netiek pārrakstīts; nosauciet citu",
                en: "\(path): there is such a file, and it is not written over; name another"))
    }

    /// Returns the error of a path at which something else lies than the folder of a report.
    static func isNoFolder(_ path: String) -> OutputError {
        OutputError(
            MessageText(
                lv:
                    "\(path): tā nav mape, bet saite vai fails, un to neaizstāj; pārvietojiet to citur vai "
                    + "nosauciet citu mapi",
                en:
                    "\(path): it is no folder but a link or a file, which is not replaced; move it away, or "
                    + "name another folder"))
    }

    /// Returns the error of a summary that says nothing of what was released, so that nothing can be released after it.
    static func isNoRelease(_ path: String) -> OutputError {
        OutputError(
            MessageText(
                lv:
                    "\(path): tas nav šīs programmas publisks kopsavilkums, un bez tā nav zināms, kas jau ir "
                    + "publicēts; atjaunojiet to vai pārvietojiet mapi citur",
                en:
                    "\(path): it is no public summary of this program, and without it nobody knows what was "
                    + "released already; restore it, or move the folder away"))
    }

    /// Returns the error of a folder that holds today's reports, which those of the past must not replace.
    static func isPublished(_ path: String) -> OutputError {
        OutputError(
            MessageText(
                lv:
                    "\(path): tur ir šodien publicētais pārskats, un pagātnes pārskats to neaizstāj; ar "
                    + "--output nosauciet citu mapi",
                en:
                    "\(path): today's published report lies there, and one of the past does not take its "
                    + "place; name another folder with --output"))
    }

    /// Returns the error of standard output.
    ///
    /// - Parameter code: The system's error number.
    public static func standardOutput(code: Int32) -> OutputError {
        if code == EPIPE {
            return OutputError(
                MessageText(
                    lv:
                        "programma, kas lasa standarta izvadi, ir beigusi lasīt, un ne viss ir izvadīts; ja "
                        + "vajag visu, rakstiet failā",
                    en:
                        "the program that reads standard output has stopped, and not all was written; if "
                        + "all is wanted, write it into a file"))
        }
        let reason = MessageText.system(code)
        return OutputError(
            MessageText(
                lv: "standarta izvadi nevar ierakstīt: \(reason.lv); atbrīvojiet vietu vai ļaujiet "
                    + "programmai, kas to lasa, izlasīt visu",
                en: "standard output cannot be written: \(reason.en); free some space, or let the "
                    + "program that reads it read all of it"))
    }
}
