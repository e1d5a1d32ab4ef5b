-- What teachers and schools need: topics, plans of a school year, who would come, what was called for.

-- The topics that all wishes are counted by. One list for the installation, as catalogues are.
CREATE TABLE topic (
    id {id},
    name_sr TEXT NOT NULL DEFAULT '' CHECK (length(name_sr) <= 200),    -- as written, in either script
    name_lt TEXT NOT NULL DEFAULT '' CHECK (length(name_lt) <= 200),
    name_en TEXT NOT NULL DEFAULT '' CHECK (length(name_en) <= 200),
    made {int} NOT NULL,
    retired {int},                      -- since when nobody chooses it any more
    merged_into {int} REFERENCES topic (id),    -- where its wishes went; never one that went itself
    CHECK (name_sr <> '' OR name_lt <> '' OR name_en <> '')
);
CREATE INDEX topic_merged ON topic (merged_into) WHERE merged_into IS NOT NULL;

-- Other words for a topic: typed by staff, or people's own words that were matched to it. A word means one topic.
CREATE TABLE topic_word (
    id {id},
    topic {int} NOT NULL REFERENCES topic (id),
    words TEXT NOT NULL CHECK (length(words) <= 300),
    key TEXT NOT NULL UNIQUE,           -- what other writings of it have in common with it
    matched {int}                       -- when people's own words were matched to the topic; null for what staff typed
);
CREATE INDEX topic_word_topic ON topic_word (topic);

-- Competences that a topic belongs to, as codes of a cycle.
CREATE TABLE topic_code (
    topic {int} NOT NULL REFERENCES topic (id),
    code {int} NOT NULL REFERENCES cycle_code (id),
    PRIMARY KEY (topic, code)
);
CREATE INDEX topic_code_code ON topic_code (code);

-- Programmes that serve a topic.
CREATE TABLE topic_programme (
    topic {int} NOT NULL REFERENCES topic (id),
    programme {int} NOT NULL REFERENCES programme (id),
    PRIMARY KEY (topic, programme)
);
CREATE INDEX topic_programme_programme ON topic_programme (programme);

-- The plan of one person for one school year.
CREATE TABLE need_plan (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    year {int} NOT NULL,                -- the calendar year in which the school year begins
    centre {int} NOT NULL REFERENCES centre (id),       -- whose offer it is for
    school {int} REFERENCES school (id),
    municipality {int} REFERENCES municipality (id),    -- of the school, as it was when the plan was last saved
    job TEXT NOT NULL DEFAULT 'other' CHECK (job IN ('class', 'subject', 'vocational', 'preschool', 'associate', 'head', 'other')),
    days TEXT NOT NULL DEFAULT '',      -- chosen from four, with blanks between
    payer TEXT CHECK (payer IN ('school', 'self', 'both', 'municipality')),
    km {int} CHECK (km BETWEEN 0 AND 1000),     -- how far they travel
    obstacles TEXT NOT NULL DEFAULT '', -- chosen from a list, with blanks between
    obstacle_note TEXT NOT NULL DEFAULT '' CHECK (length(obstacle_note) <= 1000),
    shows {bool} NOT NULL DEFAULT {false},      -- would show a lesson to others
    writes {bool} NOT NULL DEFAULT {false},     -- would write a programme
    shared {bool} NOT NULL DEFAULT {false},     -- whether the school sees the plan, but for wishes that are kept from it
    started {int} NOT NULL,
    changed {int} NOT NULL
);
CREATE UNIQUE INDEX need_plan_person ON need_plan (person, year);
CREATE INDEX need_plan_centre ON need_plan (centre, year);
CREATE INDEX need_plan_school ON need_plan (school, year) WHERE school IS NOT NULL;
CREATE INDEX need_plan_municipality ON need_plan (municipality) WHERE municipality IS NOT NULL;

-- How somebody rates themselves, 1 to 4, each competence once.
CREATE TABLE plan_rating (
    plan {int} NOT NULL REFERENCES need_plan (id),
    code {int} NOT NULL REFERENCES cycle_code (id),
    rating {int} NOT NULL CHECK (rating BETWEEN 1 AND 4),
    PRIMARY KEY (plan, code)
);
CREATE INDEX plan_rating_code ON plan_rating (code);

-- What somebody wishes to learn, the most wanted first. Own words stay beside the topic that they were matched to.
CREATE TABLE wish (
    id {id},
    plan {int} NOT NULL REFERENCES need_plan (id),
    place {int} NOT NULL CHECK (place BETWEEN 1 AND 5),
    topic {int} REFERENCES topic (id),  -- by which it is counted; null for own words that nobody has matched
    chosen {int} REFERENCES topic (id), -- as the person chose it: another one, if that was merged since
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    key TEXT NOT NULL DEFAULT '',       -- what other writings of the words have in common with them
    form TEXT CHECK (form IN ('seminar', 'webinar', 'workshop', 'gathering', 'lesson', 'exchange', 'course')),
    term TEXT CHECK (term IN ('autumn', 'winter', 'winterBreak', 'spring', 'springBreak', 'summer')),
    hidden {bool} NOT NULL DEFAULT {false},     -- kept from the school even where the plan is shared
    carried {int},                      -- the year in which it was first wished, if it came from an earlier plan
    served {int},                       -- when the person said that it was met
    CHECK (topic IS NOT NULL OR words <> '')
);
CREATE UNIQUE INDEX wish_place ON wish (plan, place);
CREATE INDEX wish_counted ON wish (plan, served, topic, term);       -- all that the table of wishes asks of one
CREATE INDEX wish_topic ON wish (topic) WHERE topic IS NOT NULL;
CREATE INDEX wish_chosen ON wish (chosen) WHERE chosen IS NOT NULL;
CREATE INDEX wish_key ON wish (key) WHERE key <> '';

