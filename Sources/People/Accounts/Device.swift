/// A browser and its system, as far as the browser tells: *Firefox, Windows*.
struct Device: Sendable {
    let name: String?

    init(_ agent: String) {
        func first(_ signs: KeyValuePairs<String, String>) -> String? { signs.first { agent.contains($0.key) }?.value }
        let browser = first(["Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"])
        let system = first(["iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux"])
        let parts = [browser, system].compactMap(\.self)
        name = parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
