/**
 * Why the database refused rows: another has what may stand only once, or a reference leads nowhere; undefined where the
 * error says something else.
 */
export function referenceFailure(error: unknown): 'unique' | 'reference' | undefined {
  const code = String((error as { code?: unknown } | null)?.code)
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)) return 'unique'
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ? 'reference' : undefined
}
