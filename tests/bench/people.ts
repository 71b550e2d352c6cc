import { pl } from '@faker-js/faker'
import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays, ageOn, type Day } from '#shared/kit/dates.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { fold } from '#shared/kit/polish.ts'

export const unitNames = [
  'Świetlica środowiskowa nr 1',
  'Świetlica środowiskowa nr 2',
  'Świetlica środowiskowa nr 3',
  'Dzienny Dom Pomocy „Jesień”',
  'Dom Pomocy Społecznej „Kalina”',
  'Środowiskowy Dom Samopomocy',
  'Klub Seniora „Złota Nić”',
  'Ośrodek Wsparcia dla Osób Bezdomnych',
  'Filia nr 1',
  'Filia nr 2',
  'Noclegownia miejska',
  'Jadłodajnia przy ul. Łęczyńskiej',
]

const taskPhrases = [
  'pomoc dzieciom w odrabianiu lekcji',
  'prowadzenie zajęć świetlicowych',
  'towarzyszenie osobom starszym w codziennych czynnościach',
  'robienie zakupów osobom niesamodzielnym',
  'czytanie książek podopiecznym',
  'pomoc w wydawaniu posiłków',
  'organizacja zbiórek żywności',
  'prowadzenie warsztatów plastycznych',
  'nauka obsługi komputera i telefonu',
  'opieka nad dziećmi podczas wycieczek',
  'pomoc w pracach porządkowych w ogrodzie',
  'tłumaczenie na język migowy',
]

/** Small, fast and always the same (mulberry32). */
let state = 20261122
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

