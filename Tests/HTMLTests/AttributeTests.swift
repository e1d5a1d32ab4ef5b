import Foundation
import HTML
import Testing

@Suite struct AttributeTests {
    @Test func `values in quotes`() {
        #expect(markup { div(.class("card"), .id("seats")) { "6" } } == "<div class=\"card\" id=\"seats\">6</div>")
        #expect(markup { td(.colspan(3)) } == "<td colspan=\"3\"></td>")
    }

    @Test func `what is nil is left out`() {
        let none: String? = nil
        #expect(markup { a(.href(none), .title(none), .aria("label", none), .rel("next")) } == "<a rel=\"next\"></a>")
    }

    @Test func `a flag stands bare or not at all`() {
        #expect(markup { input(.type(.checkbox), .checked(true), .required(false)) } == "<input type=\"checkbox\" checked>")
        #expect(markup { details(.open()) } == "<details open></details>")
    }

    @Test func `true and false of aria are words`() {
        #expect(markup { span(.aria("hidden", true)) } == "<span aria-hidden=\"true\"></span>")
        #expect(markup { span(.aria("expanded", false)) } == "<span aria-expanded=\"false\"></span>")
    }

    @Test func `classes are joined, missing ones left out`() {
        #expect(markup { p(.class("a", nil, "b")) } == "<p class=\"a b\"></p>")
        #expect(markup { p(.class(nil, nil)) } == "<p></p>")
    }

    @Test func `a component passes attributes on`() {
        let passed: [Attribute] = [.id("x"), .lang("lt")]
        #expect(markup { p(attributes: passed) { "ą" } } == "<p id=\"x\" lang=\"lt\">ą</p>")
        #expect(markup { img(attributes: passed) } == "<img id=\"x\" lang=\"lt\">")
    }

    @Test func `a form and its kinds`() {
        let written = markup {
            form(.method(.post), .action("/sr/sign-in")) {
                input(.type(.email), .name("email"), .autocomplete("email"), .required())
                button(.type(.submit)) { "Уђите" }
            }
        }
        #expect(
            written == "<form method=\"post\" action=\"/sr/sign-in\"><input type=\"email\" name=\"email\" "
                + "autocomplete=\"email\" required><button type=\"submit\">Уђите</button></form>")
    }

    @Test func `names that Foundation has too are still elements`() {
        #expect(
            markup { div { time(.datetime("2026-02-25")) { select() } } }
                == "<div><time datetime=\"2026-02-25\"><select></select></time></div>")
    }

    @Test func `a hidden name is reached through its module`() {
        func field(label: String, id: String) -> some HTML { HTML::label(.for(id)) { label } }
        #expect(markup { field(label: "Име", id: "name") } == "<label for=\"name\">Име</label>")
    }
}
