import HTML
import Languages

/// The slim bar on top of every page: the centre, the languages, the reader.
struct Bar: View {
    let frame: Frame

    var body: some HTML {
        if let text = frame.demonstration {
            HTML::p(.class("demonstration")) {
                Icon.info
                span { text }
            }
        }
        div(.class("bar")) {
            div(.class("wide")) {
                a(.class("centre"), .href(frame.centre.home)) {
                    Logo()
                    span(.lang(frame.centre.name.lang)) { frame.centre.name.text }
                }
                languages
                reader
            }
        }
    }

    @HTMLBuilder
    private var languages: some HTML {
        if frame.page.alternates.count > 1 {
            nav(.class("languages"), .aria("label", frame.words.languages)) {
                ul {
                    ForEach(frame.page.alternates) { other in
                        li {
                            a(
                                .href(other.href), .lang(other.language.htmlLang), .hreflang(other.language.htmlLang),
                                .aria("current", other.language == frame.page.language ? "true" : nil)
                            ) { other.language.ownName }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private var reader: some HTML {
        div(.class("reader")) {
            switch frame.visitor {
            case .stranger(let signIn):
                a(.href(signIn.href)) { signIn.label }
            case .known(let name, let home, let signOut):
                a(.href(home)) { name }
                form(.method(.post), .action(signOut.action)) {
                    HiddenFields(signOut.hidden)
                    button(.type(.submit)) { signOut.label }
                }
            }
        }
    }
}
