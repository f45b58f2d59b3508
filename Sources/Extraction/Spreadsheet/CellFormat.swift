/// What the format of a cell makes of its number.
enum CellFormat: Hashable, Sendable {
    /// The number itself.
    case number
    /// A day.
    case date
    /// A time of the day.
    case time
    /// A day and a time.
    case dateAndTime
    /// A length of time that may exceed a day.
    case duration
    /// Digits in fixed places, such as those of a code that begins with zero.
    case digits(DigitPattern)

    /// The format behind an identifier that needs no definition.
    init(builtIn identifier: Int) {
        switch identifier {
        case 14...17: self = .date
        case 18...21, 45, 47: self = .time
        case 22: self = .dateAndTime
        case 46: self = .duration
        default: self = .number
        }
    }
}

/// Places for digits with marks between them, as `000000\-00000` has.
struct DigitPattern: Hashable, Sendable {
    /// The marks; `nil` is a place for a digit.
    let places: [UInt8?]

    /// Appends the digits of a whole number with the marks between; digits beyond the places come first.
    func append(_ digits: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let count = places.count { $0 == nil }
        var next = digits.startIndex
        var missing = max(count - digits.count, 0)
        var isFirst = true
        for place in places {
            if let place {
                output.append(place)
                continue
            }
            if isFirst {
                isFirst = false
                while digits.count - next > count { output.append(digits[next]); next += 1 }
            }
            if missing > 0 {
                missing -= 1
                output.append(UInt8(ascii: "0"))
            } else {
                output.append(digits[next])
                next += 1
            }
        }
    }
}
