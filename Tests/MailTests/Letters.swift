import Mail

/// A letter such as the tests need, with what they change.
func letter(_ number: Int = 1, to: String = "ana@primer.rs", _ change: (inout Message) throws -> Void = { _ in }) throws -> Message {
    var message = Message(
        id: try MessageID("letter-\(number)@centar.test"), date: 1_772_008_200,
        from: try Mailbox("centar@primer.rs", name: "Центар за стручно усавршавање, Сомбор"),
        to: [try Mailbox(to, name: "Ана Јовић")], subject: "Место на семинару „Дигитална учионица“ је Ваше",
        text: "Поштована Ана,\n\nпримљени сте.\n")
    try change(&message)
    return message
}
