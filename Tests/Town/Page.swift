import Foundation
package import HTTPTypes

/// A page as a person has it before the eyes.
package struct Page: Sendable {
    package let path: String
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var html: String { String(decoding: bytes, as: UTF8.self) }
    package var location: String? { (300..<400).contains(status) ? headers[.location] : nil }

    /// The words of the page, without its markup.
    package var text: String {
        wordsOnly(html.replacingOccurrences(of: #"<(script|style|svg)[\s\S]*?</\1>"#, with: " ", options: .regularExpression))
    }

    /// What a form on this page carries under a name.
    package func carried(_ name: String) -> String? {
        forms.lazy.flatMap(\.fields).first { $0.name == name }?.value
    }

    package func shows(_ words: String) -> Bool { text.contains(words.replacing(/\s+/, with: " ")) }

    package struct Form: Sendable {
        package let action: String
        package let fields: [(name: String, value: String)]

        package init(action: String, fields: [(name: String, value: String)]) {
            self.action = action
            self.fields = fields
        }

        /// The same form sent by a button that acts elsewhere.
        package func acting(_ action: String) -> Form { Form(action: action, fields: fields) }
    }

    /// Forms that act; searches and filters are links with a question mark and are not counted.
    package var forms: [Form] { elements("form", in: html).map(read) }

    /// The form whose address ends so.
    package func form(_ action: String) -> Form? {
        let forms = elements("form", in: html), actions = forms.map { self.action(of: $0) }
        return (actions.firstIndex(of: action) ?? actions.firstIndex { $0.hasSuffix(action) }).map { read(forms[$0]) }
    }

    /// The address behind a link with these words.
    package func link(_ words: String) -> String? {
        elements("a", in: html).first { wordsOnly($0.body).contains(words) }.flatMap { attribute("href", in: $0.attributes) }
    }

    private func action(of form: Element) -> String { attribute("action", in: form.attributes) ?? path }

    private func read(_ form: Element) -> Form {
        var fields: [(name: String, value: String)] = []
        for input in elements("input", in: form.body, isEmpty: true) {
            guard let name = attribute("name", in: input.attributes) else { continue }
            let type = attribute("type", in: input.attributes) ?? "text"
            if ["submit", "button", "file", "image"].contains(type) { continue }
            if ["checkbox", "radio"].contains(type), !input.has("checked") { continue }
            fields.append((name, attribute("value", in: input.attributes) ?? (type == "checkbox" ? "on" : "")))
        }
        for area in elements("textarea", in: form.body) {
            if let name = attribute("name", in: area.attributes) { fields.append((name, unescaped(area.body))) }
        }
        for select in elements("select", in: form.body) {
            guard let name = attribute("name", in: select.attributes) else { continue }
            let options = elements("option", in: select.body)
            let chosen = options.first { $0.has("selected") } ?? options.first
            if let chosen { fields.append((name, attribute("value", in: chosen.attributes) ?? unescaped(chosen.body))) }
        }
        return Form(action: action(of: form), fields: fields)
    }
}

/// A tag with what stands in it, as the house writes them: attributes in double quotes, each behind one blank, names in small letters.
private struct Element {
    let attributes: String
    let body: String

    /// Whether it has an attribute that has no value.
    func has(_ name: String) -> Bool { "\(attributes) ".contains(" \(name) ") }
}

/// The elements of a kind in a text, in their order. One within another of its kind is not looked for.
private func elements(_ tag: String, in text: String, isEmpty: Bool = false) -> [Element] {
    text.components(separatedBy: "<\(tag) ").dropFirst().compactMap { piece in
        guard let end = piece.range(of: ">") else { return nil }
        let attributes = " \(piece[..<end.lowerBound])"
        if isEmpty { return Element(attributes: attributes, body: "") }
        guard let close = piece.range(of: "</\(tag)>", range: end.upperBound..<piece.endIndex) else { return nil }
        return Element(attributes: attributes, body: String(piece[end.upperBound..<close.lowerBound]))
    }
}

private func attribute(_ name: String, in attributes: String) -> String? {
    guard let start = attributes.range(of: " \(name)=\"")?.upperBound, let end = attributes.range(of: "\"", range: start..<attributes.endIndex) else { return nil }
    return unescaped(String(attributes[start..<end.lowerBound]))
}

/// Without its tags, in one line. The expressions are those of Foundation, which read a page many times faster than the language's own.
private func wordsOnly(_ html: String) -> String {
    unescaped(html.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression))
        .replacingOccurrences(of: #"[\s\u00a0]+"#, with: " ", options: .regularExpression)
}

private func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&quot;", with: "\"")
        .replacingOccurrences(of: "&#34;", with: "\"").replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(of: "&nbsp;", with: "\u{a0}")
        .replacingOccurrences(of: "&amp;", with: "&")
}
