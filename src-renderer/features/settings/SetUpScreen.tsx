import { Button, Group, PasswordInput, Stack, Stepper, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centreFields, settingsContract } from '#shared/features/settings/settings.contract.ts'
import { fieldProblems } from '#shared/kit/validation.ts'
import { api, orpc } from '../../api/client.ts'
import { fieldSentences } from '../../api/errors.ts'
import { inputOf } from '../../api/inputOf.ts'
import { CenteredCard } from '../../ui/CenteredCard.tsx'
import { textField } from '../../ui/fields.ts'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { CentreFields, type CentreValues, emptyCentre } from './CentreFields.tsx'

interface SetUpValues extends CentreValues {
  login: string
  fullName: string
  password: string
  repeated: string
}

const setUpInput = inputOf(settingsContract.setUp)

/** The first run: the centre, then the first account; or the example data. */
export function SetUpScreen() {
  const { t } = useTranslation()
  const [step, setStep] = useState<'welcome' | 'centre' | 'account'>('welcome')
  const openDemo = useMutation(orpc.settings.openDemo.mutationOptions())
  const record = useRecordForm({
    schema: setUpInput,
    initial: { ...emptyCentre, login: '', fullName: '', password: '', repeated: '' } as SetUpValues,
    save: (values) => api.settings.setUp(values),
    onSaved: () => {},
  })
  const { form, isSaving } = record

  function toAccount() {
    const parsed = centreFields.safeParse(form.getValues())
    if (parsed.success) setStep('account')
    else form.setErrors(fieldSentences(fieldProblems(parsed.error.issues)))
  }

  function finish() {
    const { login, fullName, password, repeated, ...centre } = form.getValues()
    if (password !== repeated) {
      form.setErrors({ repeated: t('settings.setUp.passwordsDiffer') })
      return
    }
    const parsed = setUpInput.safeParse({ centre, administrator: { login, fullName, password } })
    if (parsed.success) record.send(parsed.data)
    else {
      // The form is flat; the procedure's input is not.
      const problems = Object.entries(fieldProblems(parsed.error.issues))
      form.setErrors(
        fieldSentences(
          Object.fromEntries(problems.map(([path, problem]) => [path.replace(/^\w+\./, ''), problem])),
        ),
      )
    }
  }

  if (step === 'welcome') {
    return (
      <CenteredCard title={t('settings.setUp.welcome')} text={t('settings.setUp.intro')} width={480}>
        <Stack mt="xl" gap="xs">
          <Button size="md" onClick={() => setStep('centre')}>
            {t('settings.setUp.begin')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('settings.setUp.beginHint')}
          </Text>
          <Button
            size="md"
            variant="default"
            mt="md"
            loading={openDemo.isPending}
            onClick={() => openDemo.mutate(undefined)}
          >
            {t('settings.setUp.demo')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('settings.setUp.demoHint')}
          </Text>
        </Stack>
      </CenteredCard>
    )
  }

  const field = textField(form)
  return (
    <CenteredCard
      title={t(step === 'centre' ? 'settings.setUp.stepCentre' : 'settings.setUp.stepAccount')}
      width={680}
    >
      <Stepper active={step === 'centre' ? 0 : 1} size="sm" my="lg" allowNextStepsSelect={false}>
        <Stepper.Step label={t('settings.setUp.stepCentre')} />
        <Stepper.Step label={t('settings.setUp.stepAccount')} />
      </Stepper>
      <form
        noValidate
        key={step}
        onSubmit={(event) => {
          event.preventDefault()
          if (step === 'centre') toAccount()
          else finish()
        }}
      >
        {step === 'centre' ? (
          <CentreFields form={form} />
        ) : (
          <Stack gap="sm">
            <Text c="dimmed">{t('settings.setUp.stepAccountHint')}</Text>
            <TextInput label={t('accounts.fields.fullName')} required autoFocus {...field('fullName')} />
            <TextInput
              label={t('accounts.fields.login')}
              required
              {...field('login')}
              autoComplete="username"
            />
            <PasswordInput
              label={t('accounts.fields.password')}
              required
              description={t('accounts.passwordHint')}
              {...field('password')}
              autoComplete="new-password"
            />
            <PasswordInput
              label={t('settings.setUp.repeatPassword')}
              required
              {...field('repeated')}
              autoComplete="new-password"
            />
          </Stack>
        )}
        <Group justify="space-between" mt="xl">
          <Button variant="default" onClick={() => setStep(step === 'centre' ? 'welcome' : 'centre')}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={isSaving}>
            {step === 'centre' ? t('common.next') : t('settings.setUp.finish')}
          </Button>
        </Group>
      </form>
    </CenteredCard>
  )
}
