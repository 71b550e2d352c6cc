import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Checklist,
  type ChecklistItem,
  requirementsContract,
} from '#shared/features/requirements/requirements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { offerUndo } from '../../ui/offerStep.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import classes from './Checklist.module.css'
import { CompletionDetails } from './CompletionDetails.tsx'

interface QuickCompletionProps {
  volunteerId: number
  item: ChecklistItem
  /** @param isCompleted was it noted, or given up? */
  onDone: (isCompleted: boolean) => void
}

/** Notes something as done in its line: today and Enter, or another day. Where more is to be said, a further step shows it. */
export function QuickCompletion({ volunteerId, item, onDone }: QuickCompletionProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { name, requirementId, rule } = item
  const [hasDetails, setDetails] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const withdraw = useMutation({
    mutationFn: (row: { id: number; version: number; reason: string }) => api.requirements.withdraw(row),
  })

  function saved(after: Checklist) {
    onDone(true)
    const row = after.items
      .find((each) => each.requirementId === requirementId)
      ?.completions.find(({ withdrawnAt }) => withdrawnAt === null)
    if (row)
      offerUndo(t('requirements.completed', { name }), () =>
        withdraw.mutate({ id: row.id, version: row.version, reason: t('common.undo') }),
      )
  }

  const record = useRecordForm({
    schema: inputOf(requirementsContract.complete),
    initial: {
      volunteerId,
      requirementId,
      doneOn: today,
      validUntil: undefined as Day | null | undefined,
      untilReason: '',
      paperPlace: '',
      note: '',
    },
    save: (values) => api.requirements.complete(values),
    onSaved: saved,
  })

  useEffect(() => form.current?.querySelector<HTMLInputElement>('input')?.select(), [])

  return (
    <form
      ref={form}
      noValidate
      className={classes.quick}
      onSubmit={(event) => {
        event.preventDefault()
        // The day that was typed is taken by the field on the same key, after this.
        setTimeout(record.submit)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone(false)
      }}
    >
      <DateField
        label={t('requirements.fields.doneOn')}
        required
        {...record.form.getInputProps('doneOn')}
        name="doneOn"
      />
      {hasDetails && <CompletionDetails form={record.form} months={rule.validityMonths} />}
      <Button type="submit" loading={record.isSaving}>
        {t('requirements.complete')}
      </Button>
      {!hasDetails && (
        <Button variant="subtle" onClick={() => setDetails(true)}>
          {t('requirements.details')}
        </Button>
      )}
      <Button variant="default" onClick={() => onDone(false)}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
