-- What somebody can show for their profession, what is asked of them and when, and what they mean to do.

-- What is asked, as data: docs/rules.md tells how a pack is written. What stands here to begin with was gathered from public pages and from memory, and says of
-- each rule how sure it is: an administrator corrects it by the text of the law.
CREATE TABLE rule_pack (
    name TEXT PRIMARY KEY CHECK (length(name) <= 120),
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    changed {int} NOT NULL
);
CREATE INDEX rule_pack_country ON rule_pack (country);

-- What a school gives for what its people do inside it: each table holds from a day on, and what was entered by an earlier one keeps its points.
CREATE TABLE school_points (
    id {id},
    school {int} NOT NULL REFERENCES school (id),
    since TEXT NOT NULL,                -- the first day
    made {int} NOT NULL
);
CREATE UNIQUE INDEX school_points_since ON school_points (school, since);

CREATE TABLE school_points_line (
    id {id},
    points_table {int} NOT NULL REFERENCES school_points (id),
    place {int} NOT NULL,
    activity TEXT NOT NULL CHECK (length(activity) <= 300),
    leading {int} CHECK (leading >= 0),         -- of whoever leads it; null where that cannot be
    attending {int} CHECK (attending >= 0)
);
CREATE INDEX school_points_line_table ON school_points_line (points_table, place);

-- What a person means to learn in a school year, and what they thought of it afterwards.
CREATE TABLE portfolio_goal (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    year {int} NOT NULL,                -- the calendar year in which the school year begins
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    competence TEXT NOT NULL DEFAULT '' CHECK (length(competence) <= 300),
    shared {bool} NOT NULL DEFAULT {false},     -- whether the school sees it
    reached {bool} NOT NULL DEFAULT {false},
    reflection TEXT NOT NULL DEFAULT '' CHECK (length(reflection) <= 10000)
);
CREATE INDEX portfolio_goal_person ON portfolio_goal (person, year);

CREATE TABLE portfolio_entry (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'unchecked', 'checked', 'refused')),
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'gathering', 'course', 'trip', 'study', 'inside', 'leading', 'writing')),
    led {bool} NOT NULL DEFAULT {false},
    title TEXT NOT NULL CHECK (length(title) <= 300),
    organiser TEXT NOT NULL DEFAULT '' CHECK (length(organiser) <= 300),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 300),         -- of the certificate, or in the catalogue
    competence TEXT NOT NULL DEFAULT '' CHECK (length(competence) <= 300),
    day TEXT NOT NULL,                  -- the last; of what is planned, by when
    hours {int} NOT NULL DEFAULT 0 CHECK (hours >= 0),
    days {int} NOT NULL DEFAULT 1 CHECK (days >= 0),
    credits {int} NOT NULL DEFAULT 0 CHECK (credits >= 0),
    points {int} CHECK (points >= 0),   -- as its paper says, or as the school's table gave when it was entered
    priority {bool} NOT NULL DEFAULT {false},
    international {bool} NOT NULL DEFAULT {false},
    school {int} REFERENCES school (id),        -- inside which it was
    line {int} REFERENCES school_points_line (id),
    goal {int} REFERENCES portfolio_goal (id),
    file {int} REFERENCES file (id),    -- the scan
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    shared {bool} NOT NULL DEFAULT {false},     -- of what is planned: whether the school sees it
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),        -- why it was refused
    decided {int},
    decided_by {int},
    written {int} NOT NULL
);
CREATE INDEX portfolio_entry_person ON portfolio_entry (person, day);
CREATE INDEX portfolio_entry_waiting ON portfolio_entry (written) WHERE state = 'unchecked';
CREATE INDEX portfolio_entry_school ON portfolio_entry (school, day) WHERE school IS NOT NULL;
CREATE INDEX portfolio_entry_line ON portfolio_entry (line) WHERE line IS NOT NULL;
CREATE INDEX portfolio_entry_goal ON portfolio_entry (goal) WHERE goal IS NOT NULL;
CREATE INDEX portfolio_entry_file ON portfolio_entry (file) WHERE file IS NOT NULL;

