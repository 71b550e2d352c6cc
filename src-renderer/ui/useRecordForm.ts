import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import i18next from 'i18next'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { differencesOf } from '#shared/kit/three-way.ts'
import { fieldProblems } from '#shared/kit/validation.ts'
import { failureOf, fieldSentences } from '../api/errors.ts'
import { showFailure } from '../api/queries.ts'

interface RecordFormOptions<Schema extends z.ZodType, Values, Result> {
  schema: Schema
  initial: Values
  /** Saves what the schema made of the values; `version` is the one the form was opened on. */
  save: (values: z.output<Schema>) => Promise<Result>
  onSaved: (result: Result) => void
  /** The values of the form in the row that somebody saved first, where the form shows a part of the row. */
  readCurrent?: (current: Record<string, unknown>) => Record<string, unknown>
  /** The refusals which say that the record can no longer be changed. */
  closedBy?: readonly string[]
}

/** Are these the values of a saved record, which are changed, or of a new one, which is created? */
export function isSavedRow<Values extends object>(
  values: Values,
): values is Values & { id: number; version: number } {
  return 'id' in values && 'version' in values
}

type Row = Record<string, unknown>

/** Another version of the record that was saved meanwhile. */
export interface FormConflict {
  /** What the form was opened on. */
  before: Row
  /** What was to be saved. */
  sent: Row
  current: Row
}

/** The record can no longer be changed: it is gone, or closed for the reason that is named. */
export interface LostRecord {
  id: number | null
  sent: Row
  reason: FieldProblem | null
}

export interface RecordForm<Values, Output = never> {
  form: UseFormReturnType<Values>
  /** Checks the values and saves them. */
  submit: () => void
  /** Saves what was checked elsewhere (a form in steps). */
  send: (values: Output) => void
  isSaving: boolean
  /** Was anything changed that is not saved yet? For `useUnsavedGuard`. */
  hasUnsaved: () => boolean
  /** Waits for the save that is running, if one is, and for what follows it. For `useUnsavedGuard`. */
  settle: () => Promise<void>
  conflict: FormConflict | undefined
  /**
   * Goes on from the saved version with these values of the fields that differ. They are saved where they are another
   * than it has, which may meet a conflict again.
   */
  resolve: (chosen: Record<string, unknown>) => void
  lost: LostRecord | undefined
  /** Back to the form, with all that was typed. */
  backToForm: () => void
}

/**
 * A form over a schema of the contract: the same check before sending as the server makes, problems beside their
 * fields, the first of them focused; nothing typed is lost when saving fails or the page is left.
 */
export function useRecordForm<Schema extends z.ZodType, Values extends Record<string, unknown>, Result>({
  schema,
  initial,
  save,
  onSaved,
  readCurrent = (current) => current,
  closedBy = [],
}: RecordFormOptions<Schema, Values, Result>): RecordForm<Values, z.output<Schema>> {
  const form = useForm<Values>({ initialValues: initial })
  const [conflict, setConflict] = useState<FormConflict>()
  const [lost, setLost] = useState<LostRecord>()
  const opened = useRef<Row>(initial)
  // Set by hand, because "saved" must lift the guard before the page changes.
  const isDone = useRef(false)
  const running = useRef<Promise<unknown>>(undefined)

  const refuse = (sentences: Record<string, string>) => {
    form.setErrors(sentences)
    focusFirst(Object.keys(sentences))
    const unseen = Object.entries(sentences).filter(([path]) => !fieldOf(path))
    if (unseen.length > 0)
      notifications.show({
        color: 'red',
        title: i18next.t('errors.title'),
        message: unseen.map(([, sentence]) => sentence).join(' '),
        autoClose: 10_000,
      })
  }
  const mutation = useMutation({
    mutationFn: save,
    meta: { showsOwnErrors: true },
    onSuccess: (result) => {
      isDone.current = true
      form.resetDirty()
      onSaved(result)
    },
    onError: (error, values) => {
      const failure = failureOf(error)
      const sent = values as Row
      const id = typeof sent.id === 'number' ? sent.id : null
      if (failure?.code === 'VALIDATION') refuse(fieldSentences(failure.data.fields))
      else if (failure?.code === 'CONFLICT')
        setConflict({ before: opened.current, sent, current: readCurrent(failure.data.current) })
      else if (failure?.code === 'NOT_FOUND' && id !== null) setLost({ id, sent, reason: null })
      else if (failure?.code === 'RULE_BROKEN' && closedBy.includes(failure.data.reason))
        setLost({ id, sent, reason: { key: failure.data.reason, params: failure.data.params } })
      else showFailure(error)
    },
  })

  function send(values: z.output<Schema>) {
    // Asked here and not of the last drawing of the page: two clicks may come before the next.
    if (running.current) return
    running.current = mutation
      .mutateAsync(values)
      .catch(() => undefined)
      .finally(() => {
        running.current = undefined
      })
  }

  function submitValues(values: Values) {
    const parsed = schema.safeParse(values)
    if (parsed.success) send(parsed.data)
    else refuse(fieldSentences(fieldProblems(parsed.error.issues)))
  }

  useEffect(() => {
    isDone.current = false
  }, [])

  return {
    form,
    submit: () => submitValues(form.getValues()),
    send,
    isSaving: mutation.isPending,
    hasUnsaved: () => form.isDirty() && !isDone.current,
    async settle() {
      await running.current
      // A saved form leads somewhere itself; whoever chose another page meanwhile goes there after it.
      await new Promise((resolve) => setTimeout(resolve))
    },
    conflict,
    resolve(chosen) {
      if (!conflict) return
      const { current } = conflict
      const values = { ...form.getValues(), ...chosen, version: current.version }
      opened.current = current
      form.setValues(values as Partial<Values>)
      setConflict(undefined)
      if (differencesOf({}, chosen, current).length > 0) submitValues(values as Values)
      else form.resetDirty(values as Values)
    },
    lost,
    backToForm() {
      setConflict(undefined)
      setLost(undefined)
    },
  }
}

/** The field of a path; undefined where no field of the page shows it, so that its problem needs a message. */
function fieldOf(path: string): HTMLElement | undefined {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  return fields.find((field) => field.dataset.path === path)
}

/** Moves the focus to the first field, in the order of the page, that has a problem. */
function focusFirst(paths: string[]): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')]
    const first = fields.find((field) => paths.includes(field.dataset.path ?? ''))
    const target = first?.matches('input, textarea, button')
      ? first
      : first?.querySelector<HTMLElement>('input, textarea, button')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  })
}
