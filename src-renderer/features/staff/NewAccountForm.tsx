import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import type { Role } from '#shared/permissions.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { FirstPasswordField } from '../accounts/FirstPasswordField.tsx'
import { RoleField } from '../accounts/RoleField.tsx'

/** A new account of a member of staff, with a first password. */
export function NewAccountForm({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const { t } = useTranslation()
  const { id, version } = member
  const record = useRecordForm({
    schema: inputOf(staffContract.createAccount),
    initial: { id, version, login: '', role: 'viewer' as Role, password: '' },
    save: (values) => api.staff.createAccount(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('accounts.fields.login')} required data-autofocus {...field('login')} />
        <RoleField form={form} />
        <FirstPasswordField form={form} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog record={record} register="staff" labelOf={() => undefined} />
    </form>
  )
}
