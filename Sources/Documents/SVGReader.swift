import CExpat
import Foundation

/// Reads an SVG (version 1.1 or 2) and refuses all that is not a shape or its paint: scripts, letters, pictures within the picture, filters,
/// references that lead outside, entities, copies of copies and clips of clips, which can make a million shapes of a few lines.
final class SVGReader {
    private static let namespace = "http://www.w3.org/2000/svg"
    private static let html = "http://www.w3.org/1999/xhtml"
    private static let allowed: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "clipPath", "title", "desc", "metadata", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop",
    ]
    private static let letters: Set<String> = ["text", "tspan", "textPath"]
    private static let deepest = 64
    private static let copiesMax = 50
    private static let clipsMax = 500

    private let parser: XML_Parser
    private var fault: PictureFault?
    /// The elements that are open, each with its `id`.
    private var open: [(name: String, id: String?)] = []
    private var isBegun = false
    private var styles = ""
    /// What `use` copies, and what holds a `use` itself.
    private var copied: [String] = []
    private var copying: Set<String> = []
    /// How often something is clipped; what is clipped or holds what is; what clip paths copy; the classes of their shapes, and those that style sheets clip;
    /// what bears a class or holds what does.
    private var clips = 0
    private var clipped: Set<String> = []
    private var bearers: [String: Set<String>] = [:]
    private var clipping: [String] = []
    private var clippingClasses: Set<String> = []
    private var clippedClasses: Set<String> = []

    /// - Throws: the first thing that is wrong with it.
    static func check(_ bytes: [UInt8]) throws(PictureFault) {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard String(validating: bytes, as: UTF8.self) != nil, text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { throw .unknown }
        try SVGReader().read(bytes)
    }

    private init() throws(PictureFault) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: " "))) else { throw .damaged }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { me, name, attributes in SVGReader.from(me).opens(String(cString: name!), SVGReader.pairs(attributes)) }, { me, _ in SVGReader.from(me).closes() })
        XML_SetCharacterDataHandler(parser) { me, text, count in
            SVGReader.from(me).reads(String(decoding: UnsafeRawBufferPointer(start: text, count: Int(count)), as: UTF8.self))
        }
        XML_SetXmlDeclHandler(parser) { me, _, encoding, _ in
            if let encoding, String(cString: encoding).lowercased() != "utf-8" { SVGReader.from(me).stop(.forbidden("encoding")) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, hasOwn in
            if hasOwn != 0 { SVGReader.from(me).stop(.forbidden("<!DOCTYPE […]>")) }
        }
        XML_SetProcessingInstructionHandler(parser) { me, name, _ in SVGReader.from(me).stop(.forbidden("<?\(String(cString: name!))?>")) }
    }

    deinit { XML_ParserFree(parser) }

    private func read(_ bytes: [UInt8]) throws(PictureFault) {
        let status = bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 1) }
        }
        if let fault { throw fault }
        guard isBegun else { throw .unknown }
        guard status != XML_STATUS_ERROR else { throw .damaged }
        guard !copied.contains(where: copying.contains) else { throw .forbidden("use") }
        let styled = clippedClasses.reduce(into: clipped) { $0.formUnion(bearers[$1] ?? []) }
        guard !clipping.contains(where: styled.contains), clippingClasses.isDisjoint(with: clippedClasses) else { throw .forbidden("clip-path") }
    }

    // MARK: What comes

    private func opens(_ name: String, _ attributes: [(name: String, value: String)]) {
        let (space, local) = Self.split(name)
        if !isBegun {
            guard space == Self.namespace, local == "svg" else { return stop(.unknown) }
            isBegun = true
        }
        let isOwn = space == Self.namespace
        // What another program wrote beside the drawing is not drawn.
        guard isOwn || space != Self.html else { return stop(.forbidden(local)) }
        if isOwn {
            guard !Self.letters.contains(local) else { return stop(.letters) }
            guard Self.allowed.contains(local) else { return stop(.forbidden(local)) }
        }
        for (name, value) in attributes { look(Self.split(name), value) }
        let id = attributes.first { Self.split($0.name).local == "id" }?.value
        open.append((isOwn ? local : "", id))
        guard open.count <= Self.deepest else { return stop(.forbidden(local)) }
        if isOwn, local == "use" { copies(attributes) }
        if isOwn { clips(attributes) }
    }

    /// A clip path is drawn anew for each thing that it clips: were its own shapes clipped, a few lines would be drawn without end.
    private func clips(_ attributes: [(name: String, value: String)]) {
        func value(_ name: String) -> String? { attributes.first { Self.split($0.name) == ("", name) }?.value }
        let isWithin = open.contains { $0.name == "clipPath" }
        let classes = (value("class") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        for name in classes { bearers[name, default: []].formUnion(open.compactMap(\.id)) }
        if isWithin {
            clippingClasses.formUnion(classes)
            if open.last?.name == "use" { clipping += attributes.filter { Self.split($0.name).local == "href" }.map { String($0.value.dropFirst()) } }
        }
        guard value("clip-path") != nil || value("style")?.lowercased().contains("clip-path") == true else { return }
        clips += 1
        clipped.formUnion(open.compactMap(\.id))
        if isWithin || clips > Self.clipsMax { stop(.forbidden("clip-path")) }
    }

    private func copies(_ attributes: [(name: String, value: String)]) {
        copied += attributes.filter { Self.split($0.name).local == "href" }.map { String($0.value.dropFirst()) }
        copying.formUnion(open.compactMap(\.id))
        if copied.count > Self.copiesMax { stop(.forbidden("use")) }
    }

    private func look(_ name: (space: String, local: String), _ value: String) {
        let (space, local) = name
        if local == "href" {
            if !value.hasPrefix("#") { stop(.forbidden("href")) }
        } else if local == "base", !space.isEmpty {
            stop(.forbidden("xml:base"))
        } else if space.isEmpty {
            if local.lowercased().hasPrefix("on") { stop(.forbidden(local)) }
            // Each use of such a path is drawn anew, and they nest.
            if local == "clipPathUnits", value != "userSpaceOnUse" { stop(.forbidden(local)) }
            if Self.leadsOutside(value, isStyle: local == "style") { stop(.forbidden(local)) }
        }
    }

    private func reads(_ text: String) {
        if open.last?.name == "style" { styles += text }
    }

    private func closes() {
        guard let (name, _) = open.popLast(), name == "style" else { return }
        if Self.leadsOutside(styles, isStyle: true) { stop(.forbidden("style")) }
        clippedByStyles()
        styles = ""
    }

    /// A style sheet may clip what bears a class, and nothing else: of other selectors nobody knows what they mean. A shape in a clip path, or one that it copies,
    /// bears no such class.
    private func clippedByStyles() {
        let plain = styles.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: " ")
        for rule in plain.split(separator: "}") {
            let halves = rule.split(separator: "{", maxSplits: 1)
            guard halves.count == 2, halves[1].lowercased().contains("clip-path") else { continue }
            for selector in halves[0].split(separator: ",") {
                let name = selector.trimmingCharacters(in: .whitespacesAndNewlines)
                guard let name = name.wholeMatch(of: /\.([A-Za-z_][\w-]*)/)?.1 else { return stop(.forbidden("style")) }
                clippedClasses.insert(String(name))
            }
        }
    }

    /// Whether paint or style names anything that is not in the picture. A backslash can hide every word of a style.
    private static func leadsOutside(_ text: String, isStyle: Bool) -> Bool {
        if isStyle, text.contains("\\") || text.lowercased().contains("@import") { return true }
        return text.lowercased().matches(of: /url\(\s*["']?\s*(.?)/).contains { $0.1 != "#" }
    }

    // MARK: Expat

    private func stop(_ fault: PictureFault) {
        self.fault = self.fault ?? fault
        XML_StopParser(parser, 0)
    }

    /// Names come as `namespace local`.
    private static func split(_ name: String) -> (space: String, local: String) {
        guard let blank = name.lastIndex(of: " ") else { return ("", name) }
        return (String(name[..<blank]), String(name[name.index(after: blank)...]))
    }

    private static func pairs(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [(name: String, value: String)] {
        guard var pair = list else { return [] }
        var pairs: [(name: String, value: String)] = []
        while let name = pair[0], let value = pair[1] {
            pairs.append((String(cString: name), String(cString: value)))
            pair += 2
        }
        return pairs
    }

    private static func from(_ me: UnsafeMutableRawPointer?) -> SVGReader {
        Unmanaged<SVGReader>.fromOpaque(me!).takeUnretainedValue()
    }
}
