CREATE TABLE access_key (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 120),             -- what it is for
    scopes TEXT NOT NULL CHECK (length(scopes) <= 300),         -- what may be read with it
    beginning TEXT NOT NULL CHECK (length(beginning) <= 40),    -- of the secret, by which people tell keys apart
    digest BLOB NOT NULL,                     -- of the secret, which is kept nowhere
    until TEXT NOT NULL,                        -- the last day on which it opens anything
    made INTEGER NOT NULL,
    made_by INTEGER REFERENCES person (id),
    ended INTEGER,                                -- when somebody ended it before that
    used INTEGER                                  -- when it was used last
);

CREATE INDEX access_key_centre ON access_key (centre);

CREATE UNIQUE INDEX access_key_digest ON access_key (digest);

CREATE INDEX access_key_made_by ON access_key (made_by) WHERE made_by IS NOT NULL;

CREATE TABLE access_use (
    id INTEGER PRIMARY KEY,
    access_key INTEGER NOT NULL REFERENCES access_key (id),
    day TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('events:read', 'registrations:read', 'certificates:read', 'claims:read', 'figures:read')),
    calls INTEGER NOT NULL CHECK (calls > 0),
    told INTEGER NOT NULL CHECK (told >= 0)
);

CREATE UNIQUE INDEX access_use_day ON access_use (access_key, day, scope);

CREATE TABLE accreditor (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) <= 120),          -- ZUOV, NAJU, NŠA, own
    name TEXT NOT NULL CHECK (length(name) <= 200),
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    -- Its rules, as data, each with what it rests on: they change, and differ from one accreditor to the next.
    unlisted TEXT NOT NULL DEFAULT 'warned' CHECK (unlisted IN ('refused', 'warned', 'allowed')),  -- a trainer whom the programme does not list
    leaving TEXT NOT NULL DEFAULT 'withdrawn' CHECK (leaving IN ('withdrawn', 'kept')),   -- a programme that the state's register has let go
    leaving_basis TEXT NOT NULL DEFAULT '' CHECK (length(leaving_basis) <= 300),
    unlisted_basis TEXT NOT NULL DEFAULT '' CHECK (length(unlisted_basis) <= 300),
    unheld_months INTEGER CHECK (unheld_months BETWEEN 1 AND 120),    -- from this month of a cycle on it warns of what was never held in it
    unheld_basis TEXT NOT NULL DEFAULT '' CHECK (length(unheld_basis) <= 300),
    needs TEXT NOT NULL DEFAULT '' CHECK (length(needs) <= 1000)    -- what a programme must tell before it is written into the state's register
);

CREATE TABLE act_token (
    token TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    path TEXT NOT NULL,                 -- where the browser was sent
    notice TEXT                         -- what it was told; forgotten after an hour, for it may name people
);

CREATE INDEX act_token_at ON act_token (at);

CREATE TABLE activity_link (
    id INTEGER PRIMARY KEY,
    activity INTEGER NOT NULL REFERENCES project_activity (id),
    event INTEGER REFERENCES event (id),
    title INTEGER REFERENCES title (id),
    purchase TEXT NOT NULL DEFAULT '' CHECK (length(purchase) <= 300),
    amount INTEGER CHECK (amount >= 0),           -- minor units, of a purchase
    CHECK (event IS NOT NULL OR title IS NOT NULL OR purchase <> '')
);

CREATE INDEX activity_link_activity ON activity_link (activity);

CREATE INDEX activity_link_event ON activity_link (event) WHERE event IS NOT NULL;

CREATE INDEX activity_link_title ON activity_link (title) WHERE title IS NOT NULL;

CREATE TABLE agreement (
    id INTEGER PRIMARY KEY,
    partner INTEGER NOT NULL REFERENCES partner (id),
    kind TEXT NOT NULL CHECK (kind IN ('protocol', 'agreement', 'contract')),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    signed TEXT NOT NULL,
    until TEXT,                                 -- the last day; null: without a term
    file INTEGER REFERENCES file (id),
    ended TEXT,                                 -- the day on which it ended before its term, or was replaced
    reminded_early INTEGER,
    reminded_late INTEGER
);

CREATE INDEX agreement_file ON agreement (file) WHERE file IS NOT NULL;

CREATE INDEX agreement_partner ON agreement (partner);

CREATE INDEX agreement_until ON agreement (until) WHERE until IS NOT NULL;

CREATE TABLE agreement_deed (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES agreement (id),
    day TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    event INTEGER REFERENCES event (id),
    project INTEGER REFERENCES project (id)
);

CREATE INDEX agreement_deed_agreement ON agreement_deed (agreement, day);

CREATE INDEX agreement_deed_event ON agreement_deed (event) WHERE event IS NOT NULL;

CREATE INDEX agreement_deed_project ON agreement_deed (project) WHERE project IS NOT NULL;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('news', 'page')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    day TEXT NOT NULL,                  -- the local day that it bears
    picture INTEGER REFERENCES file (id),
    changed INTEGER NOT NULL
, starts INTEGER, ends INTEGER, information BOOLEAN NOT NULL DEFAULT 0, checked TEXT, source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 300), link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300));

CREATE INDEX article_ends ON article (centre, ends) WHERE ends IS NOT NULL;

CREATE INDEX article_list ON article (centre, kind, state, day);

CREATE INDEX article_picture ON article (picture);

CREATE TABLE article_text (
    article INTEGER NOT NULL REFERENCES article (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),        -- Markdown
    PRIMARY KEY (article, language)
);

CREATE TABLE attempt (
    name TEXT PRIMARY KEY,              -- what and for whom, hashed where it would name a person
    window_start INTEGER NOT NULL,
    count INTEGER NOT NULL
);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    registration INTEGER NOT NULL REFERENCES registration (id),
    session INTEGER NOT NULL REFERENCES event_session (id),
    mark TEXT CHECK (mark IN ('present', 'late', 'left', 'excused', 'absent')),
    missed INTEGER NOT NULL DEFAULT 0 CHECK (missed >= 0),    -- minutes, by coming late or leaving early
    source TEXT NOT NULL CHECK (source IN ('door', 'self', 'sheet', 'rest', 'report')),
    person INTEGER,                       -- who marked
    at INTEGER NOT NULL,                  -- when it was marked, which may be before it reached us
    UNIQUE (registration, session)
);

CREATE INDEX attendance_session ON attendance (session);

CREATE TABLE attendance_key (
    key TEXT PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES event_session (id),
    at INTEGER NOT NULL
);

CREATE INDEX attendance_key_at ON attendance_key (at);

CREATE INDEX attendance_key_session ON attendance_key (session);

CREATE TABLE authorship (
    id INTEGER PRIMARY KEY,
    practice INTEGER REFERENCES practice (id),
    publication INTEGER REFERENCES publication (id),
    person INTEGER NOT NULL REFERENCES person (id),
    place INTEGER NOT NULL,
    agreed INTEGER,                       -- when they said that it is theirs too
    school INTEGER REFERENCES school (id),        -- at which they worked
    confirmed INTEGER,                    -- when somebody of the school had seen it
    confirmed_by INTEGER,
    points INTEGER CHECK (points >= 0),
    CHECK ((practice IS NULL) <> (publication IS NULL))
);

CREATE INDEX authorship_person ON authorship (person);

CREATE UNIQUE INDEX authorship_practice ON authorship (practice, person) WHERE practice IS NOT NULL;

CREATE UNIQUE INDEX authorship_publication ON authorship (publication, person) WHERE publication IS NOT NULL;

CREATE INDEX authorship_school ON authorship (school) WHERE school IS NOT NULL;

CREATE TABLE biography (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    changed INTEGER NOT NULL
);

CREATE TABLE booking (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    hall INTEGER REFERENCES hall (id),
    equipment INTEGER REFERENCES equipment (id),
    session INTEGER REFERENCES event_session (id),                        -- null: the centre's own use, or a block
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 200),
    begins INTEGER NOT NULL,                                              -- with the time for setting up
    ends INTEGER NOT NULL,                                                -- with the time for clearing
    person INTEGER,                                                       -- who wrote it down
    written INTEGER NOT NULL,
    CHECK (begins < ends),
    CHECK ((hall IS NULL) <> (equipment IS NULL))
);

CREATE INDEX booking_centre ON booking (centre, ends);

CREATE INDEX booking_equipment ON booking (equipment, ends);

CREATE INDEX booking_hall ON booking (hall, ends);

CREATE INDEX booking_session ON booking (session);

CREATE TABLE borrower (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'institution', 'pupil')),
    person INTEGER REFERENCES person (id),        -- who borrows, or answers for the institution or the pupil
    school INTEGER REFERENCES school (id),        -- the institution; the pupil's
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of a pupil, of an institution that is no school; of a person whose account is gone while something is out
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),    -- who answers for it and has no account
    class TEXT NOT NULL DEFAULT '' CHECK (length(class) <= 40),
    card TEXT NOT NULL CHECK (length(card) <= 40),
    consent TEXT,                       -- the day on which the guardian's paper was seen
    blocked TEXT NOT NULL DEFAULT '' CHECK (length(blocked) <= 1000),   -- why nothing is lent to them
    made INTEGER NOT NULL,
    CHECK (kind <> 'pupil' OR consent IS NOT NULL)
);

CREATE INDEX borrower_at ON borrower (school) WHERE school IS NOT NULL;

CREATE UNIQUE INDEX borrower_card ON borrower (card);

CREATE INDEX borrower_centre ON borrower (centre, kind);

CREATE INDEX borrower_person ON borrower (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX borrower_school ON borrower (centre, school) WHERE kind = 'institution' AND school IS NOT NULL;

CREATE TABLE brought_item (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES brought_record (id),
    source TEXT NOT NULL CHECK (length(source) <= 120),         -- as the other installation names it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    day TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),   -- of its certificate
    checked BOOLEAN NOT NULL,
    ended INTEGER,                                -- since when its certificate is no longer good, as far as it was heard
    entry INTEGER REFERENCES portfolio_entry (id) ON DELETE SET NULL
);

CREATE INDEX brought_item_code ON brought_item (code) WHERE code <> '';

CREATE INDEX brought_item_entry ON brought_item (entry) WHERE entry IS NOT NULL;

CREATE UNIQUE INDEX brought_item_source ON brought_item (record, source);

CREATE TABLE brought_record (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    neighbour INTEGER REFERENCES neighbour (id),  -- which signed it; null where nobody here knows it
    installation TEXT NOT NULL CHECK (length(installation) <= 120),
    site TEXT NOT NULL CHECK (length(site) <= 300),
    name TEXT NOT NULL CHECK (length(name) <= 200),             -- of the centre from which it comes
    made INTEGER NOT NULL,
    brought INTEGER NOT NULL,
    digest TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('checked', 'unknown', 'revoked')),
    skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped >= 0)       -- items that were here already, or that nobody could read
);

CREATE UNIQUE INDEX brought_record_digest ON brought_record (person, digest);

CREATE INDEX brought_record_installation ON brought_record (installation);

CREATE INDEX brought_record_neighbour ON brought_record (neighbour) WHERE neighbour IS NOT NULL;

CREATE TABLE budget_line (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    planned INTEGER NOT NULL CHECK (planned >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0)
);

CREATE INDEX budget_line_project ON budget_line (project);

CREATE TABLE budget_spending (
    id INTEGER PRIMARY KEY,
    line INTEGER NOT NULL REFERENCES budget_line (id),
    day TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (length(paper) <= 120),                   -- the number of the paper
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    amount INTEGER NOT NULL CHECK (amount > 0)
);

CREATE INDEX budget_spending_line ON budget_spending (line);

CREATE TABLE calendar_address (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    hall INTEGER REFERENCES hall (id),
    person INTEGER REFERENCES person (id),
    round INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX calendar_address_centre ON calendar_address (centre);

CREATE INDEX calendar_address_hall ON calendar_address (hall);

CREATE INDEX calendar_address_person ON calendar_address (person);

CREATE TABLE card_series (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    last_number INTEGER NOT NULL
);

CREATE TABLE career (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    works_since TEXT,
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 120),
    title_since TEXT
);

CREATE TABLE centre (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- in the centre's own language and script
    name_lt TEXT CHECK (length(name_lt) <= 200),
    name_en TEXT CHECK (length(name_en) <= 200),
    host TEXT UNIQUE CHECK (length(host) <= 300),                   -- the address that chooses it; null while there is one centre
    zone TEXT NOT NULL,                 -- e.g. Europe/Belgrade
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    municipality INTEGER REFERENCES municipality (id),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    email TEXT NOT NULL CHECK (length(email) <= 200),
    phone_asked TEXT NOT NULL DEFAULT 'may' CHECK (phone_asked IN ('no', 'may', 'must')),   -- of whoever applies
    job_asked TEXT NOT NULL DEFAULT 'may' CHECK (job_asked IN ('no', 'may', 'must')),
    offer_hours INTEGER NOT NULL DEFAULT 48,      -- how long an offered seat waits for an answer
    cutoff_days INTEGER NOT NULL DEFAULT 3,       -- no offers later than this before the start
    deadline_days INTEGER NOT NULL DEFAULT 15,    -- applications close so long before the start
    decision_days INTEGER NOT NULL DEFAULT 7,     -- when a group that is too small is decided upon
    undo_hours INTEGER NOT NULL DEFAULT 24,       -- how long holding and closing an event can be taken back
    names_days INTEGER NOT NULL DEFAULT 7,        -- seats of a school without a name are named so long before the start
    approval_days INTEGER NOT NULL DEFAULT 3      -- so many working days a school's seats wait for its head
);

CREATE TABLE centre_document (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    section TEXT NOT NULL CHECK (section IN ('plan', 'report', 'informer', 'prices', 'act', 'other')),
    year INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT 0,
    added INTEGER NOT NULL
);

CREATE INDEX centre_document_file ON centre_document (file);

CREATE INDEX centre_document_list ON centre_document (centre, section, year);

CREATE TABLE centre_logo (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    picture TEXT NOT NULL REFERENCES picture (digest),
    since INTEGER NOT NULL
);

CREATE INDEX centre_logo_picture ON centre_logo (picture);

CREATE TABLE centre_territory (
    centre INTEGER NOT NULL REFERENCES centre (id),
    municipality INTEGER NOT NULL UNIQUE REFERENCES municipality (id),   -- one centre answers for a municipality
    PRIMARY KEY (centre, municipality)
);

CREATE TABLE centre_word (
    centre INTEGER NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    key TEXT NOT NULL CHECK (length(key) <= 200),       -- name of the shipped text
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    shipped TEXT NOT NULL CHECK (length(shipped) <= 10000),    -- the shipped text in whose place it was written
    since INTEGER NOT NULL,
    PRIMARY KEY (centre, language, key)
);

CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    batch INTEGER REFERENCES certificate_batch (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    part TEXT NOT NULL CHECK (part IN ('participant', 'trainer', 'presenter', 'organiser', 'mentor')),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'valid', 'void', 'replaced')),
    person INTEGER REFERENCES person (id),    -- null for somebody known by name alone
    event INTEGER REFERENCES event (id),
    registration INTEGER REFERENCES registration (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- as printed
    key_azbuka BLOB NOT NULL,
    hours INTEGER NOT NULL DEFAULT 0 CHECK (hours >= 0),
    points INTEGER NOT NULL DEFAULT 0 CHECK (points >= 0),
    approved INTEGER NOT NULL DEFAULT 0,  -- hours of the programme: more points than that are never printed
    facts TEXT,                         -- everything printed, as canonical JSON; null when erased by rule
    code TEXT NOT NULL UNIQUE,
    register INTEGER REFERENCES register (id),
    number INTEGER,                       -- running number in the register
    label TEXT NOT NULL DEFAULT '',     -- the number as printed
    day TEXT,                           -- of issue
    issued INTEGER,
    signed_by INTEGER,
    payload TEXT NOT NULL DEFAULT '',   -- what the QR code carries, with its signature
    credential TEXT NOT NULL DEFAULT '',    -- the Open Badge, as a signed JWT
    key TEXT REFERENCES signing_key (id),
    duplicate_of INTEGER REFERENCES certificate (id),
    replaces INTEGER REFERENCES certificate (id),
    ended INTEGER,                        -- when it became void or was replaced
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    earlier BOOLEAN NOT NULL DEFAULT 0,    -- typed over from an earlier register: this system did not sign it
    CHECK (points <= approved),
    CHECK (state = 'prepared' OR (register IS NOT NULL AND day IS NOT NULL AND issued IS NOT NULL)),
    CHECK (state = 'prepared' OR number IS NOT NULL OR earlier OR duplicate_of IS NOT NULL)
);

CREATE INDEX certificate_batch_list ON certificate (batch, id);

CREATE INDEX certificate_centre ON certificate (centre, issued);

CREATE INDEX certificate_duplicate ON certificate (duplicate_of);

CREATE INDEX certificate_earlier ON certificate (day) WHERE earlier;

CREATE INDEX certificate_event ON certificate (event);

CREATE INDEX certificate_key ON certificate (key);

CREATE UNIQUE INDEX certificate_number ON certificate (register, number) WHERE duplicate_of IS NULL AND number IS NOT NULL AND NOT earlier;

CREATE UNIQUE INDEX certificate_once ON certificate (event, kind, part, person)
    WHERE state IN ('prepared', 'valid') AND duplicate_of IS NULL AND replaces IS NULL AND person IS NOT NULL AND NOT earlier;

CREATE INDEX certificate_person ON certificate (person, issued);

CREATE INDEX certificate_register ON certificate (register, number, id);

CREATE INDEX certificate_registration ON certificate (registration);

CREATE UNIQUE INDEX certificate_replaces ON certificate (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE certificate_batch (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    event INTEGER REFERENCES event (id),
    prepared INTEGER NOT NULL,
    prepared_by INTEGER,
    signed INTEGER,
    signed_by INTEGER,
    is_mailed BOOLEAN NOT NULL DEFAULT 0,
    document TEXT NOT NULL DEFAULT 'none' CHECK (document IN ('none', 'waiting', 'ready', 'failed')),
    done INTEGER NOT NULL DEFAULT 0,      -- how many of its documents are set
    fault TEXT NOT NULL DEFAULT ''      -- why they could not be set
);

CREATE INDEX certificate_batch_event ON certificate_batch (event, id);

CREATE INDEX certificate_batch_open ON certificate_batch (centre, id) WHERE signed IS NULL;

CREATE TABLE certificate_retention (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    since TEXT NOT NULL,                -- the first day of issue that it holds for
    years INTEGER NOT NULL CHECK (years BETWEEN 10 AND 100),
    UNIQUE (centre, kind, since)
);

CREATE TABLE circle (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('subject', 'council', 'network')),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    aim TEXT NOT NULL DEFAULT '' CHECK (length(aim) <= 1000),
    joining TEXT NOT NULL CHECK (joining IN ('open', 'chair')),
    quorum TEXT NOT NULL CHECK (quorum IN ('half', 'third', 'number')),
    quorum_number INTEGER NOT NULL DEFAULT 1 CHECK (quorum_number > 0),  -- where the rule is a number
    talks BOOLEAN NOT NULL DEFAULT 0,      -- whether its members write to one another here
    council INTEGER REFERENCES circle (id),       -- the one that stands over it; its chair sits there
    closed TEXT                                 -- the day on which it ended
);

CREATE INDEX circle_centre ON circle (centre);

CREATE INDEX circle_council ON circle (council) WHERE council IS NOT NULL;

CREATE TABLE circle_attendance (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES circle_meeting (id),
    person INTEGER NOT NULL REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    comes BOOLEAN,
    present BOOLEAN
);

CREATE INDEX circle_attendance_of ON circle_attendance (person);

CREATE UNIQUE INDEX circle_attendance_person ON circle_attendance (meeting, person);

CREATE INDEX circle_attendance_school ON circle_attendance (school) WHERE school IS NOT NULL;

CREATE TABLE circle_chair (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    person INTEGER NOT NULL REFERENCES person (id),
    deputy BOOLEAN NOT NULL DEFAULT 0,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    meeting INTEGER REFERENCES circle_meeting (id)        -- that elected them; null: the centre has set it
);

CREATE INDEX circle_chair_circle ON circle_chair (circle);

CREATE INDEX circle_chair_meeting ON circle_chair (meeting) WHERE meeting IS NOT NULL;

CREATE INDEX circle_chair_person ON circle_chair (person);

CREATE TABLE circle_conclusion (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    meeting INTEGER REFERENCES circle_meeting (id),
    point INTEGER REFERENCES circle_point (id),
    plan_line INTEGER REFERENCES circle_plan_line (id),
    event INTEGER REFERENCES event (id),          -- that came of it
    day TEXT NOT NULL,                          -- on which it was concluded
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    owner INTEGER REFERENCES person (id),         -- null: whoever it was has gone
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'underway', 'done', 'dropped')),
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),
    advice BOOLEAN NOT NULL DEFAULT 0,     -- too few were there to decide
    settled TEXT,                               -- the day on which it was done or dropped
    reminded INTEGER,
    reminded_late INTEGER
);

CREATE INDEX circle_conclusion_circle ON circle_conclusion (circle, day);

CREATE INDEX circle_conclusion_due ON circle_conclusion (due) WHERE settled IS NULL;

CREATE INDEX circle_conclusion_event ON circle_conclusion (event) WHERE event IS NOT NULL;

CREATE INDEX circle_conclusion_meeting ON circle_conclusion (meeting) WHERE meeting IS NOT NULL;

CREATE INDEX circle_conclusion_owner ON circle_conclusion (owner) WHERE owner IS NOT NULL;

CREATE INDEX circle_conclusion_plan_line ON circle_conclusion (plan_line) WHERE plan_line IS NOT NULL;

CREATE INDEX circle_conclusion_point ON circle_conclusion (point) WHERE point IS NOT NULL;

CREATE TABLE circle_file (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person INTEGER REFERENCES person (id),
    added INTEGER NOT NULL
);

CREATE INDEX circle_file_circle ON circle_file (circle);

CREATE INDEX circle_file_file ON circle_file (file);

CREATE INDEX circle_file_person ON circle_file (person) WHERE person IS NOT NULL;

CREATE TABLE circle_meeting (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    day TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL CHECK (ends > begins),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),      -- of the room on the net, for members only
    event INTEGER REFERENCES event (id),          -- the event of the centre at which it met; its conclusions are shown too
    invited INTEGER,
    sequence INTEGER NOT NULL DEFAULT 0,          -- of the entry in the calendars
    cancelled INTEGER
);

CREATE INDEX circle_meeting_circle ON circle_meeting (circle, day);

CREATE INDEX circle_meeting_event ON circle_meeting (event) WHERE event IS NOT NULL;

CREATE TABLE circle_member (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    person INTEGER NOT NULL REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    asked INTEGER NOT NULL,
    since TEXT,
    until TEXT,                                 -- the last day
    digest BOOLEAN NOT NULL DEFAULT 0,     -- whether what is written comes by letter
    digest_post INTEGER NOT NULL DEFAULT 0        -- the last of what was sent so
);

CREATE INDEX circle_member_circle ON circle_member (circle);

CREATE UNIQUE INDEX circle_member_open ON circle_member (circle, person) WHERE until IS NULL;

CREATE INDEX circle_member_person ON circle_member (person);

CREATE INDEX circle_member_school ON circle_member (school) WHERE school IS NOT NULL;

CREATE TABLE circle_minutes (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES circle_meeting (id),
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    edition INTEGER NOT NULL DEFAULT 1,           -- counts each saving, so that two who write at once learn of it
    written INTEGER NOT NULL,
    writer INTEGER REFERENCES person (id),
    signed INTEGER,
    signed_by INTEGER REFERENCES person (id),
    members INTEGER,                              -- of the circle on that day, once it is signed
    present INTEGER,
    needed INTEGER                                -- so many had to be there
);

CREATE INDEX circle_minutes_signed_by ON circle_minutes (signed_by) WHERE signed_by IS NOT NULL;

CREATE UNIQUE INDEX circle_minutes_version ON circle_minutes (meeting, version);

CREATE INDEX circle_minutes_writer ON circle_minutes (writer) WHERE writer IS NOT NULL;

CREATE TABLE circle_plan_line (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    year INTEGER NOT NULL,                        -- in which it begins
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    term TEXT NOT NULL DEFAULT '' CHECK (length(term) <= 120),
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    done TEXT,                                  -- the day on which it was
    earlier INTEGER REFERENCES circle_plan_line (id)      -- of the year before, from which it came over
);

CREATE INDEX circle_plan_line_circle ON circle_plan_line (circle, year);

CREATE INDEX circle_plan_line_earlier ON circle_plan_line (earlier) WHERE earlier IS NOT NULL;

CREATE TABLE circle_point (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES circle_meeting (id),
    place INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) <= 300),
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0),
    abstained INTEGER CHECK (abstained >= 0)
);

CREATE INDEX circle_point_meeting ON circle_point (meeting);

CREATE TABLE circle_post (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    person INTEGER NOT NULL REFERENCES person (id),
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    at INTEGER NOT NULL,
    reported INTEGER,
    reported_by INTEGER REFERENCES person (id),
    hidden INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);

CREATE INDEX circle_post_circle ON circle_post (circle);

CREATE INDEX circle_post_person ON circle_post (person);

CREATE INDEX circle_post_reported_by ON circle_post (reported_by) WHERE reported_by IS NOT NULL;

CREATE TABLE circle_visit (
    id INTEGER PRIMARY KEY,
    circle INTEGER NOT NULL REFERENCES circle (id),
    day TEXT NOT NULL,
    lesson TEXT NOT NULL CHECK (length(lesson) <= 300),
    seen TEXT NOT NULL DEFAULT '' CHECK (length(seen) <= 1000)
);

CREATE INDEX circle_visit_circle ON circle_visit (circle);

CREATE TABLE circle_visit_side (
    id INTEGER PRIMARY KEY,
    visit INTEGER NOT NULL REFERENCES circle_visit (id),
    part TEXT NOT NULL CHECK (part IN ('host', 'guest')),
    person INTEGER NOT NULL REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    signed INTEGER,
    asked INTEGER,
    asked_again INTEGER,
    confirmed INTEGER,                            -- when the team of the school gave what its table gives
    points INTEGER CHECK (points >= 0)
);

CREATE UNIQUE INDEX circle_visit_side_part ON circle_visit_side (visit, part);

CREATE INDEX circle_visit_side_person ON circle_visit_side (person);

CREATE INDEX circle_visit_side_school ON circle_visit_side (school) WHERE school IS NOT NULL;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    registration INTEGER REFERENCES registration (id),    -- of a seat
    event INTEGER REFERENCES event (id),
    person INTEGER REFERENCES person (id),                -- for whom; another one when the seat is handed over
    school INTEGER REFERENCES school (id),                -- on whose behalf
    listed INTEGER REFERENCES price (id),                 -- of what stands in the price list
    what TEXT NOT NULL CHECK (length(what) <= 300),
    price INTEGER NOT NULL CHECK (price >= 0),            -- in hundredths, whole
    reduced INTEGER NOT NULL DEFAULT 0 CHECK (reduced >= 0),
    rule INTEGER REFERENCES reduction (id),               -- by which it is less
    reduction TEXT NOT NULL DEFAULT '' CHECK (length(reduction) <= 200),        -- the same in words, as it was then
    amount INTEGER NOT NULL CHECK (amount >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    made INTEGER NOT NULL,
    asked TEXT NOT NULL,                -- the day on which it was applied for
    due TEXT NOT NULL,
    cancelled INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    CHECK (amount = price - reduced)
);

CREATE INDEX claim_by_rule ON claim (rule) WHERE rule IS NOT NULL;

CREATE INDEX claim_cancelled ON claim (centre) WHERE cancelled IS NOT NULL;

CREATE INDEX claim_centre ON claim (centre, made);

CREATE INDEX claim_event ON claim (event) WHERE event IS NOT NULL;

CREATE INDEX claim_listed ON claim (listed) WHERE listed IS NOT NULL;

CREATE INDEX claim_person ON claim (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX claim_registration ON claim (registration) WHERE registration IS NOT NULL;

CREATE INDEX claim_school ON claim (school) WHERE school IS NOT NULL;

CREATE TABLE claim_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    starts TEXT NOT NULL,
    due_days INTEGER NOT NULL CHECK (due_days BETWEEN 0 AND 365),
    keep_years INTEGER NOT NULL CHECK (keep_years BETWEEN 1 AND 50),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)
);

