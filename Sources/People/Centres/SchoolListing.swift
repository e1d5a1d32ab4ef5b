import Forms
import Languages

/// What the filter above the list says.
struct SchoolListing {
    enum Place: String { case ours, all, closed }

    let text: String
    let kind: School.Kind?
    let place: Place
    let filter: SchoolStore.Filter
    let ownsTerritory: Bool

    init(_ query: Typed, at centre: Centre.ID, ownsTerritory: Bool) {
        text = query["q"]
        kind = School.Kind(rawValue: query["kind"])
        place = Place(rawValue: query["where"]) ?? (ownsTerritory ? .ours : .all)
        self.ownsTerritory = ownsTerritory
        filter = SchoolStore.Filter(words: SchoolWords.query(text), kind: kind, territory: place == .ours ? centre : nil, isClosed: place == .closed)
    }
}
