import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { waiverPartInWords } from '#shared/features/agreements/agreements.words.rules.ts'
import {
  type CostSettlement,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import {
  type LineFields,
  lineFields,
  settlementFields,
} from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { textField } from '../../ui/fields.ts'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { LineCard } from './LineCard.tsx'
import { SettlementProblems } from './SettlementProblems.tsx'
import { SettlementSums } from './SettlementSums.tsx'
import { emptyLine, type SettlementValues } from './settlementValues.ts'

interface SettlementFormProps {
  agreement: Agreement
  initial: SettlementValues
  onSaved: (saved: CostSettlement) => void
  onCancel: () => void
}

const kinds = ['ticket', 'vehicle', 'perDiem', 'other'] as const satisfies LineFields['kind'][]

/** A draft of a settlement: lines with their amounts as they are counted, the sums, and what stands in the way. */
export function SettlementForm({ agreement, initial, onSaved, onCancel }: SettlementFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: initial.id ? inputOf(costSettlementsContract.change) : inputOf(costSettlementsContract.create),
    initial,
    save: (values) =>
      isSavedRow(values) ? api.costSettlements.change(values) : api.costSettlements.create(values),
    onSaved,
    closedBy: ['costSettlements.errors.closed'],
  })
  useUnsavedGuard(record)
  const { form } = record
  const { values } = form
  const field = textField(form)

  // What is not whole yet does not keep the rest from being counted.
  const sound = values.lines.flatMap((line, index) => (lineFields.safeParse(line).success ? [index] : []))
  const parsed = settlementFields.safeParse({
    ...values,
    purpose: values.purpose.trim() || '–',
    lines: sound.map((index) => values.lines[index]),
  })
  const [asked] = useDebouncedValue(
    JSON.stringify(parsed.success ? { ...parsed.data, id: initial.id ?? null } : null),
    200,
  )
  const { data } = useQuery(
    orpc.costSettlements.check.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const checked = parsed.success ? data : undefined
  const countedAt = (index: number) => checked?.lines[sound.indexOf(index)]

  function add(kind: LineFields['kind']) {
    const line = emptyLine(kind)
    form.insertListItem('lines', line)
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-line="${line.key}"] input`)?.focus(),
    )
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} style={{ maxWidth: 920, marginTop: 12 }}>
      <Stack gap="md">
        <Panel>
          <TextInput
            label={t('costSettlements.fields.purpose')}
            placeholder={t('costSettlements.purposePlaceholder')}
            required
            {...field('purpose')}
          />
        </Panel>
        <Panel title={t('costSettlements.lines')}>
          <Stack gap="sm">
            {values.lines.length === 0 && (
              <EmptyState title={t('costSettlements.noLines')} hint={t('costSettlements.noLinesHint')} />
            )}
            {values.lines.map(({ key }, index) => (
              <LineCard key={key} form={form} index={index} counted={countedAt(index)} />
            ))}
            <Group gap="xs" data-path="lines">
              {kinds.map((kind) => (
                <Button
                  key={kind}
                  variant="default"
                  size="compact-md"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  onClick={() => add(kind)}
                >
                  {t(`costSettlements.add.${kind}`)}
                </Button>
              ))}
            </Group>
            {form.errors.lines && (
              <Text size="sm" c="var(--mantine-color-error)">
                {t('costSettlements.noLines')}
              </Text>
            )}
            {values.lines.some(({ kind }) => kind === 'perDiem') && (
              <Text size="sm" c="dimmed">
                {t('costSettlements.perDiemRule')}
              </Text>
            )}
            {values.lines.some(({ kind }) => kind === 'vehicle') && (
              <Checkbox
                label={t('costSettlements.fields.hasVehicleConsent')}
                checked={values.hasVehicleConsent}
                onChange={(event) => form.setFieldValue('hasVehicleConsent', event.currentTarget.checked)}
              />
            )}
          </Stack>
        </Panel>
        {agreement.travelCosts === 'partlyWaived' && agreement.waiverSignedOn && (
          <Panel title={t('costSettlements.fields.waivedAmount')}>
            <Stack gap="sm">
              <MoneyField
                label={t('costSettlements.fields.waivedAmount')}
                description={t('costSettlements.waivedHint', { scope: waiverPartInWords(agreement) })}
                value={values.waivedAmount}
                onChange={(grosze) => form.setFieldValue('waivedAmount', grosze ?? 0)}
                error={form.errors.waivedAmount}
                name="waivedAmount"
              />
              <Checkbox
                label={t('costSettlements.fields.isWaiverConsidered')}
                checked={values.isWaiverConsidered}
                onChange={(event) => form.setFieldValue('isWaiverConsidered', event.currentTarget.checked)}
              />
            </Stack>
          </Panel>
        )}
        {checked && (
          <>
            <Panel title={t('costSettlements.sums')}>
              <SettlementSums {...checked} />
            </Panel>
            <SettlementProblems
              problems={checked.problems.map(({ line, ...problem }) =>
                line === undefined ? problem : { ...problem, line: sound[line] ?? line },
              )}
            />
          </>
        )}
      </Stack>
      <SaveBar record={record} text={t('costSettlements.saveDraft')} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          ['purpose', 'lines', 'waivedAmount', 'hasVehicleConsent', 'isWaiverConsidered'].includes(name)
            ? t(`costSettlements.fields.${name as 'purpose'}`)
            : undefined
        }
      />
    </form>
  )
}