CREATE UNIQUE INDEX claim_rule_centre ON claim_rule (centre, starts);

CREATE TABLE claim_share (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claim (id),
    centre INTEGER NOT NULL REFERENCES centre (id),
    payer INTEGER REFERENCES payer (id),
    purse INTEGER REFERENCES purse (id),
    purse_year INTEGER,                   -- of whose money
    amount INTEGER NOT NULL CHECK (amount >= 0),
    debited INTEGER NOT NULL DEFAULT 0 CHECK (debited >= 0),      -- added by a debit note
    paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0),            -- less what was given back
    credited INTEGER NOT NULL DEFAULT 0 CHECK (credited >= 0),    -- taken off
    lost INTEGER NOT NULL DEFAULT 0 CHECK (lost >= 0),            -- written off
    rest INTEGER NOT NULL,                -- still to be paid; below nothing: to be given back
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 40), -- digits of the year, the event and the share, without the control
    due TEXT NOT NULL,
    invoiced BOOLEAN NOT NULL DEFAULT 0,
    gone BOOLEAN NOT NULL DEFAULT 0,               -- the claim was divided anew: it is worth nothing any more
    CHECK (payer IS NOT NULL OR purse IS NOT NULL),
    CHECK ((purse IS NULL) = (purse_year IS NULL)),
    CHECK (rest = amount + debited - paid - credited - lost)
);

CREATE INDEX claim_share_back ON claim_share (centre, id) WHERE rest < 0;

CREATE INDEX claim_share_centre ON claim_share (centre);

CREATE INDEX claim_share_claim ON claim_share (claim);

CREATE INDEX claim_share_open ON claim_share (centre, due, id) WHERE rest > 0;

CREATE INDEX claim_share_owed ON claim_share (centre, payer, currency, due, rest, claim) WHERE rest > 0 AND payer IS NOT NULL;

CREATE INDEX claim_share_payer ON claim_share (payer, due) WHERE payer IS NOT NULL;

CREATE INDEX claim_share_purse ON claim_share (purse) WHERE purse IS NOT NULL;

CREATE UNIQUE INDEX claim_share_reference ON claim_share (reference) WHERE reference <> '';

CREATE TABLE club (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 10000),
    hall INTEGER REFERENCES hall (id),                    -- where it meets, if nothing else is said
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),    -- where that is no hall of the centre
    closed BOOLEAN NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
);

CREATE INDEX club_centre ON club (centre);

CREATE INDEX club_hall ON club (hall) WHERE hall IS NOT NULL;

CREATE TABLE club_booking (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES club_session (id),
    school INTEGER REFERENCES school (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 120),      -- of the group, such as 5b
    person INTEGER REFERENCES person (id),                -- the teacher
    state TEXT NOT NULL CHECK (state IN ('booked', 'waiting', 'cancelled')),
    pupils INTEGER NOT NULL CHECK (pupils > 0),           -- the sum of its grades
    adults INTEGER NOT NULL CHECK (adults >= 0),          -- who come along
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    made INTEGER NOT NULL,
    came_pupils INTEGER CHECK (came_pupils >= 0),         -- once it is told
    came_adults INTEGER CHECK (came_adults >= 0),
    reminded INTEGER
);

CREATE INDEX club_booking_person ON club_booking (person) WHERE person IS NOT NULL;

CREATE INDEX club_booking_school ON club_booking (school) WHERE school IS NOT NULL;

CREATE INDEX club_booking_session ON club_booking (session, state);

CREATE TABLE club_booking_grade (
    booking INTEGER NOT NULL REFERENCES club_booking (id),
    grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 12),
    pupils INTEGER NOT NULL CHECK (pupils > 0),
    PRIMARY KEY (booking, grade)
);

CREATE TABLE club_day (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    made INTEGER NOT NULL
);

CREATE UNIQUE INDEX club_day_event ON club_day (event);

CREATE TABLE club_idea (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    person INTEGER REFERENCES person (id),                -- who wrote it
    school INTEGER REFERENCES school (id),
    grade INTEGER CHECK (grade BETWEEN 0 AND 12),         -- of the pupil for whom a teacher wrote it
    state TEXT NOT NULL CHECK (state IN ('sent', 'open', 'taken', 'done', 'declined')),
    way TEXT CHECK (way IN ('topic', 'project', 'contest')),        -- what it becomes
    topic INTEGER REFERENCES club_topic (id),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),   -- what becomes of it, or why it does not stand there
    mentor INTEGER REFERENCES person (id),
    sent INTEGER NOT NULL,
    screened INTEGER,
    taken INTEGER,
    done INTEGER
);

CREATE INDEX club_idea_centre ON club_idea (centre, state);

CREATE INDEX club_idea_mentor ON club_idea (mentor) WHERE mentor IS NOT NULL;

CREATE INDEX club_idea_person ON club_idea (person) WHERE person IS NOT NULL;

CREATE INDEX club_idea_school ON club_idea (school) WHERE school IS NOT NULL;

CREATE INDEX club_idea_topic ON club_idea (topic) WHERE topic IS NOT NULL;

CREATE TABLE club_join (
    id INTEGER PRIMARY KEY,
    idea INTEGER NOT NULL REFERENCES club_idea (id),
    person INTEGER NOT NULL REFERENCES person (id),
    pupils INTEGER NOT NULL CHECK (pupils >= 0),
    at INTEGER NOT NULL
);

CREATE INDEX club_join_of ON club_join (person);

CREATE UNIQUE INDEX club_join_person ON club_join (idea, person);

CREATE TABLE club_mentor (
    id INTEGER PRIMARY KEY,
    club INTEGER NOT NULL REFERENCES club (id),
    person INTEGER NOT NULL REFERENCES person (id),
    leads BOOLEAN NOT NULL DEFAULT 0,
    since INTEGER NOT NULL
);

CREATE INDEX club_mentor_of ON club_mentor (person);

CREATE UNIQUE INDEX club_mentor_person ON club_mentor (club, person);

CREATE TABLE club_session (
    id INTEGER PRIMARY KEY,
    club INTEGER NOT NULL REFERENCES club (id),
    kind TEXT NOT NULL CHECK (kind IN ('workshop', 'open')),
    topic INTEGER REFERENCES club_topic (id),             -- of a workshop
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- as it was called when it was planned
    day TEXT NOT NULL,
    begins INTEGER NOT NULL,                              -- minutes of the day, as on the wall
    ends INTEGER NOT NULL,
    starts INTEGER NOT NULL,                              -- the same as moments
    finishes INTEGER NOT NULL,
    places INTEGER NOT NULL CHECK (places >= 0),          -- none where the door is open
    hall INTEGER REFERENCES hall (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    person INTEGER REFERENCES person (id),                -- who leads it
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    pupils INTEGER CHECK (pupils >= 0),                   -- who came without booking, once that is told
    teachers INTEGER CHECK (teachers >= 0),
    others INTEGER CHECK (others >= 0),
    CHECK (begins < ends)
);

CREATE INDEX club_session_club ON club_session (club, day);

CREATE INDEX club_session_hall ON club_session (hall) WHERE hall IS NOT NULL;

CREATE INDEX club_session_person ON club_session (person) WHERE person IS NOT NULL;

CREATE INDEX club_session_starts ON club_session (starts);

CREATE INDEX club_session_topic ON club_session (topic) WHERE topic IS NOT NULL;

CREATE TABLE club_shift (
    id INTEGER PRIMARY KEY,
    stand INTEGER NOT NULL REFERENCES club_stand (id),
    starts INTEGER NOT NULL,
    finishes INTEGER NOT NULL,
    needed INTEGER NOT NULL CHECK (needed > 0),
    CHECK (starts < finishes)
);

CREATE INDEX club_shift_stand ON club_shift (stand);

CREATE TABLE club_stand (
    id INTEGER PRIMARY KEY,
    club_day INTEGER NOT NULL REFERENCES club_day (id),
    number INTEGER NOT NULL CHECK (number > 0),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200)
);

CREATE UNIQUE INDEX club_stand_number ON club_stand (club_day, number);

CREATE TABLE club_tally (
    id INTEGER PRIMARY KEY,
    stand INTEGER NOT NULL REFERENCES club_stand (id),
    kind TEXT NOT NULL CHECK (kind IN ('pupil', 'teacher', 'other')),
    number INTEGER NOT NULL CHECK (number > 0),
    at INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),                -- who counted
    undone INTEGER
);

CREATE INDEX club_tally_person ON club_tally (person) WHERE person IS NOT NULL;

CREATE INDEX club_tally_stand ON club_tally (stand);

CREATE TABLE club_thing (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES club_session (id),
    booking INTEGER,
    kit_booking INTEGER,
    name TEXT NOT NULL CHECK (length(name) <= 300),
    CHECK ((booking IS NULL) <> (kit_booking IS NULL))
);

CREATE INDEX club_thing_session ON club_thing (session);

CREATE TABLE club_topic (
    id INTEGER PRIMARY KEY,
    club INTEGER NOT NULL REFERENCES club (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    grade_from INTEGER CHECK (grade_from BETWEEN 0 AND 12),       -- 0: before school; null: for all
    grade_to INTEGER CHECK (grade_to BETWEEN 0 AND 12),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    places INTEGER NOT NULL CHECK (places > 0),           -- pupils at once
    needs TEXT NOT NULL DEFAULT '' CHECK (length(needs) <= 1000),   -- what has to be made ready, for those who lead it
    closed BOOLEAN NOT NULL DEFAULT 0,
    CHECK ((grade_from IS NULL) = (grade_to IS NULL))
);

CREATE INDEX club_topic_club ON club_topic (club);

CREATE TABLE club_volunteer (
    id INTEGER PRIMARY KEY,
    shift INTEGER NOT NULL REFERENCES club_shift (id),
    person INTEGER NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL
);

CREATE INDEX club_volunteer_of ON club_volunteer (person);

CREATE UNIQUE INDEX club_volunteer_person ON club_volunteer (shift, person);

CREATE TABLE completion_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- the first day of events that it holds for
    percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),   -- of the sessions
    excused BOOLEAN NOT NULL,            -- whether an excused session counts as attended
    minutes INTEGER NOT NULL CHECK (minutes >= 0),    -- that may be missed altogether, by coming late or leaving early
    UNIQUE (centre, since)
);

CREATE TABLE conclusion (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    owner TEXT NOT NULL DEFAULT '' CHECK (length(owner) <= 200),        -- as the minutes name them
    due TEXT,                           -- a local day
    done INTEGER,
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),   -- what came of it
    person INTEGER,                       -- who wrote it down
    at INTEGER NOT NULL
);

CREATE INDEX conclusion_event ON conclusion (event);

CREATE INDEX conclusion_open ON conclusion (due) WHERE done IS NULL;

CREATE TABLE content_version (
    id INTEGER PRIMARY KEY,
    written INTEGER NOT NULL,             -- what is written: of events, programmes, centres, certificates
    seats INTEGER NOT NULL                -- seats that were taken or freed, which happens far more often and which few pages show
);

CREATE TABLE contest (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'art', 'literary', 'research', 'festival', 'tools', 'book')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    lead TEXT NOT NULL DEFAULT '' CHECK (length(lead) <= 1000),
    rules TEXT NOT NULL DEFAULT '' CHECK (length(rules) <= 20000),              -- Markdown
    prizes TEXT NOT NULL DEFAULT '' CHECK (length(prizes) <= 1000),
    partners TEXT NOT NULL DEFAULT '' CHECK (length(partners) <= 1000),
    has_jury BOOLEAN NOT NULL,
    is_for_pupils BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'judging', 'decided', 'closed')),
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,              -- the minute itself still counts
    parent INTEGER REFERENCES contest (id),       -- the contest of a higher level, which takes works from this one
    threshold INTEGER CHECK (threshold >= 0),     -- points from which it takes them
    level TEXT NOT NULL CHECK (level IN ('school', 'municipality', 'state', 'centre')),
    decided_on TEXT,
    keep_months INTEGER CHECK (keep_months >= 0), -- as the rule was when it was decided
    event INTEGER REFERENCES event (id),          -- the opening, the performance
    poster INTEGER REFERENCES file (id),          -- a picture for the poster and the page
    created INTEGER NOT NULL,
    erased INTEGER,                       -- when what it held about children was erased
    CHECK (opens < closes)
);

CREATE INDEX contest_centre ON contest (centre, state, closes);

CREATE INDEX contest_event ON contest (event) WHERE event IS NOT NULL;

CREATE INDEX contest_parent ON contest (parent) WHERE parent IS NOT NULL;

CREATE INDEX contest_poster ON contest (poster) WHERE poster IS NOT NULL;

CREATE TABLE contest_author (
    id INTEGER PRIMARY KEY,
    work INTEGER NOT NULL REFERENCES contest_work (id),
    person INTEGER REFERENCES person (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    grade INTEGER CHECK (grade BETWEEN 0 AND 12),
    may_enter TEXT NOT NULL CHECK (may_enter IN ('unknown', 'yes', 'no')),
    may_show TEXT NOT NULL CHECK (may_show IN ('unknown', 'yes', 'no')),
    may_be_named TEXT NOT NULL CHECK (may_be_named IN ('unknown', 'yes', 'no')),
    consent TEXT NOT NULL CHECK (consent IN ('none', 'paper', 'link')),
    consented INTEGER,
    consent_key INTEGER NOT NULL DEFAULT 0,       -- how often the guardian's link was made anew; the link is a mark over it
    forgotten INTEGER
);

CREATE INDEX contest_author_person ON contest_author (person) WHERE person IS NOT NULL;

CREATE INDEX contest_author_work ON contest_author (work, id);

CREATE TABLE contest_category (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    discipline TEXT NOT NULL DEFAULT '' CHECK (length(discipline) <= 200),
    grade_from INTEGER CHECK (grade_from BETWEEN 0 AND 12),
    grade_to INTEGER CHECK (grade_to BETWEEN 0 AND 12),
    most_works INTEGER NOT NULL CHECK (most_works > 0),           -- that one mentor may send in
    kinds TEXT NOT NULL DEFAULT '' CHECK (length(kinds) <= 40), -- of files, with a blank between them: picture pdf text link
    least_pixels INTEGER CHECK (least_pixels > 0),                -- along the longer side
    most_bytes INTEGER CHECK (most_bytes > 0),
    position INTEGER NOT NULL
);

CREATE INDEX contest_category_contest ON contest_category (contest, position);

CREATE TABLE contest_file (
    id INTEGER PRIMARY KEY,
    work INTEGER NOT NULL REFERENCES contest_work (id),
    original INTEGER REFERENCES file (id),
    shown INTEGER REFERENCES file (id),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'pdf')),
    name TEXT NOT NULL CHECK (length(name) <= 200),             -- as it was called where it came from
    mark TEXT NOT NULL DEFAULT '' CHECK (length(mark) <= 40),   -- how a picture looks, in 64 bits, so that near doubles are found
    position INTEGER NOT NULL
);

CREATE INDEX contest_file_mark ON contest_file (mark) WHERE mark <> '';

CREATE INDEX contest_file_original ON contest_file (original) WHERE original IS NOT NULL;

CREATE INDEX contest_file_shown ON contest_file (shown) WHERE shown IS NOT NULL;

CREATE INDEX contest_file_work ON contest_file (work, position);

CREATE TABLE contest_retention (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 36),
    basis TEXT NOT NULL DEFAULT '' CHECK (length(basis) <= 200)
);

CREATE UNIQUE INDEX contest_retention_since ON contest_retention (centre, since);

CREATE TABLE contest_work (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    category INTEGER NOT NULL REFERENCES contest_category (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    mentor INTEGER REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    grade INTEGER CHECK (grade BETWEEN 0 AND 12),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 20000),
    alt TEXT NOT NULL DEFAULT '' CHECK (length(alt) <= 300),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'withdrawn', 'disqualified')),
    begun INTEGER NOT NULL,
    sent INTEGER,
    is_late BOOLEAN NOT NULL DEFAULT 0,
    admitted INTEGER,                     -- when the centre let in one that came late
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    minutes INTEGER CHECK (minutes > 0),          -- of a performance
    starts INTEGER,                       -- in the running order
    lent_from TEXT,                     -- an exhibit came
    returned TEXT,                      -- and went back
    reminded INTEGER,                     -- when its mentor was last reminded of what is missing
    taken_from INTEGER REFERENCES contest_work (id),              -- the same work at a lower level
    forgotten INTEGER
);

CREATE INDEX contest_work_category ON contest_work (category);

CREATE UNIQUE INDEX contest_work_code ON contest_work (code);

CREATE INDEX contest_work_contest ON contest_work (contest, state, category);

CREATE INDEX contest_work_mentor ON contest_work (mentor) WHERE mentor IS NOT NULL;

CREATE INDEX contest_work_school ON contest_work (school) WHERE school IS NOT NULL;

CREATE UNIQUE INDEX contest_work_taken ON contest_work (taken_from, contest) WHERE taken_from IS NOT NULL;

CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    title INTEGER NOT NULL REFERENCES title (id),
    number INTEGER NOT NULL CHECK (number > 0),   -- in the centre's inventory book
    label TEXT NOT NULL CHECK (length(label) <= 40),                        -- what its barcode says
    former TEXT NOT NULL DEFAULT '' CHECK (length(former) <= 40),           -- its number in the book that was kept before
    shelf TEXT NOT NULL DEFAULT '' CHECK (length(shelf) <= 120),
    state TEXT NOT NULL DEFAULT 'shelf' CHECK (state IN ('shelf', 'repair', 'lost', 'off')),
    condition TEXT NOT NULL DEFAULT '' CHECK (length(condition) <= 300),
    price INTEGER CHECK (price >= 0),             -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    origin TEXT NOT NULL CHECK (origin IN ('bought', 'given', 'exchanged', 'made')),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),          -- from which money, or whose gift it is
    acquired TEXT NOT NULL,             -- a day
    written_off TEXT,                   -- a day
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 200),      -- by which it was written off
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    CHECK ((state = 'off') = (written_off IS NOT NULL)),
    UNIQUE (centre, number)
);

CREATE INDEX copy_acquired ON copy (centre, acquired);

CREATE INDEX copy_former ON copy (centre, former) WHERE former <> '';

CREATE UNIQUE INDEX copy_label ON copy (label);

CREATE INDEX copy_title ON copy (title, number);

CREATE INDEX copy_written_off ON copy (centre, written_off) WHERE written_off IS NOT NULL;

CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    centre INTEGER NOT NULL REFERENCES centre (id),
    since INTEGER NOT NULL,               -- the first that nobody has seen; what it was the journal tells
    UNIQUE (person, centre)
);

CREATE INDEX correction_centre ON correction (centre);

CREATE TABLE cost (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    event INTEGER REFERENCES event (id),
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'travel', 'hall', 'food', 'material', 'lodging', 'service', 'other')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    per_head BOOLEAN NOT NULL DEFAULT 0,           -- what is planned is for each who comes
    planned INTEGER NOT NULL CHECK (planned >= 0),        -- minor units
    amount INTEGER CHECK (amount >= 0),                   -- what it came to
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'reserved', 'spent', 'dropped')),
    purse INTEGER REFERENCES purse (id),                  -- the source that pays it; null: fees and the house
    held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),    -- what is put aside there
    held_on TEXT,                                       -- when it was, whose year's money it is
    day TEXT,                                           -- when it was spent
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),  -- of the paper
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    contract INTEGER REFERENCES fee_contract (id),
    travel INTEGER REFERENCES travel_order (id),
    made INTEGER NOT NULL,
    CHECK (state <> 'spent' OR (amount IS NOT NULL AND day IS NOT NULL)),
    CHECK (state <> 'reserved' OR purse IS NOT NULL)
);

CREATE INDEX cost_centre ON cost (centre, state);

CREATE UNIQUE INDEX cost_contract ON cost (contract) WHERE contract IS NOT NULL;

CREATE INDEX cost_event ON cost (event) WHERE event IS NOT NULL;

CREATE INDEX cost_purse ON cost (purse) WHERE purse IS NOT NULL;

CREATE UNIQUE INDEX cost_travel ON cost (travel) WHERE travel IS NOT NULL;

CREATE TABLE cost_entry (
    entry INTEGER PRIMARY KEY REFERENCES ledger_entry (id),
    cost INTEGER NOT NULL REFERENCES cost (id)
);

CREATE INDEX cost_entry_cost ON cost_entry (cost);

CREATE TABLE counting_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    number INTEGER NOT NULL CHECK (number > 1),
    starts TEXT NOT NULL,                               -- the first day: a report goes by the rule of the last day of its year
    way TEXT NOT NULL CHECK (way IN ('marked', 'half', 'proof')),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    made INTEGER NOT NULL
);

CREATE UNIQUE INDEX counting_rule_number ON counting_rule (centre, number);

CREATE TABLE cycle (
    id INTEGER PRIMARY KEY,
    accreditor INTEGER NOT NULL REFERENCES accreditor (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- 2025/2026–2027/2028.
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    UNIQUE (accreditor, name),
    CHECK (first_day < last_day)
);

CREATE TABLE cycle_code (
    id INTEGER PRIMARY KEY,
    cycle INTEGER NOT NULL REFERENCES cycle (id),
    list TEXT NOT NULL CHECK (list IN ('competence', 'priority', 'area', 'target')),
    code TEXT NOT NULL CHECK (length(code) <= 300),                 -- K2; where the list has no codes, the name itself
    name TEXT NOT NULL CHECK (length(name) <= 300),
    place INTEGER NOT NULL DEFAULT 0,
    UNIQUE (cycle, list, code)
);

CREATE TABLE demand_call (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    programme INTEGER REFERENCES programme (id),
    topic INTEGER REFERENCES topic (id),
    at INTEGER NOT NULL,
    people INTEGER NOT NULL,              -- when it was reached
    schools INTEGER NOT NULL,
    rule_people INTEGER NOT NULL,         -- the rule as it was then
    rule_schools INTEGER NOT NULL,
    rule_km INTEGER,
    ended INTEGER,                        -- answered by an event, or put aside
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    CHECK ((programme IS NULL) <> (topic IS NULL))
);

CREATE INDEX demand_call_centre ON demand_call (centre, at);

CREATE INDEX demand_call_of_programme ON demand_call (programme) WHERE programme IS NOT NULL;

CREATE INDEX demand_call_of_topic ON demand_call (topic) WHERE topic IS NOT NULL;

CREATE UNIQUE INDEX demand_call_programme ON demand_call (centre, programme) WHERE programme IS NOT NULL AND ended IS NULL;

CREATE UNIQUE INDEX demand_call_topic ON demand_call (centre, topic) WHERE topic IS NOT NULL AND ended IS NULL;

CREATE TABLE demand_release (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    year INTEGER NOT NULL,                -- the calendar year in which the school year begins
    number INTEGER NOT NULL,              -- in its year, from 1
    at INTEGER NOT NULL,
    plans INTEGER NOT NULL,               -- that it was made of
    UNIQUE (centre, year, number)
);

CREATE TABLE demand_released (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES demand_release (id),
    topic INTEGER REFERENCES topic (id),  -- null for all topics together
    axis TEXT NOT NULL CHECK (axis IN ('', 'municipality', 'job', 'term')),     -- what the topic is split by; '' for the sum
    municipality INTEGER REFERENCES municipality (id),    -- null where it is unknown
    word TEXT NOT NULL DEFAULT '' CHECK (length(word) <= 120),      -- the job or the term; '' where any will do
    wishes INTEGER                        -- null where it is hidden
);

CREATE INDEX demand_released_municipality ON demand_released (municipality) WHERE municipality IS NOT NULL;

CREATE INDEX demand_released_release ON demand_released (release);

CREATE INDEX demand_released_topic ON demand_released (topic) WHERE topic IS NOT NULL;

CREATE TABLE demand_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL UNIQUE REFERENCES centre (id),
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000),
    schools INTEGER NOT NULL CHECK (schools BETWEEN 1 AND 1000),
    km INTEGER CHECK (km BETWEEN 1 AND 1000),     -- from the place; null for any distance
    place INTEGER REFERENCES municipality (id)    -- null for the centre's own
);

CREATE INDEX demand_rule_place ON demand_rule (place) WHERE place IS NOT NULL;

CREATE TABLE deputy (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    named INTEGER NOT NULL,
    named_by INTEGER,
    ended INTEGER,                        -- taken back before the last day
    CHECK (first_day <= last_day)
);

CREATE INDEX deputy_centre ON deputy (centre, last_day);

CREATE INDEX deputy_person ON deputy (person);

CREATE TABLE desk_act (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER,                       -- who stood there
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lend', 'return', 'renew', 'site')),
    copy INTEGER NOT NULL REFERENCES copy (id),
    loan INTEGER REFERENCES loan (id),
    reservation INTEGER REFERENCES reservation (id),      -- the one that was served, or that is ready by it
    due TEXT,                           -- as it was before
    held_until INTEGER,
    copy_state TEXT CHECK (copy_state IN ('shelf', 'repair', 'lost', 'off')),
    undone BOOLEAN NOT NULL DEFAULT 0
);

CREATE INDEX desk_act_at ON desk_act (at);

CREATE INDEX desk_act_copy ON desk_act (copy);

CREATE INDEX desk_act_loan ON desk_act (loan) WHERE loan IS NOT NULL;

CREATE INDEX desk_act_person ON desk_act (centre, person, id);

CREATE INDEX desk_act_reservation ON desk_act (reservation) WHERE reservation IS NOT NULL;

CREATE TABLE desk_closure (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    CHECK (first_day <= last_day)
);

CREATE INDEX desk_closure_centre ON desk_closure (centre, first_day);

CREATE TABLE desk_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    weekdays TEXT NOT NULL CHECK (length(weekdays) <= 40),      -- numbers of the days on which it is open, Monday is 1
    keep_days INTEGER NOT NULL CHECK (keep_days > 0),             -- what is ready waits so long for whoever reserved it
    before_days INTEGER NOT NULL CHECK (before_days >= 0),        -- so long before it is due a letter reminds; none: it does not
    refuses BOOLEAN NOT NULL,            -- whether nothing is lent to whoever has something overdue; else the desk is warned
    pupil_days INTEGER NOT NULL CHECK (pupil_days > 0),           -- so long after the last thing came back a pupil's name stands
    past_days INTEGER NOT NULL CHECK (past_days > 0)              -- so long it stands who had what
);

CREATE UNIQUE INDEX desk_rule_since ON desk_rule (centre, since);

CREATE TABLE employment (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    school INTEGER NOT NULL REFERENCES school (id),
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),
    teaches TEXT NOT NULL DEFAULT '' CHECK (length(teaches) <= 120),   -- the school subject
    since TEXT,                         -- the first day
    until TEXT,                         -- the last day; null while it goes on
    share INTEGER CHECK (share BETWEEN 1 AND 100)   -- of a full post, in percent
);

CREATE UNIQUE INDEX employment_one ON employment (person, school, coalesce(since, ''));

CREATE INDEX employment_school ON employment (school);

CREATE TABLE equipment (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- where it lies, its number in the inventory
    closed BOOLEAN NOT NULL DEFAULT 0
);

CREATE INDEX equipment_centre ON equipment (centre);

CREATE TABLE evaluation (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    survey INTEGER NOT NULL REFERENCES survey (id),
    reminded INTEGER
);

CREATE UNIQUE INDEX evaluation_survey ON evaluation (survey);

CREATE TABLE evaluation_rule (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
    days INTEGER NOT NULL CHECK (days > 0),               -- so long it can be answered
    opens_proof BOOLEAN NOT NULL DEFAULT 0,        -- whether a proof opens once its bearer has answered
    since TEXT NOT NULL                                 -- local day: events that end from then on
);

