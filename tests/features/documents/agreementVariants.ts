import type { z } from 'zod'
import type { agreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { centreFields } from '#shared/features/settings/settings.contract.ts'
import type { signatoryFields } from '#shared/features/signatories/signatories.contract.ts'
import type { unitFields } from '#shared/features/units/units.contract.ts'
import type { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { aVolunteer, centre, guardian, shortTerm } from '#tests/support/builders.ts'

/** One agreement whose document is held by a golden text: everything that it is made of. */
export interface AgreementVariant {
  template: 'agreement-long' | 'agreement-short' | 'agreement-minor'
  centre?: Partial<z.input<typeof centreFields>>
  volunteer: z.input<typeof volunteerFields>
  unit?: Partial<z.input<typeof unitFields>>
  signatory?: Partial<z.input<typeof signatoryFields>>
  agreement: Partial<z.input<typeof agreementFields>>
}

/** The unit and the signatory of every variant, unless it has its own. */
export const unit = { name: 'Świetlica Socjoterapeutyczna nr 4', address: 'ul. Głęboka 11' }
export const signatory = { fullName: 'Maria Dyrektorska', position: 'Dyrektor' }

const man = aVolunteer({
  surname: 'Żółć',
  firstNames: 'Grzegorz Zdzisław',
  formOfAddress: 'pan',
  birthOn: '1978-02-14',
  pesel: '78021416977',
  street: 'ul. Ćwiczebna 47',
  postCode: '21-736',
  town: 'Łęczna',
})
const pupil = aVolunteer({
  surname: 'Świątek',
  firstNames: 'Zofia',
  formOfAddress: 'pani',
  birthOn: '2010-07-01',
  pesel: '',
  category: 'pupil',
})
const child = aVolunteer({
  surname: 'Świątek',
  firstNames: 'Jan',
  formOfAddress: 'pan',
  birthOn: '2015-07-01',
  pesel: '',
  category: 'pupil',
})

/** A text of almost this length, as a clerk might type it. */
function words(length: number, phrase: string): string {
  const text = phrase.repeat(Math.ceil(length / phrase.length)).slice(0, length)
  return text.slice(0, text.lastIndexOf(' ')).replace(/[ ,]+(?:[a-z],?)?$/, '')
}

const longTask =
  'pomoc osobom starszym i z niepełnosprawnościami w załatwianiu spraw w urzędach, a także w przychodniach, i towarzyszenie im w drodze, '

/** The variants by the name of their golden text. */
export const agreementVariants: Record<string, AgreementVariant> = {
  'long-woman-costs-reimbursed': {
    template: 'agreement-long',
    volunteer: aVolunteer(),
    agreement: { concludedIn: 'Wrocław', coordinator: 'Teresa Koordynator' },
  },
  'long-man-open-end-waived': {
    template: 'agreement-long',
    volunteer: man,
    signatory: {
      fullName: 'Paweł Zastępca',
      position: 'Zastępca Dyrektora',
      isHead: false,
      authorisations: [{ number: '12/2026', givenOn: '2026-01-05' }],
    },
    agreement: {
      endsOn: null,
      travelCosts: 'waived',
      worksWithMinors: true,
      nnwInsurer: 'PZU SA',
      nnwPolicy: 'NNW/930398/2026',
      nnwProvider: 'centre',
      weeklyMinutes: 60,
      schedule: '',
      noticeDays: 7,
    },
  },
  'long-either-partly-waived': {
    template: 'agreement-long',
    volunteer: aVolunteer({ formOfAddress: 'unknown', pesel: '', email: '', phone: '' }),
    agreement: {
      travelCosts: 'partlyWaived',
      waiverScope: 'diety i koszty przejazdów na terenie miasta',
      weeklyMinutes: null,
      schedule: 'soboty, 10.00–14.00',
      noticeDays: 0,
    },
  },
  'short-woman-costs-reimbursed': {
    template: 'agreement-short',
    volunteer: aVolunteer(),
    agreement: shortTerm,
  },
  'short-man-one-day-waived': {
    template: 'agreement-short',
    volunteer: man,
    agreement: {
      ...shortTerm,
      concludedOn: '2026-12-05',
      startsOn: '2026-12-06',
      endsOn: '2026-12-06',
      nnwProvider: 'other',
      tasks: ['rozdawanie paczek podczas imprezy „Mikołajki na Nadodrzu”'],
      weeklyMinutes: 45,
      schedule: '',
      travelCosts: 'waived',
    },
  },
  'minor-with-consent': {
    template: 'agreement-minor',
    volunteer: pupil,
    agreement: { ...guardian, guardianName: 'Hanna Świątek' },
  },
  'minor-with-consent-short-waived': {
    template: 'agreement-minor',
    volunteer: pupil,
    agreement: {
      ...shortTerm,
      guardianName: 'Marek Opiekun',
      guardianRelation: 'fosterParent',
      guardianPhone: '601 234 567',
      travelCosts: 'waived',
    },
  },
  'minor-by-guardian': {
    template: 'agreement-minor',
    volunteer: child,
    agreement: { ...guardian, guardianName: 'Hanna Świątek', guardianRelation: 'legalGuardian' },
  },
  'minor-by-guardian-waived': {
    template: 'agreement-minor',
    volunteer: child,
    agreement: { ...guardian, guardianPhone: '', travelCosts: 'waived' },
  },
  'everything-long': {
    template: 'agreement-minor',
    centre: { name: words(200, 'Miejskie Centrum Usług Społecznych i Pomocy Rodzinie imienia Świętego ') },
    volunteer: {
      ...pupil,
      surname: 'Brzęczyszczykiewicz-Konstantynopolitańczykowska',
      firstNames: 'Maksymiliana Wilhelmina Bogumiła Konstancja Stanisława Kazimiera',
      street: words(120, 'ulica Bohaterów Monte Cassino i Obrońców Poczty Gdańskiej '),
      town: words(80, 'Nowa Wieś Królewska nad Odrą Dolną '),
    },
    unit: {
      name: words(120, 'Świetlica Socjoterapeutyczna i Klub Młodzieżowy '),
      address: words(120, 'ulica Księcia Józefa Poniatowskiego i Hetmana '),
    },
    signatory: {
      fullName: 'Aleksandra Wiktoria Szczęśniewska-Wróblewska-Dąbrowska',
      position: words(120, 'Zastępca Dyrektora do spraw Wolontariatu i Współpracy '),
      isHead: false,
      authorisations: [
        { number: words(200, 'upoważnienie nr 12/2026 z 5 stycznia 2026 r. w sprawie zawierania umów ') },
      ],
    },
    agreement: {
      tasks: Array.from({ length: 20 }, (_, index) => words(index % 3 === 0 ? 400 : 150, longTask)),
      schedule: words(200, 'wtorki i czwartki, 15.00–17.00, a w wakacje także w soboty, '),
      travelCosts: 'partlyWaived',
      waiverScope: words(300, 'diety i koszty przejazdów na terenie miasta oraz w gminach sąsiednich, '),
      nnwInsurer: words(120, 'Towarzystwo Ubezpieczeń Wzajemnych i Reasekuracji '),
      nnwPolicy: words(80, 'NNW/930398/2026, '),
      nnwProvider: 'centre',
      coordinator: words(120, 'Teresa Koordynator, kierownik działu '),
      worksWithMinors: true,
      ...guardian,
      guardianName: 'Maksymiliana Wilhelmina Brzęczyszczykiewicz-Konstantynopolitańczykowska',
      noticeDays: 90,
    },
  },
  'many-tasks': {
    template: 'agreement-long',
    volunteer: aVolunteer(),
    agreement: { tasks: Array.from({ length: 20 }, (_, index) => words(80 + 7 * index, longTask)) },
  },
  'least-that-may-be-signed': {
    template: 'agreement-long',
    centre: { phone: '', email: '', nip: '', regon: '' },
    volunteer: aVolunteer({
      formOfAddress: 'unknown',
      birthOn: null,
      street: '',
      postCode: '',
      town: '',
      phone: '',
    }),
    unit: { address: '' },
    agreement: {
      tasks: ['prowadzenie zajęć'],
      weeklyMinutes: 120,
      schedule: '',
      concludedIn: centre.town,
    },
  },
}
