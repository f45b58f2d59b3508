/// Given names that are common in Latvia, so that none passes for a word that comes again and again.
enum GivenNames {
    /// The names in small letters.
    static let all: Set<String> = Set(
        """
        agnese agnija aija ainārs aivars alberts aleksandra aleksandrs alise alma amanda anastasija andra \
        andrejs andris anete anita ance anda anna annija antra armands arnis arnolds artis artūrs arturs \
        arvīds astra atis ausma baiba beāte beatrise benita biruta broņislavs brigita dace daiga daina \
        dainis dana daniels daniela dārta dāvids dāvis deniss diāna didzis dita dmitrijs dzintars dzintra \
        edgars edīte edmunds eduards edvards edvīns egita egons eižens ekaterina elīna eliza elizabete ella \
        elza elvīra emīlija emīls emma ērika ēriks ernests estere eva evelīna evija fricis gatis gints \
        gita gunārs gundega gunita gunta guntars guntis gustavs ģirts harijs helēna henriks igors ieva \
        ilga ilgvars ilona ilva ilvars ilze ilmārs imants ina ināra inese inga ingars ingrīda ingus inta \
        intars ints irēna irina irma ivanda ivans ivars iveta ivita ivo jana jānis jana jautrīte jēkabs \
        jekaterina jelena jevgēnija jevgēnijs juris jūlija julija kārlis karīna karina kaspars kate katrīna \
        keita klāvs kristaps kristers kristiāna kristiāns kristīne krišjānis ksenija laila laima laimdota \
        laimonis lana larisa lāsma laura lauma lauris leons liāna lidija liene lienīte liepa liesma lība \
        ligita līga līna linards linda līva livija ludmila luīze maija maira mairis maksims marks markuss \
        mareks margarita marija mārīte mārtiņš matīss māris mārcis megija melānija miķelis mihails \
        mikus milda modris monika monta nadežda natālija nauris nellija nikolajs nikola niks nora normunds \
        oksana oļegs oļesja oskars oto otto patrīcija pauls paula pāvels pēteris raimonds rainers raitis \
        raivis ralfs ramona reinis renārs renāte ričards rihards rita roberts rolands romāns ronalds \
        rūdolfs ruslans rūta sabīne samanta sandis sandra sanita santa sarmīte sergejs signe silvija sigita \
        sintija skaidrīte solvita sofija staņislavs stefānija svetlana tamāra tatjana terēze teodors \
        toms tomass uldis una undīne uģis valdis valentīna valerijs valters vanda vasilijs velta vera \
        veronika vija viesturs viktorija viktors vilis vilnis vineta violeta vita vitālijs vizma \
        vladimirs vladislavs zane zanda zenta zigmārs zigrīda zinta žanete žanis žanna
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
