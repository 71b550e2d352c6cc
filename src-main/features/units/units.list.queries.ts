import { sql } from 'kysely'
import { unitLikenessRules } from '#shared/features/units/units.likeness.rules.ts'
import { unitsRegister } from '#shared/features/units/units.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { ComparedRegister } from '../../kit/register/compared-register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** The telephones as they are read and typed: `81 466 53 00 – sekretariat; 81 466 53 01`. */
function phonesText(stored: string): string {
  const phones = JSON.parse(stored || '[]') as { number: string; note: string }[]
  return phones.map(({ number, note }) => [number, note].filter(Boolean).join(' – ')).join('; ')
}

/** How the register of units is read. There are too few of them for indexes of every order. */
export const unitsList: RegisterList<typeof unitsRegister> = {
  register: unitsRegister,
  table: 'units',
  title: sql`units.name`,
  foldedTitle: sql`units.name_key`,
  joins: sql`left join units as parents on parents.id = units.parent_id left join staff as heads on heads.id = units.head_id`,
  search: [
    { kind: 'units', column: 'units.id' },
    { kind: 'units.merged', column: 'units.id' },
  ],
  columns: ({ today }) => ({
    name: { value: sql`units.name`, sort: sql`units.sort_key`, folded: sql`units.name_key` },
    kind: { value: sql`units.kind` },
    numberLabel: {
      value: sql`units.number_label`,
      // Numbers by their size, `7a` after `7`.
      sort: sql`substr('000000' || units.number_label, length(units.number_label) + 1)`,
      folded: sql`lower(units.number_label)`,
      isUnindexed: true,
    },
    parent: {
      value: sql`units.parent_id`,
      text: sql`parents.name`,
      sort: sql`coalesce(parents.sort_key, '')`,
      isUnindexed: true,
    },
    symbol: { value: sql`units.symbol`, sort: sortKeyOf('units.symbol'), isUnindexed: true },
    address: { value: sql`units.address`, sort: sortKeyOf('units.address'), isUnindexed: true },
    district: { value: sql`units.district`, sort: sortKeyOf('units.district'), isUnindexed: true },
    email: { value: sql`units.email`, sort: sortKeyOf('units.email'), isUnindexed: true },
    head: {
      value: sql`units.head_id`,
      text: sql`heads.surname || ' ' || heads.first_names`,
      sort: sql`coalesce(heads.sort_key, '')`,
      folded: sql`coalesce(heads.name_key, '')`,
      isUnindexed: true,
    },
    phones: {
      value: sql`units.phones`,
      sort: sortKeyOf('units.phones'),
      folded: sql`lower(units.phones)`,
      emptiness: sql`units.phones = '[]'`,
      isUnindexed: true,
    },
    servesMinors: { value: sql`units.serves_minors` },
    state: {
      value: sql`case when units.valid_to < ${today} then 'closed' when units.valid_from > ${today} then 'future' else 'active' end`,
      conditions: {
        closed: sql`coalesce(units.valid_to < ${today}, false)`,
        future: sql`coalesce(units.valid_from > ${today}, false)`,
        active: sql`coalesce(units.valid_to >= ${today}, true) and coalesce(units.valid_from <= ${today}, true)`,
      },
    },
    validFrom: { value: sql`units.valid_from`, isUnindexed: true },
    validTo: { value: sql`units.valid_to`, isUnindexed: true },
  }),
  finish: (row) => Object.assign(row, { phones: phonesText(row.phones) }),
}

/** What tells units apart. */
export const unitsCompared: ComparedRegister<
  typeof unitsRegister,
  ReturnType<typeof unitLikenessRules.ready>
> = {
  list: unitsList,
  identity: { surname: 'name', number: 'symbol', street: 'address', email: 'email' },
  own: {
    belongsTo: { value: sql`units.parent_id` },
    // Of several telephones each is compared by itself.
    phone: {
      value: sql`units.phones`,
      read: (stored) =>
        (JSON.parse(stored || '[]') as { number: string }[]).map(({ number }) => number).join('; '),
    },
  },
  likeness: unitLikenessRules,
  findBy: 'all',
}
