import Foundation
import Testing

@Suite struct `Messages that say how to go on` {
    @Test func `an argument that is not UTF-8 is named with its place`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" inspect \"$(printf 'sk\\341la.csv')\" --language en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: argument 2 'sk%E1la.csv' is not UTF-8, and arguments are read in UTF-8 "
                + "only; rename the file, or name the folder that it is in (inspect --all, --inbox)\n"
        )
    }

    @Test func `in Latvian too`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.shell("\"$PUMPURS\" inspect \"$(printf 'sk\\341la.csv')\"")
        #expect(
            outcome.errors
                == "pumpurs: 2. arguments 'sk%E1la.csv' nav UTF-8, un argumentus lasa tikai UTF-8; "
                + "pārdēvējiet failu vai nosauciet mapi, kurā tas ir (inspect --all, --inbox)\n")
    }

    @Test(arguments: [["9"], ["-1"], ["0"], ["9", "--as", "csv"]])
    func `a table that the file does not have is a fault of the command line`(
        option: [String]
    ) throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n3;4\n", to: "a.csv")
        let outcome = try workplace.shell(
            "\"$PUMPURS\" inspect a.csv --language en --table \(option.joined(separator: " "))")
        #expect(outcome.code == 64)
        #expect(outcome.output == "")
        #expect(
            outcome.errors
                == "pumpurs: a.csv: the file has no table \(option[0]); it has: 1; name one of them "
                + "with --table, or leave it out\n")
    }

    @Test func `records that an XML file does not have are a fault of the command line`() throws {
        let workplace = try Workplace()
        try workplace.write("<r><a><b/><b/></a><a/><c/><c/></r>", to: "a.xml")
        let outcome = try workplace.run(
            "inspect", "a.xml", "--as", "csv", "--record", "d", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: a.xml: the file has no records 'd'; it has: r/a, r/a/b, r/c; name one of "
                + "them with --record, or leave it out\n")
    }

    @Test func `a folder given for a file is told with the option for folders`() throws {
        let workplace = try Workplace()
        try workplace.write("a", to: "in/a.csv")
        let outcome = try workplace.run("inspect", "in", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors == """
                in: fatal: this is no file but a folder [FIL-017]
                  help: name a file; `pumpurs inspect --all` looks at all files of a folder

                """)
    }

    @Test func `a pipe given for a file is refused and does not keep the run waiting`() throws {
        let workplace = try Workplace()
        #expect(mkfifo(workplace.path("a.csv").path, 0o600) == 0)
        let outcome = try workplace.run("inspect", "a.csv")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors == """
                a.csv: fails noraidīts: tas nav fails, bet caurule, ligzda vai ierīce [FIL-017]
                  padoms: nosauciet failu; visus mapes failus apskata `pumpurs inspect --all`

                """)
    }

    @Test func `a pipe among the definitions is refused and does not keep the run waiting`() throws
    {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        #expect(mkfifo(workplace.path("pipelines/sources/pipe.yaml").path, 0o600) == 0)
        let outcome = try workplace.run("lint", "--language", "en")
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/sources/pipe.yaml: error: the file cannot be read [DEF-002]
                  help: check that it is a file and that you may read it

                """)
    }

    @Test func `a file that is not there is told as such`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run("inspect", "a.csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors == """
                a.csv: fatal: there is no such file [FIL-018]
                  help: check the path, and whether the file was renamed or moved

                """)
    }

    @Test(arguments: [
        ["report", "--output"], ["report", "--state"], ["import", "--inbox"],
        ["lint", "--pipelines"], ["inspect", "--all"],
    ])
    func `an empty name of a folder is a fault of the command line`(words: [String]) throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(words[0], words[1], "", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.split(separator: "\n").first ?? ""
                == "Error: \(words[1]) is empty; name a folder or a file, or leave it out.")
    }

    @Test func `an empty name of a folder is told in Latvian too`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run("report", "--output", "")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.split(separator: "\n").first ?? ""
                == "Error: --output ir tukšs; nosauciet mapi vai failu, vai atstājiet to prom.")
    }

    @Test func `an empty inbox is told as such`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try FileManager.default.createDirectory(
            at: workplace.path("inbox"), withIntermediateDirectories: true)
        let outcome = try workplace.report()
        #expect(outcome.code == 66)
        #expect(
            outcome.errors
                == "the folder 'inbox' is empty; put files into it as the schools export them and "
                + "the sources of the --pipelines folder describe them\n")
    }

    @Test func `a folder of reports that cannot be written ends with code 73 and advice`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("a file where the folder should be", to: "reports")
        let outcome = try workplace.report()
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: reports/2018-2019-1: it cannot be written: Not a directory; give the "
                + "right to write and free space, or name another folder\n")
    }

    @Test func `a state folder that cannot be made ends with code 74 and advice`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("a file where the folder should be", to: "state")
        let outcome = try workplace.report()
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: state: Not a directory; give whoever runs the program the right to read "
                + "and write in this folder, and free space, or name another with --state\n")
    }

    @Test(arguments: ["pumpurs", "vault"])
    func `a damaged store is named, without its SQL, and left as it is`(name: String) throws {
        let workplace = try Preparation.reported.copy()
        let file = "state/\(name).sqlite"
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(at: workplace.path(file + ending))
        }
        let damaged = Array("no database".utf8) + [UInt8](repeating: 7, count: 8192)
        try workplace.write(damaged, to: file)
        let outcome = try workplace.report()
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: \(file) is damaged (SQLite 26: file is not a database) and was left as "
                + "it is; restore the state folder from the backup, or move it away, and the next run makes the store anew "
                + "from the exports\n")
        #expect(try workplace.bytes(file) == damaged)
    }

    @Test func `a key that was cut short is named`() throws {
        let workplace = try Preparation.reported.copy()
        try workplace.write([1, 2, 3], to: "state/pumpurs.key")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: workplace.path("state/pumpurs.key").path)
        let outcome = try workplace.report()
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: the key state/pumpurs.key is not safe: it is too short; it must have at "
                + "least 32 random bytes: move it away and restore the right one from the backup or, if that "
                + "is lost, run pumpurs keys recover\n")
    }

    @Test func `of the system are Latvian where the message is`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("a file where the folder should be", to: "state")
        let outcome = try workplace.report(language: "lv")
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: state: ceļā ir fails, kur jābūt mapei; dodiet tam, kas palaiž programmu, "
                + "tiesības lasīt un rakstīt šajā mapē un brīvu vietu vai ar --state nosauciet citu mapi\n"
        )
    }

    @Test func `of SQLite are Latvian too, and keep their number`() throws {
        let workplace = try Preparation.reported.copy()
        _ = try workplace.shell(
            "rm -f state/*-wal state/*-shm; head -c 9000 /dev/urandom >state/pumpurs.sqlite")
        let outcome = try workplace.report(language: "lv")
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs: state/pumpurs.sqlite ir bojāts (SQLite 26: tas nav krātuves fails); "))
    }

    @Test func `of files that cannot be read are Latvian too`() throws {
        let outcome = try Workplace().run("twin", "nav.csv", "--seed", "1", "--language", "lv")
        #expect(outcome.errors == "nav.csv: failu nevar nolasīt: nav tāda faila vai mapes\n")
    }

    @Test func `of the doctor have Latvian words for how bad they are`() throws {
        let workplace = try Preparation.rolledUp.copy()
        _ = try workplace.shell("chmod 644 state/vault.sqlite")
        let outcome = try workplace.run("doctor", "--state", "state", "--language", "lv")
        #expect(outcome.output.hasPrefix("kļūda: state/vault.sqlite: to drīkst lietot "))
        let words = Set(
            outcome.output.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        #expect(words.isSubset(of: ["kļūda", "brīdinājums", "piezīme"]), "\(words)")
    }
}
