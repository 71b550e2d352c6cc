import { type Day, formatDay } from '../../kit/dates.ts'
import { formatAvailability } from '../volunteers/volunteers.availability.rules.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'
import { birthDayOf, needsGuardianOn } from '../volunteers/volunteers.rules.ts'
import { type DocumentSource, defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

type Row = [name: string, value: string]

/**
 * Karta zgłoszenia wolontariusza: before the agreement (GDPR art. 6(1)(b)); filled with what the record says, the rest by
 * hand. A foreigner without a PESEL is told by another document; a group that an organisation sends has its list behind it.
 */
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
    worksWithMinors: { type: 'choice', values: ['unknown', 'yes', 'no'], texts: 'yesNo' },
    group: { type: 'people' },
  },
  propose: () => ({}),
  problems: ({ volunteer }) =>
    volunteer?.anonymisedOn ? [{ key: 'documents.problems.anonymised', level: 'stop' }] : [],
  content: (source, { worksWithMinors }) => {
    const { volunteer, issuedOn, people } = source
    const needsGuardian = isGuardianAsked(volunteer, issuedOn)
    const guardians = volunteer?.guardians ?? []
    return {
      title: 'Karta zgłoszenia wolontariusza',
      subtitle: volunteer ? `numer w rejestrze: ${volunteer.registerNumber}` : '',
      body: {
        person: personRows(volunteer),
        engagements: [
          ['wolontariat', volunteer?.engagement === 'volunteering'],
          ['praktyka', volunteer?.engagement === 'internship'],
        ],
        categories: [
          ['uczeń/uczennica', volunteer?.category === 'pupil'],
          ['student(ka)', volunteer?.category === 'student'],
          ['osoba dorosła', volunteer?.category === 'adult'],
          ['senior(ka)', volunteer?.category === 'senior'],
          ['praktykant(ka)', volunteer?.category === 'trainee'],
        ],
        offer: offerRows(volunteer),
        minors: [
          ['tak', worksWithMinors === 'yes'],
          ['nie', worksWithMinors === 'no'],
        ],
        guardians: needsGuardian ? (guardians.length > 0 ? guardians : [null]).map(guardianRows) : null,
        notice: source.clause('applicationCard.notice'),
        consents: consentsOf(source),
        group: people.map((person) => ({
          name: fullNameOf(person),
          born: formatBorn(person),
          phone: person.phone,
        })),
        organisation: volunteer?.institutionKind === 'organisation' ? volunteer.institution : '',
      },
      isNoticeLeftOut: true,
      signatures: [
        { role: 'data i podpis osoby zgłaszającej się', name: volunteer ? fullNameOf(volunteer) : '' },
        ...(volunteer && needsGuardianOn(volunteer, issuedOn)
          ? [{ role: 'data i podpis przedstawiciela ustawowego', name: guardians[0]?.name ?? '' }]
          : []),
      ],
      ...(people.length > 0 ? { attachments: ['lista osób zgłaszających się w grupie'] } : {}),
    }
  },
})

/** Without a birth date nobody knows yet whether somebody has to act for the person, so the card asks. */
function isGuardianAsked(volunteer: Volunteer | null, day: Day): boolean {
  return !volunteer || !birthDayOf(volunteer) || needsGuardianOn(volunteer, day)
}

function formatBorn(volunteer: Volunteer | null): string {
  const born = volunteer && birthDayOf(volunteer)
  return born ? formatDay(born) : ''
}

const identityDocuments: Record<Volunteer['identityDocumentKind'], string> = {
  '': '',
  passport: 'paszport',
  identityCard: 'dowód tożsamości innego państwa',
  residenceCard: 'karta pobytu',
  other: 'inny dokument',
}

function personRows(volunteer: Volunteer | null): Row[] {
  const identity = volunteer?.identityDocument
    ? `${identityDocuments[volunteer.identityDocumentKind]} nr ${volunteer.identityDocument}`
    : ''
  const mail = volunteer
    ? addressOf({ street: volunteer.mailStreet, postCode: volunteer.mailPostCode, town: volunteer.mailTown })
    : ''
  return [
    ['Imię (imiona) i nazwisko', volunteer ? fullNameOf(volunteer) : ''],
    ['Data urodzenia', formatBorn(volunteer)],
    // Only of somebody without a PESEL.
    ...(identity ? [['Dokument tożsamości', identity] satisfies Row] : []),
    ['Adres zamieszkania', volunteer ? addressOf(volunteer) : ''],
    ...(mail ? [['Adres do korespondencji', mail] satisfies Row] : []),
    ['Telefon', volunteer?.phone ?? ''],
    ['E-mail', volunteer?.email ?? ''],
  ]
}

