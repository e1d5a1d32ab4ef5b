import Testing

/// What people type ends somewhere: the columns hold as much as the forms take, and no more, by one table of limits.
@Suite struct TextColumnRules {
    /// Columns that nobody types into, and what writes them.
    private static let made: [String: String] = [
        "journal.deed": "text keys", "journal.noun": "nouns of the program", "journal.under_noun": "nouns of the program", "journal.fields": "names of columns",
        "journal_detail.changes": "values that had their limits", "setting.name": "names of the program", "setting.value": "written by the program",
        "job.kind": "names of the program", "job.payload": "written by the program", "job.once": "written by the program",
        "job.fault": "of a mail server or of ours",
        "letter.name": "a person's name", "letter.address": "a person's address", "letter.subject": "made of texts and what had its limits",
        "letter.text": "the same", "letter.html": "the same", "letter.calendar": "the same", "letter.calendar_method": "written by the program",
        "letter.message": "written by the program", "letter.noun": "nouns of the program", "letter.fault": "of a mail server or of ours",
        "letter_file.name": "made of a number",
        "act_token.token": "written by the program", "act_token.path": "an address of the program",
        "act_token.notice": "made of texts and what had its limits",
        "attempt.name": "written by the program", "attendance_key.key": "made by a device, and checked", "web_session.device": "cut to 200",
        "import.kind": "names of the program", "import_draft.kind": "names of the program", "import_memory.kind": "names of the program",
        "import_row.title": "made of what had its limits",
        "import_row.before": "JSON of what had its limits", "import_row.after": "the same", "centre.zone": "a name of a zone", "person.password": "a digest",
        "person.name_key": "folded from the name", "former_name.name_key": "the same",
        "person_merge.trace": "JSON of what had its limits", "merged_row.place": "names of columns",
        "picture.digest": "a digest", "centre_logo.picture": "a digest", "school_proposal.key": "folded from the name",
        "sign_in_link.onward": "an address of the program",
        "follow_up_rule.since": "a day", "follow_up.first_day": "a day", "follow_up.second_day": "a day", "follow_up.end_day": "a day", "use_step.due": "a day",
        "use_step.shown": "a day",
        "workshop_call.opens": "a day", "workshop_call.closes": "a day", "proposal.starts": "a day", "proposal.filed": "a day", "proposal.decided": "a day",
        "proposal.complaint_until": "a day", "proposal.complained": "a day", "proposal.valid_until": "a day", "proposal_evidence.frozen": "a day",
        "employment.since": "a day", "employment.until": "a day", "cycle.first_day": "a day", "cycle.last_day": "a day", "programme.withdrawn": "a day",
        "school_invitation.since": "a day", "school_group.names_until": "a day", "event_request.day": "a day", "event_request.wishes": "chosen from four",
        "programme_entry.registered": "a day", "programme_entry.accredited": "a day", "programme_entry.leaves": "a day", "programme_entry.ended": "a day",
        "seat_draw.day": "a day", "event_head_start.opens": "a day",
        "event.deadline": "a day", "event.approval_asked": "a day", "event.approval_day": "a day", "event.approval_consent": "a day",
        "paper_call.opens": "a day", "paper_call.deadline": "a day", "paper_call.reviewed": "a day", "paper_call.again": "a day",
        "paper_call.again_reviewed": "a day",
        "event_form.traits": "chosen from a list", "conclusion.due": "a day", "trainer_absence.first_day": "a day", "trainer_absence.last_day": "a day",
        "trainer_contract.first_day": "a day", "trainer_contract.last_day": "a day",
        "event.payers": "chosen from three", "event_session.day": "a day", "completion_rule.since": "a day",
        "certificate.facts": "JSON of what had its limits", "certificate.code": "made by the program", "certificate.label": "made of a format and a number",
        "certificate.day": "a day", "certificate.payload": "made by the program", "certificate.credential": "made by the program", "certificate.key": "a key's name",
        "certificate_batch.fault": "of ours", "register.last_day": "a day", "register_entry.content": "JSON of what had its limits",
        "signing_key.id": "made by the program", "certificate_retention.since": "a day", "deputy.first_day": "a day", "deputy.last_day": "a day",
        "file.digest": "a digest", "file_size.digest": "a digest", "article.day": "a day", "event_share.facts": "a digest",
        "questionnaire_version.content": "JSON of what had its limits", "survey.subjects": "the same", "survey.first_day": "a day", "survey.last_day": "a day",
        "survey_envelope.id": "made by the program", "survey_answered.id": "made by the program", "survey_answer.id": "made by the program",
        "survey_answer.day": "a day", "survey_answer.given": "JSON of what had its limits", "survey_words.id": "made by the program",
        "survey_words.question": "a code that had its limits", "survey_tally.question": "the same", "survey_tally.value": "a code or a number",
        "survey_tally.by_question": "a code that had its limits", "survey_tally.by_value": "the same",
        "survey_draft.id": "made by the program", "survey_draft.day": "a day", "evaluation_rule.since": "a day",
        "school_points.since": "a day", "standing_figure.requirement": "a name of a pack that had its limits",
        "portfolio_entry.day": "a day", "paid_leave.day": "a day", "career.works_since": "a day", "career.title_since": "a day",
        "plan_item.first_day": "a day", "plan_item.last_day": "a day", "plan_version_item.first_day": "a day", "plan_version_item.last_day": "a day",
        "plan_decision.day": "a day", "month_offer.first_day": "a day", "month_offer_version_line.first_day": "a day", "month_offer_version_line.last_day": "a day",
        "need_plan.days": "chosen from four", "need_plan.obstacles": "chosen from a list", "wish.key": "folded from what had its limits",
        "topic_word.key": "the same", "school_need_topic.key": "the same",
        "circle.closed": "a day", "circle_member.since": "a day", "circle_member.until": "a day", "circle_chair.first_day": "a day", "circle_chair.last_day": "a day",
        "circle_meeting.day": "a day", "circle_conclusion.day": "a day", "circle_conclusion.due": "a day", "circle_conclusion.settled": "a day",
        "initiative.adopted": "a day", "initiative.ended": "a day", "initiative_sending.day": "a day", "initiative_sending.due": "a day",
        "initiative_sending.answered": "a day",
        "circle_plan_line.done": "a day", "circle_visit.day": "a day",
        "loan_rule.since": "a day", "desk_rule.since": "a day", "desk_closure.first_day": "a day", "desk_closure.last_day": "a day", "borrower.consent": "a day",
        "counting_rule.starts": "a day", "report.signed": "a day", "report_line.day": "a day",
        "purse.starts": "a day", "purse.ends": "a day", "purse.decided_on": "a day", "purse.closed_on": "a day", "purse_year.decided_on": "a day",
        "ledger_entry.day": "a day", "ledger_entry.kind": "names of the program",
        "club_session.day": "a day",
        "feed_key.succession": "made by the program", "feed_key.revocation": "made by the program", "feed.digest": "a digest", "feed.body": "made by the program",
        "neighbour_feed.body": "JSON of what had its limits", "neighbour_offer.zone": "a name of a zone", "brought_record.digest": "a digest",
        "brought_item.day": "a day",
        "price.starts": "a day", "price.ends": "a day", "reduction.starts": "a day", "reduction.ends": "a day", "claim_rule.starts": "a day",
        "claim.asked": "a day", "claim.due": "a day", "claim_share.due": "a day",
        "statement.kind": "names of the program", "statement.day": "a day", "statement_line.day": "a day", "statement_line.print": "a digest",
        "loan.due": "a day", "reservation.keep_until": "a day", "site_use.day": "a day", "desk_act.due": "a day",
        "kit_stop.first_day": "a day", "kit_stop.last_day": "a day", "kit_note.day": "a day", "kit_term.first_day": "a day", "kit_term.last_day": "a day",
        "contest_retention.since": "a day", "contest.decided_on": "a day", "contest_work.lent_from": "a day", "contest_work.returned": "a day",
        "launch_date.day": "a day", "school_period.first_day": "a day", "school_period.last_day": "a day", "plan_run.first_day": "a day", "plan_run.last_day": "a day",
        "plan_proposal.next_day": "a day",
        "self_area.ended": "a day", "self_feature.ended": "a day", "self_rule.since": "a day", "self_year.closed": "a day",
        "self_accreditation.first_day": "a day", "self_accreditation.last_day": "a day",
        "registry_book.closed": "a day", "registry_mark.ended": "a day", "registry_term.since": "a day", "registry_archive.entered": "a day",
        "registry_archive.disposed": "a day", "registry_entry.their_day": "a day", "registry_entry.day": "a day", "registry_entry.due": "a day",
        "registry_entry.settled": "a day",
        "copy.acquired": "a day", "copy.written_off": "a day", "subscription.first_day": "a day", "subscription.last_day": "a day", "issue.expected": "a day",
        "issue.arrived": "a day", "issue.claimed": "a day",
        "vat_rule.starts": "a day", "silence_rule.starts": "a day", "invoice.label": "made of a kind and a number", "invoice.day": "a day", "invoice.due": "a day",
        "invoice.reference": "made by the program", "invoice.paper": "JSON of what had its limits", "invoice.standing_on": "a day",
        "cost.day": "a day", "cost.held_on": "a day", "fee_split.starts": "a day", "fee_split.ends": "a day", "travel_rate.starts": "a day", "travel_rate.ends": "a day",
        "pay_rule.starts": "a day", "pay_rule.ends": "a day", "fee_contract.due": "a day", "fee_contract.day": "a day", "fee_contract.done_on": "a day",
        "travel_order.day": "a day", "travel_order.settled_on": "a day",
        "partner.ended": "a day", "agreement.signed": "a day", "agreement.until": "a day", "agreement.ended": "a day", "agreement_deed.day": "a day",
        "funding_call.decision_day": "a day", "project.since": "a day", "project.first_day": "a day", "project.last_day": "a day",
        "project_check.due": "a day", "project_check.done": "a day", "project_person.first_day": "a day", "project_person.last_day": "a day",
        "project_hours.month_day": "a day", "budget_spending.day": "a day", "project_activity.first_day": "a day", "project_activity.last_day": "a day",
        "indicator.due": "a day", "evidence_row.day": "a day", "project_report.due": "a day", "project_report.sent": "a day", "project_rule.since": "a day",
        "newsletter_subscriber.digest": "a digest", "newsletter_stop.digest": "a digest", "newsletter_bounce.print": "a digest",
        "newsletter_issue_line.path": "an address of the program",
        "informer.first_day": "a day",
        "access_key.until": "a day", "access_use.day": "a day", "webhook_delivery.body": "JSON of what had its limits",
        "search_word.kind": "names of the program", "search_word.word": "folded from what had its limits",
    ]

