package import HTML

/// Fields that are read as one line, as a day with its hours; on a phone they stand under one another.
package struct FieldRow: View {
    let content: Markup

    package init(@HTMLBuilder content: () -> Markup) { self.content = content() }

    package var body: Markup { div(.class("inline")) { content } }
}
