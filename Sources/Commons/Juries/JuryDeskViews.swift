import Contests
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Juries as the centre's people see them.
struct JuryDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ juries: [Jury]) -> Screen {
        Screen(t(T.juries.title)) {
            Heading(t(T.juries.title), lead: t(T.juries.lead))
            if juries.isEmpty {
                EmptyState(t(T.juries.none), t(T.juries.noneText)) { Empty() }
            } else {
                DataTable(t(T.juries.title), rows: juries, columns: [
                    Column(t(T.juries.contest), .name) { jury in a(.href(reader.link(jury.deskPath))) { t.run(jury.contest.name, jury.contest.language) } },
                    Column(t(T.juries.jurors), .number) { jury in t.number(jury.sitting.count) },
                    Column(t(T.juries.rounds)) { jury in
                        t(T.juries.roundsOf(done: .number(jury.rounds.count { $0.closed != nil }), all: .number(jury.rounds.count)))
                    },
                    Column(t(T.common.state)) { jury in Chip(tone(jury), t(jury.standing)) },
                ])
            }
        }
    }

    private func tone(_ jury: Jury) -> Tone {
        if jury.published != nil { return .good }
        return jury.decided != nil || jury.underway != nil || jury.isJudged ? .waiting : .neutral
    }

    // MARK: One

    func show(_ sight: JuryDeskSight, _ form: FilledForm) -> Screen {
        let jury = sight.jury, base = reader.link(jury.deskPath)
        return Screen("\(t(T.juries.jury)): \(t.shown(jury.contest.name))", trail: [Look.Link(t(T.juries.title), href: reader.link("/staff/juries"))]) {
            FormFaults(form)
            Heading(t.run(jury.contest.name, jury.contest.language), kind: Run(t(T.juries.jury)))
            HTML::p { Chip(tone(jury), t(jury.standing)) }
            next(sight, base)
            jurors(sight, base, form)
            rounds(sight, base, form)
            rules(sight, base, form)
            papers(sight, base, form)
        }
    }

    /// The one thing that can be done now.
    @HTMLBuilder private func next(_ sight: JuryDeskSight, _ base: String) -> some HTML {
        let jury = sight.jury
        if jury.published != nil {
            Notice(.good) { HTML::p { a(.href(reader.link(jury.resultsPath))) { t(T.juries.seeResults) } } }
        } else if jury.decided != nil {
            Notice(.waiting, t(T.juries.decided)) { HTML::p { t(T.juries.publishLead) } }
            Buttons {
                ButtonForm(t(T.juries.publish), action: "\(base)/publish", hidden: reader.hidden)
                ButtonForm(t(T.juries.reopen), .quiet, action: "\(base)/reopen", hidden: reader.hidden)
            }
        } else if let round = jury.underway {
            let whole = sight.progress.values.reduce(0) { $0 + $1.whole }, seen = sight.progress.values.reduce(0) { $0 + $1.seen }
            let said = t(T.juries.seenOf(count: whole, seen: .number(seen)))
            h2 { t(T.juries.roundNumber(number: .number(round.number), kind: .phrase(round.kind.name))) }
            HTML::p { said }
            Meter(said, value: seen, of: whole)
            if seen == whole {
                ButtonForm(t(T.juries.closeRound), action: "\(base)/close", hidden: reader.hidden)
            } else {
                HTML::p(.class("muted")) { t(T.juries.closeLater) }
            }
        } else if let round = jury.next {
            Notice(.info) { HTML::p { t(T.juries.openLead(number: .number(round.number), kind: .phrase(round.kind.name))) } }
            ButtonForm(t(T.juries.openRound), action: "\(base)/open", hidden: reader.hidden)
        } else if jury.isJudged {
            Notice(.info) { HTML::p { t(T.juries.chairDecides) } }
        } else {
            Notice(.waiting) { HTML::p { t(T.juries.planLead) } }
        }
        if jury.last != nil { Buttons { LinkButton(t(T.juries.openBoard), href: "\(base)/board", .quiet) } }
    }

    // MARK: Who sits

    @HTMLBuilder private func jurors(_ sight: JuryDeskSight, _ base: String, _ form: FilledForm) -> some HTML {
        let jury = sight.jury
        h2 { t(T.juries.jurors) }
        if jury.jurors.isEmpty { HTML::p(.class("muted")) { t(T.juries.noJurors) } }
        ForEach(jury.jurors) { juror in
            PersonLine(Run(juror.name.isEmpty ? t(T.juries.formerJuror) : juror.name), detail: detail(juror, sight), state: chip(juror)) {
                if jury.decided == nil, juror.declined == nil {
                    Buttons {
                        if !juror.isChair { small(T.juries.makeChair, "\(base)/jurors/\(juror.id)/chair", juror) }
                        small(T.juries.release, "\(base)/jurors/\(juror.id)/release", juror)
                    }
                }
            }
        }
        if jury.decided == nil {
            Look::Form(action: "\(base)/jurors", hidden: reader.hidden, label: t(T.juries.invite)) {
                form.field(T.juries.email, "email", hint: T.juries.emailHint).email()
                if jury.contest.categories.count > 1 {
                    form.field(T.juries.categories, "categories", hint: T.juries.categoriesHint, isOptional: true).checkboxes(
                        jury.contest.categories.map { Field.Choice("\($0.id)", t.run($0.name, jury.contest.language)) }, chosen: Set(form.typed.all("categories")))
                }
                Field(t(T.juries.asChair), name: "chair", optional: "").check(isOn: form.typed.has("chair"))
                Buttons { Submit(t(T.juries.invite), .quiet) }
            }
        }
    }

    private func small(_ label: Phrase, _ action: String, _ juror: Juror) -> some HTML {
        Look::Form(action: action, hidden: reader.hidden, label: "\(t(label)): \(juror.name)") { Submit(t(label), .quiet) }
    }

    private func detail(_ juror: Juror, _ sight: JuryDeskSight) -> [Run] {
        var runs: [Run] = juror.isChair ? [Run(t(T.juries.chair))] : []
        runs += sight.jury.contest.categories.filter { juror.categories.contains($0.id) }.map { t.run($0.name, sight.jury.contest.language) }
        if let own = sight.progress[juror.id] { runs.append(Run(t(T.juries.seenOf(count: own.whole, seen: .number(own.seen))))) }
        return runs
    }

    private func chip(_ juror: Juror) -> Chip {
        if juror.declined != nil { return Chip(.neutral, t(T.juries.left)) }
        return juror.accepted == nil ? Chip(.waiting, t(T.juries.invited)) : Chip(.good, t(T.juries.sits))
    }

    // MARK: Rounds and rules

    @HTMLBuilder private func rounds(_ sight: JuryDeskSight, _ base: String, _ form: FilledForm) -> some HTML {
        let jury = sight.jury
        h2 { t(T.juries.rounds) }
        ForEach(jury.rounds) { round in
            PersonLine(
                Run(t(T.juries.roundNumber(number: .number(round.number), kind: .phrase(round.kind.name)))), detail: told(round),
                state: round.closed != nil ? Chip(.good, t(T.juries.closed)) : round.isOpen ? Chip(.waiting, t(T.juries.roundOpen)) : Chip(.neutral, t(T.juries.planned))
            ) {
                if round.opened == nil, round.id == jury.rounds.last?.id {
                    Look::Form(action: "\(base)/rounds/\(round.id)/remove", hidden: reader.hidden, label: "\(t(T.juries.removeRound)) \(round.number)") {
                        Submit(t(T.juries.removeRound), .quiet)
                    }
                }
            }
        }
        if jury.decided == nil, jury.rounds.count < JuryRound.most {
            Disclosure(t(T.juries.addRound), isOpen: jury.rounds.isEmpty || form.fault("kind") != nil || form.fault("seenBy") != nil || form.fault("most") != nil) {
                Look::Form(action: "\(base)/rounds", hidden: reader.hidden, label: t(T.juries.addRound)) {
                    form.field(T.juries.roundKind, "kind").select([Field.Choice("", t(T.common.choose))] + JuryRound.Kind.allCases.map {
                        Field.Choice($0.rawValue, t($0.name))
                    })
                    form.field(T.juries.seenBy, "seenBy", .short, hint: T.juries.seenByHint, isOptional: true).number()
                    form.field(T.juries.goOnMost, "most", .short, hint: T.juries.goOnMostHint, isOptional: true).number()
                    Buttons { Submit(t(T.juries.addRound), .quiet) }
                }
            }
        }
    }

    private func told(_ round: JuryRound) -> [Run] {
        [Run(round.details.seenBy == 0 ? t(T.juries.seenByAll) : t(T.juries.seenByEach(count: round.details.seenBy)))]
            + (round.details.most.map { [Run(t(T.juries.bestGoOn(count: $0)))] } ?? [])
    }

    @HTMLBuilder private func rules(_ sight: JuryDeskSight, _ base: String, _ form: FilledForm) -> some HTML {
        let jury = sight.jury
        h2 { t(T.juries.howJudged) }
        if jury.hasBegun {
            Facts {
                ForEach(jury.criteria) { criterion in
                    FactLine(t.run(criterion.name, jury.contest.language)) { t(T.juries.weightOf(weight: .number(criterion.weight), most: .number(jury.rules.scale))) }
                }
                FactLine(t(T.juries.tie), t(jury.rules.tie.name))
                FactLine(t(T.juries.orderBy), t(jury.rules.isLevelled ? T.juries.byEven : T.juries.byRaw))
            }
        } else {
            HTML::p { t(T.juries.rulesLead) }
            Look::Form(action: "\(base)/rules", hidden: reader.hidden, isGuarded: true, label: t(T.juries.howJudged)) {
                form.field(T.juries.criteria, "criteria", .full, hint: T.juries.criteriaHint).area(rows: 5)
                FieldRow {
                    form.field(T.juries.scale, "scale", .short, hint: T.juries.scaleHint).number()
                    form.field(T.juries.margin, "margin", .short, hint: T.juries.marginHint).number()
                }
                form.field(T.juries.orderBy, "order").radios([Field.Choice("raw", t(T.juries.byRaw)), Field.Choice("even", t(T.juries.byEven))])
                form.field(T.juries.tie, "tie").radios(TieRule.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    // MARK: Papers and the opening

    @HTMLBuilder private func papers(_ sight: JuryDeskSight, _ base: String, _ form: FilledForm) -> some HTML {
        let jury = sight.jury
        h2 { t(T.juries.papers) }
        ul {
            if jury.last != nil { li { a(.href("\(base)/minutes.pdf")) { t(T.juries.printMinutes) } } }
            if jury.decided != nil {
                li { a(.href("\(base)/diplomas.pdf")) { t(T.juries.printDiplomas) } }
                li { a(.href("\(base)/thanks.pdf")) { t(T.juries.printThanks) } }
            }
            li { a(.href("\(base)/catalogue.pdf")) { t(T.juries.printCatalogue) } }
            li { a(.href("\(base)/labels.pdf")) { t(T.juries.printLabels) } }
            li { a(.href("\(base)/figures")) { t(T.juries.figures) } }
        }
        if let event = jury.event {
            HTML::p { a(.href(reader.link("/staff/events/\(event)"))) { t(T.juries.toOpening) } }
        } else if jury.contest.state == .judging || jury.contest.state == .decided {
            Look::Form(action: "\(base)/event", hidden: reader.hidden, label: t(T.juries.makeOpening)) {
                let forms = sight.forms.filter { !$0.isClosed && !$0.isInternal && !$0.needsApproval }
                form.field(T.juries.eventForm, "form", hint: T.juries.eventFormHint).select(forms.map { Field.Choice("\($0.id)", t.run($0.name(in: t.language))) })
                Buttons { Submit(t(T.juries.makeOpening), .quiet) }
            }
        }
    }

    // MARK: Figures

    func figures(_ figures: JuryFigures) -> Screen {
        let contest = figures.contest
        return Screen(
            "\(t(T.juries.figures)): \(t.shown(contest.name))",
            trail: [Look.Link(t(T.juries.title), href: reader.link("/staff/juries")), Look.Link(t.run(contest.name), href: reader.link("/staff/juries/\(contest.id)"))]
        ) {
            Heading(t.run(contest.name, contest.language), kind: Run(t(T.juries.figures)))
            Figures([
                .init(t.number(figures.works), t(T.juries.figureWorks)), .init(t.number(figures.mentors), t(T.juries.figureMentors)),
                .init(t.number(figures.bySchool.count), t(T.juries.figureSchools)), .init(t.number(figures.byMunicipality.count), t(T.juries.figurePlaces)),
            ])
            table(T.juries.bySchool, figures.bySchool)
            table(T.juries.byMunicipality, figures.byMunicipality)
            table(T.juries.byCategory, figures.byCategory)
            if !figures.neverReached.isEmpty {
                h2 { t(T.juries.neverReached) }
                HTML::p { t(T.juries.neverReachedText) }
                ul { ForEach(figures.neverReached) { name in li { t.run(name) } } }
            }
        }
    }

    @HTMLBuilder private func table(_ caption: Phrase, _ lines: [JuryFigures.Line]) -> some HTML {
        if !lines.isEmpty {
            DataTable(t(caption), rows: lines, columns: [
                Column(t(T.juries.named), .name) { line in t.run(line.name) }, Column(t(T.juries.works), .number) { line in t.number(line.works) },
                Column(t(T.juries.prizes), .number) { line in t.number(line.prizes) },
            ])
        }
    }
}
