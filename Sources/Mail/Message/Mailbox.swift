/// An address and the name of who reads it.
public struct Mailbox: Hashable, Sendable {
    public let name: String
    public let address: Address

    public init(_ address: Address, name: String = "") { (self.address, self.name) = (address, name) }
    public init(_ address: String, name: String = "") throws(MailProblem) { self.init(try Address(address), name: name) }
}
