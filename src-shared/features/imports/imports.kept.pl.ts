/** Why a record stays when its import is undone; the rest stands in `imports.pl.ts`. */
export const importsKeptPl = {
  annexes: 'zmieniono je aneksem albo rozwiązano',
  hours: 'wpisano do niego godziny',
  edited: 'zmieniono go po wczytaniu',
  merged: 'scalono go z innym wpisem',
  gone: 'usunięto go wcześniej',
  agreements: 'należy do niego porozumienie',
  documents: 'wydano z niego dokument',
  notes: 'są przy nim notatki',
  attachments: 'są przy nim załączniki',
  volunteers: 'odwołuje się do niego wolontariusz',
  units: 'należy do niego inna jednostka',
  staff: 'odwołuje się do niego pracownik',
  accounts: 'odwołuje się do niego konto użytkownika',
}
