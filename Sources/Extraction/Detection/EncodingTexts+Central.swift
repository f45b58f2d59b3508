/// Words from which the models of the languages of Central and Eastern Europe learn.
///
/// They were put together for this purpose, rich in letters that code pages tell apart.
extension EncodingTexts {
    static let polish = """
        imię nazwisko data urodzenia adres ulica miejscowość województwo powiat gmina numer kod
        pocztowy szkoła uczeń uczniowie nauczyciel przedmiot ocena język polski język angielski
        historia geografia chemia biologia fizyka muzyka plastyka wychowanie fizyczne rok miesiąc
        dzień tydzień styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień
        październik listopad grudzień poniedziałek środa czwartek piątek niedziela łącznie liczba
        ludności powierzchnia wysokość długość szerokość wartość ilość jakość możliwość
        działalność własność żółty zielony czarny biały ciężki świat święto śnieg źródło źle żeby
        też już są będzie była był było mają może możesz należy dla nie tak się jest jako że który
        która które których ponieważ gdzie kiedy jeśli więcej mniej później między przed wśród
        również także każdy każda wszystkie wszystkich błąd błędy hasło użytkownik użytkownika
        zapisz otwórz zamknij usuń dodaj zmień wybierz wprowadź potwierdź nieprawidłowy dostępny
        Łódź Kraków Wrocław Poznań Gdańsk Białystok Częstochowa Toruń Rzeszów Kielce Gliwice Bytom
        Zielona Góra Rybnik Tychy Opole Elbląg Płock Wałbrzych Włocławek Tarnów Chorzów Koszalin
        Kalisz Legnica Grudziądz Słupsk Jaworzno Jastrzębie Nowy Sącz Jelenia Góra Siedlce
        Mysłowice Konin Piła Suwałki Świdnica Śląsk śląskie łódzkie małopolskie świętokrzyskie
        Łukasz Paweł Michał Małgorzata Grażyna Bożena Stanisław Władysław Wacław Zdzisław Mirosław
        Jarosław Elżbieta Ewa Żaneta Łucja Świętosława Wiśniewski Wójcik Kowalczyk Kamiński
        Zieliński Szymański Woźniak Dąbrowski Kozłowski Jabłoński Mazur Krawczyk Piotrowski
        Grabowski Nowakowski Pawłowski Michalski Król Wieczorek Jaworski Wróbel Stępień Górski
        Gołębiewski Żak Ćwik Źrebiec
        """

    static let czechSlovak = """
        jméno příjmení datum narození adresa ulice město obec okres kraj číslo popisné poštovní
        směrovací škola žák žáci učitel předmět známka český jazyk anglický dějepis zeměpis chemie
        přírodopis fyzika hudební výchova výtvarná tělesná rok měsíc den týden leden únor březen
        duben květen červen červenec srpen září říjen listopad prosinec pondělí úterý středa
        čtvrtek pátek sobota neděle celkem počet obyvatel výměra rozloha výška délka šířka hodnota
        množství název druh stav platnost částka cena koruna ministerstvo úřad společnost
        příspěvková organizace je není a nebo jako také že který která které jsou byl byla bylo
        může musí pro při před přes mezi více méně později když protože každý všechny všech žádný
        chyba heslo uživatel uložit otevřít zavřít smazat přidat změnit vybrat zadejte potvrdit
        zrušit neplatný dostupný Praha Plzeň Liberec České Budějovice Hradec Králové Ústí nad
        Labem Zlín Havířov Kladno Děčín Karviná Jihlava Teplice Frýdek-Místek Chomutov Přerov
        Jablonec Mladá Boleslav Prostějov Třebíč Česká Lípa Třinec Tábor Znojmo Příbram Cheb Kolín
        Trutnov Písek Kroměříž Šumperk Vsetín Uherské Hradiště Břeclav Hodonín Český Krumlov Tomáš
        Lukáš Matěj Jiří Ondřej Vojtěch Štěpán Řehoř Božena Růžena Věra Zdeněk Miloš Jaroslav
        Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Pospíšil Hájek Král Jelínek
        Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák Vaněk Urban Blažek Kříž
        Kovář Říha Šťastný Žižka ď ť ňadra loď síť síň kůň dům stůl průměr původní můžete meno
        priezvisko dátum narodenia ulica mesto okres kraj číslo škola žiak učiteľ predmet známka
        slovenský jazyk rok mesiac deň týždeň júl január február apríl máj jún október november
        piatok štvrtok názov počet obyvateľov výmera hodnota množstvo spoločnosť štátna správa
        môže môžete stôl kôň päť mäso väčší ďalší ľudia ľahko kŕmiť vŕba stĺp Košice Prešov Žilina
        Banská Bystrica Nitra Trnava Trenčín Martin Poprad Prievidza Zvolen Považská Michalovce
        Komárno Levice Humenné Bardejov Liptovský Mikuláš Piešťany Ružomberok Ľubica Ľudovít
        Štefan Kováč Horváth Tóth Nagy Baláž Molnár Oravec
        """

