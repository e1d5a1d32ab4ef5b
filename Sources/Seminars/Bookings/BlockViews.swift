import Forms
import HTML
import Kernel
import Languages
import Look

/// What the centre keeps for itself: writing it down, looking at it, giving it up.
struct BlockViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.bookings.calendar), href: reader.link("/staff/bookings"))] }

    func form(_ things: [NamedBookable], _ form: FilledForm) -> Screen {
        Screen(t(T.bookings.block), trail: trail) {
            FormFaults(form)
            Heading(t(T.bookings.block), lead: t(T.bookings.blockLead))
            Form(action: reader.link("/staff/bookings/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.bookings.what, "thing").select(
                    [Field.Choice("", t(T.common.choose))] + things.map { Field.Choice($0.thing.text, t.shown($0.name), lang: t.run($0.name).lang) })
                FieldRow {
                    form.day(T.bookings.firstDay, "day")
                    form.field(T.bookings.begins, "begins", .short, autocomplete: "off").text()
                }
                FieldRow {
                    form.day(T.bookings.lastDay, "last", isOptional: true)
                    form.field(T.bookings.ends, "ends", .short, autocomplete: "off").text()
                }
                form.day(T.bookings.weekly, "weekly", hint: T.bookings.weeklyHint, isOptional: true)
                form.field(T.bookings.purpose, "purpose", .full, hint: T.bookings.purposeHint, most: TextLimit.line.rawValue).text()
                Buttons {
                    Submit(t(T.bookings.blockAct))
                    LinkButton(t(T.common.cancel), href: reader.link("/staff/bookings"), .quiet)
                }
            }
        }
    }

    func show(_ booking: Booking, _ name: String) -> Screen {
        Screen(booking.title, trail: trail) {
            Heading(t.run(booking.title), kind: t.run(name))
            Facts {
                FactLine(t(T.bookings.from), t.instant(booking.hours.lowerBound, .long))
                FactLine(t(T.bookings.until), t.instant(booking.hours.upperBound, .long))
                if !booking.by.isEmpty { FactLine(t(T.bookings.writtenBy), booking.by) }
            }
            Buttons {
                ButtonForm(t(T.bookings.unblock), .danger, action: reader.link("/staff/bookings/\(booking.id)/remove"), hidden: reader.hidden)
                LinkButton(t(T.common.back), href: reader.link("/staff/bookings"), .quiet)
            }
        }
    }
}
