/// Words that stand in every school's files and are nobody's name.
enum OrdinaryWords {
    /// The words, without capitals.
    static let all: [String] = [school, time, files, kinds, encodings, english].flatMap {
        $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static let school = """
        aile ailes atbalsta atbalsts atzīme atzīmes atsauksme atsauksmes atbilde atbildes aptauja
        aptaujas aptauju amats apraksts attaisnotas attaisnots cits citi dati datu datums dzimums
        eksports eksporta fails faila forma grupa grupas iap iestāde iesniegts ieraksts ieraksti
        ilgums izglītības izglītojamais izglītojamā individuālais individuālie kavējums kavējumi
        kavējumu klase klases klasē kods koda konsultācija konsultācijas konsultāciju kopā kopsumma
        kopējais lapa lapas loma mācību mērķis minūtes minūtēs mēnesis mēneša nedēļa nodarbība
        nodarbības nodarbību norise nosaukums novads novada numurs pabeigts papildu pasākums
        pasākuma pasākumi pašvaldība pašvaldības pedagogs pedagoga pedagogi pedagogu personas
        persona personāls personāla piezīme piezīmes plāns plāna plāni plānu priekšmets priekšmeta
        priekšmeti projekts projekta rezultāts rezultāti rinda rindas risks riski saraksts saraksta
        sākums beigas sagatavots semestris semestra semestrī semestri skaits skola skolas skolēns
        skolēna skolēni skolēnu skolotājs skolotāja skolotāji statuss stunda stundas stundu summa
        tabula tabulas terapija turpmāk uzvārds vārds vārdi veids vecāki vērtējums vērtējumi
        vērtējuma vērtējumu vidusskola pamatskola sākumskola ģimnāzija viss visi
        """

    /// Months in the forms that are nobody's given name.
    private static let time = """
        gads gada gadā diena dienas laiks no līdz pirms pēc janvāris janvāra janvārī februāris
        februāra februārī marts aprīlis aprīļa aprīlī maijs jūnijs jūlijs septembris septembra
        septembrī oktobris oktobra oktobrī novembris novembra novembrī decembris decembra decembrī
        """

    private static let files = """
        csv tsv txt xml xsd xls xlsx xlsm xlsb ods zip gzip json html pdf doc docx bak tmp
        export import inbox file files data dati sample samples test xmlns xl worksheets workbook
        sharedstrings styles theme rels docprops sheet sheets jauns jauna labots labota kopija vecs
        vecais gatavs gala
        """

    private static let kinds = """
        nav nē jā arī bez par pie kas kā tukšs cita viens viena divi divas trīs četri četras pieci
        piecas seši sešas septiņi septiņas astoņi astoņas deviņi deviņas desmit vienošanās mājas
        mājmācība mūzikas mākslas zīmēšanas deju smilšu fizioterapija ergoterapija
        """

    private static let encodings = """
        utf ucs iso ascii ebcdic latin windows ansi unicode cp us macintosh
        """

    private static let english = """
        absence absences answer answers before after birth column columns code class classes count
        date days end family feedback given header hours index lesson lessons list measure measures
        minutes missed month name names need needs note notes number outcome outcomes page period
        person personal plan plans pupil pupils rating record records report risk risks role row
        rows school schools semester session sessions sex start status student students subject
        subjects sum summary support table teacher teachers total type value values version year
        years staff number attribute element text the and for not with
        """

    /// Words that definitions may use and people are called by too; a message shows none of them.
    static let namesakes: Set<String> = [
        "mark", "marks", "marta", "maija", "jūnija", "junija", "jūlija", "julija", "augusts",
        "augusta", "august", "april", "may", "june", "rose", "grace", "art", "will", "bill",
        "faith",
        "dace", "laima", "rasa", "rota", "māra", "mara", "vija", "egle", "sarma", "ausma", "zane",
        "roze", "valda", "krievs", "krieva", "skaidrīte", "skaidrite", "gaida", "zigma",
    ]
}
