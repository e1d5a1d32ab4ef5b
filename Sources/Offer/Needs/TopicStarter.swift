package import Languages

/// Topics to begin with, in all languages, with words that people use for them. They are composed from what catalogues of programmes and surveys of needs
/// usually name; a centre renames, merges and adds.
package enum TopicStarter {
    /// The Serbian name, the Lithuanian and the English one; behind them other words.
    package static let drafts: [TopicDraft] = written.split(separator: "\n").map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
        let words = parts.count > 3 ? parts[3].split(separator: ";").map { WrittenText.line(String($0)) } : []
        return TopicDraft(TopicNames(sr: parts[0], lt: parts[1], en: parts[2]), words: words)
    }

    private static let written = """
        Дигитална учионица|Skaitmeninė klasė|The digital classroom|дигитални алати у настави; ИКТ у настави; електронска учионица; Google учионица
        Вештачка интелигенција у настави|Dirbtinis intelektas ugdyme|Artificial intelligence in teaching|ВИ у школи; AI; четбот у настави; DI mokykloje
        Безбедност деце на интернету|Vaikų sauga internete|Children’s safety online|дигитално насиље; кибернасиље; patyčios internete
        Медијска писменост|Medijų raštingumas|Media literacy|критичко читање медија; лажне вести
        Програмирање и роботика|Programavimas ir robotika|Programming and robotics|микробит; Scratch; кодирање
        Настава математике|Matematikos mokymas|Teaching mathematics|методика математике; matematika
        Природне науке и огледи|Gamtos mokslai ir bandymai|Science and experiments|огледи у настави; физика; хемија; биологија
        Матерњи језик и читање|Gimtoji kalba ir skaitymas|Mother tongue and reading|читање с разумевањем; настава српског језика; читалачка писменост
        Страни језици|Užsienio kalbos|Foreign languages|енглески језик; немачки језик; anglų kalba
        Историја и култура сећања|Istorija ir atminties kultūra|History and remembrance|настава историје
        Географија и терен|Geografija ir darbas lauke|Geography and field work|настава географије
        Ликовно и музичко васпитање|Dailės ir muzikos ugdymas|Art and music education|ликовна култура; музичка култура
        Физичко васпитање и здрави стилови живота|Fizinis ugdymas ir sveika gyvensena|Physical education and healthy living|спорт у школи; физичко
        Разредна настава|Pradinis ugdymas|Primary teaching|учитељи; млађи разреди
        Игра у предшколском васпитању|Žaidimas ikimokykliniame ugdyme|Play in preschool education|Године узлета; васпитачи; ikimokyklinis ugdymas
        Пројектна настава|Projektinis mokymas|Project-based teaching|рад на пројекту
        Активно учење|Aktyvus mokymasis|Active learning|активна настава; кооперативно учење; рад у групама
        Формативно оцењивање|Formuojamasis vertinimas|Formative assessment|оцењивање; праћење напредовања; повратна информација
        Тестови и завршни испит|Testai ir baigiamasis egzaminas|Tests and the final examination|мала матура; припрема за завршни испит; матура
        Планирање наставе и исходи|Ugdymo planavimas ir rezultatai|Planning of teaching and outcomes|исходи учења; оперативни планови
        Међупредметне компетенције|Bendrosios kompetencijos|Cross-curricular competences|корелација; тематска настава
        Диференцирана настава|Ugdymo diferencijavimas|Differentiated teaching|индивидуализација; рад у хетерогеном одељењу
        Инклузивно образовање|Įtraukusis ugdymas|Inclusive education|инклузија; ИОП; įtrauktis
        Аутизам у школи|Autizmas mokykloje|Autism at school|аутистични спектар; аутизам
        Пажња и хиперактивност|Dėmesys ir hiperaktyvumas|Attention and hyperactivity|АДХД; ADHD; деца која не могу да седе мирно
        Тешкоће у читању и писању|Skaitymo ir rašymo sunkumai|Difficulties in reading and writing|дислексија; дисграфија; disleksija
        Даровити ученици|Gabūs mokiniai|Gifted pupils|талентовани; рад са даровитима
        Социјално и емоционално учење|Socialinis ir emocinis ugdymas|Social and emotional learning|СЕУ; емоције у учионици; socialinės emocinės kompetencijos
        Дисциплина и управљање одељењем|Drausmė ir klasės valdymas|Discipline and classroom management|непожељно понашање; рад са немирним одељењем
        Превенција насиља|Smurto prevencija|Prevention of violence|вршњачко насиље; школа без насиља; patyčios
        Ментално здравље ученика|Mokinių psichikos sveikata|Pupils’ mental health|анксиозност; депресија код деце; самоповређивање
        Стрес и изгарање наставника|Mokytojų stresas ir perdegimas|Teachers’ stress and burnout|бурноут; брига о себи; perdegimas
        Сарадња са родитељима|Bendradarbiavimas su tėvais|Working with parents|тешки разговори са родитељима; родитељски састанак; darbas su tėvais
        Разредни старешина|Klasės vadovas|The class teacher’s role|одељењски старешина; ЧОС
        Самовредновање школе|Mokyklos įsivertinimas|School self-evaluation|развојни план школе; спољашње вредновање
        Педагошко вођење школе|Lyderystė mokykloje|Leading a school|руковођење; директори; lyderystė
        Менторство и увођење у посао|Mentorystė ir įvedimas į darbą|Mentoring new teachers|приправници; лиценца; pedagoginė stažuotė
        Каријерно вођење ученика|Ugdymas karjerai|Career guidance of pupils|професионална оријентација; избор занимања
        Екологија и одрживи развој|Ekologija ir darnus vystymasis|Ecology and sustainable development|заштита животне средине; зелена школа
        Ученички парламент и грађанско васпитање|Mokinių savivalda ir pilietinis ugdymas|Pupils’ parliament and civic education|демократија у школи; права детета
        Национална и културна разноликост|Tautinė ir kultūrinė įvairovė|National and cultural diversity|рад са ромском децом; двојезична настава; интеркултуралност
        Школска библиотека|Mokyklos biblioteka|The school library|библиотекари; подстицање читања
        """
}
