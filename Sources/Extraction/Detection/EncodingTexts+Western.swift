/// Words from which the models of the languages of Western and Northern Europe learn.
///
/// They were put together for this purpose, rich in letters that code pages tell apart.
extension EncodingTexts {
    static let german = """
        Name Vorname Nachname Geburtsdatum Straße Strasse Hausnummer Postleitzahl Ort Stadt
        Gemeinde Kreis Länge Größe Höhe Fläche Öffnungszeiten Öffentliche Gebäude Schüler
        Schülerin Schulen Grundschule Realschule Gymnasium Kindergärten Kindertagesstätten Behörde
        Träger Anschrift Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz
        Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger
        Hofmann Hartmann Lange Köhler König Jäger Böhm Günther Jürgen Jörg Björn Sören Käthe
        Bärbel Grün Groß Weiß Strauß Fuß München Köln Düsseldorf Nürnberg Münster Lübeck Würzburg
        Göttingen Saarbrücken Osnabrück Mönchengladbach Mülheim Fürth Tübingen Österreich Zürich
        Thüringen Württemberg Nordrhein Niedersachsen Bayern Sachsen Brandenburg Straße Süd Nord
        östlich westlich südlich über für durch während können müssen möchte würde wäre hätte
        möglich nächste später früher höher größer kürzer länger täglich jährlich monatlich
        natürlich ähnlich zusätzlich ausführlich Ausführung Änderung Übersicht Überschrift Übung
        Prüfung Erklärung Führung Verfügung Lösung Größen Gerät Geräte Verhältnis Tätigkeit
        Universität Qualität Kapazität Stück Zurück Rückgabe Brücke Küche Tür Bücher Länder Männer
        Häuser Bäume Wälder Städte Plätze Straßen Flüsse Anschluß Maß außen heißt weiß große
        schließen öffnen löschen hinzufügen ändern ungültig gültig Schlüssel Kürzel Menü Zähler
        Währung Erlös Gebühr Beträge Verträge Anträge Einträge und der die das ist nicht mit von
        den des ein eine
        """

    static let french = """
        nom prénom adresse téléphone département région commune numéro année mois journée février
        août décembre été catégorie libellé désignation quantité unité société propriété référence
        état établissement école collège lycée élève élèves enseignant français françaises
        française anglais mathématiques géographie éducation musée médiathèque théâtre hôpital
        hôtel mairie préfecture fédération université bibliothèque piscine forêt île Île-de-France
        Rhône Alpes Côte Azur Provence Bourgogne Franche-Comté Pyrénées Hérault Isère Loire
        Atlantique Finistère Morbihan Côtes d'Armor Vendée Ardèche Drôme Lozère Corrèze Corrèze
        Nièvre Saône Orléans Besançon Nîmes Béziers Mâcon Évreux Évry Créteil Saint-Étienne
        Angoulême Périgueux Châteauroux Compiègne Sète François Françoise Jérôme Gérard André
        Hélène Stéphane Stéphanie Frédéric Éric Émilie Élodie Léa Chloé Zoé Noël Joël Raphaël
        Michaël Gaël Maël René Renée Désirée Thérèse Geneviève Cécile Céline Irène Benoît Lefèvre
        Lefèbvre Bégué Guérin Lemaître Legrand Dupré Mercier Duprés Pénélope Loïc Anaïs Aïcha Saïd
        Haïti maïs naïf ambiguë cœur œuvre sœur bœuf à été être même très après près dès où là
        déjà voilà ça reçu leçon façon garçon aperçu façade français commerçant fenêtre tête fête
        bête forêt intérêt arrêt prêt août goût coût sûr mûr dû brûler flûte croûte tôt bientôt
        côté contrôle diplôme fantôme rôle pôle symptôme âge pâte tâche château gâteau bâtiment
        câble grâce théâtre maître connaître paraître naître dîner île boîte fraîche évènement
        événement espèce mètre litre pièce première dernière dernièrement derrière manière matière
        lumière rivière frontière carrière problème système modèle deuxième troisième quatrième
        sécurité santé activité qualité possibilité créé créée créer modifié supprimé sélectionné
        enregistré fermé ouvert terminé échec réussi erreur défaut dépôt réseau périphérique clé
        entrée sortée l'état d'été le la les des un une et est dans pour pas que qui sur avec
        """

