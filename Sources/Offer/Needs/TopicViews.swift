import Catalogue
package import Forms
package import HTML
import Kernel
import Languages
import Look

/// Topics as everybody reads them.
package struct TopicViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    func list(_ topics: TopicList, _ words: String) -> Screen {
        let offered = topics.offered(in: t.language), shown = words.isEmpty ? offered : topics.like(words, most: offered.count)
        return Screen(t(T.needs.topics), description: t(T.needs.topicsLead)) {
            Heading(t(T.needs.topics), lead: t(T.needs.topicsLead))
            Form(action: reader.link("/topics"), method: .get, isInline: true, label: t(T.needs.topicsSearch)) {
                Field(t(T.needs.topicsSearch), name: "q", value: words, optional: "").search()
                Submit(t(T.common.search))
            }
            if shown.isEmpty {
                EmptyState(t(T.needs.topicsNone), t(T.needs.topicsNoneText)) { LinkButton(t(T.needs.toPlan), href: reader.link("/me/plan/wishes"), .quiet) }
            }
            ul { ForEach(shown) { topic in li { link(topic) } } }
            if !shown.isEmpty { HTML::p { a(.href(reader.link("/me/plan"))) { t(T.needs.toPlan) } } }
        }
    }

    package func link(_ topic: Topic) -> some HTML { a(.href(reader.link("/topics/\(topic.id)"))) { name(topic) } }

    private func name(_ topic: Topic) -> Run {
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    func show(_ topic: Topic, _ programmes: [ProgrammeLine], _ standing: WouldCome) -> Screen {
        let name = name(topic)
        return Screen(name.text, trail: [Look.Link(t(T.needs.topics), href: reader.link("/topics"))], isIndexed: topic.isOffered) {
            Beside {
                if topic.retired != nil { Notice(.info) { HTML::p { t(T.needs.retiredText) } } }
                Heading(name, kind: Run(t(T.needs.topic)))
            } card: {
                Card { WouldComeViews(reader: reader).card(standing) }
            } content: {
                h2 { t(T.catalogue.programmes) }
                if programmes.isEmpty { HTML::p { t(T.needs.noProgrammes) } }
                ul { ForEach(programmes) { line in li { a(.href(reader.link("/programmes/\(line.id)"))) { t.run(line.title, line.language) } } } }
                HTML::p { a(.href(reader.link("/me/plan/wishes"))) { t(T.needs.toPlan) } }
            }
        }
    }
}