-- Working days on which somebody was away for training and paid.
CREATE TABLE paid_leave (
    person {int} NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    PRIMARY KEY (person, day)
--@sqlite
) WITHOUT ROWID;
--@postgresql
);
--@both

-- Since when somebody works in education, and which title they have since when.
CREATE TABLE career (
    person {int} PRIMARY KEY REFERENCES person (id),
    works_since TEXT,
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 120),
    title_since TEXT
);

INSERT INTO rule_pack (name, country, changed, text) VALUES
('RS-2012', 'RS', {now}, '# From when to when it was in force is supposed: only the years are told by what was read.
pack: RS-2012
country: RS
title:
  sr: Правилник из 2012. године
  lt: 2012 m. taisyklės
  en: By-law of 2012
source: „Службени гласник РС”, број 13/2012
from: 2012-02-25
until: 2013-10-04
worth:
  - {kind: programme, per: hours, points: 1, certainty: unconfirmed}
  - {kind: gathering, per: days, points: 1, certainty: unconfirmed}
  - {kind: study, per: credits, points: 25, certainty: unconfirmed}
requirements:
  - name: inside
    title: {sr: Сати у установи, lt: Valandos įstaigoje, en: Hours in the institution}
    certainty: unconfirmed
    count: hours
    least: 44
    of: [inside]
  - name: outside
    title: {sr: Сати ван установе, lt: Valandos už įstaigos ribų, en: Hours outside the institution}
    certainty: unconfirmed
    count: hours
    least: 24
    of: [programme, gathering, course, trip]
  - name: points
    title: {sr: Бодови за пет година, lt: Taškai per penkerius metus, en: Points in five years}
    certainty: unconfirmed
    years: 5
    count: points
    least: 120
    of: [programme, gathering, study]
  - name: priority
    title: {sr: Бодови из приоритетних области, lt: Taškai iš prioritetinių sričių, en: Points of priority areas}
    certainty: unconfirmed
    years: 5
    count: points
    least: 30
    of: [programme]
    priority: true
'),
('RS-2013', 'RS', {now}, '# From when to when it was in force is supposed: only the years are told by what was read.
pack: RS-2013
country: RS
title:
  sr: Правилник из 2013. године
  lt: 2013 m. taisyklės
  en: By-law of 2013
source: „Службени гласник РС”, бр. 85/2013, 86/2015
from: 2013-10-05
until: 2017-09-08
worth:
  - {kind: programme, per: hours, points: 1, certainty: unconfirmed}
  - {kind: gathering, per: days, points: 1, certainty: unconfirmed}
  - {kind: trip, per: days, points: 1, certainty: unconfirmed}
requirements:
  - name: inside
    title: {sr: Сати у установи, lt: Valandos įstaigoje, en: Hours in the institution}
    certainty: unconfirmed
    count: hours
    least: 44
    of: [inside]
  - name: outside
    title: {sr: Сати ван установе, lt: Valandos už įstaigos ribų, en: Hours outside the institution}
    certainty: unconfirmed
    count: hours
    least: 20
    of: [programme, gathering, course, trip]
  - name: points
    title: {sr: Бодови за пет година, lt: Taškai per penkerius metus, en: Points in five years}
    certainty: unconfirmed
    years: 5
    count: points
    least: 100
    of: [programme, gathering, course, trip]
  - name: programmes
    title: {sr: Бодови од одобрених програма, lt: Patvirtintų programų taškai, en: Points of approved programmes}
    certainty: unconfirmed
    years: 5
    count: points
    least: 80
    of: [programme]
'),
('RS-2017', 'RS', {now}, '# From when to when it was in force is supposed: only the years are told by what was read.
pack: RS-2017
country: RS
title:
  sr: Правилник из 2017. године
  lt: 2017 m. taisyklės
  en: By-law of 2017
source: „Службени гласник РС”, бр. 81/2017, 48/2018
from: 2017-09-09
until: 2021-11-19
worth:
  - {kind: programme, per: hours, points: 1, certainty: unconfirmed}
  - {kind: gathering, per: days, points: 1, international: 2, certainty: unconfirmed}
  - {kind: trip, per: days, points: 1, certainty: unconfirmed}
requirements:
  - name: inside
    title: {sr: Сати у установи, lt: Valandos įstaigoje, en: Hours in the institution}
    certainty: unconfirmed
    count: hours
    least: 44
    of: [inside]
  - name: outside
    title: {sr: Сати ван установе, lt: Valandos už įstaigos ribų, en: Hours outside the institution}
    certainty: unconfirmed
    count: hours
    least: 20
    of: [programme, gathering, course, trip]
  - name: points
    title: {sr: Бодови за пет година, lt: Taškai per penkerius metus, en: Points in five years}
    certainty: unconfirmed
    years: 5
    count: points
    least: 100
    of: [programme, gathering, course, trip]
  - name: priority
    title: {sr: Бодови из приоритетних области, lt: Taškai iš prioritetinių sričių, en: Points of priority areas}
    certainty: unconfirmed
    years: 5
    count: points
    least: 30
    of: [programme]
    priority: true
'),
('RS-2021', 'RS', {now}, 'pack: RS-2021
country: RS
title:
  sr: Правилник из 2021. године
  lt: 2021 m. taisyklės
  en: By-law of 2021
source: „Службени гласник РС”, број 109/2021
from: 2021-11-20
worth:
  - {kind: programme, per: hours, points: 1, certainty: sourced}
  - {kind: gathering, per: days, points: 1, certainty: unconfirmed}
requirements:
  - name: inside
    title: {sr: Сати у установи, lt: Valandos įstaigoje, en: Hours in the institution}
    article: члан 23, у вези са чланом 6. став 1.
    certainty: sourced
    count: hours
    least: 44
    of: [inside]
  - name: programme
    title: {sr: Одобрен програм, lt: Patvirtinta programa, en: An approved programme}
    article: члан 23.
    certainty: sourced
    count: pieces
    least: 1
    of: [programme]
    hours: 8
  - name: gathering
    title: {sr: Одобрен стручни скуп, lt: Patvirtintas profesinis sambūris, en: An approved professional gathering}
    article: члан 23.
    certainty: sourced
    count: pieces
    least: 1
    of: [gathering]
    days: 1
leave:
  days: 3
  article: плаћено одсуство за одобрене облике
  certainty: unconfirmed
titles:
  - name: adviser
    title: {sr: Педагошки саветник, lt: Pedagogas konsultantas, en: Pedagogical adviser}
    years: 8
    certainty: unconfirmed
    needs:
      - title: {sr: Лиценца за рад, lt: Darbo licencija, en: Teaching licence}
      - title: {sr: Испуњене обавезе усавршавања, lt: Atliktos tobulinimosi pareigos, en: Duties of development met}
        of: [programme, gathering, course]
      - title: {sr: Усавршавање у установи, lt: Tobulinimasis įstaigoje, en: Development in the institution}
        of: [inside]
        led: true
  - name: independent-adviser
    title: {sr: Самостални педагошки саветник, lt: Savarankiškas pedagogas konsultantas, en: Independent pedagogical adviser}
    years: 10
    certainty: unconfirmed
    needs:
      - title: {sr: Испуњене обавезе усавршавања, lt: Atliktos tobulinimosi pareigos, en: Duties of development met}
        of: [programme, gathering, course]
      - title: {sr: Води активности усавршавања, lt: Vadovauja tobulinimo veikloms, en: Leads activities of development}
        of: [inside, leading]
        led: true
      - title: {sr: Излаже на скуповима или објављује, lt: Skaito pranešimus arba skelbia, en: Presents at gatherings or publishes}
        of: [gathering, writing]
        led: true
  - name: higher-adviser
    title: {sr: Виши педагошки саветник, lt: Vyresnysis pedagogas konsultantas, en: Higher pedagogical adviser}
    years: 12
    certainty: unconfirmed
    needs:
      - title: {sr: Аутор или реализатор одобрених програма, lt: Patvirtintų programų autorius ar lektorius, en: Author or trainer of approved programmes}
        of: [leading, writing]
        led: true
      - title: {sr: Радови и стручни скупови, lt: Darbai ir sambūriai, en: Papers and gatherings}
        of: [gathering, writing]
  - name: high-adviser
    title: {sr: Високи педагошки саветник, lt: Aukštasis pedagogas konsultantas, en: High pedagogical adviser}
    years: 14
    certainty: unconfirmed
    needs:
      - title: {sr: Истраживања и уџбеници, lt: Tyrimai ir vadovėliai, en: Research and textbooks}
        of: [writing, study]
      - title: {sr: Допринос на нивоу државе, lt: Indėlis valstybės mastu, en: Contribution in the whole country}
        of: [leading, gathering, writing]
        led: true
'),
('LT-2022', 'LT', {now}, 'pack: LT-2022
country: LT
title:
  sr: Литвански закон о образовању
  lt: Švietimo įstatymas
  en: Law on Education of Lithuania
source: Švietimo įstatymas, 49 str. (redakcija nuo 2022-09-01)
from: 2022-09-01
requirements:
  - name: days
    title: {sr: Дани усавршавања, lt: Kvalifikacijos tobulinimo dienos, en: Days of training}
    article: 49 straipsnio 1 dalies 2 punktas
    certainty: sourced
    count: days
    least: 5
    of: [programme, gathering, course, trip]
  - name: social-emotional
    title: {sr: Социјално-емоционалне компетенције, lt: Socialinės ir emocinės kompetencijos, en: Social and emotional competences}
    certainty: sourced
    years: 3
    count: pieces
    least: 1
    of: [programme, gathering, course, trip]
    words: [emocin, emocion, emotion]
leave:
  days: 5
  article: 49 straipsnis
  certainty: sourced
titles:
  - name: senior
    title: {sr: Старији учитељ, lt: Vyresnysis mokytojas, en: Senior teacher}
    years: 4
    certainty: unconfirmed
    needs:
      - title: {sr: Ширење искуства у установи, lt: Patirties sklaida įstaigoje, en: Experience spread in the institution}
        of: [inside]
        led: true
      - title: {sr: Усавршавање, lt: Kvalifikacijos tobulinimas, en: Training}
        of: [programme, gathering, course, trip]
  - name: methodologist
    title: {sr: Учитељ методичар, lt: Mokytojas metodininkas, en: Teacher methodologist}
    years: 5
    certainty: unconfirmed
    needs:
      - title: {sr: Ширење искуства у региону, lt: Patirties sklaida regione, en: Experience spread in the region}
        of: [leading, gathering, writing]
        led: true
      - title: {sr: Усавршавање, lt: Kvalifikacijos tobulinimas, en: Training}
        of: [programme, gathering, course, trip]
  - name: expert
    title: {sr: Учитељ експерт, lt: Mokytojas ekspertas, en: Teacher expert}
    years: 6
    certainty: unconfirmed
    needs:
      - title: {sr: Ширење искуства у земљи, lt: Patirties sklaida šalyje, en: Experience spread in the country}
        of: [leading, gathering, writing]
        led: true
      - title: {sr: Усавршавање, lt: Kvalifikacijos tobulinimas, en: Training}
        of: [programme, gathering, course, trip]
attestation:
  months: [6, 12]
  rest: 2
  ask: 6
  article: ISAK-3216, V-1143 (2023-09-05)
  certainty: unconfirmed
');
