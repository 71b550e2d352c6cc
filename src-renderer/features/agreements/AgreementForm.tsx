import { Button, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Agreement, agreementsContract } from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { insuranceFor, isLongService, representedAs } from '#shared/features/agreements/agreements.rules.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { LivePreview } from '../../ui/LivePreview.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { ProjectSelect } from '../letterheads/ProjectSelect.tsx'
import { KindSelect } from '../requirements/KindSelect.tsx'
import classes from './AgreementForm.module.css'
import { type AgreementValues, emptyAgreement } from './agreementValues.ts'
import { CoordinatorField } from './CoordinatorField.tsx'
import { CostsSection } from './CostsSection.tsx'
import { FormFields } from './FormFields.tsx'
import { InsuranceSection } from './InsuranceSection.tsx'
import { LawPanel } from './LawPanel.tsx'
import { LikelyAgreements } from './LikelyAgreements.tsx'
import { MinorSection } from './MinorSection.tsx'
import { MinorsSection } from './MinorsSection.tsx'
import { NeedsSelect } from './NeedsSelect.tsx'
import { Obstacles } from './Obstacles.tsx'
import { PeriodSection } from './PeriodSection.tsx'
import { SignatorySelect } from './SignatorySelect.tsx'
import { TasksField } from './TasksField.tsx'
import { TimeFields } from './TimeFields.tsx'

interface AgreementFormProps {
  volunteer: Volunteer
  initial: AgreementValues
  onSaved: (saved: Agreement) => void
  onCancel: () => void
}

/** A draft of an agreement: the form at the left, what the law asks for, and the document as it takes shape at the right. */
export function AgreementForm({ volunteer, initial, onSaved, onCancel }: AgreementFormProps) {
  const { t } = useTranslation()
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const record = useRecordForm({
    schema: initial.id ? inputOf(agreementsContract.change) : inputOf(agreementsContract.create),
    initial,
    save: (values) => (isSavedRow(values) ? api.agreements.change(values) : api.agreements.create(values)),
    onSaved,
    closedBy: ['agreements.errors.notDraft'],
  })
  useUnsavedGuard(record)
  const { form } = record
  const { values } = form
  const field = textField(form)
  const isWide = useMediaQuery('(min-width: 1280px)') ?? true
  const [isShown, shown] = useDisclosure()

  const parsed = agreementFields.safeParse(values)
  const [asked] = useDebouncedValue(
    JSON.stringify(parsed.success ? { ...parsed.data, id: initial.id ?? null } : null),
    200,
  )
  const preview = useQuery(
    orpc.agreements.preview.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )

  const isSound = isDay(values.startsOn ?? '') && (values.endsOn === null || isDay(values.endsOn))
  const isRepresented =
    isDay(values.concludedOn ?? '') && representedAs(volunteer, values.concludedOn ?? '') !== null

  const document = <LivePreview document={preview.data} isWaiting={asked === 'null'} />

  return (
    <div className={classes.layout}>
      <form noValidate onSubmit={(event) => event.preventDefault()} className={classes.form}>
        <PeriodSection form={form} />
        {isSound && (
          <LawPanel
            startsOn={values.startsOn ?? ''}
            endsOn={values.endsOn}
            concludedOn={values.concludedOn ?? ''}
            volunteer={volunteer}
          />
        )}
        <Panel title={t('agreements.sections.scope')}>
          <TypedSelect
            label={t('agreements.fields.unitId')}
            data={(units ?? [])
              .filter(({ id, isActive }) => isActive || id === values.unitId)
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('unitId')}
            value={values.unitId === null ? null : String(values.unitId)}
            onChange={(id) => {
              form.setFieldValue('unitId', id ? Number(id) : null)
              // Derived from the unit, and still the clerk's to change.
              if (units?.find((unit) => String(unit.id) === id)?.servesMinors)
                form.setFieldValue('worksWithMinors', true)
            }}
          />
          <Stack gap="sm" mt="sm">
            <KindSelect
              label={t('agreements.fields.activityKindId')}
              description={t('agreements.kindHint')}
              value={values.activityKindId}
              error={form.errors.activityKindId}
              onChange={(id, kind) => {
                form.setFieldValue('activityKindId', id)
                if (kind?.withMinors) form.setFieldValue('worksWithMinors', true)
              }}
            />
            <TasksField form={form} />
            <NeedsSelect form={form} />
            <div>
              <TimeFields form={form} />
            </div>
          </Stack>
        </Panel>
        {isSound && (
          <InsuranceSection form={form} kind={insuranceFor(values.startsOn ?? '', values.endsOn)} />
        )}
        <CostsSection form={form} />
        {isRepresented && <MinorSection form={form} />}
        <MinorsSection form={form} />
        <Panel title={t('agreements.sections.conclusion')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <DateField
              label={t('agreements.fields.concludedOn')}
              required
              {...form.getInputProps('concludedOn')}
              name="concludedOn"
            />
            <TextInput label={t('agreements.fields.concludedIn')} {...field('concludedIn')} />
            <FormFields form={form} isLong={isSound && isLongService(values.startsOn ?? '', values.endsOn)} />
            <SignatorySelect
              value={values.signatoryId}
              kind="agreement"
              day={values.concludedOn ?? ''}
              error={form.errors.signatoryId}
              onChange={(id) => form.setFieldValue('signatoryId', id)}
            />
            <ProjectSelect
              value={values.projectId}
              day={values.concludedOn ?? ''}
              error={form.errors.projectId}
              onChange={(id) => form.setFieldValue('projectId', id)}
            />
            <CoordinatorField
              value={form.values.coordinator}
              error={form.errors.coordinator}
              onChange={(text) => form.setFieldValue('coordinator', text)}
            />
          </SimpleGrid>
          <Textarea mt="sm" label={t('agreements.fields.notes')} autosize minRows={2} {...field('notes')} />
        </Panel>
        <LikelyAgreements
          values={values}
          unitName={units?.find(({ id }) => id === values.unitId)?.name ?? ''}
        />
        {preview.data && <Obstacles obstacles={preview.data.obstacles} />}
        <SaveBar record={record} text={t('agreements.saveDraft')} onCancel={onCancel}>
          {!isWide && (
            <Button variant="default" onClick={shown.toggle} aria-expanded={isShown}>
              {t(isShown ? 'document.hide' : 'document.show')}
            </Button>
          )}
        </SaveBar>
        {!isWide && isShown && document}
        <ConflictDialog
          record={record}
          register="agreements"
          labelOf={(name) =>
            name in emptyAgreement ? t(`agreements.fields.${name as 'startsOn'}`) : undefined
          }
        />
      </form>
      {isWide && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <aside className={classes.document} aria-label={t('document.preview')} tabIndex={0}>
          {document}
        </aside>
      )}
    </div>
  )
}
