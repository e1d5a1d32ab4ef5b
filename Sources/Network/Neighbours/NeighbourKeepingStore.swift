import Accounts
import Kernel
import Languages
import Storage

/// What happens to these rows when something happens to a person, and what is told to somebody who asks what is held.
enum NeighbourKeepingStore {
    /// The account goes, and the record with it; who added a neighbour is no part of that.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let records: [BroughtRecord.ID] = try act.db.rows("SELECT id FROM brought_record WHERE person = \(person)").map { try $0["id"] }
        for id in records { try act.forgetJournal(about: .other("brought_record", id.value)) }
        try act.db.run("DELETE FROM brought_item WHERE record IN \(list: records)")
        try act.db.run("DELETE FROM brought_record WHERE person = \(person)")
        try act.db.run("UPDATE neighbour SET added_by = NULL WHERE added_by = \(person)")
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let records = try BroughtRecordStore.records(of: person, in: act)
        var held = HeldData("brought_record", records.map { record in
            ["from": record.name, "site": record.site, "made": record.made.iso, "brought": record.brought.iso, "standing": record.standing.rawValue]
        })
        held.add("brought_item", records.flatMap { record in
            record.items.map { item in
                ["from": record.name, "title": item.title, "day": item.day.iso, "checked": "\(item.isChecked)", "ended": item.ended?.iso ?? "",
                 "entry": item.entry?.description ?? ""]
            }
        })
        held.add("neighbour", try act.db.rows("SELECT address, added FROM neighbour WHERE added_by = \(person) ORDER BY id").map { row in
            let (address, added): (String, Instant) = (try row["address"], try row["added"])
            return ["address": address, "added": added.iso]
        })
        return held
    }
}
