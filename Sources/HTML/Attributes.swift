// The attributes of HTML, by their own names.

extension Attribute {
    // MARK: Every element

    @inlinable
    public static func `class`(_ name: String?) -> Attribute { Attribute("class", name) }

    /// Several classes; those that are `nil` are left out.
    @inlinable
    public static func `class`(_ name: String?, _ more: String?...) -> Attribute {
        let names = ([name] + more).compactMap { $0 }
        return Attribute("class", names.isEmpty ? nil : names.joined(separator: " "))
    }

    @inlinable
    public static func aria(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, value, in: .aria) }

    @inlinable
    public static func aria(_ name: StaticString, _ value: Bool?) -> Attribute {
        Attribute(name, word: value.map { $0 ? "true" : "false" }, in: .aria)
    }

    @inlinable
    public static func data(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, value, in: .data) }

    @inlinable
    public static func data(_ name: StaticString, _ value: Int?) -> Attribute { Attribute(name, value, in: .data) }

    /// An attribute that has no function here. Never for addresses (`href`, `src` …): those have their own, which look
    /// at the scheme.
    @inlinable
    public static func custom(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, value) }

    @inlinable
    public static func custom(_ name: StaticString, _ value: Int?) -> Attribute { Attribute(name, value) }

    @inlinable public static func id(_ value: String?) -> Attribute { Attribute("id", value) }
    @inlinable public static func lang(_ value: String?) -> Attribute { Attribute("lang", value) }
    @inlinable public static func dir(_ value: String?) -> Attribute { Attribute("dir", value) }
    @inlinable public static func title(_ value: String?) -> Attribute { Attribute("title", value) }
    @inlinable public static func role(_ value: String?) -> Attribute { Attribute("role", value) }
    @inlinable public static func slot(_ value: String?) -> Attribute { Attribute("slot", value) }
    @inlinable public static func itemprop(_ value: String?) -> Attribute { Attribute("itemprop", value) }
    @inlinable public static func tabindex(_ value: Int?) -> Attribute { Attribute("tabindex", value) }
    @inlinable public static func hidden(_ isSet: Bool = true) -> Attribute { Attribute("hidden", isSet: isSet) }
    @inlinable public static func inert(_ isSet: Bool = true) -> Attribute { Attribute("inert", isSet: isSet) }

    // MARK: Addresses, checked by scheme

    public static func href(_ address: String?) -> Attribute { Attribute("href", address.map(Address.safe)) }
    public static func src(_ address: String?) -> Attribute { Attribute("src", address.map(Address.safe)) }
    public static func action(_ address: String?) -> Attribute { Attribute("action", address.map(Address.safe)) }
    public static func formaction(_ address: String?) -> Attribute { Attribute("formaction", address.map(Address.safe)) }
    public static func cite(_ address: String?) -> Attribute { Attribute("cite", address.map(Address.safe)) }
    public static func poster(_ address: String?) -> Attribute { Attribute("poster", address.map(Address.safe)) }

    // MARK: Links and metadata

    @inlinable public static func rel(_ value: String?) -> Attribute { Attribute("rel", value) }
    @inlinable public static func target(_ value: String?) -> Attribute { Attribute("target", value) }
    @inlinable public static func hreflang(_ value: String?) -> Attribute { Attribute("hreflang", value) }
    @inlinable public static func media(_ value: String?) -> Attribute { Attribute("media", value) }
    @inlinable public static func name(_ value: String?) -> Attribute { Attribute("name", value) }
    @inlinable public static func content(_ value: String?) -> Attribute { Attribute("content", value) }
    @inlinable public static func charset(_ value: String?) -> Attribute { Attribute("charset", value) }
    @inlinable public static func property(_ value: String?) -> Attribute { Attribute("property", value) }
    @inlinable public static func sizes(_ value: String?) -> Attribute { Attribute("sizes", value) }
    @inlinable public static func srcset(_ value: String?) -> Attribute { Attribute("srcset", value) }
    @inlinable public static func download(_ value: String?) -> Attribute { Attribute("download", value) }
    @inlinable public static func datetime(_ value: String?) -> Attribute { Attribute("datetime", value) }
    @inlinable public static func `as`(_ value: String?) -> Attribute { Attribute("as", value) }

    // MARK: Forms

    @inlinable
    public static func type(_ kind: Kind?) -> Attribute {
        Attribute("type", word: kind?.name)
    }

    @inlinable public static func method(_ method: Method) -> Attribute { Attribute("method", word: method.name) }
    @inlinable public static func `for`(_ value: String?) -> Attribute { Attribute("for", value) }
    @inlinable public static func form(_ value: String?) -> Attribute { Attribute("form", value) }
    @inlinable public static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    @inlinable public static func placeholder(_ value: String?) -> Attribute { Attribute("placeholder", value) }
    @inlinable public static func autocomplete(_ value: String?) -> Attribute { Attribute("autocomplete", value) }
    @inlinable public static func inputmode(_ value: String?) -> Attribute { Attribute("inputmode", value) }
    @inlinable public static func pattern(_ value: String?) -> Attribute { Attribute("pattern", value) }
    @inlinable public static func min(_ value: String?) -> Attribute { Attribute("min", value) }
    @inlinable public static func max(_ value: String?) -> Attribute { Attribute("max", value) }
    @inlinable public static func step(_ value: String?) -> Attribute { Attribute("step", value) }
    @inlinable public static func accept(_ value: String?) -> Attribute { Attribute("accept", value) }
    @inlinable public static func enctype(_ value: String?) -> Attribute { Attribute("enctype", value) }
    @inlinable public static func list(_ value: String?) -> Attribute { Attribute("list", value) }
    @inlinable public static func autocapitalize(_ value: String?) -> Attribute { Attribute("autocapitalize", value) }
    @inlinable public static func enterkeyhint(_ value: String?) -> Attribute { Attribute("enterkeyhint", value) }
    @inlinable public static func value(_ value: Int?) -> Attribute { Attribute("value", value) }
    @inlinable public static func min(_ value: Int) -> Attribute { Attribute("min", value) }
    @inlinable public static func max(_ value: Int) -> Attribute { Attribute("max", value) }
    @inlinable public static func spellcheck(_ isOn: Bool) -> Attribute {
        Attribute("spellcheck", word: isOn ? "true" : "false")
    }
    @inlinable public static func minlength(_ value: Int?) -> Attribute { Attribute("minlength", value) }
    @inlinable public static func maxlength(_ value: Int?) -> Attribute { Attribute("maxlength", value) }
    @inlinable public static func size(_ value: Int?) -> Attribute { Attribute("size", value) }
    @inlinable public static func rows(_ value: Int?) -> Attribute { Attribute("rows", value) }
    @inlinable public static func cols(_ value: Int?) -> Attribute { Attribute("cols", value) }
    @inlinable public static func required(_ isSet: Bool = true) -> Attribute { Attribute("required", isSet: isSet) }
    @inlinable public static func checked(_ isSet: Bool = true) -> Attribute { Attribute("checked", isSet: isSet) }
    @inlinable public static func selected(_ isSet: Bool = true) -> Attribute { Attribute("selected", isSet: isSet) }
    @inlinable public static func disabled(_ isSet: Bool = true) -> Attribute { Attribute("disabled", isSet: isSet) }
    @inlinable public static func readonly(_ isSet: Bool = true) -> Attribute { Attribute("readonly", isSet: isSet) }
    @inlinable public static func multiple(_ isSet: Bool = true) -> Attribute { Attribute("multiple", isSet: isSet) }
    @inlinable public static func autofocus(_ isSet: Bool = true) -> Attribute { Attribute("autofocus", isSet: isSet) }
    @inlinable public static func novalidate(_ isSet: Bool = true) -> Attribute { Attribute("novalidate", isSet: isSet) }
    @inlinable public static func formnovalidate(_ isSet: Bool = true) -> Attribute {
        Attribute("formnovalidate", isSet: isSet)
    }
    @inlinable public static func open(_ isSet: Bool = true) -> Attribute { Attribute("open", isSet: isSet) }
    @inlinable public static func reversed(_ isSet: Bool = true) -> Attribute { Attribute("reversed", isSet: isSet) }
    @inlinable public static func async(_ isSet: Bool = true) -> Attribute { Attribute("async", isSet: isSet) }
    @inlinable public static func `defer`(_ isSet: Bool = true) -> Attribute { Attribute("defer", isSet: isSet) }

    // MARK: Tables, lists and pictures

    @inlinable public static func scope(_ value: String?) -> Attribute { Attribute("scope", value) }
    @inlinable public static func headers(_ value: String?) -> Attribute { Attribute("headers", value) }
    @inlinable public static func alt(_ value: String?) -> Attribute { Attribute("alt", value) }
    @inlinable public static func loading(_ value: String?) -> Attribute { Attribute("loading", value) }
    @inlinable public static func decoding(_ value: String?) -> Attribute { Attribute("decoding", value) }
    @inlinable public static func colspan(_ value: Int?) -> Attribute { Attribute("colspan", value) }
    @inlinable public static func rowspan(_ value: Int?) -> Attribute { Attribute("rowspan", value) }
    @inlinable public static func span(_ value: Int?) -> Attribute { Attribute("span", value) }
    @inlinable public static func start(_ value: Int?) -> Attribute { Attribute("start", value) }
    @inlinable public static func width(_ value: Int?) -> Attribute { Attribute("width", value) }
    @inlinable public static func height(_ value: Int?) -> Attribute { Attribute("height", value) }

    // MARK: SVG

    @inlinable public static func viewBox(_ value: String?) -> Attribute { Attribute("viewBox", value) }
    @inlinable public static func d(_ value: String?) -> Attribute { Attribute("d", value) }
    @inlinable public static func points(_ value: String?) -> Attribute { Attribute("points", value) }
    @inlinable public static func fill(_ value: String?) -> Attribute { Attribute("fill", value) }
    @inlinable public static func stroke(_ value: String?) -> Attribute { Attribute("stroke", value) }
    @inlinable public static func transform(_ value: String?) -> Attribute { Attribute("transform", value) }
    @inlinable public static func x(_ value: String?) -> Attribute { Attribute("x", value) }
    @inlinable public static func y(_ value: String?) -> Attribute { Attribute("y", value) }
    @inlinable public static func x1(_ value: String?) -> Attribute { Attribute("x1", value) }
    @inlinable public static func y1(_ value: String?) -> Attribute { Attribute("y1", value) }
    @inlinable public static func x2(_ value: String?) -> Attribute { Attribute("x2", value) }
    @inlinable public static func y2(_ value: String?) -> Attribute { Attribute("y2", value) }
    @inlinable public static func cx(_ value: String?) -> Attribute { Attribute("cx", value) }
    @inlinable public static func cy(_ value: String?) -> Attribute { Attribute("cy", value) }
    @inlinable public static func r(_ value: String?) -> Attribute { Attribute("r", value) }
    @inlinable public static func rx(_ value: String?) -> Attribute { Attribute("rx", value) }
}

