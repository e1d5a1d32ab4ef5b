import CExpat
import Foundation

/// Takes the elements and texts of an XML document as they come.
protocol XMLListener: AnyObject {
    func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem)
    func reads(_ text: UnsafeBufferPointer<UInt8>) throws(SheetProblem)
    func closes(_ name: String) throws(SheetProblem)
}

extension XMLListener {
    func reads(_ text: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {}
    func closes(_ name: String) throws(SheetProblem) {}
}

/// The attributes of one element, by local name (`id` finds `r:id`). Valid only while the element opens.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    subscript(_ name: String) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if strcmp(local(key), name) == 0 { return String(cString: value) }
            pair += 2
        }
        return nil
    }

    /// All of them; of two with one local name the first.
    var all: [String: String] {
        var (all, next): ([String: String], UnsafeMutablePointer<UnsafePointer<CChar>?>?) = ([:], pairs)
        while let pair = next, let key = pair[0], let value = pair[1] {
            let name = String(cString: local(key))
            if all[name] == nil { all[name] = String(cString: value) }
            next = pair + 2
        }
        return all
    }
}

/// Feeds a document to a listener, piece by piece. A document type, a very long tag and very deep nesting are refused.
final class XMLStream {
    private let parser: XML_Parser
    private let listener: any XMLListener
    private var problem: SheetProblem?
    private var depth = 0
    private var fed = 0

    private static let longestTag = 1 << 20
    private static let deepest = 64

    /// - Parameter charset: what its letters are in, whatever it says of itself.
    init(_ listener: any XMLListener, charset: String? = nil) throws(SheetProblem) {
        guard let parser = XML_ParserCreate(charset) else { throw SheetProblem(.damaged("no memory")) }
        (self.parser, self.listener) = (parser, listener)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { me, name, attributes in XMLStream.from(me).opens(String(cString: local(name!)), XMLAttributes(pairs: attributes)) },
            { me, name in XMLStream.from(me).closes(String(cString: local(name!))) })
        XML_SetCharacterDataHandler(parser) { me, text, count in
            let raw = UnsafeRawBufferPointer(start: text, count: Int(count))
            raw.withMemoryRebound(to: UInt8.self) { text in XMLStream.from(me).tell { listener throws(SheetProblem) in try listener.reads(text) } }
        }
        XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, _ in XMLStream.from(me).stop(SheetProblem(.forbidden)) }
    }

    deinit { XML_ParserFree(parser) }

    func feed(_ piece: UnsafeBufferPointer<UInt8>) throws(SheetProblem) { try parse(piece, isLast: false) }
    func finish() throws(SheetProblem) { try parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }

    private func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SheetProblem) {
        let status = piece.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0) }
        if let problem { throw problem }
        guard status != XML_STATUS_ERROR else {
            let reason = String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
            throw SheetProblem(.damaged("XML, line \(XML_GetCurrentLineNumber(parser)): \(reason)"))
        }
        fed += piece.count
        guard fed - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestTag else { throw SheetProblem(.damaged("XML: a tag without an end")) }
    }

    private func opens(_ name: String, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= Self.deepest else { return stop(SheetProblem(.damaged("XML: nested too deep"))) }
        tell { listener throws(SheetProblem) in try listener.opens(name, attributes) }
    }

    private func closes(_ name: String) {
        depth -= 1
        tell { listener throws(SheetProblem) in try listener.closes(name) }
    }

    private func tell(_ news: (any XMLListener) throws(SheetProblem) -> Void) {
        guard problem == nil else { return }
        do { try news(listener) } catch { stop(error) }
    }

    private func stop(_ problem: SheetProblem) {
        self.problem = self.problem ?? problem
        XML_StopParser(parser, 0)
    }

    private static func from(_ me: UnsafeMutableRawPointer?) -> XMLStream {
        Unmanaged<XMLStream>.fromOpaque(me!).takeUnretainedValue()
    }
}

extension Archive {
    /// Reads one XML file of the archive.
    func read(_ path: String, to listener: any XMLListener) throws(SheetProblem) {
        let stream = try XMLStream(listener)
        try read(path, stream.feed)
        try stream.finish()
    }
}

/// A name without its prefix; spreadsheets never use one local name for two things in one place.
private func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    strrchr(name, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0) + 1 } ?? name
}
