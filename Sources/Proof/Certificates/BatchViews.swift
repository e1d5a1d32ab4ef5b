import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

enum BatchViews {
    static func plan(_ visit: Visit, _ plan: CertificatePlan, _ batches: [CertificateBatch], _ problem: Problem?) -> Answer {
        let t = visit.t
        let base = visit.link("/staff/events/\(plan.event.id)")
        let title = plan.event.title(in: t.language)
        let trail = [Look.Link(t(T.certificates.title), href: visit.link("/staff/certificates")), Look.Link(title.text, href: base)]
        return visit.page(t(T.certificates.ofEvent), trail: trail, status: problem == nil ? 200 : 422) {
            Heading(t(T.certificates.ofEvent), kind: title.text)
            Trouble(problem, t(T.certificates.notDone), t)
            if let obstacle = plan.obstacle { Notice(.waiting) { HTML::p { t(obstacle) } } }
            if !batches.isEmpty {
                h2 { t(T.certificates.batches) }
                ForEach(batches) { batch in line(batch, visit) }
            }
            h2 { t(T.certificates.toPrepare(count: plan.lines.count)) }
            if plan.lines.isEmpty { HTML::p { t(T.certificates.nobodyToPrepare) } } else {
                DataTable(t(T.certificates.toPrepare(count: plan.lines.count)), rows: plan.lines, columns: [
                    Column(t(T.certificates.name), .name) { line in line.name },
                    Column(t(T.certificates.kind)) { line in t(line.kind.name) },
                    Column(t(T.certificates.part)) { line in t(line.part.name) },
                    Column(t(T.certificates.points), .number) { line in line.kind == .certificate ? t.number(plan.event.plan.points) : "" },
                ], isCaptionHidden: true)
                if plan.obstacle == nil { ButtonForm(t(T.certificates.prepare), action: base + "/certificates", hidden: visit.hidden) }
            }
            if plan.obstacle == nil, batches.allSatisfy(\.isSigned) { add(visit, base + "/certificates/add", visit.typed, problem) }
            if !plan.refusals.isEmpty {
                h2 { t(T.certificates.refusals) }
                DataTable(t(T.certificates.refusals), rows: plan.refusals, columns: [
                    Column(t(T.certificates.name), .name) { refusal in refusal.name.isEmpty ? "—" : refusal.name },
                    Column(t(T.certificates.reason)) { refusal in t(refusal.reason) },
                ], isCaptionHidden: true)
            }
        }
    }

    static func line(_ batch: CertificateBatch, _ visit: Visit, title: String? = nil) -> some HTML {
        let t = visit.t
        let when = batch.signed.map { t(T.certificates.signedAt(when: .instant($0))) } ?? t(T.certificates.preparedAt(when: .instant(batch.prepared)))
        return PersonLine(
            title ?? when, href: visit.link("/staff/batches/\(batch.id)"), detail: title == nil ? nil : when,
            state: batch.isSigned ? Chip(.good, t(T.certificates.batchSigned)) : Chip(.waiting, t(T.certificates.batchWaits)))
    }

    static func show(_ visit: Visit, _ desk: BatchDesk, _ typed: Typed, _ problem: Problem?) -> Answer {
        let t = visit.t
        let title = desk.event?.title(in: t.language).text ?? t(T.certificates.batch)
        return visit.page(t(T.certificates.batch), trail: trail(visit, desk), status: problem == nil ? 200 : 422) {
            Heading(t(desk.batch.isSigned ? T.certificates.batchDone : T.certificates.batch), kind: title, lead: lead(desk, t))
            Trouble(problem, t(T.certificates.notDone), t)
            if desk.batch.isSigned { BatchFiles(desk, visit) }
            table(visit, desk)
            if !desk.batch.isSigned {
                sign(visit, desk, problem)
                if desk.event != nil { add(visit, visit.link("/staff/batches/\(desk.batch.id)/add"), typed, problem) }
            }
        }
    }

    private static func trail(_ visit: Visit, _ desk: BatchDesk) -> [Look.Link] {
        let t = visit.t
        let own = Look.Link(t(T.certificates.title), href: visit.link("/staff/certificates"))
        guard let event = desk.event else { return [own] }
        return [own, Look.Link(t(T.certificates.ofEvent), href: visit.link("/staff/events/\(event.id)/certificates"))]
    }

    private static func lead(_ desk: BatchDesk, _ t: Texts) -> String {
        if let signed = desk.batch.signed { return t(T.certificates.batchSignedBy(who: .text(desk.signer), when: .instant(signed))) }
        return t(T.certificates.batchLead(count: desk.certificates.count))
    }

