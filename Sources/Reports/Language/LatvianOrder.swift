import PupilSupport

/// The order of the Latvian alphabet, for names that a page sorts.
///
/// Letters with a hook or a caron are letters of their own after the plain one; long vowels and `y`
/// differ from short ones and `i` only where all else is equal.
struct LatvianOrder {
    private static let letters = Array("aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž")
    private static let variants: [Character: Character] = [
        "ā": "a", "ē": "e", "ī": "i", "y": "i", "ō": "o", "ū": "u",
    ]
    private static let places: [Character: Int] = {
        var places: [Character: Int] = [:]
        for letter in letters where variants[letter] == nil { places[letter] = places.count + 100 }
        return places
    }()

    /// Whether one name stands before another.
    static func precedes(_ first: String, _ second: String) -> Bool { Key(first) < Key(second) }

    /// Where a name stands; to be made once for each name that is sorted.
    struct Key: Comparable {
        private let letters: [Int]
        private let marks: [Int]
        private let name: String

        init(_ name: String) {
            self.name = name
            var letters: [Int] = []
            var marks: [Int] = []
            for character in name.lowercased() {
                let plain = variants[character] ?? character
                if let place = places[plain] {
                    letters.append(place)
                    marks.append(plain == character ? 0 : 1)
                } else if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                    letters.append(10 + digit)
                    marks.append(0)
                } else if character == " " {
                    letters.append(0)
                    marks.append(0)
                }
            }
            (self.letters, self.marks) = (letters, marks)
        }

        static func < (first: Key, second: Key) -> Bool {
            if first.letters != second.letters {
                return first.letters.lexicographicallyPrecedes(second.letters)
            }
            if first.marks != second.marks {
                return first.marks.lexicographicallyPrecedes(second.marks)
            }
            return first.name < second.name
        }
    }
}

extension Sequence {
    /// Returns the elements in the order of their keys, each of which is made once.
    func sorted<Key: Comparable>(byOne key: (Element) -> Key) -> [Element] {
        map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
