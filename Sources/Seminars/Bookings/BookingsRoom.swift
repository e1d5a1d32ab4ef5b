import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// Who has which hall and which thing at which hours; on which days trainers cannot come.
    package static let bookings = Room("bookings") { room in
        room.get("/staff/bookings", .coordinator, example: "/staff/bookings", BookingPages.calendar)
        room.get("/staff/bookings/new", .coordinator, example: "/staff/bookings/new", BookingPages.new)
        room.post("/staff/bookings/new", .coordinator, BookingPages.add)
        room.get("/staff/bookings/calendars", .coordinator, example: "/staff/bookings/calendars", CalendarPages.list)
        room.post("/staff/bookings/calendars", .coordinator, CalendarPages.renew)
        room.get("/staff/bookings/:booking", .coordinator, example: "/staff/bookings/16", BookingPages.show)
        room.post("/staff/bookings/:booking/remove", .coordinator, BookingPages.remove)
        room.get("/staff/events/:event/equipment", .coordinator, example: "/staff/events/1/equipment", EventEquipmentPages.show)
        room.post("/staff/events/:event/equipment", .coordinator, EventEquipmentPages.save)
        room.get("/settings/equipment", .coordinator, example: "/settings/equipment", EquipmentPages.list)
        room.get("/settings/equipment/new", .coordinator, example: "/settings/equipment/new", EquipmentPages.new)
        room.post("/settings/equipment/new", .coordinator, EquipmentPages.add)
        room.get("/settings/equipment/:equipment", .coordinator, example: "/settings/equipment/1", EquipmentPages.edit)
        room.post("/settings/equipment/:equipment", .coordinator, EquipmentPages.change)
        room.post("/settings/equipment/:equipment/close", .coordinator, EquipmentPages.close)
        room.post("/settings/equipment/:equipment/reopen", .coordinator, EquipmentPages.reopen)
        room.get("/me/absences", .person, example: "/me/absences", TrainerPages.own)
        room.post("/me/absences", .person, TrainerPages.addOwn)
        room.post("/me/absences/:absence/remove", .person, TrainerPages.removeOwn)
        room.post("/me/groups/calendar", .person, CalendarPages.renewOwn)
        room.get("/people/:person/trainer", .coordinator, example: "/people/17/trainer", TrainerPages.card)
        room.post("/people/:person/absences", .coordinator, TrainerPages.addAbsence)
        room.post("/people/:person/absences/:absence/remove", .coordinator, TrainerPages.removeAbsence)
        room.post("/people/:person/contracts", .coordinator, TrainerPages.addContract)
        room.post("/people/:person/contracts/:contract/remove", .coordinator, TrainerPages.removeContract)
        room.get("/calendars/:calendar/:key", .public, CalendarPages.feed)

        room.menu(.staff, T.bookings.calendar, "/staff/bookings", .clock, at: 25)
        room.settings(T.bookings.equipment, "/settings/equipment", T.bookings.equipmentLead, at: 75)

        room.on(EventCopied.self) { try EquipmentStore.copy($0.from, to: $0.event, in: $1) }
        room.on(EventAnnounced.self) { try BookingStore.book($0.event, in: $1) }
        room.on(EventMoved.self) { try BookingStore.book($0.event, in: $1) }
        room.on(EventPostponed.self) { try BookingStore.free($0.event.sessionRows, in: $1) }
        room.on(EventCancelled.self) { try BookingStore.free($0.event.sessionRows, in: $1) }
        room.on(SessionsDropped.self) { try BookingStore.free($0.sessions, in: $1) }
        room.on(EventDiscarded.self) { try BookingStore.forget($0.event, in: $1) }
        room.on(EventsBrought.self) { try BookingStore.bring($0.events, in: $1) }
        room.on(HallClosing.self) { try BookingStore.requireFree(.hall($0.hall.id), named: $0.hall.name, of: $0.hall.centre, in: $1) }
        room.answer(EventClashesAsked.self) { try BookingStore.clashes(of: $0.event, in: $1) + TrainerStore.clashes(of: $0.event, in: $1) }

        room.on(PersonErased.self) { try TrainerStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try TrainerStore.heldAbsences(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try TrainerStore.heldContracts(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try CalendarAddressStore.held(about: $0.person, in: $1) }
        room.bring(PersonColumn("trainer_absence"))
        room.bring(PersonColumn("trainer_contract"))
        room.bring(PersonColumn("calendar_address"))
        room.nightly("bookings.forget") { try TrainerStore.forgetOver(in: $0) }
        room.today(BookingsToday.tell)
        room.me(BookingsToday.mine)
        room.answer(CardAsked.self, BookingsToday.card)
    }
}