    static let hungarian = """
        név vezetéknév keresztnév születési dátum lakcím utca út tér község város megye szám
        irányítószám iskola tanuló diák tanár tantárgy osztályzat magyar nyelv angol történelem
        földrajz kémia biológia fizika ének rajz testnevelés év hónap nap hét január február
        március április május június július augusztus szeptember október november december hétfő
        kedd szerda csütörtök péntek szombat vasárnap összesen népesség terület magasság hosszúság
        szélesség érték mennyiség megnevezés típus állapot érvényes összeg ár forint minisztérium
        hivatal társaság és vagy nem van volt lesz hogy mint is ez az egy minden több kevesebb
        később között előtt után alatt fölött felett mellett ezért mert ha amikor aki ami amely
        melyek ők ön önök új régi jó nagy kicsi első második harmadik következő előző hiba jelszó
        felhasználó mentés megnyitás bezárás törlés hozzáadás módosítás választás megerősítés
        mégse érvénytelen elérhető szükséges lehetőség működés működik szöveg könyv könyvtár
        körzet fő főváros főutca belső külső felső alsó középső hűtő fűtés gyűjtő sűrű nyű tűz fűz
        víz vízmű kút Győr Pécs Székesfehérvár Nyíregyháza Kecskemét Szeged Debrecen Miskolc
        Szombathely Szolnok Érd Kaposvár Békéscsaba Zalaegerszeg Hódmezővásárhely Dunaújváros
        Nagykőrös Kőszeg Gödöllő Gyöngyös Hajdúböszörmény Kiskunfélegyháza Őriszentpéter Nagy
        Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász
        Lakatos Mészáros Oláh Simon Rácz Fekete Szilágyi Török Fehér Gál Kis Szűcs Kocsis Fodor
        Pintér Szalai Sipos Magyar Lukács Gulyás Bíró Király László István József János Zoltán
        Sándor Gábor Ferenc Attila Péter Tamás Erzsébet Ilona Katalin Éva Mária Ágnes Ildikó
        Zsófia Örs Ödön Őze Ákos Üllő
        """

    static let romanian = """
        nume prenume data naşterii adresă stradă localitate judeţ comună număr cod poştal şcoală
        elev profesor materie notă limba română limba engleză istorie geografie chimie biologie
        fizică muzică educaţie fizică an lună zi săptămână ianuarie februarie martie aprilie mai
        iunie iulie august septembrie octombrie noiembrie decembrie marţi miercuri vineri sâmbătă
        duminică total populaţie suprafaţă înălţime lungime lăţime valoare cantitate denumire tip
        stare valabil sumă preţ lei minister primărie societate şi sau nu este sunt era fost fi că
        care cu pe la în din pentru până între înainte după mai mult puţin când dacă deci deoarece
        fiecare toate toţi această acesta aceştia română românesc româniei între început
        învăţământ învăţător înscris întreprindere încă înapoi înregistrare ţară ţări ţărani viaţă
        piaţă faţă preţuri autorităţi funcţii condiţii informaţii relaţii secţii staţii instituţii
        locuinţă ştiinţă fiinţă cât atât gând când pământ mână lână câmp sfânt târg hârtie pâine
        câine râu vânt mâncare Bucureşti Cluj Timişoara Iaşi Constanţa Craiova Braşov Galaţi
        Ploieşti Brăila Bacău Râmnicu Vâlcea Târgu Mureş Botoşani Bistriţa Reşiţa Drobeta Slobozia
        Călăraşi Găeşti Mehedinţi Dâmboviţa Ialomiţa Sălaj Şerban Ştefan Ioniţă Ţepeş Ungureanu
        Dănilă Bălan Răducanu Crăciun Păun Năstase Mocanu Stănescu Văcaru eroare parolă utilizator
        salvează deschide închide şterge adaugă modifică alege
        """

    static let southSlavic = """
        ime prezime datum rođenja adresa ulica mjesto općina županija broj škola učenik učenici
        učitelj predmet ocjena hrvatski jezik engleski povijest zemljopis kemija fizika glazbena
        kultura tjelesna godina mjesec dan tjedan siječanj veljača ožujak travanj svibanj lipanj
        srpanj kolovoz rujan listopad studeni prosinac ponedjeljak četvrtak ukupno stanovništvo
        površina vrijednost količina naziv vrsta važi iznos cijena društvo tvrtka može možete
        također između više manje kasnije ako jer zašto što šta će neće bit će greška lozinka
        korisnik pohrani otvori zatvori obriši dodaj odaberi unesite potvrdi poništi nevažeći
        dostupan Đakovo Čakovec Šibenik Požega Varaždin Križevci Međimurje Zadar Osijek Đurđevac
        Sisak Županja Vukovar Ivanić Horvat Kovačević Babić Marić Jurić Novak Kovačić Knežević
        Vuković Marković Petrović Matić Tomić Pavlović Božić Blažević Grgić Pavić Radić Perić
        Filipović Šarić Lovrić Vidović Perković Popović Bošnjak Jukić Barišić Đorđe Željko Šime
        Živko Ćiro Snježana Željka Dražen ime priimek datum rojstva naslov občina številka šola
        učenec učitelj slovenski jezik zgodovina leto mesec teden junij julij november sreda
        četrtek nedelja skupaj prebivalci površina višina dolžina vrednost količina družba več
        manj če že še kaj kdaj zakaj vsaka ključ geslo uporabnik shrani odpri zapri izbriši dodaj
        spremeni izberite vnesite potrdi prekliči neveljaven Škofja Loka Črnomelj Žalec Šentjur
        Tržič Krško Brežice Novo mesto Kočevje Ajdovščina Žan Boštjan Matjaž Tjaša Špela Žiga Jože
        Zupančič Kovač Krajnc Potočnik Mlakar Kos Golob Božič Turk Bizjak Hribar Žnidaršič
        """
}
