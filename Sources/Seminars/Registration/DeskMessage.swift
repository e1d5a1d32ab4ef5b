import Accounts
import Catalogue
import Centres
import Events
import Foundation
import Kernel
import Languages

/// What staff write to an event's people, with places for what differs from one to the other.
struct DeskMessage: Sendable {
    let audience: Audience
    /// Those picked by hand, when the message is for some only.
    let chosen: Set<Registration.ID>
    let subject: String
    let text: String

    /// Who gets it.
    enum Audience: String, CaseIterable, Sendable {
        case admitted, waiting, open, chosen

        var name: Phrase {
            switch self {
            case .admitted: T.registration.toAdmitted
            case .waiting: T.registration.toWaiting
            case .open: T.registration.toOpen
            case .chosen: T.registration.toChosen
            }
        }

        /// Those of the desk for whom it is. Who has not confirmed the application may be anybody, and is not written to.
        func rows(of desk: Desk, chosen: Set<Registration.ID> = []) -> [DeskRow] {
            desk.rows.filter { row in
                guard row.registration.hasCounted else { return false }
                let state = row.registration.state
                return switch self {
                case .chosen: chosen.contains(row.registration.id)
                case .admitted: state == .admitted
                case .waiting: state.awaitsSeat
                case .open: state.isOpen
                }
            }
        }
    }

    /// Those with an address to write to.
    func recipients(of desk: Desk) -> [DeskRow] { audience.rows(of: desk, chosen: chosen).filter { $0.email != nil } }

    /// Those without one, who must be told otherwise.
    func others(of desk: Desk) -> [Concerned.Unwritten] {
        audience.rows(of: desk, chosen: chosen).filter { $0.email == nil }.map { Concerned.Unwritten(name: $0.name.full, phone: $0.phone) }
    }

    /// Whether the text says the reader's name itself.
    func greets(_ t: Texts) -> Bool { Language.allCases.contains { text.contains(Place.name.written(t.speaking($0))) } }

    /// What differs from reader to reader. In the text it stands as its name in curly brackets, in any of the languages.
    private enum Place: Int, CaseIterable {
        case name, title, date

        var word: Phrase {
            switch self {
            case .name: T.registration.placeName
            case .title: T.registration.placeTitle
            case .date: T.registration.placeDate
            }
        }

        func written(_ t: Texts) -> String { "{\(t(word))}" }
    }

    /// Says which places there are, by the names that the page's language has for them.
    static func fields(_ t: Texts) -> Phrase {
        func place(_ place: Place) -> Value { .text(place.written(t)) }
        return T.registration.messageFields(name: place(.name), title: place(.title), date: place(.date))
    }

    /// Subject and text for one reader: places filled in, Cyrillic in the reader's script. A name stays as its bearer writes it.
    func filled(for row: DeskRow, _ desk: Desk, _ t: Texts) -> (subject: String, text: String) {
        func value(_ place: Place) -> String {
            switch place {
            case .name: row.name.full
            case .title: desk.event.title(in: t.language).text
            case .date: desk.event.starts.map { t.day(desk.centre.zone.day(of: $0), .long) } ?? ""
            }
        }
        func filled(_ text: String) -> String {
            // Marks of one private letter hold the places while the script is changed, so that no name is converted.
            let marked = Place.allCases.reduce(text) { text, place in
                Language.allCases.reduce(text) { $0.replacingOccurrences(of: place.written(t.speaking($1)), with: Self.mark(place)) }
            }
            return Place.allCases.reduce(t.shown(marked)) { text, place in
                let value = value(place)
                // A date ends with a full stop in Serbian, which then ends the sentence too.
                let once = value.hasSuffix(".") ? text.replacingOccurrences(of: Self.mark(place) + ".", with: Self.mark(place)) : text
                return once.replacingOccurrences(of: Self.mark(place), with: value)
            }
        }
        return (filled(subject), filled(text))
    }

    private static func mark(_ place: Place) -> String { "\u{E000}\(place.rawValue)\u{E001}" }
}
