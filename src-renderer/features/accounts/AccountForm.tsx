import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Account, accountsContract } from '#shared/features/accounts/accounts.contract.ts'
import { type Role, type VerificationAccess, verificationAccesses } from '#shared/permissions.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { FirstPasswordField } from './FirstPasswordField.tsx'
import { RoleField } from './RoleField.tsx'

/** @param account undefined for a new one, which also gets a first password */
export function AccountForm({ account, onDone }: { account?: Account | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const empty = {
    login: '',
    fullName: '',
    role: 'clerk' as Role,
    unitId: null as number | null,
    isActive: true,
    verification: 'none' as VerificationAccess,
    password: '',
  }
  const record = useRecordForm({
    schema: account ? inputOf(accountsContract.change) : inputOf(accountsContract.create),
    initial: { ...empty, ...account } as typeof empty & Partial<Account>,
    save: (values) => (isSavedRow(values) ? api.accounts.change(values) : api.accounts.create(values)),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('accounts.fields.fullName')} required data-autofocus {...field('fullName')} />
        <TextInput label={t('accounts.fields.login')} required {...field('login')} />
        <RoleField form={form} />
        <Select
          label={t('accounts.fields.verification')}
          data={choices(verificationAccesses, (access) => t(`accounts.verifications.${access}`))}
          allowDeselect={false}
          description={t(`accounts.verificationHints.${form.values.verification}`)}
          {...form.getInputProps('verification')}
        />
        {form.values.role === 'head' && (
          <TypedSelect
            label={t('accounts.fields.unitId')}
            required
            data={units?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
            {...form.getInputProps('unitId')}
            value={form.values.unitId === null ? null : String(form.values.unitId)}
            onChange={(id) => form.setFieldValue('unitId', id ? Number(id) : null)}
          />
        )}
        {account ? (
          <Checkbox
            label={t('accounts.fields.isActive')}
            {...form.getInputProps('isActive', { type: 'checkbox' })}
          />
        ) : (
          <FirstPasswordField form={form} />
        )}
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          name in empty && name !== 'password' ? t(`accounts.fields.${name as 'login'}`) : undefined
        }
      />
    </form>
  )
}
