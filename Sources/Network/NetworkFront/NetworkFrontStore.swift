import Centres
import Events
import Forms
import Kernel
import Languages
import Storage

/// Reads for the front of the network: a fixed number of queries, however many centres there are.
enum NetworkFrontStore {
    static func sight(_ filter: NetworkFilter, _ alphabet: Alphabet, in act: Act) throws -> NetworkSight {
        let centres = try CentreStore.all(in: act)
        let inside = try EventFormStore.all(in: act).values.filter(\.isInternal).map(\.id)
        let entries = try act.db.rows("""
            SELECT e.id, e.centre, e.starts, coalesce(e.municipality, c.municipality) AS town FROM event e JOIN centre c ON c.id = e.centre
            WHERE e.state IN ('announced', 'confirmed') AND e.ends >= \(act.now) AND e.form NOT IN \(list: inside) ORDER BY e.starts, e.id
            """).map { row in NetworkEntry(event: try row["id"], centre: try row["centre"], town: try row["town"], starts: try row["starts"]) }
        let towns = Dictionary(
            try Set(centres.map(\.country)).flatMap { try MunicipalityStore.all(alphabet, country: $0, in: act) }.map { ($0.id, $0) }) { first, _ in first }
        let listing = NetworkListing(entries, filter, towns: towns), paging = Paging(filter.page, count: listing.found.count)
        let shown = Array(listing.found.dropFirst(paging.offset).prefix(Paging.size)).map(\.event)
        let partners: [Event.ID: [Centre.ID]] = try act.db.rows("SELECT event, centre FROM joint_event WHERE state = 'agreed' AND event IN \(list: shown)")
            .reduce(into: [:]) { $0[try $1["event"], default: []].append(try $1["centre"]) }
        return NetworkSight(
            filter: filter, centres: centres, towns: towns, counts: entries.reduce(into: [:]) { $0[$1.centre, default: 0] += 1 }, listing: listing,
            events: try EventStore.listed(inOrder: shown, in: act), paging: paging, partners: partners)
    }
}
