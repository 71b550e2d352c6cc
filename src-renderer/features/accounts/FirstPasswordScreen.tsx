import { useTranslation } from 'react-i18next'
import { CenteredCard } from '../../ui/CenteredCard.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** The first sign-in: the password from the administrator is replaced before anything else. */
export function FirstPasswordScreen() {
  const { t } = useTranslation()
  return (
    <CenteredCard title={t('accounts.changePassword.first')} text={t('accounts.changePassword.firstText')}>
      <PasswordForm onDone={() => {}} />
    </CenteredCard>
  )
}
