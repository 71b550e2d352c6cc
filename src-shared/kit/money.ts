/** `1 234,50 zł`: an amount in grosze as offices write it; a hard blank keeps it together. */
export function formatAmount(grosze: number): string {
  return `${plainAmount(grosze)}\u00a0zł`
}

/** `1 234,50`: an amount in grosze without its currency, for columns that name it. */
export function plainAmount(grosze: number): string {
  const sign = grosze < 0 ? '−' : ''
  const whole = String(Math.floor(Math.abs(grosze) / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${sign}${whole},${String(Math.abs(grosze) % 100).padStart(2, '0')}`
}
