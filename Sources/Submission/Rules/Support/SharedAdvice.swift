import PupilSupport

extension LocalizedText {
    /// The advice where figures do not follow from the records that they stand beside.
    static let countedAnew = LocalizedText(
        lv:
            "rādītājus nelabo ar roku: sagatavojiet pakotni no jauna; ja tas atkārtojas, ziņojiet programmas uzturētājiem",
        en:
            "figures are not mended by hand: make the package again; where it happens once more, tell those who maintain the program"
    )
}
