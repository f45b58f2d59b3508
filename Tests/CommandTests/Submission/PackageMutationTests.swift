import Foundation
import Testing

/// One thing changed in a sealed package, with and without sealing it again: `verify` finds each.
@Suite struct `A package in which one thing was changed` {
    /// A change, and the number of a check that must find it.
    struct Mutation: Sendable, CustomTestStringConvertible {
        let name: String
        let check: Int
        /// What a shell does in the folder of the package.
        let script: String
        /// Whether manifest and fingerprints are made to match afterwards.
        let isResealed: Bool

        init(_ name: String, finds check: Int, resealed: Bool = false, _ script: String) {
            self.name = name
            self.check = check
            self.script = script
            isResealed = resealed
        }

        var testDescription: String { name }
    }

    private static let participants = "restricted/participants.csv"
    private static let sessions = "restricted/consultations.csv"

    static let mutations: [Mutation] = [
        // What the lists of fingerprints see.
        .init(
            "a digit of a record", finds: 1, "sed -i '2s/\\([0-9]\\)$/1\\1/' \(participants)"),
        .init("a row less", finds: 1, "sed -i '5d' \(sessions)"),
        .init("a row twice", finds: 1, "sed -i '5p' \(sessions)"),
        .init("a file more", finds: 1, "umask 077; echo x > restricted/notes.txt"),
        .init("a folder more", finds: 1, "umask 077; mkdir attic"),
        .init("a file less", finds: 1, "rm restricted/claims.csv"),
        .init(
            "a link instead of a file", finds: 1,
            "mv README.lv.txt ../moved && ln -s ../moved README.lv.txt"),
        .init("a hidden file more", finds: 1, "umask 022; echo x > public/.exact"),
        .init("a fingerprint of the list", finds: 1, "sed -i '1s/^./0/;1s/^0/1/' SHA256SUMS"),
        .init(
            "a fingerprint of the public list", finds: 1, "sed -i '1s/^../zz/' public/SHA256SUMS"),
        .init(
            "a total of the manifest", finds: 1,
            "sed -i 's/\"pupilsSemester\" : 35/\"pupilsSemester\" : 36/' manifest.json"),
        .init("a manifest that is torn", finds: 1, "truncate -s 100 manifest.json"),
        // Access rights.
        .init("a record that others may read", finds: 2, "chmod 0640 \(participants)"),
        .init("a folder that others may enter", finds: 2, "chmod 0711 restricted"),
        .init("a public file that nobody may read", finds: 2, "chmod 0600 public/summary.csv"),
        .init("a package that others may enter", finds: 2, "chmod 0755 ."),
        .init("a folder that hands on its group", finds: 2, "chmod g+s restricted"),
        .init("a file that runs as its owner", finds: 2, "chmod u+s \(participants)"),
        .init("a sticky package", finds: 2, "chmod +t ."),
        // Sealed again: the form of the tables.
        .init("a header", finds: 3, resealed: true, "sed -i '1s/sex/gender/' \(participants)"),
        .init(
            "a value that is none", finds: 3, resealed: true,
            "sed -i '2s/,inactive_in_edu,/,asleep,/' \(participants)"),
        .init(
            "rows in another order", finds: 3, resealed: true,
            "(sed -n 1p \(sessions); sed 1d \(sessions) | sort -r) > x && cat x > \(sessions) && rm x"
        ),
        .init(
            "quotes where none are needed", finds: 3, resealed: true,
            "sed -i '2s/,sloka,/,\"sloka\",/;2s/,vaivari,/,\"vaivari\",/;2s/,jaundubulti,/,\"jaundubulti\",/' \(participants)"
        ),
        .init(
            "bytes that are no UTF-8", finds: 3, resealed: true,
            "printf '\\377\\n' >> restricted/teachers.csv"),
        .init("a key twice", finds: 3, resealed: true, "sed -i '2p' \(participants)"),
        // References.
        .init(
            "a plan that is not there", finds: 4, resealed: true,
            "sed -i '2d' restricted/participations.csv"),
        // Rules.
        .init(
            "a session before the approval said to be eligible", finds: 5, resealed: true,
            "sed -i 's/,false,before_approval$/,true,/' \(sessions)"),
        .init(
            "a warning left out of the report", finds: 5, resealed: true,
            "python3 -c \"import json;p='validation-report.json';d=json.load(open(p));[r['hits'].clear() for r in d['rules'] if r['code']=='VAL-54'];open(p,'w').write(json.dumps(d))\""
        ),
        .init(
            "a birth date that makes a child of three", finds: 5, resealed: true,
            "sed -i '2s/,\\(19\\|20\\)[0-9][0-9]-/,2015-/' \(participants)"),
        .init(
            "an approval after the municipality's", finds: 5, resealed: true,
            "sed -i '2s/2019-02-07,2019-02-08/2019-02-09,2019-02-08/' restricted/participations.csv"
        ),
        // What the rules found, in both of its files.
        .init(
            "a table of what was found that is empty", finds: 5, resealed: true,
            "truncate -s 0 validation-report.csv"),
        .init(
            "a row less of what was found", finds: 5, resealed: true,
            "sed -i '2d' validation-report.csv"),
        .init(
            "a row more of what was found", finds: 5, resealed: true,
            "sed -i '2p' validation-report.csv"),
        .init(
            "what was found in another order", finds: 5, resealed: true,
            "(sed -n 1p validation-report.csv; sed 1d validation-report.csv | tac) > x && cat x > validation-report.csv && rm x"
        ),
        .init(
            "an accepted warning said to be open in the table", finds: 5, resealed: true,
            "sed -i '0,/,acknowledged,/s//,open,/' validation-report.csv"),
        .init(
            "other numbers of held records in the table", finds: 5, resealed: true,
            "sed -i '/^SUB-003/s/skaits: /skaits: 1/' validation-report.csv"),
        .init(
            "what was found in another order in both files", finds: 5, resealed: true,
            "python3 -c \"import json,re;p='validation-report.json';d=json.load(open(p));h=[r for r in d['rules'] if r['code']=='VAL-54'][0]['hits'];h.reverse();t=json.dumps(d,ensure_ascii=False,indent=2,sort_keys=True,separators=(',',' : '));t=re.sub(r'(?m)^( *)(.*): \\[\\]',r'\\1\\2: [\\n\\n\\1]',t);open(p,'w').write(t+chr(10));p='validation-report.csv';l=open(p).read().splitlines(True);a=[x for x in l if x.startswith('VAL-54')];b=iter(a[::-1]);open(p,'w').write(''.join(next(b) if x.startswith('VAL-54') else x for x in l))\""
        ),
        .init(
            "another advice in both files", finds: 5, resealed: true,
            "sed -i 's/nosūtiet skolai/nesūtiet skolai/' validation-report.json validation-report.csv"
        ),
        .init(
            "a reason said to be of another rule", finds: 5, resealed: true,
            "sed -i '0,/\"rule\" : \"VAL-54\"/s//\"rule\" : \"VAL-53\"/' manifest.json"),
        // Figures.
        .init(
            "a figure for the authorities", finds: 6, resealed: true,
            "sed -i '/LV-834-PARTICIPANTS,/s/,35,/,36,/' aggregate/indicators_project.csv"),
        .init(
            "a total", finds: 6, resealed: true,
            "sed -i 's/\"grandTotal\" : 35/\"grandTotal\" : 34/' manifest.json"),
        .init(
            "a woman said to be a man", finds: 6, resealed: true,
            "sed -i '2s/,F,/,X,/;2s/,M,/,F,/;2s/,X,/,M,/' \(participants)"),
        .init(
            "a session of ten minutes more", finds: 6, resealed: true,
            "sed -i '2s/,60,/,70,/' \(sessions)"),
        .init(
            "a public figure", finds: 7, resealed: true,
            "sed -i 's/,minutes,Total,Total,Total,22120,/,minutes,Total,Total,Total,22121,/' public/summary.csv"
        ),
        .init(
            "a hidden figure published", finds: 7, resealed: true,
            "sed -i '0,/,,c,minutes$/s//,45,,minutes/' public/summary.csv"),
        .init(
            "a figure of the public page", finds: 7, resealed: true,
            "LC_ALL=C sed -i '0,/22\\xc2\\xa0120/s//22\\xc2\\xa0121/' public/summary.html"),
        .init(
            "a hidden value left in JSON", finds: 7, resealed: true,
            "sed -i '0,/\"status\" : \"c\"/s//\"exact\" : 4, \"status\" : \"c\"/' public/summary.json"
        ),
        // Personal data.
        .init(
            "a personal code in a reason", finds: 9, resealed: true,
            "printf '010203-12345\\n' >> README.lv.txt"),
        .init(
            "a personal code without a hyphen", finds: 9, resealed: true,
            "printf '<!-- 01020312345 -->\\n' >> public/summary.html"),
        // Names, revisions, publicity, the rest.
        .init(
            "another project number", finds: 10, resealed: true,
            "sed -i 's#8.3.4.0/16/I/001#8.3.4.0/16/I/002#' \(participants)"),
        .init(
            "a revision without the one before it", finds: 11, resealed: true,
            "sed -i 's/\"revision\" : 1/\"revision\" : 2/' manifest.json"),
        .init(
            "a page without the fund", finds: 12, resealed: true,
            "sed -i 's/Eiropas Sociālais fonds/Fonds/g' public/summary.html"),
        .init(
            "a table description", finds: 13, resealed: true,
            "sed -i 's/yearmonth/string/' restricted/datapackage.json"),
        .init(
            "the day of the data", finds: 6, resealed: true,
            "sed -i 's/\"dataAsOf\" : \"2019/\"dataAsOf\" : \"2020/' manifest.json"),
        .init(
            "the count of what is hidden", finds: 7, resealed: true,
            "sed -i 's/\"complementary\" : /\"complementary\" : 1/' manifest.json"),
        .init(
            "the fingerprint of a file that a school sent", finds: 4, resealed: true,
            """
            code=$(tail -n +2 \(participants) | head -1 | grep -o '[0-9a-f]\\{64\\}' | head -1)
            sed -i "s/$code/$(printf %064d 7)/" manifest.json
            """),
        .init(
            "an input of no school of the municipality", finds: 4, resealed: true,
            "sed -i '0,/\"sloka\"/s//\"nosuch\"/' manifest.json"),
        .init(
            "the fingerprint of the rules", finds: 5, resealed: true,
            """
            python3 - <<'END'
            import json
            text = open("manifest.json", encoding="utf-8").read()
            own = json.loads(text)["ruleset"]["sha256"]
            open("manifest.json", "w", encoding="utf-8").write(text.replace(own, "0" * 64))
            END
            """),
        .init(
            "the definitions of the indicators", finds: 8, resealed: true,
            """
            python3 - <<'END'
            import json
            manifest = json.load(open("manifest.json", encoding="utf-8"))
            manifest["reference"]["publicModel"]["definitions"] = []
            json.dump(manifest, open("manifest.json", "w", encoding="utf-8"), ensure_ascii=False)
            END
            """),
        .init(
            "the rates", finds: 6, resealed: true,
            "sed -i 's/pusi uz augšu/pusi uz leju/' manifest.json"),
        .init(
            "a schema", finds: 13, resealed: true,
            "sed -i 's/use=\"required\"//' schemas/package.xsd"),
    ]

