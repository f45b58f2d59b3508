import PupilSupport

/// The words of a letter to a school.
struct LetterWords {
    private let language: Language
    private let numbers: NumberText

    init(_ language: Language) {
        self.language = language
        numbers = NumberText(language: language)
    }

    private func choose(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }

    var title: String { choose("Kas skolas failos jālabo", "What to mend in the school's files") }
    var advice: String { choose("Kas atļauts un kā labot", "What is allowed, and how to mend it") }
    var error: String { choose("kļūda", "error") }
    var warning: String { choose("brīdinājums", "warning") }

    var columns: [String] {
        language == .latvian
            ? [
                "fails", "rinda", "aile", "šūna", "veids", "noteikums", "atrasts",
                "kas atļauts un kā labot",
            ]
            : [
                "file", "line", "column", "cell", "severity", "rule", "found",
                "what is allowed and how to mend it",
            ]
    }

    func line(_ line: Int) -> String {
        guard line > 0 else { return choose("viss fails", "the whole file") }
        return choose("\(line). rinda", "line \(line)")
    }

    func errors(_ count: Int) -> String {
        choose(
            "Kļūdas: \(numbers.integer(count)) (šie ieraksti netiek skaitīti)",
            "Errors: \(numbers.integer(count)) (these records do not count)")
    }

    func warnings(_ count: Int) -> String {
        choose(
            "Brīdinājumi: \(numbers.integer(count)) (pārbaudiet)",
            "Warnings: \(numbers.integer(count)) (please check)")
    }

    func counts(of file: SchoolLetter.File) -> String {
        choose(
            "Nolasītie ieraksti: \(numbers.integer(file.read)), no tiem aizturēti: "
                + "\(numbers.integer(file.heldBack)).",
            "Records read: \(numbers.integer(file.read)), of which held back: "
                + "\(numbers.integer(file.heldBack)).")
    }

    func more(_ count: Int) -> String {
        choose(
            "Vēl \(numbers.integer(count)) ir tabulā (CSV), kas pievienota šai vēstulei.",
            "Another \(numbers.integer(count)) are in the table (CSV) that comes with this letter.")
    }

    var shared: String {
        choose(
            "Failā ir arī citu skolu ieraksti; te ir tikai tas, kas noteikti attiecas uz šo skolu.",
            "The file has records of other schools too; here is only what surely concerns this one."
        )
    }

    func verdict(of files: Int, errors: Int, warnings: Int) -> String {
        guard files > 0 else {
            return choose(
                "Par šo semestri no skolas nav saņemts neviens fails.",
                "No file of this semester has come from the school.")
        }
        guard errors + warnings > 0 else {
            return choose(
                "Faili ir nolasīti (\(files)), un tajos nekas nav jālabo.",
                "The files were read (\(files)), and nothing in them needs to be mended.")
        }
        return choose(
            "Failos (\(files)) atrastas kļūdas: \(numbers.integer(errors)), brīdinājumi: "
                + "\(numbers.integer(warnings)).",
            "In the files (\(files)) were found: errors \(numbers.integer(errors)), warnings "
                + "\(numbers.integer(warnings)).")
    }

    func closing(hasErrors: Bool, hasWarnings: Bool, hasMissing: Bool) -> [String] {
        var sentences: [String] = []
        if hasErrors {
            sentences.append(
                choose(
                    "Izlabojiet ierakstus skolas sistēmā, eksportējiet failu no jauna un atsūtiet to "
                        + "vēlreiz, veselu, ne tikai izlabotās rindas: jaunais fails aizstāj iepriekšējo.",
                    "Mend the records in the school's system, export the file anew and send it again, "
                        + "whole, not the mended lines alone: the new file takes the old one's place."
                ))
        }
        if hasWarnings {
            sentences.append(
                choose(
                    "Ja brīdinājums ir pamatots, rīkojieties tāpat; ja dati ir pareizi, pasakiet to "
                        + "Izglītības pārvaldei, un to atzīmēs.",
                    "Where a warning is right, do the same; where the data are right, tell the "
                        + "Education Board, and it will be noted."))
        }
        if hasMissing {
            sentences.append(
                choose(
                    "Atsūtiet failus, kas vēl nav saņemti.",
                    "Send the files that have not come yet."))
        }
        if sentences.isEmpty {
            sentences.append(choose("Nekas nav jādara.", "Nothing needs to be done."))
        }
        return sentences
    }
}
