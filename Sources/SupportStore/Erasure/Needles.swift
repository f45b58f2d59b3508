import Foundation
import Glibc

/// What a person is looked for by: codes, and names that stand together.
///
/// A code is looked for with and without its hyphen, a name in both orders and in the usual spellings of its
/// case, all in UTF-8, UTF-16 (both orders of bytes) and Windows-1257.
public struct Needles: Codable, Hashable, Sendable {
    /// A given and a family name.
    public struct Name: Codable, Hashable, Sendable {
        /// The given name.
        public let given: String
        /// The family name.
        public let family: String

        /// Creates a name.
        public init(given: String, family: String) {
            self.given = given
            self.family = family
        }
    }

    /// The identifiers as the vault has them.
    public let codes: [String]
    /// The names; none where only codes are looked for.
    public let names: [Name]
    /// Values such as pseudonyms, looked for as bytes and as hexadecimal digits.
    public let values: [[UInt8]]

    /// Creates needles.
    public init(codes: [String], names: [Name], values: [[UInt8]] = []) {
        self.codes = codes
        self.names = names.filter { $0.given.count > 1 && $0.family.count > 1 }
        self.values = values
    }

    /// The needles without the names, for where somebody else may bear them.
    public var withoutNames: Needles { Needles(codes: codes, names: [], values: values) }

    /// Something that was found.
    public struct Hit: Hashable, Sendable {
        /// The stretch.
        public let range: Range<Int>
        /// How wide its characters are.
        public let width: TextWidth
        /// Whether it is a name; else a code or a value.
        public let isName: Bool
    }

    /// Returns everything that bytes hold of the person, in the order of the places.
    public func hits(in bytes: [UInt8]) -> [Hit] {
        bytes.withUnsafeBufferPointer { bytes in
            var hits: [Hit] = []
            for code in codes {
                for (pattern, width) in Self.patterns(Self.spellings(ofCode: code)) {
                    hits += Self.places(of: pattern, in: bytes).map {
                        Hit(range: $0..<($0 + pattern.count), width: width, isName: false)
                    }
                }
            }
            for value in values {
                let text = Hexadecimal.text(value)
                let patterns = [value, Array(text.utf8), Array(text.uppercased().utf8)]
                for pattern in patterns {
                    hits += Self.places(of: pattern, in: bytes).map {
                        Hit(range: $0..<($0 + pattern.count), width: .single, isName: false)
                    }
                }
            }
            for name in names {
                hits += Self.hits(of: name.given, then: name.family, in: bytes)
                hits += Self.hits(of: name.family, then: name.given, in: bytes)
            }
            return Self.withoutShadows(Set(hits)).sorted {
                ($0.range.lowerBound, $0.range.count) < ($1.range.lowerBound, $1.range.count)
            }
        }
    }

    /// Leaves out what a text in one order of bytes looks like in the other, one byte beside it: in UTF-16 a
    /// character begins at an even place.
    private static func withoutShadows(_ hits: Set<Hit>) -> [Hit] {
        hits.filter { hit in
            guard hit.width != .single, !hit.range.lowerBound.isMultiple(of: 2) else { return true }
            let other: TextWidth = hit.width == .little ? .big : .little
            return ![-1, 1].contains { step in
                hits.contains(
                    Hit(
                        range: (hit.range.lowerBound + step)..<(hit.range.upperBound + step),
                        width: other, isName: hit.isName))
            }
        }
    }

    /// Whether a text for people holds a code or a full name.
    public func areIn(_ text: String) -> Bool { !hits(in: Array(text.utf8)).isEmpty }

    // MARK: - Spellings

    private static func spellings(ofCode code: String) -> [String] {
        guard code.count == 11, code.allSatisfy(\.isNumber) else { return [code] }
        return [code, "\(code.prefix(6))-\(code.suffix(5))"]
    }

