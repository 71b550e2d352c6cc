import type { ImportField, RowReader } from '../../kit/import.ts'
import { type Reading, readYesNo, textUpTo } from '../../kit/import-reading.ts'
import { fold } from '../../kit/polish.ts'
import { fieldProblemOf } from '../../kit/validation.ts'
import { type UnitState, unitFields, unitStateShape } from './units.contract.ts'

/** What a spreadsheet of units may hold. */
export const unitImportFields = [
  { key: 'kind', headers: ['rodzaj', 'typ', 'rodzaj jednostki', 'rodzaj komórki'] },
  { key: 'numberLabel', headers: ['numer', 'nr', 'numer jednostki'] },
  { key: 'name', headers: ['nazwa', 'jednostka', 'nazwa jednostki', 'komórka', 'nazwa komórki'] },
  { key: 'symbol', headers: ['symbol', 'znak', 'oznaczenie', 'symbol komórki'] },
  { key: 'parent', headers: ['jednostka nadrzędna', 'nadrzędna', 'podlega', 'podległość', 'należy do'] },
  { key: 'address', headers: ['adres', 'siedziba', 'ulica', 'lokalizacja'] },
  { key: 'phones', headers: ['telefon', 'telefony', 'tel', 'numer telefonu', 'nr telefonu'], joinedBy: '; ' },
  { key: 'email', headers: ['e-mail', 'email', 'mail', 'adres e-mail', 'poczta'] },
  { key: 'district', headers: ['obszar działania', 'rejon', 'obszar', 'teren działania', 'ulice'] },
  { key: 'servesMinors', headers: ['pracuje z małoletnimi', 'małoletni', 'dzieci'] },
  { key: 'validFrom', type: 'day', headers: ['istnieje od', 'od', 'data utworzenia', 'utworzono'] },
  { key: 'validTo', type: 'day', headers: ['istnieje do', 'do', 'data likwidacji', 'zlikwidowano'] },
] as const satisfies readonly ImportField[]

/** A unit as a row describes it; the one above it is still a name. Null where the row says nothing. */
export interface UnitImportRow extends Omit<UnitState, 'parentId' | 'headId' | 'kind' | 'servesMinors'> {
  kind: UnitState['kind'] | null
  servesMinors: boolean | null
  parentName: string
  validFrom: string | null
  validTo: string | null
}

/** How the names of kinds begin, folded. Offices put more words after it: "sekcja pracy socjalnej". */
const kindWords: [beginning: string, kind: UnitState['kind']][] = [
  ['dyrekcja', 'directorate'],
  ['pion', 'division'],
  ['dzial', 'department'],
  ['filia', 'branch'],
  ['zespol', 'team'],
  ['sekcja', 'section'],
  ['placowka', 'facility'],
  ['punkt', 'point'],
  ['samodzielne stanowisko', 'post'],
  ['stanowisko', 'post'],
  ['inna', 'other'],
  ['inne', 'other'],
]

/** The kind of unit that a word of an office means: `Filia`, `Sekcja Pracy Socjalnej`; undefined where it means none. */
export function kindOfWord(text: string): UnitState['kind'] | undefined {
  const word = `${fold(text)} `
  return kindWords.find(([beginning]) => word.startsWith(`${beginning} `))?.[1]
}

/** Reads one row of a spreadsheet of units. Without a kind, the first word of the name tells it. */
export function readUnitRow(reader: RowReader): UnitImportRow {
  if (!reader.text('name'))
    reader.problem({ field: 'name', level: 'error', key: 'validation.required', choices: [] })
  const text = (field: 'name' | 'numberLabel' | 'symbol' | 'address' | 'district', max: number) =>
    reader.read(field, '', field === 'name' ? [] : ['clear'], textUpTo(max))
  const name = text('name', 160)
  const validFrom = reader.readDay('validFrom', ['clear'])
  const validTo = reader.readDay('validTo', ['clear'])
  if (validFrom && validTo && validTo < validFrom)
    reader.problem({ field: 'validTo', level: 'error', key: 'validation.endBeforeStart', choices: [] })
  return {
    kind: reader.read<UnitImportRow['kind']>('kind', kindOfWord(name) ?? null, ['clear'], readKind),
    numberLabel: text('numberLabel', 20),
    name,
    symbol: text('symbol', 20),
    parentName: reader.text('parent'),
    address: text('address', 160),
    phones: reader.read<UnitState['phones']>('phones', [], ['clear'], readPhones),
    email: reader.read('email', '', ['clear'], (typed): Reading<string> => {
      const { data, error } = unitFields.shape.email.safeParse(typed)
      const [issue] = error?.issues ?? []
      return issue ? { problem: fieldProblemOf(issue) } : { value: data ?? '' }
    }),
    district: text('district', 400),
    servesMinors: reader.read<boolean | null>('servesMinors', null, ['clear'], readYesNo),
    validFrom,
    validTo,
  }
}

function readKind(text: string): Reading<UnitState['kind']> {
  const kind = kindOfWord(text)
  return kind ? { value: kind } : { problem: { key: 'imports.problems.unknownWord' } }
}

/** Reads `81 466 54 41 (sekretariat); 81 466 54 42`. */
function readPhones(text: string): Reading<UnitState['phones']> {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const phones = parts.map((part) => {
    const [, number = part, note = ''] = /^(.*\S)\s*\((.*)\)$/.exec(part) ?? []
    return { number, note }
  })
  const { data, error } = unitStateShape.phones.safeParse(phones)
  const [issue] = error?.issues ?? []
  return issue ? { problem: fieldProblemOf(issue) } : { value: data ?? [] }
}
