import { agreementLifeVariants } from './agreementLifeVariants.ts'
import { costVariants } from './costVariants.ts'
import { type DocumentVariant, minor } from './documentVariant.ts'
import { hoursVariants } from './hoursVariants.ts'

const event = {
  event: 'Wielka zbiórka żywności',
  eventOn: '2026-12-05',
  eventHours: 'od 9.00 do 17.00',
  place: 'Hala Targowa, ul. Piaskowa 17',
  tasks: ['zbieranie i sortowanie żywności', 'pomoc przy stoisku'],
  insurer: 'Ubezpieczyciel Przykładowy SA',
  policy: 'NNW/7/2026',
  provider: 'centre',
  coordinator: 'Ewa Świerczyńska, tel. 71 782 23 00',
}

const assessment = `Wolontariuszka jest punktualna, życzliwa i samodzielna. Dzieci chętnie z nią pracują.

Polecamy ją każdej organizacji, która pracuje z dziećmi.`

/** Documents of every kind, with the cases that change their words. */
export const documentVariants: Record<string, DocumentVariant> = {
  'application-card': {
    kind: 'applicationCard',
    person: {
      volunteer: {
        institutionKind: 'university',
        institution: 'Uniwersytet Przykładowy',
        skills: ['gra na gitarze', 'prawo jazdy kategorii B'],
        languages: [{ name: 'angielski', level: 'b2' }, { name: 'ukraiński' }],
        signLanguages: [{ system: 'pjm', level: 'communicative' }],
        availability: [
          { weekday: 1, from: 960, to: 1080 },
          { weekday: 2, from: 960, to: 1080 },
          { weekday: 3, from: 960, to: 1080 },
          { weekday: 6, from: 540, to: 720 },
        ],
        activityWishes: ['pomoc w lekcjach', 'wyjścia z seniorami'],
        source: 'od znajomych',
        consents: [
          { about: 'contact', givenOn: '2026-11-02' },
          { about: 'photo', givenOn: '2026-10-01', withdrawnOn: '2026-11-20' },
        ],
      },
    },
    fields: { input: { worksWithMinors: 'yes' } },
  },
  'application-card-foreigner': {
    kind: 'applicationCard',
    person: {
      volunteer: {
        peselNote: 'obywatelka Ukrainy, bez numeru PESEL',
        identityDocumentKind: 'passport',
        identityDocument: 'FE123456',
        mailStreet: 'skr. poczt. 17',
        mailPostCode: '21-010',
        mailTown: 'Łęczna',
        category: 'trainee',
        engagement: 'volunteering',
      },
    },
  },
  'application-card-minor': { kind: 'applicationCard', person: minor },
  certificate: { kind: 'certificate', fields: { input: { minutes: 7230 } } },
  'certificate-english': {
    kind: 'certificate',
    fields: {
      input: { minutes: 7230, isInEnglish: true, tasksInEnglish: ['helping children with homework'] },
    },
  },
  'certificate-english-ongoing': {
    kind: 'certificate',
    person: { agreement: { endsOn: null } },
    fields: { input: { isInEnglish: true } },
  },
  'certificate-ongoing': {
    kind: 'certificate',
    person: { volunteer: { formOfAddress: 'unknown', firstNames: 'Alex' }, agreement: { endsOn: null } },
  },
  'certificate-school': {
    kind: 'certificate',
    person: { ...minor, volunteer: { ...minor.volunteer, formOfAddress: 'pan', firstNames: 'Jan' } },
    fields: { input: { minutes: 1800, isForSchool: true } },
  },
  ...hoursVariants,
  opinion: { kind: 'opinion', fields: { input: { assessment } } },
  introduction: {
    kind: 'introduction',
    of: 'agreement',
    person: { agreement: { endsOn: '2026-12-31' } },
    fields: {
      input: {
        familyCode: 'R/2026/017',
        meetingOn: '2026-11-20',
        socialWorker: 'Ewa Świerczyńska',
        participants: 'asystent rodziny',
        tasks: ['rozmowy i wspólne spacery'],
        schedule: 'wt. 16.00–18.00',
        monitoring: ['24.11.2026', '01.12.2026'],
      },
    },
  },
  'guardian-consent': {
    kind: 'guardianConsent',
    of: 'agreement',
    person: minor,
    fields: { input: { returnsAlone: 'no', secondParent: 'Paweł Łukasik' } },
  },
  'cost-waiver': { kind: 'costWaiver', of: 'agreement' },
  'cost-waiver-part': {
    kind: 'costWaiver',
    of: 'agreement',
    fields: { input: { extent: 'part', scope: 'diety w całości' } },
  },
  'safety-children': {
    kind: 'safetyInformation',
    fields: {
      input: { placement: 'children', trainer: 'Ewa Świerczyńska', equipment: 'rękawice jednorazowe' },
    },
  },
  'safety-home': { kind: 'safetyInformation', fields: { input: { placement: 'home' } } },
  'verification-card': { kind: 'verificationCard', checks: [] },
  'verification-card-checked': {
    kind: 'verificationCard',
    checks: [
      ['restrictedRegister'],
      ['commissionRegister', { result: 'listed' }],
      ['criminalRecord', { issuedOn: '2026-11-09' }],
      ['declaration', { citizenships: ['UA'], residences: ['DE', 'CZ'] }],
      ['foreignStatement', { state: 'UA', isNotIssued: true }],
      ['foreignRecord', { state: 'DE', doneOn: '2026-11-18' }],
      ['standards'],
    ],
  },
  'privacy-notice': { kind: 'privacyNotice', fields: { input: { officer: 'iod@example.org' } } },
  'privacy-notice-guardian': {
    kind: 'privacyNotice',
    person: minor,
    fields: { input: { audience: 'guardian' } },
  },
  'privacy-notice-employee': {
    kind: 'privacyNotice',
    of: 'nobody',
    fields: { input: { audience: 'employee', receiver: 'Ewa Świerczyńska', officer: 'iod@example.org' } },
  },
  'privacy-notice-supervisee': {
    kind: 'privacyNotice',
    of: 'nobody',
    fields: { input: { audience: 'supervisee', receiver: 'Jan Żółć', officer: 'iod@example.org' } },
  },
  'privacy-notice-interpreter': { kind: 'privacyNotice', of: 'nobody' },
  'data-authorisation': {
    kind: 'dataAuthorisation',
    fields: {
      input: {
        dataScope: [
          'dane uczestników zajęć świetlicy: imię i nazwisko, wiek, obecność',
          'dane kontaktowe rodziców i opiekunów',
        ],
      },
    },
  },
  'data-authorisation-outside': {
    kind: 'dataAuthorisation',
    of: 'nobody',
    fields: { input: { receiver: 'Jan Żółć', dataScope: ['dane osób korzystających z tłumacza'] } },
  },
  'event-list': { kind: 'eventList', of: 'list', fields: { input: event } },
  'event-list-insured-by-other': {
    kind: 'eventList',
    of: 'list',
    fields: { input: { ...event, provider: 'other', insurer: 'PZU', policy: 'SZK/12/2026' } },
  },
  'agreement-confirmation': { kind: 'agreementConfirmation', of: 'agreement', isListed: true },
  'event-list-minor': {
    kind: 'eventList',
    of: 'list',
    person: minor,
    fields: { input: { ...event, eventHours: '', coordinator: '' } },
  },
  ...agreementLifeVariants,
  placement: {
    kind: 'placement',
    of: 'agreement',
    fields: {
      input: { coordinatorPhone: '71 782 23 00', monitoring: ['po 2 dniach', 'co tydzień przez miesiąc'] },
    },
  },
  'placement-family': {
    kind: 'placement',
    of: 'agreement',
    fields: { input: { familyCode: 'R-12/2026', place: 'dom rodziny' } },
  },
  badge: { kind: 'badge', of: 'agreement' },
  ...costVariants,
  'letter-to-unit': {
    kind: 'letter',
    of: 'unit',
    fields: { input: { subject: 'wykaz wolontariuszy', text: 'Prosimy o wykaz wolontariuszy.' } },
  },
  letter: {
    kind: 'letter',
    fields: {
      input: {
        subject: 'podziękowanie za udział w zbiórce żywności',
        text: 'Dziękujemy za **dwadzieścia godzin** pracy podczas zbiórki.\n\nZebraliśmy:\n\n- 120 kg mąki\n- 80 l oleju\n\nZapraszamy na *spotkanie* 3 grudnia 2026 r. o godz. 16.00.',
        attachments: ['sprawozdanie ze zbiórki'],
        initials: 'A.A.',
      },
    },
  },
}
