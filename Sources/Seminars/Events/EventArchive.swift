package import Kernel

/// What a centre has held, as its archive is laid out: how much in each year, and of each form in it.
package struct EventArchive: Sendable {
    /// Events of one form that began in one calendar year.
    package struct Shelf: Sendable, Hashable {
        package let year: Int
        package let form: EventForm.ID
        package let count: Int
    }

    package let shelves: [Shelf]
    package let forms: [EventForm.ID: EventForm]

    /// The newest first.
    package var years: [(year: Int, count: Int)] {
        Dictionary(grouping: shelves, by: \.year).map { ($0.key, $0.value.reduce(0) { $0 + $1.count }) }.sorted { $0.0 > $1.0 }
    }

    /// What was held in a year, the most frequent form first.
    package func forms(in year: Int) -> [(form: EventForm, count: Int)] {
        shelves.filter { $0.year == year }.sorted { ($1.count, $0.form) < ($0.count, $1.form) }.compactMap { shelf in forms[shelf.form].map { ($0, shelf.count) } }
    }
}
