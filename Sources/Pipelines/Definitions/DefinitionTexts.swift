import Extraction
import Normalization
import PupilSupport

/// The texts of the definitions whose words are nobody's name, so that messages may show them.
struct DefinitionTexts {
    let municipality: Municipality
    let vocabularies: [VocabularyName: Vocabulary]
    let sources: [SourceDefinition]
    let files: [DefinitionFile]

    /// All texts.
    var all: [String] {
        ofMunicipality + ofVocabularies + ofModel + sources.flatMap(texts(of:)) + ofSchemas
    }

    private var ofMunicipality: [String] {
        let project = municipality.project
        var texts = [municipality.code, project.number, project.shortName]
        texts += project.acceptedNumbers
        texts += both(municipality.board) + both(project.title)
        for school in municipality.schools {
            texts += [school.code] + school.aliases.map(\.name)
            texts += both(school.name) + both(school.shortName)
            if let successor = school.succession?.successor { texts += both(successor) }
        }
        for band in municipality.classBands { texts += [band.code] + both(band.name) }
        return texts + municipality.expectedDeliveries.flatMap(\.kinds)
    }

    private var ofVocabularies: [String] {
        var texts: [String] = []
        for vocabulary in vocabularies.values {
            texts.append(vocabulary.name.rawValue)
            for term in vocabulary.terms { texts += [term.code] + both(term.name) + term.aliases }
        }
        return texts
    }

    private var ofModel: [String] {
        RecordKind.allCases.flatMap { [$0.rawValue] + $0.fields.map(\.name) }
    }

    /// The schemas name the elements and attributes that a file may have.
    private var ofSchemas: [String] {
        files.filter { $0.path.lowercased().hasSuffix(".xsd") }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private func texts(of source: SourceDefinition) -> [String] {
        var texts = [source.code] + both(source.name)
        for file in source.files {
            let recognition = file.recognition
            texts += [file.kind, recognition.root ?? "", recognition.fileName ?? ""]
            texts += recognition.columns + sheets(of: file.format)
            if let total = file.totalRow { texts += [total.column, total.text] + total.sums }
            for mapping in file.records { texts += self.texts(of: mapping) }
        }
        return texts
    }

    private func texts(of mapping: RecordMapping) -> [String] {
        var texts = [mapping.at ?? "", mapping.whenPresent ?? ""]
        texts += mapping.unpivot?.columns ?? []
        for field in mapping.fields {
            switch field.source {
            case .column(let text), .constant(let text): texts.append(text)
            case .paths(let paths): texts += paths
            default: break
            }
        }
        return texts
    }

    private func sheets(of format: FileFormat) -> [String] {
        if case .workbook(let options) = format { options.sheet.map { [$0] } ?? [] } else { [] }
    }

    private func both(_ text: LocalizedText) -> [String] { [text.lv, text.en] }
}
