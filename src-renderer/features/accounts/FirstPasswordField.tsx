import { PasswordInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

/** The password with which somebody signs in for the first time, and which is changed then. */
export function FirstPasswordField<Values extends { password: string }>({
  form,
}: {
  form: UseFormReturnType<Values>
}) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={t('accounts.fields.firstPassword')}
      required
      description={t('accounts.firstPasswordHint')}
      {...form.getInputProps('password')}
      autoComplete="new-password"
    />
  )
}
