import Forms
import HTML
import Languages
import Look

/// All parts of pages in one place, each in the states that it has: whoever builds a page looks here first. Its words are invented, and English for
/// every reader; the sample of letters is in the languages of the site.
struct StyleguideViews {
    let reader: Reader

    var screen: Screen {
        Screen(reader.t(T.demo.styleguide), isIndexed: false) {
            div(.lang(reader.language == .en ? nil : "en")) {
                Heading("Styleguide", lead: "The parts that pages are made of.")
                buttons
                words
                numbers
                lists
                table
                time
                form
            }
        }
    }

    @HTMLBuilder private var buttons: some HTML {
        h2 { "Buttons" }
        Buttons {
            LinkButton("Confirm the seat", href: "#")
            LinkButton("Keep the draft", href: "#", .quiet)
            LinkButton("Withdraw", href: "#", .danger)
            LinkButton("Download the list", href: "#", .quiet, icon: .download)
            PrintButton("Print the list")
        }
        h2 { "States and notices" }
        HTML::p {
            ForEach(Tone.allCases) { tone in
                Chip(tone, tone.rawValue)
                " "
            }
        }
        ForEach(Tone.allCases) { tone in
            Notice(tone, "A notice, \(tone.rawValue)") {
                HTML::p {
                    "The deadline passed on 10 February. "
                    a(.href("#")) { "Look at the next date" }
                    "."
                }
            }
        }
        EmptyState("Nothing here yet", "What is missing, and what to do next.") { LinkButton("Plan a seminar", href: "#") }
        Disclosure("Why am I waiting?") { HTML::p { "Seats are given in the order of applications." } }
    }

    @HTMLBuilder private var words: some HTML {
        h2 { "Letters" }
        ForEach([("sr-Cyrl", "Љубичасти џем"), ("sr-Latn", "Đak i čamac"), ("lt", "Žąsų šešėliai")]) { lang, words in
            HTML::p(.lang(lang)) {
                "\(words), "
                strong { "\(words), " }
                em { "\(words), " }
                small { words }
            }
        }
        h3 { "A heading of the third level" }
        HTML::p {
            Logo()
            " "
            ForEach(Icon.allCases) { icon in
                icon
                " "
            }
        }
        Facts {
            FactLine("When", "Wednesday 25 February, 9–15")
            FactLine("Where", "Main hall")
        }
    }

    @HTMLBuilder private var numbers: some HTML {
        h2 { "Numbers" }
        Figures([
            Figures.Figure("42", "seminars held", href: "#"), Figures.Figure("87 %", "seats filled", .good), Figures.Figure("3", "waiting", .waiting),
            Figures.Figure("5", "cancelled", .bad, href: "#"),
        ])
        Card {
            Meter("24 of 30", value: 24, of: 30)
            Meter("30 of 30", value: 30, of: 30, .waiting)
            Meter("4 of 30", value: 4, of: 30, .bad)
        }
        BarChart("Where people learn", description: "Attendances by place.", [
            BarChart.Bar("Main hall", 486, "486", isMarked: true), BarChart.Bar("At schools, where the whole staff asked for it", 247, "247"),
            BarChart.Bar("Online", 100, "100"),
        ])
    }

    @HTMLBuilder private var lists: some HTML {
        h2 { "Lists" }
        EventList([
            EventLine(
                title: "Digital classroom", href: "#", day: "Wed 25 Feb", hours: "9–15", begins: "2026-02-25T09:00+01:00", place: "Main hall",
                facts: ["8 points", "K2"], state: Chip(.good, "6 seats left")),
            EventLine(
                title: "A title that is long enough to be broken into two lines, as the titles of accredited programmes are", href: "#", day: "Sat 14 Mar",
                hours: "10–16", begins: "2026-03-14T10:00+01:00", place: "Library", facts: ["8 points", "K3"], state: Chip(.waiting, "3 are waiting")),
        ], level: 3)
        ActList([
            ActList.Line(.bad, when: "2 days late", "Send the report", detail: "It was due on 9 February.", act: Look.Link("Open the report", href: "#")),
            ActList.Line(.waiting, when: "tomorrow", "Print the sign-in sheet", act: Look.Link("Print", href: "#")),
        ])
        PersonLine("Ana", href: "#", detail: "coordinator", state: Chip(.good, "active")) { LinkButton("Change the rights", href: "#", .quiet) }
        FilterChips("State", [NavItem("All", href: "#", isCurrent: true, count: 31), NavItem("Admitted", href: "#", count: 24)])
        Tabs("Desk", [NavItem("Applications", href: "#", isCurrent: true), NavItem("Attendance", href: "#")])
        Pagination(
            "Pages", place: "1–3 of 24", previous: nil, next: Look.Link("Next", href: "#"),
            pages: [NavItem("1", href: "#", isCurrent: true), NavItem("2", href: "#"), nil, NavItem("8", href: "#")])
    }