    private static func table(_ visit: Visit, _ desk: BatchDesk) -> some HTML {
        let t = visit.t
        return DataTable(t(T.certificates.documents), rows: desk.certificates, columns: [
            Column(t(T.certificates.number)) { certificate in certificate.label },
            Column(t(T.certificates.name), .name) { certificate in
                a(.href(visit.link("/staff/certificates/\(certificate.id)")), .lang(certificate.facts?.writtenIn.htmlLang)) { certificate.name }
            },
            Column(t(T.certificates.kind)) { certificate in "\(t(certificate.kind.name)), \(t(certificate.part.name))" },
            Column(t(T.certificates.hours), .number) { certificate in certificate.hours > 0 ? t.number(certificate.hours) : "" },
            Column(t(T.certificates.points), .number) { certificate in certificate.points > 0 ? t.number(certificate.points) : "" },
            Column(t(T.common.state)) { certificate in Chip(certificate.state.tone, t(certificate.state.name)) },
        ])
    }

    @HTMLBuilder
    private static func sign(_ visit: Visit, _ desk: BatchDesk, _ problem: Problem?) -> some HTML {
        let t = visit.t
        h2 { t(T.certificates.signTitle) }
        if let right = desk.right {
            HTML::p { t(right == .director ? T.certificates.signText : T.certificates.signDeputyText) }
            Form(action: visit.link("/staff/batches/\(desk.batch.id)/sign"), hidden: visit.hidden) {
                FactorField(visit, isDemonstration: desk.isDemonstration, problem)
                Field(t(T.certificates.mailThem(count: desk.reachable)), name: "mailed", hint: t(desk.wanting > 0 ? T.certificates.mailThemHint(count: desk.wanting) : T.certificates.mailThemNone), optional: "")
                    .check(isOn: problem != nil && visit.typed.has("mailed"))
                Buttons { Submit(t(T.certificates.sign(count: desk.certificates.count))) }
            }
        } else {
            Notice(.waiting) { HTML::p { t(T.certificates.waitsForDirector) } }
        }
    }

    private static func add(_ visit: Visit, _ action: String, _ typed: Typed, _ problem: Problem?) -> some HTML {
        let t = visit.t
        return Disclosure(t(T.certificates.addTitle), isOpen: !typed["name"].isEmpty || problem?.fault(at: "name") != nil) {
            Form(action: action, hidden: visit.hidden) {
                Field(t(T.certificates.name), name: "name", value: typed["name"], hint: t(T.certificates.nameHint), error: visit.mistake("name", problem)).text()
                Field(t(T.common.email), name: "email", value: typed["email"], hint: t(T.certificates.emailHint), error: visit.mistake("email", problem), optional: t(T.common.optional)).email()
                Field(t(T.certificates.part), name: "part", value: typed["part"], error: visit.mistake("part", problem))
                    .select((CertificatePart.allCases.filter { $0 != .participant } + [.participant]).map { Field.Choice($0.rawValue, t($0.name)) })
                Field(t(T.certificates.kind), name: "kind", value: typed["kind"], error: visit.mistake("kind", problem))
                    .select([CertificateKind.confirmation, .thanks].map { Field.Choice($0.rawValue, t($0.name)) })
                Field(t(T.certificates.hours), name: "hours", value: typed["hours"], error: visit.mistake("hours", problem), optional: t(T.common.optional), width: .short).number()
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }
}

/// What could not be done, on top of the page on which it was tried.
struct Trouble: View {
    let problem: Problem?
    let title: String
    let t: Texts

    init(_ problem: Problem?, _ title: String, _ t: Texts) {
        (self.problem, self.title, self.t) = (problem, title, t)
    }

    var body: some HTML {
        if let problem {
            Notice(.bad, title, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
        }
    }
}

/// The files of a signed batch: on the way, or ready to be taken.
struct BatchFiles: View {
    let desk: BatchDesk
    let visit: Visit

    init(_ desk: BatchDesk, _ visit: Visit) {
        (self.desk, self.visit) = (desk, visit)
    }

    var body: some HTML {
        let t = visit.t
        let base = visit.link("/staff/batches/\(desk.batch.id)")
        switch desk.batch.document {
        case .none, .waiting:
            Notice(.info, isNews: true) {
                HTML::p(.data("refresh", "3")) { t(T.certificates.setting(done: .number(desk.batch.done), all: .number(desk.certificates.count))) }
                Meter(t(T.certificates.setting(done: .number(desk.batch.done), all: .number(desk.certificates.count))), value: desk.batch.done, of: max(1, desk.certificates.count))
                HTML::p { a(.href(base)) { t(T.certificates.look) } }
            }
        case .failed:
            Notice(.bad, t(T.certificates.notSet)) {
                HTML::p { t(CertificateFault.phrase(desk.batch.fault)) }
                ButtonForm(t(T.certificates.setAgain), .quiet, action: base + "/set", hidden: visit.hidden)
            }
        case .ready:
            Buttons {
                LinkButton(t(T.certificates.onePDF), href: base + "/certificates.pdf", icon: .print)
                LinkButton(t(T.certificates.zip), href: base + "/certificates.zip", .quiet, icon: .download)
            }
            if visit.signer != nil { HTML::p { CertificatePress.words(visit.signer).map { t($0) }.joined(separator: " ") } }
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
