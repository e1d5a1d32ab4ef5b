/// The code that the projector shows at this moment.
struct ShownCode: Sendable {
    let text: String
    /// The picture of the address that it leads to, in modules, and how wide it is.
    let path: String
    let extent: Int
    /// Seconds until the next one.
    let left: Int
}
