import Foundation
import Testing

@Suite struct `Inspecting broken quotes` {
    private func table(_ text: String) throws -> Workplace.Outcome {
        let workplace = try Workplace()
        try workplace.write(text, to: "a.csv")
        return try workplace.run("inspect", "a.csv", "--as", "csv", "--language", "en")
    }

    private static let stray = """
        a quote is opened and not closed, or not doubled; it was left in the text [CSV-015]
          help: compare the row with the file; close the quote at the end of the cell, double it within the text

        """

    @Test func `an open quote that meets a later one does not take whole rows with it`() throws {
        let outcome = try table("A;B;C\n1;\"x;3\n2;y;4\n3;\"z\";5\n")
        #expect(outcome.output == "A,B,C\r\n1,\"\"\"x\",3\r\n2,y,4\r\n3,z,5\r\n")
        #expect(outcome.errors == "a.csv:2:2: warning: " + Self.stray)
        #expect(outcome.code == 3)
    }

    @Test func `a cell that holds whole rows is printed as it stands and told`() throws {
        let outcome = try table("A;B;C\n1;\"x;3\n2;y;4\n3;z\";5\n4;w;6\n")
        #expect(outcome.output == "A,B,C\r\n1,\"x;3\n2;y;4\n3;z\",5\r\n4,w,6\r\n")
        #expect(outcome.errors.hasPrefix("a.csv:2:1: warning: the record goes on to line 4, and "))
        #expect(outcome.code == 3)
    }

    @Test func `an open quote at the end of the file is told`() throws {
        let outcome = try table("n,name\n2,\"Bo\"\n1,\"Anna,5a\n")
        #expect(outcome.code == 3)
        #expect(outcome.errors != "")
    }

    @Test func `text behind a quoted cell is told`() throws {
        let outcome = try table("A;B\n1;\"x\" y\n2;\"z;1\"\n3;\"w;2\"\n4;\"v;3\"\n")
        #expect(outcome.output == "A,B\r\n1,\"\"\"x\"\" y\"\r\n2,z;1\r\n3,w;2\r\n4,v;3\r\n")
        #expect(outcome.errors == "a.csv:2:2: warning: " + Self.stray)
        #expect(outcome.code == 3)
    }

    @Test func `a cell over several lines is told by nobody`() throws {
        let outcome = try table("A;B;C\n1;\"x\ny; z\n\";3\n2;\"v \"\"w\"\"\";4\n")
        #expect(outcome.output == "A,B,C\r\n1,\"x\ny; z\n\",3\r\n2,\"v \"\"w\"\"\",4\r\n")
        #expect(outcome.errors == "")
        #expect(outcome.code == 0)
    }

    @Test func `a row with an empty cell too many is told and printed`() throws {
        let outcome = try table("a,b,c\n1,2,x\n13,5,,\n4,5,y\n6,7,z\n")
        #expect(outcome.output == "a,b,c\r\n1,2,x\r\n13,5,\r\n4,5,y\r\n6,7,z\r\n")
        #expect(
            outcome.errors == """
                a.csv:3:4: warning: the row has 4 cells; the header has 3; those beyond are empty and \
                were dropped, but the others may be shifted [CSV-016]
                  help: compare the row with the file; if a cell's text contains the delimiter, put \
                the text in quotes

                """)
        #expect(outcome.code == 3)
    }

    @Test func `empty cells that most rows have beyond the header are told by nobody`() throws {
        let outcome = try table("a,b,c\n1,2,x,\n3,5,v,\n4,5,y,\n6,7,z,\n")
        #expect(outcome.errors == "")
        #expect(outcome.code == 0)
    }
}
