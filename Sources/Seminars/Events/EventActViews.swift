import Catalogue
package import Forms
import HTML
import Kernel
import Languages
package import Look

/// The page that asks before something is done with an event.
package struct EventActViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    package func question(_ question: EventQuestion, _ form: FilledForm) -> Screen {
        let title = question.event.title(in: t.language)
        let path = reader.link("/staff/events/\(question.event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]
        return Screen(t(question.verb.name), trail: trail) {
            if question.verb.needsReason {
                FormFaults(form)
                Heading(Run(t(question.text)), kind: t.run(title))
                meaning(question)
                Form(action: "\(path)/\(question.verb.rawValue)", hidden: reader.hidden) {
                    form.field(T.events.reason, "reason", .full, hint: T.events.reasonHint, most: EventPlanForm.longestReason).area(rows: 3)
                    Buttons {
                        Submit(t(question.verb.name), weight(question.verb))
                        LinkButton(t(T.common.back), href: path, .quiet)
                    }
                }
            } else {
                EventClashNotice(question.clashes, reader)
                TrainerNotice(outsiders: question.outsiders, t: t)
                refusal(form, path)
                Confirmation(
                    t(question.text),
                    act: ButtonForm(t(question.verb.name), weight(question.verb), action: "\(path)/\(question.verb.rawValue)", hidden: reader.hidden),
                    back: Look.Link(t(T.common.back), href: path)
                ) {
                    HTML::p { strong(.lang(t.lang(of: title.language))) { title.text } }
                    meaning(question)
                }
            }
        }
    }

    private func weight(_ verb: EventVerb) -> Weight { verb.isDangerous ? .danger : .primary }

    /// Nothing is typed on such a page: what is wrong with the plan is mended in its own form.
    @HTMLBuilder
    private func refusal(_ form: FilledForm, _ path: String) -> some HTML {
        if let problem = form.problem, problem.kind == .invalid {
            Notice(.bad, t(T.events.planWrong)) {
                ul { ForEach(problem.faults) { fault in li { t(fault.phrase) } } }
                HTML::p { a(.href("\(path)/edit")) { t(T.events.mendPlan) } }
            }
        } else {
            FormFaults(form)
        }
    }

    /// What it means and who is written to.
    @HTMLBuilder
    private func meaning(_ question: EventQuestion) -> some HTML {
        HTML::p { t(question.meaning) }
        if question.verb.ends {
            gaps(question)
            HTML::p { question.undoHours > 0 ? t(T.events.undoMeans(count: question.undoHours)) : t(T.events.undoNever) }
        }
        if question.tells {
            HTML::p { question.concerned.isNobody ? t(T.events.tellsNobody) : t(T.events.tells(count: question.concerned.letters)) }
            UnwrittenNotice(question.concerned.others, reader)
        }
    }

    /// What is not done yet, each with its door.
    @HTMLBuilder
    private func gaps(_ question: EventQuestion) -> some HTML {
        let path = reader.link("/staff/events/\(question.event.id)")
        if question.gaps.isEmpty {
            Notice(.good) { HTML::p { t(T.events.gapsNone) } }
        } else {
            Notice(.waiting, t(T.events.gapsTitle)) {
                ul {
                    ForEach(question.gaps) { gap in
                        li { if let door = gap.path { a(.href(path + door)) { t(gap.what) } } else { t(gap.what) } }
                    }
                }
            }
        }
    }
}

/// A warning of halls and trainers that two events want at once; staff may know better.
struct EventClashNotice: View {
    let clashes: [EventClash]
    let reader: Reader

    init(_ clashes: [EventClash], _ reader: Reader) {
        self.clashes = clashes
        self.reader = reader
    }

    var body: Markup {
        let t = reader.t
        if !clashes.isEmpty {
            Notice(.waiting, t(T.events.clashTitle)) {
                ul {
                    ForEach(clashes) { clash in
                        li {
                            t(clash.what)
                            if let path = clash.path { " "; a(.href(reader.link(path))) { t.run(clash.title) } }
                        }
                    }
                }
            }
        }
    }
}

extension EventState {
    /// The colour of its chip.
    package var tone: Tone {
        switch self {
        case .draft, .closed: .neutral
        case .announced: .info
        case .confirmed, .held: .good
        case .postponed: .waiting
        case .cancelled: .bad
        }
    }
}
