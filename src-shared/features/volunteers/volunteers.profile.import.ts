import { readPhone, readPostCode } from '../../kit/identifiers.ts'
import type { ImportChoice, ImportField, RowReader } from '../../kit/import.ts'
import { type Reading, readBy, textUpTo, wordOf } from '../../kit/import-reading.ts'
import { fold } from '../../kit/polish.ts'
import { readAvailability } from './volunteers.availability.rules.ts'
import type { VolunteerFields } from './volunteers.contract.ts'
import { volunteersEn } from './volunteers.en.ts'
import { volunteersPl } from './volunteers.pl.ts'
import { type institutionKinds, languageLevels, type signLevels } from './volunteers.register.ts'

/** What a spreadsheet may hold of the parts of a record besides the person and the contact. */
export const profileImportFields = [
  { key: 'mailStreet', headers: ['adres do korespondencji', 'ulica do korespondencji'] },
  { key: 'mailPostCode', headers: ['kod do korespondencji'] },
  { key: 'mailTown', headers: ['miejscowość do korespondencji'] },
  {
    key: 'identityDocument',
    headers: ['paszport', 'nr paszportu', 'dokument tożsamości', 'nr dokumentu', 'karta pobytu'],
  },
  { key: 'engagement', headers: ['rodzaj współpracy', 'wolontariat/praktyka', 'forma współpracy'] },
  { key: 'school', headers: ['szkoła', 'nazwa szkoły'] },
  { key: 'university', headers: ['uczelnia', 'szkoła wyższa'] },
  { key: 'employer', headers: ['pracodawca', 'zakład pracy', 'miejsce pracy'] },
  { key: 'organisation', headers: ['organizacja', 'stowarzyszenie', 'nazwa organizacji'] },
  {
    key: 'guardianRelation',
    headers: ['kim jest opiekun', 'pokrewieństwo', 'stopień pokrewieństwa'],
  },
  { key: 'skills', headers: ['umiejętności', 'kwalifikacje', 'zainteresowania'], joinedBy: '; ' },
  { key: 'languages', headers: ['języki', 'języki obce', 'znajomość języków'], joinedBy: '; ' },
  { key: 'signLanguages', headers: ['język migowy', 'pjm', 'znajomość języka migowego'] },
  { key: 'availability', headers: ['dyspozycyjność', 'dostępność', 'dni i godziny', 'kiedy może'] },
  {
    key: 'activityWishes',
    headers: ['preferowane działania', 'proponowane działania', 'co chce robić'],
    joinedBy: '; ',
  },
  { key: 'source', headers: ['skąd się dowiedział', 'źródło informacji', 'skąd wie o wolontariacie'] },
  {
    key: 'photoConsent',
    type: 'day',
    headers: ['data zgody na wizerunek', 'zgoda na wizerunek'],
  },
  {
    key: 'contactConsent',
    type: 'day',
    headers: ['data zgody na kontakt', 'zgoda na wiadomości', 'newsletter'],
  },
] as const satisfies readonly ImportField[]

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
  | 'notes'

const choices: ImportChoice[] = ['clear', 'toNotes']

/** Reads the parts of a record from one row; what cannot be read waits for a decision. */
export function readProfile(reader: RowReader): { profile: Profile; notes: string[] } {
  const { kind, name, others } = readInstitution(reader)
  const document = reader.read(
    'identityDocument',
    { kind: '' as const, number: '' } as IdentityDocument,
    // The general notes are read by people who must not see the number.
    ['clear'],
    readIdentityDocument,
  )
  return {
    profile: {
      mailStreet: reader.read('mailStreet', '', choices, textUpTo(120)),
      mailPostCode: reader.read('mailPostCode', '', choices, readBy(readPostCode, 'validation.postCode')),
      mailTown: reader.read('mailTown', '', choices, textUpTo(80)),
      identityDocumentKind: document.kind,
      identityDocument: document.number,
      legalStatus: 'byAge',
      engagement: reader.read(
        'engagement',
        'volunteering',
        choices,
        wordOf(engagementsByWord, volunteersPl.engagements, volunteersEn.engagements),
      ),
      institutionKind: kind,
      institution: name,
      source: reader.read('source', '', choices, textUpTo(120)),
      conflictNotes: '',
      guardians: readGuardians(reader),
      skills: reader.read<string[]>('skills', [], choices, listOf(80, 30)),
      languages: reader.read<VolunteerFields['languages']>('languages', [], choices, readLanguages),
      signLanguages: reader.read<VolunteerFields['signLanguages']>(
        'signLanguages',
        [],
        choices,
        readSignLanguages,
      ),
      availability: reader.read<VolunteerFields['availability']>(
        'availability',
        [],
        choices,
        readBy(readAvailability, 'volunteers.errors.availabilityText'),
      ),
      activityWishes: reader.read<string[]>('activityWishes', [], choices, listOf(120, 20)),
      preferredUnits: [],
      consents: readConsents(reader),
    },
    notes: others.map((other) => `${volunteersPl.fields[other.kind]}: ${other.name}`),
  }
}

type InstitutionKind = Exclude<(typeof institutionKinds)[number], ''>

/** A record has one institution; what stands in further columns is kept in the notes. */
function readInstitution(reader: RowReader) {
  const kinds: InstitutionKind[] = ['organisation', 'school', 'university', 'employer']
  const [first, ...others] = kinds
    .map((kind) => ({ kind, name: reader.read(kind, '', choices, textUpTo(160)) }))
    .filter(({ name }) => name !== '')
  return { kind: first?.kind ?? ('' as const), name: first?.name ?? '', others }
}

