/// Words from which the models of the languages of the Baltic states learn.
///
/// They were put together for this purpose, rich in letters that code pages tell apart.
extension EncodingTexts {
    static let latvian = """
        vārds uzvārds vārdi uzvārdi dzimšanas datums personas kods klase skolēns skolēna skolēni
        skolēnu skolniece skolotājs skolotāja skolotāji skolotāju pedagogs pedagoga mācību
        priekšmets priekšmeta priekšmeti vērtējums vērtējumi kavējumi kavētās stundas attaisnotās
        neattaisnotās piezīmes konsultācija konsultācijas psihologa sociālā sociālais pedagoģiskā
        atbalsts atbalsta plāns plāna numurs pasākums pasākumi riski grūtības nepietiekami sekmīgs
        sasniegumi īstenošana īstenots apstiprināts apliecināts iesniegts sākums beigas mēnesis
        gads gada mācību gads semestris pirmais otrais trešais ceturtais piektais sestais
        septītais astotais devītais desmitais latviešu valoda matemātika vēsture ģeogrāfija ķīmija
        bioloģija fizika angļu vācu krievu franču literatūra mūzika vizuālā māksla sports
        informātika ekonomika ētika kultūra mājturība tehnoloģijas veselības mācība Jānis Bērziņš
        Kalniņš Ozoliņš Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš Kārkliņš
        Vanags Lapiņš Briedis Āboliņš Šmits Žukovskis Jansons Rozītis Grīnbergs Lācis Zvirbulis
        Ķīlis Ķēniņš Ņikitins Žagars Čakste Ulmanis Šķēle Ģērmanis Ļeonovs Cīrulis Dūmiņš Sīlis
        Mūrnieks Vējš Šteins Zālītis Strautiņš Siliņš Kronbergs Blūms Āboltiņa Kalēja Siliņa
        Dzērve Gulbe Mežs Meža Upīte Pūce Zīle Kaktiņš Štāls Ērglis Vilks Ūdris Ābele Īvāns Ēvele
        Ošs Ķirsis Ņečajevs Jēkabs Kārlis Pēteris Mārtiņš Andrejs Juris Edgars Aigars Jāzeps
        Mārcis Ģirts Krišjānis Ričards Emīls Artūrs Rūdolfs Dāvis Niklāvs Mārtiņa Zane Anna Līga
        Inga Kristīne Ilze Liene Sanita Žanete Zanda Laima Jūlija Jānis Žanis Dārta Elīna Elīza
        Katrīna Sabīne Līva Krista Paulīne Keitija Ērika Ņina Ļuba Ķirils Šarlote Čarlijs Āris
        Ēriks Īrisa Ūna Agnese Māra Lāsma Dzintra Rūta Skaidrīte Mirdza Vizma Ināra Biruta Zigrīda
        Vēsma Aļona Oļegs Uļjana Oļesja Valentīns Anatolijs Aļbina Iļja Iļmārs Rīga Rīgas Jūrmala
        Jūrmalas Daugavpils Liepāja Jelgava Ventspils Rēzekne Valmiera Jēkabpils Ogre Tukums Cēsis
        Salaspils Kuldīga Sigulda Olaine Saldus Talsi Dobele Krāslava Ludza Bauska Līvāni Limbaži
        Madona Gulbene Alūksne Aizkraukle Preiļi Balvi Smiltene Ķekava Mārupe Ādaži Carnikava
        Ikšķile Lielvārde Koknese Pļaviņas Viļāni Kārsava Zilupe Dagda Skrīveri Vecumnieki Iecava
        Rundāle Ozolnieki Brocēni Auce Durbe Grobiņa Priekule Aizpute Pāvilosta Roja Mērsrags
        Engure Ķemeri Sloka Vaivari Kauguri Majori Bulduri Lielupe Dubulti Pumpuri Asari Melluži
        Jaundubulti Ķegums Ērgļi Ļaudona Stučka Ņukši Žīguri iela ielā ielas prospekts bulvāris
        laukums šoseja māja dzīvoklis novads novada pagasts pagasta pilsēta pilsētas ciems
        Brīvības Čaka Kr. Valdemāra Barona Tērbatas Ģertrūdes Lāčplēša Miera Skolas Dārza Jūras
        Meža Ūdens Liepu Ozolu Bērzu Priežu Kļavu Zvaigžņu Saules Mēness Pļavu Lauku Upes Ezera
        Krasta Kalna Ķieģeļu Dzelzceļa Rūpniecības pamatskola vidusskola ģimnāzija sākumskola
        pirmsskola izglītības iestāde iestādes pārvalde pašvaldība pašvaldības domes
        priekšsēdētājs direktors direktora vietnieks kopā skaits summa cena euro valsts ministrija
        dienests reģistrs reģistrācijas numurs adrese tālrunis pasts nosaukums veids statuss
        derīgs līdz datumam pieejams saņemts nosūtīts izsniegts ir nav un vai kā arī no uz par ar
        pie pēc pirms līdz starp kas kurš kura kuri šis šī šie tas tā tie viņš viņa mēs jūs viņi
        var būt bija būs tiek tika netiek nepieciešams nepieciešama vajadzīgs jābūt jāiesniedz
        tikai visi visas katrs katra cits cita jauns jauna labs laba liels liela mazs maza augsts
        augsta zems ļoti vairāk mazāk vismaz šodien rīt vakar tagad jau vēl kad tad ja bet tomēr
        tāpēc tādēļ jo gan ne nē jā pozitīvi negatīvi daļēji drīzāk apmierināti neapmierināti
        klātienē attālināti tiešsaistē ieteikums iesniegums lēmums rīkojums līgums rēķins ziņojums
        pārskats saraksts tabula fails rinda aile šūna kļūda kļūdas nezināms nezināma lietotājs
        parole meklēt dzēst saglabāt atvērt aizvērt izvēlieties ievadiet pievienot rediģēt
        apstiprināt atcelt
        """