-- From how many on a centre is called to hold something.
CREATE TABLE demand_rule (
    id {id},
    centre {int} NOT NULL UNIQUE REFERENCES centre (id),
    people {int} NOT NULL CHECK (people BETWEEN 1 AND 1000),
    schools {int} NOT NULL CHECK (schools BETWEEN 1 AND 1000),
    km {int} CHECK (km BETWEEN 1 AND 1000),     -- from the place; null for any distance
    place {int} REFERENCES municipality (id)    -- null for the centre's own
);
CREATE INDEX demand_rule_place ON demand_rule (place) WHERE place IS NOT NULL;

-- So many would come that the rule of the centre was reached. Of one thing one call is open at a time.
CREATE TABLE demand_call (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    programme {int} REFERENCES programme (id),
    topic {int} REFERENCES topic (id),
    at {int} NOT NULL,
    people {int} NOT NULL,              -- when it was reached
    schools {int} NOT NULL,
    rule_people {int} NOT NULL,         -- the rule as it was then
    rule_schools {int} NOT NULL,
    rule_km {int},
    ended {int},                        -- answered by an event, or put aside
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    CHECK ((programme IS NULL) <> (topic IS NULL))
);
CREATE INDEX demand_call_centre ON demand_call (centre, at);
CREATE INDEX demand_call_of_programme ON demand_call (programme) WHERE programme IS NOT NULL;
CREATE INDEX demand_call_of_topic ON demand_call (topic) WHERE topic IS NOT NULL;
CREATE UNIQUE INDEX demand_call_programme ON demand_call (centre, programme) WHERE programme IS NOT NULL AND ended IS NULL;
CREATE UNIQUE INDEX demand_call_topic ON demand_call (centre, topic) WHERE topic IS NOT NULL AND ended IS NULL;

-- Somebody would come to a programme, or to something on a topic.
CREATE TABLE would_come (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    centre {int} NOT NULL REFERENCES centre (id),       -- whose page it was
    programme {int} REFERENCES programme (id),
    topic {int} REFERENCES topic (id),
    school {int} REFERENCES school (id),        -- where they worked then
    at {int} NOT NULL,
    demand_call {int} REFERENCES demand_call (id),      -- for which they counted
    CHECK ((programme IS NULL) <> (topic IS NULL))
);
CREATE UNIQUE INDEX would_come_programme ON would_come (person, centre, programme) WHERE programme IS NOT NULL;
CREATE UNIQUE INDEX would_come_topic ON would_come (person, centre, topic) WHERE topic IS NOT NULL;
CREATE INDEX would_come_person ON would_come (person);
CREATE INDEX would_come_of_programme ON would_come (programme, centre) WHERE programme IS NOT NULL;
CREATE INDEX would_come_of_topic ON would_come (topic, centre) WHERE topic IS NOT NULL;
CREATE INDEX would_come_centre ON would_come (centre, at);
CREATE INDEX would_come_school ON would_come (school) WHERE school IS NOT NULL;
CREATE INDEX would_come_call ON would_come (demand_call) WHERE demand_call IS NOT NULL;

-- What a school answers for itself: asked by the centre, written as one goes, and sent.
CREATE TABLE school_need (
    id {id},
    school {int} NOT NULL REFERENCES school (id),
    year {int} NOT NULL,                -- the calendar year in which the school year begins
    centre {int} NOT NULL REFERENCES centre (id),       -- which asked, or whose page it was
    budget {int} CHECK (budget >= 0),   -- minor units of the centre's currency
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 300),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    asked {int},                        -- when the centre last asked by letter
    changed {int},                      -- null while nothing was answered
    sent {int},                         -- null while the centre does not see it
    written_by {int} REFERENCES person (id)
);
CREATE UNIQUE INDEX school_need_year ON school_need (school, year);
CREATE INDEX school_need_centre ON school_need (centre, year);
CREATE INDEX school_need_writer ON school_need (written_by) WHERE written_by IS NOT NULL;

CREATE TABLE school_need_job (
    need {int} NOT NULL REFERENCES school_need (id),
    job TEXT NOT NULL CHECK (job IN ('class', 'subject', 'vocational', 'preschool', 'associate', 'head', 'other')),
    people {int} NOT NULL CHECK (people BETWEEN 1 AND 1000),
    PRIMARY KEY (need, job)
);

-- The topics that matter most to a school; of what it wants inside, with people and month.
CREATE TABLE school_need_topic (
    id {id},
    need {int} NOT NULL REFERENCES school_need (id),
    kind TEXT NOT NULL CHECK (kind IN ('top', 'inside')),
    place {int} NOT NULL CHECK (place BETWEEN 1 AND 5),
    topic {int} REFERENCES topic (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),
    key TEXT NOT NULL DEFAULT '',       -- what other writings of the words have in common with them
    people {int} CHECK (people BETWEEN 1 AND 1000),
    month {int} CHECK (month BETWEEN 1 AND 12),
    CHECK (topic IS NOT NULL OR words <> ''),
    UNIQUE (need, kind, place)
);
CREATE INDEX school_need_topic_topic ON school_need_topic (topic) WHERE topic IS NOT NULL;
CREATE INDEX school_need_topic_key ON school_need_topic (key) WHERE key <> '';
