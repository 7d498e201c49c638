/**
 * Every Danish postcode with its town, written by scripts/postcodes.ts (ADR-3).
 *
 * Contains postal code data from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0; reduced and annotated.
 *
 * Towns in the order of their postcodes, each followed by its stretches of postcodes: how far the first lies from the last one before it,
 * `!` when they are no place to send a parcel to, and with `+` how many more come right after it.
 */
export const list =
  'Høje Taastrup800!København C100!Københavns Pakkecent17!Udland43!København C39!København K2!+25,24+24,18!+1,2!,3!,2+7,3+21,9!,7!+1' +
  ',2+12,2+11,25+16,1!,1+3,19!,10+7,2+2,2+5,2+1,29+4,2+23,21,2+19,29+3,3+24,2+9,7!,2+18,2+3København V27!+10Centraltastning3!' +
  'København V19!+1,17+14,3+10,15!,7!,1+24,6!,1+4,15+27,22+13,2+25,10+17,4+5,2,3!,5!+2,3!,9Frederiksberg C1+20,2+7,6!,15+7,3+8,2+9' +
  ',21+6,2+9,3+8,22+17,3+4Frederiksberg26København Ø100Nordhavn50København N50København S100København NV100København SV50Valby50' +
  'Glostrup100Brøndby5Rødovre5Albertslund10Vallensbæk5Taastrup5Ishøj5Hedehusene5Hvidovre10Brøndby Strand10Vallensbæk Strand5Greve5' +
  'Solrød Strand10Karlslunde10Brønshøj10Vanløse20Herlev10Skovlunde10Ballerup10Måløv10Smørum5Kastrup5Dragør21Kongens Lyngby9Gentofte20' +
  'Virum10Holte10Nærum10Søborg10Dyssegård10Bagsværd10Hellerup20Charlottenlund20Klampenborg10Skodsborg12Vedbæk8Rungsted Kyst10' +
  'Hørsholm10Kokkedal10Nivå10Helsingør10Humlebæk50Espergærde10Snekkersten10Tikøb10Hornbæk20Dronningmølle20Ålsgårde20Hellebæk10' +
  'Helsinge50Vejby10Tisvildeleje10Græsted10Gilleleje20Frederiksværk50Ølsted10Skævinge10Gørløse10Liseleje30Melby10Hundested20' +
  'Hillerød10Allerød50Birkerød10Fredensborg20Kvistgård10Værløse10Farum20Lynge20Slangerup10Frederikssund50Jægerspris30Ølstykke20' +
  'Stenløse10Veksø Sjælland10Rønne30Aakirkeby20Nexø10Svaneke10Østermarie11Gudhjem9Allinge10Klemensker12Hasle8Roskilde210Tune30' +
  'Jyllinge10Skibby10Kirke Såby10Kirke Hyllinge10Ringsted30Viby Sjælland30Borup10Herlufmagle20Glumsø11Fjenneslev2Jystrup Midtsj1Sorø6' +
  'Munke Bjergby10Slagelse10Korsør20Skælskør10Vemmelev11Boeslunde1Rude1Agersø1Omø1Fuglebjerg5Dalmose11Sandved1Høng8Gørlev11' +
  'Ruds Vedby10Dianalund2Stenlille2Nyrup1Holbæk4Orø5Lejre15Hvalsø10Tølløse10Ugerløse10Kirke Eskilstrup10Store Merløse10Vipperød20' +
  'Kalundborg10Regstrup20Mørkøv20Jyderup10Snertinge10Svebølle10Store Fuglede10Jerslev Sjælland10Nykøbing Sj10Svinninge20Gislinge12' +
  'Hørve2Fårevejle6Asnæs10Vig10Grevinge11Nørre Asmindrup1Højby1Rørvig8Sjællands Odde2Føllenslev8Sejerø1Eskebjerg1Køge7Gadstrup21' +
  'Havdrup1Lille Skensved1Bjæverskov9Faxe8Hårlev12Karise1Faxe Ladeplads1Store Heddinge6Strøby11Klippinge1Rødvig Stevns1Herfølge8' +
  'Tureby1Rønnede1Holmegaard1Haslev6Næstved10Præstø20Tappernøje13Mern2Karrebæksminde1Lundby14Vordingborg10Kalvehave11Langebæk1' +
  'Stensved1Stege7Borre11Askeby1Bogø By1Nykøbing F7Nørre Alslev40Stubbekøbing10Guldborg12Eskilstrup1Horbelev8Idestrup1Væggerløse1' +
  'Gedser1Nysted6Toreby L11Kettinge1Øster Ulslev2Errindlev1Nakskov5Harpelunde12Horslunde1Søllested7Maribo10Bandholm11Askø1Torrig L1' +
  'Fejø1Femø1Nørreballe6Stokkemarke1Vesterborg1Holeby7Rødby10Dannemare13Sakskøbing7Odense C10,100!Odense V100Odense NV10Odense SØ10' +
  'Odense M10Odense NØ10Odense SV10Odense S10Odense N10Marslev20Kerteminde10Agedrup20Munkebo10Rynkeby20Mesinge20Dalby10Martofte10' +
  'Bogense10Otterup50Morud12Harndrup1Brenderup Fyn1Asperup2Søndersø5Veflinge3Skamby11Blommenslyst6Vissenbjerg1Middelfart8Ullerslev40' +
  'Langeskov10Aarup10Nørre Aaby20Gelsted11Ejby1Faaborg8Lyø1Avernakø1Bjørnø1Assens7Glamsbjerg10Ebberup11Millinge11Broby30Haarby11' +
  'Tommerup7Svendborg10Ringe50Vester Skerninge12Stenstrup9Kværndrup1Årslev20Nyborg8Ørbæk53Gislev1Ryslinge2Ferritslev Fyn7Frørup8' +
  'Hesselager3Skårup Fyn7Vejstrup1Oure1Gudme1Gudbjerg Sydfyn8Rudkøbing8Humble32Bagenkop3Strynø8Tranekær10Marstal7Birkholm5Ærøskøbing5' +
  'Søby Ærø15Kolding15Egtved40Almind11Viuf1Jordrup12Christiansfeld6Bjert21Sønder Stenderup1Sjølund1Hejls1Haderslev6Aabenraa100Barsø10' +
  'Rødekro20Løgumkloster10Bredebro21Tønder9Højer10Gråsten20Broager10Egernsund10Padborg10Kruså10Tinglev20Bylderup-Bov12Bolderslev20' +
  'Sønderborg8Nordborg30Augustenborg10Sydals30Vojens30Gram10Toftlund10Agerskov14Branderup J1Bevtoft6Sommersted19Vamdrup20Vejen20' +
  'Gesten21Bække1Vorbasse1Rødding7Lunderskov10Brørup10Lintrup10Holsted10Hovborg12Føvling1Gørding7Esbjerg10,1!Esbjerg Ø4Esbjerg V5' +
  'Esbjerg N5Fanø5Tjæreborg11Bramming9Glejbjerg12Agerbæk1Ribe7Gredstedbro11Skærbæk9Rømø12Varde8Årre18Ansager5Nørre Nebel7Oksbøl10' +
  'Janderup Vestj11Billum1Vejers Strand1Henne1Outrup1Blåvand2Tistrup5Ølgod8Tarm10Hemmet13Skjern7Videbæk20Kibæk13Lem St7Ringkøbing10' +
  'Hvide Sande10Spjald11Ørnhøj2Tim7Ulfborg10Fredericia10,7!Børkop73Vejle20Vejle Øst20Juelsminde10Stouby10Barrit10Tørring10Uldum11' +
  'Vonge2Bredsten9Randbøl1Vandel1Billund6Grindsted10Hejnsvig50Sønder Omme10Stakroge10Sønder Felding10Jelling20Gadbjerg21Give2Brande7' +
  'Ejstrupholm31Hampen1Herning38Ikast30Bording11Engesvang1Sunds9Karup J19Vildbjerg10Aulum10Holstebro10Haderup40Sørvad10Hjerm10Vemb10' +
  'Struer30Lemvig20Bøvlingbjerg30Bækmarksbro10Harboøre13Thyborøn7Thisted20Hanstholm30Frøstrup11Vesløs1Snedsted10Bedsted Thy3' +
  'Hurup Thy5Vestervig10Thyholm20Skive10Vinderup30Højslev10Stoholm Jyll10Spøttrup10Roslev10Fur14Nykøbing M16Erslev50Karby10' +
  'Redsted M10Vils10Øster Assels10Aarhus C10,100!Aarhus N100Aarhus V10Brabrand10Åbyhøj10Risskov10Risskov Ø5!Egå5Viby J10Højbjerg10' +
  'Odder30Samsø5Tranbjerg J5Mårslet10Beder10Malling10Hundslund10Solbjerg5Hasselager6Hørning1Hadsten8Trige10Tilst1Hinnerup1Ebeltoft18' +
  'Rønde10Knebel10Balle24Hammel6Harlev J12Galten2Sabro7Sporup1Grenaa28Lystrup20Hjortshøj10Skødstrup11Hornslet2Mørke1Ryomgård6Kolind10' +
  'Trustrup10Nimtofte11Glesborg4Ørum Djurs1Anholt6Silkeborg8Kjellerup20Lemming12Sorring9Ans By2Them10Bryrup1Skanderborg6Låsby10Ry10' +
  'Horsens20Daugård21Hedensted1Løsning1Hovedgård9Brædstrup8Gedved11Østbirk1Flemming10Rask Mølle1Klovborg2Nørre Snede1Stenderup15' +
  'Hornsyld2Endelave6Tunø10Viborg1Tjele30Løgstrup1Skals1Rødkærsbro8Bjerringbro10Ulstrup10Langå10Thorsø11Fårvang1Gjern1Randers C17' +
  'Randers NV20Randers NØ10Randers SV10Ørsted10Randers SØ10Allingåbro1Auning2Havndal7Spentrup11Gjerlev J2Fårup7Aalborg10,100!' +
  'Aalborg SV100Aalborg SØ10Aalborg Øst10Svenstrup J10Nibe10Gistrup20Klarup10Storvorde10Kongerslev13Sæby7Vodskov10Hjallerup10' +
  'Dronninglund10Asaa10Dybvad12Gandrup10Hals8Vestbjerg10Sulsted1Tylstrup1Nørresundby18Vadum30Aabybro10Brovst20Løkken20Pandrup10' +
  'Blokhus2Saltum1Hobro7Arden10Skørping10Støvring10Suldrup11Mariager9Hadsund10Bælum14Terndrup1Aars25Nørager10Aalestrup10Gedsted11' +
  'Møldrup1Farsø8Løgstør30Ranum11Fjerritslev9Brønderslev10Jerslev J40Østervrå10Vrå10Hjørring40Tårs30Hirtshals20Sindal20Bindslev11' +
  'Frederikshavn19Læsø40Strandby30Jerup11Ålbæk1Skagen8';
