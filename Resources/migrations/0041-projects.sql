-- Projects and partners: calls that are followed, the way of a project from an idea to its end, what shows that it reached what it promised; who the centre works with.

-- Who the centre works with.
CREATE TABLE partner (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('university', 'ministry', 'authority', 'municipality', 'school', 'firm', 'association', 'centre', 'other')),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 300),    -- whom to ask there
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    what TEXT NOT NULL DEFAULT '' CHECK (length(what) <= 1000),         -- what they do with the centre
    keeper {int} REFERENCES person (id),        -- who of the centre keeps touch
    shown {bool} NOT NULL DEFAULT {false},      -- whether the public reads of it
    ended TEXT                                  -- the day since which nothing is done together
);
CREATE INDEX partner_centre ON partner (centre);
CREATE INDEX partner_keeper ON partner (keeper) WHERE keeper IS NOT NULL;

CREATE TABLE agreement (
    id {id},
    partner {int} NOT NULL REFERENCES partner (id),
    kind TEXT NOT NULL CHECK (kind IN ('protocol', 'agreement', 'contract')),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    signed TEXT NOT NULL,
    until TEXT,                                 -- the last day; null: without a term
    file {int} REFERENCES file (id),
    ended TEXT,                                 -- the day on which it ended before its term, or was replaced
    reminded_early {int},
    reminded_late {int}
);
CREATE INDEX agreement_partner ON agreement (partner);
CREATE INDEX agreement_until ON agreement (until) WHERE until IS NOT NULL;
CREATE INDEX agreement_file ON agreement (file) WHERE file IS NOT NULL;

-- A call for projects that is followed.
CREATE TABLE funding_call (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    caller TEXT NOT NULL CHECK (length(caller) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    deadline {int} NOT NULL,                    -- to the minute
    funds TEXT NOT NULL DEFAULT '' CHECK (length(funds) <= 1000),       -- what it gives money for
    amount {int} CHECK (amount >= 0),           -- minor units, the most for one project
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    fit TEXT NOT NULL DEFAULT '' CHECK (length(fit) <= 1000),           -- why it fits the centre
    decider {int} REFERENCES person (id),
    decision_day TEXT,                          -- by which it is decided whether to apply
    state TEXT NOT NULL CHECK (state IN ('watched', 'applying', 'declined')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why not
    made {int} NOT NULL,
    reminded_decision {int},
    reminded_deadline {int}
);
CREATE INDEX funding_call_centre ON funding_call (centre, deadline);
CREATE INDEX funding_call_decider ON funding_call (decider) WHERE decider IS NOT NULL;

CREATE TABLE project (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    funding_call {int} REFERENCES funding_call (id),
    state TEXT NOT NULL CHECK (state IN ('idea', 'application', 'sent', 'approved', 'rejected', 'running', 'closed', 'dropped')),
    since TEXT NOT NULL,                        -- the day on which it came into its state
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why it was rejected or dropped
    name TEXT NOT NULL CHECK (length(name) <= 200),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),
    part TEXT NOT NULL CHECK (part IN ('applicant', 'partner')),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),      -- whose money it is
    first_day TEXT,
    last_day TEXT,
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    amount {int} NOT NULL DEFAULT 0 CHECK (amount >= 0),                -- minor units, all of it
    own_share {int} NOT NULL DEFAULT 0 CHECK (own_share >= 0),          -- of these what the centre gives
    lead {int} REFERENCES person (id),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 20000),  -- Markdown, for everybody
    shown {bool} NOT NULL DEFAULT {false},      -- whether everybody reads of it
    made {int} NOT NULL,
    CHECK (own_share <= amount),
    CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
);
CREATE INDEX project_centre ON project (centre, state);
CREATE INDEX project_call ON project (funding_call) WHERE funding_call IS NOT NULL;
CREATE INDEX project_lead ON project (lead) WHERE lead IS NOT NULL;

-- What a call asks for, by whom and by when.
CREATE TABLE project_check (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    due TEXT,
    done TEXT,
    file {int} REFERENCES file (id)
);
CREATE INDEX project_check_project ON project_check (project);
CREATE INDEX project_check_file ON project_check (file) WHERE file IS NOT NULL;

-- Who works in it, with which share of a post.
CREATE TABLE project_person (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    person {int} REFERENCES person (id),        -- null: somebody without an account, or who has deleted it
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of somebody without an account
    part TEXT NOT NULL DEFAULT '' CHECK (length(part) <= 120),          -- what they do in it
    percent {int} NOT NULL CHECK (percent BETWEEN 1 AND 100),           -- of a post
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX project_person_project ON project_person (project);
CREATE INDEX project_person_person ON project_person (person) WHERE person IS NOT NULL;

CREATE TABLE project_hours (
    id {id},
    member {int} NOT NULL REFERENCES project_person (id),
    month_day TEXT NOT NULL,                    -- the first day of the month
    hours {int} NOT NULL CHECK (hours > 0),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300)
);
CREATE UNIQUE INDEX project_hours_month ON project_hours (member, month_day);

