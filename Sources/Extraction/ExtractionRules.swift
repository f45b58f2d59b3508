public import Diagnostics

/// The checks of files and rows as such, before anything is known of their meaning.
public enum ExtractionRules {
    /// A file without a byte.
    public static let emptyFile = Rule(
        "FIL-002", .file, .fatal,
        summary: .init(lv: "fails ir tukšs", en: "the file is empty"),
        advice: .init(
            lv: "eksportējiet to no skolas sistēmas vēlreiz un pārbaudiet, vai tajā ir rindas",
            en: "export it from the school system again and look whether it has rows"))

    /// Bytes that cannot be in the encoding that the definition pins.
    public static let wrongEncoding = Rule(
        "FIL-003", .file, .fatal,
        summary: .init(
            lv: "fails nav kodējumā {expected}: {found}",
            en: "the file is not in {expected}: {found}"),
        advice: .init(
            lv: "saglabājiet failu kodējumā {expected} vai labojiet `encoding` avota aprakstā; ar "
                + "`adapt: true` tādu failu lasa, kāds tas ir, un brīdina",
            en: "save the file in {expected}, or correct `encoding` in the source's definition; "
                + "with `adapt: true` such a file is read as it is, with a warning"))

    /// A file that cannot be opened or read.
    public static let unreadable = Rule(
        "FIL-007", .file, .fatal,
        summary: .init(
            lv: "failu nevar nolasīt: {reason}", en: "the file cannot be read: {reason}"),
        advice: .init(
            lv: "pārbaudiet faila piekļuves tiesības un vai tas vēl nav kopēšanā",
            en: "check the file's permissions and whether it is still being copied"))