    @HTMLBuilder private var table: some HTML {
        h2 { "Table" }
        DataTable(
            "Seminars by quarter", rows: [1, 2, 3, 4],
            columns: [
                Column("Choose", .act) { quarter in RowBox("Quarter \(quarter)", name: "quarter", value: "\(quarter)") },
                Column("Quarter", .name, sorting: Sorting(href: "#", .ascending)) { quarter in strong { "Quarter \(quarter)" } },
                Column("Seminars", .number) { $0 * 7 },
                Column("State") { $0 == 4 ? Chip(.waiting, "open") : Chip(.good, "closed") },
            ], foot: ["", "Year", 70, ""])
        AllBox("Choose all rows", name: "quarter")
    }

    @HTMLBuilder private var time: some HTML {
        h2 { "Time" }
        Steps([
            Steps.Step("Applied", "on 28 January", .done), Steps.Step("Waiting", "third in the queue", .now), Steps.Step("Admitted"),
        ])
        Timeline([
            Timeline.Entry(moment: "2026-02-03T10:12Z", when: "Tue 3 Feb, 11.12", who: "Vesna", what: "Seats changed", detail: "24 → 30"),
            Timeline.Entry(moment: "2026-01-28T08:00Z", when: "Wed 28 Jan, 9.00", who: "Vesna", what: "Announced"),
        ])
        MonthCalendar(
            "February 2026", weekdays: zip(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], Self.weekdays).map(MonthCalendar.Weekday.init), weeks: weeks,
            previous: Look.Link("January", href: "#"), next: Look.Link("March", href: "#"))
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private var weeks: [[MonthCalendar.Cell?]] {
        (0..<5).map { week in
            (0..<7).map { weekday in
                let number = week * 7 + weekday - 5
                guard (1...28).contains(number) else { return nil }
                let entries = number == 25 ? [MonthCalendar.Entry("9", "Digital classroom", href: "#"), MonthCalendar.Entry("18", "Book night", href: "#", .waiting)] : []
                return MonthCalendar.Cell("\(number)", name: "\(number) February", isToday: number == 11, entries: entries)
            }
        }
    }

    /// A form that came back with two mistakes.
    @HTMLBuilder private var form: some HTML {
        h2 { "Form" }
        ErrorSummary("The application was not sent", [
            ErrorSummary.Mistake(field: "email", "The address is not whole."), ErrorSummary.Mistake(field: "payer", "Choose who pays."),
        ])
        Form(action: "#", method: .get) {
            Field("Name", name: "name", value: "Ana", hint: "As it stands on certificates.", autocomplete: "name").text()
            Field("Address", name: "email", value: "ana@", error: "The address is not whole.", autocomplete: "email").email()
            Field("Telephone", name: "phone", optional: "optional", autocomplete: "tel").phone()
            Field("Who pays", name: "payer", error: "Choose who pays.").radios([
                Field.Choice("school", "School", hint: "It gets the invoice after the seminar."), Field.Choice("self", "I pay"),
            ])
            Field("Subjects", name: "subjects", optional: "optional").checkboxes([Field.Choice("maths", "Maths"), Field.Choice("art", "Art")], chosen: ["art"])
            Fieldset("Journey", hint: "So that we know for how many.") {
                Field("Years of service", name: "years", value: "12", width: .short).number()
                Field("Day", name: "day", value: "2026-02-25").date("Pick the day")
                Field("Arrival", name: "arrival", value: "08:45").time()
                Field("Area", name: "area", value: "it").select([Field.Choice("it", "Computing"), Field.Choice("art", "Art")])
            }
            Field("What do you expect?", name: "wish", hint: "Trainers read it before.").area()
            Field("Decision of the school", name: "paper", optional: "optional").file(accept: ".pdf,.jpg")
            Field("Password", name: "password", autocomplete: "current-password").password()
            Field("Tell me about new seminars", name: "news").check(isOn: true)
            Buttons {
                Submit("Apply")
                LinkButton("Back", href: "#", .quiet)
            }
        }
    }
}
