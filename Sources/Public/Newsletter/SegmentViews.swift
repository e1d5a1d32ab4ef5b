import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// Segments as the centre's people save them.
struct SegmentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// So many of those who belong are named.
    private static let mostNamed = 200

    func list(_ segments: [(segment: Segment, readers: Int)]) -> Screen {
        Screen(t(T.newsletter.segments)) {
            Heading(t(T.newsletter.title), lead: t(T.newsletter.segmentsLead))
            NewsletterTabs(reader, .segments)
            if segments.isEmpty {
                EmptyState(t(T.newsletter.noSegments), t(T.newsletter.noSegmentsText)) { Empty() }
            } else {
                DataTable(t(T.newsletter.segments), rows: segments, columns: [
                    Column(t(T.newsletter.segmentName), .name) { row in
                        a(.href(reader.link("/staff/newsletters/segments/\(row.segment.id)"))) { t.run(row.segment.draft.name) }
                    },
                    Column(t(T.newsletter.asks)) { row in asked(row.segment.draft) },
                    Column(t(T.newsletter.readersNow), .number) { row in t.number(row.readers) },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.newsletter.newSegment), href: reader.link("/staff/newsletters/segments/new")) }
        }
    }

    /// What it asks, question by question.
    private func asked(_ draft: SegmentDraft) -> String {
        let parts: [(Phrase, Int)] = [
            (T.newsletter.municipalities, draft.municipalities.count), (T.newsletter.schools, draft.schools.count), (T.newsletter.schoolKinds, draft.kinds.count),
            (T.newsletter.jobs, draft.jobs.count), (T.newsletter.subjects, draft.subjects.count), (T.newsletter.interestsWord, draft.topics.count),
        ]
        let said = parts.filter { $0.1 > 0 }.map { t($0.0) }
        return said.isEmpty ? t(T.newsletter.asksNothing) : said.joined(separator: ", ")
    }

    func form(_ segment: Segment?, _ choices: SegmentChoices, _ members: NewsletterAudience?, _ form: FilledForm) -> Screen {
        let title = segment.map { t.run($0.draft.name) } ?? Run(t(T.newsletter.newSegment))
        let action = reader.link(segment.map { "/staff/newsletters/segments/\($0.id)" } ?? "/staff/newsletters/segments/new")
        return Screen(title.text, trail: [Look.Link(t(T.newsletter.segments), href: reader.link("/staff/newsletters/segments"))]) {
            FormFaults(form)
            Heading(title, lead: Run(t(T.newsletter.segmentLead)))
            if let members { people(members) }
            Look::Form(action: action, hidden: reader.hidden, isGuarded: true) {
                form.field(T.newsletter.segmentName, "name", hint: T.newsletter.segmentNameHint).text()
                form.field(T.newsletter.jobs, "role", .full, hint: T.newsletter.jobsHint, isOptional: true).text()
                form.field(T.newsletter.subjects, "subject", .full, hint: T.newsletter.subjectsHint, isOptional: true).text()
                boxes(T.newsletter.schoolKinds, "kind", School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) }, form)
                boxes(T.newsletter.municipalities, "municipality", choices.municipalities.map { Field.Choice("\($0.id)", t.run($0.name)) }, form)
                boxes(T.newsletter.schools, "school", choices.schools.map { Field.Choice("\($0.id)", t.run($0.label(in: .sr))) }, form)
                boxes(T.newsletter.interestsWord, "interest", choices.topics.offered(in: reader.language).map { topic in
                    let name = topic.names.name(in: reader.language)
                    return Field.Choice("\(topic.id)", t.run(name.text, name.language))
                }, form)
                Field(t(T.newsletter.outside), name: "outside", hint: t(T.newsletter.outsideHint), optional: "").check(isOn: form.typed.has("outside"))
                Buttons { Submit(t(segment == nil ? T.common.add : T.common.save)) }
            }
            if let segment {
                ButtonForm(t(T.newsletter.dropSegment), .danger, action: reader.link("/staff/newsletters/segments/\(segment.id)/drop"), hidden: reader.hidden)
            }
        }
    }

    /// Many boxes stand behind one word, open where one is ticked.
    @HTMLBuilder private func boxes(_ label: Phrase, _ name: String, _ choices: [Field.Choice], _ form: FilledForm) -> some HTML {
        let chosen = Set(form.typed.all(name))
        if !choices.isEmpty {
            Disclosure(t(label), isOpen: !chosen.isEmpty) {
                Field(t(label), name: name, error: form.fault(name), optional: t(T.common.optional)).checkboxes(choices, chosen: chosen)
            }
        }
    }

    @HTMLBuilder private func people(_ members: NewsletterAudience) -> some HTML {
        HTML::p { t(T.newsletter.belong(count: members.readers.count)) }
        if members.stopped > 0 { HTML::p(.class("hint")) { t(T.newsletter.stoppedCount(count: members.stopped)) } }
        if !members.readers.isEmpty {
            Disclosure(t(T.newsletter.whoBelongs)) {
                ul { ForEach(Array(members.readers.prefix(Self.mostNamed))) { one in li { one.name.isEmpty ? one.address : one.name } } }
                if members.readers.count > Self.mostNamed { HTML::p(.class("hint")) { t(T.newsletter.moreBelong(count: members.readers.count - Self.mostNamed)) } }
            }
        }
    }
}
