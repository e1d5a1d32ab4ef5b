package import Kernel
package enum SignInLinks {
    package enum Purpose { case enter, verify }
    package static func issue(for person: Person.ID, purpose: Purpose, onward: String, token: Token, in act: Act) throws -> String { "" }
}
