import Forms
import HTML
import Kernel
import Languages
import Look

/// The tables of a centre, those with which one may begin, and who looked at what.
struct TableListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ tables: [OwnTable], _ ready: [ReadyTable], _ kinds: [TableKind]) -> Screen {
        Screen(t(T.tables.title)) {
            Heading(t(T.tables.title), lead: t(T.tables.lead))
            if reader.actor.holds(.director, at: reader.centre.id) {
                Buttons { LinkButton(t(T.tables.looks), href: reader.link("/staff/own-tables/looks"), .quiet) }
            }
            if !tables.isEmpty {
                h2 { t(T.tables.saved) }
                DataTable(t(T.tables.saved), rows: tables, columns: [
                    Column(t(T.tables.name), .name) { table in a(.href(reader.link(table.address))) { t.run(table.name) } },
                    Column(t(T.tables.about)) { table in t(table.kind.name) },
                    Column(t(T.tables.owner)) { table in
                        if table.owner == reader.actor.person { t(T.tables.mine) } else { t.run(name: table.ownerName.isEmpty ? "–" : table.ownerName, .sr) }
                    },
                    Column(t(T.common.state)) { table in
                        if table.isShared { Chip(table.isTended ? .good : .waiting, t(table.isTended ? T.tables.stateShared : T.tables.stateUntended)) }
                    },
                    Column(t(T.tables.changed)) { table in t.instant(table.changed) },
                ], isCaptionHidden: true)
            }
            h2 { t(T.tables.ready) }
            ul { ForEach(ready) { one in li { a(.href(reader.link(one.query.path))) { t(one.name) } } } }
            h2 { t(T.tables.anew) }
            DoorCards(kinds.map { DoorCards.Door(icon($0), t($0.name), t($0.hint), href: reader.link($0.path)) })
        }
    }

    private func icon(_ kind: TableKind) -> Icon {
        switch kind {
        case .registrations: .apply
        case .events: .event
        case .people: .people
        case .certificates: .proof
        case .loans: .book
        case .claims: .money
        }
    }

    func looks(_ looks: [TableLook]) -> Screen {
        Screen(t(T.tables.looks), trail: [Look.Link(t(T.tables.title), href: reader.link("/staff/tables"))]) {
            Heading(t(T.tables.looks), lead: t(T.tables.looksLead))
            if looks.isEmpty { EmptyState(t(T.tables.looksNone), t(T.tables.looksNoneText)) { Empty() } } else {
                DataTable(t(T.tables.looks), rows: looks, columns: [
                    Column(t(T.tables.when), .name) { look in t.instant(look.at) },
                    Column(t(T.tables.who)) { look in t.run(name: look.who, .sr) },
                    Column(t(T.tables.deed)) { look in t.written(look.deed) },
                    Column(t(T.tables.about)) { look in
                        let name = look.table.isEmpty ? Run(t(look.kind.name)) : t.run(look.table)
                        if let words = look.words { a(.href(reader.link("\(look.kind.path)?\(words)"))) { name } } else { name }
                    },
                ], isCaptionHidden: true)
            }
        }
    }
}