CREATE INDEX evaluation_rule_questionnaire ON evaluation_rule (questionnaire);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    form INTEGER NOT NULL REFERENCES event_form (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'confirmed', 'held', 'closed', 'postponed', 'cancelled')),
    programme INTEGER REFERENCES programme (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),   -- what it is held in
    seats_min INTEGER NOT NULL CHECK (seats_min >= 0),
    seats INTEGER NOT NULL CHECK (seats >= 0),    -- 0 where they are not counted
    deadline TEXT NOT NULL,             -- a local day; applications are open until it ends
    deadline_set BOOLEAN NOT NULL DEFAULT 1,    -- whether somebody set it; else it follows the first session
    fee INTEGER NOT NULL DEFAULT 0 CHECK (fee >= 0),  -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    fee_covers TEXT NOT NULL DEFAULT '' CHECK (length(fee_covers) <= 300),
    payers TEXT NOT NULL DEFAULT 'self school',     -- who may pay: self, school, free
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    points INTEGER NOT NULL DEFAULT 0 CHECK (points >= 0),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),    -- why it was postponed or cancelled
    sequence INTEGER NOT NULL DEFAULT 0,  -- of its calendar entry: counts up with each change that a calendar shows
    starts INTEGER,                       -- first session's instant, kept for order and deadlines
    ends INTEGER,
    municipality INTEGER REFERENCES municipality (id),
    approval_asked TEXT,                -- the day on which its approval was asked for, where its form needs one
    approval_number TEXT NOT NULL DEFAULT '' CHECK (length(approval_number) <= 300),
    approval_day TEXT,                  -- from which it holds
    approval_consent TEXT,              -- the day of the consent to hold it once more under the same approval
    copied_from INTEGER REFERENCES event (id),
    created INTEGER NOT NULL,
    announced INTEGER,
    undo_state TEXT CHECK (undo_state IN ('announced', 'confirmed', 'held')),   -- what it was before it was held or closed,
    undo_until INTEGER,                   -- as long as that can be taken back
    earlier BOOLEAN NOT NULL DEFAULT 0,    -- of a list of earlier years: nobody applied for it here
    earlier_number TEXT NOT NULL DEFAULT '' CHECK (length(earlier_number) <= 1000),     -- number and catalogue as that list has them
    participants INTEGER CHECK (participants >= 0),       -- how many took part, as that list says
    CHECK (seats_min <= seats)
);

CREATE INDEX event_copied ON event (copied_from) WHERE copied_from IS NOT NULL;

CREATE INDEX event_list ON event (centre, state, starts);

CREATE INDEX event_municipality ON event (municipality);

CREATE INDEX event_of_form ON event (form);

CREATE INDEX event_programme ON event (programme, starts);

CREATE INDEX event_starts ON event (starts);

CREATE TABLE event_calculation (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    split INTEGER REFERENCES fee_split (id),
    heads INTEGER NOT NULL CHECK (heads >= 0),            -- how many are expected
    free_every INTEGER CHECK (free_every > 1),            -- one in so many comes free
    free_places INTEGER NOT NULL CHECK (free_places >= 0),
    reduction INTEGER NOT NULL CHECK (reduction BETWEEN 0 AND 100),   -- by so many of a hundred fees are lower in the mean
    changed INTEGER NOT NULL
);

CREATE INDEX event_calculation_split ON event_calculation (split) WHERE split IS NOT NULL;

CREATE TABLE event_equipment (
    event INTEGER NOT NULL REFERENCES event (id),
    equipment INTEGER NOT NULL REFERENCES equipment (id),
    PRIMARY KEY (event, equipment)
);

CREATE INDEX event_equipment_equipment ON event_equipment (equipment);

CREATE TABLE event_form (
    id INTEGER PRIMARY KEY,
    centre INTEGER REFERENCES centre (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- in Serbian; the others in Lithuanian and English
    name_lt TEXT NOT NULL DEFAULT '' CHECK (length(name_lt) <= 200),
    name_en TEXT NOT NULL DEFAULT '' CHECK (length(name_en) <= 200),
    applying TEXT NOT NULL CHECK (applying IN ('none', 'open', 'invited', 'group')),    -- how one comes to a seat
    lead TEXT NOT NULL CHECK (lead IN ('trainer', 'lecturer', 'presenter', 'speaker', 'author', 'guide', 'host')),   -- what those who lead it are called
    paper TEXT NOT NULL CHECK (paper IN ('none', 'confirmation', 'certificate')),       -- what those who took part get
    lead_paper TEXT NOT NULL CHECK (lead_paper IN ('none', 'confirmation', 'thanks')),  -- what those who led it get
    traits TEXT NOT NULL DEFAULT '',                                    -- what else it has, in words: programme points fee …
    asked_days INTEGER NOT NULL DEFAULT 0 CHECK (asked_days >= 0),        -- so many days before it begins its approval is asked for; 0: it needs none
    approved_months INTEGER NOT NULL DEFAULT 0 CHECK (approved_months >= 0),  -- for so long an approval holds
    basis TEXT NOT NULL DEFAULT '' CHECK (length(basis) <= 200),        -- the article that says so
    place INTEGER NOT NULL DEFAULT 0,
    closed BOOLEAN NOT NULL DEFAULT 0,                             -- no new events of it
    CHECK (name <> '' OR name_lt <> '' OR name_en <> '')
);

CREATE INDEX event_form_centre ON event_form (centre);

CREATE TABLE event_head_start (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    opens TEXT NOT NULL
);

CREATE TABLE event_letter (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    kind TEXT NOT NULL CHECK (kind IN ('list', 'thanks_trainer', 'thanks_school')),
    recipient INTEGER NOT NULL,           -- a school, or a person
    times INTEGER NOT NULL DEFAULT 1,
    at INTEGER NOT NULL,
    UNIQUE (event, kind, recipient)
);

CREATE TABLE event_material (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    audience TEXT NOT NULL CHECK (audience IN ('public', 'admitted', 'staff')),
    consent TEXT NOT NULL DEFAULT '' CHECK (length(consent) <= 1000),   -- who agreed that a photo is shown, and how
    added INTEGER NOT NULL
);

CREATE INDEX event_material_event ON event_material (event, id);

CREATE INDEX event_material_file ON event_material (file);

CREATE TABLE event_package (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),
    open BOOLEAN NOT NULL,               -- whether everybody may see it
    created INTEGER NOT NULL
);

CREATE INDEX event_package_centre ON event_package (centre);

CREATE TABLE event_package_part (
    package INTEGER NOT NULL REFERENCES event_package (id),
    event INTEGER NOT NULL REFERENCES event (id),
    PRIMARY KEY (package, event)
);

CREATE INDEX event_package_part_event ON event_package_part (event);

CREATE TABLE event_report (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    course TEXT NOT NULL CHECK (length(course) <= 10000),               -- how it went
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),    -- what follows from it
    visitors INTEGER CHECK (visitors >= 0),   -- how many came, where they are known by number only; null: nobody has counted
    photo_note TEXT NOT NULL DEFAULT '' CHECK (length(photo_note) <= 1000),     -- how consent to photographs was asked for and given
    person INTEGER,
    at INTEGER NOT NULL
);

CREATE TABLE event_request (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    school INTEGER NOT NULL REFERENCES school (id),
    person INTEGER NOT NULL REFERENCES person (id),       -- who asks on its behalf
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),
    day TEXT NOT NULL,                  -- when it is wished for
    begins INTEGER NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends INTEGER NOT NULL CHECK (ends > begins AND ends <= 1440),
    people INTEGER NOT NULL CHECK (people > 0),
    wishes TEXT NOT NULL DEFAULT '',    -- of the centre, in words: room trainer list papers
    asked INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined')),
    decided INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    event INTEGER REFERENCES event (id)   -- what came of it
);

CREATE INDEX event_request_centre ON event_request (centre, state, day);

CREATE INDEX event_request_event ON event_request (event) WHERE event IS NOT NULL;

CREATE INDEX event_request_person ON event_request (person);

CREATE INDEX event_request_school ON event_request (school);

CREATE TABLE event_session (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    day TEXT NOT NULL,
    begins INTEGER NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends INTEGER NOT NULL CHECK (ends > begins AND ends <= 1440),
    hall INTEGER REFERENCES hall (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    seats INTEGER NOT NULL DEFAULT 0 CHECK (seats >= 0)  -- of a workshop, which one chooses; 0: the session is everybody's
);

CREATE INDEX event_session_event ON event_session (event, day, begins);

CREATE INDEX event_session_hall ON event_session (hall, day);

CREATE TABLE event_session_text (
    session INTEGER NOT NULL REFERENCES event_session (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    PRIMARY KEY (session, language)
);

CREATE TABLE event_share (
    event INTEGER NOT NULL REFERENCES event (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    facts TEXT NOT NULL,                -- digest of what it shows
    picture BLOB NOT NULL,            -- PNG, 1200 by 630; empty where none can be drawn
    PRIMARY KEY (event, language)
);

CREATE TABLE event_text (
    event INTEGER NOT NULL REFERENCES event (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 20000),
    PRIMARY KEY (event, language)
);

CREATE TABLE event_trainer (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    person INTEGER REFERENCES person (id),
    place INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX event_trainer_event ON event_trainer (event);

CREATE INDEX event_trainer_person ON event_trainer (person);

CREATE TABLE event_trip (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    meeting_place TEXT NOT NULL DEFAULT '' CHECK (length(meeting_place) <= 200),
    meeting_time INTEGER CHECK (meeting_time >= 0 AND meeting_time < 1440),
    stops TEXT NOT NULL DEFAULT '' CHECK (length(stops) <= 1000),
    documents TEXT NOT NULL DEFAULT '' CHECK (length(documents) <= 1000)    -- what to bring along
);

CREATE TABLE evidence_row (
    id INTEGER PRIMARY KEY,
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    day TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),           -- null where it is counted
    counted TEXT CHECK (counted IN ('participants', 'certificates')),   -- what of the event
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    event INTEGER REFERENCES event (id),
    title INTEGER REFERENCES title (id),
    activity INTEGER REFERENCES project_activity (id),
    file INTEGER REFERENCES file (id),
    added INTEGER NOT NULL,
    CHECK (amount IS NOT NULL OR counted IS NOT NULL)
);

CREATE INDEX evidence_row_activity ON evidence_row (activity) WHERE activity IS NOT NULL;

CREATE INDEX evidence_row_event ON evidence_row (event) WHERE event IS NOT NULL;

CREATE INDEX evidence_row_file ON evidence_row (file) WHERE file IS NOT NULL;

CREATE INDEX evidence_row_indicator ON evidence_row (indicator);

CREATE INDEX evidence_row_title ON evidence_row (title) WHERE title IS NOT NULL;

CREATE TABLE fee_contract (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    event INTEGER REFERENCES event (id),
    person INTEGER REFERENCES person (id),                -- null for somebody known by name alone
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- as it stands on the paper
    kind TEXT NOT NULL CHECK (kind IN ('author', 'service', 'work')),
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- what is done
    gross INTEGER NOT NULL CHECK (gross > 0),             -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    due TEXT,                                           -- until when it is to be done
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- what else was agreed
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'done', 'void')),
    rule INTEGER REFERENCES pay_rule (id),                -- the table by which it is reckoned, since it was issued
    day TEXT,                                           -- of issue
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),  -- in the book of documents
    done_on TEXT,                                       -- when the work was taken over: the month in which it is paid
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000), -- why it is void
    made INTEGER NOT NULL,
    CHECK (state IN ('draft', 'void') OR day IS NOT NULL)
);

CREATE INDEX fee_contract_centre ON fee_contract (centre, state);

CREATE INDEX fee_contract_event ON fee_contract (event) WHERE event IS NOT NULL;

CREATE INDEX fee_contract_person ON fee_contract (person) WHERE person IS NOT NULL;

CREATE INDEX fee_contract_rule ON fee_contract (rule) WHERE rule IS NOT NULL;

CREATE TABLE fee_split (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    starts TEXT NOT NULL,
    ends TEXT,                                          -- the last day
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE INDEX fee_split_centre ON fee_split (centre, starts);

CREATE TABLE fee_split_part (
    split INTEGER NOT NULL REFERENCES fee_split (id),
    place INTEGER NOT NULL CHECK (place > 0),
    role TEXT NOT NULL CHECK (role IN ('house', 'organisation', 'leads', 'authors', 'local')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),       -- the parts of a split make 100
    PRIMARY KEY (split, place)
);

CREATE TABLE feed (
    kind TEXT PRIMARY KEY CHECK (kind IN ('feed', 'events', 'programmes', 'practices', 'certificates', 'figures')),
    shared BOOLEAN NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    made INTEGER,
    digest TEXT NOT NULL DEFAULT '',            -- of what stands in it, by which a change is known
    body TEXT NOT NULL DEFAULT ''
);

CREATE TABLE feed_key (
    id TEXT PRIMARY KEY CHECK (length(id) <= 40),       -- the fingerprint
    public BLOB NOT NULL,                     -- Ed25519
    sealed BLOB,                              -- the private part; null when it signs no more
    note BLOB NOT NULL,                       -- sealed: what it says when it must not be believed any more
    made INTEGER NOT NULL,
    retired INTEGER,
    revoked INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    succession TEXT NOT NULL DEFAULT '',        -- what its predecessor signed
    revocation TEXT NOT NULL DEFAULT ''         -- that note, once it is published
);

CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'document')),
    type TEXT NOT NULL CHECK (length(type) <= 120),     -- media type
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- as it was called where it came from
    digest TEXT NOT NULL,               -- SHA-256, hexadecimal; of a photo that of its largest size
    size INTEGER NOT NULL CHECK (size > 0),
    alt TEXT NOT NULL DEFAULT '' CHECK (length(alt) <= 300),    -- what is in the picture, for whoever does not see it
    added INTEGER NOT NULL
);

CREATE INDEX file_centre ON file (centre, id);

CREATE INDEX file_digest ON file (digest);

CREATE TABLE file_size (
    file INTEGER NOT NULL REFERENCES file (id),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (file, width)
);

CREATE INDEX file_size_digest ON file_size (digest);

CREATE TABLE follow_up (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    begun INTEGER NOT NULL,
    first_day TEXT NOT NULL,            -- until the day before it a step can be written
    second_day TEXT NOT NULL,
    end_day TEXT NOT NULL               -- the last on which anything can be said
);

CREATE INDEX follow_up_first ON follow_up (first_day);

CREATE TABLE follow_up_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    asks BOOLEAN NOT NULL,               -- whether anybody is asked at all
    first_days INTEGER NOT NULL CHECK (first_days > 0),          -- after the last day of the event
    second_days INTEGER NOT NULL CHECK (second_days > first_days),
    open_days INTEGER NOT NULL CHECK (open_days > 0),            -- so long the second answer can be given
    bias INTEGER NOT NULL CHECK (bias BETWEEN 0 AND 100)         -- where fewer of a hundred answer, the numbers carry a warning
);

CREATE UNIQUE INDEX follow_up_rule_since ON follow_up_rule (centre, since);

CREATE TABLE forecast (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    year INTEGER NOT NULL,                        -- the calendar year in which the school year begins for which it is
    number INTEGER NOT NULL,                      -- in its year, from 1
    at INTEGER NOT NULL,
    person INTEGER,                               -- who made it
    plans INTEGER NOT NULL,                       -- of the last year that has some
    staff_now INTEGER NOT NULL,                   -- who works in the schools of the territory
    staff_then INTEGER NOT NULL,                  -- who will, as far as it is written down
    leaving INTEGER NOT NULL,
    joining INTEGER NOT NULL,
    UNIQUE (centre, year, number)
);

CREATE TABLE forecast_line (
    id INTEGER PRIMARY KEY,
    forecast INTEGER NOT NULL REFERENCES forecast (id),
    kind TEXT NOT NULL CHECK (kind IN ('sum', 'topic', 'words', 'duty')),
    topic INTEGER REFERENCES topic (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 120),      -- of a duty, in its pack of rules
    carried INTEGER NOT NULL,                     -- wishes that are open and go along; of a duty, who has not met it now
    fresh INTEGER,                                -- new wishes of the year before it; null where there were no plans. Of a duty, all for whom it counts
    fresh_before INTEGER,                         -- of the year before that
    fresh_first INTEGER,                          -- of the one before that one
    as_now INTEGER NOT NULL,                      -- all wishes of the last year: what one would say without a rule
    expected INTEGER NOT NULL,
    least INTEGER,                                -- null with fewer than three years
    most INTEGER
);

CREATE INDEX forecast_line_forecast ON forecast_line (forecast);

CREATE INDEX forecast_line_topic ON forecast_line (topic) WHERE topic IS NOT NULL;

CREATE TABLE former_name (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    name_key TEXT NOT NULL,             -- as that of the person
    until INTEGER NOT NULL
);

CREATE INDEX former_name_key ON former_name (name_key);

CREATE INDEX former_name_person ON former_name (person);

CREATE TABLE funding_call (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    caller TEXT NOT NULL CHECK (length(caller) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    deadline INTEGER NOT NULL,                    -- to the minute
    funds TEXT NOT NULL DEFAULT '' CHECK (length(funds) <= 1000),       -- what it gives money for
    amount INTEGER CHECK (amount >= 0),           -- minor units, the most for one project
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    fit TEXT NOT NULL DEFAULT '' CHECK (length(fit) <= 1000),           -- why it fits the centre
    decider INTEGER REFERENCES person (id),
    decision_day TEXT,                          -- by which it is decided whether to apply
    state TEXT NOT NULL CHECK (state IN ('watched', 'applying', 'declined')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why not
    made INTEGER NOT NULL,
    reminded_decision INTEGER,
    reminded_deadline INTEGER
);

CREATE INDEX funding_call_centre ON funding_call (centre, deadline);

CREATE INDEX funding_call_decider ON funding_call (decider) WHERE decider IS NOT NULL;

CREATE TABLE group_count (
    registration INTEGER PRIMARY KEY REFERENCES registration (id),
    pupils INTEGER NOT NULL CHECK (pupils >= 0),
    companions INTEGER NOT NULL CHECK (companions >= 0),
    person INTEGER,                       -- who wrote it down
    at INTEGER NOT NULL
);

CREATE TABLE guest (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    part TEXT NOT NULL CHECK (part IN ('guest', 'speaker')),
    name TEXT NOT NULL CHECK (length(name) <= 200),                     -- of a person, or of a school
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    person INTEGER REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    topic TEXT NOT NULL DEFAULT '' CHECK (length(topic) <= 300),        -- what a speaker speaks about
    answer TEXT NOT NULL CHECK (answer IN ('none', 'comes', 'maybe', 'declines')),
    people INTEGER NOT NULL DEFAULT 1 CHECK (people > 0),                 -- how many come
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what was said with the answer
    asked INTEGER,                        -- when the first letter left
    reminded INTEGER,
    answered INTEGER
);

CREATE INDEX guest_email ON guest (email) WHERE email <> '';

CREATE INDEX guest_event ON guest (event, part, answer);

CREATE UNIQUE INDEX guest_once ON guest (event, part, email) WHERE email <> '';

CREATE INDEX guest_person ON guest (person) WHERE person IS NOT NULL;

CREATE INDEX guest_school ON guest (school) WHERE school IS NOT NULL;

CREATE TABLE guest_link (
    hash BLOB PRIMARY KEY,
    guest INTEGER NOT NULL REFERENCES guest (id)
);

CREATE INDEX guest_link_guest ON guest_link (guest);

CREATE TABLE hall (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    seats INTEGER CHECK (seats > 0),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),
    setup INTEGER NOT NULL DEFAULT 0 CHECK (setup >= 0),          -- minutes before each use
    clearing INTEGER NOT NULL DEFAULT 0 CHECK (clearing >= 0),    -- minutes after it
    closed BOOLEAN NOT NULL DEFAULT 0
);

CREATE INDEX hall_centre ON hall (centre);

CREATE TABLE hand_over (
    registration INTEGER PRIMARY KEY REFERENCES registration (id),
    colleague INTEGER NOT NULL REFERENCES person (id),
    offered INTEGER NOT NULL
);

CREATE INDEX hand_over_colleague ON hand_over (colleague);

CREATE TABLE head_start_rule (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60)
);

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    file TEXT NOT NULL CHECK (length(file) <= 300),
    at INTEGER NOT NULL,
    person INTEGER,                       -- null: the command line
    centre INTEGER,                       -- at whose pages it was done; null: the command line
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    left_out INTEGER NOT NULL,            -- doubtful lines of which somebody said so, or nobody said anything
    refused INTEGER NOT NULL,
    undone INTEGER
);

CREATE TABLE import_choice (
    id INTEGER PRIMARY KEY,
    draft INTEGER NOT NULL REFERENCES import_draft (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,                -- of the file, from 1
    choice TEXT NOT NULL CHECK (length(choice) <= 40),   -- row-ID, line-NUMBER, another, out
    UNIQUE (draft, line)
);

CREATE TABLE import_draft (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    person INTEGER NOT NULL,
    file TEXT NOT NULL CHECK (length(file) <= 300),
    old BOOLEAN NOT NULL DEFAULT 0,   -- made of an old workbook, whose hidden rows cannot be told
    sealed BLOB NOT NULL,
    saying TEXT CHECK (length(saying) <= 20000),   -- JSON of what was said of its sheet, its heads and its columns; null: nothing yet
    state TEXT CHECK (state IN ('running', 'done', 'stopped', 'moved', 'refused', 'failed')),   -- of a long import; null: not agreed to
    outcome TEXT CHECK (length(outcome) <= 40),   -- of the preview that was agreed to
    centre INTEGER,                       -- at whose pages
    written INTEGER,                      -- lines of a running one, as the copy of the program that does it tells the others
    lines INTEGER,                        -- of how many
    import INTEGER,                       -- what came of it
    at INTEGER NOT NULL
);

CREATE INDEX import_draft_at ON import_draft (at);

CREATE TABLE import_memory (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- rooms above bring the kinds
    centre INTEGER NOT NULL,
    heads TEXT NOT NULL CHECK (length(heads) <= 40),   -- a digest: a row of people may have been taken for heads
    meanings TEXT NOT NULL CHECK (length(meanings) <= 20000),   -- JSON: digest of a head → name of a column
    at INTEGER NOT NULL,                  -- when a file was read like this last
    UNIQUE (kind, centre, heads)
);

CREATE TABLE import_row (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import (id),
    line INTEGER NOT NULL,                -- of the file, from 1
    title TEXT NOT NULL,
    subject INTEGER NOT NULL,
    before TEXT,                        -- JSON of the row as it was; null when it was added
    after TEXT NOT NULL,                -- JSON of the row as the import left it
    kept TEXT CHECK (kept IN ('changed', 'used'))   -- why undoing the import left it as it is
);

CREATE INDEX import_row_import ON import_row (import, line);

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    unit TEXT NOT NULL CHECK (length(unit) <= 120),
    baseline INTEGER NOT NULL DEFAULT 0 CHECK (baseline >= 0),
    target INTEGER NOT NULL CHECK (target > 0),
    due TEXT,
    way TEXT NOT NULL CHECK (way IN ('sum', 'last', 'count')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)      -- why there is no evidence, at the end
);

CREATE INDEX indicator_project ON indicator (project);

CREATE TABLE information_chapter (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    place INTEGER NOT NULL DEFAULT 0 CHECK (place BETWEEN 0 AND 999),
    figures TEXT NOT NULL CHECK (figures IN ('none', 'centre', 'team', 'halls', 'prices', 'plans', 'documents', 'held', 'library')),
    changed INTEGER NOT NULL
);

CREATE INDEX information_chapter_centre ON information_chapter (centre, place);

CREATE TABLE information_chapter_text (
    chapter INTEGER NOT NULL REFERENCES information_chapter (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),       -- Markdown
    PRIMARY KEY (chapter, language)
);

CREATE TABLE informer (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,                    -- of its month
    number INTEGER NOT NULL CHECK (number > 0),   -- within its year
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    practice INTEGER REFERENCES practice (id),    -- of the month; null: none
    with_shelf BOOLEAN NOT NULL DEFAULT 1,  -- what is new in the library
    with_held BOOLEAN NOT NULL DEFAULT 1,   -- what was held the month before
    sign TEXT NOT NULL DEFAULT '' CHECK (length(sign) <= 200),     -- under the editor's words
    edition INTEGER NOT NULL DEFAULT 0 CHECK (edition >= 0),         -- how often it was published
    edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0),
    published INTEGER                             -- when its last edition was
);

CREATE UNIQUE INDEX informer_month ON informer (centre, first_day);

CREATE INDEX informer_practice ON informer (practice) WHERE practice IS NOT NULL;

CREATE TABLE informer_article (
    informer INTEGER NOT NULL REFERENCES informer (id),
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (informer, article)
);

CREATE INDEX informer_article_article ON informer_article (article);

CREATE TABLE informer_issue (
    informer INTEGER NOT NULL REFERENCES informer (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    content BLOB NOT NULL,                    -- JSON
    PRIMARY KEY (informer, language)
);

CREATE TABLE informer_sending (
    id INTEGER PRIMARY KEY,
    informer INTEGER NOT NULL REFERENCES informer (id),
    school INTEGER NOT NULL REFERENCES school (id),
    person INTEGER REFERENCES person (id),        -- null: the account has gone
    sent INTEGER NOT NULL,
    reminded INTEGER,
    passed INTEGER                                -- when somebody said so
);

CREATE UNIQUE INDEX informer_sending_once ON informer_sending (informer, school, person);

CREATE INDEX informer_sending_open ON informer_sending (sent) WHERE passed IS NULL AND reminded IS NULL;

CREATE INDEX informer_sending_person ON informer_sending (person) WHERE person IS NOT NULL;

CREATE INDEX informer_sending_school ON informer_sending (school, sent);

CREATE TABLE informer_text (
    informer INTEGER NOT NULL REFERENCES informer (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'lt', 'en')),
    words TEXT NOT NULL CHECK (length(words) <= 10000),        -- Markdown
    PRIMARY KEY (informer, language)
);

CREATE TABLE initiative (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),       -- coordinates it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    recipient TEXT NOT NULL CHECK (length(recipient) <= 200),
    reasons TEXT NOT NULL DEFAULT '' CHECK (length(reasons) <= 10000),  -- Markdown: why
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    deadline INTEGER NOT NULL,                            -- to the minute: until then positions and comments are taken
    keeper INTEGER REFERENCES person (id),                -- who of the centre sees to it
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'adopted', 'sent', 'closed', 'dropped')),
    made INTEGER NOT NULL,
    adopted TEXT,                                       -- the day
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),      -- of the register of documents
    ended TEXT,                                         -- the day on which it was closed or dropped
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why it was dropped
    outcome TEXT CHECK (outcome IN ('accepted', 'part', 'refused', 'silence')),
    outcome_words TEXT NOT NULL DEFAULT '' CHECK (length(outcome_words) <= 1000),
    proof TEXT NOT NULL DEFAULT '' CHECK (length(proof) <= 300),        -- where it can be read
    reminded_end INTEGER                                  -- whoever sees to it was told that the time is over
);

CREATE INDEX initiative_centre ON initiative (centre, state);

CREATE INDEX initiative_keeper ON initiative (keeper) WHERE keeper IS NOT NULL;

CREATE TABLE initiative_article (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    place INTEGER NOT NULL,
    heading TEXT NOT NULL DEFAULT '' CHECK (length(heading) <= 300),
    text TEXT NOT NULL CHECK (length(text) <= 10000)
, gone INTEGER);

CREATE INDEX initiative_article_initiative ON initiative_article (initiative, place);

CREATE TABLE initiative_circle (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    circle INTEGER NOT NULL REFERENCES circle (id),
    asked INTEGER NOT NULL,
    UNIQUE (initiative, circle)
);

CREATE INDEX initiative_circle_circle ON initiative_circle (circle);

CREATE TABLE initiative_comment (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    version INTEGER NOT NULL,                             -- the number of the version that was read
    article INTEGER,                                      -- null: the whole
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    written INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),
    centre INTEGER REFERENCES centre (id),                -- in whose name; null: a member of a circle in the own
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    answered INTEGER,
    taken BOOLEAN NOT NULL DEFAULT 0               -- whether the text took it over
);

CREATE INDEX initiative_comment_centre ON initiative_comment (centre) WHERE centre IS NOT NULL;

CREATE INDEX initiative_comment_initiative ON initiative_comment (initiative);

CREATE INDEX initiative_comment_person ON initiative_comment (person) WHERE person IS NOT NULL;

