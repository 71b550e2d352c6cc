import { PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { type Account, accountsContract } from '#shared/features/accounts/accounts.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** A new first password for somebody who forgot theirs. */
export function ResetPasswordForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(accountsContract.resetPassword),
    initial: { id: account.id, password: '' },
    save: (values) => api.accounts.resetPassword(values),
    onSaved: () => {
      notifications.show({ message: t('accounts.resetPassword.done'), color: 'green' })
      onDone()
    },
  })
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <PasswordInput
        label={t('accounts.fields.firstPassword')}
        required
        data-autofocus
        description={t('accounts.firstPasswordHint')}
        {...textField(record.form)('password')}
        autoComplete="new-password"
      />
      <SaveBar record={record} text={t('accounts.resetPassword.submit')} onCancel={onDone} />
    </form>
  )
}
