import Kernel
package import Languages

/// What a field of an answer or a parameter may hold, as JSON Schema (2020-12) says it.
package indirect enum APIType: Sendable {
    case text(format: String? = nil, pattern: String? = nil, most: Int? = nil)
    case choice([String])
    case number(ClosedRange<Int>?)
    case flag
    case list(APIType)
    case maybe(APIType)
    case object(APIObject)

    package static let day = APIType.text(format: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    package static let moment = APIType.text(format: "date-time")
    package static let time = APIType.text(pattern: "^[0-2][0-9]:[0-5][0-9]$")
    package static let address = APIType.text(format: "uri")
    /// The number of a row.
    package static let id = APIType.number(1...mostID)
    /// As large as JSON carries a whole number everywhere.
    static let mostID = 9_007_199_254_740_991

    /// The schema; an object stands in it by its name.
    package var schema: APIValue {
        switch self {
        case .text(let format, let pattern, let most): Self.text(format, pattern, most)
        case .choice(let values): .fields([("type", .text("string")), ("enum", .list(values.map { .text($0) }))])
        case .number(nil): .fields([("type", .text("integer"))])
        case .number(let bounds?):
            .fields([("type", .text("integer")), ("minimum", .number(bounds.lowerBound)), ("maximum", .number(bounds.upperBound))])
        case .flag: .fields([("type", .text("boolean"))])
        case .list(let part): .fields([("type", .text("array")), ("items", part.schema)])
        case .maybe(let part): .fields([("anyOf", .list([part.schema, .fields([("type", .text("null"))])]))])
        case .object(let object): .fields([("$ref", .text("#/components/schemas/\(object.name)"))])
        }
    }

    private static func text(_ format: String?, _ pattern: String?, _ most: Int?) -> APIValue {
        var fields: [(String, APIValue)] = [("type", .text("string"))]
        if let format { fields.append(("format", .text(format))) }
        if let pattern { fields.append(("pattern", .text(pattern))) }
        if let most { fields.append(("maxLength", .number(most))) }
        return .fields(fields)
    }

    /// All objects that are spoken of in it, each once.
    package var objects: [String: APIObject] {
        switch self {
        case .list(let part), .maybe(let part): part.objects
        case .object(let object): object.fields.reduce(into: [object.name: object]) { $0.merge($1.type.objects) { first, _ in first } }
        default: [:]
        }
    }
}

/// An object of an answer as it is described: its fields, all of which are always there.
package struct APIObject: Sendable {
    package let name: String
    package let about: String
    package let fields: [(name: String, about: String, type: APIType)]

    package var schema: APIValue {
        .fields([
            ("type", .text("object")), ("description", .text(about)), ("additionalProperties", .flag(false)),
            ("required", .list(fields.map { .text($0.name) })),
            ("properties", .fields(fields.map { field in (field.name, Self.described(field.type.schema, field.about)) })),
        ])
    }

    private static func described(_ schema: APIValue, _ about: String) -> APIValue {
        guard case .fields(let fields) = schema, !about.isEmpty else { return schema }
        return .fields([("description", .text(about))] + fields)
    }
}

/// Something that can stand in an answer: how it is written, and how that is described.
package protocol APIWritten: Sendable {
    static var apiType: APIType { get }
    var apiValue: APIValue { get }
}

extension String: APIWritten {
    package static var apiType: APIType { .text() }
    package var apiValue: APIValue { .text(self) }
}

extension Int: APIWritten {
    package static var apiType: APIType { .number(nil) }
    package var apiValue: APIValue { .number(self) }
}

extension Bool: APIWritten {
    package static var apiType: APIType { .flag }
    package var apiValue: APIValue { .flag(self) }
}

extension ID {
    /// The number of a row as a program names it.
    init?(asked text: String) {
        guard let id = ID(text), id.value <= APIType.mostID else { return nil }
        self = id
    }
}

extension ID: APIWritten {
    package static var apiType: APIType { .id }
    package var apiValue: APIValue { .number(Int(value)) }
}

extension Day: APIWritten {
    package static var apiType: APIType { .day }
    package var apiValue: APIValue { .text(iso) }
}

extension Instant: APIWritten {
    package static var apiType: APIType { .moment }
    package var apiValue: APIValue { .text(iso) }
}

extension ClockTime: APIWritten {
    package static var apiType: APIType { .time }
    package var apiValue: APIValue { .text(iso) }
}

extension Optional: APIWritten where Wrapped: APIWritten {
    package static var apiType: APIType { .maybe(Wrapped.apiType) }
    package var apiValue: APIValue { map(\.apiValue) ?? .none }
}

extension Array: APIWritten where Element: APIWritten {
    package static var apiType: APIType { .list(Element.apiType) }
    package var apiValue: APIValue { .list(map(\.apiValue)) }
}

extension APIWritten where Self: RawRepresentable & CaseIterable, RawValue == String {
    package static var apiType: APIType { .choice(allCases.map(\.rawValue)) }
    package var apiValue: APIValue { .text(rawValue) }
}

/// An address of a page or of a feed.
package struct APIAddress: APIWritten, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static var apiType: APIType { .address }
    package var apiValue: APIValue { .text(text) }
}

/// A text in the languages in which somebody wrote it; Serbian in Latin is derived from Cyrillic.
package struct APILanguages: APIWritten, Hashable {
    package let texts: [Language: String]

    package init(_ texts: [Language: String]) {
        var texts = texts.filter { !$0.value.isEmpty }
        if texts[.srLatn] == nil, let cyrillic = texts[.sr] { texts[.srLatn] = Script.latin(fromCyrillic: cyrillic) }
        self.texts = texts
    }

    package init(_ text: String, in language: Language) { self.init([language: text]) }

    package static let apiType = APIType.object(APIObject(
        name: "Languages", about: "A text in each language in which it was written; null where it was not. Serbian in Latin letters is derived from Cyrillic.",
        fields: Language.allCases.map { ($0.rawValue, "", .maybe(.text())) }))
    package var apiValue: APIValue { .fields(Language.allCases.map { ($0.rawValue, texts[$0].map { .text($0) } ?? .none) }) }
}

/// An amount of money, in hundredths so that nothing is rounded.
package struct APIMoney: APIThing, Hashable {
    let minor: Int
    let currency: String

    package init(_ money: Money) { (minor, currency) = (money.minor, money.currency.rawValue) }

    package static let shape = APIShape<APIMoney>("Money", "An amount of money.", [
        APIField("minor", "In hundredths of the currency.") { $0.minor },
        APIField("currency", "The code of ISO 4217.") { $0.currency },
    ])
}
