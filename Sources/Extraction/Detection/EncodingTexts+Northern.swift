/// Words from which the models of the languages of Northern Europe learn.
///
/// They were put together for this purpose, rich in letters that code pages tell apart.
extension EncodingTexts {
    static let swedish = """
        förnamn efternamn födelsedatum personnummer adress ort län kommun område år månad dag
        vecka skola elev elever lärare ämne betyg svenska engelska språk historia språket gatan
        vägen höjd längd bredd storlek från till på för är också även över under efter före mellan
        när där här så många några större mindre högre lägre öppen stängd öppna stäng sök ändra
        lägg ta bort spara välj ange lösenord användare fel okänd giltig ogiltig tillgänglig
        gällande beställning försäljning åtgärd åtgärder förändring händelse ärende ärenden tjänst
        tjänster företag företaget näringsliv miljö sjö sjön älv ån ö öar småländska Göteborg
        Malmö Västerås Örebro Linköping Norrköping Jönköping Umeå Luleå Gävle Borås Södertälje
        Växjö Skövde Östersund Trollhättan Kungälv Åre Älvsjö Åkersberga Ängelholm Hässleholm
        Höganäs Mölndal Göran Björn Åke Åsa Östen Örjan Märta Kjerstin Söderberg Åberg Åström
        Sjögren Lindström Bergström Nyström Löfgren Öberg Östlund Hägg Hägglund Sjöberg Sjöström
        Lönn Nordström Håkansson Jönsson Göransson Mårtensson Pålsson Åkesson och att det som en
        ett av den med inte
        """

    static let finnish = """
        etunimi sukunimi syntymäaika henkilötunnus osoite postinumero kunta lääni alue päivä
        päivämäärä vuosi kuukausi viikko koulu oppilas opettaja määrä yhteensä nimi tyyppi
        käyttäjä käyttö käytössä käytetään pitää tämä tästä täällä mitä miten missä myös yli ennen
        jälkeen välillä enemmän vähemmän hyvä pieni järvi mäki väylä tie katu kylä kaupunki kesä
        sää lämpötila väestö väki työ työpaikka työttömyys yrittäjä yhteystiedot sähkö sähköposti
        pöytä höyry hyväksy peruuta lisää päivitä sää Jyväskylä Hämeenlinna Mikkeli Seinäjoki
        Järvenpää Kemijärvi Pietarsaari Hyvinkää Nokia Ylöjärvi Kirkkonummi Sääksjärvi Mäntsälä
        Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Järvinen Lehtonen Pitkänen
        Hänninen Väisänen Räsänen Määttä Mäntylä Pöyhönen Törmä Hölttä Seppälä Väinö Päivi Räty
        Jäppinen Åbo Åland ei on ja oli että se ovat
        """

    static let danishNorwegian = """
        fornavn efternavn fødselsdato adresse kommune område år måned dag uge skole elev lærer fag
        karakter dansk engelsk sprog gade vej højde længde bredde størrelse fra til på for er også
        over under efter før mellem når hvor så må små få større mindre højere lavere åben lukket
        søg ændre tilføj fjern gem vælg angiv adgangskode bruger fejl ukendt gyldig ugyldig
        tilgængelig nødvendig bestilling ændring hændelse ærinde tjeneste virksomhed miljø sø søer
        øer København Århus Ålborg Næstved Køge Helsingør Hillerød Rødovre Brøndby Sønderborg
        Tønder Åbenrå Hjørring Frederikssund Sjælland Fyn Lolland Møn Bornholm Østergård Sørensen
        Jørgensen Kjær Nørgaard Møller Søndergaard Bjørn Søren Jørgen Åse Bjørg Lærke Øystein
        Tromsø Bodø Ålesund Stavanger Sandnes Kristiansund Gjøvik Lillehammer Hønefoss Askøy
        Færder Værøy Træna Bærum Østfold Sør-Trøndelag Nord-Trøndelag Møre og Romsdal fylke
        fødested språk måte språket både nå gå få å være være sånn løsning kjøp ikke det en et af
        den med som har at
        """

    static let icelandic = """
        nafn fornafn eftirnafn fæðingardagur heimilisfang sveitarfélag svæði ár mánuður dagur vika
        skóli nemandi kennari íslenska enska þýska saga náttúrufræði gata vegur hæð lengd stærð
        frá til á fyrir er og eða það þetta þessi hann hún þeir þær þau verður við með úr í að
        ekki það sem eru var hefur höfuðborgarsvæðið Reykjavík Kópavogur Hafnarfjörður Akureyri
        Garðabær Mosfellsbær Selfoss Ísafjörður Húsavík Vestmannaeyjar Egilsstaðir Sauðárkrókur
        Jón Guðmundur Sigurður Gunnar Ólafur Einar Kristján Magnús Stefán Þórður Þóra Guðrún
        Sigríður Kristín Margrét Ásta Ágúst Óskar Úlfur Ýmir Ævar Örn Björn Þorsteinn Jónsson
        Sigurðsson Guðmundsdóttir Ólafsdóttir Þórarinsson
        """
}
