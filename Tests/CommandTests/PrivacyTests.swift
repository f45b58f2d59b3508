import Foundation
import Testing

@Suite struct `No output gives anybody away` {
    @Test
    func `no personal code or name of the samples is in reports, on the terminal or in the store`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.report(language: "lv")
        var outputs = try workplace.files(in: "reports")
        outputs["standard output"] = Array(outcome.output.utf8)
        outputs["standard error"] = Array(outcome.errors.utf8)
        for name in ["pumpurs.sqlite", "pumpurs.sqlite-wal", "vault.sqlite"] {
            outputs[name] = try? workplace.bytes("state/\(name)")
        }
        let secrets = try Self.secrets(workplace)
        #expect(secrets.codes.count > 100)
        #expect(secrets.names.count > 80)
        var leaks = 0
        for (name, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            let digits = Set(Self.runs(in: text, where: { $0.isNumber || $0 == "-" }))
            let words = Set(Self.runs(in: text, where: \.isLetter))
            leaks += digits.intersection(secrets.codes).count
            // The failure names the file only: what leaked must not stand in a test's text.
            #expect(digits.isDisjoint(with: secrets.codes), "a personal code in \(name)")
            if name.hasSuffix(".csv") || name.hasSuffix(".html") || name.hasSuffix(".json")
                || name.hasPrefix("standard")
            {
                #expect(words.isDisjoint(with: secrets.names), "a name in \(name)")
            }
        }
        #expect(leaks == 0)
    }

    /// Looks through every file of the state but the vault, which is sealed entry by entry: those of the
    /// archive, definitions and all, the databases, their logs, and what runs left that were killed.
    private static let search = #"""
        import os
        needles = [line.rstrip("\n") for line in open("needles", encoding="utf-8")]
        def isLetter(byte): return chr(byte).isalpha() or byte >= 0x80
        def isWord(data, place, needle):
            before, after = data[place - 1:place], data[place + len(needle):place + len(needle) + 1]
            return not (before and isLetter(before[0]) or after and isLetter(after[0]))
        def holds(data, needle, asWord):
            place = data.find(needle)
            while place >= 0 and asWord and not isWord(data, place, needle):
                place = data.find(needle, place + 1)
            return place >= 0
        files = [os.path.join(at, name) for top in ["state", "reports"]
                 for at, _, names in os.walk(top) for name in names
                 if top == "state" or "/public/" in at]
        looked = 0
        for path in sorted(files) + ["messages"]:
            if os.path.basename(path).startswith("vault.sqlite"): continue
            data = open(path, "rb").read()
            looked += 1
            for needle in needles:
                for encoding in ["utf-8", "utf-16-le", "utf-16-be", "cp1257"]:
                    try: raw = needle.encode(encoding)
                    except UnicodeEncodeError: continue
                    # So few bytes come about by chance in what is sealed.
                    if path.endswith(".sealed") and len(raw) < 7: continue
                    isName = not needle[0].isdigit()
                    if holds(data, raw, isName and not encoding.startswith("utf-16")):
                        print("a", "name" if isName else "code", "in", path, "as", encoding)
        print(looked > 40)
        """#

    @Test
    func
        `no byte of the state outside the vault holds a code or a name of the samples, in any encoding`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let secrets = try Self.secrets(workplace)
        #expect(secrets.codes.count > 100 && secrets.names.count > 80)
        try workplace.write(
            secrets.codes.union(secrets.names).sorted().map { "\($0)\n" }.joined(), to: "needles")
        try workplace.write(Self.search, to: "search.py")
        let searched = try workplace.shell(
            """
            run() { "$PUMPURS" "$@" >>messages 2>&1; }
            run report --inbox inbox; python3 search.py
            export SOURCE_DATE_EPOCH=\(Int.october2019)
            run rollup --inbox inbox; run close 2018-2019-2 --author Analyst --allow-incomplete
            for file in pipelines/sources/*.yaml; do echo '# x' >>$file; done
            run quarantine replay; run import --inbox inbox
            run report --as-of run:1 --output then; run diff run:1 now; run explain 2018-2019-2/sessions
            run keys rotate; run people list; run backup --into copy; run doctor
            python3 search.py; grep -c . messages >/dev/null && echo said
            timeout -s KILL 0.1 "$PUMPURS" rollup --inbox inbox --state other >/dev/null 2>&1
            rm -rf state; mv other state; ls state >/dev/null
            python3 search.py | grep -v True | grep -v False
            """)
        // Neither what leaked nor its place within the file is told.
        #expect(searched.output == "True\nTrue\nsaid\n")
    }

    /// Collects every personal code, and every family name with its given name's column, of the samples.
    static func secrets(
        _ workplace: borrowing Workplace
    ) throws -> (codes: Set<String>, names: Set<String>) {
        var codes: Set<String> = []
        var names: Set<String> = []
        for (name, bytes) in try workplace.files(in: "inbox") where !name.hasSuffix(".md") {
            // Latvian letters are the same bytes in ISO Latin 7, which Foundation knows.
            let encoding: String.Encoding =
                String(validating: bytes, as: UTF8.self) == nil
                ? String.Encoding(rawValue: 0x8000_0507) : .utf8
            let text = String(bytes: bytes, encoding: encoding) ?? ""
            for run in runs(in: text, where: { $0.isNumber || $0 == "-" })
            where run.filter(\.isNumber).count == 11 && run.count <= 12 {
                codes.insert(run)
                codes.insert(run.filter(\.isNumber))
                codes.insert(
                    run.filter(\.isNumber).prefix(6) + "-" + run.filter(\.isNumber).suffix(5))
            }
            for pattern in [
                #"uzvards="([^"]+)""#, #"vards="([^"]+)""#, #"vards>([^<\s][^<]*)<"#,
            ] {
                for match in text.matches(of: try Regex(pattern, as: (Substring, Substring).self)) {
                    names.insert(String(match.output.1))
                }
            }
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            let separator: Character = lines.first?.contains(";") == true ? ";" : ","
            let header = lines.first?.split(separator: separator).map(String.init) ?? []
            for (index, column) in header.enumerated()
            where column.lowercased().contains("uzvārds") || column.lowercased().hasSuffix("vārds")
            {
                for line in lines.dropFirst() {
                    let cells = line.split(separator: separator, omittingEmptySubsequences: false)
                    if cells.count == header.count || cells.count > index {
                        names.insert(String(cells[index]))
                    }
                }
            }
        }
        // Words of the reports themselves that somebody may also be called.
        return (codes, names.filter { $0.count > 3 })
    }

    private static func runs(in text: String, where isPart: (Character) -> Bool) -> [String] {
        text.split { !isPart($0) }.map(String.init)
    }
}
