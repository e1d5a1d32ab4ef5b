/// An element of a small XML document, with all that stands in it: for files such as a bank's statement, which are read whole.
///
/// Names are local names. A document type is refused, as is whatever is larger than `Limits` allow.
public struct XMLPart: Sendable, Hashable {
    public let name: String
    public let attributes: [String: String]
    /// What stands in it as text, parts left out, without blanks around it.
    public internal(set) var text: String
    public internal(set) var parts: [XMLPart]

    public init(_ name: String, attributes: [String: String] = [:], text: String = "", parts: [XMLPart] = []) {
        (self.name, self.attributes, self.text, self.parts) = (name, attributes, text, parts)
    }

    /// Reads a document. Its letters are those that its bytes tell, for many programs write one code page and name another.
    public init(reading bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) {
        self = try XMLPart(document: PlainText(bytes, limits: limits).text, limits: limits)
    }

    public init(document text: String, limits: Limits = Limits()) throws(SheetProblem) {
        let listener = XMLPartListener(limits), stream = try XMLStream(listener, charset: "UTF-8")
        var problem: SheetProblem?
        var text = text
        text.withUTF8 { bytes in
            do throws(SheetProblem) { try stream.feed(bytes) } catch { problem = error }
        }
        if let problem { throw problem }
        try stream.finish()
        guard let root = listener.root else { throw SheetProblem(.damaged("XML: no element")) }
        self = root
    }

    /// The first part of that name right within it.
    public subscript(_ name: String) -> XMLPart? { parts.first { $0.name == name } }

    /// The text of a part that is found name by name; empty where there is none.
    public func text(_ path: String...) -> String {
        var part: XMLPart? = self
        for name in path { part = part?[name] }
        return part?.text ?? ""
    }

    /// All parts of that name, however deep, in the order in which they stand.
    public func all(_ name: String) -> [XMLPart] { parts.flatMap { $0.name == name ? [$0] + $0.all(name) : $0.all(name) } }
}

private final class XMLPartListener: XMLListener {
    private(set) var root: XMLPart?
    private var open: [(part: XMLPart, text: [UInt8])] = []
    private var count = 0
    private let limits: Limits

    init(_ limits: Limits) { self.limits = limits }

    func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        count += 1
        guard count <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells)) }
        open.append((XMLPart(name, attributes: attributes.all), []))
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
        guard open[open.count - 1].text.count <= limits.cell else { throw SheetProblem(.tooMuch(.cell, limit: limits.cell)) }
    }

    func closes(_ name: String) throws(SheetProblem) {
        guard var (part, text) = open.popLast() else { return }
        part.text = PlainText.trimmed(String(decoding: text, as: UTF8.self))
        if open.isEmpty { root = part } else { open[open.count - 1].part.parts.append(part) }
    }
}
