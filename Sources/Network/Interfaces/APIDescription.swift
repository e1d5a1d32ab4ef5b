import Forms
import Kernel
import Languages

/// The interface as OpenAPI 3.1 describes it, made of the routes themselves: parameters and answers are those that the program reads and writes.
struct APIDescription {
    private let routes: [APIRoute]
    private let centre: CentreSign
    /// In English, which programmers read everywhere.
    private let t: Texts

    init(_ routes: [APIRoute], at centre: CentreSign, _ t: Texts) { (self.routes, self.centre, self.t) = (routes, centre, t) }

    var value: APIValue {
        .fields([
            ("openapi", .text("3.1.0")),
            ("info", .fields([
                ("title", .text(centre.name(in: .en))), ("version", .text("1")),
                ("description", .text("What this centre publishes; with a key, the centre’s own data. Moments are UTC, days are days of the centre.")),
                ("contact", .fields([("email", .text(centre.email))].filter { _ in !centre.email.isEmpty })),
            ])),
            ("servers", .list([.fields([("url", .text(centre.origin + API.root))])])),
            ("paths", .fields(routes.map { (Self.template($0), .fields([("get", operation($0))])) })),
            ("components", .fields([
                ("schemas", .fields(objects.map { ($0.key, $0.value.schema) })),
                ("securitySchemes", .fields([("key", .fields([
                    ("type", .text("http")), ("scheme", .text("bearer")), ("description", .text("A key that the centre made; it is allowed its scopes alone.")),
                ]))])),
            ])),
        ])
    }

    /// `/events/{event}`
    private static func template(_ route: APIRoute) -> String {
        "/" + route.parts.map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
    }

    private var objects: [(key: String, value: APIObject)] {
        routes.reduce(into: APIType.object(APIProblem.object).objects) { $0.merge($1.answer.objects) { first, _ in first } }.sorted { $0.key < $1.key }
    }

    private func operation(_ route: APIRoute) -> APIValue {
        let id = route.parts.map { $0.hasPrefix(":") ? "of-\($0.dropFirst())" : String($0) }.joined(separator: "-")
        let isFound = route.parameters.contains(where: \.isInPath)
        var problems: [APIProblem] = [.parameter, .often]
        if route.scope != nil { problems += [.key, .scope] }
        if isFound { problems.append(.missing) }
        var answers = [("200", described("The answer.", route.answer, "application/json"))]
        if route.scope == nil { answers.append(("304", .fields([("description", .text("It stands as it was."))]))) }
        answers += problems.sorted { $0.status < $1.status }.map { ("\($0.status)", problem) } + [("default", problem)]
        return .fields([
            ("operationId", .text(id)), ("summary", .text(t(route.title))),
            ("security", .list(route.scope.map { _ in [.fields([("key", .list([]))])] } ?? [])),
            ("description", .text(route.scope.map { "Needs a key with the scope `\($0.rawValue)`." } ?? "Anybody may ask.")),
            ("parameters", .list(route.parameters.map(\.described))), ("responses", .fields(answers)),
        ])
    }

    private var problem: APIValue { described("Why there is no answer.", .object(APIProblem.object), "application/problem+json") }

    private func described(_ about: String, _ type: APIType, _ media: String) -> APIValue {
        .fields([("description", .text(about)), ("content", .fields([(media, .fields([("schema", type.schema)]))]))])
    }
}
