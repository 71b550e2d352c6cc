import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'

interface SignInFormProps {
  /** Asks for the password only: the session of this login is locked. */
  fixedLogin?: string
  initial?: { login: string; password: string }
  submitText: string
}

/** Login and password. After failures it counts the waiting time down. */
export function SignInForm({ fixedLogin, initial, submitText }: SignInFormProps) {
  const { t } = useTranslation()
  const [login, setLogin] = useState(fixedLogin ?? initial?.login ?? '')
  const [password, setPassword] = useState(initial?.password ?? '')
  const [hasFailed, setFailed] = useState(false)
  const [endedOn, setEndedOn] = useState<string>()
  const [waitSeconds, setWaitSeconds] = useState(0)
  const passwordField = useRef<HTMLInputElement>(null)

  const signIn = useMutation(
    orpc.accounts.signIn.mutationOptions({
      onSuccess: (result) => {
        if (result.isSignedIn) return
        setFailed(true)
        setWaitSeconds(result.waitSeconds)
        setEndedOn(result.endedOn)
        setPassword('')
        passwordField.current?.focus()
      },
    }),
  )

  useEffect(() => {
    if (waitSeconds <= 0) return
    const tick = setTimeout(() => setWaitSeconds((seconds) => seconds - 1), 1000)
    return () => clearTimeout(tick)
  }, [waitSeconds])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (waitSeconds <= 0 && !signIn.isPending) signIn.mutate({ login, password })
  }

  const refusal = endedOn
    ? t('accounts.signIn.ended', { day: formatDay(endedOn) })
    : hasFailed && t(fixedLogin === undefined ? 'accounts.signIn.failed' : 'accounts.signIn.wrongPassword')
  const error = waitSeconds > 0 ? t('accounts.signIn.wait', { count: waitSeconds }) : refusal
  return (
    <form noValidate onSubmit={submit}>
      <Stack mt="lg">
        {fixedLogin === undefined && (
          <TextInput
            label={t('accounts.fields.login')}
            autoComplete="username"
            autoFocus
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          ref={passwordField}
          label={t('accounts.fields.password')}
          autoComplete="current-password"
          autoFocus={fixedLogin !== undefined}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error}
          aria-live="polite"
        />
        <Button type="submit" loading={signIn.isPending} disabled={waitSeconds > 0} fullWidth>
          {submitText}
        </Button>
      </Stack>
    </form>
  )
}