    static let spanish = """
        nombre apellido apellidos dirección teléfono código año mes día número población provincia
        región país categoría descripción observaciones información administración educación
        sección situación estación dirección ubicación atención producción construcción
        comunicación organización relación versión sesión división misión técnico técnica público
        pública público médico médica física química matemáticas música política economía biología
        geografía tecnología energía categoría compañía policía autonomía mayoría María José Jesús
        Ángel Ramón Martín Andrés Tomás Nicolás Sebastián Julián Adrián Iván Germán Óscar Álvaro
        Íñigo Begoña Iñaki Núñez Muñoz Ibáñez Peña Ordóñez Castaño García Fernández González
        Rodríguez López Martínez Sánchez Pérez Gómez Jiménez Díaz Álvarez Hernández Gutiérrez
        Domínguez Vázquez Suárez Ramírez Méndez Márquez Giménez Cortés Mármol Águila España Málaga
        Córdoba Cádiz Jaén Almería Cáceres León Ávila Castellón Alcalá Móstoles Logroño La Coruña
        Gijón Avilés Mérida México Perú Panamá Bogotá Medellín Asunción Guaraní Yucatán Michoacán
        Querétaro Nuevo León San Luis Potosí Türkiye está están también además después según será
        estará había habían más menú aquí allí así ningún algún común último última únicamente
        único próximo página líneas línea índice título título capítulo módulo cálculo vehículo
        artículo período método teléfono crédito débito tráfico gráfico histórico básico básica
        básicos automático señal señor señora niño niña niños años pequeño pequeña mañana español
        española montaña compañero diseño tamaño sueño enseñanza averigüe pingüino bilingüe
        antigüedad vergüenza sí qué cuál cómo dónde cuándo quién por qué el la los las de del y en
        que un una con para se no es al
        """

    static let portuguese = """
        nome apelido morada código endereço telefone município município região população
        descrição observação informação educação situação estação direção atenção produção
        construção comunicação organização relação versão sessão divisão não são então mão mãe
        irmão irmã pão cão João São Conceição Assunção Sebastião Estevão Magalhães Guimarães
        Simões Camões Leão Falcão Brandão Aragão Paixão Gonçalves Gonçalo Lourenço Açores França
        Bragança Conceição Araújo Antônio António José Inácio Sérgio Mário Flávio Cláudio Cláudia
        Patrícia Letícia Júlia Lúcia Lívia Cecília Verônica Mônica Ângela Ângelo Esmênia Tânia
        Fátima Márcia Mércia Luís Luísa Inês Andréa Érica Álvaro Óscar Brasília Goiás Pará Paraná
        Ceará Piauí Maranhão Rondônia Amapá Espírito Santo Florianópolis Belém Vitória Maceió
        Niterói Ribeirão Uberlândia Goiânia Cuiabá Macapá Porto Évora Setúbal Santarém Guarda
        Bragança Viseu Coimbra ação ações razão coração condição função seção ligação opção padrão
        botão cartão milhão milhões órgão órgãos cidadão cidadãos alemão alemães pões põe lições
        situações informações você vocês português portuguesa inglês mês três vêem têm três
        crédito público pública técnico técnica médico música física química matemática história
        geografia ciências área áreas família início término período horário salário usuário
        usuários página páginas título número números último última próximo possível disponível
        inválido válido nível fácil difícil útil além também até já está estão é à às após através
        lá só pó avó avô pôr pôde câmara câmbio âmbito lâmpada distância importância diferença
        força preço praça serviço espaço começo cabeça segurança criança mudança licença endereços
        à de da do dos das e o a os as um uma com para que em no na
        """

