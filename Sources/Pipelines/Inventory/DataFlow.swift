import PupilSupport

/// How the data flow, drawn with letters: what holds what, who can read it, and what goes on.
enum DataFlow {
    static let diagram = LocalizedText(lv: latvian, en: english)

    private static let english = """
         exports of the schools     names, personal codes, everything the school wrote; the inbox is the Board's
             │  0600                every accepted file, sealed: state/archive/, its key in archive/key.sealed
             ▼
         records                    only the fields of the model; other columns are dropped and named in quality.csv
             │  in memory           pupils and teachers by personal code
             ▼
         model ───────────────┬──── names and codes, sensitive answers ──▶ state/vault.sqlite   sealed (AES-GCM), 0600
             │                │                                             each opening: a line of state/access.log
             │                └──── pseudonyms (HMAC-SHA256) ───────────▶ state/pumpurs.sqlite 0600
             ▼                                                              state/pumpurs.key, or apart from the state
         figures                    counted from the store; exact
             │
             ├──▶ reports/<semester>/internal/   exact, the Board alone, 0600
             ├──▶ reports/<semester>/public/     protected and audited, everybody, 0644
             ├──▶ letters/                       a school's own errors, masked, to that school
             ├──▶ export-model --into FOLDER     what counts, people by number, no day of birth, for another engine, 0600
             └──▶ submissions/<package>/         restricted/  records under the recipient's pseudonyms, 0600
                                                 aggregate/   exact figures for the authorities, 0600
                                                 public/      protected figures, 0644
                  submissions/<package of a year>/  aggregate/ alone: exact figures of a calendar year, 0600

        """

    private static let latvian = """
         skolu faili                vārdi, personas kodi, viss, ko skola rakstījusi; iesūtne ir pārvaldes
             │  0600                katrs pieņemtais fails, aizzīmogots: state/archive/, tā atslēga archive/key.sealed
             ▼
         ieraksti                   tikai modeļa lauki; pārējās ailes neglabā, tās nosauc quality.csv
             │  atmiņā              skolēni un pedagogi pēc personas koda
             ▼
         modelis ─────────────┬──── vārdi, kodi, sensitīvas atbildes ──▶ state/vault.sqlite   aizzīmogota (AES-GCM), 0600
             │                │                                           katra atvēršana: rinda state/access.log
             │                └──── pseidonīmi (HMAC-SHA256) ─────────▶ state/pumpurs.sqlite 0600
             ▼                                                            state/pumpurs.key vai ārpus stāvokļa
         skaitļi                    saskaitīti no krātuves; precīzi
             │
             ├──▶ reports/<semestris>/internal/  precīzi, tikai pārvaldei, 0600
             ├──▶ reports/<semestris>/public/    aizsargāti un pārbaudīti, visiem, 0644
             ├──▶ letters/                       skolas pašas kļūdas, aizklātas, šai skolai
             ├──▶ export-model --into MAPE       ieskaitītais, cilvēki ir numuri, bez dzimšanas dienām, citai programmai, 0600
             └──▶ submissions/<pakotne>/         restricted/  ieraksti ar saņēmēja pseidonīmiem, 0600
                                                 aggregate/   precīzi skaitļi iestādēm, 0600
                                                 public/      aizsargāti skaitļi, 0644
                  submissions/<gada pakotne>/    tikai aggregate/: kalendārā gada precīzie skaitļi, 0600

        """
}
