import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What neighbours bring to pages that rooms share.
enum NeighbourSharedPages {
    /// Neighbours at which somebody should look: a key that is lost or another, and who has not been heard of for days.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let t = asked.t
        return TodayPart(warnings: try NeighbourStore.all(in: act).filter { $0.needsHand(at: act.now) }.map { one in
            let name = Value.title(one.name(in: t.language).text)
            let what = one.state == .revoked ? T.neighbours.todayRevoked(name: name)
                : one.fault?.isOfTrust == true ? T.neighbours.todayRefused(name: name) : T.neighbours.todayQuiet(name: name)
            return .init(one.state == .revoked || one.fault?.isOfTrust == true ? .bad : .waiting, what, path: one.path)
        })
    }

    /// What somebody brought along.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let records = try BroughtRecordStore.own(in: act), zone = asked.centre.zone
        guard !records.isEmpty, act.by.person == asked.person else { return MePart() }
        return MePart((74, PagePart(T.neighbours.brought) { reader in
            let t = reader.t
            ForEach(records) { record in
                PersonLine(
                    t.run(record.name), href: reader.link("/me/record"),
                    detail: [Run(t(T.neighbours.broughtOn(day: .day(zone.day(of: record.brought)), host: .text(record.host))))], state: MyRecordViews.chip(record, t))
            }
        }))
    }
}
