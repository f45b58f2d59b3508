import PupilSupport
import Rollup
import Submission

extension PublicModel {
    /// Takes from definitions what the public figures are made by.
    init(_ definitions: Definitions) {
        let names = DimensionName.allCases.compactMap(\.vocabulary)
        self.init(
            definitions: definitions.files.filter { $0.path.hasPrefix("indicators/") }.map {
                .init(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self))
            },
            vocabularies: names.compactMap { name in
                definitions.vocabularies[name].map { vocabulary in
                    .init(
                        name: name.rawValue,
                        terms: vocabulary.terms.map {
                            .init(code: $0.code, attributes: $0.attributes)
                        })
                }
            },
            levels: definitions.municipality.schools.map {
                .init(school: $0.code, from: $0.levels.lowerBound, to: $0.levels.upperBound)
            })
    }

    /// The indicators, or `nil` when the files do not define any.
    var indicators: IndicatorSet? {
        IndicatorLoader(
            folder: "manifest.json",
            files: definitions.map { DefinitionFile(path: $0.path, bytes: Array($0.text.utf8)) }
        ).load().0
    }

    /// What figures are broken down by; words are codes, for nobody reads them.
    func dimensions(of manifest: PackageManifest) -> Dimensions {
        let operation = manifest.reference.operation
        let bands = manifest.reference.classBands.map { band in
            ClassBand(
                code: band.code, name: LocalizedText(lv: band.code, en: band.code),
                levels: band.from...max(band.from, band.to))
        }
        let vocabularies = vocabularies.compactMap { entry in
            VocabularyName(rawValue: entry.name).map { name in
                Vocabulary(
                    name: name,
                    terms: entry.terms.map {
                        Term(
                            code: $0.code, name: LocalizedText(lv: $0.code, en: $0.code),
                            attributes: $0.attributes)
                    })
            }
        }
        return Dimensions(
            schools: levels.map {
                School(
                    code: $0.school, name: LocalizedText(lv: $0.school, en: $0.school),
                    shortName: LocalizedText(lv: $0.school, en: $0.school),
                    levels: $0.from...max($0.from, $0.to))
            }, levels: operation.lowestLevel...max(operation.lowestLevel, operation.highestLevel),
            classBands: bands,
            vocabularies: Dictionary(
                vocabularies.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    }
}