CREATE TABLE project_partner (
    project {int} NOT NULL REFERENCES project (id),
    partner {int} NOT NULL REFERENCES partner (id),
    part TEXT NOT NULL CHECK (part IN ('lead', 'partner', 'associate')),
    PRIMARY KEY (project, partner)
);
CREATE INDEX project_partner_partner ON project_partner (partner);

-- A line of its budget, in its currency.
CREATE TABLE budget_line (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    planned {int} NOT NULL CHECK (planned >= 0),
    reserved {int} NOT NULL DEFAULT 0 CHECK (reserved >= 0)
);
CREATE INDEX budget_line_project ON budget_line (project);

-- What was spent of a line, as typed.
CREATE TABLE budget_spending (
    id {id},
    line {int} NOT NULL REFERENCES budget_line (id),
    day TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (length(paper) <= 120),                   -- the number of the paper
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    amount {int} NOT NULL CHECK (amount > 0)
);
CREATE INDEX budget_spending_line ON budget_spending (line);

CREATE TABLE project_activity (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    state TEXT NOT NULL CHECK (state IN ('planned', 'underway', 'done', 'dropped')),
    CHECK (first_day <= last_day)
);
CREATE INDEX project_activity_project ON project_activity (project, first_day);

-- What belongs to an activity: an event of the centre, a title of its library, or a purchase.
CREATE TABLE activity_link (
    id {id},
    activity {int} NOT NULL REFERENCES project_activity (id),
    event {int} REFERENCES event (id),
    title {int} REFERENCES title (id),
    purchase TEXT NOT NULL DEFAULT '' CHECK (length(purchase) <= 300),
    amount {int} CHECK (amount >= 0),           -- minor units, of a purchase
    CHECK (event IS NOT NULL OR title IS NOT NULL OR purchase <> '')
);
CREATE INDEX activity_link_activity ON activity_link (activity);
CREATE INDEX activity_link_event ON activity_link (event) WHERE event IS NOT NULL;
CREATE INDEX activity_link_title ON activity_link (title) WHERE title IS NOT NULL;

-- What a project promised to reach. The number that was reached stands nowhere: it is made of the rows under it.
CREATE TABLE indicator (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    unit TEXT NOT NULL CHECK (length(unit) <= 120),
    baseline {int} NOT NULL DEFAULT 0 CHECK (baseline >= 0),
    target {int} NOT NULL CHECK (target > 0),
    due TEXT,
    way TEXT NOT NULL CHECK (way IN ('sum', 'last', 'count')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)      -- why there is no evidence, at the end
);
CREATE INDEX indicator_project ON indicator (project);

CREATE TABLE evidence_row (
    id {id},
    indicator {int} NOT NULL REFERENCES indicator (id),
    day TEXT NOT NULL,
    amount {int} CHECK (amount >= 0),           -- null where it is counted
    counted TEXT CHECK (counted IN ('participants', 'certificates')),   -- what of the event
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    event {int} REFERENCES event (id),
    title {int} REFERENCES title (id),
    activity {int} REFERENCES project_activity (id),
    file {int} REFERENCES file (id),
    added {int} NOT NULL,
    CHECK (amount IS NOT NULL OR counted IS NOT NULL)
);
CREATE INDEX evidence_row_indicator ON evidence_row (indicator);
CREATE INDEX evidence_row_event ON evidence_row (event) WHERE event IS NOT NULL;
CREATE INDEX evidence_row_title ON evidence_row (title) WHERE title IS NOT NULL;
CREATE INDEX evidence_row_activity ON evidence_row (activity) WHERE activity IS NOT NULL;
CREATE INDEX evidence_row_file ON evidence_row (file) WHERE file IS NOT NULL;

CREATE TABLE project_report (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    recipient_name TEXT NOT NULL CHECK (length(recipient_name) <= 200), -- to whom it goes
    due TEXT NOT NULL,
    sent TEXT,
    file {int} REFERENCES file (id),
    reminded_early {int},
    reminded_late {int}
);
CREATE INDEX project_report_project ON project_report (project, due);
CREATE INDEX project_report_file ON project_report (file) WHERE file IS NOT NULL;

CREATE TABLE project_file (
    id {id},
    project {int} NOT NULL REFERENCES project (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    added {int} NOT NULL
);
CREATE INDEX project_file_project ON project_file (project);
CREATE INDEX project_file_file ON project_file (file);

-- What was done under an agreement.
CREATE TABLE agreement_deed (
    id {id},
    agreement {int} NOT NULL REFERENCES agreement (id),
    day TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    event {int} REFERENCES event (id),
    project {int} REFERENCES project (id)
);
CREATE INDEX agreement_deed_agreement ON agreement_deed (agreement, day);
CREATE INDEX agreement_deed_event ON agreement_deed (event) WHERE event IS NOT NULL;
CREATE INDEX agreement_deed_project ON agreement_deed (project) WHERE project IS NOT NULL;

-- How many years after its end a project stands with the names and hours of its people, from a day on.
CREATE TABLE project_rule (
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    years {int} NOT NULL CHECK (years > 0),
    PRIMARY KEY (centre, since)
);
