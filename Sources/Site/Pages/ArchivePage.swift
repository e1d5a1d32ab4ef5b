import Centres
import Delivery
import Events
import Forms
import Kernel
import Languages
import Materials
import Web

/// What a centre has held, year by year: with the photos, the papers and the conclusions that everybody may see.
enum ArchivePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, query, today) = (visit.centre.id, visit.query, visit.today)
        let asked = try await visit.read { act -> AskedArchive in
            let archive = try EventArchiveStore.archive(of: id, in: act)
            let year = query.number("year", in: 1...9_999) ?? archive.years.first?.year ?? today.civil.year
            let form = EventForm.ID(query["form"]).flatMap { id in archive.forms(in: year).first { $0.form.id == id } }?.form
            let count = form.map { form in archive.shelves.first { $0.year == year && $0.form == form.id }?.count ?? 0 }
                ?? archive.years.first { $0.year == year }?.count ?? 0
            let paging = Paging(query.page, count: count)
            let ids = try EventArchiveStore.events(year, of: form?.id, at: id, limit: Paging.size, offset: paging.offset, in: act)
            let events = try EventStore.listed(inOrder: ids, in: act)
            // What is agreed after an evaluation is the centre's own affair; what a round table concludes is for everybody.
            let conclusions = try ConclusionStore.all(of: events.filter { $0.form.has(.conclusions) }.map(\.id), in: act)
            return AskedArchive(
                archive: archive, year: year, form: form, paging: paging, events: events, materials: try MaterialStore.everybodys(of: ids, in: act),
                conclusions: conclusions)
        }
        return visit.page(ArchiveViews(reader: visit.reader).page(asked))
    }
}

/// One year of an archive, as somebody asked for it.
struct AskedArchive: Sendable {
    let archive: EventArchive
    let year: Int
    /// Nil for all forms.
    let form: EventForm?
    let paging: Paging
    let events: [ListedEvent]
    let materials: [Event.ID: [Material]]
    let conclusions: [Event.ID: [Conclusion]]
}
