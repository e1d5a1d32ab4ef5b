import HTML
import Testing

@Suite struct BuilderTests {
    @Test func `nodes follow one another`() {
        #expect(
            markup {
                h1 { "Обуке" }
                p {
                    "Још "
                    6
                    " места"
                }
            } == "<h1>Обуке</h1><p>Још 6 места</p>")
    }

    @Test func `nothing writes nothing`() {
        #expect(markup {} == "")
        #expect(markup { Empty() } == "")
        #expect(markup { span() } == "<span></span>")
    }

    @Test(arguments: [(true, "<b>да</b>"), (false, "")])
    func `an if without else`(isShown: Bool, expected: String) {
        #expect(markup { if isShown { b { "да" } } } == expected)
    }

    @Test(arguments: [(true, "<b>да</b>"), (false, "<em>не</em>")])
    func `an if with else`(isGood: Bool, expected: String) {
        #expect(markup { if isGood { b { "да" } } else { em { "не" } } } == expected)
    }

    @Test(arguments: [(1, "<p>један</p>"), (2, "<b>два</b>"), (3, "много")])
    func `a switch`(count: Int, expected: String) {
        let written = markup {
            switch count {
            case 1: p { "један" }
            case 2: b { "два" }
            default: "много"
            }
        }
        #expect(written == expected)
    }

    @Test func `an if with let`() {
        let place: String? = "Сомбор"
        let missing: String? = nil
        #expect(markup { if let place { td { place } } } == "<td>Сомбор</td>")
        #expect(markup { if let missing { td { missing } } } == "")
    }

    @Test func `optional text is a node`() {
        let missing: String? = nil
        #expect(markup { p { missing } } == "<p></p>")
    }

    @Test func `a constant inside a builder`() {
        let written = markup {
            let left = 30 - 24
            p { left }
        }
        #expect(written == "<p>6</p>")
    }

    @Test func `each element of a sequence in order`() {
        let written = markup { ul { ForEach(1...3) { number in li { number } } } }
        #expect(written == "<ul><li>1</li><li>2</li><li>3</li></ul>")
    }

    @Test func `a group has no element of its own`() {
        #expect(
            markup {
                Group {
                    "а"
                    "б"
                }
            } == "аб")
    }

    @Test func `nodes of unknown type`() {
        let nodes: [any HTML] = ["текст", p { "став" }, 7]
        let one: any HTML = em { "важно" }
        #expect(
            markup {
                one
                ForEach(nodes) { node in node }
            } == "<em>важно</em>текст<p>став</p>7")
    }

    @Test func `a view is what its body is`() {
        struct Place: View {
            let name: String
            var body: some HTML {
                strong { name }
                br()
            }
        }
        #expect(markup { Place(name: "Sombor") } == "<strong>Sombor</strong><br>")
    }

    @Test func `a document begins with its doctype`() {
        let page = renderDocument(html(.lang("sr-Cyrl")) { body { main { "Здраво" } } })
        #expect(
            String(decoding: page, as: UTF8.self)
                == "<!DOCTYPE html>\n<html lang=\"sr-Cyrl\"><body><main>Здраво</main></body></html>")
    }

    @Test func `a page larger than the buffer keeps every byte`() {
        let lines = (0..<20_000).map { "ред \($0)" }
        let written = markup { ForEach(lines) { line in p { line } } }
        #expect(written == lines.map { "<p>\($0)</p>" }.joined())
    }
}