CREATE TABLE initiative_party (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    centre INTEGER REFERENCES centre (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of somebody outside
    asked INTEGER NOT NULL,
    standing TEXT CHECK (standing IN ('for', 'change', 'against', 'abstain')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    version INTEGER,                                      -- the number of the version to which it was said
    given INTEGER,
    person INTEGER REFERENCES person (id),                -- who wrote it down
    reminded INTEGER,
    CHECK (centre IS NOT NULL OR name <> ''),
    UNIQUE (initiative, centre)
);

CREATE INDEX initiative_party_centre ON initiative_party (centre) WHERE centre IS NOT NULL;

CREATE INDEX initiative_party_person ON initiative_party (person) WHERE person IS NOT NULL;

CREATE TABLE initiative_sending (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    recipient TEXT NOT NULL CHECK (length(recipient) <= 200),
    day TEXT NOT NULL,
    way TEXT NOT NULL DEFAULT '' CHECK (length(way) <= 120),            -- by post, by e-mail, by hand
    due TEXT NOT NULL,                                  -- the day by which an answer is expected
    answered TEXT,
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    file INTEGER REFERENCES file (id),
    reminded INTEGER
);

CREATE INDEX initiative_sending_due ON initiative_sending (due) WHERE answered IS NULL;

CREATE INDEX initiative_sending_file ON initiative_sending (file) WHERE file IS NOT NULL;

CREATE INDEX initiative_sending_initiative ON initiative_sending (initiative);

CREATE TABLE initiative_version (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    number INTEGER NOT NULL,
    published INTEGER NOT NULL,
    author INTEGER REFERENCES person (id),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what is new in it
    UNIQUE (initiative, number)
);

CREATE INDEX initiative_version_author ON initiative_version (author) WHERE author IS NOT NULL;

CREATE TABLE initiative_version_article (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES initiative_version (id),
    article INTEGER NOT NULL,                             -- the number of the article, by which two versions are compared; it may be gone
    place INTEGER NOT NULL,
    heading TEXT NOT NULL DEFAULT '' CHECK (length(heading) <= 300),
    text TEXT NOT NULL CHECK (length(text) <= 10000)
);

CREATE INDEX initiative_version_article_version ON initiative_version_article (version, place);

CREATE TABLE inventory (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL UNIQUE REFERENCES centre (id),
    last_number INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    event INTEGER REFERENCES event (id),  -- null: taken back, and another one has taken its place
    person INTEGER NOT NULL REFERENCES person (id),
    sequence INTEGER NOT NULL,
    stands BOOLEAN NOT NULL,             -- whether it is in the calendar still
    UNIQUE (event, person)
);

CREATE INDEX invitation_person ON invitation (person);

CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('proforma', 'invoice', 'advance', 'credit', 'debit')),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    label TEXT NOT NULL,                -- the number as it is written
    payer INTEGER NOT NULL REFERENCES payer (id),
    buyer TEXT NOT NULL CHECK (length(buyer) <= 200),   -- the payer's name, as it was
    day TEXT NOT NULL,
    due TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),            -- in hundredths
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back >= 0),        -- by credit notes
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    reference TEXT NOT NULL DEFAULT '',                 -- without the control
    origin INTEGER REFERENCES invoice (id),               -- the pro-forma that it follows
    corrects INTEGER REFERENCES invoice (id),             -- what a credit or a debit note puts right
    paper TEXT NOT NULL,                                -- all that it says
    made INTEGER NOT NULL,
    withdrawn INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 300),      -- of the withdrawal
    sent INTEGER,                         -- when it last went by letter
    standing TEXT NOT NULL DEFAULT 'none' CHECK (standing IN ('none', 'sent', 'accepted', 'rejected')),
    standing_on TEXT,
    outside_number TEXT NOT NULL DEFAULT '' CHECK (length(outside_number) <= 40),       -- that the state gave it
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 300),      -- why it was rejected
    CHECK (taken_back <= total)
);

CREATE INDEX invoice_corrects ON invoice (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX invoice_day ON invoice (centre, day, id);

CREATE UNIQUE INDEX invoice_number ON invoice (centre, kind, year, number);

CREATE INDEX invoice_origin ON invoice (origin) WHERE origin IS NOT NULL;

CREATE INDEX invoice_payer ON invoice (payer);

CREATE UNIQUE INDEX invoice_reference ON invoice (reference) WHERE reference <> '';

CREATE TABLE invoice_line (
    invoice INTEGER NOT NULL REFERENCES invoice (id),
    position INTEGER NOT NULL,
    share INTEGER NOT NULL REFERENCES claim_share (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (invoice, position)
);

CREATE INDEX invoice_line_share ON invoice_line (share);

CREATE TABLE invoice_series (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('proforma', 'invoice', 'advance', 'credit', 'debit')),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= 0)
);

CREATE UNIQUE INDEX invoice_series_kind ON invoice_series (centre, kind, year);

CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    subscription INTEGER NOT NULL REFERENCES subscription (id),
    number TEXT NOT NULL CHECK (length(number) <= 40),          -- as 3/2026
    expected TEXT NOT NULL,             -- a day
    arrived TEXT,                       -- a day
    claimed TEXT,                       -- a day: since when the publisher has been asked for it
    copy INTEGER REFERENCES copy (id)     -- as it was taken in
);

CREATE INDEX issue_copy ON issue (copy) WHERE copy IS NOT NULL;

CREATE INDEX issue_subscription ON issue (subscription, expected, id);

CREATE TABLE issuer (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    postcode TEXT NOT NULL DEFAULT '' CHECK (length(postcode) <= 40),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    vat_number TEXT NOT NULL DEFAULT '' CHECK (length(vat_number) <= 40),
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),     -- eighteen digits, or an IBAN
    bank TEXT NOT NULL DEFAULT '' CHECK (length(bank) <= 200),
    signer TEXT NOT NULL DEFAULT '' CHECK (length(signer) <= 200)       -- whose name stands under a paper
);

CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,              -- JSON
    once TEXT UNIQUE,                   -- a name that allows one such job at a time
    due INTEGER NOT NULL,
    lease INTEGER,                        -- claimed until then
    tries INTEGER NOT NULL DEFAULT 0,
    fault TEXT,
    dead BOOLEAN NOT NULL DEFAULT 0
);

CREATE INDEX job_due ON job (due) WHERE NOT dead;

CREATE TABLE joint_event (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    centre INTEGER NOT NULL REFERENCES centre (id),       -- offers it too
    state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'declined')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),    -- who brings what
    asked INTEGER NOT NULL,
    asked_by INTEGER REFERENCES person (id),
    answered INTEGER,
    answered_by INTEGER REFERENCES person (id),
    UNIQUE (event, centre)
);

CREATE INDEX joint_event_answered_by ON joint_event (answered_by) WHERE answered_by IS NOT NULL;

CREATE INDEX joint_event_asked_by ON joint_event (asked_by) WHERE asked_by IS NOT NULL;

CREATE INDEX joint_event_centre ON joint_event (centre, state);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person INTEGER,                       -- who acted; null: the system itself, or a visitor
    centre INTEGER,
    deed TEXT NOT NULL,                 -- the text key that says it, e.g. registration.admitted
    noun TEXT NOT NULL,                 -- what it was done to
    subject INTEGER NOT NULL,
    under_noun TEXT,                    -- the greater thing that it belongs to, e.g. the event of a registration
    under INTEGER,
    fields TEXT NOT NULL DEFAULT ''     -- names of changed fields, separated by spaces
);

CREATE INDEX journal_centre ON journal (centre, id);

CREATE INDEX journal_person ON journal (person, id);

CREATE INDEX journal_subject ON journal (noun, subject, id);

CREATE INDEX journal_under ON journal (under_noun, under, id);

CREATE TABLE journal_detail (
    journal INTEGER PRIMARY KEY REFERENCES journal (id),
    retention TEXT NOT NULL CHECK (retention IN ('short', 'years', 'register')),
    changes TEXT NOT NULL               -- JSON: field -> [before, after]
);

CREATE TABLE juror (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    person INTEGER REFERENCES person (id),        -- null when the account was deleted: what was given stays
    chair BOOLEAN NOT NULL,
    invited INTEGER NOT NULL,
    accepted INTEGER,
    declined INTEGER,
    reminded INTEGER
);

CREATE INDEX juror_of ON juror (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX juror_person ON juror (contest, person);

CREATE TABLE juror_category (
    juror INTEGER NOT NULL REFERENCES juror (id),
    category INTEGER NOT NULL REFERENCES contest_category (id),
    PRIMARY KEY (juror, category)
);

CREATE INDEX juror_category_of ON juror_category (category);

CREATE TABLE jury (
    contest INTEGER PRIMARY KEY REFERENCES contest (id),
    tie_rule TEXT NOT NULL CHECK (tie_rule IN ('criterion', 'shared', 'chair')),
    levelled BOOLEAN NOT NULL,           -- whether the order follows scores as if all used the scale alike
    scale INTEGER NOT NULL CHECK (scale BETWEEN 3 AND 10),        -- the greatest mark; the smallest is 1
    margin INTEGER NOT NULL CHECK (margin >= 0),  -- in thousandths of a point: works that are closer are near ties
    decided INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    published INTEGER,
    event INTEGER REFERENCES event (id)   -- the opening of its exhibition
);

CREATE INDEX jury_event ON jury (event) WHERE event IS NOT NULL;

CREATE TABLE jury_criterion (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 10),
    position INTEGER NOT NULL
);

CREATE INDEX jury_criterion_contest ON jury_criterion (contest, position);

CREATE TABLE jury_entry (
    round INTEGER NOT NULL REFERENCES jury_round (id),
    work INTEGER NOT NULL REFERENCES contest_work (id),
    goes_on BOOLEAN,
    PRIMARY KEY (round, work)
);

CREATE INDEX jury_entry_work ON jury_entry (work);

CREATE TABLE jury_mark (
    sheet INTEGER NOT NULL REFERENCES jury_sheet (id),
    criterion INTEGER NOT NULL REFERENCES jury_criterion (id),
    mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 10),
    PRIMARY KEY (sheet, criterion)
);

CREATE INDEX jury_mark_criterion ON jury_mark (criterion);

CREATE TABLE jury_prize (
    work INTEGER PRIMARY KEY REFERENCES contest_work (id),
    contest INTEGER NOT NULL REFERENCES contest (id),
    prize INTEGER NOT NULL CHECK (prize BETWEEN 1 AND 4), -- 4: commended
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);

CREATE INDEX jury_prize_contest ON jury_prize (contest, prize);

CREATE TABLE jury_remark (
    id INTEGER PRIMARY KEY,
    work INTEGER NOT NULL REFERENCES contest_work (id),
    juror INTEGER NOT NULL REFERENCES juror (id),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    written INTEGER NOT NULL
);

CREATE INDEX jury_remark_juror ON jury_remark (juror);

CREATE INDEX jury_remark_work ON jury_remark (work, id);

CREATE TABLE jury_round (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('sift', 'points', 'rank')),
    seen_times INTEGER NOT NULL CHECK (seen_times >= 0),        -- jurors for each work; none: all who may
    most INTEGER CHECK (most > 0),        -- that go on, or that are ordered
    opened INTEGER,
    closed INTEGER
);

CREATE UNIQUE INDEX jury_round_number ON jury_round (contest, number);

CREATE TABLE jury_sheet (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES jury_round (id),
    juror INTEGER NOT NULL REFERENCES juror (id),
    work INTEGER NOT NULL REFERENCES contest_work (id),
    is_in BOOLEAN,                       -- of a sift: whether it goes on
    place INTEGER CHECK (place > 0),      -- of an order
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    declared INTEGER,                     -- when a conflict was declared: it is not judged
    saved INTEGER
);

CREATE INDEX jury_sheet_juror ON jury_sheet (juror);

CREATE INDEX jury_sheet_of ON jury_sheet (work);

CREATE UNIQUE INDEX jury_sheet_work ON jury_sheet (round, juror, work);

CREATE TABLE jury_thanks (
    id INTEGER PRIMARY KEY,
    contest INTEGER NOT NULL REFERENCES contest (id),
    person INTEGER REFERENCES person (id),
    written INTEGER NOT NULL,
    offered INTEGER
);

CREATE INDEX jury_thanks_of ON jury_thanks (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX jury_thanks_person ON jury_thanks (contest, person);

CREATE TABLE kept_form (
    id INTEGER PRIMARY KEY,
    browser BLOB NOT NULL,            -- hash of the browser's own cookie
    person INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    at INTEGER NOT NULL
);

CREATE INDEX kept_form_person ON kept_form (person);

CREATE TABLE kit_booking (
    id INTEGER PRIMARY KEY,
    loan INTEGER NOT NULL REFERENCES loan (id),
    set_up INTEGER NOT NULL CHECK (set_up >= 0),          -- as it was when it was booked
    transport INTEGER NOT NULL CHECK (transport >= 0),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 300),
    event INTEGER REFERENCES event (id),                  -- after which it was booked
    person INTEGER REFERENCES person (id),                -- who booked it
    told_late INTEGER                                     -- when they were told that it is not back yet
);

CREATE INDEX kit_booking_event ON kit_booking (event) WHERE event IS NOT NULL;

CREATE UNIQUE INDEX kit_booking_loan ON kit_booking (loan);

CREATE INDEX kit_booking_person ON kit_booking (person) WHERE person IS NOT NULL;

CREATE TABLE kit_check (
    id INTEGER PRIMARY KEY,
    booking INTEGER NOT NULL REFERENCES kit_booking (id),
    kind TEXT NOT NULL CHECK (kind IN ('out', 'back')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    at INTEGER NOT NULL,
    person INTEGER                                        -- who counted
);

CREATE UNIQUE INDEX kit_check_kind ON kit_check (booking, kind);

CREATE TABLE kit_check_line (
    kit_check INTEGER NOT NULL REFERENCES kit_check (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- of the part, as it was called then
    expected INTEGER NOT NULL CHECK (expected >= 0),
    found INTEGER NOT NULL CHECK (found >= 0),
    PRIMARY KEY (kit_check, position)
);

CREATE TABLE kit_note (
    id INTEGER PRIMARY KEY,
    stop INTEGER NOT NULL REFERENCES kit_stop (id),
    person INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times >= 0),
    pupils INTEGER NOT NULL CHECK (pupils >= 0),
    lesson TEXT NOT NULL DEFAULT '' CHECK (length(lesson) <= 300),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    given INTEGER NOT NULL,
    offered INTEGER                                       -- when it was put among the activities of its author
);

CREATE INDEX kit_note_of ON kit_note (person);

CREATE UNIQUE INDEX kit_note_person ON kit_note (stop, person);

CREATE TABLE kit_rule (
    title INTEGER PRIMARY KEY REFERENCES title (id),
    set_up INTEGER NOT NULL CHECK (set_up >= 0),          -- days to make it ready before it leaves
    transport INTEGER NOT NULL CHECK (transport >= 0),    -- days on the way: out, between two schools, and back
    most_days INTEGER NOT NULL CHECK (most_days > 0),     -- that one school may have it, where its own people book
    term_days INTEGER NOT NULL CHECK (term_days >= 0),    -- after an event on its programme it is for those who were there; none: for everybody
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)      -- for whoever books it
);

CREATE TABLE kit_stop (
    id INTEGER PRIMARY KEY,
    booking INTEGER NOT NULL REFERENCES kit_booking (id),
    number INTEGER NOT NULL CHECK (number > 0),
    school INTEGER REFERENCES school (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),    -- where it is no school
    person INTEGER REFERENCES person (id),                -- who takes it over there
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reminded INTEGER,
    asked INTEGER,                                        -- for a note
    CHECK (first_day <= last_day)
);

CREATE UNIQUE INDEX kit_stop_number ON kit_stop (booking, number);

CREATE INDEX kit_stop_person ON kit_stop (person) WHERE person IS NOT NULL;

CREATE INDEX kit_stop_school ON kit_stop (school) WHERE school IS NOT NULL;

CREATE TABLE kit_term (
    id INTEGER PRIMARY KEY,
    title INTEGER NOT NULL REFERENCES title (id),
    event INTEGER NOT NULL REFERENCES event (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    made INTEGER NOT NULL
);

CREATE UNIQUE INDEX kit_term_event ON kit_term (event, title);

CREATE INDEX kit_term_title ON kit_term (title, last_day);

CREATE TABLE launch (
    id INTEGER PRIMARY KEY,
    demand_call INTEGER NOT NULL REFERENCES demand_call (id),
    centre INTEGER NOT NULL REFERENCES centre (id),
    programme INTEGER REFERENCES programme (id),  -- null where the topic has none
    people INTEGER NOT NULL,                      -- who counted when it was made
    schools INTEGER NOT NULL,
    km INTEGER NOT NULL,                          -- that all of them travel to the centre and back
    event INTEGER REFERENCES event (id),          -- the draft; null where none could be made, or it was discarded
    made INTEGER NOT NULL
);

CREATE UNIQUE INDEX launch_call ON launch (demand_call);

CREATE INDEX launch_centre ON launch (centre, made);

CREATE INDEX launch_event ON launch (event) WHERE event IS NOT NULL;

CREATE INDEX launch_programme ON launch (programme) WHERE programme IS NOT NULL;

CREATE TABLE launch_date (
    launch INTEGER NOT NULL REFERENCES launch (id),
    line INTEGER NOT NULL,
    day TEXT NOT NULL,                          -- the first
    hall INTEGER REFERENCES hall (id),
    PRIMARY KEY (launch, line)
);

CREATE INDEX launch_date_hall ON launch_date (hall) WHERE hall IS NOT NULL;

CREATE TABLE ledger_account (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    role TEXT NOT NULL CHECK (role IN ('receivable', 'income', 'bank', 'unknown_payments', 'advances', 'purse', 'reserved', 'spent', 'payable', 'loss')),
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),      -- where the centre calls it otherwise
    UNIQUE (centre, role)
);

CREATE TABLE ledger_entry (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    day TEXT NOT NULL,
    made INTEGER NOT NULL,
    person INTEGER,                                       -- who did it
    kind TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    undoes INTEGER REFERENCES ledger_entry (id)           -- the entry that it posts back
);

CREATE INDEX ledger_entry_day ON ledger_entry (centre, day, id);

CREATE UNIQUE INDEX ledger_entry_undoes ON ledger_entry (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE ledger_line (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES ledger_entry (id),
    account INTEGER NOT NULL REFERENCES ledger_account (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),          -- minor units: debit above nothing, credit below
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    purse INTEGER REFERENCES purse (id),
    year INTEGER,                                         -- of the purse's money
    share INTEGER,                                        -- of a claim
    payer INTEGER,
    event INTEGER REFERENCES event (id),
    person INTEGER REFERENCES person (id),                -- for whom, where a source counts by people
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 300),
    CHECK ((purse IS NULL) = (year IS NULL))
);

CREATE INDEX ledger_line_account ON ledger_line (account);

CREATE INDEX ledger_line_entry ON ledger_line (entry);

CREATE INDEX ledger_line_event ON ledger_line (event) WHERE event IS NOT NULL;

CREATE INDEX ledger_line_person ON ledger_line (person) WHERE person IS NOT NULL;

CREATE INDEX ledger_line_purse ON ledger_line (purse, year) WHERE purse IS NOT NULL;

CREATE INDEX ledger_line_share ON ledger_line (share) WHERE share IS NOT NULL;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    centre INTEGER,
    person INTEGER,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT,
    calendar_method TEXT,
    message TEXT NOT NULL UNIQUE,       -- Message-ID
    noun TEXT,                          -- what it is about
    about INTEGER,
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'dead')),
    secret BOOLEAN NOT NULL DEFAULT 0, -- holds a sign-in link: its text is not shown to staff and is erased when sent
    fades BOOLEAN NOT NULL DEFAULT 0,  -- its person is gone: nothing of it is kept once it has left
    due INTEGER NOT NULL,
    lease INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    fault TEXT,
    written INTEGER NOT NULL,
    sent INTEGER
, unsubscribe TEXT CHECK (length(unsubscribe) <= 300));

CREATE INDEX letter_about ON letter (noun, about, id);

CREATE INDEX letter_centre ON letter (centre, id);

CREATE INDEX letter_dead ON letter (person) WHERE state = 'dead';

CREATE INDEX letter_due ON letter (due) WHERE state = 'queued';

CREATE INDEX letter_state ON letter (centre, state, id);

CREATE TABLE letter_file (
    letter INTEGER PRIMARY KEY REFERENCES letter (id),
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE loan (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    copy INTEGER NOT NULL REFERENCES copy (id),
    borrower INTEGER REFERENCES borrower (id),    -- null: it came back long ago, and stands no more who had it
    borrower_kind TEXT NOT NULL CHECK (borrower_kind IN ('person', 'institution', 'pupil')),
    state TEXT NOT NULL CHECK (state IN ('booked', 'out', 'back', 'lost', 'cancelled')),
    held_from INTEGER NOT NULL,           -- days since 1 January 1970, with those for setting up and for the way
    held_until INTEGER NOT NULL,
    due TEXT NOT NULL,                  -- local day
    out_at INTEGER,
    back_at INTEGER,
    renewed INTEGER NOT NULL DEFAULT 0 CHECK (renewed >= 0),
    deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit >= 0),      -- that was left for it; minor units of the centre's currency
    damage TEXT NOT NULL DEFAULT '' CHECK (length(damage) <= 1000),
    told TEXT CHECK (told IN ('before', 'one', 'seven', 'twentyone')),          -- the last letter about it
    person INTEGER,                       -- who wrote it down
    made INTEGER NOT NULL,
    CHECK (held_from <= held_until),
    CHECK (borrower IS NOT NULL OR state IN ('back', 'lost', 'cancelled')),
    CHECK (out_at IS NOT NULL OR state IN ('booked', 'cancelled'))
);

CREATE INDEX loan_at ON loan (centre, out_at);

CREATE INDEX loan_back ON loan (back_at);

CREATE INDEX loan_borrower ON loan (borrower, state);

CREATE INDEX loan_copy ON loan (copy, held_until);

CREATE INDEX loan_due ON loan (centre, due) WHERE state = 'out';

CREATE UNIQUE INDEX loan_out ON loan (copy) WHERE state = 'out';

CREATE TABLE loan_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    borrower TEXT NOT NULL CHECK (borrower IN ('person', 'institution', 'pupil')),
    kind TEXT NOT NULL CHECK (length(kind) <= 40),      -- of titles
    days INTEGER NOT NULL CHECK (days >= 0),              -- none: it is not lent to them
    most INTEGER NOT NULL CHECK (most >= 0),              -- that one may have out at a time
    renewals INTEGER NOT NULL CHECK (renewals >= 0),
    reservable BOOLEAN NOT NULL,
    deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit >= 0)       -- minor units of the centre's currency
);

CREATE UNIQUE INDEX loan_rule_since ON loan_rule (centre, borrower, kind, since);

CREATE TABLE merged_row (
    id INTEGER PRIMARY KEY,
    merge INTEGER NOT NULL REFERENCES person_merge (id),
    place TEXT NOT NULL,                -- table.column
    subject INTEGER NOT NULL              -- the row
);

CREATE INDEX merged_row_merge ON merged_row (merge);

CREATE TABLE migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint INTEGER NOT NULL, applied INTEGER NOT NULL DEFAULT (CAST(strftime('%s', 'now') AS INTEGER))
);

CREATE TABLE month_offer (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,                    -- of the month
    intro TEXT NOT NULL DEFAULT '' CHECK (length(intro) <= 10000),
    edits INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX month_offer_month ON month_offer (centre, first_day);

CREATE TABLE month_offer_line (
    id INTEGER PRIMARY KEY,
    offer INTEGER NOT NULL REFERENCES month_offer (id),
    event INTEGER REFERENCES event (id),
    item INTEGER REFERENCES plan_item (id),
    CHECK ((item IS NULL) <> (event IS NULL))
);

CREATE INDEX month_offer_line_event ON month_offer_line (event);

CREATE INDEX month_offer_line_item ON month_offer_line (item);

CREATE INDEX month_offer_line_offer ON month_offer_line (offer);

CREATE TABLE month_offer_version (
    id INTEGER PRIMARY KEY,
    offer INTEGER NOT NULL REFERENCES month_offer (id),
    number INTEGER NOT NULL,
    intro TEXT NOT NULL DEFAULT '' CHECK (length(intro) <= 10000),
    person INTEGER,                               -- who published it
    at INTEGER NOT NULL
);

CREATE UNIQUE INDEX month_offer_version_number ON month_offer_version (offer, number);

CREATE TABLE month_offer_version_line (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES month_offer_version (id),
    line INTEGER NOT NULL,
    event INTEGER REFERENCES event (id),
    item INTEGER,                                 -- a line of the plan without an event, which may be gone
    form INTEGER NOT NULL REFERENCES event_form (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),           -- of the title
    title TEXT NOT NULL CHECK (length(title) <= 300),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    begins INTEGER,                               -- minutes of the first day; null where no hour is known
    ends INTEGER,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 1000),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    area TEXT NOT NULL DEFAULT '' CHECK (length(area) <= 300),
    points INTEGER NOT NULL DEFAULT 0,
    fee INTEGER NOT NULL DEFAULT 0,
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR'))
);

CREATE INDEX month_offer_version_line_event ON month_offer_version_line (event);

CREATE INDEX month_offer_version_line_form ON month_offer_version_line (form);

CREATE INDEX month_offer_version_line_version ON month_offer_version_line (version, line);

CREATE TABLE municipality (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    source_id TEXT NOT NULL CHECK (length(source_id) <= 200),            -- its number in the list it came from
    name TEXT NOT NULL CHECK (length(name) <= 200),
    district TEXT NOT NULL DEFAULT '' CHECK (length(district) <= 200),
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    key_azbuka BLOB NOT NULL,
    key_abeceda BLOB NOT NULL,
    key_lithuanian BLOB NOT NULL,
    UNIQUE (country, source_id)
);

CREATE TABLE need_plan (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    year INTEGER NOT NULL,                -- the calendar year in which the school year begins
    centre INTEGER NOT NULL REFERENCES centre (id),       -- whose offer it is for
    school INTEGER REFERENCES school (id),
    municipality INTEGER REFERENCES municipality (id),    -- of the school, as it was when the plan was last saved
    job TEXT NOT NULL DEFAULT 'other' CHECK (job IN ('class', 'subject', 'vocational', 'preschool', 'associate', 'head', 'other')),
    days TEXT NOT NULL DEFAULT '',      -- chosen from four, with blanks between
    payer TEXT CHECK (payer IN ('school', 'self', 'both', 'municipality')),
    km INTEGER CHECK (km BETWEEN 0 AND 1000),     -- how far they travel
    obstacles TEXT NOT NULL DEFAULT '', -- chosen from a list, with blanks between
    obstacle_note TEXT NOT NULL DEFAULT '' CHECK (length(obstacle_note) <= 1000),
    shows BOOLEAN NOT NULL DEFAULT 0,      -- would show a lesson to others
    writes BOOLEAN NOT NULL DEFAULT 0,     -- would write a programme
    shared BOOLEAN NOT NULL DEFAULT 0,     -- whether the school sees the plan, but for wishes that are kept from it
    started INTEGER NOT NULL,
    changed INTEGER NOT NULL
);

CREATE INDEX need_plan_centre ON need_plan (centre, year);

CREATE INDEX need_plan_municipality ON need_plan (municipality) WHERE municipality IS NOT NULL;

CREATE UNIQUE INDEX need_plan_person ON need_plan (person, year);

CREATE INDEX need_plan_school ON need_plan (school, year) WHERE school IS NOT NULL;

CREATE TABLE neighbour (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL CHECK (length(address) <= 300),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) <= 40),        -- of the key that is believed
    state TEXT NOT NULL CHECK (state IN ('new', 'good', 'faulty', 'revoked', 'paused')),
    fault TEXT CHECK (length(fault) <= 40),
    installation TEXT CHECK (length(installation) <= 120),              -- its lasting name, once it was heard
    site TEXT NOT NULL DEFAULT '' CHECK (length(site) <= 300),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    added INTEGER NOT NULL,
    added_by INTEGER REFERENCES person (id),
    tried INTEGER,
    heard INTEGER,
    due INTEGER,                                  -- when it is asked next
    fails INTEGER NOT NULL DEFAULT 0 CHECK (fails >= 0),
    tag TEXT NOT NULL DEFAULT '' CHECK (length(tag) <= 200),            -- by which it tells that nothing is new
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    expires INTEGER
);

