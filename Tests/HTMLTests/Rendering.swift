import HTML

/// The markup of a node as text.
func markup(@HTMLBuilder _ content: () -> some HTML) -> String {
    String(decoding: renderFragment(content()), as: UTF8.self)
}
