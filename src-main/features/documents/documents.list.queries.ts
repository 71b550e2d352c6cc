import { sql } from 'kysely'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** How the issued documents are read: found by the words of the agreement, of its volunteer and of its unit. */
export const documentsList: RegisterList<typeof documentsRegister> = {
  register: documentsRegister,
  table: 'documents',
  joins: sql`left join agreements on agreements.id = documents.record_id left join users on users.id = documents.issued_by left join units on units.id = documents.unit_id`,
  isUnchanging: true,
  search: [
    { kind: 'agreements', column: 'documents.record_id' },
    { kind: 'volunteers', column: 'agreements.volunteer_id' },
    { kind: 'pesels', column: 'agreements.volunteer_id', restrictedTo: 'volunteers.readPesel' },
    { kind: 'units', column: 'agreements.unit_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`documents.unit_id = ${unitId}`,
  columns: () => ({
    title: { value: sql`documents.title`, folded: sql`replace(${sortKeyOf('documents.title')}, '~', '')` },
    person: {
      value: sql`agreements.volunteer_id`,
      // The name as it was printed, whatever the person is called today.
      text: sql`documents.person_name`,
      sort: sortKeyOf('documents.person_name'),
      isUnindexed: true,
      options: { from: sql`volunteers`, id: sql`volunteers.id` },
    },
    unit: {
      value: sql`documents.unit_id`,
      text: sql`units.name`,
      sort: sql`coalesce(units.sort_key, '')`,
      isUnindexed: true,
    },
    issuedOn: { value: sql`documents.issued_on`, sort: sql`documents.issued_on` },
    issuedAt: { value: sql`documents.issued_at`, sort: sql`documents.issued_at` },
    issuedBy: {
      value: sql`documents.issued_by`,
      text: sql`users.full_name`,
      folded: sql`replace(${sortKeyOf('users.full_name')}, '~', '')`,
      options: { from: sql`users`, id: sql`users.id` },
    },
    isCancelled: { value: sql`agreements.status = 'cancelled'` },
  }),
}
