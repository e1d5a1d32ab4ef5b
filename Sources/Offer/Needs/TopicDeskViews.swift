import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look

/// Topics as staff keep them.
struct TopicDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { reader.settingsTrail + [Look.Link(t(T.needs.topics), href: reader.link("/settings/topics"))] }

    func list(_ topics: TopicList, _ wishes: [Topic.ID: Int]) -> Screen {
        Screen(t(T.needs.topics), trail: reader.settingsTrail) {
            Heading(t(T.needs.topics), lead: t(T.needs.topicsDeskLead))
            if topics.all.isEmpty {
                EmptyState(t(T.needs.topicsEmpty), t(T.needs.topicsEmptyText)) {
                    ButtonForm(t(T.needs.starter), action: reader.link("/settings/topics/starter"), hidden: reader.hidden)
                }
            } else {
                DataTable(t(T.needs.topics), rows: topics.offered(in: t.language) + topics.all.filter { !$0.isOffered }, columns: [
                    Column(t(T.needs.topic), .name) { topic in a(.href(reader.link("/settings/topics/\(topic.id)"))) { name(topic) } },
                    Column(t(T.needs.wishes), .number) { topic in t.number(wishes[topic.id] ?? 0) },
                    Column(t(T.needs.otherWords), .number) { topic in t.number(topic.words.count) },
                    Column(t(T.needs.state)) { topic in state(topic, topics) },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.needs.topicNew), href: reader.link("/settings/topics/new")) }
        }
    }

    private func name(_ topic: Topic) -> Run {
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    @HTMLBuilder private func state(_ topic: Topic, _ topics: TopicList) -> some HTML {
        if let into = topic.mergedInto.flatMap({ topics[$0] }) {
            Chip(.neutral, t(T.needs.stateMerged))
            " "
            name(into)
        } else if topic.retired != nil {
            Chip(.neutral, t(T.needs.stateRetired))
        } else {
            Chip(.good, t(T.needs.stateOffered))
        }
    }

    func new(_ codes: [CycleCode], _ form: FilledForm) -> Screen {
        Screen(t(T.needs.topicNew), trail: trail) {
            FormFaults(form)
            Heading(t(T.needs.topicNew))
            Form(action: reader.link("/settings/topics/new"), hidden: reader.hidden, isGuarded: true) {
                fields(codes, form)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    func edit(_ board: TopicBoard, _ form: FilledForm) -> Screen {
        let topic = board.topic, base = reader.link("/settings/topics/\(topic.id)")
        return Screen(name(topic).text, trail: trail) {
            FormFaults(form)
            Heading(name(topic), kind: Run(t(T.needs.topic)))
            if let into = topic.mergedInto.flatMap({ board.topics[$0] }) {
                Notice(.info) {
                    HTML::p {
                        t(T.needs.mergedInto); " "
                        a(.href(reader.link("/settings/topics/\(into.id)"))) { name(into) }
                    }
                }
            } else {
                Form(action: base, hidden: reader.hidden, isGuarded: true, label: t(T.needs.topic)) {
                    fields(board.codes, form)
                    Buttons { Submit(t(T.common.save)) }
                }
                history(board)
                programmes(board, base)
                merge(board, base, form)
                ButtonForm(
                    t(topic.retired == nil ? T.needs.retire : T.needs.offerAgain), .quiet, action: "\(base)/retire",
                    hidden: reader.hidden + (topic.retired == nil ? [] : [Hidden("back", "yes")]))
            }
        }
    }

    @HTMLBuilder private func fields(_ codes: [CycleCode], _ form: FilledForm) -> some HTML {
        form.field(T.needs.nameSr, "name_sr", isOptional: true, most: TextLimit.line.rawValue).text()
        form.field(T.needs.nameLt, "name_lt", isOptional: true).text()
        form.field(T.needs.nameEn, "name_en", isOptional: true).text()
        form.field(T.needs.otherWords, "words", .full, hint: T.needs.otherWordsHint, isOptional: true).area(rows: 6)
        if !codes.isEmpty {
            form.field(T.needs.competences, "codes", isOptional: true)
                .checkboxes(codes.map { Field.Choice("\($0.id)", t.run($0.label, .sr)) }, chosen: Set(form.typed.all("codes")))
        }
    }

    @HTMLBuilder private func history(_ board: TopicBoard) -> some HTML {
        let matched = board.topic.words.filter { $0.matched != nil }
        if !board.merged.isEmpty || !matched.isEmpty {
            h2 { t(T.needs.history) }
            ul {
                ForEach(board.merged) { one in
                    li {
                        name(one.topic)
                        ": "
                        one.at.map { t(T.needs.joinedOn(when: .instant($0))) } ?? t(T.needs.stateMerged)
                    }
                }
                ForEach(matched) { word in
                    li {
                        t.run(word.words)
                        ": "
                        word.matched.map { t(T.needs.matchedOn(when: .instant($0))) } ?? ""
                    }
                }
            }
        }
    }

    @HTMLBuilder private func programmes(_ board: TopicBoard, _ base: String) -> some HTML {
        h2 { t(T.needs.programmesServing) }
        if board.programmes.isEmpty { HTML::p { t(T.needs.noProgrammes) } }
        ForEach(board.programmes) { line in
            PersonLine(t.run(line.title, line.language), href: reader.link("/catalogue/programmes/\(line.id)"), detail: [Run(line.number)]) {
                Form(
                    action: "\(base)/programmes", hidden: reader.hidden + [Hidden("programme", "\(line.id)"), Hidden("untie", "yes")], isInline: true,
                    label: "\(line.number) \(t.shown(line.title))"
                ) { Submit(t(T.needs.untie), .quiet) }
            }
        }
        let free = board.choices.filter { choice in !board.programmes.contains { $0.id == choice.id } }
        if !free.isEmpty {
            Form(action: "\(base)/programmes", hidden: reader.hidden, isInline: true, label: t(T.needs.programmesServing)) {
                Field(t(T.needs.programme), name: "programme").select([Field.Choice("", t(T.needs.choose))] + free.map { choice in
                    Field.Choice("\(choice.id)", t.run("\(choice.number) \(choice.title)", choice.language))
                })
                Submit(t(T.needs.tie), .quiet)
            }
        }
    }

    @HTMLBuilder private func merge(_ board: TopicBoard, _ base: String, _ form: FilledForm) -> some HTML {
        let others = board.topics.offered(in: t.language).filter { $0.id != board.topic.id }
        if !others.isEmpty {
            h2 { t(T.needs.merge) }
            HTML::p { t(T.needs.mergeText) }
            Form(action: "\(base)/merge", hidden: reader.hidden, isInline: true, label: t(T.needs.merge)) {
                Field(t(T.needs.into), name: "into", error: form.fault("into"))
                    .select([Field.Choice("", t(T.needs.choose))] + others.map { Field.Choice("\($0.id)", name($0)) })
                Submit(t(T.needs.merge), .danger)
            }
        }
    }
}
