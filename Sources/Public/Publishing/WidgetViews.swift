import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct WidgetViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// A link leaves the frame.
    private static var whole: Attribute { .custom("target", "_top") }

    func events(_ events: [ListedEvent]) -> Screen {
        let site = reader.centre.origin
        return Screen(t(T.events.all), isIndexed: false) {
            h1 { a(.href(site + reader.link("/events")), Self.whole) { t(T.events.all) } }
            if events.isEmpty { HTML::p { t(T.publishing.widgetNothing) } }
            ul {
                ForEach(events) { event in
                    li {
                        let title = event.title(in: reader.language)
                        a(.href(site + reader.link("/events/\(event.id)")), Self.whole, .lang(t.lang(of: title.language))) { title.text }
                        br()
                        span(.class("hint")) { event.days.map { t.days($0) } ?? "" }
                    }
                }
            }
            HTML::p(.class("small")) { a(.href(site + reader.link("")), Self.whole) { reader.site } }
        }
    }
}

/// The page on which a school makes the code for its own site.
struct WidgetCodeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ frame: WidgetFrame, _ choices: [WidgetFrame.Choices], _ events: [ListedEvent]) -> Screen {
        let query = frame.query, address = reader.centre.origin + reader.link("/widget/events") + (query.isEmpty ? "" : "?\(query)")
        return Screen(t(T.publishing.widgetTitle), description: t(T.publishing.widgetLead)) {
            Heading(t(T.publishing.widgetTitle), lead: t(T.publishing.widgetLead))
            Look::Form(action: reader.link("/widget/code"), method: .get, label: t(T.publishing.widgetChoose)) {
                ForEach(choices.filter { !$0.values.isEmpty }) { choice in select(choice, frame) }
                Field(t(T.publishing.widgetMost), name: "most", value: "\(frame.most)", optional: "", width: .short).number()
                Buttons { Submit(t(T.publishing.widgetMake), .quiet) }
            }
            h2 { t(T.publishing.widgetCopy) }
            HTML::p { t(T.publishing.widgetCopyHint) }
            div(.class("prose")) { pre(.tabindex(0), .aria("label", t(T.publishing.widgetWords)), .role("region")) { words(address, frame) } }
            HTML::p { a(.href(address)) { t(T.publishing.widgetOpen) } }
            h2 { t(T.publishing.widgetShown) }
            if events.isEmpty { HTML::p { t(T.publishing.widgetNothing) } } else {
                ul {
                    ForEach(events) { event in
                        li {
                            t.run(event.title(in: reader.language))
                            event.days.map { ", \(t.days($0))" } ?? ""
                        }
                    }
                }
            }
        }
    }

    private func select(_ choices: WidgetFrame.Choices, _ frame: WidgetFrame) -> some HTML {
        let chosen = frame.filter.chosen[choices.facet] ?? ""
        let values = choices.values.map { choice in
            Field.Choice(choice.value, Run("\(t.shown(choice.name)) (\(t.number(choice.count)))", lang: t.run(choice.name).lang))
        }
        return Field(t(choices.facet.widgetName), name: choices.facet.rawValue, value: chosen, optional: "").select([Field.Choice("", t(T.common.all))] + values)
    }

    /// What a school copies: one line that shows the frame and says what is in it to those who do not see it.
    private func words(_ address: String, _ frame: WidgetFrame) -> String {
        let title = "\(t(T.events.all)) · \(reader.site)"
        return """
            <iframe src="\(escaped(address))" title="\(escaped(title))" width="100%" height="\(frame.height)" style="border:0" loading="lazy"></iframe>
            """
    }

    private func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;") }
}

extension EventFacet {
    fileprivate var widgetName: Phrase {
        switch self {
        case .area: T.publishing.widgetArea
        case .place: T.publishing.widgetPlace
        case .competence: T.publishing.widgetCompetence
        case .when, .form, .fee: T.events.all
        }
    }
}
