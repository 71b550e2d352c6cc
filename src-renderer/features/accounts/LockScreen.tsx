import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { CenteredCard } from '../../ui/CenteredCard.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The locked session: the password brings the work back as it was. */
export function LockScreen() {
  const { t } = useTranslation()
  const { user } = useFrame()
  const signOut = useMutation(orpc.accounts.signOut.mutationOptions())
  if (!user) return null
  return (
    <CenteredCard
      title={t('accounts.lock.title')}
      text={
        <>
          <Text fw={600} c="var(--mantine-color-text)">
            {user.fullName}
          </Text>
          {t('accounts.lock.text')}
        </>
      }
    >
      <SignInForm fixedLogin={user.login} submitText={t('accounts.lock.unlock')} />
      <Button variant="subtle" fullWidth mt="xs" onClick={() => signOut.mutate(undefined)}>
        {t('accounts.lock.otherUser')}
      </Button>
      <Text size="xs" c="dimmed" ta="center">
        {t('accounts.lock.otherUserWarning')}
      </Text>
    </CenteredCard>
  )
}
