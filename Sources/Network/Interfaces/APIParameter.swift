import Kernel
package import Languages

/// What may be asked of a route: its name, what it may hold, and how it is read. What cannot be read is refused before anything is looked up.
package struct APIParameter<Value: Sendable>: Sendable {
    package let line: APIParameterLine
    let read: @Sendable (String) -> Value?

    package init(
        _ name: String, _ about: String, _ type: APIType, isInPath: Bool = false, isRequired: Bool = false, read: @escaping @Sendable (String) -> Value?
    ) {
        line = APIParameterLine(name: name, about: about, type: type, isInPath: isInPath, isRequired: isInPath || isRequired) { read($0) != nil }
        self.read = read
    }

    package static func day(_ name: String, _ about: String) -> APIParameter<Day> where Value == Day { APIParameter(name, about, .day) { Day(iso: $0) } }

    /// One of several words.
    package static func choice(_ name: String, _ about: String) -> APIParameter<Value>
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        APIParameter(name, about, .choice(Value.allCases.map(\.rawValue))) { Value(rawValue: $0) }
    }
}

/// The same without knowing what it is read into.
package struct APIParameterLine: Sendable {
    package let name: String
    package let about: String
    package let type: APIType
    package let isInPath: Bool
    package let isRequired: Bool
    let isRead: @Sendable (String) -> Bool

    /// As the description of the interface has it.
    package var described: APIValue {
        .fields([
            ("name", .text(name)), ("in", .text(isInPath ? "path" : "query")), ("description", .text(about)), ("required", .flag(isRequired)),
            ("schema", type.schema),
        ])
    }
}

/// Where a list goes on: up to three numbers. Whoever asks gets it from the page before and need not understand it.
package struct APICursor: Sendable, Hashable {
    package let numbers: [Int]

    package init(_ numbers: Int...) { self.numbers = numbers }

    static let pattern = "^[0-9]{1,15}([.][0-9]{1,15}){0,2}$"

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } && part.utf8.count <= 15 ? Int(typed: part, in: 0...999_999_999_999_999) : nil
        }
        guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
        self.numbers = numbers
    }

    package subscript(_ place: Int) -> Int { place < numbers.count ? numbers[place] : 0 }
    package var text: String { numbers.map(String.init).joined(separator: ".") }
}

/// Parameters that lists have alike.
package enum APIParameters {
    static let most = 100, usual = 50

    package static let limit = APIParameter<Int>("limit", "At most so many items (\(usual) unless told).", .number(1...most)) { Int(typed: $0, in: 1...most) }
    package static let cursor = APIParameter<APICursor>(
        "cursor", "Where the list goes on, as `next` of the page before has it.", .text(pattern: APICursor.pattern)
    ) { APICursor($0) }
    package static let words = APIParameter<String>(
        "q", "Words that must be there, in either script and whatever form they stand in.", .text(most: TextLimit.line.rawValue)
    ) { $0.unicodeScalars.count <= TextLimit.line.rawValue ? WrittenText.line($0) : nil }
}
