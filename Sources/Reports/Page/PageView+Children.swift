import Mustache

extension PageView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": ShownWords(language)
        case "title": ShownWords(title)
        case "semester": ShownWords(semester)
        case "period": ShownWords(period)
        case "board": ShownWords(board)
        case "project": ShownWords(project)
        case "projectTitle": ShownWords(projectTitle)
        case "funding": ShownWords(funding)
        case "planMark": ShownWords.all(planMark)
        case "words": words
        case "audience": ShownWords(audience)
        case "isInternal": isInternal
        case "state": state
        case "keyFigures": keyFigures
        case "targets": targets
        case "sections": sections
        case "links": links
        case "contents": contents
        case "notes": ShownWords.all(notes)
        case "quality": quality
        case "definitions": definitions
        case "countingUnits": countingUnits
        case "protection": ShownWords.all(protection)
        case "revisions": ShownWords.all(revisions)
        case "contact": ShownWords.all(contact)
        case "definitionsHash": ShownWords(definitionsHash)
        default: nil
        }
    }
}

extension StateView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isIncomplete": isIncomplete
        case "sentence": ShownWords(sentence)
        case "finality": ShownWords(finality)
        case "heldBack": ShownWords.all(heldBack)
        case "reasons": ShownWords.all(reasons)
        default: nil
        }
    }
}

extension WordsView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "skip": ShownWords(skip)
        case "contents": ShownWords(contents)
        case "union": ShownWords(union)
        case "fund": ShownWords(fund)
        case "plan2020": ShownWords(plan2020)
        case "slogan": ShownWords(slogan)
        case "ensemble": ShownWords(ensemble)
        case "keyFigures": ShownWords(keyFigures)
        case "quality": ShownWords(quality)
        case "definitions": ShownWords(definitions)
        case "countingUnits": ShownWords(countingUnits)
        case "protection": ShownWords(protection)
        case "revisions": ShownWords(revisions)
        case "contact": ShownWords(contact)
        case "definitionsHash": ShownWords(definitionsHash)
        case "dataFiles": ShownWords(dataFiles)
        default: nil
        }
    }
}

extension KeyFigureView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "word": ShownWords(word)
        case "detail": ShownWords(detail)
        case "change": ShownWords(change)
        case "sparklines": sparklines
        default: nil
        }
    }
}

extension TargetView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "sentence": ShownWords(sentence)
        case "source": ShownWords(source)
        case "isReached": isReached
        default: nil
        }
    }
}

extension SectionView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": ShownWords(id)
        case "heading": ShownWords(heading)
        case "notes": ShownWords.all(notes)
        case "tables": tables
        default: nil
        }
    }
}

extension QualityView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "notes": ShownWords.all(notes)
        case "tables": tables
        case "findings": findings
        case "remarks": ShownWords.all(remarks)
        default: nil
        }
    }
}

extension DefinitionView: MustacheParent {
    func child(named word: String) -> Any? {
        switch word {
        case "name": ShownWords(name)
        case "meaning": ShownWords(meaning)
        case "unit": ShownWords(unit)
        default: nil
        }
    }
}

extension CountingUnitView: MustacheParent {
    func child(named word: String) -> Any? {
        switch word {
        case "name": ShownWords(name)
        case "meaning": ShownWords(meaning)
        default: nil
        }
    }
}

extension PageLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "href": ShownWords(href)
        case "text": ShownWords(text)
        case "language": ShownWords.all(language)
        default: nil
        }
    }
}
