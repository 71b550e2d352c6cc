export const settingsPl = {
  title: 'Ustawienia',
  centre: 'Ośrodek',
  centreHint: 'Te dane stoją w nagłówku dokumentów. Dokumenty wydane wcześniej zachowują dawne dane.',
  program: 'Program',
  texts: 'Teksty dokumentów',
  signatories: 'Osoby podpisujące',
  backups: 'Kopie zapasowe',
  fields: {
    name: 'Pełna nazwa ośrodka',
    street: 'Ulica i numer',
    postCode: 'Kod pocztowy',
    town: 'Miejscowość',
    phone: 'Telefon',
    email: 'E-mail',
    nip: 'NIP',
    regon: 'REGON',
    symbol: 'Symbol',
    idleMinutes: 'Blokada po bezczynności (w minutach)',
    binDays: 'Kosz: ile dni wpis można przywrócić',
    retentionYears: 'Dane wolontariuszy: pełne lata po zakończeniu współpracy',
    dataFolder: 'Folder danych',
  },
  symbolHint: 'Skrót używany w znaku sprawy, na przykład MOPS.',
  idleHint: 'Po tym czasie program poprosi o hasło. Nic, co wpisano, nie przepada.',
  binDaysHint:
    'Po tylu dniach od usunięcia administrator może opróżnić kosz (od 7 do 730). Zmiana dotyczy także tego, co już leży w koszu; sama niczego nie usuwa.',
  retentionYearsHint:
    'Tyle pełnych lat kalendarzowych, licząc od 1 stycznia po roku zakończenia, ośrodek przechowuje dane wolontariusza (1–50). Ustal je według wykazu akt i zapytaj inspektora ochrony danych. Samo ustawienie niczego nie usuwa.',
  dataFolderHint:
    'Tu są baza danych i kopie zapasowe. Trzymaj ten folder na dysku tego komputera, nie na dysku sieciowym.',
  errors: {
    symbol: 'Symbol ma od 1 do 12 wielkich liter lub cyfr, na przykład MOPS.',
    alreadySetUp: 'Ośrodek jest już założony. Odśwież okno i zaloguj się.',
    notSetUp: 'Najpierw załóż ośrodek.',
    notDemo: 'To nie są dane przykładowe.',
  },
  setUp: {
    welcome: 'Witaj w Ośrodku',
    intro:
      'Rejestry wolontariuszy i porozumień oraz dokumenty do wydruku. Wszystko zostaje na tym komputerze.',
    begin: 'Załóż ośrodek',
    beginHint: 'Dwa krótkie kroki: dane ośrodka i konto administratora.',
    demo: 'Otwórz dane przykładowe',
    demoHint: 'Fikcyjni wolontariusze i ich porozumienia. Przykład nie miesza się z danymi ośrodka.',
    stepCentre: 'Dane ośrodka',
    stepAccount: 'Konto administratora',
    stepAccountHint:
      'Pierwsze konto zarządza użytkownikami i ustawieniami. Kolejne konta można dodać później.',
    finish: 'Załóż ośrodek i zacznij pracę',
    repeatPassword: 'Powtórz hasło',
    passwordsDiffer: 'Hasła różnią się od siebie.',
  },
  refused: {
    title: 'Nie można otworzyć danych',
    untouched: 'Plik danych nie został zmieniony.',
    newer:
      'Plik danych zapisała nowsza wersja programu. Zainstaluj najnowszą wersję i uruchom program ponownie.',
    foreign:
      'Plik osrodek.db w folderze danych należy do innego programu. Wskaż inny folder danych albo przenieś ten plik.',
    broken:
      'Plik danych jest uszkodzony. Skopiuj w jego miejsce ostatnią kopię z folderu „backups” albo poproś o pomoc informatyka.',
    unwritable:
      'Program nie może zapisywać w folderze danych. Sprawdź uprawnienia do folderu i wolne miejsce na dysku.',
    migrationFailed:
      'Nie udało się przystosować pliku danych do tej wersji programu. Dane są takie jak przed uruchomieniem.',
    inUse: 'Dane są otwarte w innym oknie programu.',
  },
  actions: { setUp: 'założono ośrodek', changed: 'zmieniono ustawienia' },
}
