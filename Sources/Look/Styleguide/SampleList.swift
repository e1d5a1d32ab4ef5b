import HTML

/// The list of events with its filters, and the month beside it.
struct SampleList: View {
    let say: Sample

    var body: some HTML {
        Heading(
            say("Обуке и скупови", "Mokymai ir renginiai"),
            lead: say(
                "Семинари, трибине и стручни скупови до краја школске године.",
                "Seminarai, diskusijos ir konferencijos iki mokslo metų pabaigos."))
        Form(action: "#", method: .get, isInline: true, label: say("Претрага", "Paieška")) {
            Field(say("Шта тражите", "Ko ieškote"), name: "q", optional: nil).search()
            Field(say("Област", "Sritis"), name: "area").select([
                Field.Choice("", say("све области", "visos sritys")), Field.Choice("it", say("Информатика", "Informatika")),
            ])
            Field(say("Од дана", "Nuo"), name: "from").date()
            Submit(say("Прикажите", "Rodyti"), .quiet)
        }
        FilterChips(
            say("За кога", "Kam skirta"),
            [
                NavItem(say("Сви", "Visi"), href: "#", isCurrent: true, count: 24),
                NavItem(say("Наставници", "Mokytojai"), href: "#", count: 17),
                NavItem(say("Васпитачи", "Ikimokyklinio ugdymo pedagogai"), href: "#", count: 5),
                NavItem(say("Стручни сарадници", "Pagalbos specialistai"), href: "#", count: 9),
            ])
        EventList(say.lines)
        Pagination(
            say("Стране", "Puslapiai"), place: say("1–3 од 24", "1–3 iš 24"), previous: nil,
            next: Link(say("Следећа", "Kitas"), href: "#"),
            pages: [
                NavItem("1", href: "#", isCurrent: true), NavItem("2", href: "#"), nil, NavItem("8", href: "#"),
            ])
        HTML::section(.aria("labelledby", "month")) { SampleMonth(say: say) }
    }
}

/// A month with a few events.
struct SampleMonth: View {
    let say: Sample

    var body: some HTML {
        MonthCalendar(
            say("Фебруар 2026.", "2026 m. vasaris"), weekdays: weekdays, weeks: weeks,
            previous: Link(say("Јануар", "Sausis"), href: "#"), next: Link(say("Март", "Kovas"), href: "#"))
    }

    private var weekdays: [MonthCalendar.Weekday] {
        let serbian = [
            ("пон", "понедељак"), ("уто", "уторак"), ("сре", "среда"), ("чет", "четвртак"), ("пет", "петак"),
            ("суб", "субота"), ("нед", "недеља"),
        ]
        let lithuanian = [
            ("pr", "pirmadienis"), ("an", "antradienis"), ("tr", "trečiadienis"), ("kt", "ketvirtadienis"),
            ("pn", "penktadienis"), ("št", "šeštadienis"), ("sk", "sekmadienis"),
        ]
        return zip(serbian, lithuanian).map { sr, lt in MonthCalendar.Weekday(say(sr.0, lt.0), say(sr.1, lt.1)) }
    }

    private var weeks: [[MonthCalendar.Cell?]] {
        (0..<5).map { week in
            (0..<7).map { weekday in
                let number = week * 7 + weekday - 5
                return number < 1 || number > 28 ? nil : day(number)
            }
        }
    }

    private func day(_ number: Int) -> MonthCalendar.Cell {
        MonthCalendar.Cell(
            "\(number).", name: say("\(number). фебруар", "vasario \(number) d."), isToday: number == 11,
            entries: number == 11 || number == 25
                ? [
                    MonthCalendar.Entry("9", say("Дигитална учионица", "Skaitmeninė klasė"), href: "#"),
                    MonthCalendar.Entry("18", say("Трибина: Читање", "Neakivaizdiniai užsiėmimai"), href: "#", .waiting),
                ] : [])
    }
}
