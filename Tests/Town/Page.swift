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
        let body = html.replacing(/<(script|style|svg)[\s\S]*?<\/\1>/, with: " ").replacing(/<[^>]*>/, with: " ")
        return unescaped(body).replacing(/\s+/, with: " ")
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
    package var forms: [Form] {
        html.matches(of: /<form\b([^>]*)>([\s\S]*?)<\/form>/).map { match in
            Form(action: attribute("action", in: String(match.1)) ?? path, fields: fields(in: String(match.2)))
        }
    }

    /// The form whose address ends so.
    package func form(_ action: String) -> Form? {
        forms.first { $0.action == action } ?? forms.first { $0.action.hasSuffix(action) }
    }

    /// The address behind a link with these words.
    package func link(_ words: String) -> String? {
        for match in html.matches(of: /<a\b([^>]*)>([\s\S]*?)<\/a>/) {
            let label = unescaped(String(match.2).replacing(/<[^>]*>/, with: " ")).replacing(/\s+/, with: " ")
            if label.contains(words) { return attribute("href", in: String(match.1)) }
        }
        return nil
    }

    private func fields(in form: String) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for match in form.matches(of: /<input\b([^>]*)>/) {
            let attributes = String(match.1)
            guard let name = attribute("name", in: attributes) else { continue }
            let type = attribute("type", in: attributes) ?? "text"
            if ["submit", "button", "file", "image"].contains(type) { continue }
            if ["checkbox", "radio"].contains(type), attributes.firstMatch(of: /\schecked\b/) == nil { continue }
            fields.append((name, attribute("value", in: attributes) ?? (type == "checkbox" ? "on" : "")))
        }
        for match in form.matches(of: /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/) {
            if let name = attribute("name", in: String(match.1)) { fields.append((name, unescaped(String(match.2)))) }
        }
        for match in form.matches(of: /<select\b([^>]*)>([\s\S]*?)<\/select>/) {
            guard let name = attribute("name", in: String(match.1)) else { continue }
            let options = String(match.2).matches(of: /<option\b([^>]*)>([^<]*)/)
            let chosen = options.first { $0.1.firstMatch(of: /\sselected\b/) != nil } ?? options.first
            if let chosen { fields.append((name, attribute("value", in: String(chosen.1)) ?? unescaped(String(chosen.2)))) }
        }
        return fields
    }

    private func attribute(_ name: String, in tag: String) -> String? {
        guard let range = tag.range(of: #"(^|\s)\#(name)="[^"]*""#, options: .regularExpression) else { return nil }
        let found = tag[range]
        return unescaped(String(found[found.index(after: found.firstIndex(of: "\"") ?? found.startIndex)...].dropLast()))
    }
}

private func unescaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&quot;", with: "\"")
        .replacingOccurrences(of: "&#34;", with: "\"").replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(of: "&nbsp;", with: "\u{a0}")
        .replacingOccurrences(of: "&amp;", with: "&")
}
