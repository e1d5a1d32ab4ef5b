import Centres
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// One work, as its mentor writes it.
struct WorkViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func new(_ sight: WorkFormSight, _ form: FilledForm, held: CarriedFiles) -> Screen {
        let contest = sight.contest
        return Screen(t(T.contests.newWork), trail: trail(contest), isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.contests.newWork)), lead: t.run(contest.name, contest.language))
            if !contest.takesWorks(at: reader.now) {
                Notice(.neutral) { HTML::p { t(T.contests.errorClosed) } }
            } else {
                deadline(contest)
                fields(sight, form, held, action: reader.link("/me/contests/\(contest.id)/new"), isSent: false)
            }
        }
    }

    private func trail(_ contest: Contest) -> [Look.Link] {
        [
            Look.Link(t(T.contests.mine), href: reader.link("/me/contests")),
            Look.Link(t.run(contest.name, contest.language), href: reader.link("/me/contests/\(contest.id)")),
        ]
    }

    @HTMLBuilder private func deadline(_ contest: Contest) -> some HTML {
        if contest.isInTime(reader.now) {
            Notice(.info, t(T.contests.untilMoment(moment: .text(t.instant(contest.closes, .inSentence))))) { HTML::p { t(T.contests.begunCounts) } }
        } else {
            Notice(.waiting, t(T.contests.deadlinePassed)) { HTML::p { t(T.contests.lateText) } }
        }
    }

    // MARK: The form

    private func fields(_ sight: WorkFormSight, _ form: FilledForm, _ held: CarriedFiles, action: String, isSent: Bool) -> some HTML {
        let contest = sight.contest, categories = contest.categories, kinds = categories.reduce(into: Set<ContestFileKind>()) { $0.formUnion($1.draft.kinds) }
        return Look::Form(action: action, hidden: reader.hidden + held.hidden, hasFiles: true, isGuarded: true, label: t(T.contests.work)) {
            if categories.count > 1 {
                form.field(T.contests.category, "category").select([Field.Choice("", t(T.common.choose))] + categories.map { one in
                    Field.Choice("\(one.id)", t.run(one.name, contest.language), hint: nil)
                })
            }
            form.field(T.contests.workTitle, "title", .full).text()
            if contest.isForPupils {
                form.field(T.contests.authors, "authors", .full, hint: T.contests.authorsHint).area(rows: 3)
            } else {
                form.field(T.contests.otherAuthors, "authors", .full, hint: T.contests.otherAuthorsHint, isOptional: true).area(rows: 2)
                Field(t(T.contests.ownShow), name: "mayShow", optional: "").check(isOn: form.typed.has("mayShow"))
                Field(t(T.contests.ownNamed), name: "mayBeNamed", optional: "").check(isOn: form.typed.has("mayBeNamed"))
            }
            if !sight.schools.isEmpty {
                form.field(T.contests.school, "school", isOptional: !contest.isForPupils)
                    .select([Field.Choice("", t(T.common.choose))] + sight.schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
            } else if contest.isForPupils {
                Notice(.waiting) { HTML::p { t(T.contests.errorSchool) } }
            }
            if contest.kind == .festival { form.field(T.contests.minutes, "minutes", .short).number() }
            if kinds.contains(.text) || !contest.isForPupils || kinds.isEmpty || contest.kind == .literary {
                form.field(kinds.contains(.text) ? T.contests.theText : T.contests.aboutWork, "text", .full, isOptional: !kinds.contains(.text)).area(rows: 6)
            }
            if kinds.contains(.link) { form.field(T.contests.link, "link", .full, hint: T.contests.linkHint, isOptional: true).address() }
            if !kinds.isDisjoint(with: ContestFileKind.files) { files(contest, kinds, form, held) }
            Buttons {
                if isSent {
                    Submit(t(T.common.save))
                } else {
                    Submit(t(T.contests.send), name: "send", value: "yes")
                    Submit(t(T.contests.saveDraft), .quiet)
                }
            }
        }
    }

    @HTMLBuilder private func files(_ contest: Contest, _ kinds: Set<ContestFileKind>, _ form: FilledForm, _ held: CarriedFiles) -> some HTML {
        if !held.names.isEmpty { HTML::p { t(T.contests.held(names: .text(held.names.joined(separator: ", ")))) } }
        Field(
            t(T.contests.files), name: "files", hint: t(hint(contest, kinds)), error: form.fault("files"), optional: t(T.common.optional), width: .medium,
            .multiple()
        ).file(accept: [kinds.contains(.picture) ? ".jpg,.jpeg,.png,.webp" : nil, kinds.contains(.pdf) ? ".pdf" : nil].compactMap(\.self).joined(separator: ","))
        if kinds.contains(.picture) { form.field(T.contests.alt, "alt", .full, hint: T.contests.altHint, isOptional: true).text() }
    }

    private func hint(_ contest: Contest, _ kinds: Set<ContestFileKind>) -> Phrase {
        let most = Value.number((contest.categories.compactMap(\.draft.mostBytes).min() ?? FileIntake.most) >> 20)
        guard let pixels = contest.categories.compactMap(\.draft.leastPixels).max(), kinds.contains(.picture) else { return T.contests.filesHint(most: most) }
        return T.contests.filesHintPixels(most: most, pixels: .number(pixels))
    }

    // MARK: One that is there

    func show(_ sight: WorkFormSight, _ brought: [BroughtPart], _ form: FilledForm, held: CarriedFiles) -> Screen {
        let contest = sight.contest, title = sight.work?.title ?? ""
        return Screen(title.isEmpty ? t(T.contests.work) : t.run(title, contest.language).text, trail: trail(contest), isIndexed: false) {
            FormFaults(form)
            if let work = sight.work { one(work, sight, brought, form, held) }
        }
    }

    @HTMLBuilder private func one(
        _ work: ContestWork, _ sight: WorkFormSight, _ brought: [BroughtPart], _ form: FilledForm, _ held: CarriedFiles
    ) -> some HTML {
        let contest = sight.contest, base = reader.link("/me/works/\(work.id)"), isInTime = contest.isInTime(reader.now)
        let mayWrite = contest.state == .open && (work.state == .draft || (work.state == .sent && isInTime))
        Heading(
            work.title.isEmpty ? Run(t(T.contests.work)) : t.run(work.title, contest.language), kind: Run(t(work.standing)), lead: t.run(contest.name, contest.language))
        Facts {
            FactLine(t(T.contests.code), work.code)
            if let category = contest.category(work.category) { FactLine(t(T.contests.category), t.run(category.name, contest.language)) }
            if let sent = work.sent { FactLine(t(T.contests.sentOn), t.instant(sent, .long)) }
            if let start = work.starts { FactLine(t(T.contests.begins), t.instant(start, .long)) }
            if let day = work.lentFrom { FactLine(t(T.contests.received), t.day(day)) }
            if let day = work.returned { FactLine(t(T.contests.givenBack), t.day(day)) }
            if !work.reason.isEmpty { FactLine(t(T.contests.reason), t.run(work.reason)) }
        }
        if work.forgotten != nil { Notice(.neutral) { HTML::p { t(T.contests.forgottenText) } } }
        if work.state == .sent, work.isLate, work.admitted == nil { Notice(.waiting) { HTML::p { t(T.contests.lateWaits) } } }
        if work.isRefused { Notice(.bad) { HTML::p { t(T.contests.refusedText) } } }
        ForEach(brought) { part in
            if let title = part.title { h2 { t(title) } }
            part.body
        }
        if work.state == .draft {
            let missing = WorkRules.missing(work, in: contest)
            if !missing.isEmpty { Notice(.waiting, t(T.contests.stillMissing)) { ul { ForEach(missing) { one in li { t(one.why) } } } } }
        }
        gallery(work, base, mayRemove: mayWrite && work.state == .draft)
        if mayWrite {
            if work.state == .draft { deadline(contest) }
            fields(sight, form, held, action: base, isSent: work.state == .sent)
        } else { told(work, contest) }
        if work.authors.contains(where: { $0.person == nil && $0.forgotten == nil }), contest.isForPupils, work.state != .withdrawn {
            HTML::p {
                a(.href(reader.link("/me/contests/\(contest.id)"))) { t(T.contests.toConsents) }; ", "
                a(.href(reader.link("/me/contests/\(contest.id)/consents.pdf") + "?work=\(work.id)")) { t(T.contests.consentForms) }
            }
        }
        if work.state == .draft || work.state == .sent, contest.state != .decided, contest.state != .closed {
            HTML::p { a(.href("\(base)/withdraw")) { t(T.contests.withdrawLink) } }
        }
    }

    @HTMLBuilder private func told(_ work: ContestWork, _ contest: Contest) -> some HTML {
        Facts {
            FactLine(t(T.contests.authors), work.authors.map(\.name).filter { !$0.isEmpty }.joined(separator: ", "))
            FactLine(t(T.contests.school), t.run(work.schoolName))
            if !work.alt.isEmpty { FactLine(t(T.contests.alt), t.run(work.alt, contest.language)) }
            if !work.link.isEmpty { FactLine(t(T.contests.link), work.link) }
        }
        if !work.words.isEmpty { HTML::p { t.run(work.words, contest.language) } }
    }

    @HTMLBuilder private func gallery(_ work: ContestWork, _ base: String, mayRemove: Bool) -> some HTML {
        ForEach(work.files) { file in
            if let shown = file.shown {
                if file.kind == .picture { PictureView(shown, reader, sizes: "(min-width: 60rem) 30rem, 100vw", alt: work.alt) }
                PersonLine(Run(file.name), href: reader.link(shown.path), detail: [Run(shown.label(t))]) {
                    if mayRemove {
                        Look::Form(action: "\(base)/files/\(file.id)/remove", hidden: reader.hidden, label: "\(t(T.common.remove)): \(file.name)") {
                            Submit(t(T.common.remove), .quiet)
                        }
                    }
                }
            }
        }
    }

    func withdraw(_ sight: WorkFormSight, _ form: FilledForm) -> Screen {
        let contest = sight.contest, base = reader.link("/me/works/\(sight.work?.id.value ?? 0)")
        return Screen(t(T.contests.withdrawTitle), trail: trail(contest), isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.contests.withdrawTitle)), lead: sight.work.map { Run($0.code) })
            HTML::p { t(sight.work?.state == .draft ? T.contests.withdrawDraft : T.contests.withdrawText) }
            Look::Form(action: "\(base)/withdraw", hidden: reader.hidden) {
                if sight.work?.state != .draft { form.field(T.contests.reason, "reason", .full, isOptional: true).area(rows: 2) }
                Buttons {
                    Submit(t(T.contests.withdraw), .danger)
                    LinkButton(t(T.contests.keepIt), href: base, .quiet)
                }
            }
        }
    }
}
