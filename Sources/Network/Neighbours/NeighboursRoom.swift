import Accounts
import Kernel
import Languages
import Look
import Portfolio
import Queues
package import Web

extension Room {
    /// Other installations: what they offer, what they count, and the records that people carry from one to another.
    package static let neighbours = Room("neighbours") { room in
        // Not kept: what is shown depends on the hour, and what comes from neighbours each half hour makes no page of the house another one.
        room.get("/neighbours", .public, example: "/neighbours", NeighbourOfferPages.list)

        room.get("/staff/neighbours", .coordinator, example: "/staff/neighbours", NeighbourPages.list)
        room.get("/staff/neighbours/new", .administrator, example: "/staff/neighbours/new", NeighbourPages.new)
        room.post("/staff/neighbours/new", .administrator, NeighbourPages.add)
        room.get("/staff/neighbours/figures", .coordinator, example: "/staff/neighbours/figures", NeighbourPages.figures)
        room.get("/staff/neighbours/own", .coordinator, example: "/staff/neighbours/own", OwnFeedPages.show)
        room.post("/staff/neighbours/own/share", .administrator, OwnFeedPages.share)
        room.get("/staff/neighbours/own/roll", .administrator, example: "/staff/neighbours/own/roll", OwnFeedPages.askRoll)
        room.post("/staff/neighbours/own/roll", .administrator, OwnFeedPages.roll)
        room.post("/staff/neighbours/own/keys/:key/revoke", .administrator, OwnFeedPages.revoke)
        room.get("/staff/neighbours/:neighbour", .coordinator, example: "/staff/neighbours/1", NeighbourPages.show)
        room.post("/staff/neighbours/:neighbour/ask", .coordinator, NeighbourPages.ask)
        room.post("/staff/neighbours/:neighbour/trust", .administrator, NeighbourPages.trust)
        room.post("/staff/neighbours/:neighbour/pause", .administrator, NeighbourPages.pause)
        room.post("/staff/neighbours/:neighbour/resume", .administrator, NeighbourPages.resume)
        room.get("/staff/neighbours/:neighbour/remove", .administrator, example: "/staff/neighbours/1/remove", NeighbourPages.askRemove)
        room.post("/staff/neighbours/:neighbour/remove", .administrator, NeighbourPages.remove)

        room.get("/me/record", .person, example: "/me/record", MyRecordPages.show)
        room.post("/me/record/take", .person, MyRecordPages.take)
        room.post("/me/record/bring", .person, takes: .files, MyRecordPages.bring)
        room.post("/me/record/:record/remove", .person, MyRecordPages.remove)

        room.menu(.staff, T.neighbours.title, "/staff/neighbours", .people, in: .office, at: 84)
        room.menu(.foot, T.neighbours.offers, "/neighbours", at: 7)
        for kind in RecordLetters.kinds { room.bring(kind) }
        room.bring(RecordDoor(T.neighbours.recordDoor, "/me/record"))
        room.bring(PersonColumn("brought_record", mayStay: true))
        room.bring(PersonColumn("neighbour", "added_by"))
        room.answer(HeldAsked.self) { try NeighbourKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try NeighbourKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try NeighbourKeepingStore.forget($0.person, in: $1) }
        room.job("neighbours.pull") { job, installation in try await NeighbourPull.pull(job.decoded(), installation) }
        room.job("neighbours.publish") { _, installation in try await FeedStore.publish(installation.records, seal: installation.seal) }
        room.each(minutes: 5, "neighbours.look", at: NeighbourPull.look)
        room.each(minutes: 15, "neighbours.issue", at: { try await FeedStore.publish($0.records, seal: $0.seal) })
        room.nightly("neighbours.forget") { try NeighbourOfferStore.forgetOld(in: $0) }
        room.index(NeighbourOfferStore.reindex)
        room.today(NeighbourSharedPages.today)
        room.me(NeighbourSharedPages.mine)
    }
}
