import Forms
import HTML
import Kernel
import Languages
import Look

/// People's own words beside the topics that they may mean.
struct OwnWordsViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ waiting: [OwnWords], _ matched: [MatchedWords], _ topics: TopicList, _ form: FilledForm) -> Screen {
        Screen(t(T.needs.ownWords), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            FormFaults(form)
            Heading(t(T.needs.ownWords), lead: t(T.needs.ownWordsLead))
            DemandTabs(reader: reader, current: "/words")
            if waiting.isEmpty { EmptyState(t(T.needs.ownWordsNone), t(T.needs.ownWordsNoneText)) { Empty() } }
            ForEach(waiting) { own in
                PersonLine(t.run(own.words), detail: details(own)) {
                    Form(action: reader.link("/staff/needs/words"), hidden: reader.hidden + [Hidden("key", own.key)], isInline: true, label: t.shown(own.words)) {
                        Field(
                            t(T.needs.topic), name: "topic", row: own.key, error: form["key"] == own.key ? form.fault("topic") : nil
                        ).select([Field.Choice("", t(T.needs.choose))] + choices(own, topics))
                        Submit(t(T.needs.match), .quiet)
                    }
                    a(.href(reader.link("/settings/topics/new?\(Typed(["name": own.words]).query)"))) { t(T.needs.makeTopic) }
                }
            }
            if !matched.isEmpty {
                h2 { t(T.needs.matchedTitle) }
                ForEach(matched) { one in
                    PersonLine(t.run(one.word.words), detail: [topics[one.topic].map(name) ?? Run(""), Run(t(T.needs.wishesCount(count: one.wishes)))]) {
                        Form(
                            action: reader.link("/staff/needs/words/release"), hidden: reader.hidden + [Hidden("word", "\(one.word.id)")], isInline: true,
                            label: "\(t(T.needs.release)): \(t.shown(one.word.words))"
                        ) { Submit(t(T.needs.release), .quiet) }
                    }
                }
            }
        }
    }

    /// Topics that may be meant stand first; none is chosen unasked.
    private func choices(_ own: OwnWords, _ topics: TopicList) -> [Field.Choice] {
        let likely = topics.like(own.words)
        return (likely + topics.offered(in: t.language).filter { !likely.contains($0) }).map { Field.Choice("\($0.id)", name($0)) }
    }

    private func details(_ own: OwnWords) -> [Run] {
        (own.people > 0 ? [Run(t(T.needs.peopleCount(count: own.people)))] : []) + (own.schools > 0 ? [Run(t(T.needs.schoolsCount(count: own.schools)))] : [])
    }

    private func name(_ topic: Topic) -> Run {
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }
}
