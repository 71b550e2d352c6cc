import { ActionIcon, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { vehicles } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import type { CountedLine } from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import { formatAmount } from '#shared/kit/money.ts'
import { choices } from '../../ui/fields.ts'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { CountedWays } from './CountedWays.tsx'
import { DaysField } from './DaysField.tsx'
import { MomentField } from './MomentField.tsx'
import classes from './Settlement.module.css'
import type { LineValues, SettlementFormOf } from './settlementValues.ts'
import { TripDays } from './TripDays.tsx'

interface LineCardProps {
  form: SettlementFormOf
  index: number
  /** As it was counted last. */
  counted: CountedLine | undefined
}

/** One line of a settlement with the fields of its kind, and what it comes to. */
export function LineCard({ form, index, counted }: LineCardProps) {
  const { t } = useTranslation()
  const line = form.values.lines[index] as LineValues
  const path = (field: keyof LineValues) => `lines.${index}.${field}`
  const change = <Field extends keyof LineValues>(field: Field, value: LineValues[Field]) =>
    form.setFieldValue('lines', (lines: LineValues[]) =>
      lines.map((each, at) => (at === index ? { ...each, [field]: value } : each)),
    )
  // A day that is none is refused by its own path below that of the field.
  const errorOf = (field: keyof LineValues) =>
    Object.entries(form.errors).find(([at]) => at === path(field) || at.startsWith(`${path(field)}.`))?.[1]
  const number = index + 1
  const days = (
    <DaysField
      label={t('costSettlements.days')}
      value={line.days}
      onChange={(value) => change('days', value)}
      error={errorOf('days')}
      name={path('days')}
    />
  )
  const routeTexts = {
    ticket: [t('costSettlements.route'), t('costSettlements.routePlaceholder')],
    vehicle: [t('costSettlements.route'), t('costSettlements.routePlaceholder')],
    other: [t('costSettlements.description'), t('costSettlements.descriptionPlaceholder')],
    perDiem: [t('costSettlements.destination'), ''],
  }[line.kind]
  const wayOrReason = (
    <TextInput
      label={routeTexts[0]}
      placeholder={routeTexts[1]}
      required
      autoComplete="off"
      value={line.route}
      data-path={path('route')}
      error={errorOf('route')}
      onChange={(event) => change('route', event.currentTarget.value)}
    />
  )
  const price = (
    <MoneyField
      label={t('costSettlements.price')}
      required
      value={line.price}
      onChange={(value) => change('price', value)}
      error={errorOf('price')}
      name={path('price')}
    />
  )
  return (
    <section className={classes.line} aria-label={t('costSettlements.line', { number })} data-line={line.key}>
      <div className={classes.head}>
        <Text fw={500}>
          {number}. {t(`costSettlements.kinds.${line.kind}`)}
        </Text>
        <span className={classes.amount}>{counted ? formatAmount(counted.amount) : '–'}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('costSettlements.removeLine', { number })}
          onClick={() => form.removeListItem('lines', index)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {line.kind === 'perDiem' ? (
        <Stack gap="sm">
          {wayOrReason}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
            <MomentField
              dayLabel={t('costSettlements.departureDay')}
              timeLabel={t('costSettlements.departureTime')}
              value={line.departsAt}
              onChange={(value) => change('departsAt', value)}
              error={errorOf('departsAt')}
              name={path('departsAt')}
            />
            <MomentField
              dayLabel={t('costSettlements.returnDay')}
              timeLabel={t('costSettlements.returnTime')}
              value={line.returnsAt}
              onChange={(value) => change('returnsAt', value)}
              error={errorOf('returnsAt')}
              name={path('returnsAt')}
            />
          </SimpleGrid>
          <TripDays
            departsAt={line.departsAt}
            returnsAt={line.returnsAt}
            meals={line.meals}
            parts={counted?.parts ?? []}
            onChange={(value) => change('meals', value)}
          />
        </Stack>
      ) : (
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
            {wayOrReason}
            {days}
            {line.kind === 'ticket' && (
              <NumberInput
                label={t('costSettlements.tickets')}
                required
                min={1}
                max={200}
                allowDecimal={false}
                value={line.tickets ?? ''}
                data-path={path('tickets')}
                error={errorOf('tickets')}
                onChange={(value) => change('tickets', value === '' ? null : Number(value))}
              />
            )}
            {line.kind === 'vehicle' && (
              <>
                <Select
                  label={t('costSettlements.vehicle')}
                  data={choices(vehicles, (each) => t(`costSettlements.vehicles.${each}`))}
                  allowDeselect={false}
                  value={line.vehicle}
                  onChange={(value) => value && change('vehicle', value as LineValues['vehicle'])}
                />
                <NumberInput
                  label={t('costSettlements.distance')}
                  required
                  min={0}
                  decimalScale={1}
                  decimalSeparator=","
                  allowedDecimalSeparators={['.', ',']}
                  suffix=" km"
                  hideControls
                  value={line.hectometres === null ? '' : line.hectometres / 10}
                  data-path={path('hectometres')}
                  error={errorOf('hectometres')}
                  onChange={(value) =>
                    change('hectometres', value === '' ? null : Math.round(Number(value) * 10))
                  }
                />
              </>
            )}
            {line.kind !== 'vehicle' && price}
          </SimpleGrid>
          {line.kind === 'vehicle' && counted && line.hectometres !== null && (
            <div>
              <CountedWays hectometres={line.hectometres} parts={counted.parts} />
            </div>
          )}
        </Stack>
      )}
    </section>
  )
}
