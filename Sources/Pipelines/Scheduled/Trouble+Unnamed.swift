import Diagnostics

extension Trouble {
    /// Says that people count whom nobody can name; nothing where there are none.
    ///
    /// Figures stay when a key is lost, but whoever is in a later file is not known again.
    static func unnamed(_ count: Int) -> [Trouble] {
        guard count > 0 else { return [] }
        return [
            Trouble(
                .error,
                lv:
                    "cilvēki ar nodarbībām, kurus pēc atslēgas zuduma nevar nosaukt: \(count); ja viņi ir failos, kas "
                    + "atnākuši vēlāk, tie skaitīti divreiz, un skaitļi var būt par lieliem; "
                    + "ielieciet iesūtnē agrākos failus vai nosauciet pumpurs keys escrow failu un palaidiet pumpurs "
                    + "keys recover: tad viņi atkal ir viens cilvēks",
                en:
                    "people with sessions whom nobody can name since the key was lost: \(count); where they are in "
                    + "files that came later they are counted twice, and figures may be too high; put the earlier "
                    + "files into the inbox, or name the file of pumpurs keys escrow, and run pumpurs keys recover: "
                    + "then they are one person again")
        ]
    }
}
