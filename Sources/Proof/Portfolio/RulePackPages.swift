import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Rule packs, for whoever keeps the installation.
enum RulePackPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let packs = try await visit.read { try RulePackStore.written(in: $0).map { ($0, try RulePack(text: $0.text)) } }
        return visit.page(RulePackViews(reader: visit.reader).list(packs))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let like = visit.query["like"]
        let text = try await visit.read { try RulePackStore.written(in: $0).first { $0.name == like }?.text ?? "" }
        return visit.page(RulePackViews(reader: visit.reader).form(nil, visit.form(Typed(["text": text]))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer { try await set(visit, nil) }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let pack = try await pack(visit)
        return visit.page(RulePackViews(reader: visit.reader).form(pack.name, visit.form(Typed(["text": pack.text]))))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer { try await set(visit, pack(visit).name) }

    private static func set(_ visit: Visit, _ name: String?) async throws -> Answer {
        try await visit.submit {
            let text = visit.typed.lines("text")
            var faults = Faults()
            faults.limit(text, "text", most: longest)
            try faults.check()
            return try await visit.act { act in
                try RulePackStore.set(text + "\n", for: name, in: act)
                return Redirect(visit.link("/settings/rules"), T.common.saved)
            }
        } again: { RulePackViews(reader: visit.reader).form(name, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let name = try await pack(visit).name
        return try await visit.submit {
            try await visit.act { act in
                try RulePackStore.remove(name, in: act)
                return Redirect(visit.link("/settings/rules"), T.portfolio.saidRemoved)
            }
        } again: { form in
            RulePackViews(reader: visit.reader).form(name, visit.form(Typed(["text": try await pack(visit).text]), form.problem))
        }
    }

    private static func pack(_ visit: Visit) async throws -> RulePackStore.Written {
        let name = visit.parameters["pack"] ?? ""
        return try await visit.read { try RulePackStore.written(name, in: $0) }
    }

    static let longest = 20_000
}

struct RulePackViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ packs: [(written: RulePackStore.Written, pack: RulePack)]) -> Screen {
        Screen(t(T.portfolio.packs), trail: reader.settingsTrail) {
            Heading(t(T.portfolio.packs), lead: t(T.portfolio.packsLead))
            DataTable(t(T.portfolio.packs), rows: packs, columns: [
                Column(t(T.portfolio.packName), .name) { one in a(.href(reader.link("/settings/rules/\(one.written.name)"))) { one.written.name } },
                Column(t(T.portfolio.packTitle)) { one in t.run(one.pack.title.wording(in: t.language)) },
                Column(t(T.portfolio.packDays)) { one in
                    one.pack.until.map { t.days(one.pack.from...max(one.pack.from, $0)) } ?? t(T.portfolio.packSince(day: .day(one.pack.from)))
                },
                Column(t(T.portfolio.certainty)) { one in
                    let unsure = one.pack.certainties.count { $0 == .unconfirmed }
                    Chip(unsure == 0 ? .good : .waiting, unsure == 0 ? t(T.portfolio.sourced) : t(T.portfolio.unsureCount(count: unsure)))
                },
            ], isCaptionHidden: true)
            Buttons { LinkButton(t(T.portfolio.packNew), href: reader.link("/settings/rules/new")) }
        }
    }

    func form(_ name: String?, _ form: FilledForm) -> Screen {
        Screen(name ?? t(T.portfolio.packNew), trail: reader.settingsTrail + [Look.Link(t(T.portfolio.packs), href: reader.link("/settings/rules"))]) {
            FormFaults(form)
            Heading(name ?? t(T.portfolio.packNew), kind: t(T.portfolio.pack))
            Form(action: reader.link(name.map { "/settings/rules/\($0)" } ?? "/settings/rules/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.portfolio.packText, "text", .full, hint: T.portfolio.packHint, most: RulePackPages.longest).area(rows: 30)
                Buttons { Submit(t(T.common.save)) }
            }
            if let name {
                Buttons {
                    LinkButton(t(T.portfolio.packLike), href: reader.link("/settings/rules/new?like=\(name)"), .quiet)
                    ButtonForm(t(T.common.remove), .danger, action: reader.link("/settings/rules/\(name)/remove"), hidden: reader.hidden)
                }
            }
        }
    }
}
