import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What is not renewed yet, each with a place for its new number.
struct RenewalList: View {
    let earlier: [Cycle]
    let from: Cycle
    let choices: [ProgrammeChoice]
    let isCut: Bool
    let words: String
    let typed: Typed
    let action: String
    let hidden: [Hidden]
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Form(action: action, method: .get, isInline: true) {
            Field(t(T.catalogue.renewFrom), name: "from", value: "\(from.id)").select(earlier.map { Field.Choice("\($0.id)", t.shown($0.title)) })
            Field(t(T.catalogue.searchField), name: "q", value: words, optional: "").search()
            Submit(t(T.common.show), .quiet)
        }
        if choices.isEmpty {
            EmptyState(t(T.catalogue.allRenewedTitle), t(T.catalogue.allRenewedText)) { Empty() }
        } else {
            if isCut { HTML::p(.class("muted")) { t(T.catalogue.listCut(count: choices.count)) } }
            Form(action: "\(action)?\(Typed(["from": "\(from.id)", "q": words]).query)", hidden: hidden, isGuarded: true) {
                ForEach(choices) { choice in
                    Field(
                        "\(choice.number) · \(t.shown(choice.title))", name: "number-\(choice.id)", value: typed["number-\(choice.id)"],
                        error: mistake("number-\(choice.id)"), optional: "", width: .short
                    ).text()
                }
                Buttons { Submit(t(T.catalogue.renew)) }
            }
        }
    }
}
