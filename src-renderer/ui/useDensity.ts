import { useLocalStorage } from '@mantine/hooks'

/** How tall the rows of registers are on this computer: 36 px, or 32 for those who want to see more at once. */
export function useDensity() {
  const [isCompact, setCompact] = useLocalStorage({
    key: 'osrodek.compact-rows',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return { isCompact, setCompact, rowHeight: isCompact ? 32 : 36 }
}
