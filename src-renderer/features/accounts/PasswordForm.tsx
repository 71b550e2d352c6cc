import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { accountsContract } from '#shared/features/accounts/accounts.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** The caller's own password: the current one and a new one. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { form, submit, isSaving } = useRecordForm({
    schema: inputOf(accountsContract.changePassword),
    initial: { current: '', password: '' },
    save: (values) => api.accounts.changePassword(values),
    onSaved: onDone,
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack mt="md">
        <PasswordInput
          label={t('accounts.fields.currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t('accounts.fields.newPassword')}
          description={t('accounts.passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving}>
            {t('accounts.changePassword.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
