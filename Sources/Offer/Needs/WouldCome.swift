/// How many would come to something, and whether the reader is among them.
package struct WouldCome: Sendable, Hashable {
    package let people: Int
    package let isMine: Bool
    /// Whether one can say so: not of a programme that is valid no longer, or of a topic that nobody chooses any more.
    package let isOpen: Bool
    /// Where it is said: `/topics/12`.
    package let path: String
}
