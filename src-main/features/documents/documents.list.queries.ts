import { sql } from 'kysely'
import { hiddenKinds } from '#shared/features/documents/documents.kinds.ts'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** How the issued documents are read: found by their own words, and those of their person, agreement and unit. */
export const documentsList: RegisterList<typeof documentsRegister> = {
  register: documentsRegister,
  table: 'documents',
  title: sql`documents.title`,
  foldedTitle: sql`lower(documents.title)`,
  joins: sql`left join users on users.id = documents.issued_by left join units on units.id = documents.unit_id left join cases on cases.id = documents.case_id left join projects on projects.id = documents.project_id`,
  search: [
    { kind: 'documents', column: 'documents.id' },
    {
      kind: 'agreements',
      column: 'documents.record_id',
      only: sql`documents.record_kind = 'agreements'`,
    },
    { kind: 'volunteers', column: 'documents.volunteer_id' },
    { kind: 'staff', column: 'documents.staff_id' },
    { kind: 'pesels', column: 'documents.volunteer_id', restrictedTo: 'volunteers.readPesel' },
    { kind: 'units', column: 'documents.unit_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`documents.unit_id = ${unitId}`,
  open: (may) => {
    const hidden = hiddenKinds(may)
    return hidden.length > 0 ? [sql<boolean>`documents.kind not in (${sql.join(hidden)})`] : []
  },
  columns: () => ({
    title: { value: sql`documents.title`, folded: sql`replace(${sortKeyOf('documents.title')}, '~', '')` },
    kind: { value: sql`documents.kind` },
    // The name as it was printed, whatever the person is called today.
    person: {
      value: sql`documents.person_name`,
      sort: sortKeyOf('documents.person_name'),
      isUnindexed: true,
    },
    caseSign: {
      value: sql`coalesce(cases.sign, '')`,
      sort: sql`coalesce(cases.sort_key, '')`,
      folded: sql`lower(coalesce(cases.sign, ''))`,
      isUnindexed: true,
    },
    unit: {
      value: sql`documents.unit_id`,
      text: sql`units.name`,
      sort: sql`coalesce(units.sort_key, '')`,
      isUnindexed: true,
    },
    issuedOn: { value: sql`documents.issued_on`, sort: sql`documents.issued_on` },
    issuedAt: { value: sql`documents.issued_at`, sort: sql`documents.issued_at` },
    state: { value: sql`documents.state` },
    signatory: {
      value: sql`documents.signatory_name`,
      sort: sortKeyOf('documents.signatory_name'),
      isUnindexed: true,
    },
    project: {
      value: sql`documents.project_id`,
      text: sql`projects.name`,
      folded: sql`replace(${sortKeyOf('projects.name')}, '~', '')`,
      options: { from: sql`projects`, id: sql`projects.id` },
    },
    issuedBy: {
      value: sql`documents.issued_by`,
      text: sql`users.full_name`,
      folded: sql`replace(${sortKeyOf('users.full_name')}, '~', '')`,
      options: { from: sql`users`, id: sql`users.id` },
    },
    deliveredOn: { value: sql`documents.delivered_on`, isUnindexed: true },
  }),
}
