import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct BatchViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func plan(_ plan: CertificatePlan, _ batches: [CertificateBatch], _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/events/\(plan.event.id)")
        let trail = [Look.Link(t(T.certificates.title), href: reader.link("/staff/certificates")), Look.Link(t.run(plan.event.title(in: t.language)), href: base)]
        return Screen(t(T.certificates.ofEvent), trail: trail) {
            FormFaults(form, title: T.certificates.notDone)
            Heading(Run(t(T.certificates.ofEvent)), kind: t.run(plan.event.title(in: t.language)))
            if let obstacle = plan.obstacle { Notice(.waiting) { HTML::p { t(obstacle) } } }
            if !batches.isEmpty {
                h2 { t(T.certificates.batches) }
                ForEach(batches) { batch in line(batch) }
            }
            h2 { t(T.certificates.toPrepare(count: plan.lines.count)) }
            if plan.lines.isEmpty { HTML::p { t(T.certificates.nobodyToPrepare) } } else {
                lines(plan)
                if plan.obstacle == nil { ButtonForm(t(T.certificates.prepare), action: base + "/certificates", hidden: reader.hidden) }
            }
            if plan.obstacle == nil, batches.allSatisfy(\.isSigned) { add(base + "/certificates/add", form) }
            if !plan.refusals.isEmpty {
                h2 { t(T.certificates.refusals) }
                DataTable(t(T.certificates.refusals), rows: plan.refusals, columns: [
                    Column(t(T.certificates.name), .name) { refusal in refusal.name.isEmpty ? "—" : refusal.name },
                    Column(t(T.certificates.reason)) { refusal in t(refusal.reason) },
                ], isCaptionHidden: true)
            }
        }
    }

    /// - Parameter title: what was held, where lines of several events stand together.
    func line(_ batch: CertificateBatch, title: Run? = nil) -> some HTML {
        let when = batch.signed.map { t(T.certificates.signedAt(when: .instant($0))) } ?? t(T.certificates.preparedAt(when: .instant(batch.prepared)))
        return PersonLine(
            title ?? Run(when), href: reader.link("/staff/batches/\(batch.id)"), detail: title == nil ? [] : [Run(when)],
            state: batch.isSigned ? Chip(.good, t(T.certificates.batchSigned)) : Chip(.waiting, t(T.certificates.batchWaits)))
    }

    private func lines(_ plan: CertificatePlan) -> some HTML {
        let draft = reader.link("/staff/events/\(plan.event.id)/certificates/draft.pdf?line=")
        return DataTable(t(T.certificates.toPrepare(count: plan.lines.count)), rows: Array(plan.lines.enumerated()), columns: [
            Column(t(T.certificates.name), .name) { line in line.element.name },
            Column(t(T.certificates.kind)) { line in t(line.element.kind.name) },
            Column(t(T.certificates.part)) { line in t(line.element.part.name) },
            Column(t(T.certificates.points), .number) { line in line.element.kind == .certificate ? t.number(plan.event.plan.points) : "" },
            Column(t(T.certificates.draft), .act) { line in
                a(.href("\(draft)\(line.offset + 1)"), .aria("label", "\(t(T.certificates.draft)): \(line.element.name)")) { t(T.certificates.draft) }
            },
        ], isCaptionHidden: true)
    }

    /// - Parameter signature: what is told of the electronic signature in the files; nothing where none is made.
    func show(_ desk: BatchDesk, signature: [Phrase], _ form: FilledForm) -> Screen {
        let title = desk.event.map { t.run($0.title(in: t.language)) } ?? Run(t(T.certificates.batch))
        return Screen(t(T.certificates.batch), trail: trail(desk)) {
            FormFaults(form, title: T.certificates.notDone)
            Heading(Run(t(desk.batch.isSigned ? T.certificates.batchDone : T.certificates.batch)), kind: title, lead: Run(lead(desk)))
            if desk.batch.isSigned { files(desk, signature) }
            UnwrittenNotice(desk.others, because: T.certificates.tellOtherwise(count: desk.others.count), reader)
            table(desk)
            if !desk.batch.isSigned {
                sign(desk, form)
                if desk.event != nil { add(reader.link("/staff/batches/\(desk.batch.id)/add"), form) }
            }
        }
    }

    private func trail(_ desk: BatchDesk) -> [Look.Link] {
        let own = Look.Link(t(T.certificates.title), href: reader.link("/staff/certificates"))
        guard let event = desk.event else { return [own] }
        return [own, Look.Link(t(T.certificates.ofEvent), href: reader.link("/staff/events/\(event.id)/certificates"))]
    }

    private func lead(_ desk: BatchDesk) -> String {
        if let signed = desk.batch.signed { return t(T.certificates.batchSignedBy(who: .text(desk.signer), when: .instant(signed))) }
        return t(T.certificates.batchLead(count: desk.certificates.count))
    }

    /// The files of a signed batch: on the way, or ready to be taken.
    @HTMLBuilder
    private func files(_ desk: BatchDesk, _ signature: [Phrase]) -> some HTML {
        let base = reader.link("/staff/batches/\(desk.batch.id)")
        switch desk.batch.document {
        case .none:
            Notice(.info, t(T.certificates.notSet)) { ButtonForm(t(T.certificates.setAgain), .quiet, action: base + "/set", hidden: reader.hidden) }
        case .waiting:
            let progress = t(T.certificates.setting(done: .number(desk.batch.done), all: .number(desk.certificates.count)))
            Notice(.info, isNews: true) {
                HTML::p(.data("refresh", "3")) { progress }
                Meter(progress, value: desk.batch.done, of: max(1, desk.certificates.count))
                HTML::p { a(.href(base)) { t(T.certificates.look) } }
            }
        case .failed:
            Notice(.bad, t(T.certificates.notSet)) {
                HTML::p { t(CertificateFault.phrase(desk.batch.fault)) }
                ButtonForm(t(T.certificates.setAgain), .quiet, action: base + "/set", hidden: reader.hidden)
            }
        case .ready:
            Buttons {
                LinkButton(t(T.certificates.onePDF), href: base + "/certificates.pdf", icon: .print)
                LinkButton(t(T.certificates.zip), href: base + "/certificates.zip", .quiet, icon: .download)
            }
            if !signature.isEmpty { HTML::p { signature.map { t($0) }.joined(separator: " ") } }
        }
    }

    private func table(_ desk: BatchDesk) -> some HTML {
        DataTable(t(T.certificates.documents), rows: desk.certificates, columns: [
            Column(t(T.certificates.number)) { certificate in certificate.label },
            Column(t(T.certificates.name), .name) { certificate in
                a(.href(reader.link("/staff/certificates/\(certificate.id)")), .lang(certificate.facts?.writtenIn.htmlLang)) { certificate.name }
            },
            Column(t(T.certificates.kind)) { certificate in "\(t(certificate.kind.name)), \(t(certificate.part.name))" },
            Column(t(T.certificates.hours), .number) { certificate in certificate.hours > 0 ? t.number(certificate.hours) : "" },
            Column(t(T.certificates.points), .number) { certificate in certificate.points > 0 ? t.number(certificate.points) : "" },
            Column(t(T.common.state)) { certificate in Chip(certificate.state.tone, t(certificate.state.name)) },
        ])
    }

    @HTMLBuilder
    private func sign(_ desk: BatchDesk, _ form: FilledForm) -> some HTML {
        h2 { t(T.certificates.signTitle) }
        if let right = desk.right {
            HTML::p { t(right == .director ? T.certificates.signText : T.certificates.signDeputyText) }
            Form(action: reader.link("/staff/batches/\(desk.batch.id)/sign"), hidden: reader.hidden) {
                FactorField(form, isDemonstration: desk.isDemonstration)
                if desk.reachable > 0 {
                    Field(
                        t(T.certificates.mailThem(count: desk.reachable)), name: "mailed",
                        hint: t(desk.wanting > 0 ? T.certificates.mailThemHint(count: desk.wanting) : T.certificates.mailThemNone), optional: ""
                    ).check(isOn: form.typed.has("mailed"))
                }
                Buttons { Submit(t(T.certificates.sign(count: desk.certificates.count))) }
            }
        } else {
            Notice(.waiting) { HTML::p { t(T.certificates.waitsForDirector) } }
        }
    }

    /// Somebody whom attendance does not know. It is open when it comes back.
    private func add(_ action: String, _ form: FilledForm) -> some HTML {
        let parts = CertificatePart.allCases.filter { $0 != .participant } + [.participant]
        return Disclosure(t(T.certificates.addTitle), isOpen: form.typed.has("part")) {
            Form(action: action, hidden: reader.hidden) {
                form.field(T.certificates.name, "name", hint: T.certificates.nameHint).text()
                form.field(T.common.email, "email", hint: T.certificates.emailHint, isOptional: true).email()
                form.field(T.certificates.part, "part").select(parts.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.certificates.kind, "kind").select([CertificateKind.confirmation, .thanks].map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.certificates.hours, "hours", .short, isOptional: true).number()
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }
}

extension CertificateState {
    var tone: Tone {
        switch self {
        case .prepared: .waiting
        case .valid: .good
        case .void, .replaced: .bad
        }
    }
}
