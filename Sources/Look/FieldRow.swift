package import HTML

/// Fields that are read as one line, as a day with its hours; on a phone they stand under one another.
package struct FieldRow<Content: HTML>: View {
    let content: Content

    package init(@HTMLBuilder content: () -> Content) { self.content = content() }

    package var body: some HTML { div(.class("inline")) { content } }
}
