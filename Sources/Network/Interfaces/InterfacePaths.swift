/// Where the pages of the room stand, behind the language.
enum InterfacePaths {
    static let all = "/settings/interface"
    static let keys = all + "/keys"
    static let webhooks = all + "/webhooks"
    /// The page for those who write programs.
    static let guide = "/interface"

    static func key(_ id: AccessKey.ID) -> String { "\(keys)/\(id)" }
    static func webhook(_ id: Webhook.ID) -> String { "\(webhooks)/\(id)" }
}
