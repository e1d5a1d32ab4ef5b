package import Forms
package import Kernel
package import Look

extension Visit {
    /// Does what a form asks, if all that was typed can be read. Where that is refused in words for whoever typed it, the form comes back with what was
    /// typed and what was wrong; the status
    /// follows from the refusal. What is not there is not refused but missing, and has no form to come back with.
    /// - Parameters:
    ///   - deed: reads the form, acts, and says where to go.
    ///   - again: the page of the form once more.
    package func submit(_ deed: () async throws -> Answer, again: (FilledForm) async throws -> Screen) async throws -> Answer {
        do {
            try typed.checkSigns()
            return try await deed()
        } catch let problem as Problem where problem.kind != .missing {
            return page(try await again(form(typed, problem)), status: problem.status)
        }
    }

    /// A form of a page that is opened, with what stands in it to begin with.
    package func form(_ typed: Typed = .nothing, _ problem: Problem? = nil) -> FilledForm { FilledForm(typed, problem, t) }
}

extension Problem {
    /// The status of the page that tells it.
    package var status: Int {
        switch kind {
        case .invalid: 422
        case .conflict: 409
        case .missing: 404
        case .tooOften: 429
        }
    }
}
