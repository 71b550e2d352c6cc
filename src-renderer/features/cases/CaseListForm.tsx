import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yearOf } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { Notice } from '../../ui/Notice.tsx'
import { printPages } from '../../ui/printPages.ts'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

/** Which list of cases (spis spraw) is to be printed: of a class, a year, and a unit or the centre itself. */
export function CaseListForm({ classId, onDone }: { classId: number | null; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { data: classes } = useQuery(orpc.cases.classes.queryOptions())
  const [chosen, setChosen] = useState(classId)
  const [unitId, setUnitId] = useState<number | null>(null)
  const [year, setYear] = useState(yearOf(today))
  const print = useMutation(
    orpc.cases.printList.mutationOptions({
      onSuccess: async ({ svg, pages }) => {
        await printPages({ svg, pages, isLying: true })
        onDone()
      },
    }),
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== null) print.mutate({ classId: chosen, unitId, year })
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('cases.printListHint')}
        </Text>
        {classes?.length === 0 && <Notice tone="stop">{t('cases.planEmpty')}</Notice>}
        <TypedSelect
          label={t('cases.fields.classId')}
          required
          openOnFocus={false}
          data={(classes ?? []).map(({ id, symbol, title }) => ({
            value: String(id),
            label: `${symbol} ${title}`,
          }))}
          value={chosen === null ? null : String(chosen)}
          onChange={(id) => setChosen(id ? Number(id) : null)}
        />
        <UnitSelect
          label={t('cases.fields.unitId')}
          placeholder={t('documents.wholeCentre')}
          name="unitId"
          value={unitId}
          onChange={setUnitId}
          error={undefined}
        />
        <NumberInput
          label={t('cases.fields.year')}
          min={1990}
          max={2200}
          allowDecimal={false}
          thousandSeparator=""
          value={year}
          onChange={(next) => typeof next === 'number' && setYear(next)}
        />
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={chosen === null} loading={print.isPending}>
          {t('cases.printList')}
        </Button>
      </Group>
    </form>
  )
}