    /// A row without a value.
    public static let blankRow = Rule(
        "CSV-006", .file, .note,
        summary: .init(lv: "tukša rinda, nav ņemta vērā", en: "a blank row, ignored"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// Two columns of one name.
    public static let repeatedColumn = Rule(
        "CSV-007", .file, .fatal,
        summary: .init(
            lv: "virsrakstā ir divas kolonnas ar nosaukumu '{name}'",
            en: "the header has two columns named '{name}'"),
        advice: .init(
            lv: "dodiet katrai kolonnai savu nosaukumu", en: "give each column a name of its own"))

    /// A file whose first rows are too long to name columns.
    public static let noHeader = Rule(
        "CSV-008", .file, .fatal,
        summary: .init(
            lv: "virsraksts nebeidzas pirmajos 256 KiB",
            en: "the header does not end within 256 KiB"),
        advice: .init(
            lv: "pārbaudiet kodējumu, atdalītāju un vai pirmā rinda nosauc kolonnas",
            en: "check the encoding, the delimiter and that the first row names the columns"))

    /// A file in which nothing is a table.
    public static let noTable = Rule(
        "FIL-011", .file, .fatal,
        summary: .init(
            lv: "failā nav tabulas ar virsrakstu", en: "the file has no table with a header"),
        advice: .init(
            lv: "pārbaudiet, vai eksportētas pareizās rindas un `lines_before_header` ir pareizs",
            en: "check that the right rows were exported and that `lines_before_header` is right"))

    /// Bytes that are no text in any encoding known.
    public static let unknownEncoding = Rule(
        "FIL-016", .file, .fatal,
        summary: .init(
            lv: "faila kodējums nav pazīstams: {reason}",
            en: "the file's encoding is not known: {reason}"),
        advice: .init(
            lv: "saglabājiet failu UTF-8 kodējumā", en: "save the file in UTF-8"))

    /// A record of more bytes than allowed.
    public static let recordTooLong = Rule(
        "CSV-009", .file, .error,
        summary: .init(
            lv: "rinda ir garāka par {allowed} baitiem",
            en: "the line is longer than {allowed} bytes"),
        advice: .init(
            lv: "pārbaudiet, vai failā ir rindu beigas; robežu maina `limits`",
            en: "check that the file has line ends; `limits` changes the limit"))

    /// The header once more.
    public static let repeatedHeader = Rule(
        "CSV-010", .file, .note,
        summary: .init(
            lv: "virsraksts vēlreiz, nav ieraksts", en: "the header once more, which is no record"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// A row of which only one cell is filled.
    public static let textRow = Rule(
        "CSV-011", .file, .note,
        summary: .init(
            lv: "grupas nosaukums vai piezīme, nav ieraksts",
            en: "the title of a group or a note, which is no record"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// A row of more cells than allowed.
    public static let tooManyCells = Rule(
        "CSV-012", .file, .error,
        summary: .init(
            lv: "rindā ir {found} šūnas, atļauts līdz {allowed}",
            en: "the row has {found} cells; up to {allowed} are allowed"),
        advice: .init(
            lv: "pārbaudiet atdalītāju; robežu maina `limits`",
            en: "check the delimiter; `limits` changes the limit"))

    /// A row behind the end of the table.
    public static let behindTable = Rule(
        "CSV-013", .file, .note,
        summary: .init(
            lv: "rinda aiz tabulas beigām, nav ieraksts",
            en: "a row behind the end of the table, which is no record"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// A file that passes a limit as a whole.
    public static let tooLarge = Rule(
        "CSV-014", .file, .fatal,
        summary: .init(
            lv: "fails pārsniedz robežu: {allowed}", en: "the file passes a limit: {allowed}"),
        advice: .init(
            lv: "pārbaudiet failu; robežu maina `limits`",
            en: "check the file; `limits` changes the limit"))

    /// A file that ends or breaks before its root element is closed.
    public static let tornXML = Rule(
        "XML-001", .file, .error,
        summary: .init(
            lv:
                "fails šeit nav pareizs XML ({reason}); atskaite patur veselos ierakstus pirms šīs vietas",
            en:
                "the file is not well-formed here ({reason}); a report keeps the whole records before it"
        ),
        advice: .init(
            lv: "eksportējiet un sūtiet failu vēlreiz veselu",
            en: "export the file again and send it whole"))

    /// A document type declaration.
    public static let documentType = Rule(
        "XML-002", .file, .fatal,
        summary: .init(lv: "failā ir DOCTYPE", en: "the file has a DOCTYPE"),
        advice: .init(
            lv:
                "eksportam tas nav vajadzīgs un var būt uzbrukums; izņemiet DOCTYPE rindu; ja sistēma to "
                + "raksta vienmēr un tajā nav [, avota definīcijā lieciet `xml: {doctype: ignore}`",
            en:
                "an export needs none and it can be an attack; remove the DOCTYPE; where a system always "
                + "writes one, without a [, put `xml: {doctype: ignore}` into the source's definition"
        ))

    /// A reference to an entity other than the five of XML itself.
    public static let entityReference = Rule(
        "XML-003", .file, .fatal,
        summary: .init(
            lv: "failā ir atsauce uz entītiju, kas nav XML pašas piecas",
            en: "the file refers to an entity other than the five of XML itself"),
        advice: .init(
            lv: "rakstiet pašu rakstzīmi vai tās kodu, piemēram &#256;",
            en: "write the character itself or its number, such as &#256;"))

    /// An element that looks like a record and does not stand where its source has them.
    public static let misplacedRecord = Rule(
        "XML-007", .record, .error,
        summary: .init(
            lv:
                "elements '{name}' izskatās pēc ieraksta, bet nestāv tur, kur definīcija to gaida: {expected}",
            en:
                "the element '{name}' looks like a record but does not stand where the definition "
                + "expects it: {expected}"),
        advice: .init(
            lv:
                "salīdziniet elementa nosaukumu, lielos burtus, nosaukumvietu un to, kādos elementos tas "
                + "atrodas; ja sistēma raksta citādi, labojiet avota definīciju",
            en:
                "compare the element's name, its capitals, its namespace and the elements around it; if the "
                + "system writes otherwise, change the source's definition"))

    /// An element among the records that nothing maps.
    public static let unknownElement = Rule(
        "XML-008", .record, .warning,
        summary: .init(
            lv:
                "elements '{name}' stāv starp ierakstiem, un definīcija to nepazīst; tas nav lasīts",
            en:
                "the element '{name}' stands among the records, and the definition does not know it; it "
                + "was not read"),
        advice: .init(
            lv: "ja tajā ir ieraksti, aprakstiet tos avota definīcijā",
            en: "if it holds records, map them in the source's definition"))

    /// An element or attribute of a record that has another value of the same path before it.
    ///
    /// Which of the values is meant cannot be known, so no definition can let the record through.
    public static let repeatedElement = Rule(
        "XML-009", .field, .error,
        summary: .init(
            lv: "'{name}' ierakstā ir vairākas reizes, un nav zināms, kura vērtība der",
            en: "'{name}' stands in the record more than once, and which value counts is unknown"),
        advice: .init(
            lv:
                "atstājiet vienu; ja sistēma tā raksta vairākas vērtības, aprakstiet šos elementus avota "
                + "definīcijā kā ierakstus",
            en:
                "keep one; if the system writes several values so, map these elements as records in the "
                + "source's definition"))

    /// A limit on what a file may ask of the reader.
    public static let limit = Rule(
        "XML-004", .file, .fatal,
        summary: .init(
            lv: "pārsniegta robeža: {limit} ({allowed})",
            en: "a limit is passed: {limit} ({allowed})"),
        advice: .init(
            lv: "tik liels elements eksportā nav ticams; pārbaudiet failu",
            en: "no export has such an element; check the file"))

    /// A declaration that names another encoding than the file is read in.
    public static let declaredEncoding = Rule(
        "XML-005", .file, .warning,
        summary: .init(
            lv: "XML deklarācijā kodējums ir {found}, bet fails nolasīts kā {expected}",
            en: "the XML declaration says {found}, but the file is read as {expected}"),
        advice: .init(
            lv:
                "pārbaudiet burtus ar garumzīmēm; labojiet deklarāciju vai `encoding` avota aprakstā",
            en:
                "check the letters with marks; correct the declaration, or `encoding` in the source's definition"
        ))

    /// A fault against the schema that the source names.
    public static let schema = Rule(
        "XML-006", .file, .error,
        summary: .init(
            lv: "neatbilst shēmai: {problem}", en: "it does not obey the schema: {problem}"),
        advice: .init(
            lv: "labojiet failu pēc shēmas; ja mainījies eksports, labojiet shēmu",
            en: "correct the file by the schema, or the schema if the export has changed"))

    /// A page of the web or JSON under the name of a table.
    public static let webForm = Rule(
        "FIL-030", .file, .fatal,
        summary: .init(
            lv: "fails ir {form}, nevis tabula", en: "the file is {form} and no table"),
        advice: .init(
            lv: "atveriet to programmā, kurā tas radīts, un saglabājiet kā xlsx vai CSV",
            en: "open it in the program that made it and save it as xlsx or CSV"))

    /// The rules in the order of their codes.
    public static let all = [
        emptyFile, wrongEncoding, unreadable, noRegularFile, noSuchFile, undefinedBytes,
        lostCharacters,
        tornGzip, damagedGzip, unpackedTooLarge, shortRow, longRow,
        openQuote, textAfterQuote, strayQuote, emptyExcess, blankRows,
        renamedColumn, rowsInCell, otherTables,
        blankRow,
        repeatedColumn, noHeader, noTable, unknownEncoding, recordTooLong, repeatedHeader, textRow,
        tooManyCells,
        behindTable, tooLarge, tornXML, documentType, entityReference, limit,
        declaredEncoding, schema, misplacedRecord, unknownElement, webForm,
    ]
}
