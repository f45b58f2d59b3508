import Foundation
import Testing

@Suite struct `Inspecting XML files` {
    private static let fixtures = Workplace.repository.appending(
        path: "Tests/CommandTests/Fixtures/xml")

    /// The samples with the names of what is expected of them.
    private static let samples = [
        ("sloka/2018-2019-1/atbalsts.xml", "sloka-2018-2019-1"),
        ("sloka/2018-2019-2/atbalsts.xml", "sloka-2018-2019-2"),
        ("sloka/2019-2020-1/atbalsts.xml", "sloka-2019-2020-1"),
        ("vaivari/2018-2019-2/personals.xml", "vaivari-personals"),
    ]

    @Test(arguments: samples)
    func `the elements of a sample, what they hold and the YAML that reads them are said`(
        sample: String, expected: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.run("inspect", "inbox/\(sample)", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        let text = try Data(contentsOf: Self.fixtures.appending(path: "\(expected).txt"))
        #expect(outcome.output == String(decoding: text, as: UTF8.self))
    }

    @Test func `the records of a sample in a code page are printed as CSV in UTF-8`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.run(
            "inspect", "inbox/vaivari/2018-2019-2/personals.xml", "--as", "csv")
        #expect(outcome.code == 0)
        let text = try Data(contentsOf: Self.fixtures.appending(path: "vaivari-personals.csv"))
        #expect(Array(outcome.output.utf8) == Array(text))
    }

    @Test func `the YAML that is printed gives the figures of the definition written by hand`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let table = "reports/2018-2019-2/internal/participants.csv"
        let expected = try workplace.text(table)
        let outcome = try workplace.run("inspect", "inbox/sloka/2018-2019-2/atbalsts.xml")
        let yaml = try #require(outcome.output.firstRange(of: "version: 1"))
        let starter = outcome.output[yaml.lowerBound...]
            .replacing("new-source", with: "sloka").replacing("new-kind", with: "support")
            .replacing("files:", with: "school: sloka\ncheck_digit: synthetic\nfiles:")
        try FileManager.default.removeItem(
            at: workplace.path("pipelines/sources/sloka.test.yaml"))
        try workplace.write(String(starter), to: "pipelines/sources/sloka.yaml")
        #expect(try workplace.run("lint").code == 0)
        _ = try workplace.report()
        #expect(try workplace.text(table) == expected)
    }

    private static let small = """
        <?xml version="1.0" encoding="windows-1257"?>
        <x:list xmlns:x="urn:x" day="2019-01-07">
          <x:row n="1"><name>a, "b"</name></x:row>
          <x:row n="2"/>
          <x:row><name>c</name><mark>5</mark><mark>6</mark></x:row>
        </x:list>

        """

    @Test func `the encoding declared is pinned where the bytes read the same in it`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.small, to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--language", "en")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            Array(lines.drop { !$0.hasPrefix("  declared") }) == [
                "  declared:       windows-1257",
                "root element:     list {urn:x}",
                "namespace:        x = urn:x",
                "records x:list/x:row: 3 (the most)",
                "  @n                                      number 12             100 %  2",
                "  name                                    words                 100 %  2",
                "  ../@day                                 date                  100 %  1",
                "records x:list/x:row/mark: 2",
                "  .                                       number 12             100 %  2",
                "  ../@n                                   number 12             100 %  2",
                "  ../../@day                              date                  100 %  1",
                "  (number 12 – digits, with a fraction too)",
                "version: 1",
                "source: new-source",
                "name: {lv: \"…\", en: \"…\"}",
                "# school: …   # the code that the municipality's definition gives the school",
                "# check_digit: verify   # of personal codes; `synthetic` for made-up ones",
                "files:",
                "  - kind: new-kind",
                "    recognise: {root: list, namespace: \"urn:x\"}",
                "    encoding: windows-1257",
                "    format: xml",
                "    xml:",
                "      namespaces: {x: \"urn:x\"}",
                "    records:",
                "      - at: x:list/x:row   # 3",
                "        record: pupil",
                "        fields:",
                "          # pupil: {path: …}   # required",
                "          # not mapped: \"@n\"",
                "          # not mapped: name",
                "      - at: x:list/x:row/mark   # 2",
                "        record: mark",
                "        fields:",
                "          mark: {path: \".\"}",
                "          # semester: {path: …}   # required",
                "          # pupil: {path: …}   # required",
                "          # subject: {path: …}   # required",
            ])
    }

    @Test func `the most numerous records are printed as CSV`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.small, to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--as", "csv", "--language", "en")
        #expect(outcome.code == 0)
        #expect(
            outcome.errors == """
                a.xml: warning: the file also has x:list/x:row/mark (2), which is not printed [FIL-032]
                  help: choose what to print with --record

                """)
        #expect(
            outcome.output
                == "@n,name,../@day\r\n1,\"a, \"\"b\"\"\",2019-01-07\r\n2,,2019-01-07\r\n"
                + ",c,2019-01-07\r\n")
    }

    @Test(arguments: ["mark", "row/mark", "x:list/x:row/mark", "list/row/mark"])
    func `the records that are chosen are printed as JSON`(path: String) throws {
        let workplace = try Workplace()
        try workplace.write(Self.small, to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--as", "json", "--record", path)
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                [
                {".": "5", "../@n": null, "../../@day": "2019-01-07"},
                {".": "6", "../@n": null, "../../@day": "2019-01-07"}
                ]

                """)
    }

    @Test func `a declaration that the bytes contradict is said, and the bytes count`() throws {
        let workplace = try Workplace()
        try workplace.write(
            "<?xml version='1.0' encoding='windows-1257'?>\n<r><a>Jānis</a><a>Līga</a></r>",
            to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--language", "en")
        #expect(
            outcome.output.contains(
                "  declared:       windows-1257, but the bytes are utf-8, in which the file has to be "
                    + "read\n"))
        #expect(outcome.output.contains("\n    encoding: utf-8\n"))
    }

    @Test func `an XML file without a repeated element has no table`() throws {
        let workplace = try Workplace()
        try workplace.write("<a><b/></a>", to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--as", "csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "a.xml: the file has no table; one needs two columns or a list of values, and in "
                + "XML an element that is repeated\n")
    }

    @Test func `memory does not grow with the file`() throws {
        let workplace = try Workplace()
        try workplace.write(
            "<r>" + String(repeating: "<p k=\"1\"><s d=\"2019-01-01\">a</s></p>", count: 400_000)
                + "</r>", to: "a.xml")
        let (outcome, _, peak) = try workplace.measure("inspect", "a.xml", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("records r/p: 400000 (the most)\n"))
        #expect(peak < 64 << 20)
    }
}