interface IdentityDocument {
  kind: VolunteerFields['identityDocumentKind']
  number: string
}

/** Reads `paszport AB1234567`; a number alone is that of a passport only where its words say so. */
function readIdentityDocument(text: string): Reading<IdentityDocument> {
  const [, words = '', number = ''] =
    /^([\p{L} ]*?)\s*(?:nr\.?\s*)?([A-Z0-9][A-Z0-9 /-]*\d)$/iu.exec(text) ?? []
  const folded = fold(words)
  const kind = folded.includes('paszport')
    ? 'passport'
    : folded.includes('pobytu')
      ? 'residenceCard'
      : folded.includes('dowod')
        ? 'identityCard'
        : 'other'
  return number && text.length <= 80
    ? { value: { kind, number: number.slice(0, 40) } }
    : { problem: { key: 'volunteers.errors.documentText' } }
}

const engagementsByWord: Record<string, VolunteerFields['engagement']> = {
  wolontariat: 'volunteering',
  wolontariusz: 'volunteering',
  wolontariuszka: 'volunteering',
  praktyka: 'internship',
  praktyki: 'internship',
  praktykant: 'internship',
  praktykantka: 'internship',
}

const relationsByWord: Record<string, VolunteerFields['guardians'][number]['relation']> = {
  rodzic: 'parent',
  matka: 'parent',
  ojciec: 'parent',
  mama: 'parent',
  tata: 'parent',
  opiekun: 'legalGuardian',
  'rodzic zastepczy': 'fosterParent',
  'rodzina zastepcza': 'fosterParent',
  kurator: 'curator',
}

function readGuardians(reader: RowReader): VolunteerFields['guardians'] {
  const guardian = {
    name: reader.read('guardianName', '', choices, textUpTo(120)),
    relation: reader.read<VolunteerFields['guardians'][number]['relation']>(
      'guardianRelation',
      '',
      choices,
      wordOf(relationsByWord, volunteersPl.relations, volunteersEn.relations),
    ),
    phone: reader.read('guardianPhone', '', choices, readBy(readPhone, 'validation.phone')),
    address: '',
    consentOn: null,
    consentKeptAt: '',
  }
  return guardian.name || guardian.phone ? [guardian] : []
}

/** Reads a list with commas, semicolons or lines between its items; a longer item or list is a problem. */
function listOf(maxLength: number, maxItems: number) {
  return (text: string): Reading<string[]> => {
    const items = itemsOf(text)
    const isFit = items.length <= maxItems && items.every((item) => item.length <= maxLength)
    return isFit
      ? { value: [...new Set(items)] }
      : { problem: { key: 'validation.tooLong', params: { max: maxLength } } }
  }
}

function itemsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** Reads `angielski B2, niemiecki (A1), ukraiński – ojczysty`. A word that is no level belongs to the name. */
function readLanguages(text: string): Reading<VolunteerFields['languages']> {
  const value = itemsOf(text).map((item) => {
    const [, name = item, word = ''] = /^(.*?)[\s–(-]+([A-C][12]|ojczysty|native)\)?$/i.exec(item) ?? []
    const code = word.toLowerCase()
    const level = languageLevels.find((each) => each !== '' && each === code)
    return { name: name.trim(), level: level ?? (word ? ('native' as const) : ('' as const)) }
  })
  return value.length <= 20 && value.every(({ name }) => name && name.length <= 60)
    ? { value }
    : { problem: { key: 'validation.tooLong', params: { max: 60 } } }
}

const signSystemsByWord: [RegExp, VolunteerFields['signLanguages'][number]['system']][] = [
  [/\bpjm\b|polski jezyk migowy/, 'pjm'],
  [/\bsjm\b|system jezykowo-migowy/, 'sjm'],
  [/\bskogn\b|gluchoniewidom/, 'skogn'],
]

const signLevelsByWord: [RegExp, (typeof signLevels)[number]][] = [
  [/tlumacz/, 'interpreter'],
  [/bieg/, 'fluent'],
  [/komunikatyw|\bb[12]\b/, 'communicative'],
  [/podstaw|\ba[12]\b/, 'basic'],
  [/pierwszy|ojczyst/, 'native'],
]

/** How lists say of somebody that there is no such language, the program's own words among them. */
const noSigns = new Set(
  ['brak', 'nie', 'no', volunteersPl.signSystems.none, volunteersEn.signSystems.none].map(fold),
)

/** Reads `PJM, SJM podstawowy`, and `nie zna` as none; a text that names no system is a problem. */
function readSignLanguages(text: string): Reading<VolunteerFields['signLanguages']> {
  if (noSigns.has(fold(text.trim()))) return { value: [] }
  const value: VolunteerFields['signLanguages'] = []
  for (const item of itemsOf(text).map(fold)) {
    const system = signSystemsByWord.find(([pattern]) => pattern.test(item))?.[1]
    if (!system) return { problem: { key: 'volunteers.errors.signText' } }
    const level = signLevelsByWord.find(([pattern]) => pattern.test(item))?.[1] ?? ''
    if (!value.some((each) => each.system === system)) value.push({ system, level })
  }
  return { value }
}

function readConsents(reader: RowReader): VolunteerFields['consents'] {
  const abouts = [
    ['photoConsent', 'photo'],
    ['contactConsent', 'contact'],
  ] as const
  return abouts.flatMap(([field, about]) => {
    const givenOn = reader.readDay(field, choices)
    return givenOn ? [{ about, givenOn, withdrawnOn: null, keptAt: '' }] : []
  })
}
