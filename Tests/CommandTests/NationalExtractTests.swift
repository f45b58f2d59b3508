import Foundation
import Testing

/// The definitions of the race at national scale, with a row for each of its rules.
@Suite struct `The comparison files of the race` {
    private static let header = """
        school_reg_no,personal_code,first_name,last_name,gender,class,teacher_code,teacher_name,measure,subject,\
        date,hours,mark_before,mark_after,risk,note
        """
    private static let sound = """
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-07,1.25,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C, Psihologs ,Fizika,2021-09-08,0.5,,3,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-08,0.5,,3,Nav,
        4000000935,010108-20001,D,E,S,10.b,SK000003,F,Mentors,Fizika,2022-01-10,12,10,1,Nav,"a, ""note"" more"
        4000001152,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-07,1,5,5,Nav,
        """
    private static let faulty = """
        ,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-09,1,3,4,Nav,
        4000000935,0101-1,A,B,V,13.a,SK000002,C,Psihologs,Fizika,2021-09-09,1,3,4,Nav,
        4000000935,010108-20000,A,B,V,13.a,SK000002,C,Psihologs,Fizika,2021-09-09,1,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,,Fizika,2021-13-09,1,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-13-09,1,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-09,12.25,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-09,nav,3,4,Nav,
        4000000935,010108-20000,A,B,V,9.a,SK000002,C,Psihologs,Fizika,2021-09-09,1,11,4,Nav,
        """

    private func extracted(_ name: String, _ text: [UInt8]) throws -> [String: String] {
        let workplace = try Workplace()
        let race = Workplace.repository.appending(path: "Benchmarks/national/pipelines")
        try FileManager.default.copyItem(at: race, to: workplace.path("pipelines"))
        try FileManager.default.copyItem(
            at: Workplace.repository.appending(path: "pipelines/indicators"),
            to: workplace.path("pipelines/indicators"))
        try workplace.write(text, to: "inbox/\(name)")
        let imported = try workplace.run("import", "--inbox", "inbox")
        #expect(imported.code == 3, "\(imported.errors)")
        let outcome = try workplace.run("extract", "--into", "out", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try workplace.files(in: "out").mapValues { bytes in
            String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        }
    }

    private static let expected = [
        "A.csv": """
        school_reg_no,school_year,semester,sessions,pupils,teachers,hours,low_before,low_after,improved
        4000000935,2021,1,2,1,1,1.75,1,1,1
        4000000935,2021,2,1,1,1,12.00,0,1,0
        4000001152,2021,1,1,1,1,1.00,0,0,0

        """,
        "B.csv": """
        school_reg_no,school_year,semester,measure,sessions,pupils,hours
        4000000935,2021,1,Psihologs,2,1,1.75
        4000000935,2021,2,Mentors,1,1,12.00
        4000001152,2021,1,Psihologs,1,1,1.00

        """,
        "C.csv": """
        school_reg_no,school_year,semester,grade,sessions,pupils,low_before,low_after
        4000000935,2021,1,9,2,1,1,1
        4000000935,2021,2,10,1,1,0,1
        4000001152,2021,1,9,1,1,0,0

        """,
        "rejects.csv": "reason,rows\nE1,1\nE2,1\nE3,1\nE4,1\nE5,1\nE6,2\nE7,1\n",
    ]

    @Test func `are what the race's job asks of a UTF-8 export`() throws {
        let text = [Self.header, Self.sound, Self.faulty].joined(separator: "\n") + "\n"
        #expect(try extracted("m.csv", Array(text.utf8)) == Self.expected)
    }

    @Test func `are the same of a Windows-1257 export with decimal commas`() throws {
        let rows = [Self.header, Self.sound, Self.faulty].joined(separator: "\n")
            .split(separator: "\n").map { line -> String in
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init)
                // The note is the last cell, and the only one with a comma of its own.
                if cells.count > 16 { cells = Array(cells[..<15]) + [""] }
                guard cells[0] != "school_reg_no" else { return cells.joined(separator: ";") }
                cells[10] = cells[10].split(separator: "-").reversed().joined(separator: ".")
                cells[11] = cells[11].replacing(".", with: ",")
                return cells.joined(separator: ";")
            }
        #expect(
            try extracted("m.w1257.csv", Array((rows.joined(separator: "\r\n") + "\r\n").utf8))
                == Self.expected)
    }
}