CREATE INDEX neighbour_added_by ON neighbour (added_by) WHERE added_by IS NOT NULL;

CREATE UNIQUE INDEX neighbour_address ON neighbour (address);

CREATE INDEX neighbour_due ON neighbour (due) WHERE due IS NOT NULL;

CREATE UNIQUE INDEX neighbour_installation ON neighbour (installation) WHERE installation IS NOT NULL;

CREATE TABLE neighbour_feed (
    neighbour INTEGER NOT NULL REFERENCES neighbour (id),
    kind TEXT NOT NULL CHECK (kind IN ('events', 'programmes', 'practices', 'certificates', 'figures')),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    made INTEGER NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (neighbour, kind)
);

CREATE TABLE neighbour_key (
    neighbour INTEGER NOT NULL REFERENCES neighbour (id),
    id TEXT NOT NULL CHECK (length(id) <= 40),
    public BLOB NOT NULL,
    revoked BOOLEAN NOT NULL,
    PRIMARY KEY (neighbour, id)
);

CREATE INDEX neighbour_key_id ON neighbour_key (id);

CREATE TABLE neighbour_name (
    neighbour INTEGER NOT NULL REFERENCES neighbour (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    PRIMARY KEY (neighbour, language)
);

CREATE TABLE neighbour_offer (
    id INTEGER PRIMARY KEY,
    neighbour INTEGER NOT NULL REFERENCES neighbour (id),
    kind TEXT NOT NULL CHECK (kind IN ('events', 'programmes', 'practices')),
    number TEXT NOT NULL CHECK (length(number) <= 120),         -- as its own site numbers it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    detail TEXT NOT NULL CHECK (length(detail) <= 1000),
    place TEXT NOT NULL CHECK (length(place) <= 200),
    house TEXT NOT NULL CHECK (length(house) <= 200),           -- the centre that offers it
    url TEXT NOT NULL CHECK (length(url) <= 300),
    starts INTEGER,
    ends INTEGER,
    zone TEXT,
    hours INTEGER CHECK (hours > 0),
    state TEXT NOT NULL CHECK (state IN ('', 'announced', 'confirmed', 'postponed', 'cancelled'))
);

CREATE UNIQUE INDEX neighbour_offer_number ON neighbour_offer (neighbour, kind, number);

CREATE INDEX neighbour_offer_starts ON neighbour_offer (kind, starts);

CREATE TABLE newsletter (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    is_open BOOLEAN NOT NULL,                            -- whether people without an account may have it too
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),           -- counts up with each change of what it says of itself
    ended INTEGER,                                        -- since when nobody joins it and nothing of it is written
    made INTEGER NOT NULL
);

CREATE INDEX newsletter_centre ON newsletter (centre);

CREATE TABLE newsletter_bounce (
    id INTEGER PRIMARY KEY,
    subscriber INTEGER NOT NULL REFERENCES newsletter_subscriber (id),
    source TEXT NOT NULL CHECK (source IN ('report', 'queue')),
    status TEXT NOT NULL CHECK (length(status) <= 40),  -- as RFC 3463 writes it
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    print TEXT NOT NULL,                                -- a digest of the report, so that none counts twice
    made INTEGER NOT NULL,
    lifted INTEGER,                                       -- since when it counts no more
    UNIQUE (subscriber, print)
);

CREATE TABLE newsletter_consent (
    id INTEGER PRIMARY KEY,
    newsletter INTEGER NOT NULL REFERENCES newsletter (id),
    subscriber INTEGER NOT NULL REFERENCES newsletter_subscriber (id),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    version INTEGER NOT NULL,                             -- of the newsletter when it was agreed to
    way TEXT NOT NULL CHECK (way IN ('account', 'form', 'invited')),
    asked INTEGER NOT NULL,
    given INTEGER,                                        -- null while the letter with the link waits for an answer
    ended INTEGER,
    ended_by TEXT CHECK (ended_by IN ('account', 'page', 'program')),   -- on whose word: the own page, the link's page, a mail program's one click
    CHECK ((ended IS NULL) = (ended_by IS NULL))
);

CREATE INDEX newsletter_consent_newsletter ON newsletter_consent (newsletter);

CREATE UNIQUE INDEX newsletter_consent_open ON newsletter_consent (newsletter, subscriber) WHERE ended IS NULL;

CREATE INDEX newsletter_consent_subscriber ON newsletter_consent (subscriber);

CREATE TABLE newsletter_interest (
    subscriber INTEGER NOT NULL REFERENCES newsletter_subscriber (id),
    topic INTEGER NOT NULL REFERENCES topic (id),
    PRIMARY KEY (subscriber, topic)
);

CREATE INDEX newsletter_interest_topic ON newsletter_interest (topic);

CREATE TABLE newsletter_issue (
    id INTEGER PRIMARY KEY,
    newsletter INTEGER NOT NULL REFERENCES newsletter (id),
    segment INTEGER REFERENCES newsletter_segment (id),   -- null: all who agreed
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'sending', 'stopped', 'finished')),
    edits INTEGER NOT NULL DEFAULT 0,
    due INTEGER,                                          -- when it begins
    begun INTEGER,
    finished INTEGER,
    readers INTEGER NOT NULL DEFAULT 0,                   -- to whom it goes, counted when it began
    sent INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    paced INTEGER NOT NULL DEFAULT 0,                     -- the last minute in which letters were written, and how many
    paced_count INTEGER NOT NULL DEFAULT 0,
    made INTEGER NOT NULL,
    CHECK (state <> 'scheduled' OR due IS NOT NULL),
    CHECK (state IN ('draft', 'scheduled') OR begun IS NOT NULL)
);

CREATE INDEX newsletter_issue_newsletter ON newsletter_issue (newsletter, state);

CREATE INDEX newsletter_issue_segment ON newsletter_issue (segment) WHERE segment IS NOT NULL;

CREATE TABLE newsletter_issue_line (
    issue INTEGER NOT NULL REFERENCES newsletter_issue (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('offer', 'event', 'news', 'practice')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    title_language TEXT NOT NULL CHECK (title_language IN ('sr', 'sr-Latn', 'lt', 'en')),
    lead TEXT NOT NULL DEFAULT '' CHECK (length(lead) <= 300),      -- days, or who wrote it
    detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 1000),
    detail_language TEXT NOT NULL CHECK (detail_language IN ('sr', 'sr-Latn', 'lt', 'en')),
    path TEXT NOT NULL,                                 -- behind the language
    PRIMARY KEY (issue, language, place)
);

CREATE TABLE newsletter_issue_pick (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES newsletter_issue (id),
    event INTEGER REFERENCES event (id),
    article INTEGER REFERENCES article (id),
    practice INTEGER REFERENCES practice (id),
    offer INTEGER REFERENCES month_offer (id)
);

CREATE INDEX newsletter_issue_pick_article ON newsletter_issue_pick (article) WHERE article IS NOT NULL;

CREATE INDEX newsletter_issue_pick_event ON newsletter_issue_pick (event) WHERE event IS NOT NULL;

CREATE INDEX newsletter_issue_pick_issue ON newsletter_issue_pick (issue);

CREATE INDEX newsletter_issue_pick_offer ON newsletter_issue_pick (offer) WHERE offer IS NOT NULL;

CREATE INDEX newsletter_issue_pick_practice ON newsletter_issue_pick (practice) WHERE practice IS NOT NULL;

CREATE TABLE newsletter_issue_text (
    issue INTEGER NOT NULL REFERENCES newsletter_issue (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),    -- Markdown
    PRIMARY KEY (issue, language)
);

CREATE TABLE newsletter_recipient (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES newsletter_issue (id),
    subscriber INTEGER REFERENCES newsletter_subscriber (id),         -- null where they are forgotten
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped')),
    why TEXT CHECK (why IN ('left', 'stopped', 'gone')),            -- of one who was left out
    done INTEGER,
    UNIQUE (issue, subscriber)
);

CREATE INDEX newsletter_recipient_issue ON newsletter_recipient (issue, state);

CREATE INDEX newsletter_recipient_subscriber ON newsletter_recipient (subscriber) WHERE subscriber IS NOT NULL;

CREATE TABLE newsletter_rule (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    pace INTEGER NOT NULL CHECK (pace BETWEEN 1 AND 20000),           -- letters a minute
    bounces INTEGER NOT NULL CHECK (bounces BETWEEN 1 AND 20),        -- so many within so many days end an address
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 365)
);

CREATE TABLE newsletter_segment (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    outside BOOLEAN NOT NULL,                            -- whether people without an account belong to it
    dropped INTEGER,
    made INTEGER NOT NULL
);

CREATE INDEX newsletter_segment_centre ON newsletter_segment (centre);

CREATE TABLE newsletter_segment_pick (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL REFERENCES newsletter_segment (id),
    axis TEXT NOT NULL CHECK (axis IN ('municipality', 'school', 'kind', 'job', 'subject', 'topic')),
    municipality INTEGER REFERENCES municipality (id),
    school INTEGER REFERENCES school (id),
    topic INTEGER REFERENCES topic (id),
    word TEXT NOT NULL DEFAULT '' CHECK (length(word) <= 120)       -- a kind of institution, a job, a subject
);

CREATE INDEX newsletter_segment_pick_municipality ON newsletter_segment_pick (municipality) WHERE municipality IS NOT NULL;

CREATE INDEX newsletter_segment_pick_school ON newsletter_segment_pick (school) WHERE school IS NOT NULL;

CREATE INDEX newsletter_segment_pick_segment ON newsletter_segment_pick (segment);

CREATE INDEX newsletter_segment_pick_topic ON newsletter_segment_pick (topic) WHERE topic IS NOT NULL;

CREATE TABLE newsletter_stop (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    newsletter INTEGER REFERENCES newsletter (id),        -- null: none of the centre’s
    digest TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('left', 'bounced')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- what the mail server said last
    made INTEGER NOT NULL
);

CREATE INDEX newsletter_stop_centre ON newsletter_stop (centre, digest);

CREATE INDEX newsletter_stop_newsletter ON newsletter_stop (newsletter) WHERE newsletter IS NOT NULL;

CREATE TABLE newsletter_subscriber (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER REFERENCES person (id),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),    -- empty for an account, which has its own, and for whoever left
    digest TEXT NOT NULL,                               -- a mark over the address, which stays when that goes
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    asked INTEGER NOT NULL                                -- when the last letter with a link was written: older links lead nowhere
);

CREATE INDEX newsletter_subscriber_centre ON newsletter_subscriber (centre, digest);

CREATE UNIQUE INDEX newsletter_subscriber_digest ON newsletter_subscriber (digest, centre) WHERE person IS NULL;

CREATE UNIQUE INDEX newsletter_subscriber_person ON newsletter_subscriber (person, centre) WHERE person IS NOT NULL;

CREATE TABLE newsletter_text (
    newsletter INTEGER NOT NULL REFERENCES newsletter (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 1000),
    PRIMARY KEY (newsletter, language)
);

CREATE TABLE online_letter (
    registration INTEGER NOT NULL REFERENCES registration (id),
    session INTEGER NOT NULL REFERENCES event_session (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (registration, session)
);

CREATE INDEX online_letter_session ON online_letter (session);

CREATE TABLE openid_identity (
    id INTEGER PRIMARY KEY,
    provider INTEGER NOT NULL REFERENCES openid_provider (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),   -- who somebody is there
    person INTEGER NOT NULL REFERENCES person (id),
    linked INTEGER NOT NULL,
    used INTEGER, by_address BOOLEAN NOT NULL DEFAULT 1,
    UNIQUE (provider, subject)
);

CREATE INDEX openid_identity_person ON openid_identity (person);

CREATE TABLE openid_provider (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) <= 120),     -- what its button says
    issuer TEXT NOT NULL CHECK (length(issuer) <= 300),
    client TEXT NOT NULL CHECK (length(client) <= 200), -- what this installation is called there
    secret BLOB NOT NULL,                             -- sealed
    links BOOLEAN NOT NULL DEFAULT 0,              -- whether an address that it has checked leads to the account with that address
    shown BOOLEAN NOT NULL DEFAULT 0,
    described TEXT NOT NULL DEFAULT '' CHECK (length(described) <= 20000),  -- what it says of itself: JSON
    keys TEXT NOT NULL DEFAULT '' CHECK (length(keys) <= 20000),            -- by which it signs: JSON
    asked INTEGER,                                        -- when it last answered
    UNIQUE (issuer, client)
);

CREATE TABLE other_address (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    email TEXT NOT NULL UNIQUE CHECK (length(email) <= 200),   -- folded to lower case
    since INTEGER NOT NULL
);

CREATE INDEX other_address_person ON other_address (person);

CREATE TABLE other_way (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    municipality INTEGER NOT NULL REFERENCES municipality (id)
);

CREATE INDEX other_way_municipality ON other_way (municipality);

CREATE TABLE own_table (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    owner INTEGER REFERENCES person (id),         -- who keeps it; null when that account is gone and the table is everybody's
    kind TEXT NOT NULL CHECK (kind IN ('registrations', 'events', 'people', 'certificates', 'loans', 'claims')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    query TEXT NOT NULL CHECK (length(query) <= 10000),     -- columns, filters, sums and order, as they stand behind the question mark of an address
    shared BOOLEAN NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    CHECK (owner IS NOT NULL OR shared)
);

CREATE INDEX own_table_centre ON own_table (centre);

CREATE INDEX own_table_owner ON own_table (owner) WHERE owner IS NOT NULL;

CREATE TABLE paid_leave (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    UNIQUE (person, day)
);

CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES paper_call (id),
    person INTEGER REFERENCES person (id),    -- who sent it and hears of it; none once the account was deleted
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'changes', 'accepted', 'refused', 'withdrawn')),
    round INTEGER NOT NULL DEFAULT 1 CHECK (round IN (1, 2)),
    created INTEGER NOT NULL,
    decided INTEGER,
    decided_from TEXT CHECK (decided_from IN ('sent', 'changes')),      -- where it was when the centre decided, to which it can go back
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- of the centre, with the last decision
    talk INTEGER REFERENCES talk (id)         -- its place in the programme
);

CREATE INDEX paper_call_state ON paper (call, state);

CREATE INDEX paper_person ON paper (person) WHERE person IS NOT NULL;

CREATE INDEX paper_talk ON paper (talk) WHERE talk IS NOT NULL;

CREATE TABLE paper_author (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    school TEXT NOT NULL DEFAULT '' CHECK (length(school) <= 200)
);

CREATE INDEX paper_author_email ON paper_author (email) WHERE email <> '';

CREATE INDEX paper_author_paper ON paper_author (paper, place);

CREATE TABLE paper_call (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- to the authors: what is asked
    kinds TEXT NOT NULL DEFAULT '' CHECK (length(kinds) <= 1000),       -- kinds of contribution, one in each line
    abstract_words INTEGER NOT NULL CHECK (abstract_words > 0),           -- so many words an abstract may have
    keywords_most INTEGER NOT NULL CHECK (keywords_most >= 0),
    authors_most INTEGER NOT NULL CHECK (authors_most > 0),
    best_mark INTEGER NOT NULL CHECK (best_mark > 1),                     -- marks go from 1 to this
    reviews_each INTEGER NOT NULL CHECK (reviews_each > 0),               -- so many reviewers get each proposal
    minutes INTEGER NOT NULL CHECK (minutes > 0),                         -- of a talk in the programme
    opens TEXT NOT NULL,                -- local days, each to its end
    deadline TEXT NOT NULL,
    reviewed TEXT NOT NULL,             -- until then the first round is read
    again TEXT NOT NULL,                -- until then second versions come
    again_reviewed TEXT NOT NULL,       -- until then these are read
    published INTEGER
);

CREATE UNIQUE INDEX paper_call_event ON paper_call (event);

CREATE TABLE paper_criterion (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES paper_call (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 300)
);

CREATE INDEX paper_criterion_call ON paper_criterion (call, place);

CREATE TABLE paper_mark (
    review INTEGER NOT NULL REFERENCES paper_review (id),
    criterion INTEGER NOT NULL REFERENCES paper_criterion (id),
    mark INTEGER NOT NULL CHECK (mark > 0),
    PRIMARY KEY (review, criterion)
);

CREATE INDEX paper_mark_criterion ON paper_mark (criterion);

CREATE TABLE paper_review (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id),
    round INTEGER NOT NULL CHECK (round IN (1, 2)),
    person INTEGER REFERENCES person (id),    -- none once the account was deleted
    recommendation TEXT CHECK (recommendation IN ('accept', 'changes', 'refuse')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),      -- to the author
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- to the centre alone
    assigned INTEGER NOT NULL,
    given INTEGER,
    reminded INTEGER,
    reminders INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX paper_review_once ON paper_review (paper, round, person);

CREATE INDEX paper_review_person ON paper_review (person, given) WHERE person IS NOT NULL;

CREATE TABLE paper_reviewer (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES paper_call (id),
    person INTEGER NOT NULL REFERENCES person (id),
    named INTEGER NOT NULL
);

CREATE UNIQUE INDEX paper_reviewer_once ON paper_reviewer (call, person);

CREATE INDEX paper_reviewer_person ON paper_reviewer (person);

CREATE TABLE paper_version (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id),
    round INTEGER NOT NULL CHECK (round IN (1, 2)),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    abstract TEXT NOT NULL DEFAULT '' CHECK (length(abstract) <= 10000),
    keywords TEXT NOT NULL DEFAULT '' CHECK (length(keywords) <= 300),  -- parted by commas
    kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 300),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what was changed, for the reviewers
    sent INTEGER
);

CREATE UNIQUE INDEX paper_version_round ON paper_version (paper, round);

CREATE TABLE partner (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('university', 'ministry', 'authority', 'municipality', 'school', 'firm', 'association', 'centre', 'other')),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 300),    -- whom to ask there
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    what TEXT NOT NULL DEFAULT '' CHECK (length(what) <= 1000),         -- what they do with the centre
    keeper INTEGER REFERENCES person (id),        -- who of the centre keeps touch
    shown BOOLEAN NOT NULL DEFAULT 0,      -- whether the public reads of it
    ended TEXT                                  -- the day since which nothing is done together
);

CREATE INDEX partner_centre ON partner (centre);

CREATE INDEX partner_keeper ON partner (keeper) WHERE keeper IS NOT NULL;

CREATE TABLE pay_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('author', 'service', 'work')),
    normed INTEGER NOT NULL CHECK (normed BETWEEN 0 AND 10000),       -- hundredths of one in a hundred of the fee that are no base
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE INDEX pay_rule_centre ON pay_rule (centre, kind);

CREATE TABLE pay_rule_part (
    rule INTEGER NOT NULL REFERENCES pay_rule (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000),           -- hundredths of one in a hundred of the base
    above BOOLEAN NOT NULL,                              -- paid on top of the fee; else taken from it
    PRIMARY KEY (rule, place)
);

CREATE TABLE payer (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'school', 'municipality', 'body')),
    person INTEGER REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    municipality INTEGER REFERENCES municipality (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    postcode TEXT NOT NULL DEFAULT '' CHECK (length(postcode) <= 40),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    vat_number TEXT NOT NULL DEFAULT '' CHECK (length(vat_number) <= 40),
    contract_number TEXT NOT NULL DEFAULT '' CHECK (length(contract_number) <= 120),
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),
    uses_crf BOOLEAN NOT NULL DEFAULT 0            -- its invoices go into the central register
);

CREATE INDEX payer_centre ON payer (centre, kind);

CREATE UNIQUE INDEX payer_municipality ON payer (centre, municipality) WHERE municipality IS NOT NULL;

CREATE INDEX payer_of_municipality ON payer (municipality) WHERE municipality IS NOT NULL;

CREATE INDEX payer_of_school ON payer (school) WHERE school IS NOT NULL;

CREATE INDEX payer_person ON payer (person, centre) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX payer_school ON payer (centre, school) WHERE school IS NOT NULL;

CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    line INTEGER NOT NULL REFERENCES statement_line (id),
    kind TEXT NOT NULL CHECK (kind IN ('paid', 'refund', 'returned', 'aside')),
    share INTEGER REFERENCES claim_share (id),            -- which it paid, or of which it gave back
    origin INTEGER REFERENCES statement_line (id),        -- whose rest it gave back
    amount INTEGER NOT NULL CHECK (amount > 0),           -- in hundredths
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    ground TEXT NOT NULL CHECK (ground IN ('reference', 'proposal', 'choice')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- why it is no money for claims
    made INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),
    undone INTEGER,
    undone_by INTEGER REFERENCES person (id),
    CHECK ((kind IN ('paid', 'refund')) = (share IS NOT NULL)),
    CHECK ((kind = 'returned') = (origin IS NOT NULL))
);

CREATE INDEX payment_centre ON payment (centre, made);

CREATE INDEX payment_line ON payment (line);

CREATE INDEX payment_origin ON payment (origin) WHERE origin IS NOT NULL;

CREATE INDEX payment_person ON payment (person) WHERE person IS NOT NULL;

CREATE INDEX payment_share ON payment (share) WHERE share IS NOT NULL;

CREATE INDEX payment_undone_by ON payment (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE payment_rule (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    holds_papers BOOLEAN NOT NULL,       -- a certificate waits until its seat is paid
    reminds BOOLEAN NOT NULL,            -- by itself
    late_days INTEGER NOT NULL CHECK (late_days BETWEEN 1 AND 365),       -- so long after its day a claim is asked for
    again_days INTEGER NOT NULL CHECK (again_days BETWEEN 7 AND 365)      -- not sooner again
);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    other_script_given TEXT CHECK (length(other_script_given) <= 120),            -- the same name in the other Serbian script, only as the person confirmed it
    other_script_family TEXT CHECK (length(other_script_family) <= 120),
    email TEXT UNIQUE CHECK (length(email) <= 200),   -- folded to lower case; null for a person without one
    verified INTEGER,                     -- when the address was proved
    newcomer BOOLEAN NOT NULL DEFAULT 0,   -- came without being asked and has not yet proved the address; forgotten after 7 days
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    occupation TEXT NOT NULL DEFAULT '' CHECK (length(occupation) <= 120),
    wants_papers BOOLEAN NOT NULL DEFAULT 0,   -- as files of a letter, when they are signed
    password TEXT,                      -- scrypt, with its parameters
    created INTEGER NOT NULL,
    erased INTEGER,                       -- when the person asked to be forgotten
    name_key TEXT NOT NULL DEFAULT '',  -- what two writings of one name have in common; empty for who is forgotten
    key_azbuka BLOB NOT NULL,
    key_abeceda BLOB NOT NULL,
    key_lithuanian BLOB NOT NULL
);

CREATE INDEX person_azbuka ON person (key_azbuka);

CREATE INDEX person_name ON person (name_key);

CREATE INDEX person_newcomer ON person (created) WHERE newcomer;

CREATE TABLE person_merge (
    id INTEGER PRIMARY KEY,
    kept INTEGER NOT NULL REFERENCES person (id),
    gone INTEGER NOT NULL UNIQUE REFERENCES person (id),
    at INTEGER NOT NULL,
    trace TEXT                          -- JSON of what they said of themselves before; null when they are parted no more
);

CREATE INDEX person_merge_kept ON person_merge (kept);

CREATE TABLE picture (
    digest TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('image/png', 'image/svg+xml')),
    bytes BLOB NOT NULL,
    added INTEGER NOT NULL,
    kept BOOLEAN NOT NULL DEFAULT 0    -- something that was signed names it: it is never deleted
);

CREATE TABLE plan_decision (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES plan_version (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    signer TEXT NOT NULL CHECK (signer IN ('director', 'office')),
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'approved', 'returned')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 300),          -- of a decision on paper
    day TEXT,                                   -- of that decision
    person INTEGER,                               -- who decided, or wrote it down
    at INTEGER
);

CREATE UNIQUE INDEX plan_decision_line ON plan_decision (version, line);

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES year_plan (id),
    line INTEGER NOT NULL,
    form INTEGER NOT NULL REFERENCES event_form (id),
    programme INTEGER REFERENCES programme (id),
    topic INTEGER REFERENCES topic (id),          -- which wish it answers
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person INTEGER REFERENCES person (id),        -- who answers for it; null when the account is deleted
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    people INTEGER CHECK (people >= 0),           -- how many are expected
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    goal INTEGER CHECK (goal >= 0),               -- the number that the indicator should reach
    edits INTEGER NOT NULL DEFAULT 0              -- counts up with each change
);

CREATE INDEX plan_item_form ON plan_item (form);

CREATE INDEX plan_item_person ON plan_item (person);

CREATE INDEX plan_item_plan ON plan_item (plan, line);

CREATE INDEX plan_item_programme ON plan_item (programme);

CREATE INDEX plan_item_topic ON plan_item (topic) WHERE topic IS NOT NULL;

CREATE TABLE plan_item_event (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    item INTEGER NOT NULL REFERENCES plan_item (id)
);

CREATE INDEX plan_item_event_item ON plan_item_event (item);

CREATE TABLE plan_proposal (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES plan_run (id),
    line INTEGER NOT NULL,
    programme INTEGER NOT NULL REFERENCES programme (id),
    topic INTEGER NOT NULL REFERENCES topic (id),
    municipality INTEGER NOT NULL REFERENCES municipality (id),
    hall INTEGER REFERENCES hall (id),            -- null where a school lends a room
    days TEXT NOT NULL CHECK (length(days) <= 120),     -- ISO with blanks between
    people INTEGER NOT NULL,
    fresh INTEGER NOT NULL,                       -- schools that come for the first time
    due INTEGER NOT NULL,                         -- people for whom something falls due that it would meet
    priority INTEGER NOT NULL,                    -- people who come for a priority
    worth INTEGER NOT NULL,                       -- points that the plan loses without it
    km INTEGER NOT NULL,                          -- of all, there and back
    saved_km INTEGER NOT NULL,                    -- against all of them going to the centre
    saved_hours INTEGER NOT NULL,
    saved_money INTEGER NOT NULL,                 -- minor units
    saved_carbon INTEGER NOT NULL,                   -- kg
    near_km INTEGER,                              -- saved against the nearest other place with a room
    near INTEGER REFERENCES municipality (id),
    next_day TEXT,                              -- when else it would be held, and what that would lose
    next_less INTEGER,
    next_place INTEGER REFERENCES municipality (id),
    next_place_less INTEGER,
    mark TEXT NOT NULL DEFAULT '' CHECK (mark IN ('', 'pinned', 'forbidden')),
    event INTEGER REFERENCES event (id)           -- the draft that was made of it
);

CREATE INDEX plan_proposal_event ON plan_proposal (event) WHERE event IS NOT NULL;

CREATE INDEX plan_proposal_hall ON plan_proposal (hall) WHERE hall IS NOT NULL;

CREATE UNIQUE INDEX plan_proposal_line ON plan_proposal (run, line);

CREATE INDEX plan_proposal_municipality ON plan_proposal (municipality);

CREATE INDEX plan_proposal_near ON plan_proposal (near) WHERE near IS NOT NULL;

CREATE INDEX plan_proposal_next ON plan_proposal (next_place) WHERE next_place IS NOT NULL;

CREATE INDEX plan_proposal_programme ON plan_proposal (programme);

CREATE INDEX plan_proposal_topic ON plan_proposal (topic);

CREATE TABLE plan_proposal_school (
    proposal INTEGER NOT NULL REFERENCES plan_proposal (id),
    school INTEGER NOT NULL REFERENCES school (id),
    people INTEGER NOT NULL,
    PRIMARY KEY (proposal, school)
);

CREATE INDEX plan_proposal_school_school ON plan_proposal_school (school);

CREATE TABLE plan_proposal_trainer (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES plan_proposal (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 300),     -- as the programme names them
    person INTEGER REFERENCES person (id),
    UNIQUE (proposal, line)
);

CREATE INDEX plan_proposal_trainer_person ON plan_proposal_trainer (person) WHERE person IS NOT NULL;

