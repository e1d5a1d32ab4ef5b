package import Forms
package import HTML
import Kernel
import Languages
package import Look

package struct CalendarViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    func list(_ calendars: [FollowedCalendar]) -> Screen {
        Screen(t(T.bookings.feeds), trail: [Look.Link(t(T.bookings.calendar), href: reader.link("/staff/bookings"))]) {
            Heading(t(T.bookings.feeds), lead: t(T.bookings.feedsLead))
            ForEach(calendars) { calendar in
                h2 { t.run(calendar.name) }
                address(calendar, renew: "/staff/bookings/calendars")
            }
        }
    }

    /// The address to copy, and the button that makes it anew.
    @HTMLBuilder package func address(_ calendar: FollowedCalendar, renew path: String) -> some HTML {
        let address = reader.centre.origin + reader.link(calendar.path)
        HTML::p(.class("feed")) { a(.href(address)) { address } }
        ButtonForm(
            t(T.bookings.feedRenew), .quiet, action: reader.link(path), hidden: reader.hidden + [Hidden("calendar", calendar.address.name)])
    }
}