function whole(from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

function shuffled(list: readonly string[]): string[] {
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** Names are not spread evenly: the first of the list are many times as frequent as the last. */
function pick(list: readonly string[], skew = 1): string {
  return list[Math.floor(random() ** skew * list.length)] ?? ''
}

const surnames = shuffled(pl.person?.last_name?.generic ?? [])
const womensNames = shuffled(pl.person?.first_name?.female ?? [])
const mensNames = shuffled(pl.person?.first_name?.male ?? [])
const towns = shuffled(pl.location?.city_name ?? [])

const digits = (value: number, length: number) => String(value).padStart(length, '0')
const usedPesels = new Set<string>()

function peselFor(birthOn: Day, isWoman: boolean): string {
  const [year = 0, month = 0, day = 0] = birthOn.split('-').map(Number)
  const head = digits(year % 100, 2) + digits(month + (year >= 2000 ? 20 : 0), 2) + digits(day, 2)
  for (;;) {
    const ten = head + digits(whole(0, 999), 3) + (whole(0, 4) * 2 + (isWoman ? 0 : 1))
    const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
    const sum = weights.reduce((total, weight, index) => total + weight * Number(ten[index]), 0)
    const pesel = ten + ((10 - (sum % 10)) % 10)
    if (usedPesels.has(pesel)) continue
    usedPesels.add(pesel)
    return pesel
  }
}

/** A volunteer as a clerk would have entered one in that year; the calls must come in the same order each time. */
export function makeVolunteer(index: number, year: number): VolunteerFields {
  const isWoman = random() < 0.65
  const surname = pick(surnames, 1.3).replace(/([sc]|dz)ki$/, isWoman ? '$1ka' : '$1ki')
  const firstNames = pick(isWoman ? womensNames : mensNames, 1.5)
  const birthOn = addDays(`${year - 80}-01-01`, whole(0, 66 * 365))
  const age = ageOn(birthOn, '2026-11-22')
  const isMinor = age < 18
  const guardianName = isMinor ? `${pick(womensNames, 1.5)} ${surname}` : ''
  const phone = readPhone(`${whole(500, 799)}${digits(whole(0, 999_999), 6)}`) ?? ''
  const mailName = `${fold(firstNames)}.${fold(surname).replace(/\W+/g, '-')}`
  return {
    surname,
    firstNames,
    formOfAddress: isWoman ? 'pani' : 'pan',
    birthOn,
    pesel: peselFor(birthOn, isWoman),
    peselNote: '',
    street: `ul. ${pick(surnames)}a ${whole(1, 180)}/${whole(1, 60)}`,
    postCode: `${digits(whole(0, 99), 2)}-${digits(whole(0, 999), 3)}`,
    town: pick(towns, 4),
    phone,
    email: random() < 0.4 ? `${mailName}${index % 100}@example.org` : '',
    category: age < 16 ? 'pupil' : age < 25 ? 'student' : age < 65 ? 'adult' : 'senior',
    ...makeProfile(index),
    guardians: isMinor
      ? [
          {
            name: guardianName,
            relation: 'parent',
            phone,
            address: '',
            consentOn: null,
            consentKeptAt: '',
          },
        ]
      : [],
    notes: '',
  }
}

type Profile = Omit<VolunteerFields, PersonField>
type PersonField =
  | 'surname'
  | 'firstNames'
  | 'formOfAddress'
  | 'birthOn'
  | 'pesel'
  | 'peselNote'
  | 'street'
  | 'postCode'
  | 'town'
  | 'phone'
  | 'email'
  | 'category'
  | 'guardians'
  | 'notes'

/** What a volunteer can, and when: told by the number, so that it takes nothing from the chances of the others. */
function makeProfile(index: number): Profile {
  const skills = [
    'gra na gitarze',
    'pomoc w matematyce',
    'prawo jazdy kategorii B',
    'pierwsza pomoc',
    'szycie',
  ]
  const languages = ['angielski', 'niemiecki', 'ukraiński', 'hiszpański']
  const weekday = (index % 7) + 1
  return {
    mailStreet: '',
    mailPostCode: '',
    mailTown: '',
    identityDocumentKind: '',
    identityDocument: '',
    legalStatus: 'byAge',
    engagement: index % 50 === 0 ? 'internship' : 'volunteering',
    institutionKind: index % 4 === 0 ? 'school' : '',
    institution: index % 4 === 0 ? `Szkoła nr ${index % 90}` : '',
    source: index % 3 === 0 ? 'od znajomych' : '',
    conflictNotes: '',
    skills: index % 2 === 0 ? [skills[index % 5] ?? ''] : [],
    languages: index % 3 === 0 ? [{ name: languages[index % 4] ?? '', level: 'b1' }] : [],
    signLanguages: index % 40 === 0 ? [{ system: 'pjm', level: 'basic' }] : [],
    availability: index % 2 === 0 ? [{ weekday, from: 960, to: 1080 }] : [],
    activityWishes: [],
    preferredUnits: [],
    consents: [],
  }
}

/** What decides an agreement besides chance. */
export interface AgreementFrame {
  year: number
  partOfYear: number
  /** Those who were in the register by then; the first has the id 1. */
  volunteers: VolunteerFields[]
  unitId: number | null
  signatoryId: number
}

export function makeAgreement(frame: AgreementFrame): AgreementFields {
  const concludedOn = addDays(`${frame.year}-01-02`, Math.floor(frame.partOfYear * 320))
  const startsOn = addDays(concludedOn, whole(0, 20))
  const endsOn = random() < 0.03 ? null : addDays(startsOn, whole(31, 500))
  const isWaived = random() < 0.2
  const volunteerId = whole(1, frame.volunteers.length)
  const volunteer = frame.volunteers[volunteerId - 1]
  const isMinor = ageOn(volunteer?.birthOn ?? concludedOn, concludedOn) < 18
  return {
    volunteerId,
    unitId: frame.unitId,
    activityKindId: null,
    projectId: null,
    tasks: [...new Set([pick(taskPhrases), pick(taskPhrases), pick(taskPhrases)])],
    weeklyMinutes: whole(1, 16) * 15,
    plannedMinutes: null,
    weekdays: [],
    needs: [],
    form: 'written',
    formReason: '',
    schedule: pick(['wtorki i czwartki', 'poniedziałki, 15.00–17.00', 'w dni robocze po uzgodnieniu']),
    concludedOn,
    concludedIn: 'Przykładowo',
    startsOn,
    endsOn,
    worksWithMinors: random() < 0.3,
    isMinorsCheckConfirmed: true,
    nnwInsurer: '',
    nnwPolicy: '',
    nnwProvider: '',
    nnwFrom: null,
    nnwTo: null,
    travelCosts: isWaived ? 'waived' : 'reimbursed',
    waiverScope: '',
    waiverPercent: null,
    waiverAmount: null,
    noticeDays: 14,
    signatoryId: frame.signatoryId,
    coordinator: `${pick(womensNames, 1.5)} ${pick(surnames)}`,
    guardianName: isMinor ? `${pick(womensNames, 1.5)} ${volunteer?.surname}` : '',
    guardianRelation: isMinor ? 'parent' : '',
    guardianPhone: isMinor ? (volunteer?.phone ?? '') : '',
    notes: '',
  }
}
