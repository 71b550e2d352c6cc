import { useNavigate } from '@tanstack/react-router'
import type { MergedRegisterName } from './mergedRegisters.ts'

/** Leads to two records of a register side by side, where they can be merged. */
export function useCompare(register: MergedRegisterName): (first: number, second: number) => void {
  const navigate = useNavigate()
  return (first, second) =>
    void navigate({ to: '/merge/$register', params: { register }, search: { first, second } })
}
