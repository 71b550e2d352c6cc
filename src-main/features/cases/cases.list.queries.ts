import { sql } from 'kysely'
import { casesRegister } from '#shared/features/cases/cases.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const isOpen = sql<boolean>`cases.cancel_reason = '' and cases.closed_on is null`

/** How the cases are read; in the order of their signs, numbers stand as numbers: 2 before 10. */
export const casesList: RegisterList<typeof casesRegister> = {
  register: casesRegister,
  table: 'cases',
  title: sql`cases.sign`,
  foldedTitle: sql`lower(cases.sign)`,
  joins: sql`left join file_classes on file_classes.id = cases.class_id left join units on units.id = cases.unit_id`,
  search: [
    { kind: 'cases', column: 'cases.id' },
    { kind: 'units', column: 'cases.unit_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`cases.unit_id = ${unitId}`,
  columns: () => ({
    sign: {
      value: sql`cases.sign`,
      sort: sql`cases.sort_key`,
      folded: sql`lower(cases.sign)`,
    },
    subject: {
      value: sql`cases.subject`,
      sort: sortKeyOf('cases.subject'),
      isUnindexed: true,
    },
    fileClass: {
      value: sql`cases.class_id`,
      text: sql`file_classes.symbol || ' ' || file_classes.title`,
      sort: sql`coalesce(file_classes.symbol, '')`,
      isUnindexed: true,
      options: { from: sql`file_classes`, id: sql`file_classes.id` },
    },
    year: { value: sql`cases.year`, isUnindexed: true },
    unit: {
      value: sql`cases.unit_id`,
      text: sql`units.name`,
      sort: sql`coalesce(units.sort_key, '')`,
      isUnindexed: true,
    },
    openedOn: { value: sql`cases.opened_on`, isUnindexed: true },
    closedOn: { value: sql`cases.closed_on`, isUnindexed: true },
    state: {
      value: sql`case when cases.cancel_reason <> '' then 'cancelled' when cases.closed_on is null then 'open' else 'closed' end`,
      conditions: {
        open: isOpen,
        closed: sql`cases.cancel_reason = '' and cases.closed_on is not null`,
        cancelled: sql`cases.cancel_reason <> ''`,
      },
    },
    category: { value: sql`file_classes.category`, isUnindexed: true },
    isPaper: { value: sql`cases.is_paper` },
  }),
}
