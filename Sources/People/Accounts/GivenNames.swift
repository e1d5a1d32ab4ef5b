import Languages

/// Given names that are common here, by which a name that stands in one column is parted; those of the people we know come beside them. Chosen for this program, folded.
enum GivenNames {
    static let common: Set<String> = Set("""
        aca aleksa aleksandar aleksandra ana andela andelka andrea andrej andrija angelina anica anita anja bane biljana blagoje bogdan bojan bojana boris borislav
        borka borko boško bozidar bozana bosko branimir branislav branislava branka branko brankica budimir cvetko cvijeta cveta dalibor damjan damnjan daniela danica
        danijel danijela danilo danko darija darinka darko david dejan desa desanka dimitrije divna dorde dordje dragan dragana dragica dragisa dragoljub dragomir
        dragoslav dragoslava dubravka dunja duro durdica durda dusan dusanka dusica dusko elena ema emilija filip gabrijela goran gordana goca grozdana hana helena
        igor ilija ilona irena isidora istvan ivan ivana ivanka ivica ivo jadranka jagoda jakov jana janko jasmina jasna jelena jelica jelisaveta jovan jovana jovanka
        jovica jozef jozsef julija jugoslav kaca karolina kata katarina katica kosta kristina ksenija lana lara laslo laszlo lazar lena leposava lidija luka ljiljana
        ljilja ljubica ljubinka ljubisa ljubomir ljupka ljupco maja magdalena margit marija marijana marica marina marko marta masa mateja matija mihailo mihajlo mila
        milan milana milanka mile milena mileva mileta milica milijana milinko milivoj milivoje milka miljana milos milosav miloš milorad milovan milun milutin mina
        mira miranda miriana mirjana mirko miro miroljub miroslav miroslava misa mitar mladen momcilo momir nada nadezda natalija natasa nebojsa neda nela nemanja
        nenad nevena nevenka nikola nikolina nina novak novica obrad ognjen olga olivera olja ozren pavle pera perica petar petra predrag rada rade radenko radica
        radivoj radivoje radmila radojica radojka radoje radomir radoslav radoslava radovan rajka rajko rastko ratko relja renata rodoljub ruza ruzica sandra sanela
        sanja sara sasa sava savo senka silvija simeon simo simona slavica slavka slavko slavoljub slavomir slobodan slobodanka smilja smiljana snezana sofija sonja
        spasoje srboljub srdan stana stanko stanimir stanislav stanislava stanka stanoje stefan stevan stevo stojan stojanka suzana svetlana svetislav svetomir
        svetozar tamara tanja tara tatjana teodora tihomir tijana tijan tomislav toma tomo tatijana una uros vanja vasilije vasilija vasa velimir veljko vera verica
        veroljub vesna vida vidosava vidoje viktor viktorija violeta visnja vitomir vladan vladana vladeta vladimir vladimirka vladislav vladislava vlado vlasta
        vojin vojislav vojislava vojkan vuk vukasin vukica vukosava zagorka zdravka zdravko zeljana zeljka zeljko zika zivana zivka zivko zivojin zivorad zivota
        zlata zlatica zlatko zlatoje zoran zorana zorica zorka zvezdan zvezdana zvonko zuzana deva dina dorda caslav cana scepan
        aiste algirdas algis alma alvydas andrius antanas arnas arturas arunas asta audra audrius aurelija ausra ausrine austeja birute daina daiva dalia danguole
        danute daiva darius deimante diana dovile edita edvinas egle eimantas ema erika evaldas gabija gediminas genovaite giedre giedrius gintaras gintare goda
        grazina ieva ilona ina indre inga ingrida irma jadvyga janina jolanta jolita jonas juozas jurate jurga jurgita justina justinas karolis kazimieras kestutis
        kristina laima laimute laura liepa lina linas liudas liudmila loreta lukas mantas marius martynas mindaugas migle mykolas monika neringa nijole ona paulius
        petras povilas raimonda ramune ramunas rasa rasma regina reda rima rimantas rimas rita roma romualdas rokas rolandas ruta rutai sandra saulius sigita sigitas
        simona simonas skaiste stase stasys svajone tadas tomas ugne urte vaida vaidas valdas valentina valerija vanda vida vidas vidmantas vilma viktorija vilija
        vilius violeta virginija vita vitalija vytautas zita zivile zydrune zydrunas
        """.split(whereSeparator: \.isWhitespace).flatMap { Fold.tokens(String($0)) })

    /// Whether a text looks like a whole name: two to five words, one of them a given name.
    static func isWhole(_ text: String) -> Bool {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," })
        guard (2...5).contains(words.count), text.count <= 60, !text.contains(where: { $0.isNumber || $0 == "@" }) else { return false }
        return words.contains { isGiven(String($0)) }
    }

    static func isGiven(_ word: String) -> Bool { Fold.tokens(word).first.map(common.contains) ?? false }
}