/// What an `input`, a `button`, a `link` or a script is.
@frozen
public struct Kind: Sendable {
    public let name: StaticString

    @inlinable
    public init(_ name: StaticString) { self.name = name }

    @inlinable public static var text: Kind { Kind("text") }
    @inlinable public static var email: Kind { Kind("email") }
    @inlinable public static var number: Kind { Kind("number") }
    @inlinable public static var date: Kind { Kind("date") }
    @inlinable public static var time: Kind { Kind("time") }
    @inlinable public static var month: Kind { Kind("month") }
    @inlinable public static var week: Kind { Kind("week") }
    @inlinable public static var search: Kind { Kind("search") }
    @inlinable public static var tel: Kind { Kind("tel") }
    @inlinable public static var url: Kind { Kind("url") }
    @inlinable public static var password: Kind { Kind("password") }
    @inlinable public static var file: Kind { Kind("file") }
    @inlinable public static var checkbox: Kind { Kind("checkbox") }
    @inlinable public static var radio: Kind { Kind("radio") }
    @inlinable public static var hidden: Kind { Kind("hidden") }
    @inlinable public static var range: Kind { Kind("range") }
    @inlinable public static var color: Kind { Kind("color") }
    @inlinable public static var submit: Kind { Kind("submit") }
    @inlinable public static var button: Kind { Kind("button") }
    @inlinable public static var reset: Kind { Kind("reset") }
    @inlinable public static var module: Kind { Kind("module") }
    @inlinable public static var localDateTime: Kind { Kind("datetime-local") }
    @inlinable public static var atom: Kind { Kind("application/atom+xml") }
    @inlinable public static var svg: Kind { Kind("image/svg+xml") }
}

/// How a form is sent.
@frozen
public enum Method: Sendable {
    case get, post

    @inlinable
    public var name: StaticString { self == .get ? "get" : "post" }
}
