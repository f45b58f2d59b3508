import PupilSupport

/// The words of how small numbers are protected.
extension Phrases {
    static let protection = text(
        "Kā aizsargāti mazi skaitļi", "How small numbers are protected")
    static let exactFigures = text(
        "Šajā pārskatā skaitļi ir precīzi, arī mazi, un pēc tiem skolēnu var atpazīt. Tas domāts "
            + "Izglītības pārvaldei; publicēt drīkst tikai publisko pārskatu.",
        "The figures of this report are exact, small ones too, and pupils can be recognised by them. "
            + "It is for the Education Board; only the public report may be published.")
    static let howToRead = text(
        "[c] nozīmē, ka skaitlis ir, bet nav rādīts: tas ir mazs, vai arī pēc tā varētu izrēķināt "
            + "kādu mazu skaitli. Abos gadījumos zīme ir viena. Diagrammās tādu skaitļu vietā ir "
            + "svītrots taisnstūris, kura lielums neko nenozīmē.",
        "[c] says that there is a number, but that it is not shown: it is small, or a small one could "
            + "be worked out from it. The sign is the same for both. Charts have a hatched box in its "
            + "place, whose size says nothing.")
    static let otherSigns = text(
        "Procenti ir tikai no 20 un vairāk; no mazāka skaita tie neko nenozīmē, un to vietā ir “–”. Iepriekšējā "
            + "semestra vērtība un pārmaiņa ir tikai tad, ja tā tika publicēta; [c] to vietā nozīmē, ka kāda no "
            + "abām vērtībām nav rādīta, “–” – ka iepriekšējā nav zināma vai toreiz bija citas klašu grupas.",
        "Percentages are of 20 and more only; of fewer they mean nothing, and “–” stands in their place. The "
            + "value of the semester before and the change are there only where that value was published; [c] in "
            + "their place says that one of the two values is not shown, “–” that the one before is not known "
            + "or was of other class bands.")
    static let differencesShown = text(
        "Vienmēr ir rādīts, par cik skolu skaitļu summa ir lielāka nekā pilsētas skaitlis, arī ja starpība ir "
            + "maza: tā saka, ka kāds bija divās skolās, bet nesaka, kas.",
        "It is always shown by how much the schools' numbers add up to more than the city's, even when that is "
            + "little: it says that somebody was at two schools, but not who.")
    static let bandsMerged = text(
        "Lai varētu parādīt vairāk, klašu grupas ir apvienotas.",
        "Class bands were put together so that more can be shown.")
    static let nothingHidden = text(
        "Šajā pārskatā visi skaitļi ir rādīti.", "In this report every figure is shown.")

    /// From what number on figures are shown.
    static func threshold(_ threshold: Int) -> LocalizedText {
        text(
            "Skaitļi, aiz kuriem ir 1–\(threshold - 1) cilvēki, nav rādīti. Nav rādīti arī tie, no "
                + "kuriem kopā ar citiem šeit vai agrāk publicētiem skaitļiem tos varētu izrēķināt, un "
                + "tie, kas par visiem kādā grupā pateiktu vienu un to pašu.",
            "Numbers with 1 to \(threshold - 1) people behind them are not shown. Nor are those from "
                + "which they could be worked out together with others published here or before, and "
                + "those that would say one and the same thing of everybody in a group.")
    }

    /// How many figures are not shown.
    static func hiddenFigures(_ count: Int) -> LocalizedText {
        let (lv, en) = (NumberText(language: .latvian), NumberText(language: .english))
        return text(
            "Nav rādīti: \(lv.counted(count, .figure)).",
            "Not shown: \(en.counted(count, .figure)).")
    }
}
