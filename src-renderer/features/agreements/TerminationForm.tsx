import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type Agreement, agreementsContract } from '#shared/features/agreements/agreements.contract.ts'
import {
  type Termination,
  terminationFields,
  terminationModes,
  terminationParties,
} from '#shared/features/agreements/agreements.terminations.contract.ts'
import { earliestEnd } from '#shared/features/agreements/agreements.terminations.rules.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { confirm } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import classes from './AgreementForm.module.css'
import { Obstacles } from './Obstacles.tsx'
import { SignatorySelect } from './SignatorySelect.tsx'
import { newTermination, type TerminationValues } from './terminationValues.ts'

interface TerminationFormProps {
  agreement: Agreement
  initial: TerminationValues
  onSaved: (saved: Termination) => void
  onCancel: () => void
}

const linesOf = (text: unknown) => String(text ?? '').split('\n')

/** Ends an agreement before its time: how, when, and what stands in the way. */
export function TerminationForm({ agreement, initial, onSaved, onCancel }: TerminationFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: z.preprocess(
      (values) => ({
        ...(values as TerminationValues),
        returns: linesOf((values as TerminationValues).returns),
      }),
      inputOf(agreementsContract.terminations.terminate),
    ),
    initial,
    save: (values) => api.agreements.terminations.terminate(values),
    onSaved,
    readCurrent: (current) => newTermination(current as unknown as Agreement, '', '', ''),
  })
  useUnsavedGuard(record)
  const { form } = record
  const { values } = form
  const field = textField(form)
  const parsed = terminationFields.safeParse({ ...values, returns: linesOf(values.returns) })
  const [asked] = useDebouncedValue(JSON.stringify(parsed.success ? parsed.data : null), 200)
  const check = useQuery(
    orpc.agreements.terminations.check.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  const { mode } = values

  /** The last day follows from the way and the day of the statement; it can be moved after. */
  function propose(change: Partial<Pick<TerminationValues, 'mode' | 'givenOn'>>) {
    form.setValues(change)
    const next = { ...values, ...change }
    if (next.givenOn && isDay(next.givenOn))
      form.setFieldValue('endsOn', earliestEnd({ mode: next.mode, givenOn: next.givenOn }, agreement))
  }

  async function submit() {
    const day = values.endsOn && isDay(values.endsOn) ? formatDay(values.endsOn) : ''
    const isSure = await confirm({
      title: t('agreements.terminations.confirm.title', { number: agreement.number ?? '' }),
      text: t('agreements.terminations.confirm.text', { day }),
      action: t('agreements.terminations.terminate'),
    })
    if (isSure) record.submit()
  }

  return (
    <div className={classes.layout}>
      <form noValidate onSubmit={(event) => event.preventDefault()} className={classes.form}>
        <Panel>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <Select
              label={t('agreements.terminations.mode')}
              data={choices(terminationModes, (each) => t(`agreements.terminations.modes.${each}`))}
              allowDeselect={false}
              {...form.getInputProps('mode')}
              onChange={(each) => propose({ mode: each as TerminationValues['mode'] })}
            />
            {mode === 'mutual' ? (
              <div />
            ) : (
              <Select
                label={t('agreements.terminations.party')}
                data={choices(terminationParties, (each) => t(`agreements.terminations.parties.${each}`))}
                allowDeselect={false}
                {...form.getInputProps('party')}
              />
            )}
            <DateField
              label={t(
                mode === 'mutual' ? 'agreements.terminations.agreedOn' : 'agreements.terminations.givenOn',
              )}
              required
              {...form.getInputProps('givenOn')}
              onChange={(givenOn) => propose({ givenOn })}
              name="givenOn"
            />
            <DateField
              label={t('agreements.terminations.endsOn')}
              required
              description={
                mode === 'notice' &&
                check.data &&
                t('agreements.terminations.earliest', {
                  days: t('agreements.days', { count: agreement.noticeDays }),
                  day: formatDay(check.data.earliest),
                })
              }
              {...form.getInputProps('endsOn')}
              name="endsOn"
              countFrom={values.givenOn}
            />
            <TextInput label={t('agreements.terminations.givenIn')} {...field('givenIn')} />
            <SignatorySelect
              value={values.signatoryId}
              kind="termination"
              day={values.givenOn ?? ''}
              error={form.errors.signatoryId}
              onChange={(id) => form.setFieldValue('signatoryId', id)}
            />
          </SimpleGrid>
          <Textarea
            mt="sm"
            label={t('agreements.terminations.reason')}
            description={t('agreements.terminations.reasonHint')}
            required={mode === 'atOnce'}
            autosize
            minRows={2}
            {...field('reason')}
          />
          <Textarea
            mt="sm"
            label={t('agreements.terminations.returns')}
            description={t('agreements.terminations.returnsHint')}
            autosize
            minRows={2}
            {...field('returns')}
          />
          <Checkbox
            mt="sm"
            label={t('agreements.terminations.paper')}
            {...form.getInputProps('isPaper', { type: 'checkbox' })}
          />
        </Panel>
        <SaveBar
          record={{ ...record, submit }}
          text={t('agreements.terminations.terminate')}
          onCancel={onCancel}
        />
        <ConflictDialog record={record} register="agreements" labelOf={() => undefined} />
      </form>
      <div className={classes.form}>
        {check.data && (
          <Obstacles obstacles={check.data.obstacles} ready={t('agreements.terminations.ready')} />
        )}
      </div>
    </div>
  )
}