    static let lithuanian = """
        vardas pavardė gimimo data asmens kodas klasė mokinys mokinė mokiniai mokytojas mokytoja
        pamoka dalykas pažymys įvertinimas pastabos mėnuo metai diena savaitė lietuvių kalba anglų
        rusų vokiečių prancūzų istorija geografija chemija biologija fizika muzika dailė šokis
        kūno kultūra matematika dorinis ugdymas Jonas Petras Antanas Juozas Vytautas Algirdas
        Mindaugas Gediminas Kęstutis Žygimantas Šarūnas Ąžuolas Ūla Eglė Rūta Živilė Jūratė Dalia
        Aušra Gražina Birutė Onutė Žemaitis Kazlauskas Jankauskas Petrauskas Stankevičius
        Vasiliauskas Žukauskas Butkus Paulauskas Urbonas Kavaliauskas Kazlauskienė Jankauskaitė
        Žukauskaitė Černiauskas Šimkus Čepaitis Vilnius Kaunas Klaipėda Šiauliai Panevėžys Alytus
        Marijampolė Mažeikiai Utena Kėdainiai Telšiai Visaginas Tauragė Ukmergė Plungė Šilutė
        Kretinga Radviliškis Palanga Rokiškis Biržai Gargždai Kuršėnai Elektrėnai Jurbarkas
        Vilkaviškis Raseiniai Anykščiai Prienai Joniškis Kelmė Varėna Pasvalys Kupiškis Zarasai
        Širvintos Ignalina Pakruojis Šakiai gatvė gatvės alėja rajonas miestas savivaldybė
        apskritis švietimo įstaiga mokykla gimnazija darželis adresas telefonas paštas pavadinimas
        rūšis būsena galioja iki kiekis suma kaina eurų valstybė ministerija įmonė įmonės kodas
        registracijos numeris yra nėra ir ar kaip iš į su prie po prieš iki tarp kas kuris kuri
        šis ši tas ta jis ji mes jūs jie gali būti buvo bus reikia visi visos kiekvienas kitas
        nauja gerai didelis mažas aukštas labai daugiau mažiau šiandien rytoj vakar dabar jau dar
        kada jei bet todėl nes taip ne teigiamai neigiamai naudotojas slaptažodis ieškoti
        pašalinti išsaugoti atverti užverti pasirinkite įveskite pridėti keisti patvirtinti
        atšaukti klaida klaidų nežinoma
        """

    static let estonian = """
        eesnimi perekonnanimi sünnikuupäev isikukood klass õpilane õpilased õpetaja õpetajad
        õppeaine hinne hinded märkused puudumised kuu aasta päev nädal eesti keel inglise saksa
        vene prantsuse ajalugu geograafia keemia bioloogia füüsika muusika kunst kehaline kasvatus
        matemaatika ühiskonnaõpetus Jüri Jaan Mihkel Tõnu Tõnis Ülo Ülle Õie Märt Pärt Rein Mati
        Kätlin Käthlin Kärt Piret Merike Kadri Liis Mäe Mägi Tamm Saar Sepp Kask Rebane Ilves Pärn
        Kõiv Jõgi Põder Lõhmus Õunapuu Vähi Käär Rätsep Põld Sööt Mölder Möller Tallinn Tartu
        Narva Pärnu Kohtla-Järve Viljandi Rakvere Maardu Sillamäe Kuressaare Võru Valga Haapsalu
        Jõhvi Paide Keila Kiviõli Tapa Põlva Jõgeva Türi Elva Rapla Saue Põltsamaa Paldiski Sindi
        Kunda Kärdla Kehra Loksa Räpina Tõrva Narva-Jõesuu Tamsalu Otepää Kilingi-Nõmme
        Karksi-Nuia Võhma Antsla Lihula Mustvee Suure-Jaani Abja-Paluoja Püssi Mõisaküla Kallaste
        tänav tänava maja linn vald küla maakond kool gümnaasium põhikool lasteaed aadress telefon
        nimetus liik olek kehtiv kuni kogus summa hind eurot riik ministeerium ettevõte
        registrikood on ei ole ja või kui ka et see selle need tema meie teie nad võib olla oli
        peab kõik iga teine uus hea suur väike kõrge väga rohkem vähem täna homme eile nüüd juba
        veel siis aga sest jah kasutaja parool otsi kustuta salvesta ava sulge vali sisesta lisa
        muuda kinnita tühista viga tundmatu šokolaad žanr
        """
}