    /// The numbers of `TextLimit`.
    private static let limits: Set<String> = {
        let text = SourceTree.sources.first { $0.path == "Sources/Languages/TextLimit.swift" }?.text ?? ""
        return Set(text.matches(of: /case \w+ = ([0-9_]+)/).map { String($0.1).replacing("_", with: "") })
    }()

    @Test func `every column of text that people fill has a limit, and it is one of the table's`() {
        #expect(Self.limits.count >= 6)
        #expect(Self.broken(SourceTree.migrations, Self.made) == [])

        let wrong = SourceTree.File(path: "Resources/migrations/0001-mill.sql", text: """
            CREATE TABLE flour (
                id {id},
                name TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('rye', 'wheat')),
                remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 77),
                note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
            );
            """)
        #expect(Self.broken([wrong], [:]) == ["flour.name takes any length", "flour.remark has a limit of its own: 77"])
        #expect(Self.broken([wrong], ["flour.name": "the mill", "flour.note": "the mill"]) == [
            "flour.remark has a limit of its own: 77", "flour.note has a limit, and needs no line",
        ])
    }

    private static func broken(_ migrations: [SourceTree.File], _ made: [String: String]) -> [String] {
        migrations.flatMap { file in
            file.text.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\)[^;\n]*;/).flatMap { table in
                table.2.split(separator: "\n").compactMap { line -> String? in
                    guard let column = line.firstMatch(of: /^ +([a-z_]+) TEXT\b(.*)$/) else { return nil }
                    let name = "\(table.1).\(column.1)", rest = column.2
                    if rest.contains("CHECK (\(column.1) IN") { return nil }
                    guard let limit = rest.firstMatch(of: /length\(\w+\) <= (\d+)/)?.1 else { return made[name] == nil ? "\(name) takes any length" : nil }
                    if made[name] != nil { return "\(name) has a limit, and needs no line" }
                    return limits.contains(String(limit)) ? nil : "\(name) has a limit of its own: \(limit)"
                }
            }
        }
    }

    @Test func `what is told of columns that nobody fills is of columns that there are`() {
        let columns = Set(SourceTree.migrations.flatMap { file in
            file.text.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\)[^;\n]*;/).flatMap { table in
                table.2.matches(of: /\n +([a-z_]+) TEXT\b/).map { "\(table.1).\($0.1)" }
            }
        })
        #expect(Set(Self.made.keys).subtracting(columns) == [])
    }
}
