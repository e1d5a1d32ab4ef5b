import HTML
import Testing

/// A view of many nested nodes. It is here so that a slow type check is felt by whoever changes the leaf.
private struct Seminar: View {
    let left: Int
    let isOpen: Bool
    let waiting: Int?

    var body: some HTML {
        nav(.aria("label", "Путања")) {
            ol(.class("crumbs")) {
                li { a(.href("/sr")) { "Почетна" } }
                li { a(.href("/sr/events")) { "Обуке и скупови" } }
                li(.aria("current", "page")) { "Дигитална учионица" }
            }
        }
        article(.class("event"), .lang("sr-Cyrl")) {
            header {
                h1 { "Дигитална учионица" }
                p(.class("lead")) { "Час који ученици воде сами: од идеје до оцене." }
            }
            dl(.class("facts")) {
                div {
                    dt { "Када" }
                    dd { time(.datetime("2026-02-25T09:00")) { "сре 25. феб, 9–15 ч" } }
                }
                div {
                    dt { "Где" }
                    dd {
                        "Сомбор, "
                        a(.href("/places/1")) { "ОШ „Вук Караџић“" }
                    }
                }
                div {
                    dt { "За кога" }
                    dd { "наставници разредне наставе" }
                }
                div {
                    dt { "Бодови" }
                    dd {
                        8
                        abbr(.title("компетенција 2")) { "K2" }
                    }
                }
                div {
                    dt { "Цена" }
                    dd { "3.500 динара" }
                }
            }
            section {
                h2 { "Садржај" }
                ul {
                    ForEach(1...4) { hour in
                        li {
                            strong {
                                hour
                                ". час"
                            }
                            span(.class("muted")) { " вежба" }
                        }
                    }
                }
            }
            aside(.class("card")) {
                if isOpen {
                    p(.class("seats")) {
                        "Још "
                        strong { left }
                        " места"
                    }
                    form(.method(.post), .action("/sr/events/1/registration")) {
                        input(.type(.hidden), .name("token"), .value("abc"))
                        label(.for("payer")) { "Ко плаћа" }
                        select(.id("payer"), .name("payer"), .required()) {
                            option(.value("school"), .selected()) { "Школа" }
                            option(.value("self")) { "Лично" }
                        }
                        button(.type(.submit), .class("primary")) { "Пријавите се" }
                    }
                } else if let waiting {
                    p {
                        "На листи чекања: "
                        waiting
                    }
                } else {
                    p { "Рок је истекао." }
                }
            }
            table {
                caption { "Прошли термини" }
                thead {
                    tr {
                        th(.scope("col")) { "Дан" }
                        th(.scope("col")) { "Место" }
                        th(.scope("col")) { "Учешће" }
                    }
                }
                tbody {
                    tr {
                        td { "14. март" }
                        td { "Апатин" }
                        td(.class("number")) { 28 }
                    }
                    tr {
                        td { "3. мај" }
                        td { "Оџаци" }
                        td(.class("number")) { 31 }
                    }
                }
            }
        }
    }
}

@Suite struct SpeedTests {
    @Test(.timeLimit(.minutes(20)))
    func `a thousand pages take no time worth naming`() {
        let page = Seminar(left: 6, isOpen: true, waiting: nil)
        let once = renderDocument(page)
        #expect(once.count > 2_000)
        for _ in 0..<1_000 { #expect(renderDocument(page).count == once.count) }
    }
}
