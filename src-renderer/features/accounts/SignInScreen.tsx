import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { CenteredCard } from '../../ui/CenteredCard.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The sign-in; with the example data, its accounts to choose from. */
export function SignInScreen() {
  const { t } = useTranslation()
  const { centreName, demoAccounts } = useFrame()
  const signIn = useMutation(orpc.accounts.signIn.mutationOptions())
  const closeDemo = useMutation(orpc.settings.closeDemo.mutationOptions())
  return (
    <CenteredCard title={t('accounts.signIn.title')} text={centreName}>
      <SignInForm submitText={t('accounts.signIn.submit')} />
      {demoAccounts.length > 0 && (
        <Stack gap={8} mt="xl">
          <Text fw={600}>{t('accounts.signIn.demoTitle')}</Text>
          <Text size="sm" c="dimmed">
            {t('accounts.signIn.demoHint', { password: demoPassword })}
          </Text>
          {demoAccounts.map(({ login, fullName, role }) => (
            <Button
              key={login}
              variant="default"
              justify="space-between"
              rightSection={<Text size="sm">{t(`accounts.roles.${role}`)}</Text>}
              onClick={() => signIn.mutate({ login, password: demoPassword })}
            >
              {fullName}
            </Button>
          ))}
          <Button variant="subtle" onClick={() => closeDemo.mutate(undefined)}>
            {t('nav.demoClose')}
          </Button>
        </Stack>
      )}
    </CenteredCard>
  )
}
