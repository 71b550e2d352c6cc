import type { UseFormReturnType } from '@mantine/form'

/**
 * The properties of a text field of a form. `shape` writes what was typed the usual way when the field is left
 * (`20681` → `20-681`); what it does not understand stays as typed.
 */
export function textField<Values extends Record<string, unknown>>(form: UseFormReturnType<Values>) {
  return (path: keyof Values & string, shape?: (text: string) => string | undefined) => {
    const { onBlur, ...props } = form.getInputProps(path)
    return {
      ...props,
      autoComplete: 'off',
      onBlur(event: unknown) {
        const shaped = shape?.(String(form.getValues()[path] ?? ''))
        if (shaped !== undefined) form.setFieldValue(path, shaped as never)
        onBlur?.(event)
      },
    }
  }
}

/** The choices of a select field from a list of values and their texts. */
export function choices<Value extends string>(values: readonly Value[], textOf: (value: Value) => string) {
  return values.map((value) => ({ value, label: textOf(value) }))
}
