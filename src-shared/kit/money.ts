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

/** How many parts of a złoty a rate counts: rates per kilometre had four decimals for years. */
export const ratePerZloty = 10_000

/** `1,15 zł`, `0,8358 zł`: a rate in ten-thousandths of a złoty, with two decimals at least. */
export function formatRate(tenThousandths: number): string {
  const [whole, decimals = ''] = (tenThousandths / ratePerZloty).toFixed(4).split('.')
  return `${whole},${decimals.replace(/0{1,2}$/, '')}\u00a0zł`
}
