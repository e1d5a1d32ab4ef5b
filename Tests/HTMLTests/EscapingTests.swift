import HTML
import Testing

@Suite struct EscapingTests {
    static let attack = "<script>alert('x')</script>\" onload=\"&"
    static let harmless = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;&amp;"

    @Test func `text between tags`() {
        #expect(markup { p { Self.attack } } == "<p>\(Self.harmless)</p>")
    }

    @Test func `text in a value`() {
        #expect(markup { p(.title(Self.attack)) } == "<p title=\"\(Self.harmless)\"></p>")
        #expect(markup { p(.data("x", Self.attack)) } == "<p data-x=\"\(Self.harmless)\"></p>")
        #expect(markup { p(.aria("label", Self.attack)) } == "<p aria-label=\"\(Self.harmless)\"></p>")
        #expect(markup { p(.custom("itemid", Self.attack)) } == "<p itemid=\"\(Self.harmless)\"></p>")
    }

    @Test(arguments: ["", "ш", "žąsis", "a\u{0}b", "😀", "5 < 6 > 4", "''", "&&amp;"])
    func `every other letter stays`(text: String) {
        let back = markup { text }
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        #expect(back == text)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:x",
        "java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "blob:x", ":x",
    ])
    func `an address that is a program is refused`(address: String) {
        #expect(markup { a(.href(address)) } == "<a href=\"#\"></a>")
        #expect(markup { img(.src(address)) } == "<img src=\"#\">")
        #expect(markup { form(.action(address)) } == "<form action=\"#\"></form>")
        #expect(markup { button(.formaction(address)) } == "<button formaction=\"#\"></button>")
    }

    @Test(arguments: [
        "/sr/events", "events/7", "?q=a:b", "#sadržaj", "https://example.org/a:b", "mailto:ana@example.org",
        "tel:+38125123456", "/a:b", "", "webcal://example.org/feed", "otpauth://totp/Zbornica:ana?secret=ABC",
    ])
    func `an ordinary address stays`(address: String) {
        #expect(markup { a(.href(address)) } == "<a href=\"\(address)\"></a>")
    }

    @Test func `data cannot end its script`() {
        let written = markup { ScriptData(#"{"name":"</script><script>alert(1)</script>&"}"#) }
        #expect(
            written == #"<script type="application/ld+json">{"name":"\u003c/script\u003e\u003cscript\u003ealert(1)"#
                + #"\u003c/script\u003e\u0026"}</script>"#)
    }

    @Test func `on a page that is read in Latin, Cyrillic words are named, and nothing else is touched`() {
        func page(_ text: String) -> String { markup { NamingCyrillic("sr-Cyrl") { p(.title(text)) { text } } } }
        #expect(
            page("Signed by Драгана Шобић, 14 May")
                == "<p title=\"Signed by Драгана Шобић, 14 May\">Signed by <span lang=\"sr-Cyrl\">Драгана Шобић</span>, 14 May</p>")
        #expect(page("П-1/2026 & „Звоно“ Žižak") ==
            "<p title=\"П-1/2026 &amp; „Звоно“ Žižak\"><span lang=\"sr-Cyrl\">П-1/2026 &amp; „Звоно</span>“ Žižak</p>")
        #expect(page("Žiemos mokykla") == "<p title=\"Žiemos mokykla\">Žiemos mokykla</p>")
        #expect(markup { NamingCyrillic("sr-Cyrl") { option { Verbatim("Ана") } } } == "<option>Ана</option>")
        #expect(markup { p { "Ана" } } == "<p>Ана</p>", "a Cyrillic page needs no names")
    }
}
