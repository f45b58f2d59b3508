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
    static func precedes(_ first: String, _ second: String) -> Bool {
        let (one, other) = (key(first), key(second))
        if one.letters != other.letters {
            return one.letters.lexicographicallyPrecedes(other.letters)
        }
        if one.marks != other.marks { return one.marks.lexicographicallyPrecedes(other.marks) }
        return first < second
    }

    private static func key(_ name: String) -> (letters: [Int], marks: [Int]) {
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
        return (letters, marks)
    }
}