CREATE TABLE plan_rating (
    plan INTEGER NOT NULL REFERENCES need_plan (id),
    code INTEGER NOT NULL REFERENCES cycle_code (id),
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    PRIMARY KEY (plan, code)
);

CREATE INDEX plan_rating_code ON plan_rating (code);

CREATE TABLE plan_reason (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES year_plan (id),
    item INTEGER REFERENCES plan_item (id),
    event INTEGER REFERENCES event (id),
    reason TEXT NOT NULL CHECK (length(reason) <= 1000),
    person INTEGER,                               -- who wrote it
    at INTEGER NOT NULL,
    CHECK ((item IS NULL) <> (event IS NULL))
);

CREATE UNIQUE INDEX plan_reason_event ON plan_reason (event, plan);

CREATE UNIQUE INDEX plan_reason_item ON plan_reason (item);

CREATE INDEX plan_reason_plan ON plan_reason (plan);

CREATE TABLE plan_run (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    most INTEGER NOT NULL CHECK (most BETWEEN 1 AND 500),         -- groups in all
    a_day INTEGER NOT NULL CHECK (a_day BETWEEN 1 AND 50),        -- groups on one day
    cover INTEGER NOT NULL CHECK (cover BETWEEN 1 AND 100),       -- percent of a school that may be away on a day with lessons
    cover_subject INTEGER CHECK (cover_subject BETWEEN 1 AND 50), -- of one subject of a school on such a day; null without a limit
    least INTEGER NOT NULL CHECK (least BETWEEN 1 AND 500),       -- a group, where the catalogue names none
    trainer_fee INTEGER NOT NULL CHECK (trainer_fee >= 0),        -- a day, minor units of the centre's currency
    budget INTEGER CHECK (budget >= 0),                           -- for trainers, likewise; null without a limit
    budget_school INTEGER CHECK (budget_school >= 0),             -- for fees, by who pays them
    budget_municipality INTEGER CHECK (budget_municipality >= 0),
    budget_own INTEGER CHECK (budget_own >= 0),
    working BOOLEAN NOT NULL DEFAULT 0,                    -- days with lessons, too
    towns TEXT NOT NULL DEFAULT '' CHECK (length(towns) <= 1000),   -- municipalities where a school lends a room, ids with blanks between
    weights TEXT NOT NULL CHECK (length(weights) <= 1000),      -- name=points with blanks between
    effort TEXT NOT NULL CHECK (effort IN ('quick', 'normal', 'long')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'working', 'done', 'contradiction', 'stopped', 'failed')),
    stopping BOOLEAN NOT NULL DEFAULT 0,   -- somebody asked for the plan as it is
    told INTEGER,                                 -- when it was last heard of
    worth INTEGER,                                -- points of the best so far
    bound INTEGER,                                -- points that no plan can pass
    groups INTEGER NOT NULL DEFAULT 0,
    ended_by TEXT NOT NULL DEFAULT '' CHECK (length(ended_by) <= 120),      -- goal, work, asked, time
    rules TEXT NOT NULL DEFAULT '' CHECK (length(rules) <= 1000),   -- that cannot hold together, with blanks between
    proved BOOLEAN,                              -- whether it is proved that they cannot; null where there is a plan
    engine TEXT NOT NULL DEFAULT '' CHECK (length(engine) <= 120),
    fingerprint TEXT NOT NULL DEFAULT '' CHECK (length(fingerprint) <= 120),
    persons INTEGER NOT NULL DEFAULT 0,           -- whose plans it was made of
    wishes INTEGER NOT NULL DEFAULT 0,
    earlier INTEGER REFERENCES plan_run (id),     -- around whose pins it was made
    person INTEGER,                               -- who asked for it
    at INTEGER NOT NULL,
    ended INTEGER
);

CREATE INDEX plan_run_centre ON plan_run (centre, at);

CREATE INDEX plan_run_earlier ON plan_run (earlier) WHERE earlier IS NOT NULL;

CREATE UNIQUE INDEX plan_run_underway ON plan_run (centre) WHERE state IN ('waiting', 'working');

CREATE TABLE plan_run_left (
    run INTEGER NOT NULL REFERENCES plan_run (id),
    programme INTEGER NOT NULL REFERENCES programme (id),
    reason TEXT NOT NULL CHECK (reason IN ('trainers', 'wishes', 'rooms', 'days', 'reach', 'groups', 'worth')),
    wishes INTEGER NOT NULL,
    PRIMARY KEY (run, programme)
);

CREATE INDEX plan_run_left_programme ON plan_run_left (programme);

CREATE TABLE plan_source (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200)
);

CREATE INDEX plan_source_centre ON plan_source (centre, line);

CREATE TABLE plan_step (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    signer TEXT NOT NULL CHECK (signer IN ('director', 'office'))
);

CREATE INDEX plan_step_centre ON plan_step (centre, line);

CREATE TABLE plan_version (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES year_plan (id),
    number INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),         -- why an approved plan is changed
    state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'approved')),
    person INTEGER,                               -- who handed it in
    at INTEGER NOT NULL
);

CREATE UNIQUE INDEX plan_version_number ON plan_version (plan, number);

CREATE TABLE plan_version_item (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES plan_version (id),
    item INTEGER NOT NULL,                        -- the line of the plan, which may be gone
    line INTEGER NOT NULL,
    form INTEGER NOT NULL REFERENCES event_form (id),
    programme INTEGER REFERENCES programme (id),
    topic INTEGER REFERENCES topic (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person INTEGER REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    people INTEGER CHECK (people >= 0),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    goal INTEGER CHECK (goal >= 0)
);

CREATE INDEX plan_version_item_form ON plan_version_item (form);

CREATE UNIQUE INDEX plan_version_item_line ON plan_version_item (version, item);

CREATE INDEX plan_version_item_person ON plan_version_item (person);

CREATE INDEX plan_version_item_programme ON plan_version_item (programme);

CREATE INDEX plan_version_item_topic ON plan_version_item (topic) WHERE topic IS NOT NULL;

CREATE TABLE portfolio_entry (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'unchecked', 'checked', 'refused')),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering', 'course', 'trip', 'study', 'inside', 'leading', 'writing')),
    led BOOLEAN NOT NULL DEFAULT 0,
    title TEXT NOT NULL CHECK (length(title) <= 300),
    organiser TEXT NOT NULL DEFAULT '' CHECK (length(organiser) <= 300),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 300),         -- of the certificate, or in the catalogue
    competence TEXT NOT NULL DEFAULT '' CHECK (length(competence) <= 300),
    day TEXT NOT NULL,                  -- the last; of what is planned, by when
    hours INTEGER NOT NULL DEFAULT 0 CHECK (hours >= 0),
    days INTEGER NOT NULL DEFAULT 1 CHECK (days >= 0),
    credits INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0),
    points INTEGER CHECK (points >= 0),   -- as its paper says, or as the school's table gave when it was entered
    priority BOOLEAN NOT NULL DEFAULT 0,
    international BOOLEAN NOT NULL DEFAULT 0,
    school INTEGER REFERENCES school (id),        -- inside which it was
    line INTEGER REFERENCES school_points_line (id),
    goal INTEGER REFERENCES portfolio_goal (id),
    file INTEGER REFERENCES file (id),    -- the scan
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    shared BOOLEAN NOT NULL DEFAULT 0,     -- of what is planned: whether the school sees it
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),        -- why it was refused
    decided INTEGER,
    decided_by INTEGER,
    written INTEGER NOT NULL
);

CREATE INDEX portfolio_entry_file ON portfolio_entry (file) WHERE file IS NOT NULL;

CREATE INDEX portfolio_entry_goal ON portfolio_entry (goal) WHERE goal IS NOT NULL;

CREATE INDEX portfolio_entry_line ON portfolio_entry (line) WHERE line IS NOT NULL;

CREATE INDEX portfolio_entry_person ON portfolio_entry (person, day);

CREATE INDEX portfolio_entry_school ON portfolio_entry (school, day) WHERE school IS NOT NULL;

CREATE INDEX portfolio_entry_waiting ON portfolio_entry (written) WHERE state = 'unchecked';

CREATE TABLE portfolio_goal (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    year INTEGER NOT NULL,                -- the calendar year in which the school year begins
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    competence TEXT NOT NULL DEFAULT '' CHECK (length(competence) <= 300),
    shared BOOLEAN NOT NULL DEFAULT 0,     -- whether the school sees it
    reached BOOLEAN NOT NULL DEFAULT 0,
    reflection TEXT NOT NULL DEFAULT '' CHECK (length(reflection) <= 10000)
);

CREATE INDEX portfolio_goal_person ON portfolio_goal (person, year);

CREATE TABLE practice (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'revision', 'published', 'withdrawn')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    grades INTEGER NOT NULL DEFAULT 0 CHECK (grades BETWEEN 0 AND 8191),         -- one bit each, from before school to the twelfth
    competences TEXT NOT NULL DEFAULT '' CHECK (length(competences) <= 300),    -- codes of the catalogue, with a semicolon between them
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    wanted TEXT NOT NULL DEFAULT '' CHECK (length(wanted) <= 20000),            -- Markdown, as the three that follow
    done TEXT NOT NULL DEFAULT '' CHECK (length(done) <= 20000),
    came TEXT NOT NULL DEFAULT '' CHECK (length(came) <= 20000),
    change TEXT NOT NULL DEFAULT '' CHECK (length(change) <= 20000),
    licence TEXT NOT NULL CHECK (licence IN ('by', 'by-sa', 'by-nc', 'by-nc-sa', 'all')),
    event INTEGER REFERENCES event (id),          -- after which it was tried
    step INTEGER,                         -- a step of follow-up, which may be gone by now
    step_written INTEGER,
    step_confirmed INTEGER,
    round INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0),         -- how often it was sent to be looked at
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),            -- of the centre, when it was given back
    begun INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    published INTEGER,
    withdrawn INTEGER,
    idea INTEGER,                         -- when a programme was begun from it
    proposal INTEGER                      -- that programme's proposal, which may be gone by now
);

CREATE INDEX practice_centre ON practice (centre, state, published);

CREATE INDEX practice_event ON practice (event) WHERE event IS NOT NULL;

CREATE INDEX practice_proposal ON practice (proposal) WHERE proposal IS NOT NULL;

CREATE INDEX practice_step ON practice (step) WHERE step IS NOT NULL;

CREATE TABLE practice_file (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    consent BOOLEAN NOT NULL,            -- of a picture: that no pupil can be known in it, or that the parents have agreed
    added INTEGER NOT NULL
);

CREATE INDEX practice_file_file ON practice_file (file);

CREATE INDEX practice_file_practice ON practice_file (practice, id);

CREATE TABLE practice_review (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id),
    round INTEGER NOT NULL CHECK (round > 0),
    person INTEGER NOT NULL REFERENCES person (id),
    asked INTEGER NOT NULL,
    aim INTEGER CHECK (aim BETWEEN 1 AND 4),
    course INTEGER CHECK (course BETWEEN 1 AND 4),
    proof INTEGER CHECK (proof BETWEEN 1 AND 4),
    material INTEGER CHECK (material BETWEEN 1 AND 4),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    verdict TEXT CHECK (verdict IN ('good', 'revise')),
    given INTEGER,
    CHECK ((given IS NULL) = (verdict IS NULL))
);

CREATE INDEX practice_review_of ON practice_review (person);

CREATE UNIQUE INDEX practice_review_person ON practice_review (practice, round, person);

CREATE TABLE practice_reviewer (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER NOT NULL REFERENCES person (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),
    since INTEGER NOT NULL
);

CREATE INDEX practice_reviewer_of ON practice_reviewer (person);

CREATE UNIQUE INDEX practice_reviewer_person ON practice_reviewer (centre, person);

CREATE TABLE practice_try (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id),
    person INTEGER REFERENCES person (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('worked', 'partly', 'failed')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    named BOOLEAN NOT NULL,              -- whether the authors may know who it was
    tried INTEGER NOT NULL,
    shown INTEGER                         -- since when everybody reads the words
);

CREATE INDEX practice_try_of ON practice_try (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX practice_try_person ON practice_try (practice, person) WHERE person IS NOT NULL;

CREATE INDEX practice_try_practice ON practice_try (practice, tried);

CREATE TABLE practice_wish (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id),
    person INTEGER REFERENCES person (id),
    school INTEGER REFERENCES school (id),
    wished INTEGER NOT NULL,
    event INTEGER REFERENCES event (id)   -- the one that came of it
);

CREATE INDEX practice_wish_event ON practice_wish (event) WHERE event IS NOT NULL;

CREATE INDEX practice_wish_of ON practice_wish (person) WHERE person IS NOT NULL;

CREATE UNIQUE INDEX practice_wish_person ON practice_wish (practice, person) WHERE person IS NOT NULL;

CREATE INDEX practice_wish_practice ON practice_wish (practice, event);

CREATE INDEX practice_wish_school ON practice_wish (school) WHERE school IS NOT NULL;

CREATE TABLE price (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('event', 'hall', 'publication', 'membership', 'other')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    covers TEXT NOT NULL DEFAULT '' CHECK (length(covers) <= 1000),
    amount INTEGER NOT NULL CHECK (amount >= 0),          -- in hundredths
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    starts TEXT NOT NULL,
    ends TEXT,                          -- the last day
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)     -- who decided it, and where it stands
);

CREATE INDEX price_centre ON price (centre, starts);

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    cycle INTEGER NOT NULL REFERENCES cycle (id),
    number TEXT NOT NULL CHECK (length(number) <= 300),               -- catalogue number, unique in its cycle
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    institution TEXT NOT NULL DEFAULT '' CHECK (length(institution) <= 300),   -- who submitted it
    hours INTEGER NOT NULL CHECK (hours > 0), -- points = hours, and never more
    competence INTEGER REFERENCES cycle_code (id),
    priority INTEGER REFERENCES cycle_code (id),
    area INTEGER REFERENCES cycle_code (id),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 20000),
    form TEXT NOT NULL DEFAULT 'direct' CHECK (form IN ('direct', 'online', 'mixed')),
    days INTEGER CHECK (days > 0),
    phases TEXT NOT NULL DEFAULT '' CHECK (length(phases) <= 20000),
    seats_min INTEGER NOT NULL DEFAULT 0 CHECK (seats_min >= 0),
    seats_max INTEGER NOT NULL DEFAULT 30 CHECK (seats_max > 0),
    price INTEGER CHECK (price >= 0),     -- of one participant, minor units of the accreditor's country
    price_covers TEXT NOT NULL DEFAULT '' CHECK (length(price_covers) <= 300),
    goal TEXT NOT NULL DEFAULT '' CHECK (length(goal) <= 20000),
    specific_goals TEXT NOT NULL DEFAULT '' CHECK (length(specific_goals) <= 20000),
    outcomes TEXT NOT NULL DEFAULT '' CHECK (length(outcomes) <= 20000),
    topics TEXT NOT NULL DEFAULT '' CHECK (length(topics) <= 20000),
    evaluation TEXT NOT NULL DEFAULT '' CHECK (length(evaluation) <= 20000),
    follow_up TEXT NOT NULL DEFAULT '' CHECK (length(follow_up) <= 20000),     -- how effects are followed afterwards
    free BOOLEAN NOT NULL DEFAULT 0,   -- of public interest: free for participants
    predecessor INTEGER REFERENCES programme (id),
    withdrawn TEXT,                     -- the first day on which it is no longer valid
    withdrawn_reason TEXT NOT NULL DEFAULT '' CHECK (length(withdrawn_reason) <= 1000),
    key_azbuka BLOB NOT NULL,
    key_abeceda BLOB NOT NULL,
    key_lithuanian BLOB NOT NULL,
    UNIQUE (cycle, number),
    CHECK (seats_min <= seats_max)
);

CREATE INDEX programme_abeceda ON programme (key_abeceda, id);

CREATE INDEX programme_area ON programme (area);

CREATE INDEX programme_azbuka ON programme (key_azbuka, id);

CREATE INDEX programme_competence ON programme (competence);

CREATE INDEX programme_facets ON programme (cycle, area, competence, priority, form, hours, free, withdrawn);

CREATE INDEX programme_lithuanian ON programme (key_lithuanian, id);

CREATE INDEX programme_predecessor ON programme (predecessor);

CREATE INDEX programme_priority ON programme (priority);

CREATE TABLE programme_earlier (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id),
    cycle TEXT NOT NULL DEFAULT '' CHECK (length(cycle) <= 200),
    number TEXT NOT NULL CHECK (length(number) <= 300),
    held INTEGER CHECK (held >= 0),
    place INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX programme_earlier_programme ON programme_earlier (programme, place);

CREATE TABLE programme_entry (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id),
    municipality INTEGER REFERENCES municipality (id),    -- null for the whole country
    state TEXT NOT NULL CHECK (state IN ('temporary', 'registered', 'accredited', 'leaving', 'left')),
    code TEXT NOT NULL CHECK (length(code) <= 40),      -- 999999999 until the register has given one
    registered TEXT,                    -- days
    accredited TEXT,
    leaves TEXT,                        -- asked for from that day on; it holds when the register has entered it
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    ended TEXT
);

CREATE INDEX programme_entry_municipality ON programme_entry (municipality);

CREATE INDEX programme_entry_programme ON programme_entry (programme);

CREATE TABLE programme_person (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id),
    part TEXT NOT NULL CHECK (part IN ('author', 'trainer', 'contact')),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    occupation TEXT NOT NULL DEFAULT '' CHECK (length(occupation) <= 300),
    reach TEXT NOT NULL DEFAULT '' CHECK (length(reach) <= 300),    -- telephone and address of whom to ask
    person INTEGER REFERENCES person (id),
    centre INTEGER REFERENCES centre (id),    -- whose people tied it to the person
    place INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX programme_person_centre ON programme_person (centre);

CREATE INDEX programme_person_person ON programme_person (person);

CREATE INDEX programme_person_programme ON programme_person (programme, part, place);

CREATE TABLE programme_target (
    programme INTEGER NOT NULL REFERENCES programme (id),
    code INTEGER NOT NULL REFERENCES cycle_code (id),
    PRIMARY KEY (programme, code)
);

CREATE INDEX programme_target_code ON programme_target (code);

CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    funding_call INTEGER REFERENCES funding_call (id),
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
    amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),                -- minor units, all of it
    own_share INTEGER NOT NULL DEFAULT 0 CHECK (own_share >= 0),          -- of these what the centre gives
    lead INTEGER REFERENCES person (id),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 20000),  -- Markdown, for everybody
    shown BOOLEAN NOT NULL DEFAULT 0,      -- whether everybody reads of it
    made INTEGER NOT NULL,
    CHECK (own_share <= amount),
    CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
);

CREATE INDEX project_call ON project (funding_call) WHERE funding_call IS NOT NULL;

CREATE INDEX project_centre ON project (centre, state);

CREATE INDEX project_lead ON project (lead) WHERE lead IS NOT NULL;

CREATE TABLE project_activity (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    state TEXT NOT NULL CHECK (state IN ('planned', 'underway', 'done', 'dropped')),
    CHECK (first_day <= last_day)
);

CREATE INDEX project_activity_project ON project_activity (project, first_day);

CREATE TABLE project_check (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    due TEXT,
    done TEXT,
    file INTEGER REFERENCES file (id)
);

CREATE INDEX project_check_file ON project_check (file) WHERE file IS NOT NULL;

CREATE INDEX project_check_project ON project_check (project);

CREATE TABLE project_file (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    added INTEGER NOT NULL
);

CREATE INDEX project_file_file ON project_file (file);

CREATE INDEX project_file_project ON project_file (project);

CREATE TABLE project_hours (
    id INTEGER PRIMARY KEY,
    member INTEGER NOT NULL REFERENCES project_person (id),
    month_day TEXT NOT NULL,                    -- the first day of the month
    hours INTEGER NOT NULL CHECK (hours > 0),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300)
);

CREATE UNIQUE INDEX project_hours_month ON project_hours (member, month_day);

CREATE TABLE project_partner (
    project INTEGER NOT NULL REFERENCES project (id),
    partner INTEGER NOT NULL REFERENCES partner (id),
    part TEXT NOT NULL CHECK (part IN ('lead', 'partner', 'associate')),
    PRIMARY KEY (project, partner)
);

CREATE INDEX project_partner_partner ON project_partner (partner);

CREATE TABLE project_person (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    person INTEGER REFERENCES person (id),        -- null: somebody without an account, or who has deleted it
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of somebody without an account
    part TEXT NOT NULL DEFAULT '' CHECK (length(part) <= 120),          -- what they do in it
    percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),           -- of a post
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    CHECK (first_day <= last_day)
);

CREATE INDEX project_person_person ON project_person (person) WHERE person IS NOT NULL;

CREATE INDEX project_person_project ON project_person (project);

CREATE TABLE project_report (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    recipient_name TEXT NOT NULL CHECK (length(recipient_name) <= 200), -- to whom it goes
    due TEXT NOT NULL,
    sent TEXT,
    file INTEGER REFERENCES file (id),
    reminded_early INTEGER,
    reminded_late INTEGER
);

CREATE INDEX project_report_file ON project_report (file) WHERE file IS NOT NULL;

CREATE INDEX project_report_project ON project_report (project, due);

CREATE TABLE project_rule (
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    years INTEGER NOT NULL CHECK (years > 0),
    PRIMARY KEY (centre, since)
);

CREATE TABLE promised_price (
    registration INTEGER PRIMARY KEY REFERENCES registration (id),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR'))
);

CREATE TABLE proposal (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    call INTEGER REFERENCES workshop_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering')),
    state TEXT NOT NULL CHECK (state IN ('idea', 'draft', 'review', 'revision', 'complete', 'submitted', 'corrections', 'approved', 'rejected', 'complained', 'withdrawn')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 1000),     -- where the idea comes from
    hours INTEGER CHECK (hours > 0),
    days INTEGER CHECK (days > 0),
    form TEXT NOT NULL DEFAULT 'direct' CHECK (form IN ('direct', 'online', 'mixed')),
    seats_min INTEGER NOT NULL DEFAULT 0 CHECK (seats_min >= 0),
    seats_max INTEGER NOT NULL DEFAULT 30 CHECK (seats_max >= seats_min),
    competence INTEGER REFERENCES cycle_code (id),
    priority INTEGER REFERENCES cycle_code (id),
    area INTEGER REFERENCES cycle_code (id),
    starts TEXT,                                -- of a gathering: its first day
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    predecessor INTEGER REFERENCES programme (id),
    renews INTEGER REFERENCES proposal (id),
    programme INTEGER REFERENCES programme (id),  -- what it became in the catalogue
    begun INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    reminded INTEGER,                             -- how many days before its end the last letter went
    filed_number TEXT NOT NULL DEFAULT '' CHECK (length(filed_number) <= 40),
    filed TEXT,
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 40),
    decided TEXT,
    reasons TEXT NOT NULL DEFAULT '' CHECK (length(reasons) <= 10000),
    complaint_until TEXT,
    complained TEXT,
    valid_until TEXT
);

CREATE INDEX proposal_area ON proposal (area);

CREATE INDEX proposal_call ON proposal (call);

CREATE INDEX proposal_centre ON proposal (centre, state);

CREATE INDEX proposal_competence ON proposal (competence);

CREATE INDEX proposal_predecessor ON proposal (predecessor);

CREATE INDEX proposal_priority ON proposal (priority);

CREATE INDEX proposal_programme ON proposal (programme);

CREATE INDEX proposal_renews ON proposal (renews);

CREATE TABLE proposal_author (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    person INTEGER NOT NULL REFERENCES person (id),
    lead BOOLEAN NOT NULL,                       -- began it
    author BOOLEAN NOT NULL,
    realiser BOOLEAN NOT NULL,
    invited INTEGER NOT NULL,
    agreed INTEGER,
    declined INTEGER
);

CREATE INDEX proposal_author_of ON proposal_author (person);

CREATE UNIQUE INDEX proposal_author_person ON proposal_author (proposal, person);

CREATE TABLE proposal_comment (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    field TEXT NOT NULL CHECK (length(field) <= 40),
    paragraph INTEGER,                            -- from 1; null: the whole field
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    written INTEGER NOT NULL,
    written_by INTEGER,
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    answered INTEGER,
    answered_by INTEGER
);

CREATE INDEX proposal_comment_field ON proposal_comment (proposal, field);

CREATE TABLE proposal_enclosure (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    file INTEGER NOT NULL REFERENCES file (id),
    added INTEGER NOT NULL
);

CREATE INDEX proposal_enclosure_file ON proposal_enclosure (file);

CREATE INDEX proposal_enclosure_proposal ON proposal_enclosure (proposal);

CREATE TABLE proposal_evidence (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    source TEXT NOT NULL CHECK (length(source) <= 40),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    frozen TEXT NOT NULL,
    events INTEGER NOT NULL,
    answers INTEGER NOT NULL,                     -- of the evaluation; 0 where too few answered
    mean INTEGER,                                 -- in hundredths
    asked INTEGER NOT NULL,                       -- of the use in class; 0 where it is not told
    answered INTEGER NOT NULL,
    used INTEGER NOT NULL
);

CREATE UNIQUE INDEX proposal_evidence_source ON proposal_evidence (proposal, source);

CREATE TABLE proposal_mark (
    id INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES proposal_review (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 4),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
);

CREATE UNIQUE INDEX proposal_mark_code ON proposal_mark (review, code);

CREATE TABLE proposal_review (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    reviewer INTEGER REFERENCES person (id),
    asked INTEGER NOT NULL,
    given INTEGER,
    ready BOOLEAN NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
);

CREATE INDEX proposal_review_proposal ON proposal_review (proposal);

CREATE INDEX proposal_review_reviewer ON proposal_review (reviewer);

CREATE TABLE proposal_text (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    field TEXT NOT NULL CHECK (length(field) <= 40),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    standing TEXT NOT NULL CHECK (standing IN ('current', 'earlier', 'beside', 'joined')),
    written INTEGER NOT NULL,
    written_by INTEGER
);

CREATE INDEX proposal_text_field ON proposal_text (proposal, field, standing);

CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('work', 'collection')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'editing', 'published', 'declined')),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    readers TEXT NOT NULL DEFAULT '' CHECK (length(readers) <= 1000),           -- for whom it is
    licence TEXT NOT NULL CHECK (licence IN ('by', 'by-sa', 'by-nc', 'by-nc-sa', 'all')),
    byline TEXT NOT NULL DEFAULT '' CHECK (length(byline) <= 1000),            -- as they stand on the title page
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),
    cip TEXT NOT NULL DEFAULT '' CHECK (length(cip) <= 1000),                   -- what the national library printed into it
    year INTEGER CHECK (year BETWEEN 1900 AND 2200),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),             -- why it was declined
    editor INTEGER,                       -- who of the centre took it
    asked INTEGER NOT NULL,
    taken INTEGER,
    published INTEGER,
    file INTEGER REFERENCES file (id)     -- as it was published
);

CREATE INDEX publication_centre ON publication (centre, state, published);

CREATE INDEX publication_file ON publication (file) WHERE file IS NOT NULL;

CREATE TABLE publication_part (
    publication INTEGER NOT NULL REFERENCES publication (id),
    practice INTEGER NOT NULL REFERENCES practice (id),
    place INTEGER NOT NULL,
    PRIMARY KEY (publication, practice)
);

CREATE INDEX publication_part_practice ON publication_part (practice);

CREATE TABLE publication_version (
    id INTEGER PRIMARY KEY,
    publication INTEGER NOT NULL REFERENCES publication (id),
    number INTEGER NOT NULL CHECK (number > 0),
    person INTEGER REFERENCES person (id),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 20000),               -- Markdown
    file INTEGER REFERENCES file (id),
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),
    made INTEGER NOT NULL
);

CREATE INDEX publication_version_file ON publication_version (file) WHERE file IS NOT NULL;

CREATE UNIQUE INDEX publication_version_number ON publication_version (publication, number);

CREATE INDEX publication_version_person ON publication_version (person) WHERE person IS NOT NULL;