const institutionNames: Record<Volunteer['institutionKind'], string> = {
  '': 'Szkoła, uczelnia, pracodawca lub organizacja',
  school: 'Szkoła',
  university: 'Uczelnia',
  employer: 'Pracodawca',
  organisation: 'Organizacja',
}

const languageLevels: Record<Volunteer['languages'][number]['level'], string> = {
  '': '',
  a1: 'A1',
  a2: 'A2',
  b1: 'B1',
  b2: 'B2',
  c1: 'C1',
  c2: 'C2',
  native: 'język ojczysty',
}

const signSystems: Record<Volunteer['signLanguages'][number]['system'], string> = {
  pjm: 'polski język migowy (PJM)',
  sjm: 'system językowo-migowy (SJM)',
  skogn: 'sposób komunikowania się osób głuchoniewidomych (SKOGN)',
}

const signLevels: Record<Volunteer['signLanguages'][number]['level'], string> = {
  '': '',
  basic: 'podstawowy',
  communicative: 'komunikatywny',
  fluent: 'biegły',
  native: 'pierwszy język',
  interpreter: 'tłumacz',
}

function offerRows(volunteer: Volunteer | null): Row[] {
  const withLevel = (name: string, level: string) => [name, level].filter(Boolean).join(' – ')
  const { languages = [], signLanguages = [] } = volunteer ?? {}
  return [
    [institutionNames[volunteer?.institutionKind ?? ''], volunteer?.institution ?? ''],
    ['Umiejętności i doświadczenie', volunteer?.skills.join('; ') ?? ''],
    ['Języki', languages.map(({ name, level }) => withLevel(name, languageLevels[level])).join('; ')],
    [
      'Język migowy i inne sposoby komunikowania się',
      signLanguages.map(({ system, level }) => withLevel(signSystems[system], signLevels[level])).join('; '),
    ],
    ['Proponowane działania', volunteer?.activityWishes.join('; ') ?? ''],
    ['Proponowane miejsca', volunteer?.preferredUnits.map(({ text }) => text).join('; ') ?? ''],
    ['Dni i godziny', formatAvailability(volunteer?.availability ?? [])],
    ['Skąd wiadomość o wolontariacie', volunteer?.source ?? ''],
  ]
}

const relations: Record<Volunteer['guardians'][number]['relation'], string> = {
  '': '',
  parent: 'rodzic',
  legalGuardian: 'opiekun prawny',
  fosterParent: 'rodzic zastępczy',
  curator: 'kurator',
  other: 'inna osoba uprawniona',
}

function guardianRows(guardian: Volunteer['guardians'][number] | null): Row[] {
  return [
    ['Imię i nazwisko', guardian?.name ?? ''],
    ['Kim jest dla osoby zgłaszającej się', guardian ? relations[guardian.relation] : ''],
    ['Telefon', guardian?.phone ?? ''],
    ...(guardian?.address ? [['Adres', guardian.address] satisfies Row] : []),
  ]
}

/** Each consent by itself; what the record has of it on the day is ticked, the rest is left to the person. */
function consentsOf({ volunteer, issuedOn, clause }: DocumentSource) {
  const isGiven = (about: Volunteer['consents'][number]['about']) =>
    volunteer?.consents.some(
      (consent) =>
        consent.about === about &&
        consent.givenOn <= issuedOn &&
        (consent.withdrawnOn === null || consent.withdrawnOn > issuedOn),
    ) ?? false
  return [
    { text: clause('applicationCard.photoConsent'), isGiven: isGiven('photo') },
    { text: clause('applicationCard.newsletterConsent'), isGiven: isGiven('contact') },
  ]
}

function addressOf({ street, postCode, town }: { street: string; postCode: string; town: string }): string {
  return [street, [postCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
