public import Diagnostics

extension ExtractionRules {
    /// A path that leads to something else than a file.
    public static let noRegularFile = Rule(
        "FIL-017", .file, .fatal,
        summary: .init(
            lv: "tas nav fails, bet {found}", en: "this is no file but {found}"),
        advice: .init(
            lv: "nosauciet failu; visus mapes failus apskata `pumpurs inspect --all`",
            en: "name a file; `pumpurs inspect --all` looks at all files of a folder"))

    /// A path that leads nowhere.
    public static let noSuchFile = Rule(
        "FIL-018", .file, .fatal,
        summary: .init(lv: "tāda faila nav", en: "there is no such file"),
        advice: .init(
            lv: "pārbaudiet ceļu un vai fails nav pārdēvēts vai pārvietots",
            en: "check the path, and whether the file was renamed or moved"))

    /// Bytes that have no meaning in the encoding, anywhere in a file.
    public static let undefinedBytes = Rule(
        "FIL-020", .file, .warning,
        summary: .init(
            lv: "baiti bez nozīmes kodējumā {encoding}: {count}; pirmais ir {byte}. baits",
            en: "bytes without meaning in {encoding}: {count}; the first is byte {byte}"),
        advice: .init(
            lv:
                "pārbaudiet `encoding` avota aprakstā; ja tas ir pareizs, eksportējiet failu vēlreiz",
            en: "check `encoding` in the source's definition; if it is right, export the file again"
        ))

    /// Characters that a program wrote for letters that it could not read, anywhere in a file.
    public static let lostCharacters = Rule(
        "FIL-021", .file, .warning,
        summary: .init(
            lv: "zuduši burti (U+FFFD): {count}; pirmais sākas {byte}. baitā",
            en: "lost letters (U+FFFD): {count}; the first is at byte {byte}"),
        advice: .init(
            lv:
                "burti ir zuduši jau pirms sūtīšanas; eksportējiet failu no skolas sistēmas vēlreiz",
            en:
                "the letters were lost before the file was sent; export it from the school system again"
        ))

    /// A gzip file that ends before its text does.
    public static let tornGzip = Rule(
        "FIL-022", .file, .fatal,
        summary: .init(
            lv: "saspiestais fails (gzip) pārtrūkst; izpakoti {unpacked} baiti",
            en: "the compressed file (gzip) breaks off; {unpacked} bytes could be unpacked"),
        advice: .init(
            lv: "sūtiet failu vēlreiz; kopēšana laikam nav pabeigta",
            en: "send the file again; copying it was probably not finished"))

    /// A gzip file whose bytes contradict themselves.
    public static let damagedGzip = Rule(
        "FIL-023", .file, .fatal,
        summary: .init(
            lv: "saspiestais fails (gzip) ir bojāts; izpakoti {unpacked} baiti",
            en: "the compressed file (gzip) is damaged; {unpacked} bytes could be unpacked"),
        advice: .init(
            lv: "saspiediet failu vēlreiz vai sūtiet to nesaspiestu",
            en: "compress the file again, or send it as it is"))

    /// A gzip file that unpacks to more than an export can be.
    public static let unpackedTooLarge = Rule(
        "FIL-024", .file, .fatal,
        summary: .init(
            lv: "saspiestais fails (gzip) izpakojas pārāk liels: {limit}",
            en: "the compressed file (gzip) unpacks too large: {limit}"),
        advice: .init(
            lv: "tik liels eksports nav ticams; pārbaudiet failu vai sūtiet to nesaspiestu",
            en: "no export is that large; check the file, or send it as it is"))
}

extension FileSurvey {
    /// Returns what is wrong with single bytes of a file that may be read all the same.
    ///
    /// - Parameters:
    ///   - encoding: The encoding in which the file is read.
    ///   - file: The name of the file in findings.
    public func findings(in encoding: TextEncoding, file: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let bytes = undefinedBytes(in: encoding) {
            findings.append(
                Diagnostic(
                    ExtractionRules.undefinedBytes,
                    at: InputPosition(file: file, byte: bytes.first),
                    details: [
                        "encoding": encoding.rawValue, "count": "\(bytes.count)",
                        "byte": "\(bytes.first)",
                    ]))
        }
        if let lost = finding.lostCharacters, finding.encoding == encoding {
            findings.append(
                Diagnostic(
                    ExtractionRules.lostCharacters,
                    at: InputPosition(file: file, byte: lost.first),
                    details: ["count": "\(lost.count)", "byte": "\(lost.first)"]))
        }
        return findings
    }
}
