import Centres
import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing
import Schools

/// A note as everybody reads it, with what those who tried it say.
struct PracticeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: PracticeSight, _ form: FilledForm) -> Screen {
        let practice = sight.practice
        return Screen(
            t.shown(practice.title), description: practice.draft.summary.isEmpty ? nil : t.shown(practice.draft.summary),
            trail: [Look.Link(t(T.community.title), href: reader.link("/practices"))], isIndexed: practice.state == .published
        ) {
            FormFaults(form)
            Heading(
                t.run(practice.title, practice.language), kind: Run(t(T.community.one)),
                lead: practice.draft.summary.isEmpty ? nil : t.run(practice.draft.summary, practice.language))
            if practice.state == .withdrawn {
                gone(sight)
            } else {
                ways(practice)
                text(practice, sight.competences)
                if practice.state == .published { reuse(sight, form) }
            }
        }
    }

    // MARK: Taken back

    @HTMLBuilder private func gone(_ sight: PracticeSight) -> some HTML {
        Notice(.neutral, t(T.community.goneTitle)) {
            HTML::p { t(T.community.gone(day: .day(reader.centre.zone.day(of: sight.practice.withdrawn ?? sight.practice.changed)))) }
        }
        if sight.reuse.tried > 0 { HTML::p { t(T.community.triedTimes(count: sight.reuse.tried)) } }
        HTML::p { a(.href(reader.link("/practices/\(sight.practice.id)/way"))) { t(T.community.toWay) } }
    }

    // MARK: The note

    @HTMLBuilder private func ways(_ practice: Practice) -> some HTML {
        if practice.state != .published { Notice(.info) { HTML::p { t(practice.state.name) } } }
        if reader.actor.coordinates(practice.centre) || practice.isKept(by: reader.actor.person) {
            Buttons {
                if practice.isKept(by: reader.actor.person) { LinkButton(t(T.community.myNote), href: reader.link("/me/practices/\(practice.id)"), .quiet) }
                if reader.actor.coordinates(practice.centre) { LinkButton(t(T.community.atDesk), href: reader.link("/staff/practices/\(practice.id)"), .quiet) }
            }
        }
    }

    /// The facts, the four parts and the files: for everybody, and for whoever looks at it before.
    @HTMLBuilder func text(_ practice: Practice, _ competences: [String: String]) -> some HTML {
        let draft = practice.draft, own = draft.language
        Facts {
            FactLine(t(T.community.authors)) {
                ForEach(Array(practice.named.enumerated())) { place, author in
                    if place > 0 { "; " }
                    t.run(name: author.name, own)
                    if !author.schoolName.isEmpty { ", "; t.run(author.schoolName, own) }
                }
            }
            if !draft.subject.isEmpty { FactLine(t(T.community.subject), t.run(draft.subject, own)) }
            if !draft.grades.isEmpty { FactLine(t(T.community.grades), draft.grades.list.map { t(Grades.name(of: $0)) }.joined(separator: ", ")) }
            if !draft.competences.isEmpty {
                FactLine(t(T.community.competences)) {
                    ForEach(Array(draft.competences.enumerated())) { place, code in
                        if place > 0 { "; " }
                        t.run(competences[code] ?? code)
                    }
                }
            }
            FactLine(t(T.community.licence)) {
                if let address = draft.licence.address { a(.href(address), .rel("license noopener")) { t(draft.licence.name) } } else { t(draft.licence.name) }
            }
        }
        ForEach(draft.sections) { section in
            h2 { t(section.title) }
            MarkdownView(Markdown(t.shown(section.text)), lang: t.lang(of: own))
        }
        if !practice.files.isEmpty {
            h2 { t(T.community.material) }
            ForEach(practice.files) { one in
                if one.file.kind == .picture { PictureView(one.file, reader, sizes: "(min-width: 46rem) 30rem, 90vw", kind: "shown") }
                HTML::p { a(.href(reader.link(one.file.path))) { t.run(one.title, own) }; " (\(one.file.label(t)))" }
            }
        }
    }

    // MARK: What others made of it

    @HTMLBuilder private func reuse(_ sight: PracticeSight, _ form: FilledForm) -> some HTML {
        let practice = sight.practice, person = reader.actor.person, isOwn = practice.isOf(person)
        h2(.id("reuse")) { t(T.community.reuse) }
        if sight.reuse.tried > 0 {
            HTML::p { t(T.community.triedTimes(count: sight.reuse.tried)); ". "; t(T.community.workedTimes(count: sight.reuse.worked)); "." }
        } else {
            HTML::p { t(T.community.triedNone) }
        }
        let canReveal = practice.isKept(by: person) || reader.actor.coordinates(practice.centre)
        let told = sight.tries.filter { !$0.said.words.isEmpty && ($0.shown != nil || canReveal) }
        ForEach(told) { one in self.said(one, practice, canReveal: canReveal) }
        HTML::p { a(.href(reader.link("/practices/\(practice.id)/way"))) { t(T.community.toWay) } }
        if person == nil {
            HTML::p { a(.href(reader.link("/sign-in?onward=/practices/\(practice.id)"))) { t(T.community.signInToSay) } }
        } else if !isOwn {
            if sight.hasTried(person) { Notice(.good) { HTML::p { t(T.community.youTried) } } } else { trying(practice, form) }
            if sight.hasWished { Notice(.good) { HTML::p { t(T.community.youWished) } } } else { wishing(sight, form) }
        }
    }

    private func said(_ one: PracticeTry, _ practice: Practice, canReveal: Bool) -> some HTML {
        let isKnown = !one.name.isEmpty && canReveal
        return Card {
            blockquote { HTML::p { t.run(one.said.words) } }
            HTML::p(.class("muted small")) {
                t(one.said.outcome.name)
                " · "
                t.day(reader.centre.zone.day(of: one.tried), .numeric)
                if isKnown { " · "; t.run(name: one.name, practice.language) }
            }
            if canReveal {
                ButtonForm(
                    t(one.shown == nil ? T.community.reveal : T.community.hide), .quiet, action: reader.link("/practices/\(practice.id)/tries/\(one.id)"),
                    hidden: reader.hidden + [Hidden("show", one.shown == nil ? "yes" : "no")])
            }
        }
    }

    private func trying(_ practice: Practice, _ form: FilledForm) -> some HTML {
        Look::Form(action: reader.link("/practices/\(practice.id)/try"), hidden: reader.hidden, isGuarded: true, label: t(T.community.tried)) {
            Fieldset(t(T.community.tried), hint: t(T.community.triedHint)) {
                form.field(T.community.outcome, "outcome").radios(TryOutcome.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.community.triedWords, "words", .full, hint: T.community.triedWordsHint, isOptional: true).area(rows: 4)
                Field(t(T.community.mayBeNamed), name: "named", optional: "").check(isOn: form.typed.has("named"))
            }
            Buttons { Submit(t(T.community.sayTried)) }
        }
    }

    private func wishing(_ sight: PracticeSight, _ form: FilledForm) -> some HTML {
        Look::Form(action: reader.link("/practices/\(sight.practice.id)/wish"), hidden: reader.hidden, label: t(T.community.wish)) {
            Fieldset(t(T.community.wish), hint: t(T.community.wishHint)) {
                if !sight.schools.isEmpty {
                    form.field(T.community.wishSchool, "school", isOptional: true).select(
                        [Field.Choice("", t(T.community.wishMyself))] + sight.schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
                }
            }
            Buttons { Submit(t(T.community.sayWish), .quiet) }
        }
    }
}
