import Forms
import HTML
import Kernel
import Languages
import Look

/// The own record on its way between centres.
struct MyRecordViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/me/record") }

    func page(_ records: [BroughtRecord], _ form: FilledForm) -> Screen {
        Screen(t(T.neighbours.record), trail: [Look.Link(t(T.neighbours.portfolio), href: reader.link("/me/portfolio"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.neighbours.record), lead: t(T.neighbours.recordLead))
            h2 { t(T.neighbours.take) }
            HTML::p { t(T.neighbours.takeText) }
            Form(action: "\(base)/take", hidden: reader.hidden, label: t(T.neighbours.take)) {
                form.field(T.neighbours.takeSaid, "said", hint: T.neighbours.takeSaidHint).check(isOn: form["said"] == "yes")
                form.field(T.neighbours.takeGoals, "goals", hint: T.neighbours.takeGoalsHint).check(isOn: form["goals"] == "yes")
                Buttons { Submit(t(T.neighbours.takeAct)) }
            }
            h2 { t(T.neighbours.bring) }
            HTML::p { t(T.neighbours.bringText) }
            Form(action: "\(base)/bring", hidden: reader.hidden, hasFiles: true, label: t(T.neighbours.bring)) {
                form.field(T.neighbours.recordFile, "file", hint: T.neighbours.recordFileHint).file(accept: ".json")
                Buttons { Submit(t(T.neighbours.bringAct), .quiet) }
            }
            if !records.isEmpty {
                h2 { t(T.neighbours.brought) }
                ForEach(records) { record in self.record(record) }
            }
        }
    }

    @HTMLBuilder private func record(_ record: BroughtRecord) -> some HTML {
        h3 { t.run(record.name) }
        HTML::p {
            Self.chip(record, t)
            " "
            t(T.neighbours.broughtOn(day: .day(reader.centre.zone.day(of: record.brought)), host: .text(record.host)))
        }
        if record.standing != .checked { HTML::p { t(record.standing == .unknown ? T.neighbours.unknownText : T.neighbours.revokedRecordText) } }
        ul {
            ForEach(record.items) { item in
                li {
                    if let entry = item.entry { a(.href(reader.link("/me/portfolio/entries/\(entry)"))) { t.run(item.title) } } else { t.run(item.title) }
                    ", "
                    t.day(item.day, .numeric)
                    " "
                    state(item)
                }
            }
        }
        if record.skipped > 0 { HTML::p { t(T.neighbours.skipped(count: record.skipped)) } }
        Disclosure("\(t(T.neighbours.recordRemove)): \(record.host)") {
            HTML::p { t(T.neighbours.recordRemoveText) }
            Form(action: "\(base)/\(record.id)/remove", hidden: reader.hidden, label: "\(t(T.neighbours.recordRemove)): \(record.id)") {
                Buttons { Submit(t(T.neighbours.recordRemove), .danger) }
            }
        }
    }

    @HTMLBuilder private func state(_ item: BroughtRecord.Item) -> some HTML {
        if item.ended != nil { Chip(.bad, t(T.neighbours.itemEnded)) } else if item.isChecked { Chip(.good, t(T.neighbours.itemChecked)) } else {
            Chip(.waiting, t(T.neighbours.itemSaid))
        }
    }

    static func chip(_ record: BroughtRecord, _ t: Texts) -> Chip {
        Chip(record.standing == .checked ? .good : record.standing == .unknown ? .waiting : .bad, t(record.standing.name))
    }
}
