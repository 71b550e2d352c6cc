import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** Says which of the accounts that are nobody's is this person's. */
export function LinkAccountForm({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.staff.freeAccounts.queryOptions())
  const { id, version } = member
  const record = useRecordForm({
    schema: inputOf(staffContract.linkAccount),
    initial: { id, version, userId: undefined as number | undefined },
    save: (values) => api.staff.linkAccount(values),
    onSaved: onDone,
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <TypedSelect
        label={t('staff.account.choose')}
        description={data?.length === 0 ? t('staff.account.noFree') : undefined}
        required
        data-autofocus
        data-path="userId"
        data={data?.map((account) => ({
          value: String(account.id),
          label: `${account.fullName} (${account.login})`,
        }))}
        value={form.values.userId === undefined ? null : String(form.values.userId)}
        onChange={(userId) => form.setFieldValue('userId', userId ? Number(userId) : undefined)}
        error={form.errors.userId}
      />
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog record={record} register="staff" labelOf={() => undefined} />
    </form>
  )
}
