export const historyPl = {
  empty: 'Ten wpis nie ma jeszcze historii',
  system: 'program',
  change: '{{field}}: {{before}} → {{after}}',
}