CREATE TABLE purse (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('founder', 'own', 'ministry', 'municipality', 'project', 'school', 'donor')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    project INTEGER REFERENCES project (id),              -- whose money it is
    budget_line INTEGER REFERENCES budget_line (id),      -- of that project, where it is the money of one line
    giver TEXT NOT NULL DEFAULT '' CHECK (length(giver) <= 200),    -- who gives it
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),    -- on what it rests: a law, a contract, a decision
    starts TEXT NOT NULL,
    ends TEXT,                                          -- the last day on which it may be spent
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    decided_on TEXT,
    decided_by TEXT NOT NULL DEFAULT '' CHECK (length(decided_by) <= 200),
    decision TEXT NOT NULL DEFAULT '' CHECK (length(decision) <= 120),  -- the number of the paper
    closed_on TEXT,                                     -- since when nothing is taken of it, whatever its days say
    CHECK (ends IS NULL OR starts <= ends)
);

CREATE INDEX purse_budget_line ON purse (budget_line) WHERE budget_line IS NOT NULL;

CREATE INDEX purse_centre ON purse (centre);

CREATE INDEX purse_project ON purse (project) WHERE project IS NOT NULL;

CREATE TABLE purse_rule (
    id INTEGER PRIMARY KEY,
    purse INTEGER NOT NULL REFERENCES purse (id),
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'school', 'job', 'topic', 'event_kind', 'person_most', 'event_most', 'total_most')),
    value TEXT NOT NULL DEFAULT '' CHECK (length(value) <= 120),    -- a number of a row, or words of a job
    amount INTEGER CHECK (amount >= 0),                   -- of a ceiling, minor units
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE INDEX purse_rule_purse ON purse_rule (purse);

CREATE TABLE purse_year (
    id INTEGER PRIMARY KEY,
    purse INTEGER NOT NULL REFERENCES purse (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    planned INTEGER NOT NULL CHECK (planned >= 0),
    decided_on TEXT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '' CHECK (length(decided_by) <= 200),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    made INTEGER NOT NULL
);

CREATE INDEX purse_year_purse ON purse_year (purse, year, id);

CREATE TABLE questionnaire (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('evaluation', 'followUp', 'needs', 'other')),
    retired INTEGER
);

CREATE INDEX questionnaire_centre ON questionnaire (centre, purpose);

CREATE TABLE questionnaire_version (
    id INTEGER PRIMARY KEY,
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL,
    written INTEGER NOT NULL
);

CREATE UNIQUE INDEX questionnaire_version_number ON questionnaire_version (questionnaire, number);

CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    hash BLOB NOT NULL,
    used INTEGER,
    UNIQUE (person, hash)
);

CREATE TABLE reduction (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('one_in', 'member', 'early', 'many')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    people INTEGER CHECK (people > 1),    -- one of so many is free; of so many on all pay less
    percent INTEGER CHECK (percent BETWEEN 1 AND 100),
    days INTEGER CHECK (days > 0),        -- before the first day; so long a paid membership holds
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 200)
);

CREATE INDEX reduction_centre ON reduction (centre, starts);

CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    year INTEGER NOT NULL,
    format TEXT NOT NULL CHECK (length(format) <= 200),               -- how a number is printed: number/year, each in braces
    last_number INTEGER NOT NULL DEFAULT 0,
    last_entry INTEGER NOT NULL DEFAULT 0,
    last_day TEXT,                      -- on which the last number was given
    head BLOB NOT NULL,               -- link of the last entry of the chain; 32 zeros at first
    earlier BOOLEAN NOT NULL DEFAULT 0,    -- typed over from the time before this system: it has no numbers of its own, only what was done since
    UNIQUE (centre, kind, year, earlier)
);

CREATE TABLE register_entry (
    id INTEGER PRIMARY KEY,
    register INTEGER NOT NULL REFERENCES register (id),
    entry INTEGER NOT NULL,
    certificate INTEGER NOT NULL REFERENCES certificate (id),
    deed TEXT NOT NULL CHECK (deed IN ('issued', 'duplicated', 'voided', 'replaced', 'erased')),
    at INTEGER NOT NULL,
    salt BLOB,                        -- null when erased by rule
    content TEXT,                       -- canonical JSON; null when erased by rule
    digest BLOB NOT NULL,
    link BLOB NOT NULL,
    UNIQUE (register, entry)
);

CREATE INDEX register_entry_certificate ON register_entry (certificate, id);

CREATE TABLE register_seal (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    at INTEGER NOT NULL,
    rows INTEGER NOT NULL DEFAULT 0,
    digest BLOB NOT NULL
);

CREATE INDEX register_seal_centre ON register_seal (centre, at);

CREATE TABLE register_seal_row (
    id INTEGER PRIMARY KEY,
    seal INTEGER NOT NULL REFERENCES register_seal (id),
    place INTEGER NOT NULL,
    certificate INTEGER NOT NULL,         -- one that was taken back since is no longer there
    deed TEXT NOT NULL CHECK (deed IN ('brought', 'corrected', 'removed')),
    salt BLOB,                        -- null when erased by rule
    digest BLOB NOT NULL,             -- SHA-256(salt + content)
    UNIQUE (seal, place)
);

CREATE INDEX register_seal_row_certificate ON register_seal_row (certificate);

CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    person INTEGER NOT NULL REFERENCES person (id),
    school INTEGER REFERENCES school (id),            -- on whose behalf
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'admitted', 'waiting', 'offered', 'lapsed', 'withdrawn', 'refused', 'moved', 'unseated')),
    applied INTEGER NOT NULL,
    claim BLOB,                       -- hash of the mailed link that confirms it
    queued INTEGER,                       -- since when it counts in the queue: the click, for a newcomer
    offered_until INTEGER,
    decided INTEGER,                      -- when it came into its present state
    payer TEXT NOT NULL CHECK (payer IN ('self', 'school', 'free')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'desk', 'handover', 'school')),
    people INTEGER NOT NULL DEFAULT 1 CHECK (people > 0),                 -- how many seats it takes
    pupils INTEGER NOT NULL DEFAULT 0 CHECK (pupils >= 0),                -- of a group, which is known by numbers only
    grade TEXT NOT NULL DEFAULT '' CHECK (length(grade) <= 120),        -- its class or age
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),        -- as typed with it, until it counts: then they are the person's
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),      -- from the applicant
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),    -- from staff, seen by staff
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),    -- why refused, skipped or moved
    moved_to INTEGER REFERENCES event (id),
    proposal INTEGER REFERENCES school_proposal (id),     -- the institution as it was written, while it is not known
    school_group INTEGER REFERENCES school_group (id),
    unnamed BOOLEAN NOT NULL DEFAULT 0             -- a seat of a school's group that has no name yet; the person is whoever applied
);

CREATE INDEX registration_claim ON registration (claim) WHERE state = 'unconfirmed';

CREATE INDEX registration_event ON registration (event, state);

CREATE INDEX registration_group ON registration (school_group) WHERE school_group IS NOT NULL;

CREATE INDEX registration_moved ON registration (moved_to) WHERE moved_to IS NOT NULL;

CREATE INDEX registration_offers ON registration (offered_until) WHERE state = 'offered';

CREATE UNIQUE INDEX registration_once ON registration (event, person) WHERE state IN ('admitted', 'waiting', 'offered') AND NOT unnamed;

CREATE INDEX registration_person ON registration (person, id);

CREATE INDEX registration_proposal ON registration (proposal) WHERE proposal IS NOT NULL;

CREATE INDEX registration_queue ON registration (event, queued, id) WHERE state = 'waiting';

CREATE INDEX registration_school ON registration (school);

CREATE INDEX registration_seats ON registration (event) WHERE state IN ('admitted', 'offered');

CREATE INDEX registration_unnamed ON registration (school_group) WHERE unnamed;

CREATE TABLE registry_archive (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    number INTEGER NOT NULL CHECK (number > 0),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),    -- in which they came to be
    mark INTEGER REFERENCES registry_mark (id),
    contents TEXT NOT NULL CHECK (length(contents) <= 300),
    papers INTEGER NOT NULL DEFAULT 0 CHECK (papers >= 0),       -- of the register
    quantity TEXT NOT NULL DEFAULT '' CHECK (length(quantity) <= 120),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    years INTEGER CHECK (years BETWEEN 1 AND 100),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    entered TEXT NOT NULL,
    entered_by INTEGER REFERENCES person (id),
    disposed TEXT,                              -- the day on which they were destroyed or handed over
    approval TEXT NOT NULL DEFAULT '' CHECK (length(approval) <= 120)  -- the number of the archive's consent
);

CREATE INDEX registry_archive_entered_by ON registry_archive (entered_by) WHERE entered_by IS NOT NULL;

CREATE INDEX registry_archive_mark ON registry_archive (mark) WHERE mark IS NOT NULL;

CREATE UNIQUE INDEX registry_archive_number ON registry_archive (centre, number);

CREATE TABLE registry_book (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    style TEXT NOT NULL CHECK (style IN ('year', 'mark', 'short')),    -- how a number is written
    last_number INTEGER NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    closed TEXT,                                -- the day on which it was closed; nothing is entered any more
    closed_by INTEGER REFERENCES person (id)
);

CREATE INDEX registry_book_closed_by ON registry_book (closed_by) WHERE closed_by IS NOT NULL;

CREATE UNIQUE INDEX registry_book_year ON registry_book (centre, year);

CREATE TABLE registry_entry (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES registry_book (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sub INTEGER NOT NULL DEFAULT 0 CHECK (sub >= 0),      -- further papers of the same case: 1, 2, …
    label TEXT NOT NULL CHECK (length(label) <= 120),   -- as it was written on the paper
    direction TEXT NOT NULL CHECK (direction IN ('came', 'sent', 'inner')),
    mark INTEGER REFERENCES registry_mark (id),
    subject TEXT NOT NULL CHECK (length(subject) <= 300),
    other TEXT NOT NULL DEFAULT '' CHECK (length(other) <= 200),               -- from whom it came or to whom it went
    their_number TEXT NOT NULL DEFAULT '' CHECK (length(their_number) <= 120),
    their_day TEXT,
    day TEXT NOT NULL,                          -- on which it came, went or was made
    entered INTEGER NOT NULL,
    entered_by INTEGER REFERENCES person (id),    -- null: the program
    due TEXT,
    worker INTEGER REFERENCES person (id),
    reminded INTEGER,
    reminded_late INTEGER,
    settled TEXT,
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),               -- in the archive
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    withdrawn INTEGER,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    paper_kind TEXT NOT NULL DEFAULT '' CHECK (length(paper_kind) <= 40),      -- of a paper that the program made
    paper_row INTEGER,
    paper_number TEXT NOT NULL DEFAULT '' CHECK (length(paper_number) <= 120), -- that it bears by itself
    page TEXT NOT NULL DEFAULT '' CHECK (length(page) <= 300),                 -- on which it is read
    archive INTEGER REFERENCES registry_archive (id)
);

CREATE INDEX registry_entry_archive ON registry_entry (archive) WHERE archive IS NOT NULL;

CREATE INDEX registry_entry_due ON registry_entry (due) WHERE due IS NOT NULL AND settled IS NULL;

CREATE INDEX registry_entry_entered_by ON registry_entry (entered_by) WHERE entered_by IS NOT NULL;

CREATE INDEX registry_entry_mark ON registry_entry (mark) WHERE mark IS NOT NULL;

CREATE UNIQUE INDEX registry_entry_number ON registry_entry (book, number, sub);

CREATE UNIQUE INDEX registry_entry_paper ON registry_entry (paper_kind, paper_row) WHERE paper_row IS NOT NULL;

CREATE INDEX registry_entry_worker ON registry_entry (worker) WHERE worker IS NOT NULL;

CREATE TABLE registry_file (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES registry_entry (id),
    file INTEGER NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    added INTEGER NOT NULL,
    person INTEGER REFERENCES person (id)
);

CREATE INDEX registry_file_entry ON registry_file (entry);

CREATE INDEX registry_file_file ON registry_file (file);

CREATE INDEX registry_file_person ON registry_file (person) WHERE person IS NOT NULL;

CREATE TABLE registry_mark (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    papers TEXT NOT NULL DEFAULT '' CHECK (length(papers) <= 1000),    -- kinds of papers that the program makes and that get it by themselves
    ended TEXT                                  -- the day from which no paper gets it any more
);

CREATE UNIQUE INDEX registry_mark_code ON registry_mark (centre, code);

CREATE TABLE registry_term (
    id INTEGER PRIMARY KEY,
    mark INTEGER NOT NULL REFERENCES registry_mark (id),
    since TEXT NOT NULL,
    years INTEGER CHECK (years BETWEEN 1 AND 100),        -- null: for ever
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE UNIQUE INDEX registry_term_since ON registry_term (mark, since);

CREATE TABLE reminder (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    payer INTEGER NOT NULL REFERENCES payer (id),
    shares INTEGER NOT NULL CHECK (shares > 0),
    made INTEGER NOT NULL,
    person INTEGER REFERENCES person (id)                 -- who let it go; nobody where the clock did
);

CREATE INDEX reminder_centre ON reminder (centre, made);

CREATE INDEX reminder_payer ON reminder (payer, made);

CREATE INDEX reminder_person ON reminder (person) WHERE person IS NOT NULL;

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('annual', 'founder', 'authority', 'programmes', 'network', 'monitoring')),
    year_kind TEXT NOT NULL CHECK (year_kind IN ('school', 'calendar')),
    year INTEGER NOT NULL,                                  -- in which it begins
    municipality INTEGER REFERENCES municipality (id),      -- of which alone it tells
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'withdrawn')),
    counting INTEGER NOT NULL CHECK (counting > 0),         -- the number of the rule
    way TEXT NOT NULL CHECK (way IN ('marked', 'half', 'proof')),
    reckoned INTEGER NOT NULL,
    knew INTEGER NOT NULL DEFAULT 0,                        -- how many signed reports of the same year it was held against
    made INTEGER NOT NULL,
    made_by INTEGER REFERENCES person (id),
    signed TEXT,                                        -- the day
    signed_by INTEGER REFERENCES person (id),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),      -- in the book of documents
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why it was withdrawn
    CHECK (state = 'draft' OR signed IS NOT NULL)
);

CREATE INDEX report_centre ON report (centre, year);

CREATE INDEX report_made_by ON report (made_by) WHERE made_by IS NOT NULL;

CREATE INDEX report_municipality ON report (municipality) WHERE municipality IS NOT NULL;

CREATE INDEX report_signed_by ON report (signed_by) WHERE signed_by IS NOT NULL;

CREATE TABLE report_advice (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id),
    school INTEGER NOT NULL REFERENCES school (id),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    sent INTEGER,
    heads INTEGER NOT NULL DEFAULT 0 CHECK (heads >= 0)     -- to how many the letter went
);

CREATE INDEX report_advice_of ON report_advice (school);

CREATE UNIQUE INDEX report_advice_school ON report_advice (report, school);

CREATE TABLE report_event (
    report INTEGER NOT NULL REFERENCES report (id),
    event INTEGER NOT NULL REFERENCES event (id),
    came INTEGER NOT NULL CHECK (came >= 0),
    PRIMARY KEY (report, event)
);

CREATE INDEX report_event_event ON report_event (event);

CREATE TABLE report_line (
    report INTEGER NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    place INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('line', 'sum', 'rest')),         -- rest: hidden lines together
    row_told INTEGER,                                       -- the row that it is about
    row_within INTEGER,                                     -- the line of which it is a part: a school’s municipality
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 300),
    detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 1000),
    day TEXT,
    hidden BOOLEAN NOT NULL DEFAULT 0,               -- not told; of a sum: the whole table
    PRIMARY KEY (report, part, place)
);

CREATE TABLE report_term (
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('annual', 'founder', 'authority', 'programmes', 'network', 'monitoring')),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    PRIMARY KEY (centre, kind)
);

CREATE TABLE report_text (
    report INTEGER NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    PRIMARY KEY (report, part)
);

CREATE TABLE report_value (
    report INTEGER NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    place INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (length(field) <= 40),
    amount INTEGER NOT NULL,
    PRIMARY KEY (report, part, place, field)
);

CREATE TABLE reservation (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    title INTEGER NOT NULL REFERENCES title (id),
    borrower INTEGER NOT NULL REFERENCES borrower (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'lent', 'lapsed', 'cancelled')),
    copy INTEGER REFERENCES copy (id),
    made INTEGER NOT NULL,
    ready_at INTEGER,
    keep_until TEXT,                    -- local day
    ended INTEGER,
    CHECK (state <> 'ready' OR (copy IS NOT NULL AND ready_at IS NOT NULL AND keep_until IS NOT NULL))
);

CREATE INDEX reservation_borrower ON reservation (borrower, state);

CREATE INDEX reservation_centre ON reservation (centre, state);

CREATE UNIQUE INDEX reservation_copy ON reservation (copy) WHERE state = 'ready';

CREATE INDEX reservation_of ON reservation (copy) WHERE copy IS NOT NULL;

CREATE UNIQUE INDEX reservation_once ON reservation (title, borrower) WHERE state IN ('waiting', 'ready');

CREATE INDEX reservation_title ON reservation (title, id);

CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('trainer', 'school', 'coordinator', 'librarian', 'accountant', 'director', 'observer', 'administrator')),
    centre INTEGER REFERENCES centre (id),
    school INTEGER REFERENCES school (id),
    since INTEGER NOT NULL
);

CREATE INDEX role_centre ON role (centre);

CREATE UNIQUE INDEX role_one ON role (person, role, coalesce(centre, 0), coalesce(school, 0));

CREATE INDEX role_school ON role (school);

CREATE TABLE rule_pack (
    name TEXT PRIMARY KEY CHECK (length(name) <= 120),
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    changed INTEGER NOT NULL
);

CREATE INDEX rule_pack_country ON rule_pack (country);

CREATE TABLE school (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL CHECK (length(source) <= 200),               -- the list it came from; 'own' when typed here
    source_id TEXT NOT NULL CHECK (length(source_id) <= 200),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('preschool', 'primary', 'secondary', 'music', 'special', 'dormitory', 'adult', 'other')),
    municipality INTEGER NOT NULL REFERENCES municipality (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    website TEXT NOT NULL DEFAULT '' CHECK (length(website) <= 200),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    closed BOOLEAN NOT NULL DEFAULT 0,
    key_azbuka BLOB NOT NULL,
    key_abeceda BLOB NOT NULL,
    key_lithuanian BLOB NOT NULL,
    UNIQUE (source, source_id)
);

CREATE INDEX school_azbuka ON school (key_azbuka);

CREATE INDEX school_municipality ON school (municipality);

CREATE TABLE school_duty (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    person INTEGER NOT NULL REFERENCES person (id),
    duty TEXT NOT NULL CHECK (duty IN ('head', 'coordinator')),
    centre INTEGER NOT NULL REFERENCES centre (id),       -- which writes to them
    digest TEXT NOT NULL CHECK (digest IN ('never', 'weekly', 'monthly')),
    told INTEGER NOT NULL,                -- up to when they heard of it
    UNIQUE (school, person)
);

CREATE INDEX school_duty_person ON school_duty (person);

CREATE INDEX school_duty_told ON school_duty (digest, told);

CREATE TABLE school_group (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    school INTEGER NOT NULL REFERENCES school (id),
    person INTEGER NOT NULL REFERENCES person (id),       -- who applied
    applied INTEGER NOT NULL,
    whole BOOLEAN NOT NULL,              -- all of them or none
    names_until TEXT,                   -- the last day on which its seats may be named; null where none was asked for without a name
    reminded INTEGER,                     -- when its school was reminded of the names
    approve_until INTEGER,                -- until when the head may approve; null when nobody is asked, or has answered
    version INTEGER NOT NULL DEFAULT 1    -- counts the changes: of two who change at once the second is told
);

CREATE INDEX school_group_approve ON school_group (approve_until) WHERE approve_until IS NOT NULL;

CREATE INDEX school_group_event ON school_group (event);

CREATE INDEX school_group_person ON school_group (person);

CREATE INDEX school_group_school ON school_group (school);

CREATE TABLE school_invitation (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    person INTEGER NOT NULL REFERENCES person (id),
    part TEXT NOT NULL CHECK (part IN ('head', 'coordinator', 'colleague')),
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),          -- as it was typed: what the person is called, only the answer tells
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),            -- of a colleague, as written into the roster
    teaches TEXT NOT NULL DEFAULT '' CHECK (length(teaches) <= 120),
    since TEXT,
    share INTEGER CHECK (share BETWEEN 1 AND 100),
    centre INTEGER NOT NULL REFERENCES centre (id),
    at INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    UNIQUE (school, person)
);

CREATE INDEX school_invitation_person ON school_invitation (person);

CREATE TABLE school_need (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    year INTEGER NOT NULL,                -- the calendar year in which the school year begins
    centre INTEGER NOT NULL REFERENCES centre (id),       -- which asked, or whose page it was
    budget INTEGER CHECK (budget >= 0),   -- minor units of the centre's currency
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 300),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    asked INTEGER,                        -- when the centre last asked by letter
    changed INTEGER,                      -- null while nothing was answered
    sent INTEGER,                         -- null while the centre does not see it
    written_by INTEGER REFERENCES person (id)
);

CREATE INDEX school_need_centre ON school_need (centre, year);

CREATE INDEX school_need_writer ON school_need (written_by) WHERE written_by IS NOT NULL;

CREATE UNIQUE INDEX school_need_year ON school_need (school, year);

CREATE TABLE school_need_job (
    need INTEGER NOT NULL REFERENCES school_need (id),
    job TEXT NOT NULL CHECK (job IN ('class', 'subject', 'vocational', 'preschool', 'associate', 'head', 'other')),
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000),
    PRIMARY KEY (need, job)
);

CREATE TABLE school_need_topic (
    id INTEGER PRIMARY KEY,
    need INTEGER NOT NULL REFERENCES school_need (id),
    kind TEXT NOT NULL CHECK (kind IN ('top', 'inside')),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    topic INTEGER REFERENCES topic (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    key TEXT NOT NULL DEFAULT '',       -- what other writings of the words have in common with them
    people INTEGER CHECK (people BETWEEN 1 AND 1000),
    month INTEGER CHECK (month BETWEEN 1 AND 12),
    CHECK (topic IS NOT NULL OR words <> ''),
    UNIQUE (need, kind, place)
);

CREATE INDEX school_need_topic_key ON school_need_topic (key) WHERE key <> '';

CREATE INDEX school_need_topic_topic ON school_need_topic (topic) WHERE topic IS NOT NULL;

CREATE TABLE school_period (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'break')),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    CHECK (first_day <= last_day)
);

CREATE INDEX school_period_centre ON school_period (centre, first_day);

CREATE TABLE school_points (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    since TEXT NOT NULL,                -- the first day
    made INTEGER NOT NULL
);

CREATE UNIQUE INDEX school_points_since ON school_points (school, since);

CREATE TABLE school_points_line (
    id INTEGER PRIMARY KEY,
    points_table INTEGER NOT NULL REFERENCES school_points (id),
    place INTEGER NOT NULL,
    activity TEXT NOT NULL CHECK (length(activity) <= 300),
    points_led INTEGER CHECK (points_led >= 0),           -- of whoever leads it; null where that cannot be
    points_attended INTEGER CHECK (points_attended >= 0)
);

CREATE INDEX school_points_line_table ON school_points_line (points_table, place);

CREATE TABLE school_proposal (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    key TEXT NOT NULL,                  -- what other writings of it have in common with it
    at INTEGER NOT NULL,
    school INTEGER REFERENCES school (id),    -- what it is; null while it is not known
    settled INTEGER,                      -- when the centre said so, or left it a text
    UNIQUE (centre, key)
);

CREATE INDEX school_proposal_school ON school_proposal (school);

CREATE TABLE search_word (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    subject INTEGER NOT NULL,
    grade INTEGER NOT NULL,               -- 0 the number, 1 the title, 2 anything; 3 and 4 stems of the last two
    PRIMARY KEY (kind, word, subject)
) WITHOUT ROWID;

CREATE INDEX search_word_subject ON search_word (subject, kind);

CREATE TABLE seat_draw (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    day TEXT NOT NULL,                                          -- the last whose applications are ranked
    points TEXT NOT NULL CHECK (length(points) <= 1000),        -- as they were when it was set
    seed TEXT NOT NULL CHECK (length(seed) <= 120),             -- parts those with equal points; its digest is told from the beginning, it itself afterwards
    given INTEGER,                                                -- when seats were given
    free INTEGER NOT NULL DEFAULT 0                               -- how many there were to give
);

CREATE TABLE seat_points (
    centre INTEGER PRIMARY KEY REFERENCES centre (id),
    points TEXT NOT NULL CHECK (length(points) <= 1000)         -- name=points with blanks between
);

CREATE TABLE seat_rank (
    registration INTEGER PRIMARY KEY REFERENCES registration (id),
    event INTEGER NOT NULL REFERENCES event (id),
    lot INTEGER NOT NULL,
    place INTEGER NOT NULL,                                       -- of the lot, from 1
    points INTEGER NOT NULL,                                      -- of the lot
    own INTEGER NOT NULL,                                         -- of the application itself
    parts TEXT NOT NULL DEFAULT '' CHECK (length(parts) <= 120),        -- for what, names with blanks between
    came BOOLEAN NOT NULL,                                       -- whether it came to a seat
    queued INTEGER                                                -- since when it counted before
);

CREATE INDEX seat_rank_event ON seat_rank (event, place);

CREATE TABLE second_factor (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    secret BLOB NOT NULL,             -- sealed by the key file
    confirmed INTEGER NOT NULL,
    last_step INTEGER NOT NULL            -- of the last code that was taken: a code is good once
);

CREATE TABLE self_accreditation (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    act TEXT NOT NULL DEFAULT '' CHECK (length(act) <= 300),        -- by which it was given
    CHECK (first_day <= last_day)
);

CREATE INDEX self_accreditation_centre ON self_accreditation (centre);

CREATE TABLE self_answer (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL REFERENCES self_year (id),
    feature INTEGER NOT NULL REFERENCES self_feature (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    score INTEGER CHECK (score BETWEEN 1 AND 10),
    person INTEGER REFERENCES person (id),        -- who wrote it last
    changed INTEGER NOT NULL,
    edits INTEGER NOT NULL DEFAULT 1              -- counts up with each change: of two who write at once the second is told
);

CREATE UNIQUE INDEX self_answer_feature ON self_answer (year, feature);

CREATE INDEX self_answer_of_feature ON self_answer (feature);

CREATE INDEX self_answer_person ON self_answer (person) WHERE person IS NOT NULL;

CREATE TABLE self_area (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    place INTEGER NOT NULL DEFAULT 0,
    ended TEXT                                  -- the day from which it is no longer looked at
);

CREATE INDEX self_area_centre ON self_area (centre);

CREATE TABLE self_fact (
    year INTEGER NOT NULL REFERENCES self_year (id),
    fact TEXT NOT NULL CHECK (length(fact) <= 40),
    number INTEGER NOT NULL,
    PRIMARY KEY (year, fact)
);

CREATE TABLE self_feature (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL REFERENCES self_area (id),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    hint TEXT NOT NULL DEFAULT '' CHECK (length(hint) <= 1000),     -- what good work looks like
    facts TEXT NOT NULL DEFAULT '' CHECK (length(facts) <= 300),    -- which facts stand beside it, in words of the program
    place INTEGER NOT NULL DEFAULT 0,
    ended TEXT
);

CREATE INDEX self_feature_area ON self_feature (area);

CREATE TABLE self_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    levels INTEGER NOT NULL CHECK (levels BETWEEN 2 AND 10),
    filing_month INTEGER NOT NULL CHECK (filing_month BETWEEN 1 AND 12),
    filing_day INTEGER NOT NULL CHECK (filing_day BETWEEN 1 AND 31),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE UNIQUE INDEX self_rule_since ON self_rule (centre, since);

CREATE TABLE self_year (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    conclusions TEXT NOT NULL DEFAULT '' CHECK (length(conclusions) <= 10000),
    opened INTEGER NOT NULL,
    closed TEXT,                                -- the day on which its facts were kept as they were; nothing changes any more
    closed_by INTEGER REFERENCES person (id)
);

CREATE INDEX self_year_closed_by ON self_year (closed_by) WHERE closed_by IS NOT NULL;

CREATE UNIQUE INDEX self_year_year ON self_year (centre, year);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE sign_in_link (
    hash BLOB PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('enter', 'verify', 'change', 'prove')),
    onward TEXT NOT NULL DEFAULT '',
    email TEXT CHECK (length(email) <= 200),                         -- the address that the link proves, when it is not yet the person's
    given_name TEXT CHECK (length(given_name) <= 80),                    -- the name that was typed with it; a newcomer's from the click on
    family_name TEXT CHECK (length(family_name) <= 80),
    ends INTEGER NOT NULL,
    used INTEGER
);

