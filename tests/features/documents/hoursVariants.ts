/** Hours of an agreement in a variant. */
export interface VariantHours {
  servedOn: string
  minutes: number
  fromMinute?: number
  toMinute?: number
  place?: string
  task?: string
}

const served: VariantHours[] = [
  { servedOn: '2026-05-05', minutes: 150, fromMinute: 960, toMinute: 1110, place: 'Świetlica „Promyk”' },
  { servedOn: '2026-05-07', minutes: 120, task: 'opieka nad dziećmi podczas wycieczki' },
  {
    servedOn: '2026-05-12',
    minutes: 135,
    fromMinute: 960,
    toMinute: 1095,
    task: 'Pomoc dzieciom w odrabianiu lekcji',
  },
  { servedOn: '2026-06-02', minutes: 60 },
]

/** Documents that take hours from the log. */
export const hoursVariants = {
  'certificate-of-log': { kind: 'certificate', hours: served, confirmed: ['2026-05'] },
  'hours-card': {
    kind: 'hoursCard',
    of: 'agreement',
    hours: served,
    confirmed: ['2026-05'],
    fields: { input: { month: '2026-05' } },
  },
  'hours-card-empty': {
    kind: 'hoursCard',
    of: 'agreement',
    fields: { input: { month: '2026-10', isBlank: true } },
  },
} as const
