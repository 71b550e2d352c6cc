import { Button, Group, SegmentedControl, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type DryRun,
  type ImportRegisterName,
  type ImportRowFilter,
  importViews,
} from '#shared/features/imports/imports.contract.ts'
import { textOf } from '../../i18n.ts'
import { type ProblemsDraft, saveProblems } from './problemsFile.ts'

interface CheckFilterProps {
  register: ImportRegisterName
  fileName: string
  draft: ProblemsDraft
  dryRun: DryRun
  filter: ImportRowFilter
  onFilter: (filter: ImportRowFilter) => void
}

/** Which rows of the dry run are shown: by what becomes of them, by the kind of a problem, by its column. */
export function CheckFilter({ register, fileName, draft, dryRun, filter, onFilter }: CheckFilterProps) {
  const { t } = useTranslation()
  const save = useMutation({
    mutationFn: () => saveProblems({ register, fileName, draft, filter }),
  })
  const views = importViews.filter((view) => view !== 'changes' || dryRun.totals.change > 0)
  const titles = new Map(dryRun.columns.map(({ field, title }) => [field, title]))
  const fieldTitle = (field: string) =>
    field === 'row'
      ? t('imports.wholeRow')
      : (titles.get(field) ?? textOf({ key: `${register}.fields.${field}` }))

  return (
    <Group gap="sm" align="end">
      <SegmentedControl
        size="xs"
        aria-label={t('imports.show.label')}
        value={filter.show}
        onChange={(show) => onFilter({ ...filter, show: show as ImportRowFilter['show'] })}
        data={views.map((view) => ({ value: view, label: t(`imports.show.${view}`) }))}
      />
      <Select
        size="xs"
        w={240}
        clearable
        placeholder={t('imports.anyProblem')}
        aria-label={t('imports.anyProblem')}
        value={filter.problem}
        onChange={(problem) => onFilter({ ...filter, problem })}
        data={dryRun.problemKinds.map(({ key, params, rows }) => ({
          value: key,
          label: `${kindText(key, params)} (${rows})`,
        }))}
      />
      <Select
        size="xs"
        w={170}
        clearable
        placeholder={t('imports.anyColumn')}
        aria-label={t('imports.anyColumn')}
        value={filter.field}
        onChange={(field) => onFilter({ ...filter, field })}
        data={dryRun.problemFields.map(({ field, rows }) => ({
          value: field,
          label: `${fieldTitle(field)} (${rows})`,
        }))}
      />
      <Button
        size="xs"
        variant="default"
        loading={save.isPending}
        disabled={dryRun.problemKinds.length === 0}
        onClick={() => save.mutate()}
      >
        {t('imports.saveProblems')}
      </Button>
    </Group>
  )
}

/** The sentence of a kind of problems, without what differs from row to row. */
function kindText(key: string, params: string[]): string {
  return textOf({ key, params: Object.fromEntries(params.map((name) => [name, '…'])) }).replace(/:$/, '')
}