CREATE INDEX sign_in_link_person ON sign_in_link (person);

CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,                -- first eight letters of its JWK thumbprint
    centre INTEGER NOT NULL REFERENCES centre (id),
    public BLOB NOT NULL,             -- Ed25519, for the payloads of QR codes
    credential_public BLOB NOT NULL,  -- P-256, x and y, for credentials
    sealed BLOB,                      -- both private parts; null when it signs no more
    made INTEGER NOT NULL,
    retired INTEGER,
    revoked INTEGER,                      -- since when it must not be believed
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);

CREATE INDEX signing_key_centre ON signing_key (centre, made);

CREATE TABLE silence_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    buyer TEXT NOT NULL CHECK (buyer IN ('public', 'private')),
    starts TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 90),
    more_days INTEGER NOT NULL CHECK (more_days BETWEEN 0 AND 90),
    taken BOOLEAN NOT NULL,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE UNIQUE INDEX silence_rule_centre ON silence_rule (centre, buyer, starts);

CREATE TABLE site_use (
    copy INTEGER NOT NULL REFERENCES copy (id),
    day TEXT NOT NULL,
    uses INTEGER NOT NULL CHECK (uses >= 0),
    PRIMARY KEY (copy, day)
);

CREATE TABLE standing_figure (
    id INTEGER PRIMARY KEY,
    centre INTEGER REFERENCES centre (id),
    school INTEGER REFERENCES school (id),
    year INTEGER NOT NULL,                -- the calendar year in which the school year begins
    requirement TEXT NOT NULL,
    people INTEGER NOT NULL,
    met INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    CHECK ((centre IS NULL) <> (school IS NULL)),
    CHECK (met <= people)
);

CREATE INDEX standing_figure_centre ON standing_figure (centre, year);

CREATE INDEX standing_figure_school ON standing_figure (school, year);

CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL,                 -- the form in which the bank wrote it
    account TEXT NOT NULL CHECK (length(account) <= 40),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 40),
    day TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    opening INTEGER,                      -- in hundredths; nothing where the file does not say
    closing INTEGER,
    gap INTEGER NOT NULL DEFAULT 0,       -- what the closing says above what the lines come to
    file TEXT NOT NULL CHECK (length(file) <= 300),
    made INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),                -- who brought it
    entry INTEGER REFERENCES ledger_entry (id)            -- what came in, as it was posted
);

CREATE INDEX statement_centre ON statement (centre, day, id);

CREATE INDEX statement_entry ON statement (entry) WHERE entry IS NOT NULL;

CREATE INDEX statement_person ON statement (person) WHERE person IS NOT NULL;

CREATE TABLE statement_draft (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER NOT NULL REFERENCES person (id),
    file TEXT NOT NULL CHECK (length(file) <= 300),
    sealed BLOB NOT NULL,
    recap BLOB,                       -- the recapitulation beside it, sealed too
    at INTEGER NOT NULL
);

CREATE INDEX statement_draft_centre ON statement_draft (centre);

CREATE INDEX statement_draft_person ON statement_draft (person);

CREATE TABLE statement_line (
    id INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statement (id),
    centre INTEGER NOT NULL REFERENCES centre (id),
    place INTEGER NOT NULL CHECK (place > 0),
    day TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- the other side, as the bank has it
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),
    model TEXT NOT NULL DEFAULT '' CHECK (length(model) <= 40),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 40),
    other_model TEXT NOT NULL DEFAULT '' CHECK (length(other_model) <= 40),
    other_reference TEXT NOT NULL DEFAULT '' CHECK (length(other_reference) <= 40),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 300),
    amount INTEGER NOT NULL,              -- in hundredths, below nothing when it went out
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    bank_reference TEXT NOT NULL DEFAULT '' CHECK (length(bank_reference) <= 40),
    reversal BOOLEAN NOT NULL DEFAULT 0,
    print TEXT NOT NULL,                -- a digest of what it says and its running number among those that say the same
    rest INTEGER NOT NULL,                -- of which nobody has said yet what it is; never on the other side of nothing than the amount
    UNIQUE (centre, print)
);

CREATE INDEX statement_line_account ON statement_line (centre, account) WHERE account <> '';

CREATE INDEX statement_line_open ON statement_line (centre, day, id) WHERE rest <> 0;

CREATE INDEX statement_line_statement ON statement_line (statement, place);

CREATE TABLE stock_line (
    take INTEGER NOT NULL REFERENCES stock_take (id),
    copy INTEGER NOT NULL REFERENCES copy (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('misplaced', 'surprising', 'missing', 'away')),
    PRIMARY KEY (take, copy)
);

CREATE INDEX stock_line_copy ON stock_line (copy);

CREATE TABLE stock_scan (
    id INTEGER PRIMARY KEY,
    take INTEGER NOT NULL REFERENCES stock_take (id),
    copy INTEGER REFERENCES copy (id),
    label TEXT NOT NULL CHECK (length(label) <= 120),   -- what was scanned
    at INTEGER NOT NULL,
    person INTEGER
);

CREATE INDEX stock_scan_copy ON stock_scan (copy) WHERE copy IS NOT NULL;

CREATE UNIQUE INDEX stock_scan_label ON stock_scan (take, label);

CREATE TABLE stock_take (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    shelf TEXT NOT NULL DEFAULT '' CHECK (length(shelf) <= 120),    -- empty: all of them
    begun INTEGER NOT NULL,
    begun_by INTEGER,
    closed INTEGER,
    closed_by INTEGER,
    expected INTEGER,                                     -- copies, once it is closed
    found INTEGER
);

CREATE INDEX stock_take_centre ON stock_take (centre);

CREATE TABLE subscription (
    id INTEGER PRIMARY KEY,
    title INTEGER NOT NULL REFERENCES title (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    issues INTEGER NOT NULL CHECK (issues BETWEEN 1 AND 400),     -- that are to come in this time, evenly
    price INTEGER CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    CHECK (first_day <= last_day)
);

CREATE INDEX subscription_title ON subscription (title, first_day);

CREATE TABLE survey (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    version INTEGER NOT NULL REFERENCES questionnaire_version (id),
    topic TEXT NOT NULL DEFAULT '' CHECK (length(topic) <= 300),
    subjects TEXT NOT NULL DEFAULT '[]',        -- for whom some questions are asked again, such as trainers, as JSON
    language TEXT CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),    -- of its sheets of paper, if another than the centre's
    open BOOLEAN NOT NULL DEFAULT 0,       -- whether everybody who knows the address may answer
    sheets INTEGER NOT NULL DEFAULT 0,            -- how many sheets of paper were given numbers
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    ended INTEGER,
    moved INTEGER NOT NULL DEFAULT 0,             -- answers that can be looked at
    destroyed INTEGER NOT NULL DEFAULT 0          -- answers of an asking to which fewer than five people answered
);

CREATE INDEX survey_centre ON survey (centre, last_day);

CREATE INDEX survey_running ON survey (last_day) WHERE ended IS NULL;

CREATE INDEX survey_version ON survey (version);

CREATE TABLE survey_answer (
    id TEXT PRIMARY KEY,                        -- at random
    survey INTEGER NOT NULL REFERENCES survey (id),
    day TEXT NOT NULL,                          -- on which they moved
    given TEXT NOT NULL                         -- values by questions, as JSON
) WITHOUT ROWID;

CREATE INDEX survey_answer_survey ON survey_answer (survey);

CREATE TABLE survey_answered (
    id TEXT PRIMARY KEY,
    survey INTEGER NOT NULL REFERENCES survey (id)
) WITHOUT ROWID;

CREATE INDEX survey_answered_survey ON survey_answered (survey);

CREATE TABLE survey_draft (
    id TEXT PRIMARY KEY,
    survey INTEGER NOT NULL REFERENCES survey (id),
    day TEXT NOT NULL,
    sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX survey_draft_day ON survey_draft (day);

CREATE INDEX survey_draft_survey ON survey_draft (survey);

CREATE TABLE survey_envelope (
    id TEXT PRIMARY KEY,
    survey INTEGER NOT NULL REFERENCES survey (id),
    sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX survey_envelope_survey ON survey_envelope (survey);

CREATE TABLE survey_invite (
    id INTEGER PRIMARY KEY,
    survey INTEGER NOT NULL REFERENCES survey (id),
    person INTEGER NOT NULL REFERENCES person (id)
);

CREATE UNIQUE INDEX survey_invite_once ON survey_invite (survey, person);

CREATE INDEX survey_invite_person ON survey_invite (person);

CREATE TABLE survey_tally (
    survey INTEGER NOT NULL REFERENCES survey (id),
    by_question TEXT NOT NULL DEFAULT '',       -- empty where all are counted
    by_value TEXT NOT NULL DEFAULT '',          -- empty for who passed that question over
    question TEXT NOT NULL,
    turn INTEGER NOT NULL,
    value TEXT NOT NULL,
    answers INTEGER NOT NULL,
    PRIMARY KEY (survey, by_question, by_value, question, turn, value)
);

CREATE TABLE survey_words (
    id TEXT PRIMARY KEY,                        -- at random
    survey INTEGER NOT NULL REFERENCES survey (id),
    question TEXT NOT NULL,
    turn INTEGER NOT NULL DEFAULT 0,              -- 0, or for which of the subjects it was asked
    words TEXT NOT NULL CHECK (length(words) <= 10000),
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'shown', 'hidden'))
) WITHOUT ROWID;

CREATE INDEX survey_words_survey ON survey_words (survey, question, turn, state);

CREATE TABLE talk (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    session INTEGER NOT NULL REFERENCES event_session (id),
    begins INTEGER NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends INTEGER NOT NULL CHECK (ends > begins AND ends <= 1440),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    speakers TEXT NOT NULL DEFAULT '' CHECK (length(speakers) <= 300),  -- names, parted by commas
    abstract TEXT NOT NULL DEFAULT '' CHECK (length(abstract) <= 10000)
);

CREATE INDEX talk_event ON talk (event, session, begins);

CREATE INDEX talk_session ON talk (session);

CREATE TABLE team_member (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    role TEXT NOT NULL CHECK (length(role) <= 300),     -- what they do there
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    picture INTEGER REFERENCES file (id),
    place INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX team_member_centre ON team_member (centre, place, id);

CREATE INDEX team_member_picture ON team_member (picture);

CREATE TABLE title (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('book', 'journal', 'video', 'audio', 'game', 'kit', 'device', 'digital')),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (length(language) <= 40),     -- of what is in it, by ISO 639-1; mul where there are several
    name TEXT NOT NULL CHECK (length(name) <= 300),
    subtitle TEXT NOT NULL DEFAULT '' CHECK (length(subtitle) <= 300),
    authors TEXT NOT NULL DEFAULT '' CHECK (length(authors) <= 1000),       -- one a line: surname, name
    publisher TEXT NOT NULL DEFAULT '' CHECK (length(publisher) <= 300),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),            -- where it was published
    year INTEGER CHECK (year BETWEEN 1400 AND 2200),
    edition TEXT NOT NULL DEFAULT '' CHECK (length(edition) <= 200),
    extent TEXT NOT NULL DEFAULT '' CHECK (length(extent) <= 200),          -- pages, minutes, what lies in the box
    series TEXT NOT NULL DEFAULT '' CHECK (length(series) <= 300),
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),               -- thirteen digits
    issn TEXT NOT NULL DEFAULT '' CHECK (length(issn) <= 40),               -- eight signs
    cobiss TEXT NOT NULL DEFAULT '' CHECK (length(cobiss) <= 40),           -- its number in the shared catalogue of libraries
    udc TEXT NOT NULL DEFAULT '' CHECK (length(udc) <= 120),
    subjects TEXT NOT NULL DEFAULT '' CHECK (length(subjects) <= 1000),     -- one a line
    audience TEXT NOT NULL DEFAULT 'any' CHECK (audience IN ('any', 'preschool', 'lower', 'upper', 'secondary', 'teacher', 'parent')),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 20000),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),              -- where digital material stands
    cover INTEGER REFERENCES file (id),
    programme INTEGER REFERENCES programme (id),  -- whose kit it is
    key_azbuka BLOB NOT NULL,
    key_abeceda BLOB NOT NULL,
    key_lithuanian BLOB NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
);

CREATE INDEX title_abeceda ON title (centre, key_abeceda, id);

CREATE INDEX title_azbuka ON title (centre, key_azbuka, id);

CREATE INDEX title_cobiss ON title (centre, cobiss) WHERE cobiss <> '';

CREATE INDEX title_cover ON title (cover) WHERE cover IS NOT NULL;

CREATE INDEX title_isbn ON title (centre, isbn) WHERE isbn <> '';

CREATE INDEX title_lithuanian ON title (centre, key_lithuanian, id);

CREATE INDEX title_programme ON title (programme) WHERE programme IS NOT NULL;

CREATE TABLE title_part (
    id INTEGER PRIMARY KEY,
    title INTEGER NOT NULL REFERENCES title (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    count INTEGER NOT NULL CHECK (count > 0),
    position INTEGER NOT NULL
);

CREATE INDEX title_part_title ON title_part (title, position);

CREATE TABLE title_wish (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER REFERENCES person (id),        -- null once the account is gone
    name TEXT NOT NULL CHECK (length(name) <= 300),
    authors TEXT NOT NULL DEFAULT '' CHECK (length(authors) <= 1000),
    isbn TEXT NOT NULL DEFAULT '' CHECK (length(isbn) <= 40),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'ordered', 'here', 'declined')),
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    asked INTEGER NOT NULL,
    answered INTEGER,
    title INTEGER REFERENCES title (id)   -- the one that came of it
);

CREATE INDEX title_wish_centre ON title_wish (centre, state, asked);

CREATE INDEX title_wish_person ON title_wish (person) WHERE person IS NOT NULL;

CREATE INDEX title_wish_title ON title_wish (title) WHERE title IS NOT NULL;

CREATE TABLE told_apart (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    other INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (person, other),
    CHECK (person < other)
);

CREATE INDEX told_apart_other ON told_apart (other);

CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    name_sr TEXT NOT NULL DEFAULT '' CHECK (length(name_sr) <= 200),    -- as written, in either script
    name_lt TEXT NOT NULL DEFAULT '' CHECK (length(name_lt) <= 200),
    name_en TEXT NOT NULL DEFAULT '' CHECK (length(name_en) <= 200),
    made INTEGER NOT NULL,
    retired INTEGER,                      -- since when nobody chooses it any more
    merged_into INTEGER REFERENCES topic (id),    -- where its wishes went; never one that went itself
    CHECK (name_sr <> '' OR name_lt <> '' OR name_en <> '')
);

CREATE INDEX topic_merged ON topic (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE topic_code (
    topic INTEGER NOT NULL REFERENCES topic (id),
    code INTEGER NOT NULL REFERENCES cycle_code (id),
    PRIMARY KEY (topic, code)
);

CREATE INDEX topic_code_code ON topic_code (code);

CREATE TABLE topic_programme (
    topic INTEGER NOT NULL REFERENCES topic (id),
    programme INTEGER NOT NULL REFERENCES programme (id),
    PRIMARY KEY (topic, programme)
);

CREATE INDEX topic_programme_programme ON topic_programme (programme);

CREATE TABLE topic_word (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL REFERENCES topic (id),
    words TEXT NOT NULL CHECK (length(words) <= 300),
    key TEXT NOT NULL UNIQUE,           -- what other writings of it have in common with it
    matched INTEGER                       -- when people's own words were matched to the topic; null for what staff typed
);

CREATE INDEX topic_word_topic ON topic_word (topic);

CREATE TABLE trainer_absence (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200)
);

CREATE INDEX trainer_absence_person ON trainer_absence (person, last_day);

CREATE TABLE trainer_contract (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    person INTEGER NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200)
);

CREATE INDEX trainer_contract_centre ON trainer_contract (centre, last_day);

CREATE INDEX trainer_contract_person ON trainer_contract (person);

CREATE TABLE travel_order (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    event INTEGER REFERENCES event (id),
    person INTEGER REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- what for
    place TEXT NOT NULL CHECK (length(place) <= 200),   -- where to
    leaves INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    vehicle TEXT NOT NULL CHECK (vehicle IN ('own', 'official', 'public')),
    km INTEGER NOT NULL CHECK (km >= 0),                  -- of the own car, there and back
    tickets INTEGER NOT NULL CHECK (tickets >= 0),        -- as papers say, minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'settled', 'void')),
    paid_km INTEGER,                                      -- what it came to when it was settled, by the rates of the day on which it began
    paid_allowance INTEGER,
    day TEXT,                                           -- of issue
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),
    settled_on TEXT,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    made INTEGER NOT NULL,
    CHECK (leaves < returns),
    CHECK (state <> 'settled' OR (paid_km IS NOT NULL AND paid_allowance IS NOT NULL AND settled_on IS NOT NULL))
);

CREATE INDEX travel_order_centre ON travel_order (centre, state);

CREATE INDEX travel_order_event ON travel_order (event) WHERE event IS NOT NULL;

CREATE INDEX travel_order_person ON travel_order (person) WHERE person IS NOT NULL;

CREATE TABLE travel_rate (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('kilometre', 'allowance')),
    hours INTEGER NOT NULL CHECK (hours BETWEEN 0 AND 24),            -- from so many on the allowance is paid; 0 of a kilometre
    amount INTEGER NOT NULL CHECK (amount >= 0),          -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    starts TEXT NOT NULL,
    ends TEXT,
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);

CREATE INDEX travel_rate_centre ON travel_rate (centre, kind);

CREATE TABLE use_answer (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES use_step (id),
    turn TEXT NOT NULL CHECK (turn IN ('first', 'second')),
    used TEXT NOT NULL CHECK (used IN ('never', 'once', 'several', 'regularly')),
    hindered TEXT NOT NULL DEFAULT '' CHECK (length(hindered) <= 200),      -- what of the list, by its names
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    given INTEGER NOT NULL
);

CREATE UNIQUE INDEX use_answer_turn ON use_answer (step, turn);

CREATE TABLE use_figure (
    programme INTEGER PRIMARY KEY REFERENCES programme (id),
    asked INTEGER NOT NULL CHECK (asked >= 0),
    answered INTEGER NOT NULL CHECK (answered >= 0),
    used INTEGER NOT NULL CHECK (used >= 0),
    counted INTEGER NOT NULL,
    CHECK (used <= answered AND answered <= asked)
);

CREATE TABLE use_step (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    person INTEGER NOT NULL REFERENCES person (id),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
    due TEXT,                           -- by when
    written INTEGER,
    asked_first INTEGER,                  -- when a letter asked
    asked_second INTEGER,
    school INTEGER REFERENCES school (id),        -- whose team sees it; null: none does
    named BOOLEAN NOT NULL DEFAULT 0,      -- whether the centre sees whose it is
    shown TEXT,                         -- the day on which colleagues were told of it
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    file INTEGER REFERENCES file (id),
    consent BOOLEAN NOT NULL DEFAULT 0,    -- that no pupil can be known in the picture, or that the parents have agreed
    confirmed INTEGER,                    -- when somebody of the school said that they had seen it
    confirmed_by INTEGER,
    points INTEGER CHECK (points >= 0)    -- that the school's table gave for telling of it
);

CREATE INDEX use_step_file ON use_step (file) WHERE file IS NOT NULL;

CREATE INDEX use_step_of ON use_step (person);

CREATE UNIQUE INDEX use_step_person ON use_step (event, person);

CREATE INDEX use_step_school ON use_step (school) WHERE school IS NOT NULL;

CREATE TABLE vat_rule (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    starts TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('outside', 'exempt', 'taxed')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 40),
    category TEXT NOT NULL CHECK (length(category) <= 40),              -- as electronic invoices have it
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),           -- why there is no tax
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)     -- the same in words, as it is printed
);

CREATE UNIQUE INDEX vat_rule_centre ON vat_rule (centre, starts);

CREATE TABLE web_session (
    hash BLOB PRIMARY KEY,            -- SHA-256 of the token that the browser holds
    person INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    factor BOOLEAN NOT NULL DEFAULT 0,   -- the second factor was shown in this session
    proved INTEGER,                       -- when a fresh link showed in it, anew, who it is
    device TEXT NOT NULL DEFAULT ''
);

CREATE INDEX web_session_person ON web_session (person);

CREATE TABLE webhook (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 120),
    address TEXT NOT NULL CHECK (length(address) <= 300),
    kinds TEXT NOT NULL CHECK (length(kinds) <= 300),           -- of what it hears
    secret BLOB NOT NULL,                     -- by which it is signed, sealed
    earlier_secret BLOB,                      -- the one before it, which signs too for a day
    earlier_until INTEGER,
    state TEXT NOT NULL CHECK (state IN ('on', 'paused', 'ended')),
    failing INTEGER,                              -- since when nothing arrives
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),          -- failures in a row
    due INTEGER,                                  -- before it nobody calls again
    made INTEGER NOT NULL,
    made_by INTEGER REFERENCES person (id),
    CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL))
);

CREATE INDEX webhook_centre ON webhook (centre);

CREATE INDEX webhook_made_by ON webhook (made_by) WHERE made_by IS NOT NULL;

CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY,
    webhook INTEGER NOT NULL REFERENCES webhook (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'event.announced', 'event.changed', 'event.postponed', 'event.cancelled', 'registration.made', 'registration.withdrawn', 'certificate.issued', 'trial')),
    thing INTEGER NOT NULL,                       -- the row that it is about, so that one act tells it once
    body TEXT NOT NULL,
    made INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tried INTEGER,
    delivered INTEGER,
    dropped INTEGER,                              -- when it was given up
    status INTEGER,                               -- what the other side answered last
    fault TEXT CHECK (fault IN ('inside', 'address', 'late', 'large', 'unreachable')),
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 200)
);

CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook, id);

CREATE INDEX webhook_delivery_made ON webhook_delivery (made);

CREATE TABLE wish (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES need_plan (id),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    topic INTEGER REFERENCES topic (id),  -- by which it is counted; null for own words that nobody has matched
    chosen INTEGER REFERENCES topic (id), -- as the person chose it: another one, if that was merged since
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    key TEXT NOT NULL DEFAULT '',       -- what other writings of the words have in common with them
    form TEXT CHECK (form IN ('seminar', 'webinar', 'workshop', 'gathering', 'lesson', 'exchange', 'course')),
    term TEXT CHECK (term IN ('autumn', 'winter', 'winterBreak', 'spring', 'springBreak', 'summer')),
    hidden BOOLEAN NOT NULL DEFAULT 0,     -- kept from the school even where the plan is shared
    carried INTEGER,                      -- the year in which it was first wished, if it came from an earlier plan
    served INTEGER,                       -- when the person said that it was met
    CHECK (topic IS NOT NULL OR words <> '')
);

CREATE INDEX wish_chosen ON wish (chosen) WHERE chosen IS NOT NULL;

CREATE INDEX wish_counted ON wish (plan, served, topic, term);

CREATE INDEX wish_key ON wish (key) WHERE key <> '';

CREATE UNIQUE INDEX wish_place ON wish (plan, place);

CREATE INDEX wish_topic ON wish (topic) WHERE topic IS NOT NULL;

CREATE TABLE wish_met (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    topic INTEGER NOT NULL REFERENCES topic (id),
    event INTEGER NOT NULL REFERENCES event (id),
    year INTEGER NOT NULL,                        -- of the plan
    at INTEGER NOT NULL
);

CREATE INDEX wish_met_event ON wish_met (event);

CREATE UNIQUE INDEX wish_met_once ON wish_met (person, topic, event);

CREATE INDEX wish_met_topic ON wish_met (topic);

CREATE TABLE workshop_call (
    id INTEGER PRIMARY KEY,
    centre INTEGER REFERENCES centre (id),        -- null: of all centres of the country
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering')),
    accreditor INTEGER REFERENCES accreditor (id),
    cycle INTEGER REFERENCES cycle (id),          -- into whose catalogue it leads
    title_sr TEXT NOT NULL DEFAULT '' CHECK (length(title_sr) <= 300),
    title_lt TEXT NOT NULL DEFAULT '' CHECK (length(title_lt) <= 300),
    title_en TEXT NOT NULL DEFAULT '' CHECK (length(title_en) <= 300),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 1000),     -- where it stands, as people cite it
    admits TEXT NOT NULL DEFAULT '' CHECK (length(admits) <= 1000),     -- who may apply
    opens TEXT,                                 -- local days
    closes TEXT,                                -- the last on which it can be sent
    ahead_days INTEGER CHECK (ahead_days > 0),    -- so long before it is held
    valid_months INTEGER CHECK (valid_months > 0),
    complaint_days INTEGER CHECK (complaint_days > 0),
    certainty TEXT NOT NULL CHECK (certainty IN ('sourced', 'unconfirmed')),
    retired BOOLEAN NOT NULL DEFAULT 0
);

CREATE INDEX workshop_call_accreditor ON workshop_call (accreditor);

CREATE INDEX workshop_call_centre ON workshop_call (centre);

CREATE INDEX workshop_call_cycle ON workshop_call (cycle);

CREATE TABLE workshop_call_part (
    id INTEGER PRIMARY KEY,
    call INTEGER NOT NULL REFERENCES workshop_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('field', 'criterion', 'enclosure')),
    code TEXT NOT NULL CHECK (length(code) <= 40),
    place INTEGER NOT NULL,
    most INTEGER CHECK (most > 0),                -- so many letters, as people count them
    required BOOLEAN NOT NULL,
    sr TEXT NOT NULL DEFAULT '' CHECK (length(sr) <= 300),
    lt TEXT NOT NULL DEFAULT '' CHECK (length(lt) <= 300),
    en TEXT NOT NULL DEFAULT '' CHECK (length(en) <= 300)
);

CREATE UNIQUE INDEX workshop_call_part_code ON workshop_call_part (call, kind, code);

CREATE TABLE workshop_choice (
    registration INTEGER NOT NULL REFERENCES registration (id),
    session INTEGER NOT NULL REFERENCES event_session (id),
    standing TEXT NOT NULL CHECK (standing IN ('wished', 'admitted', 'waiting')),
    queued INTEGER NOT NULL,              -- since when it counts among those who wait for the workshop
    PRIMARY KEY (registration, session)
);

CREATE INDEX workshop_choice_session ON workshop_choice (session, standing, queued, registration);

CREATE TABLE would_come (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    centre INTEGER NOT NULL REFERENCES centre (id),       -- whose page it was
    programme INTEGER REFERENCES programme (id),
    topic INTEGER REFERENCES topic (id),
    school INTEGER REFERENCES school (id),        -- where they worked then
    at INTEGER NOT NULL,
    demand_call INTEGER REFERENCES demand_call (id),      -- for which they counted
    CHECK ((programme IS NULL) <> (topic IS NULL))
);

CREATE INDEX would_come_call ON would_come (demand_call) WHERE demand_call IS NOT NULL;

CREATE INDEX would_come_centre ON would_come (centre, at);

CREATE INDEX would_come_of_programme ON would_come (programme, centre) WHERE programme IS NOT NULL;

CREATE INDEX would_come_of_topic ON would_come (topic, centre) WHERE topic IS NOT NULL;

CREATE INDEX would_come_person ON would_come (person);

CREATE UNIQUE INDEX would_come_programme ON would_come (person, centre, programme) WHERE programme IS NOT NULL;

CREATE INDEX would_come_school ON would_come (school) WHERE school IS NOT NULL;

CREATE UNIQUE INDEX would_come_topic ON would_come (person, centre, topic) WHERE topic IS NOT NULL;

CREATE TABLE year_plan (
    id INTEGER PRIMARY KEY,
    centre INTEGER NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('school', 'calendar')),
    year INTEGER NOT NULL,                        -- in which it begins
    changed INTEGER NOT NULL
);

CREATE UNIQUE INDEX year_plan_year ON year_plan (centre, kind, year);