    static let italian = """
        nome cognome indirizzo città età codice comune provincia regione attività quantità qualità
        proprietà società università nazionalità località velocità unità novità possibilità
        necessità sarà farà avrà potrà dovrà già più può però perché poiché finché affinché né sé
        è cioè caffè tè cosè lunedì martedì mercoledì giovedì venerdì sì così lì là qua lassù
        quaggiù giù gioventù virtù tribù Nicolò Niccolò Forlì Cantù Viggiù Mondovì Nardò Patti
        Agrò Salò Calabrò Macrì Aloè Dalmà d'Aosta L'Aquila Forlì-Cesena libertà verità metà
        volontà realtà identità capacità autorità modalità priorità difficoltà facoltà contabilità
        sanità viabilità scuola elementare istituto via piazza viale corso strada numero civico
        telefono sede descrizione data inizio fine totale importo della delle degli del nel nella
        per con che non una il lo la gli le di e in
        """

    static let catalan = """
        nom cognom adreça telèfon població província comarca municipi codi any mes dia número
        descripció informació administració educació secció situació estació direcció atenció
        producció comunicació organització relació versió sessió és són també però més després
        així aquí allà això què perquè només molt bé setè català català anglès francès història
        matemàtiques música física química geografia àrea època últim pròxim màxim mínim gràfic
        pàgina línia índex títol capítol període mètode crèdit públic pública tècnic mèdica
        política economia energia companyia policia autonomia alcaldia col·legi col·lecció
        instal·lació paral·lel il·lusió Barcelona Lleida Tarragona Girona Sabadell Mataró Reus Vic
        Manresa Igualada Martorell Sant Cugat Vallès Penedès Empordà Garraf Bages Osona Berguedà
        Ripollès Garrotxa Solsonès Urgell Segrià Priorat Montsià Alacant Castelló València Jordi
        Núria Òscar Àlex Joaquim Ramon Ignàsi Martí Català Güell Lluís Puigdemont Solà Vilà França
        qüestió següent llengües raïm país països veïns cuïna taüt ús úniques ambigüitat açò feliç
        """

    static let dutch = """
        naam voornaam achternaam geboortedatum adres straat postcode plaats gemeente provincie
        nummer school leerling leraar vak cijfer jaar maand dag week totaal bevolking oppervlakte
        hoogte lengte waarde hoeveelheid omschrijving soort geldig bedrag prijs ministerie bedrijf
        en of niet is was wordt dat die deze voor van tot bij over onder tussen meer minder later
        omdat elke alle geen één óf vóór reële ideeën financiën financiële categorieën coördinaten
        coördinatie coöperatie geïnstalleerd geïmporteerd beëindigen beïnvloeden efficiënt patiënt
        patiënten cliënt cliënten ingrediënten oriëntatie Azië België Italië Brazilië Australië
        Indonesië Californië zoölogie knieën zeeën ruïne egoïst naïef continuïteit vacuüm hygiëne
        skiën Koerdië Zoë Daniël Michaël Joël Raphaël André René Eén enquête crêpe scène carrière
        première ampère privé café logé coupé
        """

    static let english = """
        name first last date birth address street city county state postcode telephone school
        pupil teacher subject grade year month day week total population area height length value
        amount description type status valid price department office company and or not is are was
        were will that which this these those there with from into over under after before between
        more less later when because every all none new old good large small high low very today
        tomorrow yesterday now already still yes no error password user save open close delete add
        change select enter confirm cancel invalid available café cafés naïve résumé façade fiancé
        cliché entrée décor Zoë Chloë Brontë Renée José Beyoncé protégé São Paulo Côte d'Ivoire
        Réunion Curaçao jalapeño piñata El Niño Düsseldorf Zürich Québec Montréal it's children's
        school's don't we're
        """
}
