import Files
package import Forms
package import HTML
import Kernel
import Languages
package import Look

package struct CentreDocumentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    func list(_ documents: [CentreDocument]) -> Screen {
        Screen(t(T.publishing.documents), description: t(T.publishing.documentsLead), trail: [Look.Link(t(T.publishing.about), href: reader.link("/about"))]) {
            Heading(t(T.publishing.documents), lead: t(T.publishing.documentsLead))
            if documents.isEmpty {
                EmptyState(t(T.publishing.noDocuments), t(T.publishing.noDocumentsText)) { Empty() }
            }
            let sections = CentreDocument.Section.allCases.map { section in (section, documents.filter { $0.details.section == section }) }
            ForEach(sections.filter { !$0.1.isEmpty }) { section, own in
                h2 { t(section.name) }
                lines(own)
            }
        }
    }

    /// One line for each: its title, its year, its kind and weight.
    package func lines(_ documents: [CentreDocument]) -> some HTML {
        ul(.class("papers")) {
            ForEach(documents) { document in
                li {
                    a(.href(reader.link(document.file.path))) { t.run(document.details.title) }
                    " "
                    span(.class("hint")) { "\(document.details.year) · \(document.file.label(t))" }
                }
            }
        }
    }

    func desk(_ documents: [CentreDocument], _ form: FilledForm) -> Screen {
        Screen(t(T.publishing.documents)) {
            FormFaults(form)
            Heading(t(T.publishing.site), lead: t(T.publishing.siteLead))
            PublishingTabs(reader, .documents)
            if documents.isEmpty {
                EmptyState(t(T.publishing.noDocuments), t(T.publishing.noDocumentsStaff)) { Empty() }
            } else {
                DataTable(t(T.publishing.documents), rows: documents, columns: [
                    Column(t(T.publishing.title), .name) { document in a(.href(reader.link(document.file.path))) { t.run(document.details.title) } },
                    Column(t(T.publishing.section)) { document in t(document.details.section.name) },
                    Column(t(T.publishing.year), .number) { document in "\(document.details.year)" },
                    Column(t(T.common.state)) { document in
                        document.isWithdrawn ? Chip(.neutral, t(T.publishing.stateWithdrawn)) : Chip(.good, t(T.publishing.statePublished))
                    },
                    Column(t(T.publishing.act), .act) { document in
                        ButtonForm(
                            t(document.isWithdrawn ? T.publishing.publish : T.publishing.withdraw), .quiet,
                            action: reader.link("/staff/documents/\(document.id)/\(document.isWithdrawn ? "publish" : "withdraw")"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
            h2 { t(T.publishing.newDocument) }
            Look::Form(action: reader.link("/staff/documents"), hidden: reader.hidden, hasFiles: true) {
                FileFields(form, T.common.file, "file", [.document])
                form.field(T.publishing.title, "title", .full, hint: T.publishing.documentTitleHint).text()
                form.field(T.publishing.section, "section").select(CentreDocument.Section.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.publishing.year, "year", .short).number()
                Buttons { Submit(t(T.publishing.documentPublish)) }
            }
        }
    }
}
