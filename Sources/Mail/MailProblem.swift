/// Why something cannot be part of a message or of the settings. It quotes what was given, except a password.
public enum MailProblem: Error, Hashable, Sendable {
    case address(String)
    case messageID(String)
    case mediaType(String)
    case header(String)
    case settings(String)
}