    private static func spellings(ofName name: String) -> [String] {
        let composed = name.precomposedStringWithCanonicalMapping
        let cases = [composed, composed.uppercased(), composed.lowercased()]
        return cases + cases.map(\.decomposedStringWithCanonicalMapping)
    }

    /// Returns the bytes of texts in every encoding; the same bytes once.
    private static func patterns(_ texts: [String]) -> [(bytes: [UInt8], width: TextWidth)] {
        var seen: Set<[UInt8]> = []
        var patterns: [(bytes: [UInt8], width: TextWidth)] = []
        for text in texts where !text.isEmpty {
            let units = Array(text.utf16)
            let single = [Array(text.utf8), Windows1257.bytes(of: text)].compactMap(\.self)
            let all =
                single.map { ($0, TextWidth.single) }
                + [TextWidth.little, .big].map { width in (units.flatMap(width.bytes), width) }
            for (bytes, width) in all where seen.insert(bytes).inserted {
                patterns.append((bytes, width))
            }
        }
        return patterns
    }

    // MARK: - Search

    private static func places(
        of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        guard let base = UnsafeRawPointer(bytes.baseAddress), let first = pattern.first else {
            return []
        }
        var (places, start) = ([Int](), 0)
        // The system finds the first byte faster than a loop would.
        while start + pattern.count <= bytes.count,
            let found = memchr(base + start, Int32(first), bytes.count - pattern.count - start + 1)
        {
            let place = base.distance(to: UnsafeRawPointer(found))
            if memcmp(found, pattern, pattern.count) == 0 { places.append(place) }
            start = place + 1
        }
        return places
    }

    /// Finds two words of which one follows the other with nothing but signs or markup between them.
    private static func hits(
        of first: String, then second: String, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Hit] {
        let seconds = patterns(spellings(ofName: second))
        return patterns(spellings(ofName: first)).flatMap { pattern, width in
            places(of: pattern, in: bytes).compactMap { place in
                let end = place + pattern.count
                guard !isLetter(before: place, width, bytes) else { return nil }
                let ends = seconds.filter { $0.width == width }.compactMap { other -> Int? in
                    behindGlue(from: end, to: other.bytes, width, bytes)
                }
                return ends.max().map { Hit(range: place..<$0, width: width, isName: true) }
            }
        }
    }

    private static func isLetter(
        before place: Int, _ width: TextWidth, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        width.unit(at: place - width.count, in: bytes).map(isLetter) ?? false
    }

    private static func isLetter(_ unit: UInt16) -> Bool {
        (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit) || unit >= 0xC0
    }

    /// Returns where a word ends that follows after glue, or `nil` when it does not.
    private static func behindGlue(
        from start: Int, to word: [UInt8], _ width: TextWidth, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let limit = min(bytes.count, start + mostGlue * width.count + word.count)
        var place = start
        var glue: [UInt16] = []
        while place + word.count <= limit {
            if bytes[place..<(place + word.count)].elementsEqual(word) {
                let end = place + word.count
                guard isGlue(glue) else { return nil }
                return width.unit(at: end, in: bytes).map(isLetter) == true ? nil : end
            }
            guard let unit = width.unit(at: place, in: bytes) else { return nil }
            glue.append(unit)
            place += width.count
        }
        return nil
    }

    private static let mostGlue = 96

    /// Whether units between two words are signs of a few, or the markup between two values of XML.
    private static func isGlue(_ units: [UInt16]) -> Bool {
        guard let first = units.first, let last = units.last else { return false }
        if units.count <= 8, !units.contains(where: isLetter) { return true }
        let (quote, apostrophe, less, greater) = (
            UInt16(0x22), UInt16(0x27), UInt16(0x3C), UInt16(0x3E)
        )
        let isAttribute =
            [quote, apostrophe].contains(first) && [quote, apostrophe].contains(last)
            && units.contains(0x3D) && units.count(where: { $0 == first }) == 2
        let isElement =
            first == less && last == greater && units.count(where: { $0 == less }) == 2
        return isAttribute || isElement
    }
}
