import Documents
import Foundation
import Mutations
import Testing

/// Pictures that somebody sends: what is taken, what is refused and why.
@Suite struct PictureTests {
    private static let good = Array(Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR42mOQj/YhiBhGFQEA375KQQcFeTEAAAAASUVORK5CYII=") ?? Data())

    private static func drawing(_ content: String, head: String = "", attributes: String = "") -> [UInt8] {
        Array(#"\#(head)<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"\#(attributes)>\#(content)</svg>"#.utf8)
    }

    private func fault(_ bytes: [UInt8]) -> PictureFault? {
        do { _ = try Picture(checking: bytes) } catch { return error }
        return nil
    }

    @Test func `the bytes tell what it is`() throws {
        #expect(try Picture(checking: Self.good).kind == .png)
        #expect(try Picture(checking: Self.drawing("<path d='M0 0h9v9z'/>")).kind == .svg)
        #expect(try Picture(checking: [0xef, 0xbb, 0xbf] + Self.drawing("<path d='M0 0h9v9z'/>", head: "\n")).kind == .svg)
        let others: [[UInt8]] = [
            [], Array("GIF89a".utf8), [0xff, 0xd8, 0xff, 0xe0], [0x1f, 0x8b, 8],
            Array("<html><body/></html>".utf8), Array("<svg><path/></svg>".utf8), Array("zdravo".utf8),
        ]
        for bytes in others { #expect(fault(bytes) == .unknown, "\(bytes.prefix(12))") }
    }

    @Test func `what drawing programs write is taken`() {
        let drawings = [
            Self.drawing("", head: "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"),
            Self.drawing("<defs><linearGradient id='a'><stop offset='1'/></linearGradient>"
                + "<linearGradient id='b' xlink:href='#a'/></defs><path style='fill:url(#b)' d='M0 0h9z'/>"),
            Self.drawing("<style>.a{fill:#123;clip-path:url(#c)} .b{fill:url( \"#b\" )}</style>"
                + "<clipPath id='c'><rect id='r' width='9' height='9'/></clipPath><use href='#r'/><path class='a'/>"),
            // Illustrator: clip paths that copy a shape, classes for everything.
            Self.drawing("<defs><style>.cls-1{fill:none;}.cls-2{clip-path:url(#c);}</style>"
                + "<clipPath id='c'><rect class='cls-1' width='9' height='9'/></clipPath></defs><g class='cls-2'><path class='cls-1'/></g>"),
            Self.drawing("<defs><rect id='r' width='9' height='9'/></defs><clipPath id='c'><use xlink:href='#r'/></clipPath>"
                + "<g clip-path='url(#c)'><g clip-path='url(#c)'><path/></g></g>"),
            Self.drawing("<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:li rdf:resource='http://purl.org/dc'/></rdf:RDF></metadata>"),
            Self.drawing("<n:namedview xmlns:n='http://inkscape' n:file='C:\\logo'/><g xmlns:i='http://inkscape' i:onpage='1'><path/></g>"),
        ]
        for drawing in drawings { #expect(fault(drawing) == nil, "\(String(decoding: drawing, as: UTF8.self))") }
    }

    @Test func `scripts, letters, other pictures and all that leads outside is refused`() {
        let wrong: [(String, PictureFault)] = [
            ("<script>alert(1)</script>", .forbidden("script")), ("<g onload='a()'/>", .forbidden("onload")), ("<path ONclick='a()'/>", .forbidden("ONclick")),
            ("<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", .forbidden("foreignObject")),
            ("<b:script xmlns:b='http://www.w3.org/1999/xhtml'/>", .forbidden("script")), ("<image href='data:image/png;base64,AA'/>", .forbidden("image")),
            ("<use href='https://elsewhere.example/a.svg#a'/>", .forbidden("href")), ("<use xlink:href='other.svg#a'/>", .forbidden("href")),
            ("<a href='#x'/>", .forbidden("a")), ("<animate attributeName='href'/>", .forbidden("animate")), ("<set/>", .forbidden("set")),
            ("<path fill='url(https://elsewhere.example/#a)'/>", .forbidden("fill")), ("<path style=\"fill: URL( 'x.svg#a' )\"/>", .forbidden("style")),
            ("<style>@import 'x.css';</style>", .forbidden("style")),
            ("<style>path{fill:url(x)}</style>", .forbidden("style")), ("<style>path{fill:u\\72l(x)}</style>", .forbidden("style")),
            ("<g xml:base='https://elsewhere.example/'/>", .forbidden("xml:base")), ("<filter id='a'/>", .forbidden("filter")), ("<text>Центар</text>", .letters),
            ("<g id='a'><use href='#b'/></g><use href='#a'/>", .forbidden("use")), (String(repeating: "<use href='#b'/>", count: 51), .forbidden("use")),
            (String(repeating: "<g>", count: 70) + String(repeating: "</g>", count: 70), .forbidden("g")),
            ("<clipPath clipPathUnits='objectBoundingBox'/>", .forbidden("clipPathUnits")),
            ("<clipPath id='a'/><clipPath id='b'><rect clip-path='url(#a)'/></clipPath>", .forbidden("clip-path")),
            ("<clipPath id='a'/><clipPath id='b'><g><rect style='clip-path : url(#a)'/></g></clipPath>", .forbidden("clip-path")),
            ("<clipPath id='a'/><clipPath id='b' clip-path='url(#a)'/>", .forbidden("clip-path")),
            ("<clipPath id='a'/><g id='g'><rect clip-path='url(#a)'/></g><clipPath id='b'><use href='#g'/></clipPath>", .forbidden("clip-path")),
            ("<style>.a, .b{fill:none;clip-path:url(#a)}</style><clipPath id='a'><rect class='x b'/></clipPath>", .forbidden("clip-path")),
            ("<style>.b{clip-path:url(#a)}</style><g id='g'><rect class='b'/></g><clipPath id='a'><use href='#g'/></clipPath>", .forbidden("clip-path")),
            ("<style>rect{clip-path:url(#a)}</style>", .forbidden("style")), ("<style>/* } */ * {clip-path:url(#a)}</style>", .forbidden("style")),
            (String(repeating: "<rect clip-path='url(#a)'/>", count: 501), .forbidden("clip-path")),
            ("<path>", .damaged), ("<path d='a' d='b'/>", .damaged),
        ]
        for (content, expected) in wrong { #expect(fault(Self.drawing(content)) == expected, "\(content)") }
        #expect(fault(Self.drawing("<path/>", head: "<!DOCTYPE svg [<!ENTITY a 'b'>]>")) == .forbidden("<!DOCTYPE […]>"))
        #expect(fault(Self.drawing("<path/>", head: "<?xml-stylesheet href='x.css'?>")) == .forbidden("<?xml-stylesheet?>"))
        #expect(fault(Self.drawing("<path/>", head: "<?xml version='1.0' encoding='UTF-7'?>")) != nil)
        #expect(fault(Self.drawing("", attributes: " onload='a()'")) == .forbidden("onload"))
    }

    @Test func `a PNG is whole, and no larger than a logo needs`() {
        #expect(fault(Self.good.dropLast(1) + []) == .damaged)
        #expect(fault(Self.good + [0]) == .damaged)
        #expect(fault(Array(Self.good.prefix(8))) == .damaged)
        for cut in 8..<Self.good.count { #expect(fault(Array(Self.good.prefix(cut))) != nil) }
        var huge = Self.good
        huge.replaceSubrange(16..<24, with: [0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20])
        #expect(fault(huge) == .tooManyPixels(width: 20_000, height: 20_000))
        var empty = Self.good
        empty.replaceSubrange(16..<20, with: [0, 0, 0, 0])
        #expect(fault(empty) == .tooManyPixels(width: 0, height: 8))
        #expect(fault(Array(repeating: 0x20, count: Picture.bytesMax + 1)) == .tooLarge)
    }

    @Test func `whatever was sent is taken or refused`() {
        var mutations = Mutations([
            Self.good, Self.drawing("<style>.a{fill:url(#b);clip-path:url(#c)}</style><clipPath id='c'><use href='#r'/></clipPath><rect id='r' width='9' class='a'/>"),
            Self.drawing("<g transform='scale(1e9)'><path d='M0 0h9v9z'/></g>", head: "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        ], words: ["IHDR", "IEND", "\u{7f}", "<g>", "</g>", "<use href='#r'/>", "url(#c)", "&a;", "<!ENTITY", "]]>", "<![CDATA["])
        var taken = 0
        mutations.each(6_000) { bytes in if (try? Picture(checking: bytes)) != nil { taken += 1 } }
        #expect(taken > 100, "some of them are sound")
    }
}
