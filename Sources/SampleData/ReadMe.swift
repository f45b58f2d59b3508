/// Writes the page that explains the samples.
struct ReadMe {
    let faults: FaultList
    let paths: [String]

    var text: String {
        """
        # Sample data

        Synthetic exports of three schools for three semesters, as the schools would send them. They are made by
        `sample-data-generator` from a fixed seed: `swift run sample-data-generator --output sample-data` writes the same
        bytes again, this page and `.faults.csv` included. Do not edit them by hand.

        **Nobody here is real.** Names are drawn from lists. Personal codes have a plausible birth date, but a check digit
        that is wrong on purpose, so none of them can be anyone's (the sources say `check_digit: synthetic`). The one code
        with a right check digit, `161175-19997`, is the example of public documentation and stands there as a fault. One
        pupil has a code of the new type, which begins with `32`. The schools and the project are real; no figure of theirs
        is, except those that the city has published (below).

        ## The files

        | school | how it exports | files of a semester |
        |---|---|---|
        | Jaundubultu vidusskola | tables saved from a school journal: Windows-1257, `;`, CRLF, `31.05.2019.`, hours as `0,75` | `skolenu-saraksts.csv` pupils and what they need; `atbalsta-plani.csv` support plans; `konsultacijas.csv` consultations with notes over several lines and a closing row “Kopā”; `vertejumi.csv` marks, one a row; `kavejumi.csv` missed lessons; `atsauksmes.csv` feedback |
        | Slokas pamatskola | one nested XML document in UTF-8 with a namespace, which obeys `pipelines/schemas/sloka.xsd` | `atbalsts.xml`: pupil → plan → risks, measures, sessions, result; marks; missed lessons; feedback |
        | Vaivaru pamatskola | sheets saved as “CSV UTF-8”: byte order mark, commas, CRLF, `"0,75"` in quotation marks | `skoleni.csv` pupils and what they need; `iap.csv` support plans; `konsultacijas.csv` consultations under a header of two rows, teachers by staff number; `vertejumi.csv` marks, a column a subject; `kavejumi.csv` missed lessons; `aptauja.csv` feedback |

        `vaivari/2018-2019-2/personals.xml` (Windows-1257) is the staff list that says who stands behind a staff number; it
        is of no semester. For 2018-2019-1, before the project began, there are only the pupils, their marks and their missed
        lessons. Every record carries its semester in its content.

        No fault, and loaded: classes in five spellings (`5.a`, `5a`, `5.A`, `5. a`, `5.A klase`), the project number in four
        spellings, semesters in three, `nv`, `i`, `ni` and blank marks, names of a school with and without its city.

        ## What is true

        A pupil counts as a participant, and a teacher as a teacher, by at least one session without any error.

        | semester | participants of the city | sum of the schools | teachers of the city | sum of the schools |
        |---|---:|---:|---:|---:|
        | 2018-2019-1 | 0 | 0 | 0 | 0 |
        | 2018-2019-2 | 35 | 16 + 11 + 10 = 37 | 24 | 11 + 8 + 8 = 27 |
        | 2019-2020-1 | 67 | 27 + 22 + 19 = 68 | 31 | 14 + 10 + 10 = 34 |

        The city counts a person once. In 2018-2019-2 a pupil goes from Jaundubulti to Vaivari, where the name is spelled
        differently, and another from Sloka to Jaundubulti; in 2019-2020-1 one goes from Vaivari to Sloka. A psychologist, a
        social pedagogue and a speech therapist work in two schools each. 12 of the 35 pupils return in 2019-2020-1. Other
        pupils have an identified risk and wait. 35 pupils and 24 teachers are the figures that the city announced on 7
        October 2019; the announcement also planned “more than 60” pupils for the semester after.

        ## The faults

        Every finding that the pipeline must report on these files, and nothing else; `.faults.csv` is the same list for
        machines. A row held back for its cells or its record is not looked at across records. The line is the physical line
        on which the record, or its start tag, begins.

        \(faults.markdown)

        """
    }
}
