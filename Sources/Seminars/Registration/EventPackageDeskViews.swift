import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Packages in the hands of staff.
struct EventPackageDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.events.all), href: reader.link("/staff/events"))] }

    func list(_ packages: [EventPackage]) -> Screen {
        Screen(t(T.registration.packages), trail: trail) {
            Heading(t(T.registration.packages), lead: t(T.registration.packagesDeskLead))
            Buttons { LinkButton(t(T.registration.packageNew), href: reader.link("/staff/packages/new")) }
            if packages.isEmpty {
                EmptyState(t(T.registration.packagesNone), t(T.registration.packagesDeskLead)) { Empty() }
            } else {
                DataTable(t(T.registration.packages), rows: packages, columns: [
                    Column(t(T.events.titleField), .name) { package in a(.href(reader.link("/staff/packages/\(package.id)"))) { t.run(package.details.title) } },
                    Column(t(T.registration.packageEvents), .number) { package in "\(package.details.events.count)" },
                    Column(t(T.common.state)) { package in
                        package.isOpen ? Chip(.good, t(T.registration.packageIsOpen)) : Chip(.neutral, t(T.registration.packageIsHidden))
                    },
                    Column(t(T.registration.publicPage)) { package in
                        a(.href(reader.link("/packages/\(package.id)"))) { t(T.registration.packageLook) }
                    },
                    Column(t(T.common.state), .act) { package in
                        ButtonForm(
                            t(package.isOpen ? T.registration.packageHide : T.registration.packageShow), .quiet,
                            action: reader.link("/staff/packages/\(package.id)/\(package.isOpen ? "close" : "open")"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    func form(_ package: EventPackage?, _ choices: [Event], _ form: FilledForm) -> Screen {
        let heading = package.map { t.run($0.details.title) } ?? Run(t(T.registration.packageNew))
        return Screen(heading.text, trail: trail + [Look.Link(t(T.registration.packages), href: reader.link("/staff/packages"))]) {
            FormFaults(form)
            Heading(heading)
            Form(action: reader.link(package.map { "/staff/packages/\($0.id)" } ?? "/staff/packages/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.events.titleField, "title", .full, autocomplete: "off").text()
                form.field(T.events.description, "text", .full, isOptional: true).area(rows: 5)
                if choices.isEmpty {
                    Notice(.waiting) { HTML::p { t(T.registration.packageTooFew) } }
                } else {
                    Field(t(T.registration.packageEvents), name: "events", hint: t(T.registration.packageChoiceHint), error: form.fault("events"))
                        .checkboxes(choices.map(choice), chosen: Set(form.typed.all("events")))
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/staff/packages"), .quiet)
                }
            }
        }
    }

    private func choice(_ event: Event) -> Field.Choice {
        Field.Choice("\(event.id)", t.run(event.title(in: t.language)),
        hint: [event.days.map { t.days($0) } ?? "", t(event.state.name)].filter { !$0.isEmpty }.joined(separator: " · "))
    }
}