    @Test func `is tried in forty ways and more`() {
        #expect(Self.mutations.count >= 40)
        #expect(Set(Self.mutations.map(\.name)).count == Self.mutations.count)
    }

    @Test(arguments: mutations) func `is found`(mutation: Mutation) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let place = workplace.path(SubmissionWorkplace.package).path
        let before = try snapshot(of: place)
        let change = try workplace.shell("cd '\(place)' && \(mutation.script)")
        try #require(change.code == 0, "the change could not be made")
        try #require(try snapshot(of: place) != before, "nothing was changed")
        if mutation.isResealed {
            let script = Workplace.repository.appending(path: "Tests/Oracle/reseal.py").path
            try #require(try workplace.shell("python3 '\(script)' '\(place)'").code == 0)
        }
        let outcome = try SubmissionWorkplace.verify(workplace)
        #expect(outcome.code == 4)
        let checks = Set(
            outcome.output.split(separator: "\n").compactMap { Int($0.prefix { $0 != " " }) })
        #expect(checks.contains(mutation.check), "found by checks \(checks.sorted())")
        // What was sealed again deceives the lists of fingerprints.
        if mutation.isResealed { #expect(!checks.contains(1)) }
    }

    @Test func `sealed again without a change is sound`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let script = Workplace.repository.appending(path: "Tests/Oracle/reseal.py").path
        let place = workplace.path(SubmissionWorkplace.package).path
        _ = try workplace.shell("python3 '\(script)' '\(place)'")
        #expect(try SubmissionWorkplace.verify(workplace).code == 0)
    }

    /// Names, modes and bytes of everything in a folder.
    private func snapshot(of folder: String) throws -> [String] {
        let manager = FileManager.default
        let names = try manager.subpathsOfDirectory(atPath: folder).sorted() + ["."]
        return try names.map { name in
            let path = "\(folder)/\(name)"
            let attributes = try manager.attributesOfItem(atPath: path)
            let bytes = manager.contents(atPath: path).map { "\(Array($0).hashValue)" } ?? ""
            return
                "\(name) \(attributes[.posixPermissions] ?? "") \(attributes[.type] ?? "") \(bytes)"
        }
    }
}
