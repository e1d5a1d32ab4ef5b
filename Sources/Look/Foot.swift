import HTML

/// The foot of every page: who runs it and where they are found.
struct Foot: View {
    let frame: Frame

    var body: some HTML {
        footer(.class("foot")) {
            div(.class("wide")) {
                address {
                    strong(.lang(frame.centre.name.lang)) { frame.centre.name.text }
                    ForEach(frame.centre.address) { line in span(.lang(line.lang)) { line.text } }
                    if let phone = frame.centre.phone {
                        a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone }
                    }
                    if let email = frame.centre.email { a(.href("mailto:" + email)) { email } }
                }
                ul {
                    ForEach(frame.notes) { note in li { a(.href(note.href)) { note.label } } }
                }
            }
        }
    }
}

/// The messages of what just happened.
struct Flashes: View {
    let flashes: [Frame.Flash]

    var body: some HTML {
        ForEach(flashes) { flash in Notice(flash.tone, isNews: true) { HTML::p { flash.text } } }
    }
}
