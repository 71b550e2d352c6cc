import { formatDay } from '../../kit/dates.ts'
import { birthDayOf, isMinorOn } from '../volunteers/volunteers.rules.ts'
import { defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

/** Karta zgłoszenia wolontariusza: before the agreement (GDPR art. 6(1)(b)); filled with what is known, the rest by hand. */
export const applicationCard = defineKind({
  code: 'applicationCard',
  about: 'volunteers',
  forMany: [],
  template: 'application-card',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 1,
  basis: ['beforeContract'],
  guardDays: 0,
  fields: {
    school: { type: 'text' },
    skills: { type: 'longText' },
    languages: { type: 'text' },
    actions: { type: 'lines' },
    availability: { type: 'text' },
    source: { type: 'text' },
    worksWithMinors: { type: 'choice', values: ['unknown', 'yes', 'no'], texts: 'yesNo' },
  },
  propose: () => ({}),
  problems: () => [],
  content: ({ volunteer, issuedOn, clause }, input) => {
    const born = volunteer && birthDayOf(volunteer)
    return {
      title: 'Karta zgłoszenia wolontariusza',
      subtitle: volunteer ? `numer w rejestrze: ${volunteer.registerNumber}` : '',
      body: {
        person: [
          ['Imię (imiona) i nazwisko', volunteer ? fullNameOf(volunteer) : ''],
          ['Data urodzenia', born ? formatDay(born) : ''],
          ['Adres', volunteer ? addressOf(volunteer) : ''],
          ['Telefon', volunteer?.phone ?? ''],
          ['E-mail', volunteer?.email ?? ''],
        ],
        categories: [
          ['uczeń/uczennica', volunteer?.category === 'pupil'],
          ['student(ka)', volunteer?.category === 'student'],
          ['osoba dorosła', volunteer?.category === 'adult'],
          ['senior(ka)', volunteer?.category === 'senior'],
        ],
        offer: [
          ['Szkoła lub uczelnia', input.school],
          ['Umiejętności i doświadczenie', input.skills],
          ['Języki, w tym polski język migowy', input.languages],
          ['Proponowane działania i miejsca', input.actions.join('; ')],
          ['Dni i godziny', input.availability],
          ['Skąd wiadomość o wolontariacie', input.source],
        ],
        minors: [
          ['tak', input.worksWithMinors === 'yes'],
          ['nie', input.worksWithMinors === 'no'],
        ],
        guardian:
          !born || isMinorOn(born, issuedOn)
            ? [
                ['Imię i nazwisko przedstawiciela ustawowego', volunteer?.guardianName ?? ''],
                ['Telefon', volunteer?.guardianPhone ?? ''],
              ]
            : null,
        notice: clause('applicationCard.notice'),
        consents: [clause('applicationCard.photoConsent'), clause('applicationCard.newsletterConsent')],
      },
      isNoticeLeftOut: true,
      signatures: [
        { role: 'data i podpis osoby zgłaszającej się', name: volunteer ? fullNameOf(volunteer) : '' },
        ...(born && isMinorOn(born, issuedOn)
          ? [{ role: 'data i podpis przedstawiciela ustawowego', name: volunteer?.guardianName ?? '' }]
          : []),
      ],
    }
  },
})

function addressOf({ street, postCode, town }: { street: string; postCode: string; town: string }): string {
  return [street, [postCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
