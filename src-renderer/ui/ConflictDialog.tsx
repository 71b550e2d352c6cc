import { ConflictChoice } from './ConflictChoice.tsx'
import { type ConflictRegister, LostRecordDialog } from './LostRecordDialog.tsx'
import type { RecordForm } from './useRecordForm.ts'

interface ConflictDialogProps<Values> {
  record: RecordForm<Values>
  /** The name of a field as the form shows it; fields without one are left out. */
  labelOf: (field: string) => string | undefined
  /** The register of the record, which knows who saved it and where it went. */
  register?: ConflictRegister
}

/**
 * What stands between a form and the record that somebody changed first: the choice field by field, or that the record is
 * gone. Nothing that was typed is lost in either.
 */
export function ConflictDialog<Values extends Record<string, unknown>>({
  record,
  labelOf,
  register,
}: ConflictDialogProps<Values>) {
  const { conflict, lost } = record
  if (lost)
    return <LostRecordDialog lost={lost} labelOf={labelOf} register={register} onClose={record.backToForm} />
  if (!conflict) return null
  return (
    <ConflictChoice
      // What was chosen between two versions says nothing of the next one.
      key={String(conflict.current.version)}
      conflict={conflict}
      labelOf={labelOf}
      register={register}
      onResolve={record.resolve}
      onClose={record.backToForm}
    />
  )
}
