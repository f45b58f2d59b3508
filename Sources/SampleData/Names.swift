/// Invented names; each person gets a combination that nobody else has.
struct Names {
    private var used: Set<String> = []

    /// Returns a given and a family name.
    mutating func next(
        female: Bool, adult: Bool, _ random: inout SplitMix64
    ) -> (given: String, family: String) {
        while true {
            let given = random.pick(Self.given(female: female, adult: adult))
            let family = random.pick(Self.families)
            let name = (given, female ? family.female : family.male)
            if used.insert("\(name.0) \(name.1)").inserted { return name }
        }
    }

    private static func given(female: Bool, adult: Bool) -> [String] {
        switch (female, adult) {
        case (true, true):
            [
                "Aija", "Anita", "Dace", "Daina", "Gunta", "Ilze", "Indra", "Inese", "Iveta",
                "Ligita", "Maija", "Rita", "Ruta", "Sandra", "Sarmīte", "Silvija", "Solvita",
                "Vija",
                "Zinta",
            ]
        case (false, true): ["Aivars", "Guntis", "Imants", "Normunds", "Uldis", "Valdis"]
        case (true, false):
            [
                "Adriāna", "Alise", "Amanda", "Annija", "Beāte", "Betija", "Dārta", "Diāna",
                "Elīza", "Emīlija", "Estere", "Gabriela", "Grieta", "Justīne", "Karlīna", "Katrīna",
                "Ketija", "Laura", "Līva", "Loreta", "Megija", "Nikola", "Patrīcija", "Paula",
                "Rebeka", "Samanta", "Sabīne", "Sintija", "Viktorija",
            ]
        case (false, false):
            [
                "Adrians", "Daniels", "Dāvis", "Edvards", "Emīls", "Ernests", "Gustavs", "Haralds",
                "Kristers", "Markuss", "Niks", "Oskars", "Patriks", "Ralfs", "Raivo", "Ričards",
                "Roberts", "Rūdolfs", "Sandis", "Tomass", "Valters",
            ]
        }
    }

    private static let families: [(male: String, female: String)] = [
        ("Alksnītis", "Alksnīte"), ("Apšukalns", "Apšukalne"), ("Birznieks", "Birzniece"),
        ("Brūveris", "Brūvere"), ("Dreimanis", "Dreimane"), ("Dzenītis", "Dzenīte"),
        ("Eglājs", "Eglāja"), ("Gailītis", "Gailīte"), ("Grantiņš", "Grantiņa"),
        ("Irbītis", "Irbīte"), ("Jaunkalns", "Jaunkalne"), ("Kalnājs", "Kalnāja"),
        ("Krauklītis", "Krauklīte"), ("Krūklis", "Krūkle"), ("Lapiņš", "Lapiņa"),
        ("Lazdāns", "Lazdāne"), ("Līcītis", "Līcīte"), ("Medenis", "Medene"),
        ("Niedrītis", "Niedrīte"), ("Osītis", "Osīte"), ("Priedītis", "Priedīte"),
        ("Pūcītis", "Pūcīte"), ("Reinfelds", "Reinfelde"), ("Riekstiņš", "Riekstiņa"),
        ("Skujiņš", "Skujiņa"), ("Sproģis", "Sproģe"), ("Strazdiņš", "Strazdiņa"),
        ("Šteinbergs", "Šteinberga"), ("Tilgalis", "Tilgale"), ("Vanadziņš", "Vanadziņa"),
        ("Vilciņš", "Vilciņa"), ("Zālītis", "Zālīte"), ("Žubītis", "Žubīte"),
        ("Beļajevs", "Beļajeva"), ("Gusevs", "Guseva"), ("Lebedevs", "Lebedeva"),
        ("Morozovs", "Morozova"), ("Sokolovs", "Sokolova"), ("Zaicevs", "Zaiceva"),
    ]
}
