import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Planning
import Schools
import Web

/// What of informers stands on pages that rooms share.
enum InformerSharedPages {
    /// So many days before a month begins its informer is spoken of.
    private static let ahead = 7
    private static let most = 6

    /// The next month has no informer yet, or a published one has gone to nobody; schools that never answered.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let informers = try InformerStore.all(of: asked.centre.id, in: act)
        // A centre that makes none is not told each month that it should.
        guard !informers.isEmpty else { return TodayPart() }
        var part = TodayPart()
        let soon = OfferMonth(asked.today.adding(days: ahead)), due = soon.days.lowerBound
        let next = informers.first { $0.month == soon }
        if next == nil || next?.edition == 0 {
            part.lines.append(.init(
                .waiting, due, Run(soon.name(asked.t)), T.informer.todayMake, T.common.show, path: next?.deskPath ?? "/staff/informers"))
        }
        if let published = informers.first(where: { $0.state == .published }), try InformerSendingStore.sendings(of: published.id, in: act).isEmpty,
            try !InformerSendingStore.readers(at: asked.centre.id, in: act).isEmpty {
            part.lines.append(.init(
                .waiting, asked.today, Run(published.month.name(asked.t)), T.informer.todaySend, T.common.show, path: "\(published.deskPath)/schools"))
        }
        return part
    }

    /// On the page about the centre: the way to its book of information, once there is one.
    @Sendable static func about(_ asked: AboutAsked, in act: Act) throws -> [PagePart]? {
        guard try !InformationBookStore.chapters(of: asked.centre, in: act).isEmpty else { return nil }
        return [PagePart(T.informer.book) { reader in
            HTML::p { reader.t(T.informer.bookLead) }
            HTML::p { a(.href(reader.link("/information-book"))) { reader.t(T.informer.book) } }
        }]
    }

    /// What waits to be passed on to a staff room.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let sendings = try InformerSendingStore.sendings(to: asked.person, at: asked.centre.id, limit: most, in: act)
        guard sendings.contains(where: { $0.passed == nil }) else { return MePart() }
        let lines = sendings.filter { $0.passed == nil }.map { (sending: $0, path: $0.path(asked.seal)) }
        return MePart((40, PagePart(T.informer.mine) { reader in InformerSchoolViews(reader: reader).mine(lines) }))
    }

    /// On the page of a school: the last informers, and whether they were passed on.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let sendings = try InformerSendingStore.sendings(of: asked.school.id, at: asked.centre, limit: most, in: act)
        guard !sendings.isEmpty else { return nil }
        return SchoolPagePart(at: 34, PagePart(T.informer.titles) { reader in
            ForEach(sendings) { sending in
                PersonLine(
                    Run(sending.month.name(reader.t)), href: reader.link("/informers/\(sending.informer)"),
                    detail: [Run(sending.passed.map { reader.t(T.informer.passedAt(at: .instant($0))) } ?? reader.t(T.informer.stateWaits))])
            }
        })
    }
}
