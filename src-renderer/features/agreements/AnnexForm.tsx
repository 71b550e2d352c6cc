import { Checkbox, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type Annex,
  annexClauseNames,
  annexFields,
} from '#shared/features/agreements/agreements.annexes.contract.ts'
import { type Agreement, agreementsContract } from '#shared/features/agreements/agreements.contract.ts'
import { capacityAtConclusion } from '#shared/features/agreements/agreements.rules.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import classes from './AgreementForm.module.css'
import { AnnexChangeList } from './AnnexChangeList.tsx'
import { AnnexClauseFields } from './AnnexClauseFields.tsx'
import { type AgreementFormOf, emptyAgreement } from './agreementValues.ts'
import { type AnnexValues, annexValues } from './annexValues.ts'
import { Obstacles } from './Obstacles.tsx'
import { SignatorySelect } from './SignatorySelect.tsx'

interface AnnexFormProps {
  agreement: Agreement
  volunteer: Volunteer
  initial: AnnexValues
  onSaved: (saved: Annex) => void
  onCancel: () => void
}

/** A draft of an annex: what changes at the left; at the right how it was, how it is to be, and what the act asks for. */
export function AnnexForm({ agreement, volunteer, initial, onSaved, onCancel }: AnnexFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(initial.id ? agreementsContract.annexes.change : agreementsContract.annexes.create),
    initial,
    save: (values) =>
      isSavedRow(values) ? api.agreements.annexes.change(values) : api.agreements.annexes.create(values),
    onSaved,
    readCurrent: (current) => annexValues(agreement, current as unknown as Annex),
    closedBy: ['agreements.errors.annexNotDraft'],
  })
  useUnsavedGuard(record)
  const { form } = record
  const { values } = form
  const field = textField(form)
  const parsed = annexFields.safeParse(values)
  const [asked] = useDebouncedValue(JSON.stringify(parsed.success ? parsed.data : null), 200)
  const check = useQuery(
    orpc.agreements.annexes.check.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  const isMinor =
    isDay(values.concludedOn ?? '') && capacityAtConclusion(volunteer, values.concludedOn ?? '') !== 'full'
  const offered = annexClauseNames.filter(
    (clause) => clause !== 'guardian' || isMinor || values.clauses.includes(clause),
  )
  // The fields of an agreement are those of an annex; what else an annex has, the parts of the form do not touch.
  const terms = form as unknown as AgreementFormOf

  return (
    <div className={classes.layout}>
      <form noValidate onSubmit={(event) => event.preventDefault()} className={classes.form}>
        <Panel title={t('agreements.annexes.what')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('agreements.annexes.whatHint')}
          </Text>
          <Checkbox.Group
            aria-label={t('agreements.annexes.what')}
            {...form.getInputProps('clauses')}
            onChange={(clauses) =>
              form.setFieldValue(
                'clauses',
                annexClauseNames.filter((clause) => clauses.includes(clause)),
              )
            }
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={8}>
              {offered.map((clause) => (
                <Checkbox key={clause} value={clause} label={t(`agreements.annexes.clauses.${clause}`)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        </Panel>
        {values.clauses.map((clause) => (
          <AnnexClauseFields key={clause} clause={clause} form={terms} />
        ))}
        <Panel title={t('agreements.annexes.freeText')}>
          <Textarea
            aria-label={t('agreements.annexes.freeText')}
            description={t('agreements.annexes.freeTextHint')}
            autosize
            minRows={2}
            {...field('freeText')}
          />
        </Panel>
        <Panel title={t('agreements.annexes.conclusion')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <DateField
              label={t('agreements.fields.concludedOn')}
              required
              {...form.getInputProps('concludedOn')}
              name="concludedOn"
            />
            <DateField
              label={t('agreements.fields.validFrom')}
              required
              {...form.getInputProps('validFrom')}
              name="validFrom"
            />
            <TextInput label={t('agreements.fields.concludedIn')} {...field('concludedIn')} />
            <SignatorySelect
              value={values.signatoryId}
              kind="annex"
              day={values.concludedOn ?? ''}
              error={form.errors.signatoryId}
              onChange={(id) => form.setFieldValue('signatoryId', id)}
            />
          </SimpleGrid>
        </Panel>
        <SaveBar record={record} text={t('agreements.saveDraft')} onCancel={onCancel} />
        <ConflictDialog
          record={record}
          register="agreements"
          labelOf={(name) =>
            name in emptyAgreement ? t(`agreements.fields.${name as 'startsOn'}`) : undefined
          }
        />
      </form>
      <div className={classes.form}>
        {check.data && (
          <>
            <Panel title={t('agreements.annexes.compare')}>
              <AnnexChangeList before={check.data.before} changes={check.data.changes} />
            </Panel>
            <Obstacles obstacles={check.data.obstacles} />
          </>
        )}
      </div>
    </div>
  )
}
