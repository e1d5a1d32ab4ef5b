/// One attribute of an element. Its name is the program's own; its value is escaped, whatever it is.
///
/// A value of `nil` or `false` leaves the attribute out, so a view needs no `if` around it.
@frozen
public struct Attribute: Sendable {
    @frozen
    @usableFromInline enum Family: Sendable { case plain, aria, data }

    @frozen
    @usableFromInline enum Value: Sendable {
        case absent
        case bare
        case word(StaticString)
        case number(Int)
        case text(String)
    }

    @usableFromInline let family: Family
    @usableFromInline let name: StaticString
    @usableFromInline let value: Value

    @inlinable
    init(_ name: StaticString, _ value: Value, in family: Family = .plain) {
        self.family = family
        self.name = name
        self.value = value
    }

    @inlinable
    init(_ name: StaticString, _ text: String?, in family: Family = .plain) {
        self.init(name, text.map(Value.text) ?? .absent, in: family)
    }

    @inlinable
    init(_ name: StaticString, _ number: Int?, in family: Family = .plain) {
        self.init(name, number.map(Value.number) ?? .absent, in: family)
    }

    @inlinable
    init(_ name: StaticString, word: StaticString?, in family: Family = .plain) {
        self.init(name, word.map(Value.word) ?? .absent, in: family)
    }

    @inlinable
    init(_ name: StaticString, isSet: Bool) {
        self.init(name, isSet ? Value.bare : .absent)
    }

    public func render(into out: inout Out) {
        if case .absent = value { return }
        out.raw(" ")
        switch family {
        case .plain: break
        case .aria: out.raw("aria-")
        case .data: out.raw("data-")
        }
        out.raw(name)
        switch value {
        case .absent, .bare: return
        case .word(let word): quoted(into: &out) { $0.raw(word) }
        case .number(let number): quoted(into: &out) { $0.int(number) }
        case .text(let text): quoted(into: &out) { $0.text(text) }
        }
    }

    @inline(__always)
    private func quoted(into out: inout Out, _ write: (inout Out) -> Void) {
        out.raw("=\"")
        write(&out)
        out.raw("\"")
    }
}
