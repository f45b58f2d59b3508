import Foundation
import Testing

/// `pumpurs submit encrypt`, with programs that stand for age.
@Suite struct `A package that is encrypted` {
    private static let name = SubmissionWorkplace.name
    /// Changes letters only, so that one can look at what it was given.
    private static let turning = """
        while [ $# -gt 0 ]; do [ "$1" = --output ] && out=$2; shift; done
        tr 'a-z' 'n-za-m' >"$out"
        """

    /// Encrypts with a program in the place of age; `nil` for none.
    private func encrypt(_ workplace: borrowing Workplace, by age: String?) throws
        -> Workplace.Outcome
    {
        _ = try workplace.shell("mkdir -p bin && ln -sf \"$(command -v tar)\" bin/tar")
        if let age {
            try workplace.write("#!/bin/sh\nPATH=/usr/bin:/bin\n\(age)\n", to: "bin/age")
            _ = try workplace.shell("chmod +x bin/age")
        }
        return try workplace.shell(
            """
            PATH="$PWD/bin" "$PUMPURS" submit encrypt \(Self.name) --recipient age1x --into out --language en
            """)
    }

    private func list(_ workplace: borrowing Workplace) throws -> String {
        try workplace.shell("ls -A out 2>/dev/null").output
    }

    @Test func `is given to the program through its input, and two files are left`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try encrypt(workplace, by: Self.turning)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try list(workplace) == "\(Self.name).tar.age\n\(Self.name).tar.age.sha256\n")
        let back = try workplace.shell(
            """
            cd out && tr 'a-z' 'n-za-m' <\(Self.name).tar.age >\(Self.name).tar && sha256sum -c --quiet *.sha256
            tar -xf \(Self.name).tar && diff -r \(Self.name) ../\(SubmissionWorkplace.package)
            """)
        #expect(back.code == 0, "\(back.output)\(back.errors)")
    }

    @Test func `says that the program is missing`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try encrypt(workplace, by: nil)
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: the program age is missing; install it (sudo apt install age) and repeat this\n"
        )
        #expect(try list(workplace) == "")
    }

    @Test(arguments: ["exit 0", "cat >/dev/null", "exit 3"])
    func `is not said to be when the program wrote nothing`(age: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try encrypt(workplace, by: age)
        #expect(outcome.code == 73)
        #expect(try list(workplace) == "")
    }

    @Test func `leaves no clear bytes in the folder when the run is killed`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try encrypt(workplace, by: "kill -KILL $PPID; sleep 1")
        #expect(outcome.code != 0)
        #expect(try list(workplace) == "")
    }

    @Test func `removes what killed runs have left`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(
            "mkdir out && cd out && touch .\(Self.name)-99999999.tar .pumpurs-encrypted-99999999 .mine-1.tar"
        )
        _ = try encrypt(workplace, by: Self.turning)
        #expect(
            try list(workplace)
                == ".mine-1.tar\n\(Self.name).tar.age\n\(Self.name).tar.age.sha256\n")
    }

    @Test func `must be as it was sealed`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("sed -i 2d \(SubmissionWorkplace.package)/restricted/claims.csv")
        let outcome = try encrypt(workplace, by: Self.turning)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("so it must not be encrypted and sent"))
        #expect(try list(workplace) == "")
    }
}
