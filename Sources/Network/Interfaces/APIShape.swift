/// How a thing stands in an answer: one list of fields writes it and describes it, so that the description cannot say anything else.
package struct APIShape<Whole: Sendable>: Sendable {
    package let object: APIObject
    package let fields: [APIField<Whole>]

    package init(_ name: String, _ about: String, _ fields: [APIField<Whole>]) {
        self.fields = fields
        object = APIObject(name: name, about: about, fields: fields.map { ($0.name, $0.about, $0.type) })
    }

    package func value(_ whole: Whole) -> APIValue { .fields(fields.map { ($0.name, $0.value(whole)) }) }

    /// The same fields of something that holds such a thing.
    package func lifted<Outer>(_ read: @escaping @Sendable (Outer) -> Whole) -> [APIField<Outer>] {
        fields.map { field in APIField<Outer>(field.name, field.about, type: field.type) { field.value(read($0)) } }
    }
}

/// One field: its name, what it is, and how it is read of the whole.
package struct APIField<Whole: Sendable>: Sendable {
    package let name: String
    package let about: String
    package let type: APIType
    let value: @Sendable (Whole) -> APIValue

    package init<Part: APIWritten>(_ name: String, _ about: String, _ read: @escaping @Sendable (Whole) -> Part) {
        self.init(name, about, type: Part.apiType) { read($0).apiValue }
    }

    init(_ name: String, _ about: String, type: APIType, value: @escaping @Sendable (Whole) -> APIValue) {
        (self.name, self.about, self.type, self.value) = (name, about, type, value)
    }
}

/// Something with fields.
package protocol APIThing: APIWritten {
    static var shape: APIShape<Self> { get }
}

extension APIThing {
    package static var apiType: APIType { .object(shape.object) }
    package var apiValue: APIValue { Self.shape.value(self) }
}
