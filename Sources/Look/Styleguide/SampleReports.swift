import HTML

/// Numbers that can be opened.
struct SampleReports: View {
    let say: Sample

    var body: some HTML {
        Heading(say("Извештаји", "Ataskaitos"), lead: say("Школска година 2025/2026, до данас.", "2025–2026 mokslo metai."))
        Figures([
            Figures.Figure("42", say("одржане обуке", "įvykę mokymai"), href: "#"),
            Figures.Figure("1.134", say("учешћа", "dalyvavimai"), href: "#"),
            Figures.Figure("87 %", say("попуњеност места", "užimtumas"), .good),
            Figures.Figure("5", say("отказаних обука", "atšaukti mokymai"), .bad, href: "#"),
        ])
        BarChart(
            say("Где се учи", "Kur mokomasi"),
            description: say("Учешћа по месту, од септембра.", "Dalyvavimai pagal vietą."),
            [
                BarChart.Bar(say("Равница", "Pamarys"), 486, "486", isMarked: true),
                BarChart.Bar(say("Нови Брег", "Naujamiestis"), 301, "301"),
                BarChart.Bar(
                    say("У школама, на позив колектива", "Mokyklose, bendruomenių kvietimu, neakivaizdiniuose užsiėmimuose"),
                    247, "247"),
                BarChart.Bar(say("На мрежи", "Nuotoliu"), 100, "100"),
            ])
        DataTable(
            say("Обуке по кварталима", "Mokymai pagal ketvirčius"), rows: [1, 2, 3, 4],
            columns: [
                Column(say("Квартал", "Ketvirtis"), .name) { quarter in
                    strong { "\(quarter). " + say("квартал", "ketvirtis") }
                },
                Column(say("Обуке", "Mokymai"), .number) { $0 * 7 },
                Column(say("Учешћа", "Dalyvavimai"), .number) { $0 * 113 },
                Column(say("Бодови", "Valandos"), .number) { $0 * 904 },
                Column(say("Приход", "Pajamos"), .number) { quarter in "\(quarter * 128).000" },
            ], onPhone: .scroll, foot: [say("Година", "Metai"), 70, 1130, 9040, "1.280.000"])
    }
}
