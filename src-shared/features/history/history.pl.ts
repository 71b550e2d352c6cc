export const historyPl = {
  title: 'Historia',
  empty: 'Ten wpis nie ma jeszcze historii',
  system: 'program',
  change: '{{field}}: {{before}} → {{after}}',
  showChanges_one: '{{count}} zmiana',
  showChanges_few: '{{count}} zmiany',
  showChanges_many: '{{count}} zmian',
  showChanges_other: '{{count}} zmiany',
}
